import { and, eq } from 'drizzle-orm'
import { payments, paymentTenders, receipts } from '../../db/schema/payments.ts'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { tills } from '../../db/schema/tills.ts'
import { desks } from '../../db/schema/town.ts'
import type { Cents } from '../../rules/money.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { receiptNumber } from '../../rules/payments.ts'
import type { Tx } from '../transaction.ts'

export type PaymentTaken = {
  paymentId: string
  receiptNumber: string
  takenAt: Temporal.Instant
  total: Cents
  given: Cents
  change: Cents
  printJobId: string
  paper: Paper
}

/** What was paid under this minted id, if anything was; only asked in full when there is something to tell. */
export async function contentOfPayment(tx: Tx, paymentId: string): Promise<string | null> {
  const [row] = await tx
    .select({ content: payments.content })
    .from(payments)
    .where(eq(payments.id, paymentId))
  return row?.content ?? null
}

/** A payment as it was told when it was taken, from its rows and its paper. */
export async function paymentTaken(tx: Tx, paymentId: string): Promise<PaymentTaken> {
  const [row] = await tx
    .select({
      payment: payments,
      receipt: receipts,
      desk: desks.number,
      tender: paymentTenders,
      job: { id: printJobs.id, paper: printJobs.paper },
    })
    .from(payments)
    .innerJoin(tills, eq(tills.id, payments.tillId))
    .innerJoin(desks, eq(desks.id, tills.deskId))
    .innerJoin(receipts, eq(receipts.paymentId, payments.id))
    .innerJoin(paymentTenders, eq(paymentTenders.paymentId, payments.id))
    .innerJoin(
      printJobs,
      and(eq(printJobs.subjectId, payments.id), eq(printJobs.kind, 'receipt'), eq(printJobs.copy, 0)),
    )
    .where(eq(payments.id, paymentId))
    .limit(1)
  if (!row) throw new Error('a payment without its receipt and paper')
  return {
    paymentId,
    receiptNumber: receiptNumber(row.desk, row.receipt.year, row.receipt.number),
    takenAt: row.payment.takenAt,
    total: row.payment.totalCents,
    given: row.tender.givenCents,
    change: row.tender.changeCents,
    printJobId: row.job.id,
    paper: row.job.paper,
  }
}
