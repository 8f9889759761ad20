import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { papers as bg } from '../../locales/bg/papers.ts'
import { papers as en } from '../../locales/en/papers.ts'
import { cents, MOST } from '../../rules/money.ts'
import { cashBookPaper } from '../../rules/papers/cash-book.ts'
import { depositPaper } from '../../rules/papers/deposit.ts'
import { fiscalPaper } from '../../rules/papers/fiscal.ts'
import { labelPaper } from '../../rules/papers/label.ts'
import { linesOf, textOf } from '../../rules/papers/lines.ts'
import { noSalePaper } from '../../rules/papers/no-sale.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { receiptPaper } from '../../rules/papers/receipt.ts'
import { reversalPaper } from '../../rules/papers/reversal.ts'
import { slipPaper } from '../../rules/papers/slip.ts'
import { terminalDayPaper } from '../../rules/papers/terminal-day.ts'
import { testPage } from '../../rules/papers/test-page.ts'
import { tillClosingPaper } from '../../rules/papers/till-closing.ts'
import { counterpartyOf, voucherPaper } from '../../rules/papers/voucher.ts'
import { xReportPaper } from '../../rules/papers/x-report.ts'
import { deposit, terminals } from './book-facts.ts'
import { fiscalFacts, fiscalNote, fiscalReceipt, fiscalSale, fiscalStorno, unp } from './fiscal-facts.ts'
import {
  bookPage,
  cashIn,
  cashOut,
  longReceipt,
  paperTown,
  requestSlip,
  reversedReceipt,
  shortReceipt,
  shortSlip,
  slip,
  testPageFacts,
} from './paper-facts.ts'
import { busyTill, idleTill, noSale, xReport } from './till-facts.ts'

const golden = (name: string): string => `../golden/papers/${name}.txt`
const page = (columns: number): Paper => testPage({ ...testPageFacts, columns }, bg, 'bg')

const PAPERS: [string, Paper][] = [
  ['receipt', receiptPaper(longReceipt, bg, 'bg')],
  ['receipt-short', receiptPaper(shortReceipt, bg, 'bg')],
  ['receipt-english', receiptPaper(longReceipt, en, 'en')],
  ['reversal', reversalPaper(reversedReceipt, bg, 'bg')],
  ['reversal-english', reversalPaper(reversedReceipt, en, 'en')],
  ['till-closing', tillClosingPaper(busyTill, bg, 'bg')],
  ['till-closing-idle', tillClosingPaper(idleTill, bg, 'bg')],
  ['till-closing-english', tillClosingPaper(busyTill, en, 'en')],
  ['x-report', xReportPaper(xReport, bg, 'bg')],
  ['no-sale', noSalePaper(noSale, bg, 'bg')],
  ['cash-book', cashBookPaper(bookPage, paperTown, bg, 'bg')],
  ['cash-book-english', cashBookPaper(bookPage, paperTown, en, 'en')],
  ['deposit', depositPaper(deposit, bg, 'bg')],
  ['deposit-english', depositPaper(deposit, en, 'en')],
  ['terminal-day', terminalDayPaper(terminals, bookPage.day, paperTown, bg, 'bg')],
  ['terminal-day-english', terminalDayPaper(terminals, bookPage.day, paperTown, en, 'en')],
  ['terminal-day-idle', terminalDayPaper([], bookPage.day, paperTown, bg, 'bg')],
  ['cash-in-voucher', voucherPaper(cashIn, bg, 'bg')],
  ['cash-out-voucher', voucherPaper(cashOut, bg, 'bg')],
  ['cash-out-voucher-english', voucherPaper(cashOut, en, 'en')],
  ['slip', slipPaper(slip, bg, 'bg')],
  ['slip-short', slipPaper(shortSlip, bg, 'bg')],
  ['slip-request', slipPaper(requestSlip, bg, 'bg')],
  ['slip-english', slipPaper(slip, en, 'en')],
  ['label', labelPaper(slip, bg, 'bg')],
  ['receipt-fiscal', receiptPaper(fiscalReceipt, bg, 'bg')],
  ['receipt-fiscal-english', receiptPaper(fiscalReceipt, en, 'en')],
  ['receipt-note', receiptPaper(fiscalNote, bg, 'bg')],
  ['reversal-fiscal', reversalPaper({ ...reversedReceipt, lines: fiscalReceipt.lines, unp }, bg, 'bg')],
  ['fiscal-receipt', fiscalPaper(fiscalSale, fiscalFacts, bg, 'bg')],
  ['fiscal-receipt-english', fiscalPaper(fiscalSale, fiscalFacts, en, 'en')],
  ['fiscal-storno', fiscalPaper(fiscalStorno, fiscalFacts, bg, 'bg')],
  [
    'fiscal-cash',
    fiscalPaper({ task: 'cash_in', amountCents: 50_00 }, { ...fiscalFacts, receipt: null }, bg, 'bg'),
  ],
  ['test-page', page(42)],
]

