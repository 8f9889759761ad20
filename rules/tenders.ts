import { type Cents, cents, MOST, sumCents, ZERO } from './money.ts'
import { type Refusal, refusal } from './refusal.ts'

/** How money comes in: в брой, с карта, по банков път. */
export const TENDERS = ['cash', 'card', 'bank'] as const
export type TenderKind = (typeof TENDERS)[number]

/** What the slip of the card terminal says: TID, AC, RRN (12 digits) and the last four digits of the card. */
export type CardSlip = { terminal: string; authorisation: string; rrn: string; cardTail: string }

/** Money that is not cash: its amount is never more than is owed. */
export type OtherTender =
  | ({ tender: 'card'; amount: Cents } & CardSlip)
  | { tender: 'bank'; amount: Cents; reference: string }

/** A part of a payment as it is written down; only cash has change. */
export type Tender = { tender: 'cash'; amount: Cents; given: Cents; change: Cents } | OtherTender

/** What is left to be paid in cash: never below zero. */
export const cashDue = (total: Cents, others: readonly OtherTender[]): Cents =>
  cents(total - sumCents(others.map(other => other.amount)))

/** The tenders of a payment in the order they are written: cards and transfers as given, cash for the rest. */
export function settle(total: Cents, given: Cents | null, others: readonly OtherTender[]): Tender[] {
  const due = cashDue(total, others)
  const cash = {
    tender: 'cash' as const,
    amount: due,
    given: given ?? due,
    change: cents((given ?? due) - due),
  }
  return due > 0n ? [...others, cash] : [...others]
}

/** Cash given and change of a payment; both zero where no cash was needed. */
export function cashOf(tenders: readonly Tender[]): { given: Cents; change: Cents } {
  const cash = tenders.find(tender => tender.tender === 'cash')
  return cash ? { given: cash.given, change: cash.change } : { given: ZERO, change: ZERO }
}

/** Why these tenders cannot pay this total, or null: an incomplete slip, more than is owed by card or bank, cash too little or for nothing. */
export function whyNotTendered(
  total: Cents,
  given: Cents | null,
  others: readonly OtherTender[],
): Refusal | null {
  for (const other of others) {
    const why = other.amount <= 0n ? refusal('amount.zero', {}) : whyIncomplete(other)
    if (why) return why
  }
  const due = cashDue(total, others)
  if (due < 0n) return refusal('tender.too_much', { over: cents(-due) })
  if (given === null) return null
  if (given > MOST) return refusal('amount.too_large', { most: MOST })
  if (given > 0n && due === 0n) return refusal('tender.no_cash_due', {})
  if (given < due) return refusal('payment.too_little_cash', { missing: cents(due - given) })
  return given - due >= LARGEST_NOTE ? refusal('payment.too_much_cash', { given, due }) : null
}

/** 500 €: nobody needs to give a whole note more than is due, so that a number scanned into the line of the cash is no cash. */
const LARGEST_NOTE = 500_00n

const TERMINAL = /^[0-9A-Z]{4,16}$/
const AUTHORISATION = /^[0-9A-Z]{4,8}$/

/** Why this is no number of a card terminal (TID), or null. */
export const whyNoTerminal = (text: string): Refusal | null =>
  TERMINAL.test(text) ? null : refusal('tender.terminal_wrong', { text })

/** Why a tender does not say all that its slip or statement says, or null. */
export function whyIncomplete(tender: OtherTender): Refusal | null {
  if (tender.tender === 'bank')
    return tender.reference.trim().length >= 2 ? null : refusal('tender.reference_needed', {})
  const noTerminal = whyNoTerminal(tender.terminal)
  if (noTerminal) return noTerminal
  if (!AUTHORISATION.test(tender.authorisation))
    return refusal('tender.authorisation_wrong', { text: tender.authorisation })
  if (!/^\d{12}$/.test(tender.rrn)) return refusal('tender.rrn_wrong', { text: tender.rrn })
  return /^\d{4}$/.test(tender.cardTail) ? null : refusal('tender.card_tail_wrong', { text: tender.cardTail })
}
