import { and, asc, count, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { documents } from '../../db/schema/documents.ts'
import { openRequests, requests } from '../../db/schema/requests.ts'
import { services } from '../../db/schema/services.ts'
import { staff, substitutions } from '../../db/schema/staff.ts'
import { openTasks, taskEndings, tasks } from '../../db/schema/tasks.ts'
import { departments } from '../../db/schema/town.ts'
import type { Lang } from '../../rules/languages.ts'
import type { LateReason } from '../../rules/late-reasons.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Hands, TaskKind, TaskOutcome } from '../../rules/tasks.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

/** A task that is not ended, as it is now. */
export type OpenTask = typeof openTasks.$inferSelect

/** A task as it is looked up beside other things; what became of it is said afterwards. */
export type FoundTask = { id: string; open: OpenTask | null; isKnown: boolean }

export async function foundTask(tx: Tx, id: string): Promise<FoundTask> {
  const [[open], [known]] = await Promise.all([
    tx.select().from(openTasks).where(eq(openTasks.taskId, id)),
    tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.id, id)),
  ])
  return { id, open: open ?? null, isKnown: known !== undefined }
}

/** The task while it is open; refuses one that ended, and one that is not there or not theirs to see. */
export function stillOpen({ id, open, isKnown }: FoundTask): OpenTask {
  if (open) return open
  throw isKnown ? refusal('task.ended', {}) : refusal('task.unknown', { text: id })
}

/** What whoever is signed in may lay hands on today, as the row policies have it. */
export async function handsOf(db: Ctx['db'] | Tx): Promise<Hands> {
  const [row] = await db.execute<{ people: string; units: string; head: boolean; secretary: boolean }>(sql`
    select array_to_string(acting_as(), ',') as people, array_to_string(seen_departments(), ',') as units,
      exists (select from staff where id = any (acting_as()) and post = 'head') as head,
      exists (select from staff where id = any (acting_as()) and post = 'head' and department_id is null) as secretary`)
  const ids = (joined: string | undefined) => (joined ?? '').split(',').filter(Boolean)
  return {
    staffIds: ids(row?.people),
    departmentIds: ids(row?.units),
    isHead: row?.head ?? false,
    isSecretary: row?.secretary ?? false,
  }
}

/** How many sub-tasks of a task are under way. */
export async function openPartsOf(tx: Tx, taskId: string): Promise<number> {
  const [row] = await tx.select({ parts: count() }).from(openTasks).where(eq(openTasks.parentId, taskId))
  return row?.parts ?? 0
}

/** The latest last day of the sub-tasks under way, or null. */
export async function latestPartOf(tx: Tx, taskId: string): Promise<Temporal.PlainDate | null> {
  const [row] = await tx
    .select({ dueOn: openTasks.dueOn })
    .from(openTasks)
    .where(eq(openTasks.parentId, taskId))
    .orderBy(desc(openTasks.dueOn))
    .limit(1)
  return row?.dueOn ?? null
}

/** The last day of what a task is a part of: the task above it and its request, whichever is earlier; null where nothing binds it. */
export async function lastDayAbove(tx: Tx, taskId: string): Promise<Temporal.PlainDate | null> {
  const above = alias(openTasks, 'above')
  const [row] = await tx
    .select({ parent: above.dueOn, request: openRequests.dueOn })
    .from(openTasks)
    .leftJoin(above, eq(above.taskId, openTasks.parentId))
    .leftJoin(openRequests, eq(openRequests.requestId, openTasks.requestId))
    .where(eq(openTasks.taskId, taskId))
  const days = [row?.parent, row?.request].flatMap(day => day ?? []).sort(Temporal.PlainDate.compare)
  return days[0] ?? null
}

export type Named = { id: string; name: string }
export type Unit = { id: string; code: string; name: Record<Lang, string> }

/** Who acts for somebody absent, and until when. */
export type Substitute = Named & { until: Temporal.PlainDate }

