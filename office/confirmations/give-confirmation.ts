import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { confirmations } from '../../db/schema/confirmations.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'

const GiveConfirmation = z.object({
  id: idInput,
  /** A reversal of the payment `subjectId`, or another price in it: then `what` is `overrideWhat` of the line. */
  act: z.enum(['reversals.make', 'payments.override']),
  subjectId: idInput,
  what: z.string().max(120),
})
export type GiveConfirmation = z.input<typeof GiveConfirmation>

const ACTS = { 'reversals.make': 'reversals.confirm', 'payments.override': 'overrides.confirm' } as const

/**
 * A second person's yes, under that person's own session (`ctx`), to exactly one thing; good for fifteen minutes. Sent again
 * under the same id it is given once. That it is another person than the one who acts is checked where it is used.
 */
export async function giveConfirmation(ctx: Ctx, raw: GiveConfirmation): Promise<void> {
  const input = parseInput(GiveConfirmation, raw)
  const act = ACTS[input.act]
  if (act === 'reversals.confirm') authorise(ctx, 'reversals.confirm')
  else authorise(ctx, 'overrides.confirm')
  await inTransaction(ctx, async tx => {
    const [earlier] = await tx.select().from(confirmations).where(eq(confirmations.id, input.id))
    if (earlier) return
    await Promise.all([
      tx.insert(confirmations).values({ ...input, staffId: ctx.who.id }),
      writeLogbook(tx, ctx, act, { subjectId: input.subjectId, facts: { what: input.what } }),
    ])
  })
}
