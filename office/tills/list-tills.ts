import { and, desc, eq, gte, lt } from 'drizzle-orm'
import { staff } from '../../db/schema/staff.ts'
import { tillClosings, tills } from '../../db/schema/tills.ts'
import { desks } from '../../db/schema/town.ts'
import { startOfDay } from '../../rules/dates.ts'
import type { Cents } from '../../rules/money.ts'
import { receiptNumber } from '../../rules/payments.ts'
import type { Period } from '../../rules/reports/periods.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'

export type TillListed = {
  id: string
  desk: number
  cashier: string
  openedAt: Temporal.Instant
  float: Cents
  /** Null while it is open. */
  closing: {
    number: string
    closedAt: Temporal.Instant
    counted: Cents
    difference: Cents
    reason: string | null
    left: Cents
  } | null
}

/** The tills that were opened in a period (both days included), newest first: a cashier's own, for others all. */
export async function listTills(ctx: Ctx, period: Period): Promise<TillListed[]> {
  authorise(ctx, 'tills.see')
  const rows = await ctx.db
    .select({ till: tills, desk: desks.number, cashier: staff.name, closing: tillClosings })
    .from(tills)
    .innerJoin(desks, eq(desks.id, tills.deskId))
    .innerJoin(staff, eq(staff.id, tills.staffId))
    .leftJoin(tillClosings, eq(tillClosings.tillId, tills.id))
    .where(
      and(
        gte(tills.openedAt, startOfDay(period.from)),
        lt(tills.openedAt, startOfDay(period.to.add({ days: 1 }))),
        ctx.who.post === 'cashier' ? eq(tills.staffId, ctx.who.id) : undefined,
      ),
    )
    .orderBy(desc(tills.openedAt))
  return rows.map(({ till, desk, cashier, closing }) => ({
    id: till.id,
    desk,
    cashier,
    openedAt: till.openedAt,
    float: till.openingFloatCents,
    closing: closing && {
      number: receiptNumber(desk, closing.year, closing.number),
      closedAt: closing.closedAt,
      counted: closing.countedCents,
      difference: closing.differenceCents,
      reason: closing.reason,
      left: closing.leftCents,
    },
  }))
}
