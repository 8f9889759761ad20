import { and, eq } from 'drizzle-orm'
import { payments, paymentTenders, receipts } from '../../db/schema/payments.ts'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { tills } from '../../db/schema/tills.ts'
import { desks } from '../../db/schema/town.ts'
import type { Cents } from '../../rules/money.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { receiptNumber } from '../../rules/payments.ts'
import { refusal } from '../../rules/refusal.ts'
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

/** The payment with this minted id, if it was taken already. The same id with another content is refused. */
export async function paymentWithId(
  tx: Tx,
  paymentId: string,
  content: string,
): Promise<PaymentTaken | null> {
  const [row] = await tx
    .select({
      payment: payments,
      receipt: receipts,
      desk: desks.number,
      tender: paymentTenders,
      job: printJobs,
    })
    .from(payments)
    .innerJoin(tills, eq(tills.id, payments.tillId))
    .innerJoin(desks, eq(desks.id, tills.deskId))
    .innerJoin(receipts, eq(receipts.paymentId, payments.id))
    .innerJoin(paymentTenders, eq(paymentTenders.paymentId, payments.id))
    .innerJoin(printJobs, and(eq(printJobs.subjectId, payments.id), eq(printJobs.kind, 'receipt')))
    .where(eq(payments.id, paymentId))
    .limit(1)
  if (!row) return null
  if (row.payment.content !== content) throw refusal('payment.id_reused', {})
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
