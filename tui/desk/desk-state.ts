import { randomUUIDv7 } from 'node:crypto'
import type { FoundBill } from '../../office/bills/lookup.ts'
import type { Favourite } from '../../office/favourites/list-favourites.ts'
import type { FiscalDevice } from '../../office/fiscal/lookup.ts'
import type { PartyRow, Payer } from '../../office/parties/lookup.ts'
import type { PaymentTaken } from '../../office/payments/lookup.ts'
import type { PrintJob } from '../../office/print/list-jobs.ts'
import type { CashLimit } from '../../office/settings/see-cash-limit.ts'
import type { OpenTill } from '../../office/tills/lookup.ts'
import type { Identifier } from '../../rules/identifiers.ts'
import type { Lang } from '../../rules/languages.ts'
import { type Cents, ZERO } from '../../rules/money.ts'
import type { BasketLine } from '../../rules/payments.ts'
import type { Refusal } from '../../rules/refusal.ts'
import type { Service, Speed } from '../../rules/services.ts'
import { type EntryLine, entryLine } from '../entry-line.ts'
import { lookUp } from './desk-search.ts'
import { noTenders, type Tendering } from './tendering.ts'

/** What the entry line asks for. `committing`: the payment is on its way, or its fate is not known yet. */
export type Mode = 'service' | 'quantity' | 'amount' | 'payerName' | 'paidBy' | 'paying' | 'committing'

/** A row that Enter takes: what a digit of the desk stands for, a service, somebody who pays, a bill. */
export type Found =
  | { kind: 'favourite'; digit: number; service: Service; speed: Speed }
  | { kind: 'service'; service: Service }
  | { kind: 'payer'; party: PartyRow }
  | { kind: 'bill'; bill: FoundBill }

/** What the register and the bills say of a text; it comes a moment after what the desk itself finds. */
export type Finding = {
  text: string
  parties: PartyRow[]
  bills: FoundBill[]
  /** Of a number: whoever has it and what they owe, or null where nobody is registered with it. */
  owner: { party: PartyRow; bills: FoundBill[] } | null
}

/** Everything that belongs to the customer who is served: what Esc, pressed twice, puts away and `=` brings back. */
export type Sale = {
  basket: BasketLine[]
  payer: Payer | null
  /** Who hands over the money, where it is somebody else. */
  paidBy: string | null
  /** Minted with the basket: the same payment sent twice is taken once. */
  paymentId: string
  /** The held basket that this one is; dropped when it is paid. */
  heldId: string | null
  /** How it is being paid: cards and transfers that were entered stay, also when the basket is looked at once more. */
  tendering: Tendering
}

export type DeskState = Surroundings &
  Sale & {
    lang: Lang
    mode: Mode
    entry: EntryLine
    /** The cash line as it was sent, for a refusal brings it back. */
    cash: EntryLine
    /** What was typed for the next customer before a refusal came; it comes back when this basket is settled. */
    next: EntryLine
    found: Found[]
    finding: Finding | null
    /** The row of `found` that Enter takes; -1 while a half-typed number could mean several. */
    pick: number
    /** What is found is listed: at once for letters; for a number, which is mostly known, when an arrow asks for it. */
    isListed: boolean
    /** The search as it is drawn: it follows when typing rests, so that the screen is calm under fast fingers. */
    seen: Search
    cursor: number
    /** What was put away last, to be had back. */
    cleared: Sale | null
    /** The sale that the next Esc puts away. */
    armed: Sale | null
    /** Whose name is asked for: the number it goes with, or none. The id is of the record to be. */
    newPayer: { id: string; identifier: Identifier | null } | null
    /** The card terminal of the desk, or the one that was typed last. */
    terminal: string | null
    /** Cash given as it was sent; null was the exact sum. */
    given: Cents | null
    /** The payment before this basket, shown until the next one, and its services. */
    last: PaymentTaken | null
    /** How its fiscal receipt does, where there is one. */
    lastFiscal: Pick<PrintJob, 'state' | 'fault'> | null
    /** The sale that began with it: once that is put away, laid aside or another, its change is no longer on the table. */
    sinceLast: string | null
    lastBasket: BasketLine[]
    /** When this customer's first key was pressed, and the next one's, in milliseconds of the program. */
    began: number | null
    nextBegan: number | null
    /** What the law leaves a payer to pay in cash, once it is known; `payerId` tells whose it is. */
    cashLimit: (CashLimit & { payerId: string | null }) | null
  }

/** What was typed and what was found for it. */
export type Search = Pick<DeskState, 'found' | 'finding' | 'pick' | 'isListed'> & { text: string }

/** What the office says of this desk: its catalogue, the till that is open here, or why none can be worked with. */
export type Surroundings = {
  services: readonly Service[]
  favourites: readonly Favourite[]
  till: OpenTill | null
  whyNoTill: Refusal | null
  /** What issues the fiscal receipts of this desk, or null. */
  fiscalDevice: FiscalDevice | null
}

export const newSale = (terminal: string | null): Sale => ({
  basket: [],
  payer: null,
  paidBy: null,
  paymentId: randomUUIDv7(),
  heldId: null,
  tendering: noTenders(terminal),
})

export const saleOf = ({ basket, payer, paidBy, paymentId, heldId, tendering }: Sale): Sale => ({
  basket,
  payer,
  paidBy,
  paymentId,
  heldId,
  tendering,
})

export const emptyDesk = (lang: Lang, terminal: string | null = null): DeskState => ({
  ...newSale(terminal),
  terminal,
  lang,
  mode: 'service',
  entry: entryLine(),
  cash: entryLine(),
  next: entryLine(),
  services: [],
  favourites: [],
  found: [],
  finding: null,
  pick: 0,
  isListed: false,
  seen: { text: '', found: [], finding: null, pick: 0, isListed: false },
  cursor: 0,
  cleared: null,
  armed: null,
  newPayer: null,
  given: null,
  last: null,
  lastFiscal: null,
  sinceLast: null,
  lastBasket: [],
  till: null,
  whyNoTill: null,
  fiscalDevice: null,
  began: null,
  nextBegan: null,
  cashLimit: null,
})

/** The desk as the office now sees it: lines keep their price, so that a fee that changed meanwhile is noticed. */
export function withSurroundings(
  s: DeskState,
  { limit, ...around }: Surroundings & { limit: Cents | null },
): DeskState {
  const fresh = new Map(around.services.map(service => [service.id, service]))
  const basket = s.basket.map(line =>
    line.bill ? line : { ...line, service: fresh.get(line.service.id) ?? line.service },
  )
  const cashLimit = s.cashLimit ?? { limit, earlier: ZERO, payerId: null }
  const now = { ...s, ...around, cashLimit, basket, last: around.till ? s.last : null }
  return s.mode === 'service' ? lookUp(now, s.entry) : now
}

/** Nobody is served: the next key is the first of the next customer. */
export const isIdle = (s: DeskState): boolean =>
  s.mode === 'service' && s.basket.length === 0 && s.payer === null && s.entry.value.trim() === ''

/** The entry line asks something else. */
export const ask = (s: DeskState, mode: Exclude<Mode, 'committing'>): DeskState => ({
  ...lookUp(s, entryLine()),
  mode,
  armed: null,
})

export const chosenLine = (s: DeskState): BasketLine | null => s.basket[s.cursor] ?? null
