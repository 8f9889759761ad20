import { showDay, showMoment } from '../dates.ts'
import type { HandedTill } from '../deposits.ts'
import type { Lang } from '../languages.ts'
import { type Cents, cents, sumCents } from '../money.ts'
import type { PaperTexts } from '../papers/texts.ts'
import { type TerminalDay, terminalExpected, terminalState } from '../terminals.ts'
import { type BookTown, emptyRow, issuer, money, periodText, text } from './books.ts'
import type { Period } from './periods.ts'
import type { Column, Table } from './table.ts'

export type ListedDeposit = {
  number: string
  madeAt: Temporal.Instant
  madeBy: string
  amount: Cents
  note: string | null
  tills: readonly string[]
}

/** What was handed over to the bank, newest first. */
export function depositsTable(
  deposits: readonly ListedDeposit[],
  town: BookTown,
  texts: PaperTexts,
  lang: Lang,
): Table {
  const { deposit: words } = texts.books
  const columns = [
    text('number', words.column.number),
    text('madeAt', words.column.madeAt),
    text('madeBy', words.column.madeBy),
    text('tills', words.column.tills),
    text('note', words.column.note),
    money('amount', words.column.amount),
  ]
  return {
    name: 'deposits',
    title: words.list.title,
    subtitle: [issuer(town, texts, lang)],
    columns,
    rows: deposits.map(({ number, madeAt, madeBy, tills, note, amount }) => ({
      number,
      madeAt: showMoment(madeAt, lang).slice(0, -3),
      madeBy,
      tills: tills.join(', '),
      note,
      amount,
    })),
    totals: {
      ...emptyRow(columns),
      number: texts.books.cashBook.total,
      amount: sumCents(deposits.map(one => one.amount)),
    },
  }
}

/** Closed tills whose money waits to be handed over, the oldest first. */
export function waitingTable(
  tills: readonly HandedTill[],
  town: BookTown,
  texts: PaperTexts,
  lang: Lang,
): Table {
  const { deposit: words } = texts.books
  const columns = [
    text('number', 'Z'),
    text('desk', words.column.desk),
    text('cashier', words.column.cashier),
    text('closedAt', words.column.closedAt),
    money('amount', words.column.amount),
  ]
  return {
    name: 'waiting-tills',
    title: words.list.waiting,
    subtitle: [issuer(town, texts, lang)],
    columns,
    rows: tills.map(till => ({
      number: till.number,
      desk: String(till.desk.number),
      cashier: till.cashier.name,
      closedAt: showMoment(till.closedAt, lang).slice(0, -3),
      amount: till.handedOver,
    })),
    totals: {
      ...emptyRow(columns),
      number: words.total,
      amount: sumCents(tills.map(till => till.handedOver)),
    },
  }
}

/** Card terminals by day, the receipts beside the ends of day. */
export function terminalsTable(
  days: readonly TerminalDay[],
  { from, to }: Period,
  town: BookTown,
  texts: PaperTexts,
  lang: Lang,
): Table {
  const words = texts.books.terminals
  const columns: Column[] = [
    text('day', words.column.day),
    text('terminal', words.column.terminal),
    { key: 'payments', title: words.column.payments, kind: 'count' },
    money('paid', words.column.paid),
    money('returned', words.column.reversed),
    money('expected', words.column.expected),
    money('stated', words.column.stated),
    money('difference', words.column.difference),
    text('state', words.column.state),
    text('reason', words.column.reason),
  ]
  return {
    name: 'terminals',
    title: words.title,
    subtitle: [issuer(town, texts, lang), periodText(from, to, texts.books.cashBook, lang)],
    columns,
    rows: days.map(day => ({
      day: showDay(day.day, lang),
      terminal: day.terminal,
      payments: day.payments,
      paid: day.paid,
      returned: day.returned,
      expected: terminalExpected(day),
      stated: day.report?.stated ?? null,
      difference: day.report && cents(day.report.stated - terminalExpected(day)),
      state: words.state[terminalState(day)],
      reason: day.report?.reason ?? null,
    })),
    totals: {
      ...emptyRow(columns),
      day: words.total,
      payments: days.reduce((sum, day) => sum + day.payments, 0),
      paid: sumCents(days.map(day => day.paid)),
      returned: sumCents(days.map(day => day.returned)),
      expected: sumCents(days.map(terminalExpected)),
      stated: sumCents(days.flatMap(day => day.report?.stated ?? [])),
    },
  }
}
