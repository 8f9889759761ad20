/** What a printer said, told apart. */
export type Said =
  /** The answer to DLE EOT with the fixed bits that most makes set. */
  | { kind: 'now'; byte: number }
  /** Any other answer of one byte: to GS r, and to DLE EOT from makes that leave the fixed bits clear. */
  | { kind: 'byte'; byte: number }
  /** Automatic status back. */
  | { kind: 'pushed'; bytes: [number, number, number, number] }
  | { kind: 'id'; id: string }
  | { kind: 'cleared' }
  | { kind: 'power_on' }
  | { kind: 'name'; text: string }

export type Ear = { hear(bytes: Uint8Array): Said[] }

/** Bytes come cut anywhere: what is not whole yet waits for the rest. Flow control is no answer. */
export function createEar(): Ear {
  let rest: number[] = []
  return {
    hear(bytes) {
      rest.push(...bytes.filter(byte => byte !== XON && byte !== XOFF))
      const said: Said[] = []
      for (;;) {
        const found = firstIn(rest)
        if (found === null) return said
        rest = rest.slice(found.length)
        if (found.said) said.push(found.said)
      }
    },
  }
}

const XON = 0x11
const XOFF = 0x13
const BLOCK = 0x37
const NAME = 0x5f
const NOTICE = 0x3b
const LONGEST_NAME = 80

/** The first thing said and how many bytes it took; null while bytes are missing. */
type Found = { said: Said | null; length: number } | null

const noise = { said: null, length: 1 }

function firstIn(bytes: readonly number[]): Found {
  const [first] = bytes
  if (first === undefined) return null
  if ((first & 0b1001_0011) === 0b0001_0000) return pushedIn(bytes)
  if ((first & 0b1001_0011) === 0b0001_0010) return { said: { kind: 'now', byte: first }, length: 1 }
  if (first === BLOCK) return blockIn(bytes)
  if (first === NAME) return nameIn(bytes)
  if (first === NOTICE) return endingIn(bytes, 0x31, { kind: 'power_on' })
  return first < 0x80 ? { said: { kind: 'byte', byte: first }, length: 1 } : noise
}

/** The first byte has bit 4 and not bits 0, 1 and 7; the other three have neither bit 4 nor bit 7. */
function pushedIn(bytes: readonly number[]): Found {
  const [first = 0, second, third, fourth] = bytes
  if ([second, third, fourth].some(byte => byte !== undefined && (byte & 0b1001_0000) !== 0)) return noise
  if (second === undefined || third === undefined || fourth === undefined) return null
  return { said: { kind: 'pushed', bytes: [first, second, third, fourth] }, length: 4 }
}

function blockIn(bytes: readonly number[]): Found {
  const kind = bytes[1]
  if (kind === undefined) return null
  if (kind === 0x25) return endingIn(bytes, kind, { kind: 'cleared' })
  if (kind !== 0x22) return noise
  if (bytes.length < 7) return null
  const id = String.fromCharCode(...bytes.slice(2, 6))
  return bytes[6] === 0 ? { said: { kind: 'id', id }, length: 7 } : noise
}

/** Three bytes of which the last is zero. */
function endingIn(bytes: readonly number[], second: number, said: Said): Found {
  if (bytes[1] !== undefined && bytes[1] !== second) return noise
  if (bytes.length < 3) return null
  return bytes[2] === 0 ? { said, length: 3 } : noise
}

function nameIn(bytes: readonly number[]): Found {
  const end = bytes.indexOf(0)
  if (end < 0) return bytes.length > LONGEST_NAME ? noise : null
  return { said: { kind: 'name', text: String.fromCharCode(...bytes.slice(1, end)) }, length: end + 1 }
}
