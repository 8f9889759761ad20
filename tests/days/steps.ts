import { randomUUIDv7 } from 'node:crypto'
import type { Act, PaidLine } from './acts.ts'
import { customer, paying } from './customers.ts'
import { type Books, cashIn, openTillOf, type Till, type Who } from './expected/books.ts'
import { totalOf } from './expected/payments.ts'
import type { Chance } from './seeded.ts'

/** What one person does in a step. */
export type Part = { who: Who; act: Act }

/** One thing that happens at the town hall: parts of a phase happen at once, the next phase begins when all are answered. */
export type Step = { name: string; phases: (() => Part[])[] }

/** Everybody at work, by post. */
export type People = { cashiers: Who[]; head: Who; clerk: Who }

type Draw = { books: Books; people: People; chance: Chance }

/** Null where it cannot happen now. */
type Make = (draw: Draw) => Step | null

const once = (name: string, ...parts: Part[]): Step => ({ name, phases: [() => parts] })

/** How often each thing happens, of the sum of all. */
const STEPS: [often: number, make: Make][] = [
  [50, payment],
  [6, paymentsAtOnce],
  [4, oneBillAtTwoDesks],
  [3, samePaymentTwiceAtOnce],
  [2, paymentSentAgain],
  [5, anotherPrice],
  [9, opening],
  [1, openingAgain],
  [2, twoOpenOneDesk],
  [3, closing],
  [1, closingByHead],
  [1, closingWhilePaying],
]

export function nextStep(draw: Draw): Step {
  const all = STEPS.reduce((sum, [often]) => sum + often, 0)
  for (;;) {
    let at = draw.chance.between(1, all)
    const [, make] = STEPS.find(([often]) => {
      at -= often
      return at <= 0
    })!
    const step = make(draw)
    if (step) return step
  }
}

const working = ({ books, people }: Draw): Who[] =>
  people.cashiers.filter(({ login, desk }) => openTillOf(books, login)?.desk === desk)

const idle = ({ books, people }: Draw): Who[] =>
  people.cashiers.filter(({ login }) => openTillOf(books, login) === null)

function payment(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const atWork = working(draw)
  if (atWork.length === 0) return null
  const who = chance.percent(2) ? chance.oneOf(people.cashiers) : chance.oneOf(atWork)
  return once('a payment', { who, act: customer(books, chance) })
}

/** Customers of whom no two touch the same thing. */
function paymentsAtOnce(draw: Draw): Step | null {
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

function oneBillAtTwoDesks(draw: Draw): Step | null {
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

function samePaymentTwiceAtOnce(draw: Draw): Step | null {
  const { books, chance } = draw
  const atWork = working(draw)
  if (atWork.length === 0) return null
  const part = { who: chance.oneOf(atWork), act: customer(books, chance) }
  return once('the same payment sent twice at once', part, part)
}

function paymentSentAgain(draw: Draw): Step | null {
  const { books, chance } = draw
  const earlier = [...books.payments.values()]
  const atWork = working(draw)
  if (earlier.length === 0 || atWork.length === 0) return null
  const { sent, till } = chance.oneOf(earlier)
  const who = chance.percent(70) ? { login: till.cashier, desk: till.desk } : chance.oneOf(atWork)
  const other = { ...sent, given: (sent.given ?? totalOf(books, sent.lines)) + 1n }
  return once('an old payment sent again', { who, act: chance.percent(30) ? other : sent })
}

/** A price that the head agrees to; sometimes to another one, sometimes nobody who may was asked. */
function anotherPrice(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const atWork = working(draw)
  const priced = books.services.filter(service => !service.open && !service.needsPayer)
  if (atWork.length === 0 || priced.length === 0) return null
  const who = chance.oneOf(atWork)
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

const open = (chance: Chance, left: bigint): Act => ({
  act: 'tills.open',
  tillId: randomUUIDv7(),
  float: chance.oneOf([left, left, 5_000n, 10_000n, BigInt(chance.between(0, 30_000))]),
})

function opening(draw: Draw): Step | null {
  const { books, chance } = draw
  const free = idle(draw)
  if (free.length === 0) return null
  const who = chance.oneOf(free)
  return once('a till is opened', { who, act: open(chance, books.desks.get(who.desk)!.left) })
}

function openingAgain(draw: Draw): Step | null {
  const atWork = working(draw)
  if (atWork.length === 0) return null
  const who = draw.chance.oneOf(atWork)
  const till = openTillOf(draw.books, who.login)!
  const act: Act = { act: 'tills.open', tillId: till.id, float: till.float }
  return once('an opening is sent again', { who, act: draw.chance.percent(50) ? act : open(draw.chance, 0n) })
}

function twoOpenOneDesk(draw: Draw): Step | null {
  const { books, chance } = draw
  const free = idle(draw)
  const pairs = free.flatMap(one =>
    free.filter(two => two.desk === one.desk && two.login > one.login).map(two => [one, two]),
  )
  if (pairs.length === 0) return null
  const parts = chance.oneOf(pairs).map(who => ({ who, act: open(chance, books.desks.get(who.desk)!.left) }))
  return once('two open one desk at once', ...parts)
}

/** What a cashier counts: mostly what is there; a difference is mostly explained. */
function count(till: Till, chance: Chance): Act {
  const there = cashIn(till)
  const wrong = chance.percent(25) ? BigInt(chance.between(-300, 300)) : 0n
  const counted = there + wrong < 0n ? 0n : there + wrong
  const reason = counted !== there && chance.percent(80) ? 'грешка при връщане на ресто' : null
  const left = chance.oneOf([
    0n,
    counted < 5_000n ? counted : 5_000n,
    counted,
    counted + (chance.percent(10) ? 1n : 0n),
  ])
  return { act: 'tills.close', tillId: till.id, counted, reason, left }
}

function closing(draw: Draw): Step | null {
  const { books, chance } = draw
  const atWork = working(draw)
  if (atWork.length === 0) return null
  const who = chance.oneOf(atWork)
  return once('a till is closed', { who, act: count(openTillOf(books, who.login)!, chance) })
}

function closingByHead(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const atWork = working(draw)
  if (atWork.length === 0) return null
  const act = count(openTillOf(books, chance.oneOf(atWork).login)!, chance)
  const reason = chance.percent(80) ? 'касиерът е в болнични' : null
  return once('a head closes a till', { who: people.head, act: { ...act, reason } as Act })
}

function closingWhilePaying(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const atWork = working(draw)
  if (atWork.length === 0) return null
  const who = chance.oneOf(atWork)
  const counted = cashIn(openTillOf(books, who.login)!)
  const tillId = openTillOf(books, who.login)!.id
  const close: Act = { act: 'tills.close', tillId, counted, reason: 'касиерът е в болнични', left: 0n }
  return once(
    'a head closes a till that takes a payment',
    { who, act: customer(books, chance) },
    { who: people.head, act: close },
  )
}
