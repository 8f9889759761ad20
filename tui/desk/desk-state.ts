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
  whyTooManyLines,
} from '../../rules/payments.ts'
import { Refusal, refusal, refuseIf } from '../../rules/refusal.ts'
import { findServices, isFree, type Service, speedsOf } from '../../rules/services.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import { moveCursor } from '../parts/list.tsx'

/** What the entry line asks for. `committing`: the payment is on its way, or its fate is not known yet. */
export type Mode = 'service' | 'quantity' | 'amount' | 'paying' | 'committing'

export type DeskState = Surroundings & {
  lang: Lang
  mode: Mode
  entry: EntryLine
  /** The cash line as it was sent, for a refusal brings it back. */
  cash: EntryLine
  /** What was typed for the next customer before a refusal came; it comes back when this basket is settled. */
  next: EntryLine
  found: Service[]
  /** The row of `found` that Enter adds; -1 while a half-typed number could mean several. */
  pick: number
  /** What is found is listed: at once for letters; for a number, which is mostly known, when an arrow asks for it. */
  isListed: boolean
  /** The search as it is drawn: it follows when typing rests, so that the screen is calm under fast fingers. */
  seen: Search
  basket: BasketLine[]
  cursor: number
  /** What F9 threw away, to be had back. */
  cleared: BasketLine[]
  /** Minted with the basket: the same payment sent twice is taken once. */
  paymentId: string
  /** Cash given as it was sent; null was the exact sum. */
  given: Cents | null
  /** The payment before this basket, shown until the next one. */
  last: PaymentTaken | null
}

/** What was typed and what was found for it. */
export type Search = Pick<DeskState, 'found' | 'pick' | 'isListed'> & { text: string }

/** What the office says of this desk: its catalogue, the till that is open here, or why none can be worked with. */
export type Surroundings = { services: readonly Service[]; till: OpenTill | null; whyNoTill: Refusal | null }

const MOST_FOUND = 50

export const emptyDesk = (lang: Lang): DeskState => ({
  lang,
  mode: 'service',
  entry: entryLine(),
  cash: entryLine(),
  next: entryLine(),
  services: [],
  found: [],
  pick: 0,
  isListed: false,
  seen: { text: '', found: [], pick: 0, isListed: false },
  basket: [],
  cursor: 0,
  cleared: [],
  paymentId: randomUUIDv7(),
  given: null,
  last: null,
  till: null,
  whyNoTill: null,
})

/** The desk as the office now sees it: lines keep their price, so that a fee that changed meanwhile is noticed. */
export function withSurroundings(s: DeskState, { services, till, whyNoTill }: Surroundings): DeskState {
  const fresh = new Map(services.map(service => [service.id, service]))
  const basket = s.basket.map(line => ({ ...line, service: fresh.get(line.service.id) ?? line.service }))
  const now = { ...s, services, till, whyNoTill, basket, last: till ? s.last : null }
  return s.mode === 'service' ? lookUp(now, s.entry) : now
}

/** What every key that is no command does: text goes to the entry line, arrows move in the list that is shown. */
export function typeAtDesk(s: DeskState, key: Key): DeskState {
  const entry = typeInto(s.entry, key)
  if (s.mode !== 'service' && s.mode !== 'committing') return { ...s, entry }
  if (entry !== s.entry)
    return entry.value === s.entry.value ? { ...s, entry } : { ...lookUp(s, entry), seen: s.seen }
  if (s.found.length > 0) return choose(s, key)
  return { ...s, cursor: moveCursor(s.cursor, key, s.basket.length) }
}

const choose = (s: DeskState, key: Key): DeskState =>
  withSeen(
    s.isListed && isSeen(s)
      ? { ...s, pick: moveCursor(s.pick, key, s.found.length) }
      : { ...s, isListed: true, pick: Math.max(0, s.pick) },
  )

/** The search is drawn as it is. */
export function withSeen(s: DeskState): DeskState {
  const { entry, found, pick, isListed } = s
  return isSeen(s) && s.seen.pick === pick && s.seen.isListed === isListed
    ? s
    : { ...s, seen: { text: entry.value, found, pick, isListed } }
}

/** Nothing was typed since the search was drawn. */
const isSeen = (s: DeskState): boolean => s.seen.text === s.entry.value && s.seen.found === s.found

/** The entry line and what is found for it; a leading `3*` is how many. */
export function lookUp(s: DeskState, entry: EntryLine): DeskState {
  const text = readEntry(entry.value).text.trim()
  const found = text === '' ? [] : findServices(s.services, text, s.lang, MOST_FOUND)
  const isNumber = /^\d+$/.test(text)
  const isHalf = isNumber && found.length > 1 && found[0]?.code !== text
  return withSeen({ ...s, entry, found, pick: isHalf ? -1 : 0, isListed: found.length > 0 && !isNumber })
}

