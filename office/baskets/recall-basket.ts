import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { heldBaskets } from '../../db/schema/baskets.ts'
import { type KeptBasket, linesOf, readBasket } from '../../rules/baskets.ts'
import type { BasketLine } from '../../rules/payments.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import { billsWithIds } from '../bills/lookup.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { type Payer, payerWithId } from '../parties/lookup.ts'
import { offeredServices } from '../services/lookup.ts'
import { deskOf } from '../tills/open-till.ts'

const RecallBasket = z.object({ id: idInput })

export type RecalledBasket = Pick<KeptBasket, 'paymentId' | 'paidBy'> & {
  id: string
  payer: Payer | null
  lines: BasketLine[]
  /** So many lines can no longer be paid: the service is offered no more, the bill is settled. */
  lost: number
}

/**
 * A basket of this desk as it can be paid now. It stays held until it is paid or dropped, so that nothing is lost with the
 * program that recalled it. Refuses one that is no longer there.
 */
export async function recallBasket(ctx: Ctx, raw: z.input<typeof RecallBasket>): Promise<RecalledBasket> {
  authorise(ctx, 'baskets.hold')
  const { id } = parseInput(RecallBasket, raw)
  const [row] = await ctx.db
    .select({ basket: heldBaskets.basket })
    .from(heldBaskets)
    .where(and(eq(heldBaskets.id, id), eq(heldBaskets.deskId, deskOf(ctx).id)))
  const kept = row && readBasket(row.basket)
  if (!kept) throw refusal('basket.gone', {})
  const { paymentId, payerId, paidBy, lines } = kept
  const serviceIds = lines.flatMap(line => ('serviceId' in line ? line.serviceId : []))
  const billIds = lines.flatMap(line => ('billId' in line ? line.billId : []))
  const [services, bills, payer] = await Promise.all([
    serviceIds.length > 0 ? offeredServices(ctx.db, ctx.today, [...new Set(serviceIds)]) : [],
    billsWithIds(ctx.db, billIds),
    payerId ? payerWithId(ctx.db, payerId) : null,
  ])
  const open = bills.filter(bill => bill.isOpen)
  const { lines: payable, lost } = linesOf(lines, services, open)
  return { id, paymentId, paidBy, payer, lines: payable, lost: lost.length }
}
