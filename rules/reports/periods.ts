import { type Refusal, refusal } from '../refusal.ts'

/** Whole days of the town, both included. */
export type Period = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** What was typed: one day, one month, or a first and perhaps a last day. */
export type PeriodWords = {
  day?: string | undefined
  month?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/**
 * The days that were asked for; nothing asked is today, a first day alone runs to today. Days are `2026-11-22`, `22.11.2026`,
 * `today`, `yesterday`, `днес`, `вчера`; months `2026-11`, `11.2026`, `this`, `last`, `този`, `миналия`. Refuses other words,
 * days that are not in the calendar, two ways of asking at once, a last day alone or before the first.
 */
export function periodOf(words: PeriodWords, today: Temporal.PlainDate): Period | Refusal {
  const { day, month, from, to } = words
  const asked = [day, month, from ?? to].filter(text => text !== undefined)
  const period = asked.length > 1 ? null : readPeriod(words, today)
  if (period && Temporal.PlainDate.compare(period.from, period.to) <= 0) return period
  return refusal('period.wrong', {
    text: [day, month, from, to].filter(text => text !== undefined).join(' '),
  })
}

function readPeriod({ day, month, from, to }: PeriodWords, today: Temporal.PlainDate): Period | null {
  if (month !== undefined) return readMonth(month, today)
  if (from === undefined && to !== undefined) return null
  const first = readDay(from ?? day ?? 'today', today)
  const last = from === undefined ? first : readDay(to ?? 'today', today)
  return first && last && { from: first, to: last }
}

const DAYS_AGO: Record<string, number> = { today: 0, днес: 0, yesterday: 1, вчера: 1 }
const MONTHS_AGO: Record<string, number> = { this: 0, този: 0, last: 1, миналия: 1 }

/** A day as a person writes it, or null. */
export function readDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const word = text.trim().toLocaleLowerCase('bg')
  const ago = DAYS_AGO[word]
  if (ago !== undefined) return today.subtract({ days: ago })
  const match =
    /^(?<year>\d{4})-(?<month>\d\d?)-(?<day>\d\d?)$/.exec(word) ??
    /^(?<day>\d\d?)\.(?<month>\d\d?)\.(?<year>\d{4})$/.exec(word)
  return match && inCalendar(match.groups?.['year'], match.groups?.['month'], match.groups?.['day'])
}

function readMonth(text: string, today: Temporal.PlainDate): Period | null {
  const word = text.trim().toLocaleLowerCase('bg')
  const ago = MONTHS_AGO[word]
  const match =
    /^(?<year>\d{4})-(?<month>\d\d?)$/.exec(word) ?? /^(?<month>\d\d?)\.(?<year>\d{4})$/.exec(word)
  const first =
    ago !== undefined
      ? today.with({ day: 1 }).subtract({ months: ago })
      : match && inCalendar(match.groups?.['year'], match.groups?.['month'], '1')
  return first && { from: first, to: first.with({ day: first.daysInMonth }) }
}

function inCalendar(year = '', month = '', day = ''): Temporal.PlainDate | null {
  const whole = { year: Number(year), month: Number(month), day: Number(day) }
  const known = whole.month >= 1 && whole.month <= 12 && whole.day >= 1
  if (!known || whole.day > Temporal.PlainYearMonth.from(whole).daysInMonth) return null
  return Temporal.PlainDate.from(whole)
}
