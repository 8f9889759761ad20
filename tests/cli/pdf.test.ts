import { describe, expect, test } from 'vitest'
import { papersPdf } from '../../cli/output/paper-pdf.ts'
import { tablePdf } from '../../cli/output/table-pdf.ts'
import { papers as bg } from '../../locales/bg/papers.ts'
import { reports } from '../../locales/bg/reports.ts'
import { cents } from '../../rules/money.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { receiptPaper } from '../../rules/papers/receipt.ts'
import { slipPaper } from '../../rules/papers/slip.ts'
import { tillClosingPaper } from '../../rules/papers/till-closing.ts'
import type { Row, Table } from '../../rules/reports/table.ts'
import { longReceipt, slip } from '../rules/paper-facts.ts'
import { busyTill } from '../rules/till-facts.ts'
import { picturesIn, readPdf } from '../support/pdf-text.ts'
import { readCodes } from '../support/read-codes.ts'

const madeAt = Temporal.Instant.from('2026-11-22T12:00:00Z')
const facts = { lang: 'bg' as const, madeAt, foot: reports.page, empty: reports.empty }
const LONG =
  'Издаване на удостоверение за наследници по чл. 24, ал. 2 от Закона за гражданската регистрация, за правоприемство и за съпруг/а и родствени връзки'

const table = (rows: Row[]): Table => ({
  name: 'cash-by-service',
  title: 'Приети суми по услуги',
  subtitle: ['ОБЩИНА СМОЛЯН', 'от 01.11.2026 г. до 30.11.2026 г. включително'],
  columns: [
    { key: 'key', title: 'Код', kind: 'text' },
    { key: 'name', title: 'Услуга', kind: 'text' },
    { key: 'payments', title: 'Плащания', kind: 'count' },
    { key: 'amount', title: 'Сума, €', kind: 'money' },
    { key: 'change', title: 'Промяна, %', kind: 'percent' },
    { key: 'median', title: 'Време', kind: 'duration' },
  ],
  rows,
  totals: {
    key: null,
    name: 'Общо',
    payments: rows.length,
    amount: cents(1_234_567_89),
    change: -125,
    median: 67_400,
  },
})
const row = (at: number): Row => ({
  key: String(2000 + at),
  name: at % 7 === 3 ? LONG : `Услуга ${at}`,
  payments: at,
  amount: cents(at * 100),
  change: at,
  median: at * 1000,
})
const many = Array.from({ length: 120 }, (_, at) => row(at))

describe('a table as PDF', () => {
  test('says in Cyrillic all that the table says, on numbered pages under a repeated header', async () => {
    const read = await readPdf(await tablePdf(table(many), facts))
    expect(read.title).toBe('Приети суми по услуги')
    expect(read.pages.length).toBeGreaterThan(2)
    const [first = ''] = read.pages
    expect(first).toContain('ОБЩИНА СМОЛЯН')
    expect(first).toContain('от 01.11.2026 г. до 30.11.2026 г. включително')
    for (const [at, page] of read.pages.entries()) {
      expect(page).toMatch(/Код\s+Услуга\s+Плащания\s+Сума, €/)
      expect(page).toContain(`стр. ${at + 1} от ${read.pages.length}`)
    }
    const all = read.pages.join(' ').replaceAll(/\s+/g, ' ')
    for (const at of [0, 50, 119]) expect(all).toContain(`Услуга ${at}`)
    expect(all).toContain('1 234 567,89')
    expect(all).toContain('-12,5')
    expect(all).toContain('1:07')
    expect(all.split(LONG).length - 1).toBe(many.filter(one => one['name'] === LONG).length)
  })

  test('stays upright where it fits and lies across where it is wide', async () => {
    const narrow = await readPdf(await tablePdf(table(many.slice(0, 3)), facts))
    expect(narrow.sizes[0]).toMatchObject({ width: 595.28, height: 841.89 })
    const wide = table([row(1)])
    for (let at = 0; at < 8; at++)
      wide.columns.push({ key: `m${at}`, title: `Месец ${at + 1}, хил. €`, kind: 'money' })
    expect((await readPdf(await tablePdf(wide, facts))).sizes[0]).toMatchObject({ width: 841.89 })
  })

  test('without rows says so', async () => {
    const { pages } = await readPdf(await tablePdf(table([]), facts))
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain('Няма нищо за този период.')
  })

  test('is the same bytes for the same data made at the same moment', async () => {
    expect((await tablePdf(table(many), facts)).equals(await tablePdf(table(many), facts))).toBe(true)
  })
})

describe('papers as PDF', () => {
  const papers = [receiptPaper(longReceipt, bg, 'bg'), tillClosingPaper(busyTill, bg, 'bg')]
  test.each(['A4', 'A5'] as const)('on %s stand each on pages of their own, word for word', async size => {
    const sheet = { size }
    const read = await readPdf(await papersPdf(papers, { ...facts, sheet }))
    expect(read.sizes[0]?.width).toBeCloseTo(size === 'A4' ? 595.28 : 419.53)
    const all = read.pages.join(' ').replaceAll(/\s+/g, ' ')
    for (const block of papers.flatMap(paper => paper.blocks)) {
      if ('text' in block) expect(all).toContain(block.text.trim().replaceAll(/[\s\u00a0]+/g, ' '))
      if ('left' in block) expect(all).toContain(block.right.replaceAll(/[\s\u00a0]+/g, ' '))
    }
    const closing = read.pages.findIndex(page => page.includes(bg.tillClosing.title))
    expect(closing).toBeGreaterThan(0)
    expect(read.pages[closing]).not.toContain(bg.receipt.thanks)
    expect(read.pages.at(-1)).toContain(`стр. ${read.pages.length} от ${read.pages.length}`)
  })

  test.each(['A4', 'A5'] as const)('on %s have codes that a scanner and a phone read', async size => {
    const pdf = await papersPdf([slipPaper(slip, bg, 'bg')], { ...facts, sheet: { size } })
    const read = await readCodes(await picturesIn(pdf, 1), 1)
    expect(read.sort()).toEqual([`Code128 ${slip.barcode}`, `QRCode ${slip.check.link}`])
    expect((await readPdf(pdf)).pages[0]).toContain(slip.barcode)
  })

  test('have the text alone of a code that cannot be drawn', async () => {
    const [long, cyrillic] = ['9'.repeat(7_100), 'РД-25-17']
    const paper: Paper = { kind: 'slip', title: '', blocks: [{ code128: cyrillic }, { qr: long }] }
    const pdf = await papersPdf([paper], { ...facts, sheet: { size: 'A4' as const } })
    const { pages } = await readPdf(pdf)
    expect(pages[0]).toContain(cyrillic)
    expect(pages.join('').replaceAll(/[^9]/g, '').length).toBeGreaterThanOrEqual(long.length)
  })
})