function readEntry(value: string): { quantity: string | null; text: string } {
  const match = /^\s*(\d+)\s*[*×xх]\s*(.*)$/.exec(value)
  return match ? { quantity: match[1] ?? '', text: match[2] ?? '' } : { quantity: null, text: value }
}

export const clearEntry = (s: DeskState): DeskState => lookUp(s, entryLine())

/** The entry line asks something else. */
export const ask = (s: DeskState, mode: Exclude<Mode, 'committing'>): DeskState => ({
  ...clearEntry(s),
  mode,
})

/** Why the basket is let alone: what is half-typed would be forgotten. */
export const whyHalfTyped = (s: DeskState): Refusal | null =>
  s.entry.value.trim() === '' ? null : refusal('desk.half_typed', { text: s.entry.value.trim() })

/**
 * Puts the service that was typed or chosen into the basket and asks for what it still needs. A list that the clerk has not
 * seen yet is shown first, for nobody chose its first row. Throws the refusal.
 */
export function addTyped(s: DeskState): DeskState {
  if (s.isListed && s.found.length > 1 && !isSeen(s)) return withSeen(s)
  const { quantity, text } = readEntry(s.entry.value)
  const service = s.found[s.pick]
  if (!service) throw refusal('service.unknown', { code: text.trim() })
  const count = quantity === null ? 1 : readQuantity(quantity)
  if (count instanceof Refusal) throw count
  const speed = speedsOf(service).find(offered => !isFree(service, offered)) ?? 'normal'
  const why = whyNotAdd(service, speed)
  if (why) throw why
  refuseIf(whyTooManyLines(s.basket.length + 1))
  const basket = [...s.basket, lineFor(service, speed, count)]
  const added = clearEntry({ ...s, basket, cursor: basket.length - 1, cleared: [] })
  if (service.pricing === 'open') return ask(added, 'amount')
  return service.pricing === 'per_unit' && quantity === null ? ask(added, 'quantity') : added
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

function readQuantity(text: string): number | Refusal {
  return parseQuantity(text) ?? refusal('quantity.out_of_range', { least: 1, most: MOST_UNITS })
}

/** How many of the chosen line: as typed, or as it is while nothing is typed. */
export const quantityTyped = (s: DeskState): number | Refusal =>
  s.entry.value.trim() === '' ? (chosenLine(s)?.quantity ?? 1) : readQuantity(s.entry.value)

export function setQuantity(s: DeskState, quantity: number): DeskState {
  const line = chosenLine(s)
  return ask(line ? withLine(s, { ...line, quantity }) : s, 'service')
}

/** The amount of the chosen line's open fee: as typed, or the one that the catalogue suggests. */
export function amountTyped(s: DeskState): Cents | Refusal {
  const line = chosenLine(s)
  const suggested = line?.price ?? line?.service.fees[line.speed]?.cents
  const typed = s.entry.value.trim() === '' && suggested ? suggested : readAmount(s.entry.value)
  return typed === ZERO ? refusal('amount.zero', {}) : typed
}

export function setAmount(s: DeskState, price: Cents): DeskState {
  const line = chosenLine(s)
  return ask(line ? withLine(s, { ...line, price }) : s, 'service')
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
  const settled = {
    ...s,
    basket,
    cleared: s.basket,
    cursor: Math.max(0, basket.length - 1),
    next: entryLine(),
  }
  return lookUp(settled, s.next)
}

/** The cash typed: null while nothing is typed (the exact sum), a refusal while it is no amount. */
export const givenTyped = (s: DeskState): Cents | null | Refusal =>
  s.entry.value.trim() === '' ? null : readAmount(s.entry.value)

/** The cash less the total: the change, or, below zero, what is still missing; null where no cash is given. */
export function changeOf(s: DeskState): Cents | null {
  if (s.mode !== 'paying' && s.mode !== 'committing') return null
  const given = s.mode === 'paying' ? givenTyped(s) : s.given
  if (given === null) return ZERO
  return given instanceof Refusal ? null : cents(given - totalOf(s.basket))
}

/** The payment is sent: typing goes to the next customer's line. Sent once more, nothing typed since is touched. */
export const sent = (s: DeskState, given: Cents | null): DeskState =>
  s.mode === 'committing'
    ? s
    : lookUp({ ...s, mode: 'committing', given, cash: s.entry, next: entryLine() }, s.next)

/** The payment was refused: the cash line is back as it was sent, the next customer's waits. */
export const notTaken = (s: DeskState): DeskState =>
  s.mode === 'committing' ? { ...s, mode: 'paying', entry: s.cash, next: s.entry, found: [] } : s

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
