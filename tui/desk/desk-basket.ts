import type { FoundBill } from '../../office/bills/lookup.ts'
import { readAmount } from '../../rules/amounts.ts'
import { lineForBill } from '../../rules/bills.ts'
import { readEntry } from '../../rules/entry.ts'
import { type Cents, ZERO } from '../../rules/money.ts'
import {
  type BasketLine,
  lineFor,
  MOST_LINES,
  MOST_UNITS,
  parseQuantity,
  whyNotAdd,
  whyTooManyLines,
} from '../../rules/payments.ts'
import { Refusal, refusal, refuseIf } from '../../rules/refusal.ts'
import { isFree, type Service, type Speed, speedsOf } from '../../rules/services.ts'
import { entryLine } from '../entry-line.ts'
import { isSeen, lookUp, withSeen } from './desk-search.ts'
import { ask, chosenLine, type DeskState, newSale, saleOf } from './desk-state.ts'

export const clearEntry = (s: DeskState): DeskState => lookUp(s, entryLine())

/** Why the basket is let alone: what is half-typed would be forgotten. */
export const whyHalfTyped = (s: DeskState): Refusal | null =>
  s.entry.value.trim() === '' ? null : refusal('desk.half_typed', { text: s.entry.value.trim() })

/** A list that the clerk has not seen yet is shown first, for nobody chose its first row. */
export const isUnseenList = (s: DeskState): boolean => s.isListed && s.found.length > 1 && !isSeen(s)

/** Puts a service into the basket and asks for what it still needs. Throws the refusal. */
export function addService(s: DeskState, service: Service, asked: Speed | null = null): DeskState {
  const { quantity } = readEntry(s.entry.value)
  const count = quantity === null ? 1 : readQuantity(quantity)
  if (count instanceof Refusal) throw count
  const speed = asked ?? speedsOf(service).find(offered => !isFree(service, offered)) ?? 'normal'
  refuseIf(whyNotAdd(service, speed) ?? whyTooManyLines(s.basket.length + 1))
  const basket = [...s.basket, lineFor(service, speed, count)]
  const added = clearEntry({ ...s, basket, cursor: basket.length - 1, cleared: null, armed: null })
  if (service.pricing === 'open') return ask(added, 'amount')
  return service.pricing === 'per_unit' && quantity === null ? ask(added, 'quantity') : added
}

/** Shows what was found instead of guessing. */
export const showFound = (s: DeskState): DeskState => withSeen(s)

/** Bills that are not in the basket yet, as many as it holds; the payer of the first becomes the payer where nobody is named. */
export function addBills(s: DeskState, bills: readonly FoundBill[]): DeskState {
  const known = new Set(s.basket.map(line => line.bill?.id))
  const fresh = bills.filter(bill => bill.isOpen && !known.has(bill.id))
  const basket = [...s.basket, ...fresh.map(lineForBill)].slice(0, MOST_LINES)
  const owner = fresh[0]?.payer
  return {
    ...s,
    basket,
    payer: s.payer ?? (owner ? { ...owner, identifierMasked: null } : null),
    cursor: Math.max(0, basket.length - 1),
    cleared: null,
    armed: null,
  }
}

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

/** Another price of the line at this place, agreed to by a second person. */
export const overridden = (
  s: DeskState,
  at: number,
  { price, override }: Required<Pick<BasketLine, 'price' | 'override'>>,
): DeskState => {
  const line = s.basket[at]
  return line ? { ...s, basket: s.basket.with(at, { ...line, price, override }) } : s
}

export function removeLine(s: DeskState): DeskState {
  const basket = s.basket.toSpliced(s.cursor, 1)
  return {
    ...s,
    basket,
    armed: null,
    cursor: Math.max(0, Math.min(s.cursor, basket.length - 1)),
    cleared: basket.length === 0 ? saleOf(s) : s.cleared,
  }
}

/** Esc: first the line, then, pressed once more, the whole sale, which `=` brings back. Null where there is nothing to put away. */
export function putAway(s: DeskState): DeskState | 'armed' | null {
  if (s.entry.value !== '') return clearEntry(s)
  if (s.basket.length === 0 && !s.payer && !s.paidBy) return null
  return isArmed(s) ? cleared(s) : 'armed'
}

/** The sale is still the one that Esc was pressed for. */
const isArmed = ({ armed, basket, payer, paidBy }: DeskState): boolean =>
  armed?.basket === basket && armed.payer === payer && armed.paidBy === paidBy

export const arm = (s: DeskState): DeskState => ({ ...s, armed: saleOf(s) })

/** An empty desk for the next customer; what was typed for them before a refusal comes back. */
export const cleared = (s: DeskState): DeskState =>
  lookUp(
    {
      ...s,
      ...newSale(s.terminal),
      cleared: s.basket.length > 0 ? saleOf(s) : s.cleared,
      cursor: 0,
      armed: null,
      next: entryLine(),
      began: null,
    },
    s.next,
  )

/** `=`: the sale that was put away, else the services of the payment before, once more. Throws where there is neither. */
export function again(s: DeskState): DeskState {
  if (s.cleared && s.basket.length === 0)
    return clearEntry({ ...s, ...s.cleared, payer: s.payer ?? s.cleared.payer, cleared: null })
  if (s.lastBasket.length === 0) throw refusal('desk.nothing_before', {})
  refuseIf(whyTooManyLines(s.basket.length + s.lastBasket.length))
  const fresh = new Map(s.services.map(service => [service.id, service]))
  const lines = s.lastBasket.flatMap(({ service, speed, quantity, price }) => {
    const offered = fresh.get(service.id)
    if (!offered || whyNotAdd(offered, speed)) return []
    const line = lineFor(offered, speed, quantity)
    return [offered.pricing === 'open' ? { ...line, price } : line]
  })
  const basket = [...s.basket, ...lines]
  return clearEntry({ ...s, basket, cursor: Math.max(0, basket.length - 1) })
}
