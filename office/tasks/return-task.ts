import { and, desc, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { taskMoves, tasks } from '../../db/schema/tasks.ts'
import { isReason } from '../../rules/reason.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { whyNotHeld } from '../../rules/tasks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { departmentOfStaff } from './assignees.ts'
import { enterMove, taskToMove } from './enter-move.ts'
import type { OpenTask, TaskRow } from './lookup.ts'

const ReturnTask = z.object({ taskId: idInput, moveId: idInput, reason: textInput(0, 500) })
export type ReturnTask = z.input<typeof ReturnTask>

/**
 * Gives a task back, with a reason: to whoever gave it on last, else to whoever gave it; what somebody took from the department
 * goes back to the department. Refuses an unknown task, one that ended, whose it is not, a missing reason, and nobody to take it.
 */
export async function returnTask(ctx: Ctx, raw: ReturnTask): Promise<TaskRow> {
  authorise(ctx, 'tasks.work')
  const { taskId, moveId, reason } = parseInput(ReturnTask, raw)
  return inTransaction(ctx, async tx => {
    const found = await taskToMove(tx, { moveId, taskId })
    if ('moved' in found) return found.moved
    const { task, hands } = found
    refuseIf(whyNotHeld(task, hands))
    refuseIf(isReason(reason) ? null : refusal('task.return_needs_reason', {}))
    const back = await giverOf(tx, task)
    return enterMove(tx, ctx, { moveId, taskId, kind: 'returned', reason, ...back })
  })
}

/** Who takes a task back: a person, or the department that they took it from. */
async function giverOf(tx: Tx, task: OpenTask) {
  const { taskId, departmentId } = task
  const [[last], [given]] = await Promise.all([
    tx
      .select({ assigneeId: taskMoves.assigneeId, movedBy: taskMoves.movedBy })
      .from(taskMoves)
      .where(and(eq(taskMoves.taskId, taskId), ne(taskMoves.kind, 'returned')))
      .orderBy(desc(taskMoves.movedAt), desc(taskMoves.id))
      .limit(1),
    tx.select({ assignerId: tasks.assignerId }).from(tasks).where(eq(tasks.id, taskId)),
  ])
  const isTaken = last !== undefined && last.assigneeId === last.movedBy
  if (isTaken && last.assigneeId === task.assigneeId) return { assigneeId: null, departmentId }
  const giver = (isTaken ? null : last?.movedBy) ?? given?.assignerId ?? null
  const isOfCard = giver === null && task.assigneeId !== null
  if (isOfCard) return { assigneeId: null, departmentId }
  if (giver === null || giver === task.assigneeId) throw refusal('task.no_giver', {})
  return { assigneeId: giver, departmentId: (await departmentOfStaff(tx, giver)) ?? departmentId }
}
