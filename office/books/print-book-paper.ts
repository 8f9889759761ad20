import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { cashVouchers } from '../../db/schema/tills.ts'
import { showDay, showMoment } from '../../rules/dates.ts'
import { duplicateOf, whyNotCopied } from '../../rules/papers/duplicate.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { dayInput, idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { printerOfDesk } from '../print/lookup.ts'
import { queuePrint } from '../print/queue-print.ts'
import { deskOf } from '../tills/open-till.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { paperOfPage, paperOfTerminals, paperOfVoucher } from './book-papers.ts'
import { deskOfBooks, vouchersWhere } from './lookup.ts'
import { seeCashBook } from './see-cash-book.ts'
import { seeTerminals } from './see-terminals.ts'

const PrintBookPaper = z.object({
  /** Of the print job, minted by the door: sent twice, one paper is printed. */
  id: idInput,
  what: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('voucher'), voucherId: idInput }),
    z.object({ kind: z.literal('cash-book'), desk: z.int(), day: dayInput }),
    z.object({ kind: z.literal('terminal-day'), day: dayInput }),
  ]),
})
export type PrintBookPaper = z.input<typeof PrintBookPaper>
type What = z.output<typeof PrintBookPaper>['what']

export type BookPaperOwed = { title: string; copy: number }

/** A paper to be printed: what it tells of, where it is a document of its own, and which copy of it this is. */
type Owed = { paper: Paper; subjectId: string | null; copy: number }

/**
 * Owes a voucher, a page of the cash book or the terminals of a day to the printer of the desk. A voucher that came out before
 * is printed as a duplicate, and refused while it is still owed; the others are looks at the books and are printed as they are.
 */
export async function printBookPaper(ctx: Ctx, raw: PrintBookPaper): Promise<BookPaperOwed> {
  authorise(ctx, 'books.print')
  const { id, what } = parseInput(PrintBookPaper, raw)
  const desk = deskOf(ctx)
  const owedIn = what.kind === 'voucher' ? voucherOwed(ctx, what.voucherId) : await lookOf(ctx, what)
  return inTransaction(ctx, async tx => {
    // The job last: a paper that the first statement sees owed by this very job has it for the second.
    const [owed, printer] = await Promise.all([owedIn(tx), printerOfDesk(tx, desk.id)])
    const earlier = await jobWithId(tx, id)
    if (earlier) return earlier
    if (owed instanceof Refusal) throw owed
    const { paper, subjectId, copy } = owed
    await Promise.all([
      queuePrint(tx, ctx, { id, printerId: printer.id, deskId: desk.id, subjectId, copy, paper }),
      writeLogbook(tx, ctx, 'books.print', { subjectId, facts: { title: paper.title, copy } }),
    ])
    return { title: paper.title, copy }
  })
}

async function jobWithId(tx: Tx, id: string): Promise<BookPaperOwed | undefined> {
  const [job] = await tx
    .select({ title: printJobs.title, copy: printJobs.copy })
    .from(printJobs)
    .where(eq(printJobs.id, id))
  return job
}

/** A look at the books, taken before anything is written: it is of one moment, on a line of its own. */
async function lookOf(ctx: Ctx, what: Exclude<What, { kind: 'voucher' }>): Promise<() => Owed> {
  const period = { from: what.day, to: what.day }
  if (Temporal.PlainDate.compare(what.day, ctx.today) > 0)
    throw refusal('books.day_ahead', { day: showDay(what.day, ctx.lang) })
  if (what.kind === 'terminal-day') {
    const terminals = await seeTerminals(ctx, period)
    return asIs(paperOfTerminals(ctx, terminals, what.day))
  }
  const [page] = await seeCashBook(ctx, period, what.desk)
  if (!page) throw refusal('desk.unknown', { number: String(what.desk) })
  return asIs(paperOfPage(ctx, page))
}

const asIs = (paper: Paper) => (): Owed => ({ paper, subjectId: null, copy: 0 })

/** The voucher itself, or a duplicate of it where it came out before. */
const voucherOwed =
  (ctx: Ctx, voucherId: string) =>
  async (tx: Tx): Promise<Owed | Refusal> => {
    const [[voucher], jobs] = await Promise.all([
      vouchersWhere(tx, eq(cashVouchers.id, voucherId)),
      tx.select().from(printJobs).where(eq(printJobs.subjectId, voucherId)).orderBy(asc(printJobs.copy)),
    ])
    if (!voucher) throw refusal('voucher.unknown', { number: voucherId })
    deskOfBooks(ctx, voucher.desk.number)
    const [original] = jobs
    if (!original) return { paper: paperOfVoucher(ctx, voucher), subjectId: voucherId, copy: 0 }
    const why = whyNotCopied(original)
    if (why) return why
    const copy = (jobs.at(-1)?.copy ?? 0) + 1
    const made = { copy, who: ctx.who.name, at: showMoment(ctx.now, ctx.lang) }
    return {
      paper: duplicateOf(original.paper, made, paperTexts(ctx.lang).duplicate),
      subjectId: voucherId,
      copy,
    }
  }
