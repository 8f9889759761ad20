import { dropBasket } from '../../office/baskets/drop-basket.ts'
import { holdBasket } from '../../office/baskets/hold-basket.ts'
import { recallBasket } from '../../office/baskets/recall-basket.ts'
import { issueBill } from '../../office/bills/issue-bill.ts'
import { withdrawBill } from '../../office/bills/withdraw-bill.ts'
import { makeDeposit } from '../../office/books/make-deposit.ts'
import { matchTerminal } from '../../office/books/match-terminal.ts'
import { seeCashBook } from '../../office/books/see-cash-book.ts'
import { giveConfirmation } from '../../office/confirmations/give-confirmation.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import { printCopy } from '../../office/print/print-copy.ts'
import { resolveJob } from '../../office/print/resolve-job.ts'
import { makeReversal } from '../../office/reversals/make-reversal.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { moveCash } from '../../office/tills/move-cash.ts'
import { openTill } from '../../office/tills/open-till.ts'
import { printXReport } from '../../office/tills/print-x-report.ts'
import { tillReport } from '../../office/tills/till-report.ts'
import { cents } from '../../rules/money.ts'
import { Refusal } from '../../rules/refusal.ts'
import { answerInRegistry, type RegistryAct } from './registry-acts.ts'

export type Speed = 'normal' | 'fast' | 'express'

export type PaidLine =
  | {
      serviceId: string
      speed: Speed
      quantity: number
      price: bigint
      override?: { reason: string; confirmationId: string }
    }
  | { billId: string }

export type OtherTender =
  | {
      tender: 'card'
      amount: bigint
      terminal: string
      authorisation: string
      rrn: string
      cardTail: string
    }
  | { tender: 'bank'; amount: bigint; reference: string }

/** What somebody does at the town hall, with all that a door would send. */
export type Act = CashAct | RegistryAct

type CashAct =
  | { act: 'tills.open'; tillId: string; float: bigint }
  | {
      act: 'payments.take'
      paymentId: string
      lines: PaidLine[]
      given: bigint | null
      others: OtherTender[]
      payerId: string | null
    }
  | {
      act: 'confirm'
      id: string
      of: 'reversals.make' | 'payments.override'
      subjectId: string
      what: string
    }
  | {
      act: 'tills.close'
      tillId: string
      counted: bigint
      countedMoney: Record<string, number> | null
      expected: bigint | null
      reason: string | null
      left: bigint
    }
  | {
      act: 'reversals.make'
      reversalId: string
      paymentId: string
      reason: string
      confirmationId: string
      refundReference: string | null
    }
  | {
      act: 'tills.move_cash'
      id: string
      kind: 'pay_in' | 'pay_out' | 'no_sale'
      amount: bigint
      reason: string
      counterparty: string | null
    }
  | { act: 'tills.see'; tillId: string }
  | { act: 'tills.print_report'; id: string; tillId: string }
  | {
      act: 'bills.issue'
      id: string
      number: string
      serviceId: string
      speed: Speed
      quantity: number
      amount: bigint | null
      payerId: string | null
    }
  | { act: 'bills.withdraw'; billId: string; reason: string }
  | {
      act: 'books.deposit'
      id: string
      tillIds: string[]
      money: Record<string, number>
      note: string | null
    }
  | { act: 'books.match_terminal'; id: string; terminal: string; stated: bigint; reason: string | null }
  | { act: 'books.see'; desk: number }
  | { act: 'baskets.hold'; id: string; label: string; lines: PaidLine[]; payerId: string | null }
  | { act: 'baskets.recall'; id: string }
  | { act: 'baskets.drop'; id: string }
  | { act: 'print.copy'; id: string; jobId: string; of: Paper }
  | { act: 'print.resolve'; jobId: string; cameOut: boolean }

/** A paper that may be copied or asked about, as it was seen before the act. */
export type Paper = { desk: number; kind: string; subjectId: string; isPrinted: boolean }

/** What the office answered, amounts as text. */
export type Answer = Record<string, string | number | null>

export type Outcome = { done: Answer } | { refused: string }

