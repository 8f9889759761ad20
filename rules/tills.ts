import { type Cents, cents, MOST, ZERO } from './money.ts'
import { isReason } from './reason.ts'
import { type Refusal, refusal } from './refusal.ts'
import type { MovementKind } from './till-report.ts'

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

/** Why a difference that was `told` is none any more, or null: the till was worked with since. */
export const whyMovedMeanwhile = (expected: Cents, told: Cents | null): Refusal | null =>
  told === null || told === expected ? null : refusal('till.moved_meanwhile', { expected })

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
  const explained = isReason(reason)
  if (forCashier !== null && !explained) return refusal('till.forced_needs_reason', { cashier: forCashier })
  return difference !== 0n && !explained ? refusal('till.difference_needs_reason', { difference }) : null
}

/**
 * Why cash cannot be moved so, or null: a pay-in or pay-out of nothing, no reason, more out than lies in the drawer (`held`).
 */
export function whyNotMove(kind: MovementKind, amount: Cents, reason: string, held: Cents): Refusal | null {
  if (kind !== 'no_sale' && amount <= 0n) return refusal('amount.zero', {})
  if (amount > MOST) return refusal('amount.too_large', { most: MOST })
  if (!isReason(reason)) return refusal('movement.needs_reason', {})
  return kind === 'pay_out' && amount > held
    ? refusal('till.too_little_cash', { held, needed: amount })
    : null
}

/** What stays in the drawer where nobody says otherwise: the float it was opened with, if so much was counted. */
export const floatToLeave = (openingFloat: Cents, counted: Cents): Cents =>
  counted >= openingFloat ? openingFloat : ZERO
