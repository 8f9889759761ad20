import { randomUUIDv7 } from 'node:crypto'
import type { PaymentTaken } from '../../office/payments/lookup.ts'
import type { OpenTill } from '../../office/tills/lookup.ts'
import { readAmount } from '../../rules/amounts.ts'
import type { Lang } from '../../rules/languages.ts'
import { type Cents, cents, ZERO } from '../../rules/money.ts'
import {
  type BasketLine,
  lineFor,
  MOST_UNITS,
  parseQuantity,
  totalOf,
  whyNotAdd,
} from '../../rules/payments.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import { findServices, isFree, type Service, serviceWithCode, speedsOf } from '../../rules/services.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import { moveCursor } from '../parts/list.tsx'

/** What the entry line asks for. `committing`: the payment is on its way, or its fate is not known yet. */
export type Mode = 'service' | 'quantity' | 'amount' | 'paying' | 'committing'

export type DeskState = {
  lang: Lang
  mode: Mode
  entry: EntryLine
  services: readonly Service[]
  found: Service[]
  pick: number
  /** The clerk moved in the list: then even a half-typed number means the chosen row. */
  isPicked: boolean
  basket: BasketLine[]
  cursor: number
  /** What F9 threw away, to be had back. */
  cleared: BasketLine[]
  /** Minted with the basket: the same payment sent twice is taken once. */
  paymentId: string
  /** Cash given as it was sent; null was the exact sum. */
  given: Cents | null
  last: PaymentTaken | null
  till: OpenTill | null
}

export const MOST_FOUND = 50
const MOST_LINES = 300

export const emptyDesk = (lang: Lang): DeskState => ({
  lang,
  mode: 'service',
  entry: entryLine(),
  services: [],
  found: [],
  pick: 0,
  isPicked: false,
  basket: [],
  cursor: 0,
  cleared: [],
  paymentId: randomUUIDv7(),
  given: null,
  last: null,
  till: null,
})

/** What every key that is no command does: text goes to the entry line, arrows move in the list that is shown. */
export function typeAtDesk(s: DeskState, key: Key): DeskState {
  const entry = typeInto(s.entry, key)
  if (s.mode !== 'service' && s.mode !== 'committing') return { ...s, entry }
  if (entry !== s.entry) return lookUp({ ...s, last: s.mode === 'service' ? null : s.last }, entry)
  if (s.found.length > 0) return { ...s, pick: moveCursor(s.pick, key, s.found.length), isPicked: true }
  return { ...s, cursor: moveCursor(s.cursor, key, s.basket.length) }
}

/** The entry line and what is found for it; a leading `3*` is how many. */
export function lookUp(s: DeskState, entry: EntryLine): DeskState {
  const found =
    entry.value === '' ? [] : findServices(s.services, readEntry(entry.value).text, s.lang, MOST_FOUND)
  return { ...s, entry, found, pick: 0, isPicked: false }
}

function readEntry(value: string): { quantity: string | null; text: string } {
  const match = /^\s*(\d+)\s*[*×xх]\s*(.*)$/.exec(value)
  return match ? { quantity: match[1] ?? '', text: match[2] ?? '' } : { quantity: null, text: value }
}

/** Puts the service that was typed or chosen into the basket and asks for what it still needs. Throws the refusal. */
export function addTyped(s: DeskState): DeskState {
  const { quantity, text } = readEntry(s.entry.value)
  const service = serviceMeant(s, text)
  const count = quantity === null ? 1 : parseQuantity(quantity)
  if (count === null) throw refusal('quantity.out_of_range', { least: 1, most: MOST_UNITS })
  const speed = speedsOf(service).find(offered => !isFree(service, offered)) ?? 'normal'
  const why = whyNotAdd(service, speed)
  if (why) throw why
  if (s.basket.length >= MOST_LINES) throw refusal('payment.too_many_lines', { most: MOST_LINES })
  const basket = [...s.basket, lineFor(service, speed, count)]
  const added = lookUp({ ...s, basket, cursor: basket.length - 1, cleared: [], last: null }, entryLine())
  if (service.pricing === 'open') return { ...added, mode: 'amount' }
  return service.pricing === 'per_unit' && quantity === null ? { ...added, mode: 'quantity' } : added
}

