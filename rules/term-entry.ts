import { addWorkingDays, type Calendar } from './calendar.ts'
import { readDay } from './reports/periods.ts'

/** The most working days that are understood as such. */
const MOST_DAYS = 365

const WORDS: Record<string, number> = { днес: 0, today: 0, утре: 1, tomorrow: 1 }

/**
 * The last day that somebody types: so many working days from today (`5`), a day (`27.11`, `27.11.2026`, `2026-11-27`) or a word.
 * A day without its year is the next such day. Null for what is none.
 */
export function readTerm(
  text: string,
  today: Temporal.PlainDate,
  calendar: Calendar,
): Temporal.PlainDate | null {
  const word = text.trim().toLocaleLowerCase('bg')
  const days = WORDS[word]
  if (days !== undefined) return today.add({ days })
  if (/^\d{1,3}$/.test(word))
    return Number(word) > MOST_DAYS ? null : addWorkingDays(calendar, today, Number(word))
  const short = /^(\d\d?)\.(\d\d?)\.?$/.exec(word)
  if (!short) return readDay(word, today)
  const inYear = (year: number) => readDay(`${short[1]}.${short[2]}.${year}`, today)
  const thisYear = inYear(today.year)
  return thisYear && Temporal.PlainDate.compare(thisYear, today) < 0 ? inYear(today.year + 1) : thisYear
}
