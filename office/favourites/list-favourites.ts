import { asc, eq } from 'drizzle-orm'
import { favourites } from '../../db/schema/baskets.ts'
import type { Speed } from '../../rules/services.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { deskOf } from '../tills/open-till.ts'

/** What a digit of the desk puts into the basket. */
export type Favourite = { digit: number; serviceId: string; speed: Speed }

/** The favourites of this desk by their digits; one whose service is offered no longer is among them. */
export async function listFavourites(ctx: Ctx): Promise<Favourite[]> {
  authorise(ctx, 'tills.see')
  const rows = await ctx.db
    .select({ digit: favourites.digit, serviceId: favourites.serviceId, speed: favourites.speed })
    .from(favourites)
    .where(eq(favourites.deskId, deskOf(ctx).id))
    .orderBy(asc(favourites.digit))
  return rows.map(row => ({ ...row, speed: row.speed as Speed }))
}
