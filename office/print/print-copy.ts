import { and, eq, max } from 'drizzle-orm'
import { z } from 'zod'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { desks } from '../../db/schema/town.ts'
import { showMoment } from '../../rules/dates.ts'
import { duplicateOf, whyNotCopied } from '../../rules/papers/duplicate.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { deskOf } from '../tills/open-till.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { printerOfDesk } from './lookup.ts'
import { queuePrint } from './queue-print.ts'

const PrintCopy = z.object({
  /** Of the duplicate's own print job, minted by the door: sent twice, one duplicate is printed. */
  id: idInput,
  /** The paper to be copied, or one of its duplicates. */
  jobId: idInput,
})
export type PrintCopy = z.input<typeof PrintCopy>

export type CopyOwed = { title: string; copy: number }

/**
 * Owes a duplicate of a paper to the printer of the desk: marked as such, numbered, with the name of whoever prints it. What
 * a payer holds is copied at any desk, for the payer comes to any; other papers a cashier copies at the own desk, a head at
 * any, a clerk those of documents. Refuses a paper that has not come out yet and a test page.
 */
export async function printCopy(ctx: Ctx, raw: PrintCopy): Promise<CopyOwed> {
  authorise(ctx, 'print.copy')
  const input = parseInput(PrintCopy, raw)
  const desk = deskOf(ctx)
  return inTransaction(ctx, async tx => {
    const [earlier, original, printer] = await Promise.all([
      jobWithId(tx, input.id),
      originalOf(tx, input.jobId),
      printerOfDesk(tx, desk.id),
    ])
    if (earlier) return { title: earlier.title, copy: earlier.copy }
    if (ctx.who.post === 'cashier' && original.deskId !== desk.id && !isOfPayer(original.kind))
      throw refusal('job.of_other_desk', { desk: original.desk ?? 0 })
    if (ctx.who.post === 'clerk' && !isOfDocument(original.kind))
      throw refusal('authority.denied', { act: 'print.copy', post: ctx.who.post })
    const copy = (await copiesOf(tx, original.subjectId, original.kind)) + 1
    const made = { copy, who: ctx.who.name, at: showMoment(ctx.now, ctx.lang) }
    const paper = duplicateOf(original.paper, made, paperTexts(ctx.lang).duplicate)
    const { subjectId } = original
    await Promise.all([
      queuePrint(tx, ctx, { id: input.id, printerId: printer.id, deskId: desk.id, subjectId, copy, paper }),
      writeLogbook(tx, ctx, 'print.copy', { subjectId, facts: { title: original.title, copy } }),
    ])
    return { title: paper.title, copy }
  })
}

/** Receipts and their reversals are given to people. */
const isOfPayer = (kind: string): boolean => kind === 'receipt' || kind === 'reversal'

/** What whoever brought a document is given, and what sticks on it. */
const isOfDocument = (kind: string): boolean => ['slip', 'label', 'hand-out'].includes(kind)

async function jobWithId(tx: Tx, id: string) {
  const [job] = await tx
    .select({ title: printJobs.title, copy: printJobs.copy })
    .from(printJobs)
    .where(eq(printJobs.id, id))
  return job
}

/** The first printing of what this paper tells of; refuses what cannot be copied. */
async function originalOf(tx: Tx, jobId: string) {
  const [asked] = await tx.select().from(printJobs).where(eq(printJobs.id, jobId))
  if (!asked) throw refusal('job.unknown', { id: jobId })
  refuseIf(whyNotCopied(asked))
  const { subjectId, kind, title } = asked
  if (subjectId === null) throw refusal('job.has_no_copies', { title })
  const [original] = await tx
    .select({ deskId: printJobs.deskId, desk: desks.number, title: printJobs.title, paper: printJobs.paper })
    .from(printJobs)
    .leftJoin(desks, eq(desks.id, printJobs.deskId))
    .where(and(eq(printJobs.subjectId, subjectId), eq(printJobs.kind, kind), eq(printJobs.copy, 0)))
  if (!original) throw refusal('job.unknown', { id: jobId })
  return { ...original, subjectId, kind }
}

async function copiesOf(tx: Tx, subjectId: string, kind: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(printJobs.copy) })
    .from(printJobs)
    .where(and(eq(printJobs.subjectId, subjectId), eq(printJobs.kind, kind)))
  return row?.last ?? 0
}
