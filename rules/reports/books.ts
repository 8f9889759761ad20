import { type BookPage, type BookVoucher, pageAgrees } from '../cash-book.ts'
import { dayOf, showDay, showTime } from '../dates.ts'
import type { Lang } from '../languages.ts'
import { sumCents } from '../money.ts'
import type { BookTexts, CashBookTexts } from '../papers/book-texts.ts'
import { stateOfPage } from '../papers/cash-book.ts'
import type { PaperTexts } from '../papers/texts.ts'
import type { Period } from './periods.ts'
import type { Column, Row, Table } from './table.ts'

export type BookTown = { name: Record<Lang, string>; bulstat: string }

/** Columns of a book's table. */
export const text = (key: string, title: string): Column => ({ key, title, kind: 'text' })
export const money = (key: string, title: string): Column => ({ key, title, kind: 'money' })

/** Who keeps the book. */
export const issuer = (town: BookTown, texts: PaperTexts, lang: Lang): string =>
  `${texts.heading.municipality(town.name[lang])}, ${texts.heading.bulstat(town.bulstat)}`

/** One page of a cash book: ПКО in the left column of money, РКО in the right one. */
export function cashBookPageTable(page: BookPage, town: BookTown, texts: PaperTexts, lang: Lang): Table {
  const { cashBook: book } = texts.books
  const columns = [
    text('time', book.column.time),
    text('voucher', book.column.voucher),
    text('ground', book.column.ground),
    text('counterparty', book.column.counterparty),
    money('in', book.column.in),
    money('out', book.column.out),
  ]
  const sum = (ground: string, cells: Row): Row => ({ ...emptyRow(columns), ground, ...cells })
  return {
    name: 'cash-book-page',
    title: book.title,
    subtitle: [
      issuer(town, texts, lang),
      `${texts.heading.desk(page.desk.number)} (${page.desk.name}), ${book.day(showDay(page.day, lang))}`,
      stateOfPage(page, book, lang),
    ],
    columns,
    rows: [
      sum(book.opening, { in: page.opening }),
      ...page.vouchers.map(voucher => ({
        ...emptyRow(columns),
        time: showTime(voucher.issuedAt),
        ...voucherCells(voucher, book),
      })),
      ...(page.vouchers.length === 0 ? [sum(book.noMovement, {})] : []),
      sum(book.turnover, { in: page.cashIn, out: page.cashOut }),
    ],
    totals: sum(book.closing, { in: page.closing }),
  }
}

/** The days of the books, one row each: what a month looks like. */
export function cashBookDaysTable(
  pages: readonly BookPage[],
  { from, to }: Period,
  town: BookTown,
  texts: PaperTexts,
  lang: Lang,
): Table {
  const { cashBook: book } = texts.books
  const columns = [
    text('day', book.column.day),
    text('desk', book.column.desk),
    money('opening', book.column.opening),
    money('in', book.column.in),
    money('out', book.column.out),
    money('closing', book.column.closing),
    text('state', book.column.state),
  ]
  return {
    name: 'cash-book-days',
    title: book.title,
    subtitle: [issuer(town, texts, lang), periodText(from, to, book, lang)],
    columns,
    rows: pages.map(page => ({
      day: showDay(page.day, lang),
      desk: String(page.desk.number),
      opening: page.opening,
      in: page.cashIn,
      out: page.cashOut,
      closing: page.closing,
      state: shortState(page, book),
    })),
    totals: {
      ...emptyRow(columns),
      day: book.total,
      in: sumCents(pages.map(page => page.cashIn)),
      out: sumCents(pages.map(page => page.cashOut)),
    },
  }
}

/** In a word how the page ends. */
export function shortState(page: BookPage, texts: CashBookTexts): string {
  if (page.openTill) return texts.state.open
  if (!pageAgrees(page)) return texts.state.differs
  return page.vouchers.length === 0 ? texts.state.still : texts.state.agrees
}

/** Cash vouchers of a period, one row each. */
export function vouchersTable(
  vouchers: readonly BookVoucher[],
  { from, to }: Period,
  town: BookTown,
  texts: PaperTexts,
  lang: Lang,
): Table {
  const { cashBook: book } = texts.books
  const columns = [
    text('day', book.column.day),
    text('time', book.column.time),
    text('voucher', book.column.voucher),
    text('ground', book.column.ground),
    text('counterparty', book.column.counterparty),
    money('in', book.column.in),
    money('out', book.column.out),
  ]
  const sum = (direction: 'in' | 'out') =>
    sumCents(vouchers.filter(one => one.direction === direction).map(one => one.amount))
  return {
    name: 'cash-vouchers',
    title: book.vouchers,
    subtitle: [issuer(town, texts, lang), periodText(from, to, book, lang)],
    columns,
    rows: vouchers.map(voucher => ({
      day: showDay(dayOf(voucher.issuedAt), lang),
      time: showTime(voucher.issuedAt),
      ...voucherCells(voucher, book),
    })),
    totals: { ...emptyRow(columns), voucher: book.total, in: sum('in'), out: sum('out') },
  }
}

const voucherCells = (voucher: BookVoucher, texts: BookTexts['cashBook']): Row => ({
  voucher: texts.voucher[voucher.direction](voucher.number),
  ground: voucher.ground,
  counterparty: voucher.counterparty,
  in: voucher.direction === 'in' ? voucher.amount : null,
  out: voucher.direction === 'out' ? voucher.amount : null,
})

/** A row without one cell, to be filled in part. */
export const emptyRow = (columns: readonly Column[]): Row =>
  Object.fromEntries(columns.map(({ key }) => [key, null]))

/** The days that a table is about. */
export const periodText = (
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  texts: CashBookTexts,
  lang: Lang,
): string =>
  from.equals(to) ? texts.day(showDay(from, lang)) : texts.period(showDay(from, lang), showDay(to, lang))
