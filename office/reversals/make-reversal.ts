import { randomUUIDv7 } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { instantOf } from '../../db/columns.ts'
import { confirmations } from '../../db/schema/confirmations.ts'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { reversals } from '../../db/schema/reversals.ts'
import { staff } from '../../db/schema/staff.ts'
import { showMoment } from '../../rules/dates.ts'
import { STORNO_REASONS } from '../../rules/fiscal.ts'
import type { Cents } from '../../rules/money.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import type { ReceiptLine } from '../../rules/papers/receipt.ts'
import { reversalPaper } from '../../rules/papers/reversal.ts'
import { receiptNumber } from '../../rules/payments.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { whyNotReverse } from '../../rules/reversals.ts'
import type { Tender } from '../../rules/tenders.ts'
import { authorise } from '../authority.ts'
import type { Ctx, Desk } from '../context.ts'
import { type StornoOwed, stornoOwed } from '../fiscal/fiscal-papers.ts'
import { deviceAtDesk, type Sold, saleOf, toReverse } from '../fiscal/lookup.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { tendersOf } from '../payments/lookup.ts'
import { printerOfDesk } from '../print/lookup.ts'
import { queuePrint } from '../print/queue-print.ts'
import { linesOfPayment, type Receipt, receiptOf, reversalOf, reversalTold } from '../receipts/lookup.ts'
import { openTillOf } from '../tills/lookup.ts'
import { deskOf } from '../tills/open-till.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'

const MakeReversal = z.object({
  reversalId: idInput,
  paymentId: idInput,
  reason: textInput(0, 200),
  /** Of the second person: see `giveConfirmation`. */
  confirmationId: idInput,
  /** What the terminal or the bank calls the refund; null where only cash goes back. */
  refundReference: textInput(0, 100).nullable(),
  /** Of the fiscal receipt, where there is one. */
  stornoReason: z.enum(STORNO_REASONS).default('refund'),
})
export type MakeReversal = z.input<typeof MakeReversal>
type Input = z.output<typeof MakeReversal>

export type ReversalMade = {
  reversalId: string
  paymentId: string
  /** Of the reversal: `2-2026-000004`. */
  number: string
  receiptNumber: string
  reversedAt: Temporal.Instant
  total: Cents
  /** What went back, by the ways it had come. */
  tenders: Tender[]
  printJobId: string
  paper: Paper
  /** The storno that the fiscal device owes; null where no fiscal receipt told of the payment. */
  fiscal: StornoOwed | null
}

/**
 * Reverses a whole payment out of the cashier's open till at this desk, and owes its paper: nothing of the payment changes,
 * its bills are open again, its money goes back by the tenders it came by. Sent again with the same `reversalId` it gives
 * back what was done. A payment with a fiscal receipt owes also the storno of that, to the device that issued it. Refuses, in
 * this order: no open till here, an unknown payment, one that is reversed, a fiscal receipt that cannot be taken back here and
 * now, no reason, money of a card or a bank without the refund's number, the cashier's own confirmation, none or an old one,
 * too little cash.
 */
