import { showDay } from './dates.ts'
import { type StornoReason, whyTooLate } from './fiscal.ts'
import type { Lang } from './languages.ts'
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
  /** Null where no fiscal receipt told of it. */
  sold: FiscalToReverse | null
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
  storno: Storno
}

/** Why the fiscal receipt is taken back, and when; `lang` is of the days in a refusal. */
export type Storno = { reason: StornoReason; today: Temporal.PlainDate; lang: Lang }

/** The fiscal receipt of a payment, as far as taking it back goes. */
export type FiscalToReverse = {
  unp: string
  /** The device that issued it, and whether that one stands at this desk. */
  device: string
  isHere: boolean
  /** Of its print job, by which people ask for it. */
  job: string
  state: string
  /** Its number is known. */
  isNumbered: boolean
  soldOn: Temporal.PlainDate
}

/**
 * Why the fiscal part of a payment cannot be taken back, or null: another device issued the receipt, it has not come out,
 * nobody knows its number, or it is too late for this reason.
 */
function whyNotStorno(sold: FiscalToReverse, { reason, today, lang }: Storno): Refusal | null {
  const { unp, device, isHere, job, state, isNumbered } = sold
  if (!isHere) return refusal('fiscal.other_device', { device })
  if (state !== 'printed') return refusal('fiscal.not_issued', { unp, state })
  if (!isNumbered) return refusal('fiscal.document_unknown', { unp, job })
  const late = whyTooLate(reason, sold.soldOn, today)
  return late && refusal('fiscal.storno_too_late', { until: showDay(late.until, lang) })
}

/** The cash that a reversal takes out of the till. */
export const cashBack = (tenders: readonly Tender[]): Cents =>
  sumCents(tenders.flatMap(tender => (tender.tender === 'cash' ? [tender.amount] : [])))

/** Money that came by card or bank goes back the same way, and the terminal or the bank has a name for that. */
export const needsReference = (tenders: readonly Tender[]): boolean =>
  tenders.some(tender => tender.tender !== 'cash')

/** Why a payment cannot be reversed at all, or null: there is no till to do it from, it is done, or its fiscal receipt stands. */
export function whyNotReversible(
  { reversal, sold }: Reversible,
  held: Cents | null,
  storno: Storno,
): Refusal | null {
  if (held === null) return refusal('till.not_open', {})
  if (reversal) return refusal('reversal.done', reversal)
  return sold && whyNotStorno(sold, storno)
}

/** Why a payment cannot be reversed like this, or null; the first reason in the order a cashier would mend them. */
export function whyNotReverse(payment: Reversible, how: Reversing): Refusal | null {
  return (
    whyNotReversible(payment, how.held, how.storno) ??
    whyNotAsked(payment, how) ??
    whyTooLittleCash(payment, how.held)
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