describe('what the papers say', () => {
  test.each(PAPERS)('%s at 32, 42 and 48 columns', async (name, paper) => {
    for (const columns of [32, 42, 48]) {
      const text = textOf(name === 'test-page' ? page(columns) : paper, columns)
      await expect(`${text}\n`).toMatchFileSnapshot(golden(`${name}-${columns}`))
    }
  })

  test.each(PAPERS)('%s fits a narrow paper with large type and EUR', (_, paper) => {
    for (const line of linesOf(paper, 32, 'EUR'))
      if ('text' in line)
        expect([...line.text].length * (line.large ? 2 : 1), line.text).toBeLessThanOrEqual(32)
  })

  test.each(PAPERS)(
    '%s has only letters of an old printer, beside the signs every driver replaces',
    (_, paper) => {
      const replaced = /[€–—„“”’§\u00a0]/g
      const text = JSON.stringify(paper.blocks).replace(replaced, '')
      expect(iconv.decode(iconv.encode(text, 'cp866'), 'cp866')).toBe(text)
    },
  )
})

describe('a receipt', () => {
  test('opens the drawer first, while the receipt is still printing', () => {
    const { blocks } = receiptPaper(shortReceipt, bg, 'bg')
    expect(blocks.filter(block => 'drawer' in block)).toHaveLength(1)
    expect(blocks.at(0)).toEqual({ drawer: true })
  })

  test('of a practice town says at its top and at its bottom that it is worth nothing', () => {
    const said = (demo: boolean): number =>
      textOf(receiptPaper({ ...shortReceipt, town: { ...shortReceipt.town, demo } }, bg, 'bg'), 42).split(
        'ДЕМО',
      ).length - 1
    expect(said(true)).toBe(2)
    expect(said(false)).toBe(0)
  })

  test('lists a department once, however its services were typed', () => {
    const [first, second, third] = longReceipt.lines
    const mixed = { ...longReceipt, lines: [first!, third!, second!] }
    const text = textOf(receiptPaper(mixed, bg, 'bg'), 42)
    expect(text.split('Гражданска регистрация')).toHaveLength(2)
    expect(text.match(/Всичко за отдела +(\S+ )?\S+ €/g)).toEqual([
      expect.stringMatching(/ 17,89 €$/),
      expect.stringMatching(/ 1 250,00 €$/),
    ])
  })

  test.each([
    [1_273_89, ['ОБЩО', '    1 273,89 EUR']],
    [273_89, ['ОБЩО  273,89 EUR']],
  ])('prints a total of %i cents large on the narrowest paper', (total, texts) => {
    const facts = { ...shortReceipt, total: cents(total) }
    const large = linesOf(receiptPaper(facts, bg, 'bg'), 32, 'EUR').filter(
      line => 'text' in line && line.large,
    )
    expect(large.slice(1)).toEqual(texts.map(text => ({ text, bold: true, large: true })))
  })

  test('prints a total that is too long for large type in one piece at normal size', () => {
    const facts = { ...shortReceipt, total: MOST }
    expect(linesOf(receiptPaper(facts, bg, 'bg'), 32, 'EUR')).toContainEqual({
      text: 'ОБЩО           99 999 999,99 EUR',
      bold: true,
      large: false,
    })
  })
})

