import { showDay } from './dates.ts'
import type { Lang } from './languages.ts'
import { isReason } from './reason.ts'
import { type Refusal, refusal } from './refusal.ts'
import type { TaskOutcome } from './tasks.ts'

/** How a task stands at the weekly review: изпълнена, неизпълнена, в изпълнение (чл. 115 НОДА). */
export const REVIEW_STATUSES = ['done', 'not_done', 'under_way'] as const
export type ReviewStatus = (typeof REVIEW_STATUSES)[number]

/** What the head finds: липса на проблеми, недостиг на ресурс, външноведомствен проблем, невъзможност, върната за доработване. */
export const VERDICTS = [
  'no_problems',
  'lack_of_resources',
  'outside_problem',
  'impossible',
  'sent_back',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** The Monday of the week of a day: a week is told by it. */
export const weekOf = (day: Temporal.PlainDate): Temporal.PlainDate =>
  day.subtract({ days: day.dayOfWeek - 1 })

export const lastDayOf = (week: Temporal.PlainDate): Temporal.PlainDate => week.add({ days: 6 })

/** A task as it was at the end of a week: `outcome` is null while it was under way. */
export type ReviewedTask = { dueOn: Temporal.PlainDate; outcome: TaskOutcome | null }

/** How a task stood on a day: what is under way after its term counts as not done. */
export const statusOf = ({ dueOn, outcome }: ReviewedTask, on: Temporal.PlainDate): ReviewStatus => {
  if (outcome === 'done') return 'done'
  const isOver = Temporal.PlainDate.compare(dueOn, on) < 0
  return outcome !== null || isOver ? 'not_done' : 'under_way'
}

export type TypedReview = { week: Temporal.PlainDate; verdict: Verdict; note: string | null }

/** Why a task cannot be reviewed so, or null: a week that has not come has no review, and a problem is told in words. */
export function whyNotReview(
  { week, verdict, note }: TypedReview,
  today: Temporal.PlainDate,
  lang: Lang,
): Refusal | null {
  if (Temporal.PlainDate.compare(week, today) > 0)
    return refusal('review.week_ahead', { week: showDay(week, lang) })
  return verdict === 'no_problems' || isReason(note) ? null : refusal('review.note_needed', {})
}
