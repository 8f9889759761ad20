import type { Fault } from '../fault.ts'
import { NO_BYTES } from './transport.ts'

/** Keeps what a line brought until somebody takes it. */
export type Inbox = {
  arrive(bytes: Uint8Array): void
  /** Nothing more will come: takers get this fault once the rest is taken. */
  end(fault: Fault): void
  /** Rejects with that fault: raced against work that would otherwise wait for a line that is gone. */
  whole: Promise<never>
  take(deadline_ms: number): Promise<Uint8Array>
}

export function createInbox(): Inbox {
  let waiting: Uint8Array[] = []
  let fault: Fault | null = null
  let notice: () => void = () => undefined
  const { promise: whole, reject } = Promise.withResolvers<never>()
  whole.catch(() => undefined)

  const arrival = (deadline_ms: number): Promise<void> =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, deadline_ms)
      notice = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  return {
    arrive(bytes) {
      waiting.push(bytes)
      notice()
    },
    end(why) {
      fault ??= why
      reject(fault)
      notice()
    },
    whole,
    async take(deadline_ms) {
      if (waiting.length === 0 && fault === null && deadline_ms > 0) await arrival(deadline_ms)
      if (waiting.length === 0 && fault !== null) throw fault
      const bytes = waiting.length === 0 ? NO_BYTES : Buffer.concat(waiting)
      waiting = []
      return bytes
    },
  }
}
