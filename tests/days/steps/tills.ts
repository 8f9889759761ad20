import { randomUUIDv7 } from 'node:crypto'
import type { Act } from '../acts.ts'
import { customer } from '../customers.ts'
import { cashIn, openTillOf, type Till } from '../expected/books.ts'
import type { Chance } from '../seeded.ts'
import { cashierAtWork, type Draw, idle, inNotes, once, type Step } from './step.ts'

const open = (chance: Chance, left: bigint): Act => ({
  act: 'tills.open',
  tillId: randomUUIDv7(),
  float: chance.oneOf([left, left, 5_000n, 10_000n, BigInt(chance.between(0, 30_000))]),
})

export function opening(draw: Draw): Step | null {
  const { books, chance } = draw
  const all = idle(draw)
  const free = all.filter(({ desk }) => books.desks.get(desk)!.till === null)
  const from = chance.percent(10) ? all : free
  if (from.length === 0) return null
  const who = chance.oneOf(from)
  return once('a till is opened', { who, act: open(chance, books.desks.get(who.desk)!.left) })
}

export function openingAgain(draw: Draw): Step | null {
  const who = cashierAtWork(draw)
  if (!who) return null
  const till = openTillOf(draw.books, who.login)!
  const again: Act = { act: 'tills.open', tillId: till.id, float: till.float }
  const act = draw.chance.percent(50) ? again : open(draw.chance, 0n)
  return once('an opening is sent again', { who, act })
}

export function twoOpenOneDesk(draw: Draw): Step | null {
  const { books, chance } = draw
  const free = idle(draw)
  const pairs = free.flatMap(one =>
    free.filter(two => two.desk === one.desk && two.login > one.login).map(two => [one, two]),
  )
  if (pairs.length === 0) return null
  const parts = chance.oneOf(pairs).map(who => ({ who, act: open(chance, books.desks.get(who.desk)!.left) }))
  return once('two open one desk at once', ...parts)
}

type Close = Extract<Act, { act: 'tills.close' }>

/** What a cashier counts: mostly what is there; a difference is mostly explained. */
function count(till: Till, chance: Chance): Close {
  const there = cashIn(till)
  const wrong = chance.percent(25) ? BigInt(chance.between(-300, 300)) : 0n
  const counted = there + wrong < 0n ? 0n : there + wrong
  const reason = counted !== there && chance.percent(80) ? 'грешка при връщане на ресто' : null
  const beyond = chance.percent(10) ? 1n : 0n
  const left = chance.oneOf([0n, counted < 5_000n ? counted : 5_000n, counted, counted + beyond])
  const countedMoney = chance.percent(50) ? inNotes(chance.percent(5) ? counted + 1n : counted) : null
  const expected = chance.percent(50) ? there + (chance.percent(5) ? 100n : 0n) : null
  return { act: 'tills.close', tillId: till.id, counted, countedMoney, expected, reason, left }
}

export function closing(draw: Draw): Step | null {
  const who = cashierAtWork(draw)
  return who && once('a till is closed', { who, act: count(openTillOf(draw.books, who.login)!, draw.chance) })
}

export function closingByHead(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const who = cashierAtWork(draw)
  if (!who) return null
  const reason = chance.percent(80) ? 'касиерът е в болнични' : null
  const act = { ...count(openTillOf(books, who.login)!, chance), reason }
  return once('a head closes a till', { who: people.head, act })
}

export function closingWhilePaying(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const who = cashierAtWork(draw)
  if (!who) return null
  const till = openTillOf(books, who.login)!
  const close: Close = {
    act: 'tills.close',
    tillId: till.id,
    counted: cashIn(till),
    countedMoney: null,
    expected: chance.percent(50) ? cashIn(till) : null,
    reason: 'касиерът е в болнични',
    left: 0n,
  }
  const act = chance.percent(70) ? customer(books, chance) : move(chance, till)
  return once('a head closes a till that is worked with', { who, act }, { who: people.head, act: close })
}

function move(chance: Chance, till: Till): Act {
  const kind = chance.oneOf(['pay_in', 'pay_out', 'pay_out', 'no_sale'] as const)
  const most = cashIn(till) + (chance.percent(5) ? 1n : 0n)
  const some = BigInt(chance.between(chance.percent(3) ? 0 : 1, 20_000))
  const amount = kind === 'pay_out' && (some > most || chance.percent(3)) ? most : some
  const counterparty = kind === 'no_sale' ? null : 'Касиер главна каса'
  const reason = chance.percent(3) ? 'а' : 'захранване и теглене'
  return { act: 'tills.move_cash', id: randomUUIDv7(), kind, amount, reason, counterparty }
}

export function movement(draw: Draw): Step | null {
  const who = cashierAtWork(draw)
  const till = who && openTillOf(draw.books, who.login)
  return who && till && once('cash is moved', { who, act: move(draw.chance, till) })
}

/** The X of a till, on the screen or on paper: one's own, somebody else's, a closed one's. */
export function report(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const open = cashierAtWork(draw)
  const closed = [...books.closings.keys()]
  if (!open) return null
  const isClosed = chance.percent(25) && closed.length > 0
  const tillId = isClosed ? chance.oneOf(closed) : openTillOf(books, open.login)!.id
  const who = chance.oneOf([open, open, people.head, chance.oneOf(people.cashiers)])
  const onPaper = chance.percent(40)
  const act: Act = onPaper
    ? { act: 'tills.print_report', id: randomUUIDv7(), tillId }
    : { act: 'tills.see', tillId }
  return once('a till report', { who, act })
}