/** Does it as this person; a designed "no" is an answer too. */
export async function perform(session: Session, act: Act): Promise<Outcome> {
  try {
    return { done: await answerTo(session, act) }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code }
    throw error
  }
}

async function answerTo(session: Session, act: Act): Promise<Answer> {
  const ctx = session.ctx()
  switch (act.act) {
    case 'tills.open': {
      const till = await openTill(ctx, { tillId: act.tillId, openingFloat: act.float })
      return told({ id: till.id, desk: till.desk, expected: till.expected })
    }
    case 'payments.take': {
      const { receiptNumber, total, change, payer } = await takePayment(ctx, act)
      return told({ receiptNumber, total, change, payer })
    }
    case 'confirm': {
      const { id, of, subjectId, what } = act
      await giveConfirmation(ctx, { id, act: of, subjectId, what })
      return {}
    }
    case 'tills.close': {
      const { number, expected, counted, difference, left } = await closeTill(ctx, act)
      return told({ number, expected, counted, difference, left })
    }
    case 'reversals.make': {
      const { number, receiptNumber, total } = await makeReversal(ctx, act)
      return told({ number, receiptNumber, total })
    }
    case 'tills.move_cash': {
      const { kind, amount, voucher } = await moveCash(ctx, act)
      return told({ kind, amount, voucher })
    }
    case 'tills.see': {
      const { sums, tenders } = await tillReport(ctx, act.tillId)
      return told({ ...sums, tenders: tenders.map(({ tender, amount }) => `${tender} ${amount}`).join(', ') })
    }
    case 'tills.print_report': {
      await printXReport(ctx, act)
      return {}
    }
    case 'bills.issue': {
      const { id, number, amount, payerId, serviceId, speed, quantity } = act
      const subject = { serviceId, speed, quantity }
      const bill = await issueBill(ctx, {
        id,
        kind: 'request',
        number,
        subject,
        amount,
        payerId,
        dueOn: null,
      })
      return told({ number: bill.number, amount: bill.amount })
    }
    case 'bills.withdraw':
      return told({ isOpen: `${(await withdrawBill(ctx, act)).isOpen}` })
    case 'books.deposit': {
      const { number, amount } = await makeDeposit(ctx, act)
      return told({ number, amount })
    }
    case 'books.match_terminal': {
      const { paid, returned } = await matchTerminal(ctx, { ...act, day: ctx.today })
      return told({ paid, returned })
    }
    case 'books.see': {
      const pages = await seeCashBook(ctx, { from: ctx.today, to: ctx.today }, act.desk)
      return told({ closing: pages[0]?.closing ?? null })
    }
    case 'baskets.hold': {
      const { id, label, payerId } = act
      await holdBasket(ctx, {
        id,
        label,
        basket: { paymentId: id, payerId, paidBy: null, lines: keptLines(act.lines) },
      })
      return {}
    }
    case 'baskets.recall': {
      const { lines, lost, payer } = await recallBasket(ctx, act)
      return told({ lines: lines.length, lost, payer: payer?.name ?? null })
    }
    case 'baskets.drop':
      await dropBasket(ctx, { id: act.id, why: 'dropped' })
      return {}
    case 'print.copy':
      return told({ copy: (await printCopy(ctx, act)).copy })
    case 'print.resolve':
      return told(await resolveJob(ctx, act))
    default:
      return answerInRegistry(ctx, act)
  }
}

const keptLines = (lines: PaidLine[]) =>
  lines.map(line => ('billId' in line ? line : { ...line, price: cents(line.price) }))

/** Amounts as text, so that an answer is the same through any line. */
const told = (answer: Record<string, string | number | bigint | null>): Answer =>
  Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, typeof value === 'bigint' ? `${value}` : value]),
  )

/** One line of text, amounts whole: how an act and its outcome travel between programs. */
export const asLine = (said: unknown): string =>
  JSON.stringify(said, (_, value: unknown) => (typeof value === 'bigint' ? { cents: `${value}` } : value))

export const ofLine = (line: string): unknown =>
  JSON.parse(line, (_, value: { cents?: unknown } | null) =>
    typeof value === 'object' && typeof value?.cents === 'string' ? BigInt(value.cents) : value,
  )