export async function makeReversal(ctx: Ctx, raw: MakeReversal): Promise<ReversalMade> {
  authorise(ctx, 'reversals.make')
  const input = parseInput(MakeReversal, raw)
  const desk = deskOf(ctx)
  return inTransaction(ctx, async tx => {
    const found = await lookUp(tx, ctx, input)
    if (found.earlier) return reversalMade(tx, found.earlier, input)
    const till = found.till?.deskId === desk.id ? found.till : null
    if (!till) throw refusal('till.not_open', {})
    const { receipt, lines, tenders, printer } = found
    if (!receipt) throw refusal('receipt.unknown', { text: input.paymentId })
    const { reason } = input
    const refundReference = input.refundReference || null
    const paid = {
      tenders,
      reversal: found.reversal && reversalTold(found.reversal, ctx.lang),
      sold: found.sold && toReverse(found.sold, found.device),
    }
    refuseIf(
      whyNotReverse(paid, {
        held: till.expected,
        reason,
        refundReference,
        confirmation: stateOf(found.confirmation, ctx),
        storno: { reason: input.stornoReason, today: ctx.today, lang: ctx.lang },
      }),
    )
    const numbered = await insertReversal(tx, desk, till.id, { ...input, refundReference })
    const made = { ...input, refundReference, ...numbered, confirmedBy: found.confirmation?.by.name ?? '' }
    const unp = found.sold?.sale.unp ?? null
    const paper = paperOf(ctx, desk, { receipt, lines, tenders, unp }, made)
    const fiscal = found.sold && stornoOf(ctx, desk, found.sold, made)
    const printJobId = randomUUIDv7()
    const { number } = numbered
    await Promise.all([
      queuePrint(tx, ctx, {
        id: printJobId,
        printerId: printer.id,
        deskId: desk.id,
        subjectId: receipt.paymentId,
        paper,
      }),
      fiscal &&
        found.sold &&
        queuePrint(tx, ctx, {
          id: fiscal.printJobId,
          printerId: found.sold.printerId,
          deskId: desk.id,
          subjectId: receipt.paymentId,
          paper: fiscal.paper,
        }),
      writeLogbook(tx, ctx, 'reversals.make', {
        subjectId: receipt.paymentId,
        facts: {
          ...factsOf(receipt, number, input),
          ...(unp && { unp, storno_reason: input.stornoReason }),
        },
      }),
    ])
    return {
      ...toldOf(receipt, tenders),
      reversalId: input.reversalId,
      ...numbered,
      printJobId,
      paper,
      fiscal,
    }
  })
}

/** Null where its document is not known: that was refused before. */
const stornoOf = (ctx: Ctx, desk: Desk, { sale, issued }: Sold, made: Made): StornoOwed | null =>
  issued &&
  stornoOwed(
    ctx,
    desk,
    { sale, of: issued, reason: made.stornoReason },
    { number: made.number, at: showMoment(made.reversedAt, ctx.lang) },
  )

/**
 * All that the reversal depends on, in one round trip. The earlier one comes last: where the till is closed by now, what was
 * reversed before its closing is seen.
 */
async function lookUp(tx: Tx, ctx: Ctx, { reversalId, paymentId, confirmationId }: Input) {
  const [, till, receipt, lines, tenders, printer, confirmation, reversal, sold, device, earlier] =
    await Promise.all([
      oneAtATime(tx, paymentId),
      openTillOf(tx, ctx.who.id),
      receiptOf(tx, paymentId),
      linesOfPayment(tx, paymentId, ctx.lang),
      tendersOf(tx, paymentId),
      printerOfDesk(tx, deskOf(ctx).id),
      freshConfirmation(tx, confirmationId, paymentId),
      reversalOf(tx, paymentId),
      saleOf(tx, paymentId),
      deviceAtDesk(tx, deskOf(ctx).id),
      reversalWithId(tx, reversalId),
    ])
  return { till, receipt, lines, tenders, printer, confirmation, reversal, sold, device, earlier }
}

/** A yes to the reversal of this very payment that is not too old; the database looks again. */
async function freshConfirmation(tx: Tx, id: string, paymentId: string) {
  const [row] = await tx
    .select({ by: { id: staff.id, name: staff.name } })
    .from(confirmations)
    .innerJoin(staff, eq(staff.id, confirmations.staffId))
    .where(
      and(
        eq(confirmations.id, id),
        eq(confirmations.act, 'reversals.make'),
        eq(confirmations.subjectId, paymentId),
        sql`${confirmations.givenAt} > now() - interval '15 minutes'`,
      ),
    )
  return row ?? null
}

