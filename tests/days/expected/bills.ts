import type { Act } from '../acts.ts'
import { again, type Books, type Expected, logged, no, type Who } from './books.ts'
import { serviceOf } from './payments.ts'

type Issue = Extract<Act, { act: 'bills.issue' }>
type Withdraw = Extract<Act, { act: 'bills.withdraw' }>

const MAY_ISSUE = ['clerk', 'head']

export function expectBill(books: Books, who: Who, act: Issue): Expected {
  if (!MAY_ISSUE.includes(books.posts.get(who.login) ?? '')) return no('authority.denied')
  const earlier = books.bills.get(act.id)
  if (earlier) return again({ number: earlier.number, amount: `${earlier.amount}` })
  if ([...books.bills.values()].some(bill => bill.number === act.number)) return no('bill.number_taken')
  const fee = serviceOf(books, act.serviceId).fees.find(({ speed }) => speed === act.speed)?.fee ?? 0n
  const amount = act.amount ?? fee * BigInt(act.quantity)
  const { needsPayer } = serviceOf(books, act.serviceId)
  const { id, number } = act
  return {
    done: { number, amount: `${amount}` },
    write: () => {
      books.bills.set(id, { id, number, amount, needsPayer, state: 'open', reason: null })
      return {
        bills: [{ id, number, amount: `${amount}`, by: who.login, payer: act.payerId }],
        logbook: logged(who, 'bills.issue', id),
      }
    },
  }
}

export function expectWithdrawal(books: Books, who: Who, { billId, reason }: Withdraw): Expected {
  if (!MAY_ISSUE.includes(books.posts.get(who.login) ?? '')) return no('authority.denied')
  if (reason.length < 3) return no('bill.withdrawal_needs_reason')
  const bill = books.bills.get(billId)
  if (!bill) return no('bill.unknown')
  const done = { isOpen: 'false' }
  if (bill.state === 'withdrawn') return bill.reason === reason ? again(done) : no('bill.withdrawn')
  if (bill.state === 'paid') return no('bill.paid')
  return {
    done,
    write: () => {
      bill.state = 'withdrawn'
      bill.reason = reason
      return { withdrawals: [{ bill: billId, reason }], logbook: logged(who, 'bills.withdraw', billId) }
    },
  }
}
