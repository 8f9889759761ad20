import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { kioskKeys, kioskStates, kiosks } from '../../db/schema/kiosks.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'
import { standingKiosk } from './lookup.ts'

const CloseKiosk = z.object({ number: z.int() })
export type CloseKiosk = z.input<typeof CloseKiosk>

/** No device stands here any more; what it gathered stays. Refuses a place whose device may still send, and one that is closed. */
export async function closeKiosk(ctx: Ctx, raw: CloseKiosk): Promise<{ number: number }> {
  authorise(ctx, 'kiosks.set')
  const { number } = parseInput(CloseKiosk, raw)
  return inTransaction(ctx, async tx => {
    const place = await standingKiosk(tx, number)
    const [device] = await tx
      .select({ waiting: kioskStates.outbox })
      .from(kioskKeys)
      .leftJoin(kioskStates, eq(kioskStates.deviceId, kioskKeys.deviceId))
      .where(and(eq(kioskKeys.kioskId, place.id), isNull(kioskKeys.revokedAt)))
    if (device) throw refusal('kiosk.still_enrolled', { number, waiting: device.waiting ?? 0 })
    await tx.update(kiosks).set({ closedAt: ctx.now }).where(eq(kiosks.id, place.id))
    await writeLogbook(tx, ctx, 'kiosks.set', { subjectId: place.id, facts: { number, closed: true } })
    return { number }
  })
}
