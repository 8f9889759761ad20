const EACH_MS = 60_000

export type Counts = Record<string, number>

/** Counts what was refused and tells of it once a minute: a device that is wrong a thousand times is one line. */
export function startTally(tell: (counts: Counts) => void): {
  count: (why: string) => void
  end: () => void
} {
  let counts: Counts = {}
  const flush = () => {
    if (Object.keys(counts).length === 0) return
    const told = counts
    counts = {}
    tell(told)
  }
  const timer = setInterval(flush, EACH_MS).unref()
  return {
    count: why => {
      counts[why] = (counts[why] ?? 0) + 1
    },
    end: () => {
      clearInterval(timer)
      flush()
    },
  }
}
