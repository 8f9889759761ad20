import { type Cents, sumCents } from './money.ts'
import { isReason } from './reason.ts'
import { type Refusal, refusal } from './refusal.ts'
import type { Tender } from './tenders.ts'

/** So short is no name of a refund. */
const SHORTEST_REFERENCE = 2

/** What of a payment decides whether it can be reversed. */
export type Reversible = {
  tenders: readonly Tender[]
  reversal: { number: string; by: string; at: string } | null
}

/** How it is to be reversed. */
export type Reversing = {
  /** The cash in the own till that is open at this desk; null where none is. */
  held: Cents | null
  reason: string
  /** What the terminal or the bank calls the money that goes back. */
  refundReference: string | null
  /** The second person's yes: there and fresh, not there, or the cashier's own. */
  confirmation: 'given' | 'missing' | 'own'
}

/** The cash that a reversal takes out of the till. */
export const cashBack = (tenders: readonly Tender[]): Cents =>
  sumCents(tenders.flatMap(tender => (tender.tender === 'cash' ? [tender.amount] : [])))

/** Money that came by card or bank goes back the same way, and the terminal or the bank has a name for that. */
export const needsReference = (tenders: readonly Tender[]): boolean =>
  tenders.some(tender => tender.tender !== 'cash')

/** Why a payment cannot be reversed at all, or null: there is no till to do it from, or it is done. */
export function whyNotReversible({ reversal }: Reversible, held: Cents | null): Refusal | null {
  if (held === null) return refusal('till.not_open', {})
  return reversal ? refusal('reversal.done', reversal) : null
}

/** Why a payment cannot be reversed like this, or null; the first reason in the order a cashier would mend them. */
export function whyNotReverse(payment: Reversible, how: Reversing): Refusal | null {
  return (
    whyNotReversible(payment, how.held) ?? whyNotAsked(payment, how) ?? whyTooLittleCash(payment, how.held)
  )
}

function whyNotAsked(
  { tenders }: Reversible,
  { reason, refundReference, confirmation }: Reversing,
): Refusal | null {
  if (!isReason(reason)) return refusal('reversal.needs_reason', {})
  if (needsReference(tenders) && (refundReference ?? '').trim().length < SHORTEST_REFERENCE)
    return refusal('reversal.needs_reference', {})
  if (confirmation === 'own') return refusal('confirmation.same_person', {})
  return confirmation === 'missing' ? refusal('confirmation.missing', {}) : null
}

function whyTooLittleCash({ tenders }: Reversible, held: Cents | null): Refusal | null {
  const needed = cashBack(tenders)
  return held !== null && needed > held ? refusal('till.too_little_cash', { held, needed }) : null
}
