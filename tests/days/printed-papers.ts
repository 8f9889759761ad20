import { type Rom, readPaper, textsOf } from '../../printers/emulators/escpos-paper.ts'

/** One paper as it lies on the counter; a torn one has no cut, and perhaps no number yet. */
export type PrintedReceipt = {
  kind: 'receipt' | 'till-closing' | 'torn'
  number: string | null
  total: string | null
  change: string | null
  whole: boolean
  unreadable: string[]
}

const ESC = 0x1b
const INITIALISE = 0x40

/** Every paper starts with ESC @, so that what a torn one left behind does not run into the next. */
export function papersOn(bytes: Uint8Array, rom: Rom): PrintedReceipt[] {
  const starts: number[] = []
  for (let at = 0; at < bytes.length - 1; at++)
    if (bytes[at] === ESC && bytes[at + 1] === INITIALISE) starts.push(at)
  const pieces = starts.map((start, at) => bytes.subarray(start, starts[at + 1]))
  return (starts[0] === 0 || bytes.length === 0 ? pieces : [bytes.subarray(0, starts[0]), ...pieces]).map(
    piece => receiptOn(piece, rom),
  )
}

function receiptOn(piece: Uint8Array, rom: Rom): PrintedReceipt {
  const { papers, unknown } = readPaper(piece, rom)
  const texts = textsOf(papers[0])
  const number = texts.join('\n').match(/^\s*(?:№|No\.) (\d+-\d{4}-\d{6})\s*$/m)?.[1] ?? null
  const closing = texts.some(text => text.includes('ПРИКЛЮЧВАНЕ НА КАСА'))
  return {
    kind: closing ? 'till-closing' : number ? 'receipt' : 'torn',
    number,
    total: centsBehind(texts, 'ОБЩО'),
    change: centsBehind(texts, 'Ресто'),
    whole: papers.length === 1 && papers[0]?.cut !== null && papers[0]?.cut !== undefined,
    unreadable: unknown,
  }
}

/** The one amount behind this word, in cents. */
function centsBehind(texts: string[], word: string): string | null {
  const amounts = texts.flatMap(text => {
    const found = text.match(/^(\S+) +(\d[\d ]*),(\d\d) (?:€|EUR)$/)
    return found?.[1] === word ? [String(BigInt(`${found[2]}${found[3]}`.replaceAll(' ', '')))] : []
  })
  return amounts.length === 1 ? amounts[0]! : null
}
