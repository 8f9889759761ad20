import { type IPty, spawn } from '@lydell/node-pty'
import xterm from '@xterm/headless'
import { root } from './cli.ts'

/** The built program as a device on a pseudo terminal of 80×24, as a person sees it. */
export type KioskTerminal = {
  pid: number
  type: (keys: string) => void
  frame: () => string
  /** Waits until the screen has the text; on failure shows the screen. */
  until: (text: string) => Promise<void>
  kill: (signal: string) => void
  ended: Promise<number>
}

const PATIENCE_MS = 15_000

/** `line` is of the shell: it ends by becoming the device. */
export function openKiosk(home: string, line = 'exec gishe kiosk'): KioskTerminal {
  const term = new xterm.Terminal({ cols: 80, rows: 24, allowProposedApi: true })
  const env = { PATH: `${root}:${process.env['PATH']}`, HOME: home, GISHE_KIOSK_HOME: home, TERM: 'xterm' }
  const pty: IPty = spawn('sh', ['-c', line], { cols: 80, rows: 24, name: 'xterm', cwd: '/', env })
  const ended = new Promise<number>(resolve => pty.onExit(({ exitCode }) => resolve(exitCode)))
  pty.onData(data => term.write(data))
  const frame = () =>
    Array.from(
      { length: 24 },
      (_, row) => term.buffer.active.getLine(row)?.translateToString(true).trimEnd() ?? '',
    )
      .join('\n')
      .trimEnd()
  return {
    pid: pty.pid,
    type: keys => pty.write(keys),
    frame,
    until: async text => {
      const deadline = performance.now() + PATIENCE_MS
      while (!frame().includes(text)) {
        if (performance.now() > deadline)
          throw new Error(`«${text}» never came; the screen shows:\n${frame()}`)
        await new Promise(resolve => setTimeout(resolve, 10))
      }
    },
    kill: signal => pty.kill(signal),
    ended,
  }
}
