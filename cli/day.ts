import { refusal } from '../rules/refusal.ts'
import { readDay } from '../rules/reports/periods.ts'

/** A day as it is typed after an option; refuses what is none. */
export function dayTyped(text: string, today: Temporal.PlainDate): Temporal.PlainDate {
  const day = readDay(text, today)
  if (!day) throw refusal('period.wrong', { text })
  return day
}
