import { and, asc, eq, gte, type SQL, sql } from 'drizzle-orm'
import { payments, paymentTenders, receipts } from '../../db/schema/payments.ts'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { reversals } from '../../db/schema/reversals.ts'
import { desks } from '../../db/schema/town.ts'
import { startOfDay } from '../../rules/dates.ts'
import { type Cents, cents } from '../../rules/money.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { receiptNumber } from '../../rules/payments.ts'
import { cashOf, type Tender } from '../../rules/tenders.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

export type PaymentTaken = {
  paymentId: string
  receiptNumber: string
  takenAt: Temporal.Instant
  total: Cents
  /** Cash given and the change; both zero where no cash was needed. */
  given: Cents
  change: Cents
  tenders: Tender[]
  payer: string | null
  printJobId: string
  paper: Paper
  /** The part of it that the fiscal device tells of; null where there is none. */
  fiscal: FiscalTaken | null
}

/** A sale of the desk's fiscal device, with the fiscal receipt that it owes. */
export type FiscalTaken = { unp: string; total: Cents; printJobId: string; paper: Paper }

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
  const [[row], tenders, fiscal] = await Promise.all([
    tx
      .select({
        payment: payments,
        receipt: receipts,
        desk: desks.number,
        job: { id: printJobs.id, paper: printJobs.paper },
      })
      .from(payments)
      .innerJoin(receipts, eq(receipts.paymentId, payments.id))
      .innerJoin(desks, eq(desks.id, receipts.deskId))
      .innerJoin(
        printJobs,
        and(eq(printJobs.subjectId, payments.id), eq(printJobs.kind, 'receipt'), eq(printJobs.copy, 0)),
      )
      .where(eq(payments.id, paymentId)),
    tendersOf(tx, paymentId),
    fiscalTaken(tx, paymentId),
  ])
  if (!row) throw new Error('a payment without its receipt and paper')
  return {
    paymentId,
    receiptNumber: receiptNumber(row.desk, row.receipt.year, row.receipt.number),
    takenAt: row.payment.takenAt,
    total: row.payment.totalCents,
    ...cashOf(tenders),
    tenders,
    payer: row.payment.payerName,
    printJobId: row.job.id,
    paper: row.job.paper,
    fiscal,
  }
}

async function fiscalTaken(tx: Tx, paymentId: string): Promise<FiscalTaken | null> {
  const [job] = await tx
    .select({ id: printJobs.id, paper: printJobs.paper })
    .from(printJobs)
    .where(and(eq(printJobs.subjectId, paymentId), eq(printJobs.kind, 'fiscal-receipt')))
  const sale = job?.paper.fiscal
  if (!job || sale?.task !== 'sale') return null
  return { unp: sale.unp, total: cents(sale.totalCents), printJobId: job.id, paper: job.paper }
}

/** How a payment was paid, in the order it was written down. */
export async function tendersOf(db: Ctx['db'] | Tx, paymentId: string): Promise<Tender[]> {
  const rows = await db
    .select()
    .from(paymentTenders)
    .where(eq(paymentTenders.paymentId, paymentId))
    .orderBy(asc(paymentTenders.ordinal))
  return rows.map(asTender)
}

function asTender(row: typeof paymentTenders.$inferSelect): Tender {
  const { amountCents: amount, terminal, authorisation, rrn, cardTail, reference } = row
  if (row.tender === 'card' && terminal && authorisation && rrn && cardTail)
    return { tender: 'card', amount, terminal, authorisation, rrn, cardTail }
  if (row.tender === 'bank' && reference) return { tender: 'bank', amount, reference }
  return { tender: 'cash', amount, given: row.givenCents, change: row.changeCents }
}

/** The cash that a payer paid in on a day and did not get back. */
export async function cashOfPayerOn(
  tx: Ctx['db'] | Tx,
  payerId: string,
  day: Temporal.PlainDate,
): Promise<Cents> {
  const [row] = await tx
    .select({ cash: sql<string>`coalesce(sum(${paymentTenders.amountCents}), 0)` })
    .from(payments)
    .innerJoin(paymentTenders, eq(paymentTenders.paymentId, payments.id))
    .leftJoin(reversals, eq(reversals.paymentId, payments.id))
    .where(
      and(
        eq(payments.payerId, payerId),
        gte(payments.takenAt, startOfDay(day)),
        eq(paymentTenders.tender, 'cash'),
        sql`${reversals.id} is null`,
      ),
    )
  return cents(BigInt(row?.cash ?? 0))
}

/**
 * Which tender paid how much of which line: tenders cover the lines of a payment in their order, so the overlap of the two
 * running sums is exact to the cent. `of` is a query of `payment_id` and `sign` (−1 for money that went back); the answer has
 * `payment_id`, `sign`, `line` (its ordinal), `payment_code`, `tender` and `cents`.
 */
export const tenderShares = (of: SQL): SQL => sql`
  select o.payment_id, o.sign, l.ordinal as line, l.payment_code, t.tender,
      (least(l.upto, t.upto) - greatest(l.upto - l.amount_cents, t.upto - t.amount_cents))::bigint as cents
    from (${of}) o
    cross join lateral (select ordinal, payment_code, amount_cents, sum(amount_cents) over (order by ordinal) as upto
      from payment_lines where payment_id = o.payment_id) l
    join lateral (select tender, amount_cents, sum(amount_cents) over (order by ordinal) as upto
      from payment_tenders where payment_id = o.payment_id) t
      on t.upto > l.upto - l.amount_cents and l.upto > t.upto - t.amount_cents`
