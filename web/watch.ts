import { spawn } from 'node:child_process'
import type { Ctx } from '../office/context.ts'
import { type KioskAlarm, watchKiosks } from '../office/kiosks/watch-kiosks.ts'

const WATCH_MS = 30_000
const TOLD_WITHIN_MS = 10_000

/** Something was raised or is over, as the hook of the town reads it. */
export type Told = { state: 'raised' | 'ended'; alarm: KioskAlarm }

export type WatchParts = {
  ctx: () => Ctx
  /** Before each look: what the town set anew. */
  renew: () => Promise<void>
  tell: (told: Told) => Promise<void>
  /** A look that failed; the next one comes all the same. */
  onMissed: (error: unknown) => void
  watchMs?: number
}

/**
 * Looks after the devices while the hub listens, each half minute. Nobody is silent for the time in which the town's database was away:
 * after that the hub listens anew. Call what it gives back to end it.
 */
export function startWatch({
  ctx,
  renew,
  tell,
  onMissed,
  watchMs = WATCH_MS,
}: WatchParts): () => Promise<void> {
  const started = Temporal.Now.instant()
  const doublesTold = new Set<string>()
  let since: Temporal.Instant | null = started
  let look = Promise.resolve()
  const once = async () => {
    try {
      await renew()
      since ??= Temporal.Now.instant()
      const { raised, ended, doubled } = await watchKiosks(ctx(), since)
      const isNews = ({ id, raisedAt }: KioskAlarm) =>
        !doublesTold.has(id) && Temporal.Instant.compare(raisedAt, started) > 0
      const news = doubled.filter(isNews)
      for (const { id } of news) doublesTold.add(id)
      for (const alarm of [...raised, ...news]) await tell({ state: 'raised', alarm })
      for (const alarm of ended) await tell({ state: 'ended', alarm })
    } catch (error) {
      since = null
      onMissed(error)
    }
  }
  let isLooking = false
  const timer = setInterval(() => {
    if (isLooking) return
    isLooking = true
    look = once().finally(() => {
      isLooking = false
    })
  }, watchMs)
  return async () => {
    clearInterval(timer)
    await look
  }
}

/**
 * Runs the town's own program (sends a mail, lights a lamp) with the alarm as one JSON line on its input: no shell, ten seconds. Gives
 * back what went wrong, or null.
 */
export const runHook = (program: string, { state, alarm }: Told): Promise<string | null> =>
  new Promise(done => {
    const child = spawn(program, [], {
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: TOLD_WITHIN_MS,
      killSignal: 'SIGKILL',
    })
    child.once('error', error => done(error.message))
    child.once('exit', (code, signal) => done(code === 0 ? null : (signal ?? `exit ${code}`)))
    // Whoever does not read it may do without.
    child.stdin.on('error', () => undefined)
    child.stdin.end(`${JSON.stringify({ state, ...alarm })}\n`)
  })
