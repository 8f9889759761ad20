import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { instantOf } from '../../db/columns.ts'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { desks, printers } from '../../db/schema/town.ts'
import { ZONE } from '../../rules/dates.ts'
import type { FiscalDocument } from '../../rules/fiscal.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { standInPaper } from '../../rules/papers/stand-in.ts'
import { withoutDrawer } from '../../rules/papers/without-drawer.ts'
import { isLate, type Note, opensDrawer } from '../../rules/printing.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { paperTexts } from '../papers.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import type { JobState } from './list-jobs.ts'

/**
 * A paper as it was taken to be sent: the attempt tells this sending from a later one of the same paper; `note` is what the
 * device told before an earlier one of which nobody knows for certain; one that is late waited longer than papers do.
 */
export type ClaimedJob = { id: string; attempt: number; paper: Paper; note: Note | null; isLate: boolean }

/** Which sending of which paper. */
export type Sending = Pick<ClaimedJob, 'id' | 'attempt'>

type Mover = { db: Ctx['db'] | Tx; now: Ctx['now'] }

/**
 * The steps of a paper on its way: queued → sending → printed, or back to queued when nothing reached the device, or unsure
 * when something may have. Each step is one statement that names the state and the attempt it comes from, so no step is
 * taken twice, and a program that was cut off has no say about a later sending.
 */
async function move(
  ctx: Mover,
  { id, attempt }: Sending,
  from: JobState[],
  to: JobState,
  more: { confirmed?: boolean; fault?: string | null; note?: null },
) {
  const moved = await ctx.db
    .update(printJobs)
    .set({
      state: to,
      changedAt: ctx.now,
      fault: more.fault ?? null,
      ...(more.confirmed === undefined ? {} : { confirmed: more.confirmed }),
      ...(more.note === undefined ? {} : { note: more.note }),
    })
    .where(and(eq(printJobs.id, id), eq(printJobs.attempts, attempt), inArray(printJobs.state, from)))
    .returning({ id: printJobs.id })
  return moved.length === 1
}

/**
 * Takes the oldest waiting paper of a printer to send it, or the oldest with this fiscal task; null when nothing waits. One
 * that stands in for another printer says so and leaves the drawer, which is somebody else's, shut; so does one whose money
 * was put away long ago.
 */
export async function claimJob(ctx: Ctx, printerId: string, task?: 'z_report'): Promise<ClaimedJob | null> {
  authorise(ctx, 'print.run')
  const oldest = ctx.db.$with('oldest').as(
    ctx.db
      .select({ id: sql<string>`${printJobs.id}`.as('oldest_id'), ...WHOSE })
      .from(printJobs)
      .innerJoin(printers, eq(printers.id, sql`coalesce(${printJobs.standsInForId}, ${printJobs.printerId})`))
      .leftJoin(desks, eq(desks.id, printJobs.deskId))
      .where(
        and(
          eq(printJobs.printerId, printerId),
          eq(printJobs.state, 'queued'),
          task && sql`${printJobs.paper} -> 'fiscal' ->> 'task' = ${task}`,
        ),
      )
      .orderBy(asc(printJobs.ordinal))
      .limit(1)
      .for('update', { of: printJobs, skipLocked: true }),
  )
  const [job] = await ctx.db
    .with(oldest)
    .update(printJobs)
    .set({ state: 'sending', attempts: sql`${printJobs.attempts} + 1`, changedAt: ctx.now })
    .from(oldest)
    .where(and(eq(printJobs.id, oldest.id), eq(printJobs.state, 'queued')))
    .returning({
      id: printJobs.id,
      attempt: printJobs.attempts,
      paper: printJobs.paper,
      note: printJobs.note,
      standsInForId: printJobs.standsInForId,
      desk: oldest.desk,
      printer: oldest.printer,
      isScreen: oldest.isScreen,
      waitedSince: oldest.waitedSince,
      queuedAt: printJobs.queuedAt,
    })
  return job ? asClaimed(ctx, job) : null
}