describe('a reversal', () => {
  const drawers = (facts: typeof reversedReceipt): number =>
    reversalPaper(facts, bg, 'bg').blocks.filter(block => 'drawer' in block).length
  test('opens the drawer only where cash goes back, and never in practice', () => {
    const [card] = reversedReceipt.tenders
    expect(drawers(reversedReceipt)).toBe(1)
    expect(drawers({ ...reversedReceipt, tenders: [card!] })).toBe(0)
    expect(drawers({ ...reversedReceipt, town: { ...reversedReceipt.town, training: true } })).toBe(0)
  })

  test('names both people and has a line for each to sign, with the payer', () => {
    const text = textOf(reversalPaper({ ...reversedReceipt, payer: null }, bg, 'bg'), 42)
    expect(text.match(/\.{18}/g)).toHaveLength(3)
    for (const name of ['Николай Димитров', 'Константинова-Христозова', 'Мария Петрова'])
      expect(text).toContain(name)
  })
})

describe('the closing of a till', () => {
  test.each([
    [-50n, 'НЕДОСТИГ', '-0,50 €'],
    [50n, 'ИЗЛИШЪК', '0,50 €'],
    [0n, 'Без разлика', '0,00 €'],
  ])('with a difference of %i cents says %s %s', (difference, word, amount) => {
    const { report } = busyTill
    const closing = { ...report.closing, difference: cents(difference) }
    const line = textOf(tillClosingPaper({ ...busyTill, report: { ...report, closing } }, bg, 'bg'), 42)
      .split('\n')
      .find(text => text.startsWith(word))
    expect(line?.slice(word.length).trim()).toBe(amount)
  })

  test('with hundreds of services has a line for each', () => {
    const services = Array.from({ length: 300 }, (_, at) => ({
      code: String(2000 + at),
      name: 'Издаване на удостоверение за постоянен адрес след подаване на заявление',
      quantity: 1234,
      amount: cents(99_999_99),
    }))
    const department = { name: 'Гражданска регистрация', amount: cents(29_999_997_00), services }
    const report = { ...busyTill.report, departments: [department] }
    const lines = textOf(tillClosingPaper({ ...busyTill, report }, bg, 'bg'), 42).split('\n')
    expect(lines.filter(line => /^ {2}2\d{3} x1234 Издаване/.test(line))).toHaveLength(300)
    expect(lines.length).toBeLessThan(300 + 90)
  })

  test('and a test page leave the drawer shut', () => {
    for (const paper of [tillClosingPaper(busyTill, bg, 'bg'), xReportPaper(xReport, bg, 'bg'), page(42)])
      expect(paper.blocks.some(block => 'drawer' in block)).toBe(false)
  })
})

describe('a cash voucher', () => {
  const opens = (facts: typeof cashIn): boolean =>
    voucherPaper(facts, bg, 'bg').blocks.some(block => 'drawer' in block)

  test('opens the drawer where cash is moved with it, never when it is only told again or practised', () => {
    expect(opens(cashIn)).toBe(true)
    expect(opens({ ...cashIn, opensDrawer: false })).toBe(false)
    expect(opens({ ...cashIn, town: { ...cashIn.town, training: true } })).toBe(false)
  })

  test('names who brought or took the money, with the masked number where there is one', () => {
    expect(counterpartyOf({ name: 'Рила ЕООД', identifierMasked: '000615118' })).toBe('Рила ЕООД, 000615118')
    expect(counterpartyOf({ name: 'Пощата', identifierMasked: null })).toBe('Пощата')
  })
})

test('a drawer that is opened without a sale is opened by its slip, never in practice', () => {
  const drawers = (training: boolean) =>
    noSalePaper({ ...noSale, town: { ...noSale.town, training } }, bg, 'bg').blocks.filter(
      block => 'drawer' in block,
    ).length
  expect([drawers(false), drawers(true)]).toEqual([1, 0])
})
