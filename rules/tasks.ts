import { showDay } from './dates.ts'
import type { Lang } from './languages.ts'
import { type Lateness, whyNotLateReason } from './late-reasons.ts'
import { isReason } from './reason.ts'
import { type Refusal, refusal } from './refusal.ts'

export const TASK_KINDS = ['resolution', 'phase', 'opinion'] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** `cancelled` is what nobody waits for any more. */
export const TASK_OUTCOMES = ['done', 'not_done', 'cancelled'] as const
export type TaskOutcome = (typeof TASK_OUTCOMES)[number]

/** Стойностите на становището: чл. 94 НОДА. */
export const OPINIONS = ['agree', 'disagree', 'terminate', 'rework'] as const
export type Opinion = (typeof OPINIONS)[number]

/** What somebody may lay hands on today: who they act for, and the departments that they see. */
export type Hands = {
  /** Oneself and those absent whom one stands in for. */
  staffIds: readonly string[]
  departmentIds: readonly string[]
  isHead: boolean
  /** A head of no department: the secretary of the municipality. */
  isSecretary: boolean
}

/** What of an open task decides whose it is. */
export type HeldTask = { assignerId: string | null; assigneeId: string | null; departmentId: string }

/** Whether these hands may move or end a task: who has it, whose department has it, who gave it, a head above. */
export function holdsTask({ assignerId, assigneeId, departmentId }: HeldTask, hands: Hands): boolean {
  const isOf = (id: string | null): boolean => id !== null && hands.staffIds.includes(id)
  if (hands.isSecretary || isOf(assigneeId) || isOf(assignerId)) return true
  return hands.departmentIds.includes(departmentId) && (assigneeId === null || hands.isHead)
}

/** Whether these hands command a task: who gave it, or a head above those who have it. */
export const commandsTask = (task: HeldTask, hands: Hands): boolean =>
  hands.isSecretary ||
  (task.assignerId !== null && hands.staffIds.includes(task.assignerId)) ||
  (hands.isHead && hands.departmentIds.includes(task.departmentId))

export const whyNotHeld = (task: HeldTask, hands: Hands): Refusal | null =>
  holdsTask(task, hands) ? null : refusal('task.not_yours', {})

export const whyNotCommanded = (task: HeldTask, hands: Hands): Refusal | null =>
  commandsTask(task, hands) ? null : refusal('task.not_yours', {})

/** Why somebody cannot take a task that nobody has yet, or null: it is another department's. */
export const whyNotTake = ({ departmentId }: HeldTask, hands: Hands): Refusal | null =>
  hands.departmentIds.includes(departmentId) ? null : refusal('task.not_of_department', {})

/** `most` is the last day of the task or request that it is a part of; null where it is of none. */
export type GivenTask = { what: string; dueOn: Temporal.PlainDate; most: Temporal.PlainDate | null }

/**
 * Why a task cannot be given so, or null: without a clear result and a term nobody can be held to it (чл. 108 НОДА), and a part
 * ends with the whole (чл. 105).
 */
export function whyNotGive(
  { what, dueOn, most }: GivenTask,
  today: Temporal.PlainDate,
  lang: Lang,
): Refusal | null {
  if ((what.match(/\p{L}/gu) ?? []).length < 3) return refusal('task.what_needed', {})
  return whyNotTerm(dueOn, most, today, lang)
}

/** Why a task cannot end on this day, or null. What is late already may still be given for today. */
export function whyNotTerm(
  dueOn: Temporal.PlainDate,
  most: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
  lang: Lang,
): Refusal | null {
  if (isBefore(dueOn, today)) return refusal('task.term_past', { due: showDay(dueOn, lang) })
  if (most === null || !isBefore(isBefore(most, today) ? today : most, dueOn)) return null
  return refusal('task.beyond_term', { due: showDay(dueOn, lang), most: showDay(most, lang) })
}

export type TaskEnding = Lateness & {
  dueOn: Temporal.PlainDate
  outcome: TaskOutcome
  result: string
  /** How many of its sub-tasks are under way. */
  openParts: number
  /** Whoever ends it commands it: only they say that nobody waits for it. */
  isCommanded: boolean
}

/** Why a task cannot end so, or null. Nothing ends late without a reason; what is cancelled is not late. */
export function whyNotEnd(ending: TaskEnding, today: Temporal.PlainDate, lang: Lang): Refusal | null {
  const { dueOn, outcome, result, openParts, isCommanded } = ending
  if (outcome === 'cancelled' && !isCommanded) return refusal('task.cancelled_by_giver', {})
  if (openParts > 0) return refusal('task.has_open', {})
  if (!isReason(result)) return refusal('task.result_needed', {})
  if (outcome === 'cancelled' || !isBefore(dueOn, today)) return null
  if (ending.lateReason === null) return refusal('task.late_reason_needed', { due: showDay(dueOn, lang) })
  return whyNotLateReason(ending)
}

/** Why an opinion cannot be this one, or null: whatever is not agreement says why. */
export const whyNotOpinion = (value: Opinion, note: string | null): Refusal | null =>
  value === 'agree' || isReason(note) ? null : refusal('opinion.note_needed', {})

/** Whether an opinion counts: nothing of the document changed after it (чл. 96 НОДА). */
export const opinionCounts = (givenAt: Temporal.Instant, changedAt: Temporal.Instant | null): boolean =>
  changedAt === null || Temporal.Instant.compare(givenAt, changedAt) > 0

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0
