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
  type Payment,
  paper,
  type Till,
  takeNumber,
  type Who,
} from './books.ts'

type Reverse = Extract<Act, { act: 'reversals.make' }>

export function expectReversal(books: Books, who: Who, act: Reverse): Expected {
  if (books.posts.get(who.login) !== 'cashier') return no('authority.denied')
  const earlier = books.reversals.get(act.reversalId)
  if (earlier) return earlier.paymentId === act.paymentId ? again(earlier.answer) : no('reversal.id_reused')
  const till = openTillOf(books, who.login)
  if (till?.desk !== who.desk) return no('till.not_open')
  const payment = books.payments.get(act.paymentId)
  if (!payment) return no('receipt.unknown')
  const why = whyNot(books, who, act, payment, till)
  return why ? no(why) : reversing(books, who, act, payment, till)
}

function whyNot(books: Books, who: Who, act: Reverse, payment: Payment, till: Till): string | null {
  if (payment.reversed) return 'reversal.done'
  if (act.reason.length < 3) return 'reversal.needs_reason'
  if (payment.others && (act.refundReference?.length ?? 0) < 2) return 'reversal.needs_reference'
  const given = books.confirmations.get(act.confirmationId)
  if (given?.of !== 'reversals.make' || given.subjectId !== payment.id) return 'confirmation.missing'
  if (given.by === who.login) return 'confirmation.same_person'
  return payment.cash > cashIn(till) ? 'till.too_little_cash' : null
}

function reversing(books: Books, who: Who, act: Reverse, payment: Payment, till: Till): Expected {
  const desk = deskOf(books, who.desk)
  const done = {
    number: nextNumber(books, desk, 'reversal'),
    receiptNumber: payment.answer['receiptNumber'] ?? null,
    total: `${payment.total}`,
  }
  return {
    done,
    write: () => {
      takeNumber(desk, 'reversal')
      till.returned += payment.cash
      till.reversals++
      payment.reversed = true
      const payer = payment.payerId === null ? null : books.payers.get(payment.payerId)
      if (payer) payer.cash -= payment.cash
      for (const other of payment.sent.others)
        if (other.tender === 'card') books.terminals.get(other.terminal)!.returned += other.amount
      for (const id of payment.bills) books.bills.get(id)!.state = 'open'
      books.reversals.set(act.reversalId, { paymentId: payment.id, answer: done })
      return {
        reversals: [
          {
            id: act.reversalId,
            payment: payment.id,
            till: till.id,
            number: done.number,
            reason: act.reason,
            confirmation: act.confirmationId,
            refund: act.refundReference,
          },
        ],
        papers: paper(desk.number, 'reversal', payment.id),
        logbook: logged(who, 'reversals.make', payment.id),
      }
    },
  }
}
