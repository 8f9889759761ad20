import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { CLOCK_WINDOW_MS } from '../web/contract.ts'

/** The two clocks of a device: one that shows the time and may be wrong or set, one that only runs, from this start of the machine on. */
export type Clock = {
  wallMs: () => number
  /** Never set, never goes back; also the next program of the same start of the machine reads it on. */
  runningMs: () => number
  /** Changes with each start of the machine: two running times belong together only where it is the same. */
  bootId: string
}

export const deviceClock = (): Clock => ({
  wallMs: () => Temporal.Now.instant().epochMilliseconds,
  runningMs: () => Number(process.hrtime.bigint() / 1_000_000n),
  bootId: bootId(),
})

/** Where the machine does not tell, each start of the program counts as one of the machine. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return randomUUID()
  }
}

/** The hub's clock as the device knows it from the hub's answers, and the times it signs with. */
export type HubClock = {
  /** The hub said that it is this late. */
  set: (hubMs: number) => void
  /** The hub refused the signed time: it was far from its own, or not later than one it had heard. */
  refused: (why: 'clock' | 'replayed', hubMs: number) => void
  /** Later than every time that was not refused. */
  nextMs: () => number
  /** What the device's clock is ahead of the hub's; null until the hub said what time it is. */
  skewMs: () => number | null
}

/** What is not later though it was signed with the hub's time was signed by a clock that was ahead: then as late as the hub still takes it. */
const NEAR_MS = 30_000

/** Until the hub has said what time it is, the device's own time is the best guess. */
export function hubClock(clock: Clock): HubClock {
  let aheadMs: number | null = null
  let lastMs = 0
  const set = (hubMs: number): void => {
    aheadMs = hubMs - clock.runningMs()
  }
  return {
    set,
    refused: (why, hubMs) => {
      set(hubMs)
      if (why === 'clock') lastMs = 0
      else if (lastMs > hubMs - NEAR_MS) lastMs = hubMs + CLOCK_WINDOW_MS - NEAR_MS
    },
    nextMs: () => {
      const nowMs = aheadMs === null ? clock.wallMs() : clock.runningMs() + aheadMs
      lastMs = Math.max(lastMs + 1, nowMs)
      return lastMs
    },
    skewMs: () => (aheadMs === null ? null : clock.wallMs() - clock.runningMs() - aheadMs),
  }
}
