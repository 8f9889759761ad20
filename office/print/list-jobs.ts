import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { desks, printers } from '../../db/schema/town.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { isScreen } from './lookup.ts'

export type JobState = 'queued' | 'sending' | 'printed' | 'failed' | 'unsure'

export type PrintJob = {
  id: string
  title: string
  kind: string
  state: JobState
  /** The device itself said that the paper came out; false for devices that cannot say. */
  confirmed: boolean
  /** Its printer is a screen and no device. */
  isPreview: boolean
  fault: string | null
  attempts: number
  /** 0 is the original, 1 and up its duplicates. */
  copy: number
  queuedAt: Temporal.Instant
  printer: string
  desk: number | null
  paper: Paper
}

/**
 * What became of a paper, as a person is told. `sent`: the device took it and cannot say whether it came out; `shown`: there
 * is no device but a screen.
 */
export const outcomeOf = (job: PrintJob): JobState | 'sent' | 'shown' =>
  job.state !== 'printed' || job.confirmed ? job.state : job.isPreview ? 'shown' : 'sent'

/** The latest papers, newest first: of one desk or of all, only those still owed or all, or those that `named` means. */
export async function listJobs(
  ctx: Ctx,
  only: { deskId?: string; owed?: boolean; named?: string; limit: number },
): Promise<PrintJob[]> {
  authorise(ctx, 'print.see')
  const rows = await ctx.db
    .select({ job: printJobs, printer: printers.name, line: printers.line, desk: desks.number })
    .from(printJobs)
    .innerJoin(printers, eq(printers.id, printJobs.printerId))
    .leftJoin(desks, eq(desks.id, printJobs.deskId))
    .where(
      and(
        only.deskId ? eq(printJobs.deskId, only.deskId) : undefined,
        only.owed ? ne(printJobs.state, 'printed') : undefined,
        only.named === undefined ? undefined : isNamed(only.named),
      ),
    )
    .orderBy(desc(printJobs.ordinal))
    .limit(only.limit)
  return rows.map(({ job, printer, line, desk }) => ({
    ...job,
    state: job.state as JobState,
    isPreview: isScreen(line),
    printer,
    desk,
  }))
}

const WHOLE_ID = 36

/** A whole id is looked up; the end of one is compared with all. */
const isNamed = (text: string): SQL =>
  text.length === WHOLE_ID
    ? eq(printJobs.id, text)
    : sql`right(${printJobs.id}::text, ${text.length}) = ${text}`