/** Whoever acts on this day for somebody absent, or null. */
export async function substituteOf(
  tx: Ctx['db'] | Tx,
  staffId: string,
  today: Temporal.PlainDate,
): Promise<Substitute | null> {
  const [row] = await tx
    .select({ id: staff.id, name: staff.name, until: substitutions.untilDay })
    .from(substitutions)
    .innerJoin(staff, eq(staff.id, substitutions.substituteId))
    .where(
      and(
        eq(substitutions.absentId, staffId),
        lte(substitutions.fromDay, today),
        gte(substitutions.untilDay, today),
      ),
    )
    .orderBy(desc(substitutions.setAt))
    .limit(1)
  return row ?? null
}

/** A task as lists show it, open or ended. */
export type TaskRow = {
  id: string
  kind: TaskKind
  what: string
  phase: string | null
  caseId: string
  /** The number of the case, and the subject of the document that opened it. */
  caseNumber: string
  subject: string
  documentId: string | null
  requestId: string | null
  service: Record<Lang, string> | null
  parentId: string | null
  /** Null where the card gave it. */
  assigner: Named | null
  /** Null while it is of the whole department. */
  assignee: Named | null
  department: Unit
  dueOn: Temporal.PlainDate
  givenAt: Temporal.Instant
  ending: {
    outcome: TaskOutcome
    result: string
    endedOn: Temporal.PlainDate
    lateReason: LateReason | null
    lateNote: string | null
  } | null
}

const assigner = alias(staff, 'assigner')
const assignee = alias(staff, 'assignee')
const opening = alias(documents, 'opening')

/** Tasks as they are now. The condition names columns of `open_tasks`, or of `task_endings`, so that their indexes are used. */
export async function tasksWhere(
  db: Ctx['db'] | Tx,
  which: SQL | undefined,
  order: SQL[],
  limit: number,
): Promise<TaskRow[]> {
  const rows = await db
    .select({
      task: tasks,
      caseNumber: opening.number,
      subject: opening.subject,
      service: { bg: services.nameBg, en: services.nameEn },
      assigner: { id: assigner.id, name: assigner.name },
      assignee: { id: assignee.id, name: assignee.name },
      unit: { id: departments.id, code: departments.code, bg: departments.nameBg, en: departments.nameEn },
      openUntil: openTasks.dueOn,
      ending: taskEndings,
    })
    .from(tasks)
    .leftJoin(openTasks, eq(openTasks.taskId, tasks.id))
    .leftJoin(taskEndings, eq(taskEndings.taskId, tasks.id))
    .innerJoin(
      departments,
      eq(departments.id, sql`coalesce(${openTasks.departmentId}, ${taskEndings.departmentId})`),
    )
    .leftJoin(opening, and(eq(opening.caseId, tasks.caseId), eq(opening.opensCase, true)))
    .leftJoin(assigner, eq(assigner.id, tasks.assignerId))
    .leftJoin(assignee, eq(assignee.id, sql`coalesce(${openTasks.assigneeId}, ${taskEndings.assigneeId})`))
    .leftJoin(requests, eq(requests.documentId, tasks.requestId))
    .leftJoin(services, eq(services.id, requests.serviceId))
    .where(which)
    .orderBy(...order)
    .limit(limit)
  return rows.map(({ task, caseNumber, subject, unit, openUntil, ending, ...row }) => ({
    id: task.id,
    kind: task.kind,
    what: task.what,
    phase: task.phase,
    caseId: task.caseId,
    caseNumber: caseNumber ?? '',
    subject: subject ?? '',
    documentId: task.documentId,
    requestId: task.requestId,
    service: row.service,
    parentId: task.parentId,
    assigner: row.assigner,
    assignee: row.assignee,
    department: { id: unit.id, code: unit.code, name: { bg: unit.bg, en: unit.en } },
    dueOn: openUntil ?? ending?.dueOn ?? task.dueOn,
    givenAt: task.givenAt,
    ending: ending && {
      outcome: ending.outcome,
      result: ending.result,
      endedOn: ending.endedOn,
      lateReason: ending.lateReason as LateReason | null,
      lateNote: ending.lateNote,
    },
  }))
}

/** A task as lists show it; refuses one that is not there or not theirs to see. */
export async function taskWithId(db: Ctx['db'] | Tx, id: string): Promise<TaskRow> {
  const [task] = await tasksWhere(db, eq(tasks.id, id), [asc(tasks.id)], 1)
  if (!task) throw refusal('task.unknown', { text: id })
  return task
}
