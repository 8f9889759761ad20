import { setTimeout as pause } from 'node:timers/promises'
import { spawn } from '@lydell/node-pty'

/** Milliseconds from a key to the first byte of its answer, and all bytes until the next key. */
export type Echo = { ms: number; bytes: number }

/** A program on a pseudo terminal of 80×24, for measuring what a person at the keyboard waits for. */
export type OnPty = {
  /** Milliseconds from the start until the output contains the text; throws with what came after 20 s. */
  until: (text: string) => Promise<number>
  /** Sends a key and listens until `rhythm_ms` have passed; null when nothing answered. */
  press: (key: string, rhythm_ms: number) => Promise<Echo | null>
  end: () => void
}

const PATIENCE_MS = 20_000

export function onPty(command: string, args: string[], env: Record<string, string>): OnPty {
  const started = performance.now()
  let output = ''
  let firstByte: number | null = null
  let last = 0
  const program = spawn(command, args, {
    cols: 80,
    rows: 24,
    name: 'xterm-256color',
    env: { ...process.env, ...env } as Record<string, string>,
  })
  program.onData(data => {
    output += data
    last = performance.now()
    firstByte ??= last
  })
  return {
    until: async text => {
      while (!output.includes(text)) {
        if (performance.now() - started > PATIENCE_MS)
          throw new Error(`«${text}» never came:\n${output.slice(-2000)}`)
        await pause(1)
      }
      return last - started
    },
    press: async (key, rhythm_ms) => {
      output = ''
      firstByte = null
      const from = performance.now()
      program.write(key)
      await pause(rhythm_ms)
      return firstByte === null ? null : { ms: firstByte - from, bytes: Buffer.byteLength(output) }
    },
    end: () => program.kill('SIGKILL'),
  }
}
