import type { Act } from '../acts.ts'
import {
  again,
  type Books,
  deskOf,
  type Expected,
  logged,
  nextNumber,
  no,
  paper,
  takeNumber,
  type Who,
} from './books.ts'

type Deposit = Extract<Act, { act: 'books.deposit' }>
type Match = Extract<Act, { act: 'books.match_terminal' }>

const MAY = ['cashier', 'head']

/** The money of closed tills on its way to the bank. */
export function expectDeposit(books: Books, who: Who, act: Deposit): Expected {
  const post = books.posts.get(who.login) ?? ''
  if (!MAY.includes(post)) return no('authority.denied')
  if (act.tillIds.length === 0) return no('deposit.empty')
  const earlier = books.deposits.get(act.id)
  if (earlier) return again(earlier)
  const closings = [...books.closings.values()].filter(
    ({ till, handedOver }) => act.tillIds.includes(till.id) && handedOver > 0n,
  )
  if (closings.length < act.tillIds.length) return no('deposit.till_unknown')
  for (const { till, deposited } of closings) {
    if (post === 'cashier' && till.cashier !== who.login) return no('deposit.till_of_other')
    if (deposited) return no('deposit.till_taken')
  }
  const amount = closings.reduce((sum, { handedOver }) => sum + handedOver, 0n)
  if (sumOf(act.money) !== amount) return no('deposit.count_differs')
  const desk = deskOf(books, who.desk)
  const done = { number: nextNumber(books, desk, 'deposit'), amount: `${amount}` }
  return {
    done,
    write: () => {
      takeNumber(desk, 'deposit')
      for (const closing of closings) closing.deposited = true
      books.deposits.set(act.id, done)
      const tills = act.tillIds.toSorted().join(' ')
      return {
        deposits: [{ id: act.id, ...done, by: who.login, tills }],
        papers: paper(desk.number, 'deposit', act.id),
        logbook: logged(who, 'books.deposit', act.id),
      }
    },
  }
}

/** The end of day of a card terminal beside what the receipts say. */
export function expectTerminal(books: Books, who: Who, { id, terminal, stated, reason }: Match): Expected {
  if (!MAY.includes(books.posts.get(who.login) ?? '')) return no('authority.denied')
  const moved = books.terminals.get(terminal)
  if (!moved) return no('terminal.unknown')
  const done = { paid: `${moved.paid}`, returned: `${moved.returned}` }
  if (books.slipsMatched.has(id)) return again(done)
  const expected = moved.paid - moved.returned
  if (stated !== expected && (reason?.length ?? 0) < 3) return no('terminal.difference_needs_reason')
  return {
    done,
    write: () => {
      books.slipsMatched.add(id)
      return {
        terminals: [{ id, terminal, stated: `${stated}`, expected: `${expected}`, reason }],
        logbook: logged(who, 'books.match_terminal', id),
      }
    },
  }
}

export const sumOf = (money: Record<string, number>): bigint =>
  Object.entries(money).reduce((sum, [value, pieces]) => sum + BigInt(value) * BigInt(pieces), 0n)
