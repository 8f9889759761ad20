import type { Cents } from '../../rules/money.ts'
import { ZERO } from '../../rules/money.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { cashOfPayerOn } from '../payments/lookup.ts'
import { cashLimitOn } from './lookup.ts'

export type CashLimit = {
  /** From this sum on cash is not taken today; null is none. */
  limit: Cents | null
  /** What the payer already paid in cash today. */
  earlier: Cents
}

/** What the law leaves a payer, or somebody without a name, to pay in cash today. */
export async function seeCashLimit(ctx: Ctx, payerId: string | null): Promise<CashLimit> {
  authorise(ctx, 'settings.see')
  const [limit, earlier] = await Promise.all([
    cashLimitOn(ctx.db, ctx.today),
    payerId ? cashOfPayerOn(ctx.db, payerId, ctx.today) : ZERO,
  ])
  return { limit, earlier }
}
