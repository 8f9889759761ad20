import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'

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
  /** Later than every time given before. */
  nextMs: () => number
}

/** Until the hub has said what time it is, the device's own time is the best guess. */
export function hubClock(clock: Clock): HubClock {
  let ahead: number | null = null
  let last = 0
  return {
    set: hubMs => {
      ahead = hubMs - clock.runningMs()
      // What was signed while the clock was wrong holds nothing back.
      last = Math.min(last, hubMs)
    },
    nextMs: () => {
      const now = ahead === null ? clock.wallMs() : clock.runningMs() + ahead
      last = Math.max(last + 1, now)
      return last
    },
  }
}
