import { letterOf, type PageName } from './escpos-pages.ts'

/**
 * Reads ESC/POS bytes the way a printer does and says what is on the paper. Written from the makers' tables, apart from
 * the product: it must not import anything of it.
 */
export type PrintedPaper = {
  lines: PrintedLine[]
  cut: 'partial' | 'full' | null
  drawer: { pin: 2 | 5; on_ms: number; off_ms: number }[]
}

export type PrintedLine = { text: string; bold: boolean; width: number; height: number }

export type Reading = { papers: PrintedPaper[]; unknown: string[]; asked: string[] }

/** What a make has burnt in: a page under each number of ESC t, the page it starts with, the codes that it draws itself. */
export type Rom = {
  pages: Record<number, PageName>
  /** Starts in GBK mode until FS . ends it. */
  kanji?: boolean
  draws?: ('code128' | 'qr' | 'nv-graphics')[]
  /** Dots across the paper; 576 unless given. */
  dots?: number
}

export const roms = {
  epson: {
    pages: { 17: 'cp866', 34: 'cp855', 44: 'cp1125', 46: 'cp1251' },
    draws: ['code128', 'qr', 'nv-graphics'],
  },
  epsonT88: { pages: { 6: 'cp1251', 17: 'cp866' }, draws: ['code128'], dots: 512 },
  star: { pages: { 17: 'cp866' }, draws: ['code128'] },
  datecs: { pages: { 7: 'cp866', 22: 'cp866-euro' }, draws: ['code128'] },
  rongta: { pages: { 6: 'cp1251', 7: 'cp866', 8: 'mik', 28: 'cp855' }, kanji: true },
  clone: {
    pages: { 17: 'cp866', 23: 'cp1251', 59: 'cp866', 60: 'cp855', 73: 'cp1251', 88: 'mik' },
    kanji: true,
  },
  bixolon: { pages: { 17: 'cp866', 28: 'cp1251', 34: 'cp855' }, draws: ['code128'] },
  citizen: {
    pages: { 7: 'cp866', 17: 'cp866', 34: 'cp855', 44: 'cp1125', 46: 'cp1251' },
    draws: ['code128', 'qr'],
  },
  portable: { pages: { 6: 'cp1251', 7: 'cp866', 8: 'mik' }, kanji: true },
  kr306: { pages: { 12: 'cp866', 37: 'cp866', 38: 'cp855', 51: 'cp1251', 66: 'mik' }, kanji: true },
  yhd8390: { pages: { 12: 'cp866', 18: 'cp1251' }, kanji: true },
  hp: { pages: { 7: 'cp866', 13: 'cp1251' } },
  sunmi: { pages: { 17: 'cp866', 34: 'cp855' } },
} satisfies Record<string, Rom>

type Head = { page: number; bold: boolean; width: number; height: number; kanji: boolean }

/** The papers, split at cuts; what was fed after the last cut is one more paper. */
export function readPaper(bytes: Uint8Array, rom: Rom): Reading {
  const reading: Reading = { papers: [], unknown: [], asked: [] }
  const fresh = (): Head => ({ page: 0, bold: false, width: 1, height: 1, kanji: rom.kanji === true })
  let head = fresh()
  let paper: PrintedPaper = { lines: [], cut: null, drawer: [] }
  let line: { text: string; style: Head } | null = null

  const endLine = () => {
    const { bold, width, height } = line?.style ?? head
    paper.lines.push({ text: line?.text ?? '', bold, width, height })
    line = null
  }
  const cut = (kind: 'partial' | 'full') => {
    reading.papers.push({ ...paper, cut: kind })
    paper = { lines: [], cut: null, drawer: [] }
  }

  let at = 0
  const next = (): number => bytes[at++] ?? -1
  const commands: Record<string, () => void> = {
    '1b40': () => {
      head = fresh()
      line = null
    },
    '1b74': () => {
      head = { ...head, page: next() }
    },
    '1b52': () => {
      if (next() !== 0) reading.unknown.push('international set')
    },
    '1b45': () => {
      head = { ...head, bold: (next() & 1) === 1 }
    },
    '1b64': () => {
      for (let n = next(); n > 0; n--) endLine()
    },
    '1b70': () => {
      const [m, t1, t2] = [next(), next(), next()]
      paper.drawer.push({ pin: m === 0 ? 2 : 5, on_ms: t1 * 2, off_ms: t2 * 2 })
    },
    '1d21': () => {
      const n = next()
      head = { ...head, width: (n >> 4) + 1, height: (n & 15) + 1 }
    },
    '1d56': () => {
      const kind = next()
      if (kind === 0x41 || kind === 0x42) next()
      cut(kind === 0x41 || kind === 0 ? 'full' : 'partial')
    },
    '1d72': () => reading.asked.push(`GS r ${next()}`),
    '1c2e': () => {
      head = { ...head, kanji: false }
    },
    '1004': () => reading.asked.push(`DLE EOT ${next()}`),
  }

  while (at < bytes.length) {
    const byte = next()
    if (byte === 0x0a) endLine()
    else if (byte >= 0x20 && byte !== 0x7f) {
      line ??= { text: '', style: head }
      line.text += byte >= 0x80 && head.kanji ? '漢' : letterOf(byte, rom.pages[head.page])
    } else {
      const name = hex(byte) + hex(next())
      const command = commands[name]
      if (command) command()
      else reading.unknown.push(name)
    }
  }
  if (line) endLine()
  if (paper.lines.length > 0 || paper.drawer.length > 0) reading.papers.push(paper)
  return reading
}

/** What a person reads: the texts, without the empty end that was fed for the blade. */
export const textsOf = (paper: PrintedPaper | undefined): string[] => {
  const texts = paper?.lines.map(line => line.text) ?? []
  while (texts.at(-1) === '') texts.pop()
  return texts
}

const hex = (byte: number): string => (byte & 0xff).toString(16).padStart(2, '0')
