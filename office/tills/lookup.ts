import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { staff } from '../../db/schema/staff.ts'
import { openTills, tillClosings, tills } from '../../db/schema/tills.ts'
import { desks } from '../../db/schema/town.ts'
import { cents } from '../../rules/money.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { refusal } from '../../rules/refusal.ts'
import { type TillSums, tillSums } from '../../rules/tills.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

export type OpenTill = {
  id: string
  deskId: string
  desk: number
  cashier: { id: string; name: string }
  openedAt: Temporal.Instant
} & TillSums

/** The till a cashier has open, with its sums so far, or null. One row per cashier: the database sees to it. */
export const openTillOf = (db: Ctx['db'] | Tx, staffId: string): Promise<OpenTill | null> =>
  openTillWhere(db, eq(openTills.staffId, staffId))

/** This till as long as it is open, whoever's it is. */
export const openTillWithId = (db: Ctx['db'] | Tx, tillId: string): Promise<OpenTill | null> =>
  openTillWhere(db, eq(openTills.tillId, tillId))

async function openTillWhere(db: Ctx['db'] | Tx, which: SQL): Promise<OpenTill | null> {
  const [row] = await db
    .select({
      id: tills.id,
      deskId: tills.deskId,
      desk: desks.number,
      openedAt: tills.openedAt,
      cashier: { id: staff.id, name: staff.name },
      openingFloat: tills.openingFloatCents,
      cashTaken: sql<string>`(select coalesce(sum(pt.amount_cents), 0) from payments p join payment_tenders pt on pt.payment_id = p.id where p.till_id = ${tills.id} and pt.tender = 'cash')`,
      cashReturned: sql<string>`(select coalesce(sum(pt.amount_cents), 0) from reversals r join payment_tenders pt on pt.payment_id = r.payment_id where r.till_id = ${tills.id} and pt.tender = 'cash')`,
      paidIn: movedCash('pay_in'),
      paidOut: movedCash('pay_out'),
      payments: sql<string>`(select count(*) from payments p where p.till_id = ${tills.id})`,
      reversals: sql<string>`(select count(*) from reversals r where r.till_id = ${tills.id})`,
    })
    .from(openTills)
    .innerJoin(tills, eq(tills.id, openTills.tillId))
    .innerJoin(desks, eq(desks.id, tills.deskId))
    .innerJoin(staff, eq(staff.id, openTills.staffId))
    .where(which)
  if (!row) return null
  const { id, deskId, desk, cashier, openedAt } = row
  return {
    id,
    deskId,
    desk,
    cashier,
    openedAt,
    ...tillSums({
      openingFloat: row.openingFloat,
      cashTaken: cents(BigInt(row.cashTaken)),
      cashReturned: cents(BigInt(row.cashReturned)),
      paidIn: cents(BigInt(row.paidIn)),
      paidOut: cents(BigInt(row.paidOut)),
      payments: Number(row.payments),
      reversals: Number(row.reversals),
    }),
  }
}

const movedCash = (kind: 'pay_in' | 'pay_out') =>
  sql<string>`(select coalesce(sum(m.amount_cents), 0) from cash_movements m where m.till_id = ${tills.id} and m.kind = ${kind})`

/** The open till in question: a cashier's own, for others the one at the desk. Refuses when there is none. */
export async function openTillHere(ctx: Ctx): Promise<OpenTill> {
  const here = ctx.desk && eq(openTills.deskId, ctx.desk.id)
  const till = await (ctx.who.post !== 'cashier' && here
    ? openTillWhere(ctx.db, here)
    : openTillOf(ctx.db, ctx.who.id))
  if (!till) throw refusal('till.not_open', {})
  return till
}

/**
 * The closed till that a person means: `last`, a Z number as it is printed (`2-2026-000031`), or its last part at this desk
 * this year; with the paper it was handed over with. A cashier means own tills. Refuses one that is not there.
 */
export async function closedTill(
  ctx: Ctx,
  text: string,
): Promise<{ tillId: string; printJobId: string; paper: Paper }> {
  const [, desk = ctx.desk?.number, year = ctx.today.year, number] =
    /^(?:(\d{1,4})-(\d{4})-)?0*(\d{1,9})$/.exec(text.trim()) ?? []
  const isLast = text.trim() === 'last'
  if ((!number && !isLast) || !desk) throw refusal('till.unknown', { number: text })
  const [found] = await ctx.db
    .select({ tillId: tillClosings.tillId, printJobId: printJobs.id, paper: printJobs.paper })
    .from(tillClosings)
    .innerJoin(tills, eq(tills.id, tillClosings.tillId))
    .innerJoin(desks, eq(desks.id, tillClosings.deskId))
    .innerJoin(
      printJobs,
      and(eq(printJobs.subjectId, tills.id), eq(printJobs.kind, 'till-closing'), eq(printJobs.copy, 0)),
    )
    .where(
      and(
        eq(desks.number, Number(desk)),
        isLast
          ? undefined
          : and(eq(tillClosings.year, Number(year)), eq(tillClosings.number, Number(number))),
        ctx.who.post === 'cashier' ? eq(tills.staffId, ctx.who.id) : undefined,
      ),
    )
    .orderBy(desc(tillClosings.closedAt))
    .limit(1)
  if (!found) throw refusal('till.unknown', { number: text })
  return found
}

/** The printer that the desk of a till now has. */
export async function printerOfTill(tx: Tx, till: { deskId: string }): Promise<string> {
  const [desk] = await tx.select({ printerId: desks.printerId }).from(desks).where(eq(desks.id, till.deskId))
  if (!desk) throw new Error('a till without a desk')
  return desk.printerId
}

/** The till of the signed-in cashier, for screens. */
export const myTill = (ctx: Ctx): Promise<OpenTill | null> => openTillOf(ctx.db, ctx.who.id)
