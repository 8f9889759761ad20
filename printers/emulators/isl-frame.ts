/** How the makes of one family write numbers into a frame: `digits` of LEN and of CMD, 30h added to each nibble; or one plain byte. */
export type Framing = { digits: 1 | 4 }

export type HostFrame = { seq: number; command: number; data: Uint8Array }

/** `bad`: something was no frame, which a device answers with NAK. `rest` is the beginning of a frame, perhaps. */
export type ReadFrames = { frames: HostFrame[]; bad: number; rest: number[] }

const START = 0x01
const AFTER_DATA = 0x05
const BEFORE_STATUS = 0x04
const END = 0x03
const CHECK_DIGITS = 4
const LEN_OFFSET = 0x20
const MOST_DATA = 213

/** Takes whole frames out of what came from the host, cut anywhere; what stands before a 01 is passed over. */
export function readFrames(bytes: readonly number[], { digits }: Framing): ReadFrames {
  const frames: HostFrame[] = []
  let bad = 0
  let at = 0
  for (;;) {
    at = bytes.indexOf(START, at)
    if (at < 0) return { frames, bad, rest: [] }
    const head = bytes.slice(at + 1, at + 1 + digits)
    if (head.length < digits) return { frames, bad, rest: bytes.slice(at) }
    const length = numberOf(head) - LEN_OFFSET
    const shortest = digits + 1 + digits + 1
    const isPossible = length >= shortest && length <= shortest + MOST_DATA
    const whole = bytes.slice(at + 1, at + 1 + length + CHECK_DIGITS + 1)
    if (isPossible && whole.length < length + CHECK_DIGITS + 1) return { frames, bad, rest: bytes.slice(at) }
    const frame = isPossible ? frameIn(whole, length, digits) : null
    if (frame) frames.push(frame)
    else bad++
    at += frame ? whole.length + 1 : 1
  }
}

function frameIn(whole: readonly number[], length: number, digits: 1 | 4): HostFrame | null {
  const summed = whole.slice(0, length)
  const check = numberOf(whole.slice(length, length + CHECK_DIGITS))
  if (summed.at(-1) !== AFTER_DATA || whole.at(-1) !== END || check !== sumOf(summed)) return null
  const afterSeq = digits + 1
  return {
    seq: whole[digits] ?? 0,
    command: numberOf(whole.slice(afterSeq, afterSeq + digits)),
    data: unescaped(summed.slice(afterSeq + digits, -1)),
  }
}

/** A control character comes as 10h and itself with 40h added. */
function unescaped(data: readonly number[]): Uint8Array {
  const plain: number[] = []
  for (let at = 0; at < data.length; at++) {
    const byte = data[at] ?? 0
    plain.push(byte === 0x10 ? (data[++at] ?? 0) - 0x40 : byte)
  }
  return Uint8Array.from(plain)
}

/** What the device says to a command. */
export function answerFrame(
  { seq, command }: HostFrame,
  data: readonly number[],
  status: readonly number[],
  { digits }: Framing,
): Uint8Array {
  const body = [seq, ...digitsOf(command, digits), ...data, BEFORE_STATUS, ...status, AFTER_DATA]
  const summed = [...digitsOf(LEN_OFFSET + digits + body.length, digits), ...body]
  return Uint8Array.from([START, ...summed, ...digitsOf(sumOf(summed), CHECK_DIGITS), END])
}

const sumOf = (bytes: readonly number[]): number => bytes.reduce((sum, byte) => (sum + byte) & 0xffff, 0)

const numberOf = (digits: readonly number[]): number =>
  digits.length === 1 ? (digits[0] ?? 0) : digits.reduce((number, digit) => number * 16 + (digit - 0x30), 0)

const digitsOf = (number: number, digits: 1 | 4): number[] =>
  digits === 1 ? [number] : [12, 8, 4, 0].map(shift => 0x30 + ((number >> shift) & 0x0f))
