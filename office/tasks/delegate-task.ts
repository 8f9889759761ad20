import { z } from 'zod'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { whyNotHeld } from '../../rules/tasks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, lineInput, parseInput } from '../input.ts'
import { inTransaction } from '../transaction.ts'
import { assigneesOf, refuseSame, targetInput } from './assignees.ts'
import { enterMove, taskToMove } from './enter-move.ts'
import type { TaskRow } from './lookup.ts'

const DelegateTask = z.object({ taskId: idInput, moveId: idInput, to: targetInput, note: lineInput(500) })
export type DelegateTask = z.input<typeof DelegateTask>

/**
 * A head gives a task on to somebody subordinate; its last day stays (чл. 105 НОДА). Refuses an unknown task, one that ended, whose
 * it is not, those who do not work on cases, those who are not subordinate, and whoever has it already.
 */
export async function delegateTask(ctx: Ctx, raw: DelegateTask): Promise<TaskRow> {
  authorise(ctx, 'tasks.give')
  const { taskId, moveId, to, note } = parseInput(DelegateTask, raw)
  return inTransaction(ctx, async tx => {
    const [found, [target]] = await Promise.all([
      taskToMove(tx, { moveId, taskId }),
      assigneesOf(tx, ctx, [to]),
    ])
    if ('moved' in found) return found.moved
    const { task, hands } = found
    refuseIf(whyNotHeld(task, hands))
    if (!target) throw refusal('task.nobody', {})
    const { staffId: assigneeId, departmentId } = target
    const isSubordinate = departmentId !== null && hands.departmentIds.includes(departmentId)
    if (!isSubordinate && !hands.isSecretary) throw refusal('task.not_subordinate', { name: target.name })
    refuseSame(task, target)
    return enterMove(tx, ctx, {
      moveId,
      taskId,
      kind: 'delegated',
      assigneeId,
      departmentId: departmentId ?? task.departmentId,
      reason: note,
    })
  })
}
