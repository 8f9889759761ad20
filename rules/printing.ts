/** What a device told just before a paper was sent to it, in its own words; kept with the paper and asked about after a doubt. */
export type Note = Readonly<Record<string, string | number | null>>

/** What is wrong with one field of a printer's profile: not there, not known, or not what is `allowed`, written as in JSON. */
export type ProfileProblem =
  | { field: string; problem: 'missing' | 'unknown' }
  | { field: string; problem: 'not_allowed'; allowed: string }

/** What a printer warns of while it still prints. */
export const PRINTER_WARNINGS = [
  'paper_near_end',
  'memory_near_full',
  'journal_near_full',
  'day_ends_soon',
  'clock_is_off',
] as const
export type PrinterWarning = (typeof PRINTER_WARNINGS)[number]

/**
 * A paper of the day before would come out in front of somebody else, or of nobody. The longest day of an office is shorter
 * than this, the shortest night longer.
 */
const LONGEST_WAIT = { hours: 12 }

/** Whether a paper that waited since then is only printed when a person still wants it. */
export const isLate = (waitedSince: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(waitedSince.add(LONGEST_WAIT), now) < 0

/** Money that was taken so long ago is put away, and the drawer would spring open in front of somebody else. */
const DRAWER_WAITS = { minutes: 2 }

/** Whether a paper that was owed then still opens the drawer. */
export const opensDrawer = (queuedAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(queuedAt.add(DRAWER_WAITS), now) >= 0
