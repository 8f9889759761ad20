import { randomUUIDv7 } from 'node:crypto'
import type { Act } from '../acts.ts'
import { cashIn, openTillOf, type Payment, type Who } from '../expected/books.ts'
import { cashierAtWork, type Draw, once, type Part, type Step, working } from './step.ts'

const confirmation = (paymentId: string, id: string): Act => ({
  act: 'confirm',
  id,
  of: 'reversals.make',
  subjectId: paymentId,
  what: '',
})

function reverse(draw: Draw, payment: Payment, confirmationId: string): Act {
  const { chance } = draw
  const refundReference = payment.others && !chance.percent(4) ? 'СТ 0042' : null
  const reason = chance.percent(3) ? ' ' : 'сбъркана услуга'
  return {
    act: 'reversals.make',
    reversalId: randomUUIDv7(),
    paymentId: payment.id,
    reason: reason.trim(),
    confirmationId,
    refundReference,
  }
}

/** Mostly one that is not reversed and whose cash lies in the drawer. */
function paymentFor(draw: Draw, who: Who): Payment | null {
  const { books, chance } = draw
  const all = [...books.payments.values()]
  const held = cashIn(openTillOf(books, who.login)!)
  const fit = all.filter(payment => !payment.reversed && payment.cash <= held)
  const from = chance.percent(90) ? fit : all
  return from.length > 0 ? chance.oneOf(from) : null
}

/** Confirmed by a head or another cashier; sometimes by oneself, by nobody, or for another payment. */
export function reversal(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const who = cashierAtWork(draw)
  const payment = who && paymentFor(draw, who)
  if (!who || !payment) return null
  const others = people.cashiers.filter(({ login }) => login !== who.login)
  const how = chance.between(1, 100)
  const by = how <= 60 ? people.head : how <= 90 ? chance.oneOf(others) : who
  const subject = chance.percent(95) ? payment : chance.oneOf([...books.payments.values()])
  const id = randomUUIDv7()
  const act = reverse(draw, payment, chance.percent(96) ? id : randomUUIDv7())
  const phases: Step['phases'] = [
    () => [{ who: by, act: confirmation(subject.id, id) }],
    () => [{ who, act }],
  ]
  return { name: 'a reversal', phases }
}

/** Two cashiers reverse one payment at the same moment. */
export function oneReversalAtTwoDesks(draw: Draw): Step | null {
  const { chance, people } = draw
  const [one, two] = chance.shuffled(working(draw))
  const payment = one && paymentFor(draw, one)
  if (!one || !two || !payment) return null
  const ids = [randomUUIDv7(), randomUUIDv7()] as const
  const confirmed = (): Part[] => ids.map(id => ({ who: people.head, act: confirmation(payment.id, id) }))
  const both = (): Part[] => [
    { who: one, act: reverse(draw, payment, ids[0]) },
    { who: two, act: reverse(draw, payment, ids[1]) },
  ]
  return { name: 'one payment reversed at two desks', phases: [confirmed, both] }
}

/** A payment of bills goes back, and somebody pays one of its bills again. */
export function billPaidAgain(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const who = cashierAtWork(draw)
  if (!who) return null
  const held = cashIn(openTillOf(books, who.login)!)
  const paid = [...books.payments.values()].filter(
    payment => !payment.reversed && payment.bills.length > 0 && payment.cash <= held,
  )
  if (paid.length === 0) return null
  const payment = chance.oneOf(paid)
  const id = randomUUIDv7()
  const again = (): Part[] => [
    {
      who,
      act: {
        act: 'payments.take',
        paymentId: randomUUIDv7(),
        lines: [{ billId: payment.bills[0]! }],
        given: null,
        others: [],
        payerId: null,
      },
    },
  ]
  return {
    name: 'a bill paid again after its reversal',
    phases: [
      () => [{ who: people.head, act: confirmation(payment.id, id) }],
      () => [
        {
          who,
          act: { ...reverse(draw, payment, id), reason: 'чужда сметка', refundReference: 'СТ 1' } as Act,
        },
      ],
      again,
    ],
  }
}

/** Of a paper that came out; at the desk without a printer of one that is still owed. */
export async function duplicate(draw: Draw): Promise<Step | null> {
  const { chance, people } = draw
  const papers = (await draw.papers()).filter(({ state }) => state !== 'unsure')
  if (papers.length === 0) return null
  const { jobId, state, ...of } = chance.oneOf(papers)
  const act = (): Act => ({
    act: 'print.copy',
    id: randomUUIDv7(),
    jobId,
    of: { ...of, isPrinted: state === 'printed' },
  })
  const who = chance.oneOf([...people.cashiers, people.head])
  const two = chance.percent(20) && who !== people.head ? [{ who: people.head, act: act() }] : []
  return once('a duplicate', { who, act: act() }, ...two)
}

/** Somebody looks at the printer and says whether a paper in doubt came out. */
export async function doubt(draw: Draw): Promise<Step | null> {
  const { chance, people } = draw
  const unsure = (await draw.papers()).filter(({ state }) => state === 'unsure')
  if (unsure.length === 0) return null
  const { jobId, desk } = chance.oneOf(unsure)
  const who = people.cashiers.find(cashier => cashier.desk === desk)!
  return once('a paper in doubt', { who, act: { act: 'print.resolve', jobId, cameOut: chance.percent(60) } })
}
