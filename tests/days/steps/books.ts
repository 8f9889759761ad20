import { randomUUIDv7 } from 'node:crypto'
import type { Act } from '../acts.ts'
import type { Bill } from '../expected/books.ts'
import { cashierAtWork, type Draw, inNotes, once, type Step } from './step.ts'

export function billIssued(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const service = chance.oneOf(books.services)
  const { speed, fee } = chance.oneOf(service.fees)
  const taken = [...books.bills.values()]
  const number =
    chance.percent(5) && taken.length > 0 ? chance.oneOf(taken).number : `З-${chance.between(1, 10 ** 6)}`
  const amount = fee === null || service.open || chance.percent(50) ? BigInt(chance.between(1, 30_000)) : null
  const payerId = chance.percent(50) ? chance.oneOf([...books.payers.keys()]) : null
  const act: Act = {
    act: 'bills.issue',
    id: randomUUIDv7(),
    number,
    serviceId: service.id,
    speed,
    quantity: 1,
    amount,
    payerId,
  }
  const who = chance.oneOf([people.clerk, people.clerk, people.head])
  return once('a bill is issued', { who, act })
}

const withdraw = (bill: Bill, reason = 'отказано искане'): Act => ({
  act: 'bills.withdraw',
  billId: bill.id,
  reason,
})

export function billWithdrawn(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const bills = [...books.bills.values()]
  const open = bills.filter(bill => bill.state === 'open')
  const from = chance.percent(80) ? open : bills
  if (from.length === 0) return null
  const act = withdraw(chance.oneOf(from), chance.percent(95) ? 'отказано искане' : 'друго')
  return once('a bill is withdrawn', { who: people.clerk, act })
}

export function billWithdrawnWhilePaid(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const who = cashierAtWork(draw)
  const open = [...books.bills.values()].filter(bill => bill.state === 'open')
  if (!who || open.length === 0) return null
  const bill = chance.oneOf(open)
  const act: Act = {
    act: 'payments.take',
    paymentId: randomUUIDv7(),
    lines: [{ billId: bill.id }],
    given: null,
    others: [],
    payerId: null,
  }
  return once('a bill withdrawn while it is paid', { who, act }, { who: people.clerk, act: withdraw(bill) })
}

/** Some of what waits, or all; sometimes what is gone already, or miscounted; sometimes two take the same. */
export function deposit(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const handed = [...books.closings.values()].filter(({ handedOver }) => handedOver > 0n)
  const waiting = handed.filter(({ deposited }) => !deposited)
  const from = chance.percent(90) ? waiting : handed
  if (from.length === 0) return null
  const { cashier } = chance.oneOf(from).till
  const own = chance.percent(40)
  const which = own ? from.filter(({ till }) => till.cashier === cashier) : from
  const tills = chance.percent(60) ? which : [chance.oneOf(which)]
  const amount = tills.reduce((sum, { handedOver }) => sum + handedOver, chance.percent(5) ? 1n : 0n)
  const make = (): Act => ({
    act: 'books.deposit',
    id: randomUUIDv7(),
    tillIds: tills.map(({ till }) => till.id),
    money: inNotes(amount),
    note: chance.oneOf([null, 'торба 17']),
  })
  const who = own ? people.cashiers.find(({ login }) => login === cashier)! : people.head
  const two = chance.percent(20) ? [{ who: people.head, act: make() }] : []
  return once('a deposit', { who, act: make() }, ...two)
}

export function terminalMatched(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const terminal = chance.percent(5) ? 'TID99999' : `TID0000${chance.between(1, 3)}`
  const { paid, returned } = books.terminals.get(terminal) ?? { paid: 0n, returned: 0n }
  const stated = paid - returned + (chance.percent(20) ? BigInt(chance.between(-500, 500)) : 0n)
  const reason = chance.percent(70) ? 'плащане след края на деня' : null
  const who = chance.oneOf([people.head, chance.oneOf(people.cashiers)])
  return once('a card terminal is matched', {
    who,
    act: { act: 'books.match_terminal', id: randomUUIDv7(), terminal, stated, reason },
  })
}

export function cashBookSeen({ chance, people }: Draw): Step {
  const who = chance.oneOf(people.cashiers)
  return once('the cash book is seen', { who, act: { act: 'books.see', desk: who.desk } })
}
