import { type Cents, cents, MOST } from './money.ts'
import { type Refusal, refusal } from './refusal.ts'

/** Why a drawer cannot hold this sum, or null: it is below zero or beyond what one field may hold. */
export const whyNotHeld = (amount: Cents): Refusal | null =>
  amount < 0n || amount > MOST ? refusal('amount.too_large', { most: MOST }) : null

/** Sums of one till from its opening to its closing. `expected` = opening float + cash kept. */
export type TillSums = { openingFloat: Cents; cashTaken: Cents; payments: number; expected: Cents }

export const tillSums = (openingFloat: Cents, cashTaken: Cents, payments: number): TillSums => ({
  openingFloat,
  cashTaken,
  payments,
  expected: cents(openingFloat + cashTaken),
})

/** What was counted less what should be there: negative is a shortage, positive a surplus. */
export const differenceOf = (expected: Cents, counted: Cents): Cents => cents(counted - expected)

/**
 * Why a till cannot be closed with this count, or null: a difference wants its reason in words, and so does a head who
 * closes for a cashier (`forCashier`, the name) that cannot.
 */
export function whyNotClose(
  expected: Cents,
  counted: Cents,
  reason: string | null,
  forCashier: string | null = null,
): Refusal | null {
  const difference = differenceOf(expected, counted)
  const explained = (reason ?? '').trim().length >= 3
  if (forCashier !== null && !explained) return refusal('till.forced_needs_reason', { cashier: forCashier })
  return difference !== 0n && !explained ? refusal('till.difference_needs_reason', { difference }) : null
}
