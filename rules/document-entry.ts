import { startOfDay, ZONE } from './dates.ts'
import { plainText } from './plain-text.ts'
import { Refusal, refusal } from './refusal.ts'
import { readDay } from './reports/periods.ts'

/** A document that came on a day before without a time came in the middle of that day, within the working hours. */
const NOON = Temporal.PlainTime.from('12:00')

/**
 * When a document came, as a clerk types it: nothing is null, `10:30` is of today, `вчера`, `20.11`, `20.11.2026 16:45`. A day
 * alone is its noon; today’s is now. Anything else is refused.
 */
export function readMoment(text: string, now: Temporal.Instant): Temporal.Instant | null | Refusal {
  const typed = plainText(text).trim()
  if (typed === '') return null
  const today = now.toZonedDateTimeISO(ZONE).toPlainDate()
  const [, dayTyped = '', hour, minute] = /^(.*?)\s*(?:(\d{1,2}):(\d{2}))?$/u.exec(typed) ?? []
  const day = dayTyped === '' ? today : readShortDay(dayTyped, today)
  const time = hour === undefined ? null : readTime(Number(hour), Number(minute))
  if (!day || time === undefined) return refusal('entry.moment_wrong', { text: typed })
  if (time) return at(day, time)
  return day.equals(today) ? now : at(day, NOON)
}

const at = (day: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant =>
  startOfDay(day).toZonedDateTimeISO(ZONE).withPlainTime(time).toInstant()

const readTime = (hour: number, minute: number): Temporal.PlainTime | undefined =>
  hour <= 23 && minute <= 59 ? Temporal.PlainTime.from({ hour, minute }) : undefined

/** A day as it is typed beside a document: of this year without the year, `20.11`; of the last one where it is ahead otherwise. */
export function readShortDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const short = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(text.trim())
  if (!short) return readDay(text.trim(), today)
  const inYear = (year: number) => readDay(`${short[1]}.${short[2]}.${year}`, today)
  const day = inYear(today.year)
  return day && Temporal.PlainDate.compare(day, today) > 0 ? inYear(today.year - 1) : day
}

/** The day that stands on a document; nothing is null. */
export function readForeignDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null | Refusal {
  if (text.trim() === '') return null
  return readShortDay(text, today) ?? refusal('entry.moment_wrong', { text: text.trim() })
}

/** How many sheets or attachments; nothing is not counted. */
export function readCount(text: string): number | null | Refusal {
  const typed = text.trim()
  if (typed === '') return null
  return /^\d{1,4}$/.test(typed) ? Number(typed) : refusal('entry.count_wrong', { text: typed })
}

/** Words that stand in a line and choose nothing yet. */
export const whyNotChosen = (text: string): Refusal | null =>
  text.trim() === '' ? null : refusal('entry.not_chosen', { text: text.trim() })

/** The path of a file that stands in its line and was not taken yet. */
export const whyNotTaken = (path: string): Refusal | null =>
  path.trim() === '' ? null : refusal('entry.file_not_taken', { text: path.trim() })

/** Of two readings the value, or null where it is none. */
export const readOrNull = <T>(read: T | Refusal): T | null => (read instanceof Refusal ? null : read)
