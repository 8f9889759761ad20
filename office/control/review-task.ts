import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { reviews } from '../../db/schema/tasks.ts'
import { showDay } from '../../rules/dates.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import {
  lastDayOf,
  REVIEW_STATUSES,
  type ReviewStatus,
  statusOf,
  VERDICTS,
  type Verdict,
  weekOf,
  whyNotReview,
} from '../../rules/reviews.ts'
import type { TaskOutcome } from '../../rules/tasks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, lineInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { controlled } from './lookup.ts'

const ReviewTask = z.object({
  /** Minted when the screen opened. */
  id: idInput,
  taskId: idInput,
  /** Any day of the week that is reviewed; this week where nothing is said. */
  week: z.instanceof(Temporal.PlainDate).optional(),
  /** As it stood where nothing is said. */
  status: z.enum(REVIEW_STATUSES).optional(),
  verdict: z.enum(VERDICTS),
  note: lineInput(500),
})
export type ReviewTask = z.input<typeof ReviewTask>

export type TaskReviewed = {
  id: string
  taskId: string
  week: Temporal.PlainDate
  status: ReviewStatus
  verdict: Verdict
  note: string | null
}

/**
 * Says how a task stood in a week and what the head finds (чл. 113–118 НОДА). Reviewing again adds a record; the last one counts. The
 * same minted id is done once. Refuses a week ahead, a problem without a word, a task of others, or one that the week did not have.
 */
export async function reviewTask(ctx: Ctx, raw: ReviewTask): Promise<TaskReviewed> {
  authorise(ctx, 'control.review')
  const input = parseInput(ReviewTask, raw)
  const { id, taskId, verdict, note } = input
  const week = weekOf(input.week ?? ctx.today)
  return inTransaction(ctx, async tx => {
    const [[earlier], task] = await Promise.all([
      tx.select().from(reviews).where(eq(reviews.id, id)),
      taskToReview(tx, ctx, taskId),
    ])
    if (earlier) return reviewed(earlier)
    refuseIf(whyNotReview({ week, verdict, note }, ctx.today, ctx.lang))
    if (!task) throw refusal('task.unknown', { text: taskId })
    if (!task.isTheirs) throw refusal('review.not_yours', { unit: task.unit })
    if (!isOfWeek(task, week)) throw refusal('review.not_of_week', { week: showDay(week, ctx.lang) })
    const status = input.status ?? statusAt(task, week, ctx.today)
    const row = { id, taskId, week, status, verdict, note }
    await Promise.all([
      tx.insert(reviews).values({ ...row, reviewedBy: ctx.who.id }),
      writeLogbook(tx, ctx, 'control.review', {
        subjectId: taskId,
        facts: { week: week.toString(), status, verdict },
      }),
    ])
    return row
  })
}

const reviewed = ({
  id,
  taskId,
  week,
  status,
  verdict,
  note,
}: typeof reviews.$inferSelect): TaskReviewed => ({
  id,
  taskId,
  week,
  status,
  verdict,
  note,
})

type ToReview = {
  unit: string
  isTheirs: boolean
  givenOn: Temporal.PlainDate
  dueOn: Temporal.PlainDate
  outcome: TaskOutcome | null
  endedOn: Temporal.PlainDate | null
}

/** The task with the department that has or had it; null where it is not there or not theirs to see. */
async function taskToReview(tx: Tx, ctx: Ctx, taskId: string): Promise<ToReview | null> {
  const [row] = await tx.execute<{
    unit: string
    is_theirs: boolean
    given: string
    due: string
    outcome: TaskOutcome | null
    ended: string | null
  }>(sql`
    select ${ctx.lang === 'bg' ? sql`d.name_bg` : sql`d.name_en`} as unit, d.id in ${controlled(null)} as is_theirs,
      (t.given_at at time zone 'Europe/Sofia')::date::text as given, coalesce(o.due_on, e.due_on)::text as due, e.outcome,
      e.ended_on::text as ended
    from tasks t left join open_tasks o on o.task_id = t.id left join task_endings e on e.task_id = t.id
    join departments d on d.id = coalesce(o.department_id, e.department_id) where t.id = ${taskId}`)
  return row
    ? {
        unit: row.unit,
        isTheirs: row.is_theirs,
        givenOn: Temporal.PlainDate.from(row.given),
        dueOn: Temporal.PlainDate.from(row.due),
        outcome: row.outcome,
        endedOn: row.ended === null ? null : Temporal.PlainDate.from(row.ended),
      }
    : null
}

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0

function isOfWeek({ givenOn, endedOn, outcome }: ToReview, week: Temporal.PlainDate): boolean {
  const last = lastDayOf(week)
  if (isAfter(givenOn, last) || (endedOn && isAfter(week, endedOn))) return false
  return !(outcome === 'cancelled' && endedOn && !isAfter(endedOn, last))
}

/** As it stood at the end of the week, or today where the week is not over. */
function statusAt(task: ToReview, week: Temporal.PlainDate, today: Temporal.PlainDate): ReviewStatus {
  const last = lastDayOf(week)
  const isOpenYet = task.endedOn === null || isAfter(task.endedOn, last)
  return statusOf(
    { dueOn: task.dueOn, outcome: isOpenYet ? null : task.outcome },
    isAfter(last, today) ? today : last,
  )
}
