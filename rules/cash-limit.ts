import { type Cents, cents } from './money.ts'
import { type Refusal, refusal } from './refusal.ts'

/**
 * From this sum on cash is not taken, where the town has set no other: 10 000 BGN (ЗОПБ чл. 3, ал. 1, in force since
 * 01.01.2016) divided by 1.95583. The wording in euro is to be confirmed by the town's accountant: a dated setting.
 */
export const LAW_CASH_LIMIT = cents(511_292)

/**
 * Why this much cash may not be taken, or null. `earlier` is the cash that the same payer paid in since the day began: a sum
 * that is split is still one. `limit` null is none.
 */
export function whyBeyondCashLimit(cash: Cents, earlier: Cents, limit: Cents | null): Refusal | null {
  if (limit === null || cash <= 0n) return null
  if (cash >= limit) return refusal('payment.cash_limit', { limit })
  return cash + earlier >= limit ? refusal('payment.cash_limit_split', { limit, earlier }) : null
}
