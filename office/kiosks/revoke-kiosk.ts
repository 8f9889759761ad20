import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { kioskKeys } from '../../db/schema/kiosks.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'
import { kioskNumbered } from './lookup.ts'

const RevokeKiosk = z.object({ number: z.int(), reason: textInput(3, 200) })
export type RevokeKiosk = z.input<typeof RevokeKiosk>

/** Nothing that is signed with the keys of this place is taken from now on. Refuses a place without a device. */
export async function revokeKiosk(ctx: Ctx, raw: RevokeKiosk): Promise<{ number: number; keys: number }> {
  authorise(ctx, 'kiosks.set')
  const { number, reason } = parseInput(RevokeKiosk, raw)
  return inTransaction(ctx, async tx => {
    const place = await kioskNumbered(tx, number)
    const revoked = await tx
      .update(kioskKeys)
      .set({ revokedAt: sql`now()`, revokedBy: ctx.who.id, revokeReason: reason })
      .where(and(eq(kioskKeys.kioskId, place.id), isNull(kioskKeys.revokedAt)))
      .returning({ id: kioskKeys.id })
    if (revoked.length === 0) throw refusal('kiosk.not_enrolled', { number })
    await writeLogbook(tx, ctx, 'kiosks.set', {
      subjectId: place.id,
      facts: { number, revoked: revoked.length, reason },
    })
    return { number, keys: revoked.length }
  })
}
