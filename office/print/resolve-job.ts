import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import type { JobState } from './list-jobs.ts'

const ResolveJob = z.object({ jobId: idInput, cameOut: z.boolean() })
export type ResolveJob = z.input<typeof ResolveJob>

/**
 * A person has looked at the printer: the paper that was in doubt came out, or it did not and is printed again. Failed
 * papers may be tried again the same way. Refuses a paper that is neither in doubt nor failed.
 */
export async function resolveJob(ctx: Ctx, raw: ResolveJob): Promise<{ state: JobState }> {
  authorise(ctx, 'print.resolve')
  const input = parseInput(ResolveJob, raw)
  return inTransaction(ctx, async tx => {
    const to: JobState = input.cameOut ? 'printed' : 'queued'
    const moved = await tx
      .update(printJobs)
      .set({ state: to, fault: null, changedAt: ctx.now })
      .where(and(eq(printJobs.id, input.jobId), inArray(printJobs.state, ['unsure', 'failed'])))
      .returning({ id: printJobs.id })
    if (moved.length === 0) throw await whyNotResolved(tx, input.jobId)
    await writeLogbook(tx, ctx, 'print.resolve', {
      subjectId: input.jobId,
      facts: { came_out: input.cameOut },
    })
    return { state: to }
  })
}

async function whyNotResolved(tx: Tx, id: string) {
  const [job] = await tx.select({ state: printJobs.state }).from(printJobs).where(eq(printJobs.id, id))
  return job ? refusal('job.not_unsure', { state: job.state }) : refusal('job.unknown', { id })
}
