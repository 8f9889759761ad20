/** What a printer puts on paper that is not letters, told of as far as it can be read without a camera. */
export type Picture =
  | { kind: 'code128'; text: string; dots: number; height: number }
  | { kind: 'qr'; text: string; dots: number }
  | { kind: 'image'; rows: boolean[][] }

export type Draws = 'code128' | 'qr' | 'nv-graphics'

const FRESH_BAR = { width: 3, height: 162, text: 0 }
type Qr = { model: number; module: number; level: number; data: Uint8Array }
const FRESH_QR: Qr = { model: 0x32, module: 3, level: 0x30, data: new Uint8Array() }

type Printer = { draws: readonly Draws[]; dots: number }

/**
 * Everything that draws, with the settings that it keeps between commands; `kept` stays when the power goes. `take` gives the
 * next bytes of the host. Answers with a picture, null where nothing is printed, or why a real printer would do otherwise.
 */
export class PictureHead {
  readonly #printer: Printer
  readonly #kept = new Map<string, boolean[][]>()
  #bar = { ...FRESH_BAR }
  #qr: Qr = { ...FRESH_QR }

  constructor(printer: Printer) {
    this.#printer = printer
  }

  reset(): void {
    this.#bar = { ...FRESH_BAR }
    this.#qr = { ...FRESH_QR }
  }

  readonly commands: Record<string, (take: (count: number) => Buffer) => Picture | string | null> = {
    '1d68': take => this.#set({ height: take(1)[0] ?? 0 }),
    '1d77': take => this.#set({ width: take(1)[0] ?? 0 }),
    '1d48': take => this.#set({ text: take(1)[0] ?? 0 }),
    '1d6b': take => {
      const [kind = 0, length = 0] = take(2)
      return kind === 73 ? this.#barcode(take(length)) : `barcode ${kind}`
    },
    '1d76': take => {
      const [, mode = 0, ...size] = take(6)
      const [across, down] = numbersIn(size)
      const rows = dotsOf(take(across * down), across * 8)
      const drawn = grown(rows, mode & 1 ? 2 : 1, mode & 2 ? 2 : 1)
      const isWide = (drawn[0]?.length ?? 0) > this.#printer.dots
      return isWide ? 'a picture wider than the paper' : { kind: 'image', rows: drawn }
    },
    '1d28': take => {
      const [family = 0, ...length] = take(3)
      const data = take(numbersIn(length)[0])
      if (family === 0x6b) return this.#qrCode(data)
      return family === 0x4c ? this.#graphics(data) : `GS ( ${family.toString(16)}`
    },
  }

  #set(change: Partial<{ width: number; height: number; text: number }>): null {
    this.#bar = { ...this.#bar, ...change }
    return null
  }

  /** A barcode that is too wide, or wrongly written, is not printed. */
  #barcode(data: Buffer): Picture | string {
    if (!this.#printer.draws.includes('code128')) return 'barcode'
    const read = code128Said(data)
    if (read === null) return 'a barcode that begins with no set or leaves its set'
    const dots = (11 * (read.signs + 1) + 13) * this.#bar.width
    if (dots > this.#printer.dots) return 'a barcode wider than the paper'
    return { kind: 'code128', text: read.text, dots, height: this.#bar.height }
  }

  #qrCode(data: Buffer): Picture | string | null {
    const [cn, fn, first = 0] = data
    if (!this.#printer.draws.includes('qr') || cn !== 0x31) return 'QR'
    if (fn === 0x41) this.#qr.model = first
    else if (fn === 0x43) this.#qr.module = first
    else if (fn === 0x45) this.#qr.level = first
    else if (fn === 0x50) this.#qr.data = data.subarray(3)
    else if (fn === 0x51) return this.#drawnQr()
    else return `QR ${fn}`
    return null
  }

  #drawnQr(): Picture | string {
    const version = BYTES_AT_M.findIndex(most => this.#qr.data.length <= most) + 1
    const dots = (17 + 4 * version) * this.#qr.module
    if (version === 0 || this.#qr.level !== 0x31 || this.#qr.data.length === 0)
      return 'a QR code without sense'
    if (dots > this.#printer.dots) return 'a QR code wider than the paper'
    return { kind: 'qr', text: new TextDecoder('utf-8', { fatal: true }).decode(this.#qr.data), dots }
  }

  /** Fn 67 keeps a picture of one colour under two letters, fn 69 prints it; nothing where there is none. */
  #graphics(data: Buffer): Picture | string | null {
    if (!this.#printer.draws.includes('nv-graphics')) return 'graphics'
    const key = data.subarray(data[1] === 0x43 ? 3 : 2).toString('latin1', 0, 2)
    if (data[1] === 0x43) {
      const [width, height] = numbersIn([...data.subarray(6, 10)])
      if (data[5] !== 1 || data[10] !== 0x31) return 'a picture of several colours'
      if (data.length !== 11 + Math.ceil(width / 8) * height) return 'a picture of another length'
      this.#kept.set(key, dotsOf(data.subarray(11), Math.ceil(width / 8) * 8))
      return null
    }
    const rows = this.#kept.get(key)
    return data[1] === 0x45 && rows ? { kind: 'image', rows } : null
  }
}

/** How many bytes a QR code of each version holds at level M (ISO/IEC 18004, table 7), as far as paper is wide. */
const BYTES_AT_M = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666, 711,
]

/** Sets A, B and C: what is said, and how many signs it takes with those that choose a set. */
function code128Said(data: Buffer): { text: string; signs: number } | null {
  let set = ''
  let text = ''
  let signs = 0
  for (let at = 0; at < data.length; at++, signs++) {
    const byte = data[at] ?? 0
    const after = String.fromCharCode(data[at + 1] ?? 0)
    if (byte === 0x7b && 'ABC'.includes(after)) {
      set = after
      at++
    } else if (set === 'C' && byte < 100) text += String(byte).padStart(2, '0')
    else if (set === 'B' && byte >= 32 && byte < 127) {
      if (byte === 0x7b && after !== '{') return null
      if (byte === 0x7b) at++
      text += String.fromCharCode(byte)
    } else return null
  }
  return { text, signs }
}

const numbersIn = (bytes: readonly number[]): [number, number] => [
  (bytes[0] ?? 0) + 256 * (bytes[1] ?? 0),
  (bytes[2] ?? 0) + 256 * (bytes[3] ?? 0),
]

function dotsOf(bytes: Uint8Array, width: number): boolean[][] {
  const rows: boolean[][] = []
  for (let at = 0; at < bytes.length; at += width / 8)
    rows.push(
      Array.from({ length: width }, (_, x) => (((bytes[at + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1),
    )
  return rows
}

const grown = (rows: boolean[][], wider: number, higher: number): boolean[][] =>
  rows.flatMap(row => Array<boolean[]>(higher).fill(row.flatMap(dot => Array<boolean>(wider).fill(dot))))
