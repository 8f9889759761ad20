import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { taskTerms } from '../../db/schema/tasks.ts'
import { isReason } from '../../rules/reason.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { whyNotCommanded, whyNotTerm } from '../../rules/tasks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { dayInput, idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime } from '../transaction.ts'
import {
  foundTask,
  handsOf,
  lastDayAbove,
  latestPartOf,
  stillOpen,
  type TaskRow,
  taskWithId,
} from './lookup.ts'

const SetTerm = z.object({ id: idInput, taskId: idInput, dueOn: dayInput, reason: textInput(0, 500) })
export type SetTerm = z.input<typeof SetTerm>

/**
 * Another last day for a task, with its reason. Refuses an unknown task, one that ended, whose it is not to command, a missing
 * reason, a day that is past or beyond the term of the whole, and one before the last day of a part.
 */
export async function setTerm(ctx: Ctx, raw: SetTerm): Promise<TaskRow> {
  authorise(ctx, 'tasks.give')
  const { id, taskId, dueOn, reason } = parseInput(SetTerm, raw)
  return inTransaction(ctx, async tx => {
    const [, hands, found, most, latestPart, [earlier]] = await Promise.all([
      oneAtATime(tx, taskId),
      handsOf(tx),
      foundTask(tx, taskId),
      lastDayAbove(tx, taskId),
      latestPartOf(tx, taskId),
      tx.select().from(taskTerms).where(eq(taskTerms.id, id)),
    ])
    if (earlier) return taskWithId(tx, earlier.taskId)
    const task = stillOpen(found)
    refuseIf(whyNotCommanded(task, hands))
    refuseIf(isReason(reason) ? null : refusal('task.term_needs_reason', {}))
    refuseIf(whyNotTerm(dueOn, most, ctx.today, ctx.lang))
    const isOutlived = latestPart !== null && Temporal.PlainDate.compare(latestPart, dueOn) > 0
    refuseIf(isOutlived ? refusal('task.outlived', {}) : null)
    await Promise.all([
      tx.insert(taskTerms).values({ id, taskId, dueOn, reason, setBy: ctx.who.id }),
      writeLogbook(tx, ctx, 'tasks.give', {
        subjectId: taskId,
        facts: { did: 'term', due: dueOn.toString(), before: task.dueOn.toString() },
      }),
    ])
    return taskWithId(tx, taskId)
  })
}
