import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { heldBaskets } from '../../db/schema/baskets.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { deskOf } from '../tills/open-till.ts'
import { inTransaction } from '../transaction.ts'

const DropBasket = z.object({ id: idInput, why: z.enum(['paid', 'dropped']) })
export type DropBasket = z.input<typeof DropBasket>

/** A basket of this desk waits no longer: it was paid, or nobody comes back for it. False where it was gone already. */
export async function dropBasket(ctx: Ctx, raw: DropBasket): Promise<boolean> {
  authorise(ctx, 'baskets.hold')
  const { id, why } = parseInput(DropBasket, raw)
  const desk = deskOf(ctx)
  return inTransaction(ctx, async tx => {
    const [gone] = await tx
      .delete(heldBaskets)
      .where(and(eq(heldBaskets.id, id), eq(heldBaskets.deskId, desk.id)))
      .returning({ label: heldBaskets.label })
    if (!gone) return false
    await writeLogbook(tx, ctx, 'baskets.hold', { subjectId: id, facts: { label: gone.label, [why]: true } })
    return true
  })
}