const WHOSE = {
  desk: sql<number | null>`${desks.number}`.as('its_desk'),
  printer: sql<string>`${printers.name}`.as('its_printer'),
  isScreen: sql<boolean>`${printers.line} like 'preview:%'`.as('is_screen'),
  waitedSince: sql<string>`${printJobs.changedAt}`.as('waited_since'),
}

type Taken = Pick<ClaimedJob, 'id' | 'attempt' | 'paper' | 'note'> & {
  standsInForId: string | null
  desk: number | null
  printer: string
  isScreen: boolean
  waitedSince: string
  queuedAt: Temporal.Instant
}

function asClaimed(ctx: Ctx, { id, attempt, note, ...job }: Taken): ClaimedJob {
  const { forDesk, forPrinter } = paperTexts(ctx.lang).standIn
  const whose = job.desk === null ? forPrinter(job.printer) : forDesk(job.desk)
  const paper = opensDrawer(job.queuedAt, ctx.now) ? job.paper : withoutDrawer(job.paper)
  return {
    id,
    attempt,
    paper: job.standsInForId === null ? paper : standInPaper(paper, whose),
    note,
    isLate: !job.isScreen && isLate(instantOf(job.waitedSince), ctx.now),
  }
}

/** What the device told just before it is sent anything, kept so that it can be asked after a doubt. */
export async function noteJob(ctx: Ctx, { id, attempt }: Sending, note: Note): Promise<void> {
  const noted = await ctx.db
    .update(printJobs)
    .set({ note })
    .where(and(eq(printJobs.id, id), eq(printJobs.attempts, attempt), eq(printJobs.state, 'sending')))
    .returning({ id: printJobs.id })
  if (noted.length === 0) throw new Error('a paper is no longer ours to send')
}

/** A paper in doubt, and what its device told before it was sent. */
export type DoubtfulJob = Pick<ClaimedJob, 'id' | 'attempt' | 'paper' | 'note'>

/** The papers of a printer that are in doubt, oldest first. */
export async function doubtfulJobs(ctx: Ctx, printerId: string): Promise<DoubtfulJob[]> {
  authorise(ctx, 'print.run')
  return ctx.db
    .select({ id: printJobs.id, attempt: printJobs.attempts, paper: printJobs.paper, note: printJobs.note })
    .from(printJobs)
    .where(and(eq(printJobs.printerId, printerId), eq(printJobs.state, 'unsure')))
    .orderBy(asc(printJobs.ordinal))
}

/** The device took the whole paper (`confirmed`: and said that it came out; a fiscal one also what it issued). */
export const jobPrinted = (ctx: Ctx, sending: Sending, { confirmed, document }: Outcome): Promise<boolean> =>
  document
    ? inTransaction(ctx, async tx => {
        const isOurs = await printed({ ...ctx, db: tx }, sending, confirmed)
        if (isOurs) await keepDocument(ctx, tx, sending.id, document)
        return isOurs
      })
    : printed(ctx, sending, confirmed)

const printed = (ctx: Mover, sending: Sending, confirmed: boolean) =>
  move(ctx, sending, ['sending', 'unsure'], 'printed', { confirmed })

type Outcome = { confirmed: boolean; document?: FiscalDocument }

const keepDocument = (
  ctx: Ctx,
  tx: Tx,
  jobId: string,
  { document, fiscalMemory, at, amountCents }: FiscalDocument,
) =>
  tx.execute(sql`insert into fiscal_documents
      (job_id, printer_id, task, payment_id, document, fiscal_memory, issued_at, amount_cents)
    select id, printer_id, paper -> 'fiscal' ->> 'task',
      case when kind in ('fiscal-receipt', 'fiscal-storno') then subject_id end,
      ${document}, ${fiscalMemory}, ${(at === null ? ctx.now : instantInTown(at)).toString()}, ${amountCents}
    from print_jobs where id = ${jobId} on conflict (job_id) do nothing`)

/** The clock of a device runs in the town's time. */
const instantInTown = (at: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(at).toZonedDateTime(ZONE).toInstant()

/** Nothing reached the device: the paper waits in its place, and what was noted before the sending tells nothing any more. */
export const jobWaits = (ctx: Ctx, sending: Sending, fault: string) =>
  move(ctx, sending, ['sending', 'unsure'], 'queued', { fault, note: null })

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
