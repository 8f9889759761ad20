import type { Cents } from './money.ts'

/** One desk on the supervisor's board, as it is at `Board.asOf`. */
export type BoardRow = {
  desk: { number: number; name: string }
  /** Null where no till is open. */
  till: { id: string; cashier: string; openedAt: Temporal.Instant; held: Cents } | null
  /** Since the day began. */
  payments: number
  lastPaymentAt: Temporal.Instant | null
  /** How the queue goes: payments of the last minutes, and how long one took on average in the last hour. */
  pace: { last15: number; last60: number; served_ms: number | null }
  papers: Papers
}

/** Papers that wait for more than a minute, that failed, and that nobody knows of whether they came out. */
export type Papers = { late: number; failed: number; unsure: number }

export type Board = {
  asOf: Temporal.Instant
  /** From this sum on a drawer holds too much; null where the town has set no limit. */
  limit: Cents | null
  rows: BoardRow[]
}

export const ALARMS = ['over_limit', 'papers'] as const
export type Alarm = (typeof ALARMS)[number]

/** What at this desk wants somebody to come. */
export const alarmsOf = (row: BoardRow, limit: Cents | null): Alarm[] => [
  ...(limit !== null && row.till && row.till.held > limit ? ['over_limit' as const] : []),
  ...(papersStuck(row.papers) > 0 ? ['papers' as const] : []),
]

export const papersStuck = ({ late, failed, unsure }: Papers): number => late + failed + unsure

/** Whole minutes from one moment to another. */
export const minutesBetween = (from: Temporal.Instant, to: Temporal.Instant): number =>
  Math.max(0, Math.floor(from.until(to).total('minutes')))

/** `1:35`: minutes and seconds. */
export function showDuration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
