import { eq } from 'drizzle-orm'
import { taskMoves } from '../../db/schema/tasks.ts'
import type { Hands } from '../../rules/tasks.ts'
import type { Ctx } from '../context.ts'
import { writeLogbook } from '../logbook.ts'
import { oneAtATime, type Tx } from '../transaction.ts'
import { foundTask, handsOf, type OpenTask, stillOpen, type TaskRow, taskWithId } from './lookup.ts'

/** A task from hand to hand; `moveId` makes two sendings one move. */
export type Move = {
  moveId: string
  taskId: string
  kind: 'delegated' | 'returned' | 'reassigned'
  assigneeId: string | null
  departmentId: string
  reason: string | null
}

/** The task that is to be moved, one mover at a time; where this very move was made, what came of it. */
export async function taskToMove(
  tx: Tx,
  { moveId, taskId }: Pick<Move, 'moveId' | 'taskId'>,
): Promise<{ moved: TaskRow } | { task: OpenTask; hands: Hands }> {
  const [, hands, found, [earlier]] = await Promise.all([
    oneAtATime(tx, taskId),
    handsOf(tx),
    foundTask(tx, taskId),
    tx.select().from(taskMoves).where(eq(taskMoves.id, moveId)),
  ])
  if (earlier) return { moved: await taskWithId(tx, earlier.taskId) }
  return { task: stillOpen(found), hands }
}

/** Writes a move that was looked at already; gives back the task as it is from now on. */
export async function enterMove(tx: Tx, ctx: Ctx, { moveId, ...move }: Move): Promise<TaskRow> {
  await Promise.all([
    tx.insert(taskMoves).values({ id: moveId, ...move, movedBy: ctx.who.id }),
    writeLogbook(tx, ctx, 'tasks.work', {
      subjectId: move.taskId,
      facts: { did: move.kind, to: move.assigneeId ?? move.departmentId },
    }),
  ])
  return taskWithId(tx, move.taskId)
}
