import { asc, eq } from 'drizzle-orm'
import { fiscalRevenues } from '../../db/schema/fiscal.ts'
import { refusal } from '../../rules/refusal.ts'
import { type Service, serviceWithCode } from '../../rules/services.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { offeredServices } from './lookup.ts'

/** What the town said of a revenue from a day on: its tax group (null: no fiscal receipt), and on what ground. */
export type FiscalRevenue = { validFrom: Temporal.PlainDate; taxGroup: number | null; ground: string }

export type ServiceShown = { service: Service; fiscal: FiscalRevenue[] }

/** A service as offered today, and from which days it needs a fiscal receipt. Refuses an unknown one. */
export async function showService(ctx: Ctx, code: string): Promise<ServiceShown> {
  authorise(ctx, 'services.see')
  const service = serviceWithCode(await offeredServices(ctx.db, ctx.today, null), code)
  if (!service) throw refusal('service.unknown', { code })
  const fiscal = await ctx.db
    .select({
      validFrom: fiscalRevenues.validFrom,
      taxGroup: fiscalRevenues.taxGroup,
      ground: fiscalRevenues.ground,
    })
    .from(fiscalRevenues)
    .where(eq(fiscalRevenues.serviceId, service.id))
    .orderBy(asc(fiscalRevenues.validFrom))
  return { service, fiscal }
}
