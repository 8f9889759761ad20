import { z } from 'zod'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { whyNotTake } from '../../rules/tasks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { inTransaction } from '../transaction.ts'
import { enterMove, taskToMove } from './enter-move.ts'
import { type TaskRow, taskWithId } from './lookup.ts'

const TakeTask = z.object({ taskId: idInput, moveId: idInput })

/**
 * Somebody of a department takes a task that the department was given. Of two at the same moment the second is told who has it.
 * Refuses an unknown task, one that ended, one that somebody has, and one of another department.
 */
export async function takeTask(ctx: Ctx, raw: z.input<typeof TakeTask>): Promise<TaskRow> {
  authorise(ctx, 'tasks.work')
  const { taskId, moveId } = parseInput(TakeTask, raw)
  return inTransaction(ctx, async tx => {
    const found = await taskToMove(tx, { moveId, taskId })
    if ('moved' in found) return found.moved
    const { task, hands } = found
    if (task.assigneeId !== null) {
      const { assignee } = await taskWithId(tx, taskId)
      throw refusal('task.taken', { name: assignee?.name ?? '' })
    }
    refuseIf(whyNotTake(task, hands))
    return enterMove(tx, ctx, {
      moveId,
      taskId,
      kind: 'delegated',
      assigneeId: ctx.who.id,
      departmentId: task.departmentId,
      reason: null,
    })
  })
}
