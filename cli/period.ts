import { Refusal } from '../rules/refusal.ts'
import { PERIOD_KINDS, type Period, type PeriodKind, periodOf } from '../rules/reports/periods.ts'
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

/** The options that say any period: a day, a week, a month, a quarter, a year, or a first and a last day. */
export type AnyPeriodGiven = {
  text: (name: PeriodKind | 'from' | 'to') => string | undefined
  has: (name: PeriodKind | 'from' | 'to') => boolean
}

/** Whether any period was asked for; refuses a line that asks for two at once. */
export function asksPeriod(given: AnyPeriodGiven, door: Door): boolean {
  const asked = [...PERIOD_KINDS.map(kind => given.has(kind)), given.has('from') || given.has('to')].filter(
    Boolean,
  )
  if (asked.length > 1) throw new WrongUsage(door.lang, usage => usage.onePeriod)
  return asked.length === 1
}

/** The period that was asked for; nothing is today, `--day`, `--month` and the others alone mean this one. */
export function anyPeriodGiven(given: AnyPeriodGiven, today: Temporal.PlainDate): Period {
  const asked = PERIOD_KINDS.filter(kind => given.has(kind)).map(kind => [
    kind,
    given.text(kind) ?? (kind === 'day' ? 'today' : 'this'),
  ])
  const words = { ...Object.fromEntries(asked), from: given.text('from'), to: given.text('to') }
  const period = periodOf(words, today)
  if (period instanceof Refusal) throw period
  return period
}
