import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { bills, billWithdrawals, openBills } from '../../db/schema/bills.ts'
import { parties } from '../../db/schema/parties.ts'
import { paymentLines, payments, receipts } from '../../db/schema/payments.ts'
import { services } from '../../db/schema/services.ts'
import { staff } from '../../db/schema/staff.ts'
import { tills } from '../../db/schema/tills.ts'
import { departments, desks } from '../../db/schema/town.ts'
import type { Bill } from '../../rules/bills.ts'
import { dayOf, showDay, showTime } from '../../rules/dates.ts'
import { showUri, type Uri } from '../../rules/numbering.ts'
import { receiptNumber } from '../../rules/payments.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { Ctx } from '../context.ts'
import { TAX_GROUP_NOW } from '../services/lookup.ts'
import type { Tx } from '../transaction.ts'

const MOST_BILLS = 500

/** A bill and whether it still waits for its money. */
export type FoundBill = Bill & { isOpen: boolean }

/** Bills by their ids, open or not. */
export const billsWithIds = async (db: Ctx['db'] | Tx, ids: string[]): Promise<FoundBill[]> =>
  ids.length === 0 ? [] : billsWhere(db, inArray(bills.id, ids))

/** The bill that people know by this number; with `today` also where they leave out the year of this day or of the one before. */
export const billsWithNumber = (
  db: Ctx['db'] | Tx,
  number: string,
  today: Temporal.PlainDate | null = null,
): Promise<FoundBill[]> => {
  const years = today ? [today.year, today.year - 1] : []
  return billsWhere(db, inArray(bills.number, [number, ...years.map(year => `${number}/${year}`)]))
}

/** The bill of the request with this identifier, open or not. */
export const billsOfUri = (db: Ctx['db'] | Tx, uri: Uri): Promise<FoundBill[]> =>
  billsWhere(db, inArray(bills.id, sql`(select bill_of_uri(${showUri(uri)}))`))

/** Bills of some kind that wait for their money, the oldest first. */
export const openBillsWhere = (
  db: Ctx['db'] | Tx,
  which: SQL | undefined,
  limit?: number,
): Promise<FoundBill[]> => billsWhere(db, and(which, sql`${openBills.billId} is not null`), limit)

async function billsWhere(
  db: Ctx['db'] | Tx,
  which: SQL | undefined,
  limit = MOST_BILLS,
): Promise<FoundBill[]> {
  const rows = await db
    .select({
      bill: bills,
      payer: parties.name,
      department: departments,
      open: openBills.billId,
      needsPayer: services.needsPayer,
      taxGroup: TAX_GROUP_NOW,
    })
    .from(bills)
    .innerJoin(departments, eq(departments.id, bills.departmentId))
    .leftJoin(openBills, eq(openBills.billId, bills.id))
    .leftJoin(parties, eq(parties.id, bills.payerId))
    .leftJoin(services, eq(services.id, bills.serviceId))
    .where(which)
    .orderBy(asc(bills.issuedAt), asc(bills.number), asc(bills.id))
    .limit(limit)
  return rows.map(
    ({ bill, payer, department: { id, code, nameBg, nameEn }, open, needsPayer, taxGroup }) => ({
      id: bill.id,
      kind: bill.kind,
      number: bill.number,
      payer: bill.payerId && payer ? { id: bill.payerId, name: payer } : null,
      serviceId: bill.serviceId,
      department: { id, code, name: { bg: nameBg, en: nameEn } },
      name: bill.name,
      paymentCode: bill.paymentCode,
      amount: bill.amountCents,
      dueOn: bill.dueOn,
      needsPayer: needsPayer ?? false,
      taxGroup,
      isOpen: open !== null,
    }),
  )
}

/** Why a bill that is no longer open cannot be paid: who took its money and when, or that it was taken back. */
export async function whySettled(db: Ctx['db'] | Tx, ctx: Ctx, bill: Bill): Promise<Refusal> {
  const [withdrawn] = await db.select().from(billWithdrawals).where(eq(billWithdrawals.billId, bill.id))
  const [paid] = await db
    .select({
      desk: desks.number,
      year: receipts.year,
      number: receipts.number,
      cashier: staff.name,
      at: payments.takenAt,
    })
    .from(paymentLines)
    .innerJoin(payments, eq(payments.id, paymentLines.paymentId))
    .innerJoin(receipts, eq(receipts.paymentId, payments.id))
    .innerJoin(desks, eq(desks.id, receipts.deskId))
    .innerJoin(tills, eq(tills.id, payments.tillId))
    .innerJoin(staff, eq(staff.id, tills.staffId))
    .where(eq(paymentLines.billId, bill.id))
    .orderBy(desc(payments.takenAt))
    .limit(1)
  if (withdrawn || !paid) return refusal('bill.withdrawn', { number: bill.number })
  return refusal('bill.paid', {
    number: bill.number,
    receipt: receiptNumber(paid.desk, paid.year, paid.number),
    cashier: paid.cashier,
    at: `${showDay(dayOf(paid.at), ctx.lang)} ${showTime(paid.at)}`,
  })
}
