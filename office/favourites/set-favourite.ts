import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { favourites } from '../../db/schema/baskets.ts'
import { whyNotAdd } from '../../rules/payments.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { SPEEDS, serviceWithCode } from '../../rules/services.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { offeredServices } from '../services/lookup.ts'
import { deskOf } from '../tills/open-till.ts'
import { inTransaction, type Tx } from '../transaction.ts'

const SetFavourite = z.object({
  digit: z.int().min(1).max(9),
  /** Null clears the digit. */
  favourite: z.object({ code: z.string().max(10), speed: z.enum(SPEEDS) }).nullable(),
})
export type SetFavourite = z.input<typeof SetFavourite>

/** A digit of this desk stands for a service at a speed from now on, or for nothing. Refuses a service that cannot be added so. */
export async function setFavourite(ctx: Ctx, raw: SetFavourite): Promise<void> {
  authorise(ctx, 'favourites.set')
  const { digit, favourite } = parseInput(SetFavourite, raw)
  const desk = deskOf(ctx)
  await inTransaction(ctx, async tx => {
    const service = favourite && (await offered(tx, ctx, favourite.code))
    if (service && favourite) refuseIf(whyNotAdd(service, favourite.speed))
    const here = and(eq(favourites.deskId, desk.id), eq(favourites.digit, digit))
    const [before] = await tx.delete(favourites).where(here).returning()
    if (service && favourite)
      await tx
        .insert(favourites)
        .values({ deskId: desk.id, digit, serviceId: service.id, speed: favourite.speed })
    await writeLogbook(tx, ctx, 'favourites.set', {
      subjectId: desk.id,
      facts: {
        digit,
        before: before && { serviceId: before.serviceId, speed: before.speed },
        after: favourite,
      },
    })
  })
}

async function offered(tx: Tx, ctx: Ctx, code: string) {
  const service = serviceWithCode(await offeredServices(tx, ctx.today, null), code)
  if (!service) throw refusal('service.unknown', { code })
  return service
}
