import { join } from 'node:path'
import { spawn } from '@lydell/node-pty'
import xterm from '@xterm/headless'
import { type ButtonBox, openButtonBox } from '../support/button-box.ts'
import { root } from '../support/cli.ts'

/** What became of waiting for something on a screen: which of the texts is there, or that the program died, or that none came in time. */
export type Seen = { text: string } | 'dead' | 'late'

/** A device at its place: `gishe kiosk` on a terminal, with a button box on a serial line. Each time it was killed it is started again. */
export type KeptKiosk = {
  home: string
  box: ButtonBox
  /** Types on its keypad. */
  type: (keys: string) => void
  /** Waits for one of these texts on its screen as long as this program lives. */
  sees: (texts: readonly string[], mostMs: number) => Promise<Seen>
  /** Waits until this is on the screen and that is not, over as many starts as it takes. */
  rests: (on: string, off: readonly string[]) => Promise<void>
  kill9: () => boolean
  kills: () => number
  finish: () => Promise<void>
  abandon: () => void
  /** Rejects when it ends otherwise than by a kill or when asked. */
  whole: Promise<void>
}

const SIZE = { cols: 80, rows: 24 }

export async function keepKiosk(home: string, boxId: number): Promise<KeptKiosk> {
  const box = await openButtonBox(boxId)
  const looking = new Set<() => void>()
  const look = () => looking.forEach(one => void one())
  let kills = 0
  let isEnding = false
  let running: Running | null = null
  const run = async () => {
    while (!isEnding) {
      running = start(home, box.path, look)
      const { code, signal } = await running.ended
      const last = running.frame()
      running = null
      look()
      if (signal === SIGKILL) kills++
      else if (code !== 0) throw new Error(`the device ended with ${code}:\n${last}`)
      // The box has its power from the device: what it sent and nobody heard is gone.
      box.unplug()
      if (!isEnding) await box.plugIn()
    }
    box.end()
  }
  const whole = run()
  whole.catch(look)

  const watch = <T>(answer: () => T | null, mostMs: number): Promise<T | null> =>
    new Promise(resolve => {
      const done = (what: T | null) => {
        looking.delete(check)
        clearTimeout(timer)
        resolve(what)
      }
      const check = () => {
        const what = answer()
        if (what !== null) done(what)
      }
      const timer = setTimeout(done, mostMs, null)
      looking.add(check)
      check()
    })

  return {
    home,
    box,
    type: keys => running?.type(keys),
    sees: async (texts, mostMs) => {
      const at = running
      const answer = (): Seen | null => {
        const frame = at?.frame() ?? ''
        const text = texts.find(one => frame.includes(one))
        if (text !== undefined) return { text }
        return at === null || at !== running ? 'dead' : null
      }
      return (await watch(answer, mostMs)) ?? 'late'
    },
    rests: async (on, off) => {
      const isThere = () => {
        const frame = running?.frame() ?? ''
        return frame.includes(on) && off.every(one => !frame.includes(one)) ? true : null
      }
      if (!(await Promise.race([watch(isThere, PATIENCE_MS), whole])))
        throw new Error(`«${on}» never came; the screen shows:\n${running?.frame()}`)
    },
    kill9: () => running?.kill('SIGKILL') ?? false,
    kills: () => kills,
    finish: async () => {
      isEnding = true
      running?.kill('SIGTERM')
      await whole
    },
    abandon: () => {
      isEnding = true
      running?.kill('SIGKILL')
    },
    whole,
  }
}

const SIGKILL = 9
const PATIENCE_MS = 60_000

type Running = ReturnType<typeof start>

/** One life of the program. What it wrote before it died is on its screen also after. */
function start(home: string, box: string, onDrawn: () => void) {
  const term = new xterm.Terminal({ ...SIZE, allowProposedApi: true })
  const program = spawn(process.execPath, [join(root, 'dist', 'main.js'), 'kiosk', '--box', box], {
    ...SIZE,
    cwd: home,
    env: {
      PATH: process.env['PATH'] ?? '',
      TERM: 'xterm-256color',
      LANG: 'C.UTF-8',
      GISHE_KIOSK_HOME: home,
    },
  })
  let isAlive = true
  program.onData(text => term.write(text, onDrawn))
  const ended = new Promise<{ code: number; signal: number }>(resolve =>
    program.onExit(({ exitCode, signal }) => {
      isAlive = false
      term.write('', () => resolve({ code: exitCode, signal: signal ?? 0 }))
    }),
  )
  return {
    ended,
    frame: () =>
      Array.from({ length: SIZE.rows }, (_, at) =>
        term.buffer.active.getLine(at)?.translateToString(true),
      ).join('\n'),
    type: (keys: string) => {
      if (isAlive) program.write(keys)
    },
    kill: (signal: 'SIGKILL' | 'SIGTERM') => {
      if (isAlive) program.kill(signal)
      return isAlive
    },
  }
}
