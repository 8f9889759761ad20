import type { Fault } from '../fault.ts'

/** The result of `work`, or the fault when it takes longer than `deadline_ms` or somebody stops waiting for it. */
export async function within<T>(
  work: Promise<T>,
  deadline_ms: number,
  late: () => Fault,
  stop?: AbortSignal,
): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const giveUp = () => reject(late())
  const timer = setTimeout(giveUp, deadline_ms)
  stop?.addEventListener('abort', giveUp)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
    stop?.removeEventListener('abort', giveUp)
    work.catch(() => undefined)
  }
}
