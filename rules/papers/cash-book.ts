import { type BookPage, type BookVoucher, pageAgrees } from '../cash-book.ts'
import { showDay, showMoment } from '../dates.ts'
import type { Lang } from '../languages.ts'
import { showEuro } from '../money.ts'
import type { CashBookTexts } from './book-texts.ts'
import { demoBanner, heading, type PaperTown } from './heading.ts'
import type { Block, Paper } from './paper.ts'
import type { PaperTexts } from './texts.ts'

/**
 * Касова книга, the page of one day: opening balance, the vouchers with their sums, closing balance and whether it is what
 * lies in the drawer; signed by the cashier and by who checks it.
 */
export function cashBookPaper(page: BookPage, town: PaperTown, texts: PaperTexts, lang: Lang): Paper {
  const { cashBook: book } = texts.books
  const day = showDay(page.day, lang)
  return {
    kind: 'cash-book',
    title: `${book.title} ${day}, ${texts.heading.desk(page.desk.number)}`,
    blocks: [
      ...heading(town, texts.heading, lang),
      { feed: 1 },
      { text: book.title, align: 'center', bold: true },
      { text: book.day(day), align: 'center', bold: true },
      { feed: 1 },
      { left: texts.heading.desk(page.desk.number), right: page.desk.name },
      { rule: '-' },
      { left: book.opening, right: showEuro(page.opening, lang), bold: true },
      ...directionBlocks(page, 'in', book, lang),
      ...directionBlocks(page, 'out', book, lang),
      ...(page.vouchers.length === 0 ? [{ text: book.noMovement }] : []),
      { rule: '=' },
      { left: book.closing, right: showEuro(page.closing, lang), bold: true },
      { rule: '=' },
      { text: stateOfPage(page, book, lang) },
      { feed: 2 },
      { left: book.made, right: '..................' },
      { feed: 2 },
      { left: book.checked, right: '..................' },
      ...demoBanner(town, texts.heading),
    ],
  }
}

/** Whether the page ends with what lies in the drawer, in a sentence. */
export function stateOfPage(page: BookPage, texts: CashBookTexts, lang: Lang): string {
  if (page.openTill)
    return texts.tillOpen(page.openTill.cashier, showMoment(page.openTill.openedAt, lang).slice(0, -3))
  return pageAgrees(page) ? texts.agrees(showEuro(page.left, lang)) : texts.differs(showEuro(page.left, lang))
}

function directionBlocks(page: BookPage, direction: 'in' | 'out', texts: CashBookTexts, lang: Lang): Block[] {
  const vouchers = page.vouchers.filter(voucher => voucher.direction === direction)
  if (vouchers.length === 0) return []
  const sum = direction === 'in' ? page.cashIn : page.cashOut
  return [
    { rule: '-' },
    ...vouchers.flatMap(voucher => voucherBlocks(voucher, texts, lang)),
    { left: texts.sum[direction], right: showEuro(sum, lang), bold: true },
  ]
}

const voucherBlocks = (voucher: BookVoucher, texts: CashBookTexts, lang: Lang): Block[] => [
  { left: texts.voucher[voucher.direction](voucher.number), right: showEuro(voucher.amount, lang) },
  { text: `  ${[voucher.ground, voucher.counterparty].filter(Boolean).join(', ')}` },
]
