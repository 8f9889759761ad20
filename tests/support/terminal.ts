import { PassThrough, Writable } from 'node:stream'
import xterm from '@xterm/headless'
import chalk from 'chalk'
import { screens } from '../../locales/bg/screens.ts'
import { type Host, type HostOptions, startHost } from '../../tui/host.tsx'
import type { KeyName } from '../../tui/keys.ts'
import type { Opened } from '../../tui/screen.ts'
import type { TerminalIn, TerminalOut } from '../../tui/terminal.ts'

// Ink asks the real stdout whether it has colours; the test terminal has them whatever vitest runs in.
chalk.level = 1

/** What a key of xterm sends. */
const BYTES: Partial<Record<KeyName, string>> = {
  enter: '\r',
  esc: '\x1b',
  tab: '\t',
  'shift-tab': '\x1b[Z',
  backspace: '\x7f',
  delete: '\x1b[3~',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  f1: '\x1bOP',
  f2: '\x1bOQ',
  f3: '\x1bOR',
  f4: '\x1bOS',
  f5: '\x1b[15~',
  f6: '\x1b[17~',
  f7: '\x1b[18~',
  f8: '\x1b[19~',
  f9: '\x1b[20~',
  f10: '\x1b[21~',
  f11: '\x1b[23~',
  f12: '\x1b[24~',
  'ctrl-c': '\x03',
  'ctrl-l': '\x0c',
}

/** What runs on the terminal: when it has ended, and how to end it. */
export type Running = Pick<Host, 'ended' | 'quit'>

export type TestTerminal = {
  host: Running
  /** One key after another, each in a chunk of its own; a lone Esc waits until it is resolved. */
  press: (...names: KeyName[]) => Promise<void>
  /** One chunk, as a scanner, a paste or a fast hand sends it. */
  type: (text: string) => Promise<void>
  /** What a person sees: the rows without trailing blanks. */
  frame: () => string
  /** Waits until the frame contains the text; on failure shows the frame. */
  until: (text: string) => Promise<void>
  untilGone: (text: string) => Promise<void>
  resize: (columns: number, rows: number) => Promise<void>
  /** The text of the cells drawn inverse (cursor, chosen row, top bar). */
  inverse: (row: number) => string
  /** Bytes written since the last call. */
  bytes: () => number
  isRaw: () => boolean
  isAlternate: () => boolean
  hangUp: () => void
  /** Somebody else writes on the terminal. */
  garble: (bytes: string) => void
  close: () => Promise<void>
}

export type TestSize = { columns?: number; rows?: number }

export type TestOptions = TestSize & Partial<Omit<HostOptions, 'stdin' | 'stdout' | 'first'>>

const PATIENCE_MS = 4000

/** A host with this first screen on a terminal of its own. */
export function openTestTerminal(first: Opened, options: TestOptions = {}): Promise<TestTerminal> {
  const { columns, rows, ...own } = options
  const start = (stdin: TerminalIn, stdout: TerminalOut) =>
    startHost({
      stdin,
      stdout,
      first,
      texts: screens.frame,
      town: () => 'Стара Загора',
      status: () => [],
      describeRefusal: refusal => refusal.code,
      describeFault: () => null,
      isConnectionFault: error => error instanceof Error && error.message === 'line down',
      onBug: () => 'a1b2',
      ...own,
    })
  return runInTerminal(start, { ...(columns ? { columns } : {}), ...(rows ? { rows } : {}) })
}

/** Runs a program on a terminal of its own (80×24 unless told), drawn by xterm. */
export async function runInTerminal(
  start: (stdin: TerminalIn, stdout: TerminalOut) => Running,
  { columns = 80, rows = 24 }: TestSize = {},
): Promise<TestTerminal> {
  const term = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true })
  let written = 0
  let isRaw = false
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (mode: boolean) => {
      isRaw = mode
    },
    ref: () => {},
    unref: () => {},
  })
  const write = (chunk: Buffer, _: string, done: () => void) => {
    written += chunk.length
    // A real terminal's line discipline turns LF into CR LF.
    term.write(chunk.toString().replaceAll('\n', '\r\n'), done)
  }
  const stdout = Object.assign(new Writable({ write, decodeStrings: true }), { isTTY: true, columns, rows })
  const host = start(stdin, stdout)

  const row = (index: number) => term.buffer.active.getLine(index)
  const frame = () =>
    Array.from({ length: term.rows }, (_, index) => row(index)?.translateToString(true).trimEnd() ?? '')
      .join('\n')
      .trimEnd()
  const settled = async () => {
    for (let turn = 0; turn < 3; turn++) await new Promise(resolve => setTimeout(resolve, 8))
    await new Promise<void>(resolve => term.write('', resolve))
  }
  const waitFor = async (isTrue: () => boolean, what: string) => {
    const deadline = performance.now() + PATIENCE_MS
    while (!isTrue()) {
      if (performance.now() > deadline) throw new Error(`${what}; the screen shows:\n${frame()}`)
      await new Promise(resolve => setTimeout(resolve, 5))
    }
  }

  const terminal: TestTerminal = {
    host,
    press: async (...names) => {
      for (const name of names) {
        stdin.write(BYTES[name] ?? '')
        if (name === 'esc') await new Promise(resolve => setTimeout(resolve, 60))
      }
      await settled()
    },
    type: async text => {
      stdin.write(text)
      await settled()
    },
    frame,
    until: text => waitFor(() => frame().includes(text), `«${text}» never came`),
    untilGone: text => waitFor(() => !frame().includes(text), `«${text}» never went`),
    resize: async (newColumns, newRows) => {
      term.resize(newColumns, newRows)
      Object.assign(stdout, { columns: newColumns, rows: newRows })
      stdout.emit('resize')
      await settled()
    },
    inverse: index => {
      const line = row(index)
      const cells = Array.from({ length: term.cols }, (_, column) => line?.getCell(column))
      return cells.map(cell => (cell?.isInverse() ? cell.getChars() || ' ' : '')).join('')
    },
    bytes: () => {
      const count = written
      written = 0
      return count
    },
    isRaw: () => isRaw,
    isAlternate: () => term.buffer.active.type === 'alternate',
    hangUp: () => stdin.end(),
    garble: bytes => term.write(bytes),
    close: async () => {
      host.quit()
      await host.ended
      term.dispose()
    },
  }
  await settled()
  return terminal
}
