import { showDay } from './dates.ts'
import type { Lang } from './languages.ts'

/** Why a day is off or worked: by чл. 154, ал. 1 КТ, at Easter, instead of a holiday (ал. 2), or by order of the Council of Ministers (ал. 3). */
export const DAY_KINDS = ['fixed', 'easter', 'compensation', 'one-off', 'worked'] as const
export type DayKind = (typeof DAY_KINDS)[number]

/** A day that is told apart from the others of its week. */
export type CalendarDay = {
  day: Temporal.PlainDate
  isWorking: boolean
  name: Record<Lang, string>
  kind: DayKind
  /** The article or the order. */
  basis: string
}

const FIXED_ARTICLE = 'чл. 154, ал. 1 КТ'
const INSTEAD_ARTICLE = 'чл. 154, ал. 2 КТ'

/** Чл. 154, ал. 2 КТ is in force since 01.01.2017; before it days were moved by order, with worked Saturdays. */
export const FIRST_YEAR_WITH_SUBSTITUTES = 2017

/** Чл. 154, ал. 1 КТ; 1 November is a day off of schools alone. */
const FIXED: readonly { month: number; day: number; name: Record<Lang, string> }[] = [
  { month: 1, day: 1, name: { bg: 'Нова година', en: "New Year's Day" } },
  { month: 3, day: 3, name: { bg: 'Ден на Освобождението', en: 'Liberation Day' } },
  { month: 5, day: 1, name: { bg: 'Ден на труда', en: 'Labour Day' } },
  { month: 5, day: 6, name: { bg: 'Гергьовден', en: "St George's Day" } },
  { month: 5, day: 24, name: { bg: 'Ден на Кирил и Методий', en: 'Day of Sts Cyril and Methodius' } },
  { month: 9, day: 6, name: { bg: 'Ден на Съединението', en: 'Unification Day' } },
  { month: 9, day: 22, name: { bg: 'Ден на Независимостта', en: 'Independence Day' } },
  { month: 12, day: 24, name: { bg: 'Бъдни вечер', en: 'Christmas Eve' } },
  { month: 12, day: 25, name: { bg: 'Рождество Христово', en: 'Christmas Day' } },
  { month: 12, day: 26, name: { bg: 'Рождество Христово – втори ден', en: 'Second day of Christmas' } },
]

/** From Good Friday to Easter Monday, by the distance to Easter Sunday. */
const AT_EASTER: readonly { days: number; name: Record<Lang, string> }[] = [
  { days: -2, name: { bg: 'Велики петък', en: 'Good Friday' } },
  { days: -1, name: { bg: 'Велика събота', en: 'Holy Saturday' } },
  { days: 0, name: { bg: 'Великден', en: 'Easter Sunday' } },
  { days: 1, name: { bg: 'Великден – понеделник', en: 'Easter Monday' } },
]

/** Between the Julian calendar, by which Easter goes, and ours, from March 1900 to February 2100. */
const JULIAN_DAYS = 13

/** Orthodox Easter Sunday of the years 1900 to 2099 (Meeus, Astronomical Algorithms, ch. 8, Julian calendar). */
export function orthodoxEaster(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 4, year % 7, year % 19]
  const d = (19 * c + 15) % 30
  const e = (2 * a + 4 * b - d + 34) % 7
  const at = d + e + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(at / 31), day: (at % 31) + 1 }).add({
    days: JULIAN_DAYS,
  })
}

export const isWeekend = (day: Temporal.PlainDate): boolean => day.dayOfWeek > 5

/**
 * The days off of a year by чл. 154, ал. 1 and 2 КТ, in their order, those on Saturdays and Sundays too; days that fall
 * together are one. A holiday at a weekend, but not one of the Easter days alone, gives the next working day off (since 2017).
 */
export function holidaysOf(year: number): CalendarDay[] {
  const days = new Map<string, CalendarDay>()
  for (const { month, day, name } of FIXED)
    put(days, { day: Temporal.PlainDate.from({ year, month, day }), name, kind: 'fixed' })
  const easter = orthodoxEaster(year)
  const fixed = inOrder(days)
  for (const { days: away, name } of AT_EASTER)
    put(days, { day: easter.add({ days: away }), name, kind: 'easter' })
  if (year >= FIRST_YEAR_WITH_SUBSTITUTES)
    for (const holiday of fixed.filter(({ day }) => isWeekend(day))) putSubstitute(days, holiday)
  return inOrder(days)
}

function put(days: Map<string, CalendarDay>, day: Pick<CalendarDay, 'day' | 'name' | 'kind'>): void {
  const key = day.day.toString()
  const known = days.get(key)
  const name = known
    ? { bg: `${known.name.bg}; ${day.name.bg}`, en: `${known.name.en}; ${day.name.en}` }
    : day.name
  days.set(key, { ...day, name, kind: known?.kind ?? day.kind, isWorking: false, basis: FIXED_ARTICLE })
}

function putSubstitute(days: Map<string, CalendarDay>, { day: holiday, name }: CalendarDay): void {
  let day = holiday.add({ days: 1 })
  while (isWeekend(day) || days.has(day.toString())) day = day.add({ days: 1 })
  days.set(day.toString(), {
    day,
    name: {
      bg: `Неприсъствен ден вместо ${showDay(holiday, 'bg')} (${name.bg})`,
      en: `Day off in lieu of ${showDay(holiday, 'en')} (${name.en})`,
    },
    kind: 'compensation',
    isWorking: false,
    basis: INSTEAD_ARTICLE,
  })
}

const inOrder = (days: Map<string, CalendarDay>): CalendarDay[] =>
  [...days.values()].sort((a, b) => Temporal.PlainDate.compare(a.day, b.day))
