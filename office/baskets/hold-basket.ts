import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { heldBaskets } from '../../db/schema/baskets.ts'
import { type KeptBasket, readBasket, storedBasket } from '../../rules/baskets.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { deskOf } from '../tills/open-till.ts'
import { inTransaction } from '../transaction.ts'

const HoldBasket = z.object({ id: idInput, label: textInput(1, 120) })
export type HoldBasket = z.input<typeof HoldBasket> & { basket: KeptBasket }

/**
 * Lays a basket aside at this desk under a label; under an id that is held already it takes that one's place, so that it may be
 * sent again. Refuses an empty basket.
 */
export async function holdBasket(ctx: Ctx, { basket, ...raw }: HoldBasket): Promise<void> {
  authorise(ctx, 'baskets.hold')
  const { id, label } = parseInput(HoldBasket, raw)
  const stored = storedBasket(basket)
  if (!readBasket(stored)) throw refusal('input.invalid', { problems: 'basket' })
  if (basket.lines.length === 0) throw refusal('payment.empty', {})
  const desk = deskOf(ctx)
  await inTransaction(ctx, async tx => {
    await tx.delete(heldBaskets).where(and(eq(heldBaskets.id, id), eq(heldBaskets.deskId, desk.id)))
    await tx.insert(heldBaskets).values({ id, deskId: desk.id, staffId: ctx.who.id, label, basket: stored })
    await writeLogbook(tx, ctx, 'baskets.hold', {
      subjectId: id,
      facts: { label, lines: basket.lines.length },
    })
  })
}
