import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { heldBaskets } from '../../db/schema/baskets.ts'
import { type KeptBasket, readBasket, storedBasket } from '../../rules/baskets.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx, Desk } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { deskOf } from '../tills/open-till.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'

const HoldBasket = z.object({ id: idInput, label: textInput(1, 120) })
export type HoldBasket = z.input<typeof HoldBasket> & { basket: KeptBasket }

/**
 * Lays a basket aside at this desk under a label; under an id that is held already it takes that one's place; sent again
 * it is held once. Refuses an empty basket.
 */
export async function holdBasket(ctx: Ctx, { basket, ...raw }: HoldBasket): Promise<void> {
  authorise(ctx, 'baskets.hold')
  const { id, label } = parseInput(HoldBasket, raw)
  const stored = storedBasket(basket)
  if (!readBasket(stored)) throw refusal('input.invalid', { problems: 'basket' })
  if (basket.lines.length === 0) throw refusal('payment.empty', {})
  const desk = deskOf(ctx)
  await inTransaction(ctx, async tx => {
    const [, held] = await Promise.all([oneAtATime(tx, id), isHeld(tx, desk, { id, label, stored })])
    if (held) return
    await tx.delete(heldBaskets).where(and(eq(heldBaskets.id, id), eq(heldBaskets.deskId, desk.id)))
    await tx.insert(heldBaskets).values({ id, deskId: desk.id, staffId: ctx.who.id, label, basket: stored })
    await writeLogbook(tx, ctx, 'baskets.hold', {
      subjectId: id,
      facts: { label, lines: basket.lines.length },
    })
  })
}

type Held = { id: string; label: string; stored: Record<string, unknown> }

/** Whether this very basket was laid aside already. */
async function isHeld(tx: Tx, desk: Desk, { id, label, stored }: Held): Promise<boolean> {
  const { basket, deskId } = heldBaskets
  const [same] = await tx
    .select({ id: heldBaskets.id })
    .from(heldBaskets)
    .where(
      and(
        eq(heldBaskets.id, id),
        eq(deskId, desk.id),
        eq(heldBaskets.label, label),
        sql`${basket} = ${JSON.stringify(stored)}::text::jsonb`,
      ),
    )
  return same !== undefined
}
