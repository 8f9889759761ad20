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

/** What a make has burnt in under each number of ESC t; starts with CP437. */
export type Rom = { pages: Record<number, string>; kanji?: boolean }

export const roms = {
  epson: { pages: { 17: 'cp866', 46: 'cp1251' } },
  datecs: { pages: { 7: 'cp866', 22: 'cp866-euro' } },
  rongta: { pages: { 7: 'cp866', 6: 'cp1251' }, kanji: true },
  clone: { pages: { 17: 'cp866', 59: 'cp866', 73: 'cp1251' }, kanji: true },
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
      line.text += letter(byte, head, rom)
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

function letter(byte: number, { page, kanji }: Head, rom: Rom): string {
  if (byte < 0x80) return String.fromCharCode(byte)
  if (kanji) return '漢'
  const name = rom.pages[page]
  if (name === 'cp866-euro' && byte === 0xf2) return '€'
  if (name === 'cp866' || name === 'cp866-euro') return new TextDecoder('ibm866').decode(Uint8Array.of(byte))
  if (name === 'cp1251') return new TextDecoder('windows-1251').decode(Uint8Array.of(byte))
  return '▒'
}
