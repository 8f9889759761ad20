/** How a dialect of the ISL protocol frames its messages; the numbers of PROTOCOL.md of each make. Pure. */
export type FrameFormat = {
  /** Bytes of LEN and of CMD: one as it is, or four with a nibble each. */
  nibbles: boolean
  statusBytes: number
  leastSeq: number
  mostSeq: number
  /** Most bytes of data in either direction. */
  mostData: number
}

/** What a device says: a frame, or one byte that it did not understand (`nak`) or is still busy (`syn`). */
export type Heard = 'nak' | 'syn' | DeviceFrame

export type DeviceFrame = { seq: number; command: number; data: Uint8Array; status: Uint8Array }

const PREAMBLE = 0x01
const END = 0x03
const SEPARATOR = 0x04
const POSTAMBLE = 0x05
const NAK = 0x15
const SYN = 0x16
const OFFSET = 0x20
const DIGIT = 0x30
const SUM_BYTES = 4

/** The bytes of one command. */
export function frameOf(format: FrameFormat, seq: number, command: number, data: Uint8Array): Uint8Array {
  const length = OFFSET + headOf(format) + data.length + 1
  const counted = [
    ...(format.nibbles ? digitsOf(length) : [length]),
    seq,
    ...(format.nibbles ? digitsOf(command) : [command]),
    ...data,
    POSTAMBLE,
  ]
  return Uint8Array.from([PREAMBLE, ...counted, ...digitsOf(sumOf(counted)), END])
}

export type FrameReader = {
  /** What these bytes, cut anywhere, complete; anything else is thrown away. */
  take(bytes: Uint8Array): Heard[]
  /** What can still be read when nothing more comes: a frame that began in the noise may hide a whole one. */
  rest(): Heard[]
}

/** Finds the frames of a device in what comes over the line. */
export function frameReader(format: FrameFormat): FrameReader {
  let waiting: number[] = []
  const read = (more: boolean): Heard[] => {
    const heard: Heard[] = []
    while (waiting.length > 0) {
      const [first] = waiting
      if (first === NAK) heard.push('nak')
      if (first === SYN) heard.push('syn')
      const found = first === PREAMBLE ? frameAt(format, waiting) : 'none'
      if (found === 'begun' && more) break
      if (typeof found === 'object') heard.push(found.frame)
      waiting = waiting.slice(typeof found === 'object' ? found.bytes : 1)
    }
    return heard
  }
  return {
    take(bytes) {
      waiting = [...waiting, ...bytes]
      return read(true)
    },
    rest: () => read(false),
  }
}

type Found = { frame: DeviceFrame; bytes: number } | 'begun' | 'none'

function frameAt(format: FrameFormat, bytes: number[]): Found {
  const length = lengthIn(format, bytes)
  if (length === null) return bytes.length > lengthBytes(format) ? 'none' : 'begun'
  const body = bytes.slice(1, 1 + length)
  if (body.some(isStray)) return 'none'
  const whole = 1 + length + SUM_BYTES + 1
  if (bytes.length < whole) return body.length === length && body.at(-1) !== POSTAMBLE ? 'none' : 'begun'
  const frame = bytes.slice(0, whole)
  const sum = frame.slice(1 + length, 1 + length + SUM_BYTES)
  if (frame.at(-1) !== END || body.at(-1) !== POSTAMBLE) return 'none'
  if (!digitsOf(sumOf(body)).every((digit, at) => digit === sum[at])) return 'none'
  return messageIn(format, body, whole)
}

function messageIn(format: FrameFormat, body: number[], whole: number): Found {
  const separator = body.length - 1 - format.statusBytes - 1
  if (body[separator] !== SEPARATOR) return 'none'
  const seqAt = lengthBytes(format)
  const command = format.nibbles ? numberOf(body.slice(seqAt + 1, seqAt + 5)) : (body[seqAt + 1] ?? null)
  if (command === null) return 'none'
  const frame: DeviceFrame = {
    seq: body[seqAt] ?? 0,
    command,
    data: Uint8Array.from(body.slice(headOf(format), separator)),
    status: Uint8Array.from(body.slice(separator + 1, -1)),
  }
  return { frame, bytes: whole }
}

/** The bytes after the preamble up to and including the postamble; null while it is not there or cannot be. */
function lengthIn(format: FrameFormat, bytes: number[]): number | null {
  const said = bytes.slice(1, 1 + lengthBytes(format))
  if (said.length < lengthBytes(format)) return null
  const length = (format.nibbles ? (numberOf(said) ?? 0) : (said[0] ?? 0)) - OFFSET
  const least = headOf(format) + 1 + format.statusBytes + 1
  return length >= least && length <= least + format.mostData ? length : null
}

/** Bytes that stand in no frame after its beginning. */
const isStray = (byte: number): boolean => byte === PREAMBLE || byte === NAK || byte === SYN

const lengthBytes = ({ nibbles }: FrameFormat): number => (nibbles ? 4 : 1)

/** LEN, SEQ and CMD. */
const headOf = (format: FrameFormat): number => 2 * lengthBytes(format) + 1

const sumOf = (bytes: readonly number[]): number => bytes.reduce((sum, byte) => sum + byte, 0) & 0xffff

const digitsOf = (value: number): number[] => [12, 8, 4, 0].map(shift => DIGIT + ((value >> shift) & 0x0f))

function numberOf(digits: readonly number[]): number | null {
  if (digits.some(digit => digit < DIGIT || digit > DIGIT + 0x0f)) return null
  return digits.reduce((value, digit) => value * 16 + (digit - DIGIT), 0)
}
