/** Thrown when the clerk stopped waiting for the line. */
export class Stopped extends Error {}

export type Attempts<T> = {
  attempt: () => Promise<T>
  isConnectionFault: (error: unknown) => boolean
  /** Brings the line back before the next attempt; its own failures count as the line still being down. */
  reopen: () => Promise<void>
  onFault: () => void
  stopped: AbortSignal
}

const FIRST_PAUSE_MS = 300
const LONGEST_PAUSE_MS = 3000

/**
 * Makes the same attempt until it ends otherwise than by a lost connection, pausing 0.3 s to 3 s in between.
 * Throws Stopped as soon as `stopped` fires: then nobody knows whether the last attempt was carried out.
 */
export async function carryOut<T>(attempts: Attempts<T>): Promise<T> {
  const stop = Promise.withResolvers<never>()
  stop.promise.catch(() => {})
  const whenStopped = () => stop.reject(new Stopped())
  attempts.stopped.addEventListener('abort', whenStopped, { once: true })
  try {
    return await untilCarriedOut(attempts, stop.promise)
  } finally {
    attempts.stopped.removeEventListener('abort', whenStopped)
  }
}

async function untilCarriedOut<T>(attempts: Attempts<T>, stop: Promise<never>): Promise<T> {
  let isReopening = false
  for (let pause_ms = FIRST_PAUSE_MS; ; pause_ms = Math.min(pause_ms * 2, LONGEST_PAUSE_MS)) {
    try {
      if (isReopening) await Promise.race([attempts.reopen(), stop])
      return await Promise.race([attempts.attempt(), stop])
    } catch (error) {
      if (!attempts.isConnectionFault(error)) throw error
      attempts.onFault()
    }
    isReopening = true
    await pauseOf(pause_ms, stop)
  }
}

async function pauseOf(pause_ms: number, stop: Promise<never>): Promise<void> {
  const pause = Promise.withResolvers<void>()
  const timer = setTimeout(pause.resolve, pause_ms)
  try {
    await Promise.race([pause.promise, stop])
  } finally {
    clearTimeout(timer)
  }
}
