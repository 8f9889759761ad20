import type { Fault } from '../fault.ts'

/** The result of `work`, or the fault when it takes longer than `deadline_ms`. */
export async function within<T>(work: Promise<T>, deadline_ms: number, late: () => Fault): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(late()), deadline_ms)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
    work.catch(() => undefined)
  }
}
