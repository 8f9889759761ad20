import { sql } from 'drizzle-orm'
import { paymentLines, payments, paymentTenders } from '../../db/schema/payments.ts'
import type { Lang } from '../../rules/languages.ts'
import { ZERO } from '../../rules/money.ts'
import { amountOf, type BasketLine, receiptNumber } from '../../rules/payments.ts'
import type { Tender } from '../../rules/tenders.ts'
import type { Desk } from '../context.ts'
import type { Tx } from '../transaction.ts'

/** The sale behind the fiscal part of a payment: its УНП, and the device that issues the receipt. */
export type Sold = { unp: string; printerId: string }

/**
 * Writes the payment, its receipt and, where a fiscal receipt tells of some of it, its sale; the database gives the time and
 * the gap-free numbers. The sale comes last: the device's next number waits for the shortest time.
 */
export async function enterPayment(
  tx: Tx,
  desk: Desk,
  payment: typeof payments.$inferInsert,
  isFiscal: boolean,
) {
  const [entered, numbered, sale] = await Promise.all([
    tx.insert(payments).values(payment).returning({ takenAt: payments.takenAt }),
    tx.execute<{ year: number; number: number }>(
      sql`insert into receipts (payment_id) values (${payment.id}) returning year, number`,
    ),
    isFiscal
      ? tx.execute<{ unp: string; printer_id: string }>(
          sql`insert into fiscal_sales (payment_id) values (${payment.id}) returning unp, printer_id`,
        )
      : [],
  ])
  const [row] = entered
  const [receipt] = numbered
  if (!row || !receipt) throw new Error('a payment was entered without an answer')
  const [made] = sale
  const sold: Sold | null = made ? { unp: made.unp, printerId: made.printer_id } : null
  return { takenAt: row.takenAt, number: receiptNumber(desk.number, receipt.year, receipt.number), sold }
}

/** All lines in one statement: the database looks at the bills and prices of a payment once. */
export const insertLines = (tx: Tx, paymentId: string, basket: readonly BasketLine[], lang: Lang) =>
  tx.insert(paymentLines).values(
    basket.map((line, at) => ({
      paymentId,
      ordinal: at + 1,
      serviceId: line.bill ? line.bill.serviceId : line.service.id,
      billId: line.bill?.id ?? null,
      departmentId: line.service.department.id,
      name: line.service.name[lang],
      speed: line.speed,
      quantity: line.quantity,
      priceCents: line.price ?? ZERO,
      amountCents: amountOf(line),
      paymentCode: line.service.paymentCode,
      taxGroup: line.service.taxGroup,
      overrideOfCents: line.override ? (line.service.fees[line.speed]?.cents ?? null) : null,
      overrideReason: line.override?.reason ?? null,
      confirmationId: line.override?.confirmationId ?? null,
    })),
  )

export const insertTenders = (tx: Tx, paymentId: string, tenders: readonly Tender[]) =>
  tx.insert(paymentTenders).values(
    tenders.map((tender, at) => ({
      paymentId,
      ordinal: at + 1,
      amountCents: tender.amount,
      givenCents: tender.tender === 'cash' ? tender.given : tender.amount,
      changeCents: tender.tender === 'cash' ? tender.change : ZERO,
      ...slipOf(tender),
    })),
  )

function slipOf(tender: Tender) {
  if (tender.tender === 'cash') return { tender: 'cash' }
  if (tender.tender === 'bank') return { tender: 'bank', reference: tender.reference }
  const { terminal, authorisation, rrn, cardTail } = tender
  return { tender: 'card', terminal, authorisation, rrn, cardTail }
}
