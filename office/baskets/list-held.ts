import { asc, eq, sql } from 'drizzle-orm'
import { heldBaskets } from '../../db/schema/baskets.ts'
import { staff } from '../../db/schema/staff.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { deskOf } from '../tills/open-till.ts'

export type HeldBasket = {
  id: string
  label: string
  heldAt: Temporal.Instant
  cashier: string
  lines: number
}

/** The baskets that wait at this desk, the oldest first. */
export async function listHeld(ctx: Ctx): Promise<HeldBasket[]> {
  authorise(ctx, 'baskets.hold')
  return ctx.db
    .select({
      id: heldBaskets.id,
      label: heldBaskets.label,
      heldAt: heldBaskets.heldAt,
      cashier: staff.name,
      lines: sql<number>`jsonb_array_length(${heldBaskets.basket} -> 'lines')`,
    })
    .from(heldBaskets)
    .innerJoin(staff, eq(staff.id, heldBaskets.staffId))
    .where(eq(heldBaskets.deskId, deskOf(ctx).id))
    .orderBy(asc(heldBaskets.heldAt), asc(heldBaskets.id))
}
