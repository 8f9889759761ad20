import { and, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
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
  /** The payment or till that it tells of. */
  subjectId: string | null
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

/**
 * The latest papers, newest first: of one desk or of all, only those still owed or all, those that `named` means, or the
 * receipts of some payments.
 */
export async function listJobs(
  ctx: Ctx,
  only: { deskId?: string; owed?: boolean; named?: string; receiptsOf?: string[]; limit: number },
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
        only.receiptsOf && isReceiptOf(only.receiptsOf),
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

/** The receipts of these payments as they were first printed. */
const isReceiptOf = (paymentIds: string[]): SQL | undefined =>
  and(inArray(printJobs.subjectId, paymentIds), eq(printJobs.kind, 'receipt'), eq(printJobs.copy, 0))

const WHOLE_ID = 36

/** A whole id is looked up; the end of one is compared with all. */
const isNamed = (text: string): SQL =>
  text.length === WHOLE_ID
    ? eq(printJobs.id, text)
    : sql`right(${printJobs.id}::text, ${text.length}) = ${text}`
