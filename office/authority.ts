import { type Act, whyNotMay } from '../rules/authority.ts'
import { refuseIf } from '../rules/refusal.ts'
import type { Ctx } from './context.ts'

/** First line of every operation: refuses what the post does not allow. The database's privileges say the same again. */
export const authorise = (ctx: Ctx, act: Act): void => refuseIf(whyNotMay(ctx.who.post, act))
