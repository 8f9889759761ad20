import { randomUUIDv7 } from 'node:crypto'
import type { Act, PaidLine } from '../acts.ts'
import { customer, paying } from '../customers.ts'
import { totalOf } from '../expected/payments.ts'
import { cashierAtWork, type Draw, once, type Step, working } from './step.ts'

export function payment(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const atWork = cashierAtWork(draw)
  const who = atWork && chance.percent(2) ? chance.oneOf(people.cashiers) : atWork
  return who && once('a payment', { who, act: customer(books, chance) })
}

/** Customers of whom no two touch the same thing. */
export function paymentsAtOnce(draw: Draw): Step | null {
  const { books, chance } = draw
  const atWork = chance.shuffled(working(draw))
  if (atWork.length < 2) return null
  const parts = atWork.map(who => {
    const { lines, paymentId } = customer(books, chance)
    const services = lines.filter(line => !('billId' in line))
    return { who, act: paying(books, chance, { paymentId, lines: services, payerId: null }) }
  })
  return once('payments at once', ...parts)
}

export function oneBillAtTwoDesks(draw: Draw): Step | null {
  const { books, chance } = draw
  const [one, two] = chance.shuffled(working(draw))
  const open = [...books.bills.values()].filter(bill => bill.state === 'open')
  if (!one || !two || open.length === 0) return null
  const lines: PaidLine[] = [{ billId: chance.oneOf(open).id }]
  const pay = (): Act => ({
    act: 'payments.take',
    paymentId: randomUUIDv7(),
    lines,
    given: null,
    others: [],
    payerId: null,
  })
  return once('one bill at two desks', { who: one, act: pay() }, { who: two, act: pay() })
}

export function paymentSentAgain(draw: Draw): Step | null {
  const { books, chance } = draw
  const earlier = [...books.payments.values()]
  const atWork = cashierAtWork(draw)
  if (earlier.length === 0 || !atWork) return null
  const { sent, till } = chance.oneOf(earlier)
  const who = chance.percent(70) ? { login: till.cashier, desk: till.desk } : atWork
  const other = { ...sent, given: (sent.given ?? totalOf(books, sent.lines)) + 1n }
  return once('an old payment sent again', { who, act: chance.percent(30) ? other : sent })
}

/** Anything that was done before, once more in the same words: a message that comes late. */
export function oldActSentAgain({ books, chance }: Draw): Step | null {
  if (books.done.length === 0) return null
  return once('an old act sent again', chance.oneOf(books.done.slice(-100)))
}

/** A price that the head agrees to; sometimes to another one, sometimes nobody who may was asked. */
export function anotherPrice(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const who = cashierAtWork(draw)
  const priced = books.services.filter(service => !service.open && !service.needsPayer)
  if (!who || priced.length === 0) return null
  const service = chance.oneOf(priced)
  const { speed, fee } = chance.oneOf(service.fees)
  const price = (fee ?? 0n) + BigInt(chance.between(1, 900))
  const [paymentId, id] = [randomUUIDv7(), randomUUIDv7()]
  const agreed = chance.percent(85) ? price : price + 1n
  const by = chance.percent(90) ? people.head : chance.oneOf(people.cashiers)
  const confirm: Act = {
    act: 'confirm',
    id,
    of: 'payments.override',
    subjectId: paymentId,
    what: `${service.id}:${speed}:${agreed}`,
  }
  const override = { reason: 'по заповед на кмета', confirmationId: id }
  const lines = [{ serviceId: service.id, speed, quantity: chance.between(1, 2), price, override }]
  const act = paying(books, chance, { paymentId, lines, payerId: null })
  return { name: 'another price', phases: [() => [{ who: by, act: confirm }], () => [{ who, act }]] }
}
