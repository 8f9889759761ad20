import { type Refusal, refusal } from '../refusal.ts'

/** Whole days of the town, both included. */
export type Period = { from: Temporal.PlainDate; to: Temporal.PlainDate }

export const PERIOD_KINDS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** What was typed: one day, week, month, quarter or year, or a first and perhaps a last day. */
export type PeriodWords = { [Kind in PeriodKind | 'from' | 'to']?: string | undefined }

/**
 * The days that were asked for; nothing asked is today, a first day alone runs to today. Days are `2026-11-22`, `22.11.2026`,
 * `today`, `yesterday`, `днес`, `вчера`; a week is any day of it; months are `2026-11`, `11.2026`; quarters `2026-4`, `4.2026`;
 * years `2026`; each of these but a day also `this`, `last`, `този`, `миналия`. Refuses other words, days that are not in the
 * calendar, two ways of asking at once, a last day alone or before the first.
 */
export function periodOf(words: PeriodWords, today: Temporal.PlainDate): Period | Refusal {
  const { from, to } = words
  const asked = PERIOD_KINDS.filter(kind => words[kind] !== undefined)
  const ways = asked.length + ((from ?? to) === undefined ? 0 : 1)
  const period = ways > 1 ? null : readPeriod(words, asked[0], today)
  if (period && Temporal.PlainDate.compare(period.from, period.to) <= 0) return period
  return refusal('period.wrong', {
    text: [...asked.map(kind => words[kind]), from, to].filter(text => text !== undefined).join(' '),
  })
}

function readPeriod(
  words: PeriodWords,
  kind: PeriodKind | undefined,
  today: Temporal.PlainDate,
): Period | null {
  if (kind !== undefined) {
    const day = DAY_IN[kind](words[kind] ?? '', today)
    return day && periodAround(kind, day)
  }
  if (words.from === undefined && words.to !== undefined) return null
  const first = readDay(words.from ?? 'today', today)
  const last = readDay(words.to ?? 'today', today)
  return first && last && { from: first, to: last }
}

