/**
 * How many bytes the command has that these begin with; null while more of them are needed to tell. From the tables of the
 * makers. A byte that begins no command is one that stands for itself.
 */
export function commandLength(bytes: readonly number[]): number | null {
  const [first = 0, second] = bytes
  const family = FAMILIES[first]
  if (!family) return 1
  if (second === undefined) return null
  const length = family(second, bytes)
  return length !== null && length <= bytes.length ? length : null
}

type Family = (second: number, bytes: readonly number[]) => number | null

const of = (lengths: Record<number, number>): Family => {
  return second => lengths[second] ?? 2
}

/** The number in two bytes, the low one first, that stands at `at`. */
const numberAt = (bytes: readonly number[], at: number): number | null => {
  const [low, high] = [bytes[at], bytes[at + 1]]
  return low === undefined || high === undefined ? null : low + 256 * high
}
const plus = (base: number, count: number | null): number | null => (count === null ? null : base + count)

const REALTIME = of({ 4: 3, 5: 3 })
const dle: Family = (second, bytes) => {
  if (second !== 0x14) return REALTIME(second, bytes)
  if (bytes[2] === undefined) return null
  return bytes[2] === 8 ? 10 : 5
}

const ESCAPES = of({
  ...Object.fromEntries(
    [0x20, 0x21, 0x23, 0x2d, 0x33, 0x45, 0x47, 0x4a, 0x4d, 0x52, 0x56, 0x61, 0x64, 0x74, 0x7b].map(n => [
      n,
      3,
    ]),
  ),
  36: 4,
  92: 4,
  112: 5,
})
const esc: Family = (second, bytes) => {
  if (second !== 0x2a) return ESCAPES(second, bytes)
  const columns = numberAt(bytes, 3)
  const bytesPerColumn = (bytes[2] ?? 0) >= 32 ? 3 : 1
  return columns === null ? null : 5 + columns * bytesPerColumn
}

const GROUPS = of({
  ...Object.fromEntries([0x21, 0x42, 0x48, 0x49, 0x61, 0x62, 0x66, 0x68, 0x72, 0x77].map(n => [n, 3])),
  76: 4,
  80: 4,
  87: 4,
})
const gs: Family = (second, bytes) => {
  switch (second) {
    case 0x28:
      return plus(5, numberAt(bytes, 3))
    case 0x38:
      return bytes.length < 7 ? null : plus(7 + 65_536 * (bytes[5] ?? 0), numberAt(bytes, 3))
    case 0x56:
      return bytes[2] === undefined ? null : bytes[2] >= 0x41 ? 4 : 3
    case 0x6b:
      return barcodeLength(bytes)
    case 0x76: {
      const [width, height] = [numberAt(bytes, 4), numberAt(bytes, 6)]
      return width === null || height === null ? null : 8 + width * height
    }
    default:
      return GROUPS(second, bytes)
  }
}

/** The older kinds end with a zero, the newer ones tell their length. */
function barcodeLength(bytes: readonly number[]): number | null {
  const kind = bytes[2]
  if (kind === undefined) return null
  if (kind >= 0x41) return plus(4, bytes[3] ?? null)
  const end = bytes.indexOf(0, 3)
  return end < 0 ? null : end + 1
}

const fs: Family = (second, bytes) => {
  if (second === 0x28) return plus(5, numberAt(bytes, 3))
  return of({ 33: 3, 45: 3, 67: 3, 112: 4 })(second, bytes)
}

const FAMILIES: Record<number, Family> = { 16: dle, 27: esc, 28: fs, 29: gs }
