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
  tillWithId,
  voucher,
  type Who,
} from './books.ts'

type Move = Extract<Act, { act: 'tills.move_cash' }>

/** Cash that comes into the drawer or leaves it without a payment, and the drawer opened for nothing. */
export function expectMovement(books: Books, who: Who, act: Move): Expected {
  if (books.posts.get(who.login) !== 'cashier') return no('authority.denied')
  const { id, kind, reason, counterparty } = act
  const earlier = books.movements.get(id)
  if (earlier) return again(earlier)
  const till = openTillOf(books, who.login)
  if (till?.desk !== who.desk) return no('till.not_open')
  const amount = kind === 'no_sale' ? 0n : act.amount
  if (kind !== 'no_sale' && amount <= 0n) return no('amount.zero')
  if (reason.length < 3) return no('movement.needs_reason')
  if (kind === 'pay_out' && amount > cashIn(till)) return no('till.too_little_cash')
  const desk = deskOf(books, who.desk)
  const direction = kind === 'pay_in' ? 'in' : 'out'
  const done = {
    kind,
    amount: `${amount}`,
    voucher: kind === 'no_sale' ? null : nextNumber(books, desk, `cash_${direction}`),
  }
  return {
    done,
    write: () => {
      if (kind === 'pay_in') till.paidIn += amount
      else till.paidOut += amount
      books.movements.set(id, done)
      return {
        movements: [{ id, till: till.id, kind, amount: `${amount}`, reason, counterparty }],
        vouchers: voucher(desk, 'movement', id, kind === 'pay_in' ? amount : -amount),
        papers: paper(desk.number, kind === 'no_sale' ? 'no-sale' : `cash-${direction}-voucher`, id),
        logbook: logged(who, 'tills.move_cash', id),
      }
    },
  }
}

/** The X of an open till: a cashier's own, for a head any. */
export function expectReport(books: Books, who: Who, { tillId }: { tillId: string }): Expected {
  const till = seenBy(books, who, tillId)
  return till ? again(sumsOf(till)) : no('till.not_open')
}

export function expectReportPrinted(
  books: Books,
  who: Who,
  { id, tillId }: { id: string; tillId: string },
): Expected {
  if (!seenBy(books, who, tillId)) return no('till.not_open')
  if (books.prints.has(id)) return again({})
  return {
    done: {},
    write: () => {
      books.prints.add(id)
      return { papers: paper(who.desk, 'x-report', null), logbook: logged(who, 'tills.print_report', tillId) }
    },
  }
}

function seenBy(books: Books, who: Who, tillId: string): Till | null {
  const till = tillWithId(books, tillId) ?? books.closings.get(tillId)?.till ?? null
  return books.posts.get(who.login) === 'head' || till?.cashier === who.login ? till : null
}

function sumsOf(till: Till) {
  const { float, taken, returned, paidIn, paidOut, payments, reversals, others } = till
  const tenders = Object.entries({ cash: taken, ...others }).filter(([, amount]) => amount > 0n)
  return {
    openingFloat: `${float}`,
    cashTaken: `${taken}`,
    cashReturned: `${returned}`,
    paidIn: `${paidIn}`,
    paidOut: `${paidOut}`,
    payments,
    reversals,
    expected: `${cashIn(till)}`,
    tenders: tenders.map(([tender, amount]) => `${tender} ${amount}`).join(', '),
  }
}