function serviceMeant(s: DeskState, text: string): Service {
  const exact = serviceWithCode(s.services, text)
  if (exact && !s.isPicked) return exact
  const chosen = s.found[s.pick]
  const isHalfNumber = /^\d+$/.test(text.trim()) && !s.isPicked && s.found.length > 1
  if (!chosen || isHalfNumber) throw refusal('service.unknown', { code: text.trim() })
  return chosen
}

export const chosenLine = (s: DeskState): BasketLine | null => s.basket[s.cursor] ?? null

const withLine = (s: DeskState, line: BasketLine): DeskState => ({
  ...s,
  basket: s.basket.with(s.cursor, line),
})

/** The next speed that the service is offered at and paid for; an open amount is asked anew. */
export function nextSpeed(s: DeskState): DeskState {
  const line = chosenLine(s)
  if (!line) return s
  const speeds = speedsOf(line.service).filter(speed => !isFree(line.service, speed))
  const speed = speeds[(speeds.indexOf(line.speed) + 1) % speeds.length] ?? line.speed
  const fresh = lineFor(line.service, speed, line.quantity)
  return withLine(s, line.service.pricing === 'open' ? { ...fresh, price: line.price } : fresh)
}

/** Ends asking for a quantity: sets it and goes back to services. An empty line leaves it as it was. */
export function setQuantity(s: DeskState): DeskState {
  const line = chosenLine(s)
  const back = { ...s, mode: 'service' as const, entry: entryLine() }
  if (!line || s.entry.value.trim() === '') return back
  const quantity = parseQuantity(s.entry.value)
  if (quantity === null) throw refusal('quantity.out_of_range', { least: 1, most: MOST_UNITS })
  return withLine(back, { ...line, quantity })
}

/** Ends asking for the amount of an open fee. */
export function setAmount(s: DeskState): DeskState {
  const line = chosenLine(s)
  if (!line) return { ...s, mode: 'service', entry: entryLine() }
  const suggested = line.service.fees[line.speed]?.cents ?? null
  const typed = s.entry.value.trim() === '' && suggested ? suggested : readAmount(s.entry.value)
  if (typed instanceof Refusal) throw typed
  if (typed === 0n) throw refusal('amount.zero', {})
  return withLine({ ...s, mode: 'service', entry: entryLine() }, { ...line, price: typed })
}

export function removeLine(s: DeskState): DeskState {
  const basket = s.basket.toSpliced(s.cursor, 1)
  return {
    ...s,
    basket,
    cursor: Math.max(0, Math.min(s.cursor, basket.length - 1)),
    cleared: basket.length === 0 ? s.basket : s.cleared,
  }
}

/** Throws the basket away, or brings back the one that was thrown away last. */
export function clearOrRestore(s: DeskState): DeskState {
  const basket = s.basket.length > 0 ? [] : s.cleared
  return {
    ...lookUp(s, entryLine()),
    mode: 'service',
    basket,
    cleared: s.basket,
    cursor: Math.max(0, basket.length - 1),
    last: null,
  }
}

/** The cash typed: null while nothing is typed (the exact sum), a refusal while it is no amount. */
export const givenTyped = (s: DeskState): Cents | null | Refusal =>
  s.entry.value.trim() === '' ? null : readAmount(s.entry.value)

/** The cash typed less the total: the change, or, below zero, what is still missing; null while it is no amount. */
export function changeTyped(s: DeskState): Cents | null {
  const given = givenTyped(s)
  if (given === null) return ZERO
  return given instanceof Refusal ? null : cents(given - totalOf(s.basket))
}

/** After a payment: an empty basket with a new id; what was typed meanwhile stays. */
export const afterPayment = (s: DeskState, taken: PaymentTaken): DeskState => ({
  ...s,
  mode: 'service',
  basket: [],
  cursor: 0,
  cleared: [],
  given: null,
  paymentId: randomUUIDv7(),
  last: taken,
  till: s.till && { ...s.till, payments: s.till.payments + 1 },
})