const stateOf = (found: { by: { id: string } } | null, ctx: Ctx) =>
  found === null ? 'missing' : found.by.id === ctx.who.id ? 'own' : 'given'

async function reversalWithId(tx: Tx, id: string) {
  const [row] = await tx
    .select({ paymentId: reversals.paymentId })
    .from(reversals)
    .where(eq(reversals.id, id))
  return row ?? null
}

/** The database gives the time and the gap-free number. */
async function insertReversal(tx: Tx, desk: Desk, tillId: string, input: Input) {
  const [row] = await tx.execute<{ reversed_at: string; year: number; number: number }>(
    sql`insert into reversals (id, payment_id, till_id, reason, confirmation_id, refund_reference)
      values (${input.reversalId}, ${input.paymentId}, ${tillId}, ${input.reason}, ${input.confirmationId},
        ${input.refundReference}) returning reversed_at, year, number`,
  )
  if (!row) throw new Error('a payment was reversed without an answer')
  return { number: receiptNumber(desk.number, row.year, row.number), reversedAt: instantOf(row.reversed_at) }
}

type Reversed = { receipt: Receipt; lines: ReceiptLine[]; tenders: Tender[]; unp: string | null }
type Made = Input & { number: string; reversedAt: Temporal.Instant; confirmedBy: string }

const paperOf = (ctx: Ctx, desk: Desk, { receipt, lines, tenders, unp }: Reversed, made: Made): Paper =>
  reversalPaper(
    {
      ...made,
      town: ctx.town,
      desk,
      cashier: ctx.who.name,
      reversedAt: showMoment(made.reversedAt, ctx.lang),
      receipt: { ...receipt, takenAt: showMoment(receipt.takenAt, ctx.lang) },
      lines,
      total: receipt.total,
      tenders,
      payer: receipt.payer,
      unp,
    },
    paperTexts(ctx.lang),
    ctx.lang,
  )

const factsOf = (receipt: Receipt, number: string, { reason, confirmationId, refundReference }: Input) => ({
  reversal: number,
  receipt: receipt.number,
  total_cents: receipt.total,
  reason,
  refund_reference: refundReference,
  confirmation: confirmationId,
})

const toldOf = ({ paymentId, number, total }: Receipt, tenders: Tender[]) => ({
  paymentId,
  receiptNumber: number,
  total,
  tenders,
})

/** A reversal as it was told when it was made. Refuses an id that another payment was reversed under. */
async function reversalMade(
  tx: Tx,
  { paymentId }: { paymentId: string },
  input: Input,
): Promise<ReversalMade> {
  if (paymentId !== input.paymentId) throw refusal('reversal.id_reused', {})
  const [receipt, tenders, reversal, jobs] = await Promise.all([
    receiptOf(tx, paymentId),
    tendersOf(tx, paymentId),
    reversalOf(tx, paymentId),
    tx
      .select({ id: printJobs.id, kind: printJobs.kind, paper: printJobs.paper })
      .from(printJobs)
      .where(
        and(
          eq(printJobs.subjectId, paymentId),
          inArray(printJobs.kind, ['reversal', 'fiscal-storno']),
          eq(printJobs.copy, 0),
        ),
      ),
  ])
  const job = jobs.find(({ kind }) => kind === 'reversal')
  if (!receipt || !reversal || !job) throw new Error('a reversal without its payment and paper')
  const { reversalId, number, reversedAt } = reversal
  return {
    ...toldOf(receipt, tenders),
    reversalId,
    number,
    reversedAt,
    printJobId: job.id,
    paper: job.paper,
    fiscal: stornoTold(jobs),
  }
}

function stornoTold(jobs: readonly { id: string; kind: string; paper: Paper }[]): StornoOwed | null {
  const job = jobs.find(({ kind }) => kind === 'fiscal-storno')
  const task = job?.paper.fiscal
  return job && task?.task === 'storno' ? { unp: task.unp, printJobId: job.id, paper: job.paper } : null
}
