import type { PaymentTaken } from '../../office/payments/lookup.ts'
import { readAmount } from '../../rules/amounts.ts'
import { whyBeyondCashLimit } from '../../rules/cash-limit.ts'
import { type Cents, cents, ZERO } from '../../rules/money.ts'
import { type BasketLine, totalOf, whyNotPay } from '../../rules/payments.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import { cashDue, type OtherTender } from '../../rules/tenders.ts'
import type { AtDesk } from '../door.ts'
import { entryLine } from '../entry-line.ts'
import { lookUp } from './desk-search.ts'
import { ask, type DeskState, newSale, type Sale } from './desk-state.ts'
import { withTender } from './tendering.ts'

/** Why the basket cannot go on to its payment, or null. The tenders come after. */
export const whyNotToPay = (s: DeskState, desk: AtDesk): Refusal | null =>
  s.whyNoTill ?? whyNotPay(s.basket, payingOf(s, null), s.till !== null) ?? whyNoFiscalReceipt(s, desk)

const payingOf = (s: DeskState, given: Cents | null) => ({
  given,
  hasPayer: s.payer !== null,
  hasFiscalDevice: s.fiscalDevice !== null,
})

/** Why the fiscal receipt of this basket would not come out now, as far as is known, or null. */
function whyNoFiscalReceipt({ basket }: DeskState, { printing }: AtDesk): Refusal | null {
  const fault = printing?.fiscal?.fault ?? null
  return fault && fiscalTotal(basket) > 0n ? refusal('fiscal.not_ready', { fault }) : null
}

/** How much of the basket the fiscal receipt will tell. */
export const fiscalTotal = (basket: readonly BasketLine[]): Cents =>
  totalOf(basket.filter(line => line.service.taxGroup !== null))

/** Asks for the cash first; cards and transfers that were entered before are still there. */
export const toPaying = (s: DeskState): DeskState => ({
  ...ask(s, 'paying'),
  tendering: { ...s.tendering, tender: 'cash' },
})

/** A card or a transfer is entered; its terminal is the one that the next slip is of. */
export const tendered = (s: DeskState, tender: OtherTender): DeskState => ({
  ...s,
  tendering: withTender(s.tendering, tender),
  terminal: tender.tender === 'card' ? tender.terminal : s.terminal,
})

/** Why the sale is not laid aside: a card was charged for it, or a transfer noted. */
export const whyTendered = (s: DeskState): Refusal | null =>
  s.tendering.others.length > 0 ? refusal('tender.taken_already', {}) : null

/** What cards and transfers leave to be paid. */
export const restOf = (s: DeskState): Cents => cashDue(totalOf(s.basket), s.tendering.others)

/** The cash typed: null while nothing is typed (the exact sum), a refusal while it is no amount. */
export const givenTyped = (s: DeskState): Cents | null | Refusal =>
  s.entry.value.trim() === '' ? null : readAmount(s.entry.value)

/** Why the money cannot be taken as it is now, or null: said before the key is pressed. */
export function whyNotTake(s: DeskState, given: Cents | null | Refusal): Refusal | null {
  if (given instanceof Refusal) return given
  const paying = { ...payingOf(s, given), others: s.tendering.others }
  return s.whyNoTill ?? whyNotPay(s.basket, paying, s.till !== null) ?? whyTooMuchCash(s)
}

/** What the law says to the cash of this basket, as far as the desk knows what the payer paid before. */
export const whyTooMuchCash = (s: DeskState): Refusal | null =>
  s.cashLimit && whyBeyondCashLimit(restOf(s), earlierOf(s, s.cashLimit), s.cashLimit.limit)

const earlierOf = ({ payer }: DeskState, known: NonNullable<DeskState['cashLimit']>): Cents =>
  known.payerId === (payer?.id ?? null) ? known.earlier : ZERO

/** The cash less the rest: the change, or, below zero, what is still missing; null where no cash is given. */
export function changeOf(s: DeskState): Cents | null {
  if (s.mode !== 'paying' && s.mode !== 'committing') return null
  const given = s.mode === 'paying' ? givenTyped(s) : s.given
  if (given === null) return ZERO
  return given instanceof Refusal ? null : cents(given - restOf(s))
}

/** The payment is sent: typing goes to the next customer's line. Sent once more, nothing typed since is touched. */
export const sent = (s: DeskState, given: Cents | null): DeskState =>
  s.mode === 'committing'
    ? s
    : lookUp({ ...s, mode: 'committing', given, cash: s.entry, next: entryLine() }, s.next)

/** The payment was refused: the cash line is back as it was sent, the next customer's waits. */
export const notTaken = (s: DeskState): DeskState =>
  s.mode === 'committing' ? { ...lookUp(s, entryLine()), mode: 'paying', entry: s.cash, next: s.entry } : s

/** After a payment: an empty basket with a new id; what was typed meanwhile stays. */
export const afterPayment = (s: DeskState, taken: PaymentTaken): DeskState =>
  startedAfter(s, taken, newSale(s.terminal))

const startedAfter = (s: DeskState, taken: PaymentTaken, sale: Sale): DeskState => ({
  ...s,
  ...sale,
  mode: 'service',
  cursor: 0,
  cleared: null,
  armed: null,
  given: null,
  last: taken,
  lastFiscal: taken.fiscal && { state: 'queued', fault: null },
  sinceLast: sale.paymentId,
  lastBasket: s.basket.filter(line => !line.bill),
  began: s.nextBegan,
  nextBegan: null,
  // What this payer paid is known anew when they come again.
  cashLimit: s.cashLimit && { ...s.cashLimit, earlier: ZERO, payerId: null },
  till: s.till && { ...s.till, payments: s.till.payments + 1 },
})

/** Why another way of paying is not asked for: nothing is left to pay. */
export const whyNoRest = (s: DeskState): Refusal | null =>
  restOf(s) > 0n ? null : refusal('tender.no_cash_due', {})
