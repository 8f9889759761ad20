/** What a keyboard, keypad, mouse or finger said: a digit, a command, or a place on the screen, counted from 0. */
export type Input =
  | { kind: 'digit'; digit: number }
  | { kind: 'enter' }
  | { kind: 'erase' }
  | { kind: 'star' }
  | { kind: 'quit' }
  | { kind: 'place'; column: number; row: number }

/** The beginning of a sequence whose end did not come yet, and when it began. */
export type Begun = { bytes: string; ms: number }

/** A sequence that is not over after this long was a lone Esc, and what comes now is a key of its own. */
const SEQUENCE_MS = 100

/**
 * Reads what a terminal sent (each byte a character): digits of any layout and keypad, also in application mode and with NumLock off,
 * and presses of mouse or finger in the encodings 1006, 1015 and the old one. All else is passed over in silence. A sequence
 * that comes in pieces is put together: its numbers are no digits that somebody pressed.
 */
export function readInputs(
  begun: Begun | null,
  bytes: string,
  nowMs: number,
): { inputs: Input[]; begun: Begun | null } {
  const kept = begun && nowMs - begun.ms < SEQUENCE_MS ? begun : null
  let rest = (kept?.bytes ?? '') + bytes
  const inputs: Input[] = []
  while (rest !== '') {
    if (UNFINISHED.test(rest))
      return { inputs, begun: { bytes: rest, ms: kept?.bytes === rest ? kept.ms : nowMs } }
    const [taken, input] = next(rest)
    if (input) inputs.push(input)
    rest = rest.slice(taken)
  }
  return { inputs, begun: null }
}

/** The beginning of an escape sequence to which more may come. */
const UNFINISHED = /^\x1b(?:O|\[(?:M.{0,2}|\[|[<?=>]?[\d;:]*[ -/]*))?$/s
const SEQUENCE = /^\x1b(?:O(.)|\[M(.{3})|\[\[.|\[([<?=>]?)([\d;:]*)[ -/]*(.))/s

function next(bytes: string): [number, Input | null] {
  if (!bytes.startsWith('\x1b')) return bytes.startsWith('\r\n') ? [2, ENTER] : [1, plain(bytes.charAt(0))]
  const [whole, application, old, sign, numbers = '', final = ''] = SEQUENCE.exec(bytes) ?? []
  if (whole === undefined) return [bytes.charAt(1) === '\x1b' ? 1 : 2, null]
  if (application !== undefined) return [whole.length, keypad(application)]
  if (old !== undefined) return [whole.length, oldPlace(old)]
  if (sign === '<') return [whole.length, final === 'M' ? place(numbers, 0) : null]
  if (sign !== '') return [whole.length, null]
  if (final === 'M') return [whole.length, place(numbers, 32)]
  return [whole.length, withoutNumLock(numbers + final)]
}

const ENTER: Input = { kind: 'enter' }
const digit = (value: number): Input => ({ kind: 'digit', digit: value })

function plain(key: string): Input | null {
  if (/^\d$/.test(key)) return digit(Number(key))
  if (key === '\r' || key === '\n' || key === '#') return ENTER
  if (key === '*') return { kind: 'star' }
  if (key === '\x7f' || key === '\b') return { kind: 'erase' }
  return key === '\x03' ? { kind: 'quit' } : null
}

/** ESC O and a letter: `p`–`y` are the digits, `M` is Enter, `j` the star of xterm, `R` that of the Linux console. */
function keypad(letter: string): Input | null {
  const value = 'pqrstuvwxy'.indexOf(letter)
  if (value >= 0) return digit(value)
  if (letter === 'M') return ENTER
  return letter === 'j' || letter === 'R' ? { kind: 'star' } : withoutNumLock(letter)
}

/** A keypad whose NumLock is off sends arrows and the like. The Linux console starts so. */
const WITHOUT_NUM_LOCK: Record<string, number> = {
  '2~': 0,
  '4~': 1,
  F: 1,
  B: 2,
  '6~': 3,
  D: 4,
  E: 5,
  G: 5,
  C: 6,
  '1~': 7,
  H: 7,
  A: 8,
  '5~': 9,
}
const withoutNumLock = (code: string): Input | null => {
  const value = WITHOUT_NUM_LOCK[code]
  return value === undefined ? null : digit(value)
}

/** Neither a wheel, nor a movement, nor a letting go: a button that went down, whatever Shift or Ctrl say. */
const isDown = (code: number): boolean => (code & 0b1110_0000) === 0 && (code & 0b11) !== 0b11

function place(numbers: string, offset: number): Input | null {
  const [code = 0, column = 0, row = 0] = numbers.split(';').map(Number)
  return isDown(code - offset) && column > 0 && row > 0
    ? { kind: 'place', column: column - 1, row: row - 1 }
    : null
}

const oldPlace = (three: string): Input | null => {
  const [code = 0, column = 0, row = 0] = [...three].map(one => one.charCodeAt(0) - 32)
  return isDown(code) && column > 0 && row > 0 ? { kind: 'place', column: column - 1, row: row - 1 } : null
}
