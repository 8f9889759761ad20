import { type Cents, cents, MOST } from './money.ts'
import { type Refusal, refusal } from './refusal.ts'

/** Why a drawer cannot hold this sum, or null: it is below zero or beyond what one field may hold. */
export const whyNotHeld = (amount: Cents): Refusal | null =>
  amount < 0n || amount > MOST ? refusal('amount.too_large', { most: MOST }) : null

/** What moved in one till since it was opened. */
export type TillMoves = {
  openingFloat: Cents
  /** Cash of payments, and what of it went back by reversals. */
  cashTaken: Cents
  cashReturned: Cents
  paidIn: Cents
  paidOut: Cents
  payments: number
  reversals: number
}

/** The same with `expected`, what should lie in the drawer: float + taken − returned + paid in − paid out. */
export type TillSums = TillMoves & { expected: Cents }

export const tillSums = (moves: TillMoves): TillSums => ({
  ...moves,
  expected: cents(moves.openingFloat + moves.cashTaken - moves.cashReturned + moves.paidIn - moves.paidOut),
})

/** Why this much cannot stay in the drawer after a closing, or null: more than was counted, or less than nothing. */
export const whyNotLeft = (left: Cents, counted: Cents): Refusal | null =>
  left < 0n || left > counted ? refusal('till.left_not_counted', { counted }) : null

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
