import { PassThrough } from 'node:stream'
import blessed from 'blessed'
import { type Begun, readInputs } from './keys.ts'
import type { Picture, Row, Size, Tone } from './picture.ts'
import type { TurnEvent } from './turn.ts'

/** What people do at the screen. `quit` is Ctrl-C: for whoever tries the program in a terminal of theirs. */
export type StageInput =
  | Extract<TurnEvent, { kind: 'digit' | 'touch' | 'enter' | 'erase' | 'star' }>
  | { kind: 'quit' }

export type Stage = {
  onInput: (listener: (input: StageInput) => void) => void
  /** The terminal has another size now, or should be drawn anew: show a picture that fits. */
  onResize: (listener: () => void) => void
  size: () => Size
  /** Draws what differs from what is there. */
  show: (picture: Picture) => void
  /** Gives the terminal back. Once more does nothing. */
  end: () => void
}

export type StageIn = NodeJS.ReadableStream & { isTTY?: boolean; setRawMode?: (mode: boolean) => unknown }
export type StageOut = NodeJS.WritableStream & { isTTY?: boolean; columns?: number; rows?: number }

const TONES: Record<Tone, string> = {
  plain: '0',
  strong: '0;1',
  quiet: '0',
  key: '0;1;7',
  worst: '0;1;31',
  bad: '0;33',
  middle: '0;1;33',
  good: '0;32',
  best: '0;1;32',
  alarm: '0;1;31',
}

/** Presses of buttons (1000) in decimal numbers (1006); neither movement nor letting go are wanted, but the latter comes along. */
const MOUSE_ON = '\x1b[?1000h\x1b[?1006h'
const MOUSE_OFF = '\x1b[?1006l\x1b[?1000l'
/** The Linux console goes dark after ten minutes without a key unless it is told not to (console_codes(4)). */
const NEVER_DARK = '\x1b[9;0]\x1b[14;0]'

/**
 * Takes the terminal: the whole screen, no cursor, no echo. blessed draws, and only what changed; the keys are read here, because its
 * own reading takes the numbers of a mouse report that came in two pieces for digits that somebody pressed.
 */
export function openStage(input: StageIn = process.stdin, output: StageOut = process.stdout): Stage {
  // Lines are sent as they are, never as letters of another character set that a console may not have.
  process.env['NCURSES_NO_UTF8_ACS'] ??= '1'
  const screen = blessed.screen({
    input: new PassThrough(),
    output: output as NodeJS.WriteStream,
    forceUnicode: true,
    autoPadding: false,
  })
  const sheet = blessed.box({ parent: screen, top: 0, left: 0, width: '100%', height: '100%', tags: false })
  let listener: (given: StageInput) => void = () => {}
  let picture: Picture = { rows: [], zones: [] }
  let begun: Begun | null = null
  let isOver = false

  const take = (bytes: Buffer) => {
    const read = readInputs(begun, bytes.toString('latin1'), performance.now())
    begun = read.begun
    for (const one of read.inputs) {
      const given = one.kind === 'place' ? touched(picture, one.column, one.row) : one
      if (given) listener(given)
    }
  }
  const end = () => {
    if (isOver) return
    isOver = true
    input.off('data', take)
    process.off('exit', end)
    input.setRawMode?.(false)
    input.pause()
    output.write(MOUSE_OFF)
    screen.destroy()
  }
  input.setRawMode?.(true)
  input.on('data', take)
  input.resume()
  process.on('exit', end)
  // A terminal that is gone takes no more drawings; whoever started the program learns of it by SIGHUP.
  output.on('error', () => {})
  output.write(process.env['TERM']?.startsWith('linux') ? MOUSE_ON + NEVER_DARK : MOUSE_ON)

  return {
    onInput: given => {
      listener = given
    },
    onResize: given => {
      screen.on('resize', given)
    },
    size: () => ({ columns: output.columns || 80, rows: output.rows || 24 }),
    show: next => {
      if (isOver) return
      picture = next
      sheet.setContent(next.rows.map(written).join('\n'))
      screen.render()
    },
    end,
  }
}

const written = (row: Row): string =>
  row.map(({ text, tone }) => (tone === 'plain' ? text : `\x1b[${TONES[tone]}m${text}\x1b[0m`)).join('')

function touched({ zones }: Picture, column: number, row: number): StageInput | null {
  const hit = zones.find(
    ({ left, right, top, bottom }) => column >= left && column <= right && row >= top && row <= bottom,
  )
  return hit ? { kind: 'touch', zone: hit.zone } : null
}
