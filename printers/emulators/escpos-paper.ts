import { letterOf, type PageName } from './escpos-pages.ts'
import { type Draws, type Picture, PictureHead } from './escpos-pictures.ts'

/**
 * Reads ESC/POS bytes the way a printer does and says what is on the paper. Written from the makers' tables, apart from
 * the product: it must not import anything of it.
 */
export type PrintedPaper = {
  lines: PrintedLine[]
  cut: 'partial' | 'full' | null
  drawer: { pin: 2 | 5; on_ms: number; off_ms: number }[]
}

/** A line of letters, or a picture with what it says in the place of the letters. */
export type PrintedLine = {
  text: string
  bold: boolean
  width: number
  height: number
  isCentred?: boolean
  picture?: Picture
}

/** `unknown`: what this make would print as rubbish or not at all. `pages`: each number of ESC t, as they came. */
export type Reading = { papers: PrintedPaper[]; unknown: string[]; asked: string[]; pages: number[] }

/** What a make has burnt in: a page under each number of ESC t, the page it starts with, the codes that it draws itself. */
export type Rom = {
  pages: Record<number, PageName>
  /** Starts in GBK mode until FS . ends it. */
  kanji?: boolean
  draws?: Draws[]
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

type Head = { page: number; bold: boolean; width: number; height: number; kanji: boolean; isCentred: boolean }

/** DLE, ESC, FS, GS. Other control bytes stand alone and print nothing. */
const BEGIN_COMMANDS = [0x10, 0x1b, 0x1c, 0x1d]

/** The papers, split at cuts; what was fed after the last cut is one more paper. */
export function readPaper(bytes: Uint8Array, rom: Rom): Reading {
  const reading: Reading = { papers: [], unknown: [], asked: [], pages: [] }
  const fresh = (): Head => ({
    page: 0,
    bold: false,
    width: 1,
    height: 1,
    kanji: rom.kanji === true,
    isCentred: false,
  })
  const pictures = new PictureHead({ draws: rom.draws ?? [], dots: rom.dots ?? 576 })
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
  const take = (count: number): Buffer => {
    at += count
    return Buffer.from(bytes.subarray(at - count, at))
  }
  const draw = (drawn: Picture | string | null) => {
    if (typeof drawn === 'string') reading.unknown.push(drawn)
    else if (drawn) addPicture(paper.lines, drawn, head.isCentred)
  }
  const commands: Record<string, () => void> = {
    '1b40': () => {
      head = fresh()
      pictures.reset()
      line = null
    },
    '1b74': () => {
      head = { ...head, page: next() }
      reading.pages.push(head.page)
    },
    '1b4d': () => next(),
    '1b61': () => {
      head = { ...head, isCentred: next() === 1 }
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
    if (byte === 0x00) continue
    if (byte === 0x0a) endLine()
    else if (byte >= 0x20 && byte !== 0x7f) {
      line ??= { text: '', style: head }
      line.text += byte >= 0x80 && head.kanji ? '漢' : letterOf(byte, rom.pages[head.page])
    } else if (!BEGIN_COMMANDS.includes(byte)) reading.unknown.push(hex(byte))
    else {
      const name = hex(byte) + hex(next())
      const command = commands[name]
      const draws = pictures.commands[name]
      if (draws) draw(draws(take))
      else if (command) command()
      else reading.unknown.push(name)
    }
  }
  if (line) endLine()
  if (paper.lines.length > 0 || paper.drawer.length > 0) reading.papers.push(paper)
  return reading
}

/** Pictures that follow each other without a line between are one, cut into bands. */
function addPicture(lines: PrintedLine[], picture: Picture, isCentred: boolean): void {
  const above = lines.at(-1)?.picture
  if (picture.kind === 'image' && above?.kind === 'image') above.rows.push(...picture.rows)
  else lines.push({ text: inWords(picture), bold: false, width: 1, height: 1, isCentred, picture })
}

const inWords = (picture: Picture): string =>
  picture.kind === 'image' ? '[picture]' : `[${picture.kind} ${picture.text}]`

/** What a person reads: the texts, without the empty end that was fed for the blade. */
export const textsOf = (paper: PrintedPaper | undefined): string[] => {
  const texts = paper?.lines.map(line => line.text) ?? []
  while (texts.at(-1) === '') texts.pop()
  return texts
}

const hex = (byte: number): string => (byte & 0xff).toString(16).padStart(2, '0')
