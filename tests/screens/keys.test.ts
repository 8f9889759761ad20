import { StringDecoder } from 'node:string_decoder'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeKeys, type Key, resolvePending } from '../../tui/keys.ts'

const shown = (keys: Key[]): string =>
  keys.map(key => (key.kind === 'text' ? `"${key.text}"` : key.name)).join(' ')

/** Everything the bytes mean, with a pause after the last one. */
function read(...chunks: string[]): string {
  const keys: Key[] = []
  let pending = ''
  for (const chunk of chunks) {
    const decoded = decodeKeys(pending, chunk)
    keys.push(...decoded.keys)
    pending = decoded.pending
  }
  return shown(joined([...keys, ...resolvePending(pending)]))
}

function joined(keys: Key[]): Key[] {
  const whole: Key[] = []
  for (const key of keys) {
    const last = whole.at(-1)
    if (key.kind === 'text' && last?.kind === 'text')
      whole[whole.length - 1] = { kind: 'text', text: (last.text + key.text).normalize('NFC') }
    else whole.push(key)
  }
  return whole
}

describe('each terminal in its own dialect', () => {
  test.each([
    ['xterm F1–F4', '\x1bOP\x1bOQ\x1bOR\x1bOS', 'f1 f2 f3 f4'],
    ['Linux console F1–F5', '\x1b[[A\x1b[[B\x1b[[C\x1b[[D\x1b[[E', 'f1 f2 f3 f4 f5'],
    ['rxvt F1–F4', '\x1b[11~\x1b[12~\x1b[13~\x1b[14~', 'f1 f2 f3 f4'],
    [
      'F5–F12',
      '\x1b[15~\x1b[17~\x1b[18~\x1b[19~\x1b[20~\x1b[21~\x1b[23~\x1b[24~',
      'f5 f6 f7 f8 f9 f10 f11 f12',
    ],
    ['F-keys with Shift, Ctrl', '\x1b[1;2P\x1b[19;5~', 'f1 f8'],
    ['arrows', '\x1b[A\x1b[B\x1b[C\x1b[D', 'up down right left'],
    ['arrows of the application mode', '\x1bOA\x1bOB\x1bOC\x1bOD', 'up down right left'],
    ['arrows with modifiers, xterm and rxvt', '\x1b[1;5A\x1bOb', 'up down'],
    ['home and end of xterm', '\x1b[H\x1b[F\x1bOH\x1bOF', 'home end home end'],
    ['home and end of tmux and rxvt', '\x1b[1~\x1b[4~\x1b[7~\x1b[8~', 'home end home end'],
    ['editing keys', '\x1b[3~\x1b[5~\x1b[6~\x7f\b', 'delete pageup pagedown backspace backspace'],
    ['rxvt Ctrl and Shift with Delete', '\x1b[3^\x1b[3$', 'delete delete'],
    ['tab both ways', '\t\x1b[Z', 'tab shift-tab'],
    ['keypad in application mode', '\x1bOq\x1bOr\x1bOl\x1bOy\x1bOp\x1bOM', '"12,90" enter'],
    ['control keys', '\x03\x0c', 'ctrl-c ctrl-l'],
    ['Alt with Backspace', '\x1b\x7f', 'backspace'],
  ])('%s', (_, bytes, keys) => expect(read(bytes)).toBe(keys))
})

describe('a scanner and a paste', () => {
  test('a scan is one text key and the Enter it ends with', () =>
    expect(read('3800123456789\r')).toBe('"3800123456789" enter'))
  test('CR LF is one Enter, also in two chunks', () => {
    expect(read('1\r\n2\r', '\n3')).toBe('"1" enter "2" enter "3"')
  })
  test('two Enters stay two', () => expect(read('\r\r', '\r')).toBe('enter enter enter'))
  test('a paste never presses Enter and never steers the terminal', () => {
    expect(read('\x1b[200~Иван\r\nПетров\x1b[31m\t42\x07\x1b[201~!')).toBe('"Иван Петров[31m 42!"')
  })
  test('a paste in pieces is one text key', () =>
    expect(read('\x1b[20', '0~да\r', 'не\x1b[2', '01~')).toBe('"да не"'))
})

describe('what is not a key', () => {
  test.each([
    ['mouse report, SGR', '\x1b[<0;10;20M', ''],
    ['mouse report, X10', '\x1b[M !!', ''],
    ['focus in and out', '\x1b[I\x1b[O', ''],
    ['cursor position reply', '\x1b[24;80R', ''],
    ['device attributes', '\x1b[?62;4c', ''],
    ['mode reply', '\x1b[?2026;2$y', ''],
    ['colour reply', '\x1b]11;rgb:0000/0000/0000\x1b\\', ''],
    ['F13 and Insert', '\x1b[25~\x1b[2~', ''],
    ['control characters', '\x00\x01\x1a\x1f', ''],
    ['bidi and zero width characters', 'а\u202eб\u200bв', '"абв"'],
  ])('%s', (_, bytes, keys) => expect(read(`${bytes}+`)).toBe(keys === '' ? '"+"' : `${keys.slice(0, -1)}+"`))
})

describe('Esc', () => {
  test('alone waits for what may follow, then is Esc', () => {
    expect(decodeKeys('', '\x1b')).toEqual({ keys: [], pending: '\x1b' })
    expect(read('\x1b')).toBe('esc')
  })
  test('twice is twice', () => expect(read('\x1b\x1b')).toBe('esc esc'))
  test('before a scan in the same chunk loses no digit', () =>
    expect(read('\x1b0451\r')).toBe('esc "0451" enter'))
  test('a cut off sequence is noise, not text', () => expect(read('\x1b[1')).toBe(''))
})

test('the bytes cut anywhere give the same keys', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\r',
      '\r\n',
      '\n',
      '\t',
      '\x1b[A',
      '\x1bOP',
      '\x1b[[C',
      '\x1b[15~',
      '\x1bOq',
      '\x1b[<0;1;2M',
      '\x1b[M !!',
    ),
    fc.constantFrom(
      '\x1b[200~ред\r\nред\x1b[201~',
      '\x1b',
      '\x1b[',
      '\x1bO',
      '\x1b[3$',
      '\x1b]0;x\x07',
      'жълт',
      '€',
      '👍',
      '0451',
      'M',
      '~',
    ),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.array(fc.nat(60), { maxLength: 5 }), (pieces, cuts) => {
      const bytes = Buffer.from(pieces.join(''))
      const edges = [0, ...cuts.filter(cut => cut < bytes.length).sort((a, b) => a - b), bytes.length]
      const decoder = new StringDecoder('utf8')
      const chunks = edges.slice(1).map((edge, index) => decoder.write(bytes.subarray(edges[index], edge)))
      expect(read(...chunks)).toBe(read(bytes.toString()))
    }),
    { numRuns: 2000 },
  )
})
