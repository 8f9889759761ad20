import { eq, type SQL, sql } from 'drizzle-orm'
import { payments, paymentTenders } from '../../db/schema/payments.ts'
import { staff } from '../../db/schema/staff.ts'
import { openTills, tills } from '../../db/schema/tills.ts'
import { desks } from '../../db/schema/town.ts'
import { cents } from '../../rules/money.ts'
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
      cashTaken: sql<string>`(select coalesce(sum(${paymentTenders.amountCents}), 0) from ${payments} join ${paymentTenders} on ${paymentTenders.paymentId} = ${payments.id} where ${payments.tillId} = ${tills.id} and ${paymentTenders.tender} = 'cash')`,
      payments: sql<string>`(select count(*) from ${payments} where ${payments.tillId} = ${tills.id})`,
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
    ...tillSums(row.openingFloat, cents(BigInt(row.cashTaken)), Number(row.payments)),
  }
}

/** The till to be closed: a cashier's own, for a head the one that is open at the desk. Refuses when there is none. */
export async function tillToClose(ctx: Ctx): Promise<OpenTill> {
  const here = ctx.desk && eq(openTills.deskId, ctx.desk.id)
  const till = await (ctx.who.post === 'head' && here
    ? openTillWhere(ctx.db, here)
    : openTillOf(ctx.db, ctx.who.id))
  if (!till) throw refusal('till.not_open', {})
  return till
}

/** The till of the signed-in cashier, for screens. */
export const myTill = (ctx: Ctx): Promise<OpenTill | null> => openTillOf(ctx.db, ctx.who.id)
