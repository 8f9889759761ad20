/** The town's clock: legal days and times of day are those of Bulgaria. */
export const ZONE = 'Europe/Sofia'

export const dayOf = (instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(ZONE).toPlainDate()

/** The first moment of a legal day. */
export const startOfDay = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(ZONE).toInstant()

const two = (n: number): string => String(n).padStart(2, '0')

/** `22.11.2026` in Bulgarian, `2026-11-22` in English. */
export const showDay = (day: Temporal.PlainDate, lang: 'bg' | 'en'): string =>
  lang === 'bg' ? `${two(day.day)}.${two(day.month)}.${day.year}` : day.toString()

/** `10:15` in the town's zone. */
export function showTime(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO(ZONE)
  return `${two(local.hour)}:${two(local.minute)}`
}

/** `22.11.2026 10:15:07` in the town's zone. */
export function showMoment(instant: Temporal.Instant, lang: 'bg' | 'en'): string {
  const local = instant.toZonedDateTimeISO(ZONE)
  return `${showDay(local.toPlainDate(), lang)} ${showTime(instant)}:${two(local.second)}`
}
