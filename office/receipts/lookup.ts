import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { bills } from '../../db/schema/bills.ts'
import { confirmations } from '../../db/schema/confirmations.ts'
import { parties } from '../../db/schema/parties.ts'
import { paymentLines, payments, receipts } from '../../db/schema/payments.ts'
import { reversals } from '../../db/schema/reversals.ts'
import { services } from '../../db/schema/services.ts'
import { staff } from '../../db/schema/staff.ts'
import { tills } from '../../db/schema/tills.ts'
import { departments, desks } from '../../db/schema/town.ts'
import { dayOf, showDay, showTime } from '../../rules/dates.ts'
import type { Lang } from '../../rules/languages.ts'
import type { Cents } from '../../rules/money.ts'
import type { ReceiptLine } from '../../rules/papers/receipt.ts'
import { receiptNumber } from '../../rules/payments.ts'
import type { Speed } from '../../rules/services.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

/** A payment with its receipt, as it was given. */
export type Receipt = {
  paymentId: string
  number: string
  desk: number
  takenAt: Temporal.Instant
  cashier: string
  total: Cents
  /** The name is that of the day. */
  payer: { id: string; name: string; identifierMasked: string | null } | null
  paidBy: string | null
}

/** The receipt of a payment, or null where there is no such payment. */
export async function receiptOf(db: Ctx['db'] | Tx, paymentId: string): Promise<Receipt | null> {
  const [row] = await db
    .select({
      payment: payments,
      year: receipts.year,
      number: receipts.number,
      desk: desks.number,
      cashier: staff.name,
      identifierMasked: parties.identifierMasked,
    })
    .from(payments)
    .innerJoin(receipts, eq(receipts.paymentId, payments.id))
    .innerJoin(desks, eq(desks.id, receipts.deskId))
    .innerJoin(tills, eq(tills.id, payments.tillId))
    .innerJoin(staff, eq(staff.id, tills.staffId))
    .leftJoin(parties, eq(parties.id, payments.payerId))
    .where(eq(payments.id, paymentId))
  if (!row) return null
  const { payment, desk, cashier, identifierMasked } = row
  const { payerId, payerName } = payment
  return {
    paymentId,
    number: receiptNumber(desk, row.year, row.number),
    desk,
    takenAt: payment.takenAt,
    cashier,
    total: payment.totalCents,
    payer: payerId && payerName ? { id: payerId, name: payerName, identifierMasked } : null,
    paidBy: payment.paidBy,
  }
}

/** The lines of a payment as its receipt tells them; departments in the language asked for. */
export async function linesOfPayment(
  db: Ctx['db'] | Tx,
  paymentId: string,
  lang: Lang,
): Promise<ReceiptLine[]> {
  const rows = await db
    .select({
      line: paymentLines,
      code: services.code,
      bill: bills.number,
      department: lang === 'bg' ? departments.nameBg : departments.nameEn,
    })
    .from(paymentLines)
    .innerJoin(departments, eq(departments.id, paymentLines.departmentId))
    .leftJoin(services, eq(services.id, paymentLines.serviceId))
    .leftJoin(bills, eq(bills.id, paymentLines.billId))
    .where(eq(paymentLines.paymentId, paymentId))
    .orderBy(asc(paymentLines.ordinal))
  return rows.map(({ line, code, bill, department }) => ({
    code: bill ?? code ?? '',
    name: line.name,
    speed: line.speed as Speed,
    quantity: line.quantity,
    price: line.priceCents,
    amount: line.amountCents,
    department,
    paymentCode: line.paymentCode,
    insteadOf: line.overrideOfCents,
    taxGroup: line.taxGroup,
  }))
}

/** How a payment was reversed: by whom, out of which desk, who confirmed and why. */
export type Reversal = {
  reversalId: string
  number: string
  reversedAt: Temporal.Instant
  cashier: string
  confirmedBy: string
  reason: string
  refundReference: string | null
}

const confirming = alias(staff, 'confirming')

/** The reversal of a payment, or null. */
export async function reversalOf(db: Ctx['db'] | Tx, paymentId: string): Promise<Reversal | null> {
  const [row] = await db
    .select({
      reversal: reversals,
      desk: desks.number,
      cashier: staff.name,
      confirmedBy: confirming.name,
    })
    .from(reversals)
    .innerJoin(desks, eq(desks.id, reversals.deskId))
    .innerJoin(tills, eq(tills.id, reversals.tillId))
    .innerJoin(staff, eq(staff.id, tills.staffId))
    .innerJoin(confirmations, eq(confirmations.id, reversals.confirmationId))
    .innerJoin(confirming, eq(confirming.id, confirmations.staffId))
    .where(eq(reversals.paymentId, paymentId))
  if (!row) return null
  const { id, year, number, reversedAt, reason, refundReference } = row.reversal
  return {
    reversalId: id,
    number: receiptNumber(row.desk, year, number),
    reversedAt,
    cashier: row.cashier,
    confirmedBy: row.confirmedBy,
    reason,
    refundReference,
  }
}

/** A reversal in the words of a refusal: its number, who made it and when. */
export const reversalTold = (
  { number, cashier, reversedAt }: Pick<Reversal, 'number' | 'cashier' | 'reversedAt'>,
  lang: Lang,
) => ({
  number,
  by: cashier,
  at: `${showDay(dayOf(reversedAt), lang)} ${showTime(reversedAt)}`,
})
