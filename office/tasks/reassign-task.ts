import { z } from 'zod'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { whyNotCommanded } from '../../rules/tasks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, lineInput, parseInput } from '../input.ts'
import { inTransaction } from '../transaction.ts'
import { assigneesOf, refuseSame, targetInput } from './assignees.ts'
import { enterMove, taskToMove } from './enter-move.ts'
import type { TaskRow } from './lookup.ts'

const ReassignTask = z.object({ taskId: idInput, moveId: idInput, to: targetInput, reason: lineInput(500) })
export type ReassignTask = z.input<typeof ReassignTask>

/**
 * Whoever commands a task gives it to somebody else, of any department; its last day stays. Refuses an unknown task, one that
 * ended, whose it is not to command, those who do not work on cases, and whoever has it already.
 */
export async function reassignTask(ctx: Ctx, raw: ReassignTask): Promise<TaskRow> {
  authorise(ctx, 'tasks.give')
  const { taskId, moveId, to, reason } = parseInput(ReassignTask, raw)
  return inTransaction(ctx, async tx => {
    const [found, [target]] = await Promise.all([
      taskToMove(tx, { moveId, taskId }),
      assigneesOf(tx, ctx, [to]),
    ])
    if ('moved' in found) return found.moved
    const { task, hands } = found
    refuseIf(whyNotCommanded(task, hands))
    if (!target) throw refusal('task.nobody', {})
    refuseSame(task, target)
    return enterMove(tx, ctx, {
      moveId,
      taskId,
      kind: 'reassigned',
      assigneeId: target.staffId,
      departmentId: target.departmentId ?? task.departmentId,
      reason,
    })
  })
}
