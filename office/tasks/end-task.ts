import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { taskEndings } from '../../db/schema/tasks.ts'
import { LATE_REASONS } from '../../rules/late-reasons.ts'
import { refuseIf } from '../../rules/refusal.ts'
import { commandsTask, TASK_OUTCOMES, whyNotEnd, whyNotHeld } from '../../rules/tasks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, lineInput, parseInput, textInput } from '../input.ts'
import { nextPhase } from '../requests/next-phase.ts'
import { inTransaction, oneAtATime } from '../transaction.ts'
import { enterEnding } from './enter-ending.ts'
import { foundTask, handsOf, openPartsOf, stillOpen, type TaskRow, taskWithId } from './lookup.ts'

const EndTask = z.object({
  taskId: idInput,
  outcome: z.enum(TASK_OUTCOMES),
  result: textInput(0, 2000),
  /** Of a phase: which of the outcomes of the card. */
  next: lineInput(100),
  lateReason: z.enum(LATE_REASONS).nullable().default(null),
  lateNote: lineInput(500),
})
export type EndTask = z.input<typeof EndTask>

/**
 * Ends a task with its result; of a phase the next ones of the card begin. Sent again with the same outcome and result it is done
 * once. Refuses, in this order: an unknown task, one that ended, whose it is not, cancelling by those who do not command it,
 * sub-tasks under way, no result, a delay without a reason, and of a phase an outcome that the card does not have.
 */
export async function endTask(ctx: Ctx, raw: EndTask): Promise<TaskRow> {
  authorise(ctx, 'tasks.work')
  const input = parseInput(EndTask, raw)
  const { taskId, outcome, result } = input
  return inTransaction(ctx, async tx => {
    const [, hands, found, openParts, [earlier]] = await Promise.all([
      oneAtATime(tx, taskId),
      handsOf(tx),
      foundTask(tx, taskId),
      openPartsOf(tx, taskId),
      tx.select().from(taskEndings).where(eq(taskEndings.taskId, taskId)),
    ])
    if (earlier?.outcome === outcome && earlier.result === result) return taskWithId(tx, taskId)
    const task = stillOpen(found)
    refuseIf(whyNotHeld(task, hands))
    const isCommanded = commandsTask(task, hands)
    refuseIf(whyNotEnd({ ...input, dueOn: task.dueOn, openParts, isCommanded }, ctx.today, ctx.lang))
    const requestId = task.kind === 'phase' && outcome === 'done' ? task.requestId : null
    const end = (next: string | null) => enterEnding(tx, ctx, { ...input, next })
    const next = requestId === null ? null : await nextPhase(tx, ctx, { taskId, requestId }, input.next, end)
    if (!next) await end(null)
    return taskWithId(tx, taskId)
  })
}
