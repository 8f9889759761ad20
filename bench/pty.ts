import { setTimeout as pause } from 'node:timers/promises'
import { spawn } from '@lydell/node-pty'

export type Echo = { ms: number; bytes: number }

/** A program on a pseudo terminal of 80×24, for measuring what a person at the keyboard waits for. */
export type OnPty = {
  /** Milliseconds from the start until the output contains the text; throws with what came after 20 s. */
  until: (text: string) => Promise<number>
  /** Sends a key; milliseconds until the first byte of the answer, and the bytes of it until it is quiet. */
  press: (key: string) => Promise<Echo>
  end: () => void
}

const QUIET_MS = 40
const PATIENCE_MS = 20_000

export function onPty(command: string, args: string[], env: Record<string, string>): OnPty {
  const started = performance.now()
  let output = ''
  let last = 0
  let heard: (() => void) | null = null
  const program = spawn(command, args, {
    cols: 80,
    rows: 24,
    name: 'xterm-256color',
    env: { ...process.env, ...env } as Record<string, string>,
  })
  program.onData(data => {
    output += data
    last = performance.now()
    heard?.()
  })
  const quiet = async () => {
    while (performance.now() - last < QUIET_MS) await pause(5)
  }
  return {
    until: async text => {
      while (!output.includes(text)) {
        if (performance.now() - started > PATIENCE_MS)
          throw new Error(`«${text}» never came:\n${output.slice(-2000)}`)
        await pause(1)
      }
      return last - started
    },
    press: async key => {
      await quiet()
      output = ''
      const answered = new Promise<number>(resolve => {
        heard = () => resolve(performance.now())
        setTimeout(() => resolve(Number.NaN), 1000)
      })
      const from = performance.now()
      program.write(key)
      const ms = (await answered) - from
      heard = null
      await quiet()
      return { ms, bytes: Buffer.byteLength(output) }
    },
    end: () => program.kill('SIGKILL'),
  }
}
