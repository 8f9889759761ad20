import type { Service } from '../../rules/services.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { offeredServices } from './lookup.ts'

/** The catalogue as offered today, by code, with the fees in force today. */
export async function listServices(ctx: Ctx): Promise<Service[]> {
  authorise(ctx, 'services.see')
  return offeredServices(ctx.db, ctx.today, null)
}
