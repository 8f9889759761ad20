import { eq, sql } from 'drizzle-orm'
import { payments, paymentTenders } from '../../db/schema/payments.ts'
import { openTills, tills } from '../../db/schema/tills.ts'
import { desks } from '../../db/schema/town.ts'
import { cents } from '../../rules/money.ts'
import { refusal } from '../../rules/refusal.ts'
import { type TillSums, tillSums } from '../../rules/tills.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

export type OpenTill = { id: string; deskId: string; desk: number; openedAt: Temporal.Instant } & TillSums

/** The till the signed-in cashier has open, with its sums so far, or null. One row per cashier: the database sees to it. */
export async function openTillOf(db: Ctx['db'] | Tx, staffId: string): Promise<OpenTill | null> {
  const [row] = await db
    .select({
      id: tills.id,
      deskId: tills.deskId,
      desk: desks.number,
      openedAt: tills.openedAt,
      openingFloat: tills.openingFloatCents,
      cashTaken: sql<string>`(select coalesce(sum(${paymentTenders.amountCents}), 0) from ${payments} join ${paymentTenders} on ${paymentTenders.paymentId} = ${payments.id} where ${payments.tillId} = ${tills.id} and ${paymentTenders.tender} = 'cash')`,
      payments: sql<string>`(select count(*) from ${payments} where ${payments.tillId} = ${tills.id})`,
    })
    .from(openTills)
    .innerJoin(tills, eq(tills.id, openTills.tillId))
    .innerJoin(desks, eq(desks.id, tills.deskId))
    .where(eq(openTills.staffId, staffId))
  if (!row) return null
  const { id, deskId, desk, openedAt } = row
  return {
    id,
    deskId,
    desk,
    openedAt,
    ...tillSums(row.openingFloat, cents(BigInt(row.cashTaken)), Number(row.payments)),
  }
}

/** The open till of whoever is signed in; refuses when there is none. */
export async function openTillOrRefuse(db: Ctx['db'] | Tx, ctx: Ctx): Promise<OpenTill> {
  const till = await openTillOf(db, ctx.who.id)
  if (!till) throw refusal('till.not_open', {})
  return till
}

/** The till of the signed-in cashier, for screens. */
export const myTill = (ctx: Ctx): Promise<OpenTill | null> => openTillOf(ctx.db, ctx.who.id)
