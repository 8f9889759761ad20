import { showDay } from '../../rules/dates.ts'
import type { AtDesk } from '../door.ts'
import type { Tone } from '../theme.ts'

/** Within so many calendar days a last day is near. */
const NEAR_DAYS = 3

const daysUntil = (due: Temporal.PlainDate, today: Temporal.PlainDate): number =>
  today.until(due, { largestUnit: 'days' }).days

/** How near a last day is, in words; null is a term that stands still. */
export function dueWords(due: Temporal.PlainDate | null, today: Temporal.PlainDate, desk: AtDesk): string {
  const { due: texts } = desk.door.texts.screens.work
  if (!due) return texts.still
  const days = daysUntil(due, today)
  if (days < 0) return texts.overdue(-days)
  if (days === 0) return texts.today
  return days === 1 ? texts.tomorrow : texts.on(showDay(due, desk.door.lang))
}

/** The colour that goes with the words; never alone. */
export function dueTone(due: Temporal.PlainDate | null, today: Temporal.PlainDate): Tone {
  if (!due) return 'dim'
  const days = daysUntil(due, today)
  if (days < 0) return 'danger'
  return days <= NEAR_DAYS ? 'warning' : 'plain'
}
