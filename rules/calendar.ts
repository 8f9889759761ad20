import { showDay } from './dates.ts'
import { type CalendarDay, holidaysOf, isWeekend } from './holidays.ts'
import type { Lang } from './languages.ts'
import { type Refusal, refusal } from './refusal.ts'

/**
 * Which days are working days: what the law says of any year, and before it what the town wrote down (`calendarWith`).
 * Cheap to make: a handful of rows; the years of the law are worked out once for the program.
 */
export type Calendar = { readonly written: ReadonlyMap<string, CalendarDay> }

/** The calendar with the days that were written down; each of them goes before the law. */
export const calendarWith = (written: Iterable<CalendarDay>): Calendar => ({
  written: new Map([...written].map(day => [day.day.toString(), day])),
})

/** The law alone, without any order of the Council of Ministers. */
export const LAW_CALENDAR: Calendar = { written: new Map() }

const lawOfYear = new Map<number, ReadonlyMap<string, CalendarDay>>()

function lawOf(year: number): ReadonlyMap<string, CalendarDay> {
  const known = lawOfYear.get(year)
  if (known) return known
  const law = new Map(holidaysOf(year).map(day => [day.day.toString(), day]))
  lawOfYear.set(year, law)
  return law
}

/** What is said of this day, by order or by law; null of an ordinary day of the week. */
export const saidOf = (calendar: Calendar, day: Temporal.PlainDate): CalendarDay | null =>
  calendar.written.get(day.toString()) ?? lawOf(day.year).get(day.toString()) ?? null

export const isWorkingDay = (calendar: Calendar, day: Temporal.PlainDate): boolean =>
  saidOf(calendar, day)?.isWorking ?? !isWeekend(day)

/** This day where it is a working one, else the first working day after it. */
export function workingDayFrom(calendar: Calendar, day: Temporal.PlainDate): Temporal.PlainDate {
  let at = day
  while (!isWorkingDay(calendar, at)) at = at.add({ days: 1 })
  return at
}

/** The first working day after this one. */
export const nextWorkingDay = (calendar: Calendar, day: Temporal.PlainDate): Temporal.PlainDate =>
  workingDayFrom(calendar, day.add({ days: 1 }))

/** This day where it is a working one, else the last working day before it. */
export function workingDayUntil(calendar: Calendar, day: Temporal.PlainDate): Temporal.PlainDate {
  let at = day
  while (!isWorkingDay(calendar, at)) at = at.subtract({ days: 1 })
  return at
}

/** The day on which so many working days after this one are over; the day itself for none. */
export function addWorkingDays(
  calendar: Calendar,
  day: Temporal.PlainDate,
  amount: number,
): Temporal.PlainDate {
  let at = day
  for (let left = amount; left > 0; left--) at = nextWorkingDay(calendar, at)
  return at
}

/** How many working days there are after `from` until `until`, that day among them. */
export function workingDaysAfter(
  calendar: Calendar,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): number {
  let count = 0
  for (let at = from.add({ days: 1 }); Temporal.PlainDate.compare(at, until) <= 0; at = at.add({ days: 1 }))
    if (isWorkingDay(calendar, at)) count++
  return count
}

/** How many working days a year has. */
export const workingDaysIn = (calendar: Calendar, year: number): number =>
  workingDaysAfter(
    calendar,
    Temporal.PlainDate.from({ year: year - 1, month: 12, day: 31 }),
    Temporal.PlainDate.from({ year, month: 12, day: 31 }),
  )

/** The days of a year of which something is said, in their order: days off and worked ones. */
export function daysOf(calendar: Calendar, year: number): CalendarDay[] {
  const days = new Map(lawOf(year))
  for (const [key, day] of calendar.written) if (day.day.year === year) days.set(key, day)
  return [...days.values()].sort((a, b) => Temporal.PlainDate.compare(a.day, b.day))
}

/** An order is known by its number or date. */
const isOrder = (text: string): boolean => text.trim().length >= 3 && /\d/.test(text)

/** Orders come for days ahead; one that passed long ago, or is years away, is a slip of the hand. */
const REACH = { back: { years: 1 }, ahead: { years: 3 } }

/** Why a day cannot be set off or working, or null: without an order, too far away, or it is so already. */
export function whyNotSetDay(
  { day, isWorking, order }: { day: Temporal.PlainDate; isWorking: boolean; order: string },
  calendar: Calendar,
  today: Temporal.PlainDate,
  lang: Lang,
): Refusal | null {
  if (!isOrder(order)) return refusal('calendar.needs_order', {})
  const [earliest, latest] = [today.subtract(REACH.back), today.add(REACH.ahead)]
  const isNear =
    Temporal.PlainDate.compare(day, earliest) >= 0 && Temporal.PlainDate.compare(day, latest) <= 0
  if (!isNear)
    return refusal('calendar.out_of_reach', {
      earliest: showDay(earliest, lang),
      latest: showDay(latest, lang),
    })
  return isWorkingDay(calendar, day) === isWorking
    ? refusal('calendar.is_so', { day: showDay(day, lang), isWorking })
    : null
}

/** Why the last days on a day do not move on, or null: it is a working day, or it has passed and so have they. */
export function whyNotMoveDues(
  day: Temporal.PlainDate,
  calendar: Calendar,
  today: Temporal.PlainDate,
  lang: Lang,
): Refusal | null {
  if (isWorkingDay(calendar, day))
    return refusal('calendar.is_so', { day: showDay(day, lang), isWorking: true })
  return Temporal.PlainDate.compare(day, today) < 0
    ? refusal('calendar.day_passed', { day: showDay(day, lang) })
    : null
}

/** What a day by order is called. */
export const ORDERED_DAY: Record<'off' | 'worked', Record<Lang, string>> = {
  off: {
    bg: 'Почивен ден с решение на Министерския съвет',
    en: 'Day off by order of the Council of Ministers',
  },
  worked: {
    bg: 'Работен ден с решение на Министерския съвет',
    en: 'Working day by order of the Council of Ministers',
  },
}
