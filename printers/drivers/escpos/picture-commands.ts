import { type Code128Run, pairsOf } from '../../../rules/codes/code-128.ts'
import { joined, twoBytes, withoutCommands } from './raster.ts'

/** What the device is told of barcodes, QR codes and its kept picture, as PROTOCOL.md cites it. Pure. */
const ESC = 0x1b
const GS = 0x1d

/** Of what follows; only at the beginning of a line. */
export const align = (to: 'left' | 'center'): Uint8Array => Uint8Array.of(ESC, 0x61, to === 'left' ? 0 : 1)

const CODE_128 = 73
const MOST_IN_BARCODE = 255

/** Code 128 without its text below; null where it is too long. Pieces begin with `{B` or `{C`, a brace is written twice. */
export function barcode(
  runs: readonly Code128Run[],
  { bar, height }: { bar: number; height: number },
): Uint8Array | null {
  const data = runs.flatMap(({ isPairs, text }) =>
    isPairs && !hasCommand(pairsOf(text))
      ? [...ascii('{C'), ...pairsOf(text)]
      : ascii(`{B${text.replaceAll('{', '{{')}`),
  )
  if (data.length > MOST_IN_BARCODE) return null
  const shape = [GS, 0x68, height, GS, 0x77, bar, GS, 0x48, 0]
  return Uint8Array.of(...shape, GS, 0x6b, CODE_128, data.length, ...data)
}

/** Model 2, a module of so many dots, level M, the text in bytes, print. The length is that of the bytes and three more. */
export const qrCode = (text: Uint8Array, module: number): Uint8Array =>
  joined([
    Uint8Array.of(GS, 0x28, 0x6b, 4, 0, 0x31, 0x41, 0x32, 0),
    Uint8Array.of(GS, 0x28, 0x6b, 3, 0, 0x31, 0x43, module),
    Uint8Array.of(GS, 0x28, 0x6b, 3, 0, 0x31, 0x45, 0x31),
    Uint8Array.of(GS, 0x28, 0x6b, ...twoBytes(text.length + 3), 0x31, 0x50, 0x30),
    text,
    Uint8Array.of(GS, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30),
  ])

const ascii = (text: string): number[] => [...text].map(letter => letter.charCodeAt(0))

/** Under which two letters the printer keeps the town's sign. */
const LOGO = ascii('GL')

/** Keeps a picture in the printer for good, in the place of the one before. Its memory wears: once, at set-up. */
export function keepLogo(width: number, rows: Uint8Array): Uint8Array {
  const across = Math.ceil(width / 8)
  const spare = new Uint8Array(hasCommand(twoBytes(rows.length + OF_LOGO)) ? across : 0)
  const height = (rows.length + spare.length) / across
  const parameters = [0x30, 0x43, 0x30, ...LOGO, 1, ...twoBytes(width), ...twoBytes(height), 0x31]
  const length = twoBytes(OF_LOGO + rows.length + spare.length)
  return joined([Uint8Array.of(GS, 0x28, 0x4c, ...length, ...parameters), rows, spare])
}

/** Parameters before the dots. */
const OF_LOGO = 11

/** Prints what is kept; nothing where nothing is. */
export const printLogo = (): Uint8Array => Uint8Array.of(GS, 0x28, 0x4c, 6, 0, 0x30, 0x45, ...LOGO, 1, 1)

/** Numbers may spell a command that is obeyed at once: the digits 1604 in set C would be DLE EOT. */
const hasCommand = (bytes: readonly number[]): boolean =>
  withoutCommands(Uint8Array.from(bytes)).some((byte, at) => byte !== bytes[at])