/** The day, week (from Monday), month, quarter or year that a day lies in. */
export function periodAround(kind: PeriodKind, day: Temporal.PlainDate): Period {
  if (kind === 'day') return { from: day, to: day }
  if (kind === 'week') {
    const from = day.subtract({ days: day.dayOfWeek - 1 })
    return { from, to: from.add({ days: 6 }) }
  }
  const month = kind === 'month' ? day.month : kind === 'quarter' ? firstMonthOf(quarterOf(day)) : 1
  const from = day.with({ month, day: 1 })
  return { from, to: from.add({ months: MONTHS[kind] }).subtract({ days: 1 }) }
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

export const quarterOf = (day: Temporal.PlainDate): number => Math.ceil(day.month / 3)
const firstMonthOf = (quarter: number): number => quarter * 3 - 2

/** A day in the period of this kind that is `steps` later (earlier where negative) than the one `day` lies in. */
export function stepped(kind: PeriodKind, day: Temporal.PlainDate, steps: number): Temporal.PlainDate {
  const { from } = periodAround(kind, day)
  if (kind === 'day') return day.add({ days: steps })
  return kind === 'week' ? from.add({ weeks: steps }) : from.add({ months: steps * MONTHS[kind] })
}

export const COMPARE = ['last-year', 'previous'] as const
export type Compare = (typeof COMPARE)[number]

/**
 * What a period is compared with. A period that is still running is compared as far as today. `last-year`: the same dates a
 * year before, where whole months stay whole (February has then 28 or 29 days), but whole weeks go back 52 weeks, so that
 * weekdays meet; 29 February meets the 28th. `previous`: as many whole months before, else as many days.
 */
export function comparedPeriod(whole: Period, compare: Compare, today: Temporal.PlainDate): Period {
  const period = untilToday(whole, today)
  const months = wholeMonths(period)
  if (months !== null) {
    const from = period.from.subtract({ months: compare === 'last-year' ? 12 : months })
    return { from, to: from.add({ months }).subtract({ days: 1 }) }
  }
  const days = lengthOf(period)
  if (compare === 'previous') return shifted(period, { days })
  return period.from.dayOfWeek === 1 && days === 7
    ? shifted(period, { weeks: 52 })
    : shifted(period, { years: 1 })
}

/** The part of a period that has passed, or all of it where none or all has. */
function untilToday(period: Period, today: Temporal.PlainDate): Period {
  const isRunning =
    Temporal.PlainDate.compare(period.from, today) <= 0 && Temporal.PlainDate.compare(today, period.to) < 0
  return isRunning ? { from: period.from, to: today } : period
}

const shifted = ({ from, to }: Period, by: Temporal.DurationLike): Period => ({
  from: from.subtract(by),
  to: to.subtract(by),
})

const lengthOf = ({ from, to }: Period): number => from.until(to, { largestUnit: 'days' }).days + 1

function wholeMonths({ from, to }: Period): number | null {
  if (from.day !== 1 || to.day !== to.daysInMonth) return null
  return (to.year - from.year) * 12 + to.month - from.month + 1
}

const DAYS_AGO: Record<string, number> = { today: 0, днес: 0, yesterday: 1, вчера: 1 }
const AGO: Record<string, number> = { this: 0, този: 0, тази: 0, това: 0, last: 1, миналия: 1, миналата: 1 }

/** For each kind of period, how a day in it is read from words, or null. */
const DAY_IN: Record<PeriodKind, (text: string, today: Temporal.PlainDate) => Temporal.PlainDate | null> = {
  day: readDay,
  week: (text, today) => ago('week', text, today) ?? readDay(text, today),
  month: (text, today) => ago('month', text, today) ?? readParts(text, /^\d\d?$/, month => month),
  quarter: (text, today) =>
    ago('quarter', text, today) ?? readParts(text, /^[1-4]$/, quarter => firstMonthOf(quarter)),
  year: (text, today) =>
    ago('year', text, today) ?? (/^\d{4}$/.test(text.trim()) ? inCalendar(text.trim(), '1', '1') : null),
}

function ago(kind: PeriodKind, text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const steps = AGO[wordOf(text)]
  return steps === undefined ? null : stepped(kind, today, -steps)
}

const wordOf = (text: string): string => text.trim().toLocaleLowerCase('bg')

/** A day as a person writes it, or null. */
export function readDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const word = wordOf(text)
  const days = DAYS_AGO[word]
  if (days !== undefined) return today.subtract({ days })
  const match =
    /^(?<year>\d{4})-(?<month>\d\d?)-(?<day>\d\d?)$/.exec(word) ??
    /^(?<day>\d\d?)\.(?<month>\d\d?)\.(?<year>\d{4})$/.exec(word)
  return match && inCalendar(match.groups?.['year'], match.groups?.['month'], match.groups?.['day'])
}

/** A year and its month or quarter, in either order: `2026-11`, `11.2026`. */
function readParts(
  text: string,
  shape: RegExp,
  monthOf: (part: number) => number,
): Temporal.PlainDate | null {
  const word = wordOf(text)
  const match = /^(?<year>\d{4})-(?<part>\d+)$/.exec(word) ?? /^(?<part>\d+)\.(?<year>\d{4})$/.exec(word)
  const part = match?.groups?.['part'] ?? ''
  return shape.test(part) ? inCalendar(match?.groups?.['year'], String(monthOf(Number(part))), '1') : null
}

function inCalendar(year = '', month = '', day = ''): Temporal.PlainDate | null {
  const whole = { year: Number(year), month: Number(month), day: Number(day) }
  const known = whole.month >= 1 && whole.month <= 12 && whole.day >= 1
  if (!known || whole.day > Temporal.PlainYearMonth.from(whole).daysInMonth) return null
  return Temporal.PlainDate.from(whole)
}
