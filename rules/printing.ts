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
