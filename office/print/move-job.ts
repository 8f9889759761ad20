import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { printers } from '../../db/schema/town.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import type { JobState } from './list-jobs.ts'

/** A paper as it was taken to be sent: the attempt tells this sending from a later one of the same paper. */
export type ClaimedJob = { id: string; attempt: number; paper: Paper }

/** Which sending of which paper. */
type Sending = Pick<ClaimedJob, 'id' | 'attempt'>

/**
 * The steps of a paper on its way: queued → sending → printed, or back to queued when nothing reached the device, or unsure
 * when something may have. Each step is one statement that names the state and the attempt it comes from, so no step is
 * taken twice, and a program that was cut off has no say about a later sending.
 */
async function move(
  ctx: Ctx,
  { id, attempt }: Sending,
  from: JobState[],
  to: JobState,
  more: { confirmed?: boolean; fault?: string | null },
) {
  const moved = await ctx.db
    .update(printJobs)
    .set({
      state: to,
      changedAt: ctx.now,
      fault: more.fault ?? null,
      ...(more.confirmed === undefined ? {} : { confirmed: more.confirmed }),
    })
    .where(and(eq(printJobs.id, id), eq(printJobs.attempts, attempt), inArray(printJobs.state, from)))
    .returning({ id: printJobs.id })
  return moved.length === 1
}

/** Takes the oldest waiting paper of a printer to send it; null when nothing waits. */
export async function claimJob(ctx: Ctx, printerId: string): Promise<ClaimedJob | null> {
  authorise(ctx, 'print.run')
  const oldest = ctx.db
    .select({ id: printJobs.id })
    .from(printJobs)
    .where(and(eq(printJobs.printerId, printerId), eq(printJobs.state, 'queued')))
    .orderBy(asc(printJobs.ordinal))
    .limit(1)
    .for('update', { skipLocked: true })
  const [job] = await ctx.db
    .update(printJobs)
    .set({ state: 'sending', attempts: sql`${printJobs.attempts} + 1`, changedAt: ctx.now })
    .where(and(eq(printJobs.id, oldest), eq(printJobs.state, 'queued')))
    .returning({ id: printJobs.id, attempt: printJobs.attempts, paper: printJobs.paper })
  return job ?? null
}

/** The device took the whole paper (`confirmed`: and said that it came out). */
export const jobPrinted = (ctx: Ctx, sending: Sending, confirmed: boolean) =>
  move(ctx, sending, ['sending', 'unsure'], 'printed', { confirmed })

/** Nothing reached the device: the paper waits in its place. */
export const jobWaits = (ctx: Ctx, sending: Sending, fault: string) =>
  move(ctx, sending, ['sending', 'unsure'], 'queued', { fault })

/** Some of it may be on paper: only the device or a person can tell. */
export const jobUnsure = (ctx: Ctx, sending: Sending, fault: string) =>
  move(ctx, sending, ['sending', 'unsure'], 'unsure', { fault })

/** It can never be printed with these settings. */
export const jobFailed = (ctx: Ctx, sending: Sending, fault: string) =>
  move(ctx, sending, ['sending', 'unsure'], 'failed', { fault })

/**
 * Called by the one owner of a printer when it takes over: what a dead program left in sending is in doubt. Only on a screen
 * nothing can have come out: that paper waits again. How many are in doubt.
 */
export async function doubtOrphans(ctx: Ctx, printerId: string): Promise<number> {
  authorise(ctx, 'print.run')
  const isScreen = sql`(select ${printers.line} like 'preview:%' from ${printers} where ${printers.id} = ${printerId})`
  const left = await ctx.db
    .update(printJobs)
    .set({
      state: sql`case when ${isScreen} then 'queued' else 'unsure' end`,
      fault: sql`case when ${isScreen} then null else 'interrupted' end`,
      changedAt: ctx.now,
    })
    .where(and(eq(printJobs.printerId, printerId), eq(printJobs.state, 'sending')))
    .returning({ state: printJobs.state })
  return left.filter(job => job.state === 'unsure').length
}
