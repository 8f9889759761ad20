import { isDeepStrictEqual } from 'node:util'
import type { OtherTender, PaidLine } from '../acts.ts'
import {
  again,
  type Books,
  deskOf,
  type Expected,
  logged,
  nextNumber,
  no,
  openTillOf,
  type Pay,
  paper,
  takeNumber,
  type Who,
} from './books.ts'

/** From 5 112,92 € on cash is not taken: 10 000 leva at 1,95583. */
const CASH_LIMIT = 511_292n

export function expectPayment(books: Books, who: Who, pay: Pay): Expected {
  const { paymentId, others, payerId } = pay
  const earlier = books.payments.get(paymentId)
  if (earlier) return isDeepStrictEqual(earlier.sent, pay) ? again(earlier.answer) : no('payment.id_reused')
  const till = openTillOf(books, who.login)
  const refused =
    whyNotBills(books, pay.lines) ??
    (till?.desk === who.desk ? null : 'till.not_open') ??
    (pay.lines.length === 0 ? 'payment.empty' : null) ??
    pay.lines.map(line => whyNotLine(books, line)).find(why => why !== null) ??
    whyNotMoney(books, pay)
  if (refused || !till) return no(refused ?? 'till.not_open')
  const total = totalOf(books, pay.lines)
  const cash = total - sum(others.map(other => other.amount))
  const payer = payerId === null ? null : books.payers.get(payerId)
  const desk = deskOf(books, who.desk)
  const change = (pay.given ?? cash) - cash
  const done = {
    receiptNumber: nextNumber(books, desk, 'receipt'),
    total: `${total}`,
    change: `${change}`,
    payer: payer?.name ?? null,
  }
  return {
    done,
    write: () => {
      takeNumber(desk, 'receipt')
      till.taken += cash
      till.payments++
      for (const other of others) till.others[other.tender] += other.amount
      if (payer) payer.cash += cash
      const bills = pay.lines.flatMap(line => ('billId' in line ? [line.billId] : []))
      for (const id of bills) books.bills.get(id)!.state = 'paid'
      for (const other of others) if (other.tender === 'card') chargeCard(books, other)
      books.payments.set(paymentId, {
        id: paymentId,
        till,
        sent: pay,
        total,
        cash,
        others: others.length > 0,
        payerId,
        bills,
        answer: done,
        reversed: false,
      })
      return {
        payments: [
          {
            id: paymentId,
            till: till.id,
            receipt: done.receiptNumber,
            total: `${total}`,
            payer: payer?.name ?? null,
            lines: pay.lines.map(line => shownLine(books, line)).join('; '),
            tenders: tendersOf(pay, cash, change).join('; '),
          },
        ],
        papers: paper(desk.number, 'receipt', paymentId),
        logbook: logged(who, 'payments.take', paymentId),
      }
    },
  }
}

function whyNotBills(books: Books, lines: PaidLine[]): string | null {
  const seen = new Set<string>()
  for (const line of lines) {
    if (!('billId' in line)) continue
    const bill = books.bills.get(line.billId)
    if (!bill) return 'bill.unknown'
    if (seen.has(bill.id)) return 'bill.twice'
    if (bill.state !== 'open') return bill.state === 'paid' ? 'bill.paid' : 'bill.withdrawn'
    seen.add(bill.id)
  }
  return null
}

function whyNotLine(books: Books, line: PaidLine): string | null {
  if ('billId' in line) return null
  const service = serviceOf(books, line.serviceId)
  if (line.override || service.open) return line.price > 0n ? null : 'service.needs_amount'
  return publishedFee(books, line) === line.price ? null : 'service.price_changed'
}

function whyNotMoney(books: Books, { paymentId, lines, given, others, payerId }: Pay): string | null {
  if (payerId === null && lines.some(line => needsPayer(books, line))) return 'payment.payer_needed'
  const cash = totalOf(books, lines) - sum(others.map(other => other.amount))
  if (cash < 0n) return 'tender.too_much'
  if (given !== null && given > 0n && cash === 0n) return 'tender.no_cash_due'
  if (given !== null && given < cash) return 'payment.too_little_cash'
  if (cash >= CASH_LIMIT) return 'payment.cash_limit'
  const before = payerId === null ? 0n : books.payers.get(payerId)!.cash
  if (cash > 0n && cash + before >= CASH_LIMIT) return 'payment.cash_limit_split'
  const unconfirmed = lines.some(
    line => !('billId' in line) && line.override && !isConfirmed(books, paymentId, line),
  )
  if (unconfirmed) return 'confirmation.missing'
  const used = others.some(other => other.tender === 'card' && books.slips.has(slipOf(other)))
  return used ? 'payment.card_slip_used' : null
}

function isConfirmed(books: Books, paymentId: string, line: Exclude<PaidLine, { billId: string }>): boolean {
  const given = books.confirmations.get(line.override?.confirmationId ?? '')
  return (
    given?.of === 'payments.override' &&
    given.subjectId === paymentId &&
    given.what === `${line.serviceId}:${line.speed}:${line.price}`
  )
}

const sum = (amounts: bigint[]): bigint => amounts.reduce((all, amount) => all + amount, 0n)

export const totalOf = (books: Books, lines: PaidLine[]): bigint =>
  sum(
    lines.map(line =>
      'billId' in line ? books.bills.get(line.billId)!.amount : line.price * BigInt(line.quantity),
    ),
  )

export function serviceOf(books: Books, id: string) {
  const service = books.services.find(known => known.id === id)
  if (!service) throw new Error(`no service ${id}`)
  return service
}

const publishedFee = (books: Books, line: Exclude<PaidLine, { billId: string }>): bigint | null =>
  serviceOf(books, line.serviceId).fees.find(({ speed }) => speed === line.speed)?.fee ?? null

function chargeCard({ slips, terminals }: Books, card: Extract<OtherTender, { tender: 'card' }>): void {
  slips.add(slipOf(card))
  const { paid, returned } = terminals.get(card.terminal) ?? { paid: 0n, returned: 0n }
  terminals.set(card.terminal, { paid: paid + card.amount, returned })
}

const needsPayer = (books: Books, line: PaidLine): boolean =>
  'billId' in line ? books.bills.get(line.billId)!.needsPayer : serviceOf(books, line.serviceId).needsPayer

const slipOf = ({ terminal, rrn }: { terminal: string; rrn: string }): string => `${terminal} ${rrn}`

function shownLine(books: Books, line: PaidLine): string {
  if ('billId' in line) return `${line.billId} normal 1 x ${books.bills.get(line.billId)!.amount}`
  return `${line.serviceId} ${line.speed} ${line.quantity} x ${line.price}`
}

function tendersOf({ others }: Pay, cash: bigint, change: bigint): string[] {
  const shown = others.map(({ tender, amount }) => `${tender} ${amount} of ${amount} back 0`)
  return cash > 0n ? [...shown, `cash ${cash} of ${cash + change} back ${change}`] : shown
}
