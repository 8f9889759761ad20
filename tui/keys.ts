import { plainText } from '../rules/plain-text.ts'

/** In their order on the keyboard. */
export const FUNCTION_KEYS = [
  'f1',
  'f2',
  'f3',
  'f4',
  'f5',
  'f6',
  'f7',
  'f8',
  'f9',
  'f10',
  'f11',
  'f12',
] as const
export type FunctionKey = (typeof FUNCTION_KEYS)[number]

export type KeyName =
  | FunctionKey
  | 'enter'
  | 'esc'
  | 'tab'
  | 'shift-tab'
  | 'backspace'
  | 'delete'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'home'
  | 'end'
  | 'pageup'
  | 'pagedown'
  | 'ctrl-c'
  | 'ctrl-l'

/** A run of printable characters (a scan or a paste is one run), or one named key. */
export type Key = { kind: 'text'; text: string } | { kind: 'key'; name: KeyName }

export type Decoded = { keys: Key[]; pending: string }

/**
 * Turns what a terminal sent into keys. `pending` is what the chunk before left unfinished: the same bytes cut anywhere
 * give the same keys. Sequences of xterm, the Linux console, rxvt, tmux and screen are known, with modifiers ignored;
 * mouse reports, terminal replies and unknown sequences are swallowed whole. A bracketed paste is one text key with
 * its line breaks made spaces, so it can never press Enter.
 */
export function decodeKeys(pending: string, chunk: string): Decoded {
  const keys: Key[] = []
  if (chunk === '') return { keys, pending }
  let rest = pending === AFTER_CR ? chunk.replace(/^\n/, '') : pending + chunk
  while (rest !== '') {
    const step = nextStep(rest)
    if (step === 'unfinished') return { keys, pending: rest }
    for (const key of step.keys) append(keys, key)
    rest = rest.slice(step.length)
    if (rest === '' && step.afterCr) return { keys, pending: AFTER_CR }
  }
  return { keys, pending: '' }
}

/** What the unfinished piece means when nothing follows it: a lone Esc is the Esc key, a cut paste is its text, the rest is noise. */
export function resolvePending(pending: string): Key[] {
  if (pending === '\x1b') return [named('esc')]
  if (pending.startsWith(PASTE_BEGIN)) return textKeys(pending.slice(PASTE_BEGIN.length))
  return rxvtShifted(pending)
}

/**
 * How long to wait before `resolvePending`: a key press sends its bytes together, a paste may stall on the line.
 * Null when there is nothing to resolve: after a CR only the LF that may follow is awaited, as long as it takes.
 */
export function patienceFor_ms(pending: string): number | null {
  if (pending === '' || pending === AFTER_CR) return null
  return pending.startsWith(PASTE_BEGIN) ? 2000 : 40
}

type Step = { keys: Key[]; length: number; afterCr?: boolean }

const AFTER_CR = '\r'
const PASTE_BEGIN = '\x1b[200~'
const PASTE_END = '\x1b[201~'

const named = (name: KeyName): Key => ({ kind: 'key', name })
const optional = (name: KeyName | undefined): Key[] => (name ? [named(name)] : [])

function textKeys(raw: string): Key[] {
  const text = plainText(raw)
  return text === '' ? [] : [{ kind: 'text', text }]
}

function append(keys: Key[], key: Key): void {
  const last = keys.at(-1)
  if (key.kind === 'text' && last?.kind === 'text')
    keys[keys.length - 1] = { kind: 'text', text: last.text + key.text }
  else keys.push(key)
}

function nextStep(rest: string): Step | 'unfinished' {
  if (rest.startsWith('\x1b')) return escapeStep(rest)
  const run = /^[^\x00-\x1f\x7f]+/.exec(rest)?.[0]
  if (run !== undefined) return textStep(rest, run)
  if (rest.startsWith('\r')) {
    const length = rest.startsWith('\r\n') ? 2 : 1
    return { keys: [named('enter')], length, afterCr: length === 1 }
  }
  return { keys: optional(CONTROL_KEYS[rest[0] ?? '']), length: 1 }
}

function textStep(rest: string, run: string): Step | 'unfinished' {
  const isHalf = run.length === rest.length && /[\ud800-\udbff]$/.test(run)
  if (!isHalf) return { keys: textKeys(run), length: run.length }
  return run.length === 1 ? 'unfinished' : { keys: textKeys(run.slice(0, -1)), length: run.length - 1 }
}

function escapeStep(rest: string): Step | 'unfinished' {
  switch (rest[1]) {
    case undefined:
      return 'unfinished'
    case '[':
      return controlStep(rest)
    case 'O':
      return keypadStep(rest)
    case ']':
    case 'P':
    case '_':
      return swallow(/^\x1b[\]P_](?:[^\x07\x1b]|\x1b(?!\\))*(?:\x07|\x1b\\)/, rest)
    case '\x7f':
    case '\b':
      return { keys: [named('backspace')], length: 2 }
    default:
      return { keys: [named('esc')], length: 1 }
  }
}

