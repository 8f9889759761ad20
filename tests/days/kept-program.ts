import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A program that is started again each time it was killed. */
export type KeptProgram = {
  /** Kills it with -9; false while it is not yet at work. */
  kill9: () => boolean
  /** How many times it died of that. */
  kills: () => number
  /** Resolves when the program says this word next. */
  says: (word: string) => Promise<void>
  /** Resolves while it is at work: at once, or when it says `ready` again. */
  atWork: () => Promise<void>
  /** Writes a line to it; false while it is not at work. */
  tell: (line: string) => boolean
  /** Asks it to end its work and waits for it. */
  finish: () => Promise<void>
  /** Ends it without waiting for anything: for when the day went wrong. */
  abandon: () => void
  /** Rejects when it ends otherwise than by a kill or when asked. */
  whole: Promise<void>
}

type Options = {
  /** A file of tests/support. */
  file: string
  home: string
  /** What it is told at each start. */
  orders: () => object
  onWord?: (word: string) => void
  onDeath?: () => void
}

export function keep({ file, home, orders, onWord, onDeath }: Options): KeptProgram {
  let child: ChildProcess
  let ready = false
  let ending = false
  let kills = 0
  const waiting = new Map<string, PromiseWithResolvers<void>>()

  const hear = (word: string) => {
    if (word === 'ready') ready = true
    waiting.get(word)?.resolve()
    waiting.delete(word)
    onWord?.(word)
  }
  const says = (word: string): Promise<void> => {
    const known = waiting.get(word) ?? Promise.withResolvers<void>()
    waiting.set(word, known)
    return known.promise
  }
  const runOnce = async () => {
    const path = join(import.meta.dirname, '..', 'support', file)
    child = spawn(process.execPath, [path, JSON.stringify(orders())], {
      env: {
        ...process.env,
        GISHE_HOME: home,
        GISHE_DATABASE_URL: '',
        NODE_OPTIONS: '',
        NODE_COMPILE_CACHE: join(home, 'compiled'),
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let complaint = ''
    child.stderr?.on('data', text => {
      complaint += text
    })
    child.stdin?.on('error', () => undefined)
    createInterface({ input: child.stdout! }).on('line', hear)
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
    ready = false
    onDeath?.()
    if (signal === 'SIGKILL') kills++
    else if (!ending || code !== 0) throw new Error(`${file} ended with ${code ?? signal}:\n${complaint}`)
  }
  const run = async () => {
    while (!ending) await runOnce()
  }
  const whole = run()
  whole.catch(() => undefined)
  const atWork = async () => {
    if (!ready) await Promise.race([says('ready'), whole])
  }
  return {
    kill9: () => {
      const struck = ready && child.kill('SIGKILL')
      ready = false
      return struck
    },
    kills: () => kills,
    says,
    atWork,
    tell: line => ready && child.stdin?.write(`${line}\n`) !== undefined,
    finish: async () => {
      await atWork()
      ending = true
      child.kill('SIGTERM')
      await whole
    },
    abandon: () => {
      ending = true
      child.kill('SIGKILL')
    },
    whole,
  }
}
