import { asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { alias, type PgColumn } from 'drizzle-orm/pg-core'
import { documentCorrections, documentFiles } from '../../db/schema/documents.ts'
import { staff } from '../../db/schema/staff.ts'
import { opinions, taskEndings, taskMoves, tasks, taskTerms } from '../../db/schema/tasks.ts'
import { departments } from '../../db/schema/town.ts'
import type { LateReason } from '../../rules/late-reasons.ts'
import { type Opinion, opinionCounts, type TaskOutcome } from '../../rules/tasks.ts'
import type { Ctx } from '../context.ts'

/** What happened with a task: when, by whom; null is the technology card. */
export type TaskEvent = { at: Temporal.Instant; by: string | null; taskId: string } & (
  | { kind: 'given'; what: string; to: string; dueOn: Temporal.PlainDate }
  | { kind: 'taken' }
  | { kind: 'delegated' | 'returned' | 'reassigned'; to: string; reason: string | null }
  | { kind: 'term'; dueOn: Temporal.PlainDate; reason: string }
  | { kind: 'opinion'; value: Opinion; note: string | null; counts: boolean }
  | {
      kind: 'ended'
      outcome: TaskOutcome
      result: string
      next: string | null
      lateReason: LateReason | null
      lateNote: string | null
    }
)

const by = alias(staff, 'by_whom')
const to = alias(staff, 'to_whom')

/** All that happened with these tasks, in its order; `which` names columns of `tasks`. */
export async function taskHistory(ctx: Ctx, which: SQL): Promise<TaskEvent[]> {
  const ids = ctx.db.select({ id: tasks.id }).from(tasks).where(which)
  const events = await Promise.all([
    given(ctx, which),
    moves(ctx, inArray(taskMoves.taskId, ids)),
    terms(ctx, inArray(taskTerms.taskId, ids)),
    opinionsWhere(ctx, inArray(opinions.taskId, ids)),
    endings(ctx, inArray(taskEndings.taskId, ids)),
  ])
  return events.flat().sort(inOrder)
}

/** By time; what ended a phase comes before the phases that began in that moment. */
const inOrder = (one: TaskEvent, other: TaskEvent): number =>
  Temporal.Instant.compare(one.at, other.at) || rankOf(one) - rankOf(other)

const rankOf = ({ kind }: TaskEvent): number => (kind === 'ended' ? 0 : 1)

const unitName = ({ lang }: Ctx) => (lang === 'bg' ? departments.nameBg : departments.nameEn)

async function given(ctx: Ctx, which: SQL): Promise<TaskEvent[]> {
  const rows = await ctx.db
    .select({ task: tasks, by: by.name, person: to.name, unit: unitName(ctx) })
    .from(tasks)
    .leftJoin(by, eq(by.id, tasks.assignerId))
    .leftJoin(to, eq(to.id, tasks.assigneeId))
    .innerJoin(departments, eq(departments.id, tasks.departmentId))
    .where(which)
  return rows.map(({ task, by, person, unit }) => ({
    kind: 'given',
    at: task.givenAt,
    by,
    taskId: task.id,
    what: task.what,
    to: person ?? unit,
    dueOn: task.dueOn,
  }))
}

async function moves(ctx: Ctx, which: SQL): Promise<TaskEvent[]> {
  const rows = await ctx.db
    .select({ move: taskMoves, by: by.name, person: to.name, unit: unitName(ctx) })
    .from(taskMoves)
    .innerJoin(by, eq(by.id, taskMoves.movedBy))
    .leftJoin(to, eq(to.id, taskMoves.assigneeId))
    .innerJoin(departments, eq(departments.id, taskMoves.departmentId))
    .where(which)
  return rows.map(({ move, by, person, unit }): TaskEvent => {
    const event = { at: move.movedAt, by, taskId: move.taskId }
    return move.kind === 'delegated' && move.assigneeId === move.movedBy
      ? { ...event, kind: 'taken' }
      : { ...event, kind: move.kind, to: person ?? unit, reason: move.reason }
  })
}

async function terms(ctx: Ctx, which: SQL): Promise<TaskEvent[]> {
  const rows = await ctx.db
    .select({ term: taskTerms, by: by.name })
    .from(taskTerms)
    .innerJoin(by, eq(by.id, taskTerms.setBy))
    .where(which)
  return rows.map(({ term, by }) => ({
    kind: 'term',
    at: term.setAt,
    by,
    taskId: term.taskId,
    dueOn: term.dueOn,
    reason: term.reason,
  }))
}

async function endings(ctx: Ctx, which: SQL): Promise<TaskEvent[]> {
  const rows = await ctx.db
    .select({ ending: taskEndings, by: by.name })
    .from(taskEndings)
    .innerJoin(by, eq(by.id, taskEndings.endedBy))
    .where(which)
  return rows.map(({ ending, by }) => ({
    kind: 'ended',
    at: ending.endedAt,
    by,
    taskId: ending.taskId,
    outcome: ending.outcome,
    result: ending.result,
    next: ending.next,
    lateReason: ending.lateReason as LateReason | null,
    lateNote: ending.lateNote,
  }))
}

export type OpinionEvent = Extract<TaskEvent, { kind: 'opinion' }> & { documentId: string }

/** Opinions in their order, each with whether it still counts: all of them are kept (чл. 96 НОДА). */
export async function opinionsWhere(ctx: Ctx, which: SQL | undefined): Promise<OpinionEvent[]> {
  const rows = await ctx.db
    .select({
      opinion: opinions,
      by: by.name,
      changedAt: sql<Temporal.Instant | null>`greatest(
        (select max(${documentFiles.attachedAt}) from ${documentFiles} where ${isOf(documentFiles.documentId)}),
        (select max(${documentCorrections.correctedAt}) from ${documentCorrections} where ${isOf(documentCorrections.documentId)}))`.mapWith(
        opinions.givenAt,
      ),
    })
    .from(opinions)
    .innerJoin(by, eq(by.id, opinions.givenBy))
    .where(which)
    .orderBy(asc(opinions.givenAt))
  return rows.map(({ opinion, by, changedAt }) => ({
    kind: 'opinion',
    at: opinion.givenAt,
    by,
    taskId: opinion.taskId ?? '',
    documentId: opinion.documentId,
    value: opinion.value,
    note: opinion.note,
    counts: opinionCounts(opinion.givenAt, changedAt),
  }))
}

const isOf = (documentId: PgColumn): SQL => eq(documentId, opinions.documentId)
