import { randomUUIDv7 } from 'node:crypto'
import type { Act } from '../acts.ts'
import { customer, paying } from '../customers.ts'
import { cashierAtWork, type Draw, once, type Step } from './step.ts'

/** Laid aside, sometimes again with another content. */
export function basketHeld(draw: Draw): Step | null {
  const { books, chance } = draw
  const who = cashierAtWork(draw)
  if (!who) return null
  const { lines, payerId } = customer(books, chance)
  const own = [...books.held.values()].filter(({ desk }) => desk === who.desk)
  const id = chance.percent(20) && own.length > 0 ? chance.oneOf(own).id : randomUUIDv7()
  const act: Act = { act: 'baskets.hold', id, label: `Клиент ${chance.between(1, 99)}`, lines, payerId }
  return once('a basket is laid aside', { who, act })
}

/** The customer is back: it is recalled, paid under the id that it was laid aside with, and waits no longer. */
export function basketPaid(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const held = [...books.held.values()]
  const atWork = cashierAtWork(draw)
  if (held.length === 0 || !atWork) return null
  const { id, lines, payerId, desk } = chance.oneOf(held)
  const who = chance.percent(90) ? { ...(people.cashiers.find(one => one.desk === desk) ?? atWork) } : atWork
  const isPayable = lines.every(line => !('billId' in line) || books.bills.get(line.billId)?.state === 'open')
  const recall: Step['phases'] = [() => [{ who, act: { act: 'baskets.recall', id } }]]
  const drop: Step['phases'] = [() => [{ who, act: { act: 'baskets.drop', id } }]]
  const pay: Step['phases'] = [() => [{ who, act: paying(books, chance, { paymentId: id, lines, payerId }) }]]
  return { name: 'a basket comes back', phases: [...recall, ...(isPayable ? pay : []), ...drop] }
}
