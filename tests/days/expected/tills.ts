import type { Act } from '../acts.ts'
import {
  again,
  type Books,
  cashIn,
  deskOf,
  type Expected,
  logged,
  nextNumber,
  no,
  openTillOf,
  paper,
  type Till,
  takeNumber,
  tillWithId,
  voucher,
  type Who,
} from './books.ts'
import { sumOf } from './deposits.ts'

type Open = Extract<Act, { act: 'tills.open' }>
type Close = Extract<Act, { act: 'tills.close' }>
type Confirm = Extract<Act, { act: 'confirm' }>

export function expectOpening(books: Books, who: Who, { tillId, float }: Open): Expected {
  const mine = openTillOf(books, who.login)
  if (mine?.id === tillId) return again({ id: tillId, desk: mine.desk, expected: `${cashIn(mine)}` })
  if (mine) return no('till.open_elsewhere')
  const desk = deskOf(books, who.desk)
  if (desk.till) return no('till.desk_taken')
  if (books.closings.has(tillId)) return no('till.not_open')
  return {
    done: { id: tillId, desk: desk.number, expected: `${float}` },
    write: () => {
      desk.till = newTill(tillId, desk.number, who.login, float)
      return {
        tills: [{ id: tillId, desk: desk.number, cashier: who.login, float: `${float}` }],
        vouchers: voucher(desk, 'float', tillId, float - desk.left),
        logbook: logged(who, 'tills.open', tillId),
      }
    },
  }
}

const newTill = (id: string, desk: number, cashier: string, float: bigint): Till => ({
  id,
  desk,
  cashier,
  float,
  taken: 0n,
  returned: 0n,
  paidIn: 0n,
  paidOut: 0n,
  payments: 0,
  reversals: 0,
  others: { card: 0n, bank: 0n },
})

export function expectClosing(books: Books, who: Who, act: Close): Expected {
  if (act.countedMoney && sumOf(act.countedMoney) !== act.counted) return no('count.unlike_sum')
  const earlier = books.closings.get(act.tillId)
  if (earlier) return again(earlier.answer)
  const till = tillWithId(books, act.tillId)
  const isHead = books.posts.get(who.login) === 'head'
  if (!till || (till.cashier !== who.login && !isHead)) return no('till.not_open')
  if (act.expected !== null && act.expected !== cashIn(till)) return no('till.moved_meanwhile')
  const difference = act.counted - cashIn(till)
  const explained = (act.reason?.length ?? 0) >= 3
  if (till.cashier !== who.login && !explained) return no('till.forced_needs_reason')
  if (difference !== 0n && !explained) return no('till.difference_needs_reason')
  if (act.left > act.counted) return no('till.left_not_counted')
  return closing(books, who, act, till, difference)
}

function closing(books: Books, who: Who, act: Close, till: Till, difference: bigint): Expected {
  const desk = deskOf(books, till.desk)
  const done = {
    number: nextNumber(books, desk, 'z'),
    expected: `${cashIn(till)}`,
    counted: `${act.counted}`,
    difference: `${difference}`,
    left: `${act.left}`,
  }
  return {
    done,
    write: () => {
      takeNumber(desk, 'z')
      desk.till = null
      desk.left = act.left
      const handedOver = act.counted - act.left
      books.closings.set(till.id, { till, answer: done, handedOver, deposited: false })
      return {
        closings: [{ till: till.id, desk: desk.number, ...done }],
        vouchers: [
          ...voucher(desk, 'takings', till.id, till.taken - till.returned),
          ...voucher(desk, 'difference', till.id, difference),
          ...voucher(desk, 'handed_over', till.id, act.left - act.counted),
        ],
        papers: paper(desk.number, 'till-closing', till.id),
        logbook: logged(who, 'tills.close', till.id),
      }
    },
  }
}

/** A second person's yes: a head to all, a cashier to reversals. */
export function expectConfirmation(books: Books, who: Who, act: Confirm): Expected {
  const post = books.posts.get(who.login)
  if (post !== 'head' && !(post === 'cashier' && act.of === 'reversals.make')) return no('authority.denied')
  if (books.confirmations.has(act.id)) return again({})
  return {
    done: {},
    write: () => {
      const { id, of, subjectId, what } = act
      books.confirmations.set(id, { by: who.login, of, subjectId, what })
      const logs = of === 'reversals.make' ? 'reversals.confirm' : 'overrides.confirm'
      return {
        confirmations: [{ id, by: who.login, of, subjectId, what }],
        logbook: logged(who, logs, subjectId),
      }
    },
  }
}
