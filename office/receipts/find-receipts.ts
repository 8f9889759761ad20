import { and, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { parties } from '../../db/schema/parties.ts'
import { payments, receipts } from '../../db/schema/payments.ts'
import { reversals } from '../../db/schema/reversals.ts'
import { staff } from '../../db/schema/staff.ts'
import { tills } from '../../db/schema/tills.ts'
import { desks } from '../../db/schema/town.ts'
import { startOfDay } from '../../rules/dates.ts'
import { readIdentifier } from '../../rules/identifiers.ts'
import type { Cents } from '../../rules/money.ts'
import { wordsOf } from '../../rules/parties.ts'
import { receiptNumber } from '../../rules/payments.ts'
import { type ReceiptSearch, readReceiptSearch } from '../../rules/receipts.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { hasDigits, hasWords } from '../parties/lookup.ts'
import type { Reversal } from './lookup.ts'

export const MOST_RECEIPTS = 500
const NO_DESK = '00000000-0000-0000-0000-000000000000'

const FindReceipts = z.object({
  /** A number, a day, an amount, a ЕГН or ЕИК, a name: see `readReceiptSearch`. Nothing is the latest. */
  text: z.string().max(200),
  limit: z.int().min(1).max(MOST_RECEIPTS).default(50),
  /** The payment of the last receipt of the page before. */
  before: idInput.nullable().default(null),
})
export type FindReceipts = z.input<typeof FindReceipts>

export type ReceiptRow = {
  paymentId: string
  number: string
  desk: number
  takenAt: Temporal.Instant
  cashier: string
  total: Cents
  payer: string | null
  paidBy: string | null
  /** Its reversal; null while it stands. */
  reversal: Pick<Reversal, 'number' | 'cashier' | 'reversedAt'> | null
}

export type ReceiptsFound = { receipts: ReceiptRow[]; isMore: boolean }

/**
 * Receipts, the newest first. A cashier looks through those of the own desk, and finds one of any desk by its whole number:
 * the customer who holds it came to another window. Others see those of every desk.
 */
export async function findReceipts(ctx: Ctx, raw: FindReceipts): Promise<ReceiptsFound> {
  authorise(ctx, 'receipts.see')
  const { text, limit, before } = parseInput(FindReceipts, raw)
  const search = readReceiptSearch(text, { desk: ctx.desk?.number ?? null, today: ctx.today })
  if (search.by === 'name' && wordsOf(search.text).length === 0) return { receipts: [], isMore: false }
  const atDesk = ctx.who.post === 'cashier' && search.by !== 'number' ? (ctx.desk?.id ?? NO_DESK) : null
  const which = and(
    await isMeant(ctx, search),
    before === null ? undefined : isBefore(before, atDesk !== null),
  )
  const found = await receiptsWhere(ctx, which, atDesk, limit + 1)
  return { receipts: found.slice(0, limit), isMore: found.length > limit }
}

async function isMeant(ctx: Ctx, search: ReceiptSearch): Promise<SQL | undefined> {
  switch (search.by) {
    case 'all':
      return undefined
    case 'number':
      return and(
        sql`${receipts.deskId} = (select id from desks where number = ${search.desk})`,
        eq(receipts.year, search.year),
        eq(receipts.number, search.number),
      )
    case 'day':
      return and(
        gte(payments.takenAt, startOfDay(search.day)),
        lt(payments.takenAt, startOfDay(search.day.add({ days: 1 }))),
      )
    case 'amount':
      return eq(payments.totalCents, search.amount)
    case 'identifier':
      return isOf(ctx, hasDigits(ctx, readIdentifier(search.text)?.digits ?? ''))
    case 'name':
      return isOf(ctx, hasWords(search.text))
  }
}

/** So many payers are named to the database one by one. */
const FEW_PAYERS = 500

/**
 * Paid for somebody of the register. Few people are looked up first, so that the database goes by their payments and not
 * through all receipts; many are left to it.
 */
async function isOf({ db }: Ctx, who: SQL | undefined): Promise<SQL> {
  const people = db.select({ id: parties.id }).from(parties).where(who)
  const few = await db.select({ id: parties.id }).from(parties).where(who).limit(FEW_PAYERS)
  if (few.length === FEW_PAYERS) return inArray(payments.payerId, people)
  return inArray(
    payments.payerId,
    few.map(({ id }) => id),
  )
}

/** The numbers of one desk are in the order of its receipts, and found without looking at those of others. */
const isBefore = (paymentId: string, atOneDesk: boolean): SQL =>
  atOneDesk
    ? sql`(${receipts.year}, ${receipts.number}) < (select year, number from receipts where payment_id = ${paymentId})`
    : sql`(${payments.takenAt}, ${payments.id}) < (select taken_at, id from payments where id = ${paymentId})`

const reversingDesk = alias(desks, 'reversing_desk')
const reversingTill = alias(tills, 'reversing_till')
const reversingStaff = alias(staff, 'reversing_staff')

/** Receipts as lists show them, of one desk or of all, the newest first. */
async function receiptsWhere(
  ctx: Ctx,
  which: SQL | undefined,
  deskId: string | null,
  limit: number,
): Promise<ReceiptRow[]> {
  const rows = await ctx.db
    .select({
      payment: payments,
      year: receipts.year,
      number: receipts.number,
      desk: desks.number,
      cashier: staff.name,
      reversal: reversals,
      reversedAtDesk: reversingDesk.number,
      reversedBy: reversingStaff.name,
    })
    .from(payments)
    .innerJoin(receipts, eq(receipts.paymentId, payments.id))
    .innerJoin(desks, eq(desks.id, receipts.deskId))
    .innerJoin(tills, eq(tills.id, payments.tillId))
    .innerJoin(staff, eq(staff.id, tills.staffId))
    .leftJoin(reversals, eq(reversals.paymentId, payments.id))
    .leftJoin(reversingDesk, eq(reversingDesk.id, reversals.deskId))
    .leftJoin(reversingTill, eq(reversingTill.id, reversals.tillId))
    .leftJoin(reversingStaff, eq(reversingStaff.id, reversingTill.staffId))
    .where(and(which, deskId === null ? undefined : eq(receipts.deskId, deskId)))
    .orderBy(
      ...(deskId === null
        ? [desc(payments.takenAt), desc(payments.id)]
        : [desc(receipts.year), desc(receipts.number)]),
    )
    .limit(limit)
  return rows.map(({ payment, year, number, desk, cashier, reversal, reversedAtDesk, reversedBy }) => ({
    paymentId: payment.id,
    number: receiptNumber(desk, year, number),
    desk,
    takenAt: payment.takenAt,
    cashier,
    total: payment.totalCents,
    payer: payment.payerName,
    paidBy: payment.paidBy,
    reversal:
      reversal && reversedAtDesk && reversedBy
        ? {
            number: receiptNumber(reversedAtDesk, reversal.year, reversal.number),
            cashier: reversedBy,
            reversedAt: reversal.reversedAt,
          }
        : null,
  }))
}

/** The receipts of these payments, in no order that matters. */
export const receiptsOfPayments = async (ctx: Ctx, paymentIds: string[]): Promise<ReceiptRow[]> =>
  paymentIds.length === 0 ? [] : receiptsWhere(ctx, inArray(payments.id, paymentIds), null, paymentIds.length)
