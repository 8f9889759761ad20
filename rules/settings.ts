import { type Cents, MOST } from './money.ts'
import { type Refusal, refusal } from './refusal.ts'

/** What the law or the town sets from a day on: from which sum cash is not taken, and how much cash one drawer may hold. */
export const SETTINGS = ['cash_limit', 'till_limit'] as const
export type SettingKey = (typeof SETTINGS)[number]

/** Why a limit cannot be set so, or null: for days gone by, or to no amount of money. */
export function whyNotSet(
  validFrom: Temporal.PlainDate,
  amount: Cents | null,
  today: Temporal.PlainDate,
): Refusal | null {
  if (amount !== null && amount <= 0n) return refusal('amount.zero', {})
  if (amount !== null && amount > MOST) return refusal('amount.too_large', { most: MOST })
  return Temporal.PlainDate.compare(validFrom, today) < 0 ? refusal('setting.in_the_past', {}) : null
}
