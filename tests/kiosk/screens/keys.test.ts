import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Begun, type Input, readInputs } from '../../../kiosk/screens/keys.ts'

const read = (bytes: string): Input[] => readInputs(null, bytes, 0).inputs
const digits = (bytes: string): string =>
  read(bytes)
    .map(one => (one.kind === 'digit' ? one.digit : `(${one.kind})`))
    .join('')

describe('a digit is a digit from whatever it comes', () => {
  test.each([
    ['the row of digits', '0123456789', '0123456789'],
    [
      'a keypad in application mode',
      [...'pqrstuvwxy'].map(letter => `\x1bO${letter}`).join(''),
      '0123456789',
    ],
    [
      'a keypad of the Linux console without NumLock',
      '\x1b[2~\x1b[4~\x1b[B\x1b[6~\x1b[D\x1b[G\x1b[C\x1b[1~\x1b[A\x1b[5~',
      '0123456789',
    ],
    [
      'a keypad of xterm without NumLock',
      '\x1b[2~\x1bOF\x1bOB\x1b[6~\x1bOD\x1bOE\x1bOC\x1bOH\x1bOA\x1b[5~',
      '0123456789',
    ],
  ])('%s', (_, bytes, given) => expect(digits(bytes)).toBe(given))
})

test.each([
  ['\r', 'enter'],
  ['\n', 'enter'],
  ['\r\n', 'enter'],
  ['\x1bOM', 'enter'],
  ['#', 'enter'],
  ['*', 'star'],
  ['\x1bOj', 'star'],
  ['\x1bOR', 'star'],
  ['\x7f', 'erase'],
  ['\b', 'erase'],
  ['\x03', 'quit'],
])('%j is one %s', (bytes, kind) => expect(read(bytes)).toEqual([{ kind }]))

describe('what is no answer is passed over in silence', () => {
  const utf8 = (text: string) => Buffer.from(text).toString('latin1')
  test.each([
    ['letters of a Latin layout', 'qwertyASDF-+/.,;'],
    ['letters of a Cyrillic layout', utf8('явертъуиопѝЯ№€„“')],
    ['function keys', '\x1b[[A\x1b[[E\x1bOP\x1b[17~\x1b[24~\x1b[1;5P'],
    ['Alt with a digit', '\x1b5'],
    ['what a terminal answers about itself', '\x1b[?62;1;6c\x1b[>41;330;0c\x1b[24;80R\x1b[?1;2$y'],
    ['focus that comes and goes', '\x1b[I\x1b[O'],
    ['marks of a paste', '\x1b[200~\x1b[201~'],
  ])('%s', (_, bytes) => expect(read(bytes)).toEqual([]))
})

describe('a press of mouse or finger is told once', () => {
  const at = (column: number, row: number) => [{ kind: 'place', column, row }]
  test.each([
    ['1006: down and up', '\x1b[<0;40;12M\x1b[<0;40;12m', at(39, 11)],
    ['1006: beyond column 223', '\x1b[<0;240;60M', at(239, 59)],
    ['1006: with Shift', '\x1b[<4;1;1M', at(0, 0)],
    ['1006: the wheel', '\x1b[<64;40;12M\x1b[<65;40;12M', []],
    ['1006: a finger that moves', '\x1b[<32;41;12M\x1b[<35;42;12M', []],
    ['1015: down and up', '\x1b[32;40;12M\x1b[35;40;12M', at(39, 11)],
    ['the old encoding: down and up', '\x1b[M H,\x1b[M#H,', at(39, 11)],
    ['the old encoding with letters that are digits', '\x1b[M 13', at(16, 18)],
    ['the old encoding beyond column 95', `\x1b[M ${String.fromCharCode(192)}!`, at(159, 0)],
  ])('%s', (_, bytes, given) => expect(read(bytes)).toEqual(given))
})

const SENT = '\x1b[<0;40;12M5\x1b[<0;41;13m\x1bOq\x1b[M 13\x1b[B*\x1b[?62;1;6c7'

test('a sequence that comes in pieces means the same as in one: its numbers are nobody’s digits', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(SENT.length), { maxLength: 8 }), cuts => {
      const places = [...new Set([0, ...cuts, SENT.length])].toSorted((one, other) => one - other)
      let begun: Begun | null = null
      const inputs: Input[] = []
      for (const [index, from] of places.entries()) {
        const now = readInputs(begun, SENT.slice(from, places[index + 1]), index)
        begun = now.begun
        inputs.push(...now.inputs)
      }
      expect(inputs).toEqual(read(SENT))
    }),
  )
})

test('a lone Esc takes no digit with it that somebody presses later', () => {
  const { begun } = readInputs(null, '\x1b', 0)
  expect(readInputs(begun, '5', 1_000).inputs).toEqual([{ kind: 'digit', digit: 5 }])
})

test('whatever bytes come, it reads on', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
      const { begun } = readInputs(null, Buffer.from(bytes).toString('latin1'), 0)
      expect(readInputs(begun, '\x1b\x1b5', 1_000)).toBeTruthy()
      expect(readInputs(begun, '5', 1_000).inputs).toEqual([{ kind: 'digit', digit: 5 }])
    }),
  )
})
