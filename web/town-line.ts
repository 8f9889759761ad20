import { setTimeout as pause } from 'node:timers/promises'

export type TownLineParts = {
  /** Reads of the town what the hub goes by; throws while it is away. */
  renew: () => Promise<void>
  /** Starts the database again where this machine keeps it. */
  reopen: () => Promise<void>
  /** Told once when the town is away, and once when it is back. */
  onAway: (error: unknown) => void
  onBack: () => void
  /** How long it waits between two tries. */
  againMs?: number
}

const AGAIN_MS = 2_000

/** Notices that the town's database is away and tries until it is back; meanwhile devices are told so. */
export function attendTown({ renew, reopen, onAway, onBack, againMs = AGAIN_MS }: TownLineParts) {
  const ending = new AbortController()
  let trying: Promise<void> | null = null
  const untilBack = async () => {
    while (!ending.signal.aborted) {
      await reopen()
      const isBack = await renew().then(
        () => true,
        () => false,
      )
      if (isBack) return onBack()
      await pause(againMs, undefined, { signal: ending.signal }).catch(() => undefined)
    }
  }
  return {
    lost: (error: unknown): void => {
      if (trying || ending.signal.aborted) return
      onAway(error)
      trying = untilBack().finally(() => {
        trying = null
      })
    },
    end: async (): Promise<void> => {
      ending.abort()
      await trying
    },
  }
}
