import { asc, eq, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { documents } from '../../db/schema/documents.ts'
import { tasks } from '../../db/schema/tasks.ts'
import { phaseOf } from '../../rules/cards/card.ts'
import { outcomesOf } from '../../rules/cards/going-on.ts'
import { commandsTask, holdsTask } from '../../rules/tasks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { requestTexts } from '../papers.ts'
import { requestWithId } from '../requests/lookup.ts'
import { phasesOf } from '../requests/phases.ts'
import { type TaskEvent, taskHistory } from './history.ts'
import { handsOf, type Substitute, substituteOf, type TaskRow, tasksWhere, taskWithId } from './lookup.ts'
import { placeOf } from './place.ts'

const ShowTask = z.object({ taskId: idInput })

export type TaskShown = TaskRow & {
  document: { id: string; number: string; subject: string } | null
  parent: TaskRow | null
  parts: TaskRow[]
  /** Its own, and those of its parts. */
  history: TaskEvent[]
  /** Who acts today for whoever has it. */
  substitute: Substitute | null
  /** The last day that its parts may have; null where it ended. */
  most: Temporal.PlainDate | null
  /** Whether whoever looks may move or end it, and whether they command it. */
  isHeld: boolean
  isCommanded: boolean
  /** Of a phase under way: the outcomes of the card; none where the request itself ends with it. */
  outcomes: string[]
}

const MOST_PARTS = 100

/** A task with its history. Refuses one that is not there or not theirs to see. */
export async function showTask(ctx: Ctx, raw: z.input<typeof ShowTask>): Promise<TaskShown> {
  authorise(ctx, 'tasks.see')
  const { taskId } = parseInput(ShowTask, raw)
  const [task, parts, history, hands] = await Promise.all([
    taskWithId(ctx.db, taskId),
    tasksWhere(ctx.db, eq(tasks.parentId, taskId), [asc(tasks.givenAt), asc(tasks.id)], MOST_PARTS),
    taskHistory(ctx, or(eq(tasks.id, taskId), eq(tasks.parentId, taskId)) ?? sql`false`),
    handsOf(ctx.db),
  ])
  const [document, parent, substitute, place, outcomes] = await Promise.all([
    task.documentId ? documentShown(ctx, task.documentId) : null,
    task.parentId ? taskWithId(ctx.db, task.parentId) : null,
    task.assignee ? substituteOf(ctx.db, task.assignee.id, ctx.today) : null,
    task.ending ? null : placeOf(ctx.db, { parentId: taskId }),
    task.ending ? [] : outcomesFor(ctx, task),
  ])
  const open = place?.parent
  return {
    ...task,
    document,
    parent,
    parts,
    history,
    substitute,
    most: place?.most ?? null,
    isHeld: open ? holdsTask(open, hands) : false,
    isCommanded: open ? commandsTask(open, hands) : false,
    outcomes,
  }
}

async function outcomesFor(ctx: Ctx, { requestId, phase: code }: TaskRow): Promise<string[]> {
  if (requestId === null || code === null) return []
  const { card } = await requestWithId(ctx.db, requestId)
  const phase = phaseOf(phasesOf(card, requestTexts(ctx.lang).generalPhase), code)
  return phase ? outcomesOf(phase) : []
}

async function documentShown({ db }: Ctx, id: string) {
  const [row] = await db
    .select({ id: documents.id, number: documents.number, subject: documents.subject })
    .from(documents)
    .where(eq(documents.id, id))
  return row ?? null
}
