import { refuseIf } from '../../rules/refusal.ts'
import { whyNotYear, type YearOfMethods } from '../../rules/satisfaction-methods.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { methodsOf } from './lookup.ts'

/** The eleven methods of a year as they stand, and until when its report is due. Refuses a year ahead. */
export async function seeMethods(ctx: Ctx, year: number): Promise<YearOfMethods> {
  authorise(ctx, 'satisfaction.see')
  refuseIf(whyNotYear(year, ctx.today))
  return methodsOf(ctx.db, year)
}
