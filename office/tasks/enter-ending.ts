import { taskEndings } from '../../db/schema/tasks.ts'
import type { LateReason } from '../../rules/late-reasons.ts'
import type { TaskOutcome } from '../../rules/tasks.ts'
import type { Ctx } from '../context.ts'
import { writeLogbook } from '../logbook.ts'
import type { Tx } from '../transaction.ts'

export type EnteredEnding = {
  taskId: string
  outcome: TaskOutcome
  result: string
  /** Of a phase: which of the outcomes of the card. */
  next: string | null
  lateReason: LateReason | null
  lateNote: string | null
}

/** Writes the end of a task that was looked at already. */
export async function enterEnding(tx: Tx, ctx: Ctx, ending: EnteredEnding): Promise<void> {
  const { taskId, outcome, next, lateReason } = ending
  await Promise.all([
    tx.insert(taskEndings).values({ ...ending, endedBy: ctx.who.id }),
    writeLogbook(tx, ctx, 'tasks.work', {
      subjectId: taskId,
      facts: { did: outcome, ...(next && { next }), ...(lateReason && { late_reason: lateReason }) },
    }),
  ])
}
