import { Refusal } from '../rules/refusal.ts'
import { type Period, periodOf } from '../rules/reports/periods.ts'
import type { Door } from './door.ts'
import { WrongUsage } from './wrong-usage.ts'

type PeriodOption = 'day' | 'month' | 'from' | 'to'

/** The options that say a period, of whatever command has them. */
export type PeriodGiven = {
  text: (name: PeriodOption) => string | undefined
  has: (name: PeriodOption) => boolean
}

/** Refuses a line that asks for two periods at once. */
export function refuseTwoPeriods(given: PeriodGiven, door: Door): void {
  const asked = [given.has('day'), given.has('month'), given.has('from') || given.has('to')]
  if (asked.filter(Boolean).length > 1) throw new WrongUsage(door.lang, usage => usage.onePeriod)
}

/** The period that was asked for; nothing is today, `--day` and `--month` alone mean this one. */
export function periodGiven(given: PeriodGiven, today: Temporal.PlainDate): Period {
  const period = periodOf(
    {
      day: given.text('day') ?? (given.has('day') ? 'today' : undefined),
      month: given.text('month') ?? (given.has('month') ? 'this' : undefined),
      from: given.text('from'),
      to: given.text('to'),
    },
    today,
  )
  if (period instanceof Refusal) throw period
  return period
}
