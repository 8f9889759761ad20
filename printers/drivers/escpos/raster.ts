/** Dots of a picture, true where one is burnt. */
export type Dots = readonly (readonly boolean[])[]

const ROWS_AT_ONCE = 8

/** No command of a picture is longer: neither a band across the widest paper nor the text of a QR code. */
export const MOST_PICTURE_BYTES = 720

/** GS v 0, band by band: small printers do not hold a whole picture. `doubled`: each dot is printed twice as wide and high. */
export function rasterBytes(dots: Dots, { doubled }: { doubled: boolean }): Uint8Array {
  const bands = Math.ceil(dots.length / ROWS_AT_ONCE)
  return joined(
    Array.from({ length: bands }, (_, at) => {
      const rows = dots.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE)
      const width = Math.ceil((rows[0]?.length ?? 0) / 8)
      const head = [0x1d, 0x76, 0x30, doubled ? 3 : 0, ...twoBytes(width), ...twoBytes(rows.length)]
      return joined([Uint8Array.from(head), packed(rows)])
    }),
  )
}

/** Eight dots in a byte, the leftmost one first, each row in bytes of its own; with no byte that commands the printer. */
export function packed(dots: Dots): Uint8Array {
  const bytes = dots.flatMap(row =>
    Array.from({ length: Math.ceil(row.length / 8) }, (_, at) =>
      [0, 1, 2, 3, 4, 5, 6, 7].reduce((byte, bit) => byte * 2 + (row[at * 8 + bit] ? 1 : 0), 0),
    ),
  )
  return withoutCommands(Uint8Array.from(bytes))
}

const DLE = 0x10
const AFTER_DLE = [0x04, 0x05, 0x14]
const ONE_DOT_MORE = 0x08

/**
 * DLE EOT, DLE ENQ and DLE DC4 are obeyed at once wherever they stand, in the data of a picture too, and not every make can be
 * told to let that be: there the picture gets one dot more.
 */
export const withoutCommands = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, at) =>
    byte === DLE && AFTER_DLE.includes(bytes[at + 1] ?? 0) ? byte | ONE_DOT_MORE : byte,
  )

/** The low byte first. */
export const twoBytes = (number: number): [number, number] => [number & 0xff, number >> 8]

export const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts))