/** CSI: ESC [ parameters, intermediates, one final character (ECMA-48 5.4), and the three habits that break it. */
function controlStep(rest: string): Step | 'unfinished' {
  if (rest.startsWith(PASTE_BEGIN)) return pasteStep(rest)
  if (rest.startsWith('\x1b[[')) return linuxFunctionKey(rest)
  if (rest.startsWith('\x1b[M')) return swallow(/^\x1b\[M[\s\S]{3}/, rest)
  const found = /^\x1b\[([0-?]*)([ -/]*)([@-~])/.exec(rest)
  if (!found) return brokenOff(rest)
  const [all, parameters = '', intermediates = '', final = ''] = found
  const keys = intermediates === '' ? optional(controlKey(parameters, final)) : []
  return { keys, length: all.length }
}

function controlKey(parameters: string, final: string): KeyName | undefined {
  const [first = '', ...more] = parameters.split(';')
  if ('~^@'.includes(final)) return more.length <= 1 ? TILDE_KEYS[first] : undefined
  const isPlain = /^(?:1;\d+|1|)$/.test(parameters)
  return isPlain ? LETTER_KEYS[final] : undefined
}

/** A sequence ends the moment a character comes that cannot belong to it; that character is read anew. */
function brokenOff(rest: string): Step | 'unfinished' {
  const body = /^\x1b\[[0-?]*[ -/]*/.exec(rest)?.[0] ?? '\x1b['
  return body.length === rest.length ? 'unfinished' : { keys: rxvtShifted(body), length: body.length }
}

/** rxvt ends Shift with an editing key in $, which ECMA-48 reads as an intermediate that still wants its final character. */
const rxvtShifted = (body: string): Key[] => optional(TILDE_KEYS[/^\x1b\[(\d+)\$$/.exec(body)?.[1] ?? ''])

function pasteStep(rest: string): Step | 'unfinished' {
  const end = rest.indexOf(PASTE_END)
  if (end < 0) return 'unfinished'
  return { keys: textKeys(rest.slice(PASTE_BEGIN.length, end)), length: end + PASTE_END.length }
}

function linuxFunctionKey(rest: string): Step | 'unfinished' {
  const letter = rest[3]
  if (letter === undefined) return 'unfinished'
  const name = FUNCTION_KEYS['ABCDE'.indexOf(letter)]
  return { keys: optional(name), length: name ? 4 : 3 }
}

/** SS3: ESC O letter: function keys, arrows in application mode, and the keypad in application mode. */
function keypadStep(rest: string): Step | 'unfinished' {
  const found = /^\x1bO(\d*)([^\x00-\x1f\x7f\d])/.exec(rest)
  if (!found)
    return /^\x1bO\d*$/.test(rest)
      ? 'unfinished'
      : { keys: [], length: /^\x1bO\d*/.exec(rest)?.[0].length ?? 2 }
  const [all, , letter = ''] = found
  const character = KEYPAD_TEXT[letter]
  if (character !== undefined) return { keys: [{ kind: 'text', text: character }], length: all.length }
  return { keys: optional(KEYPAD_KEYS[letter] ?? LETTER_KEYS[letter]), length: all.length }
}

function swallow(pattern: RegExp, rest: string): Step | 'unfinished' {
  const found = pattern.exec(rest)
  return found ? { keys: [], length: found[0].length } : 'unfinished'
}

const CONTROL_KEYS: Record<string, KeyName> = {
  '\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\x7f': 'backspace',
  '\x03': 'ctrl-c',
  '\x0c': 'ctrl-l',
}

const LETTER_KEYS: Record<string, KeyName> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  Z: 'shift-tab',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
}

const KEYPAD_KEYS: Record<string, KeyName> = {
  M: 'enter',
  I: 'tab',
  a: 'up',
  b: 'down',
  c: 'right',
  d: 'left',
}

/** CSI number ~; rxvt ends the same numbers with ^ (Ctrl) and @ (Ctrl Shift). */
const TILDE_KEYS: Record<string, KeyName> = {
  '1': 'home',
  '7': 'home',
  '4': 'end',
  '8': 'end',
  '3': 'delete',
  '5': 'pageup',
  '6': 'pagedown',
  '11': 'f1',
  '12': 'f2',
  '13': 'f3',
  '14': 'f4',
  '15': 'f5',
  '17': 'f6',
  '18': 'f7',
  '19': 'f8',
  '20': 'f9',
  '21': 'f10',
  '23': 'f11',
  '24': 'f12',
}

const KEYPAD_TEXT: Record<string, string> = {
  p: '0',
  q: '1',
  r: '2',
  s: '3',
  t: '4',
  u: '5',
  v: '6',
  w: '7',
  x: '8',
  y: '9',
  j: '*',
  k: '+',
  l: ',',
  m: '-',
  n: '.',
  o: '/',
  X: '=',
  ' ': ' ',
}
