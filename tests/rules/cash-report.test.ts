import { describe, expect, test } from 'vitest'
import { reports as bg } from '../../locales/bg/reports.ts'
import { reports as en } from '../../locales/en/reports.ts'
import { cents } from '../../rules/money.ts'
import { CASH_BY, type CashBy, type CashRow, cashTable, percentOf } from '../../rules/reports/cash.ts'
import type { ReportFacts } from '../../rules/reports/heading.ts'
import type { Compare } from '../../rules/reports/periods.ts'
import type { Table } from '../../rules/reports/table.ts'

const day = Temporal.PlainDate.from('2026-11-22')
const facts: ReportFacts = {
  town: { name: { bg: 'Смолян', en: 'Smolyan' }, demo: false, training: false },
  madeAt: '22.11.2026 16:40:00',
  madeBy: 'Мария Петрова',
}
const row = (
  key: string,
  name: string,
  payments: number,
  quantity: number,
  gross: number,
  reversed = 0,
): CashRow => ({
  key,
  name,
  payments,
  quantity,
  gross: cents(gross),
  reversed: cents(reversed),
  amount: cents(gross - reversed),
})
const asked = (by: CashBy) => ({ period: { from: day, to: day }, by, tender: null, compare: null })
const table = (by: CashBy, rows: CashRow[], payments = 2): Table =>
  cashTable({ rows, payments }, null, asked(by), facts, bg, 'bg')
const compared = (rows: CashRow[], before: CashRow[], how: Compare = 'last-year'): Table =>
  cashTable(
    { rows, payments: 2 },
    { rows: before, payments: 3 },
    {
      ...asked('department'),
      compare: { how, period: { from: day.with({ year: 2025 }), to: day.with({ year: 2025 }) } },
    },
    facts,
    bg,
    'bg',
  )

describe('the cash report', () => {
  test('by service orders codes as numbers and counts a payment once in its total', () => {
    const rows = [
      row('10001', 'Копие', 2, 12, 6_00),
      row('999', 'Справка', 1, 1, 2_00),
      row('2076', 'Дубликат', 2, 3, 7_68),
    ]
    const report = table('service', rows)
    expect(report.columns.map(column => column.key)).toEqual([
      'key',
      'name',
      'payments',
      'quantity',
      'gross',
      'reversed',
      'amount',
    ])
    expect(report.rows.map(one => one['key'])).toEqual(['999', '2076', '10001'])
    expect(report.rows[1]).toMatchObject({
      key: '2076',
      name: 'Дубликат',
      payments: 2,
      quantity: 3,
      amount: 7_68n,
    })
    expect(report.totals).toEqual({
      key: null,
      name: 'Общо',
      payments: 2,
      quantity: 16,
      gross: 15_68n,
      reversed: 0n,
      amount: 15_68n,
    })
  })

  test('by payment code names what has none and puts it last', () => {
    const report = table('payment-code', [
      row('', '', 1, 12, 6_00),
      row('448007', 'Административни услуги', 1, 1, 2_56),
    ])
    expect(report.rows.map(one => [one['key'], one['name']])).toEqual([
      ['448007', 'Административни услуги'],
      ['', 'без код'],
    ])
  })

  test('by tender speaks the language of the reader', () => {
    const cash = [row('cash', '', 2, 0, 15_68)]
    expect(table('tender', cash).rows).toMatchObject([{ name: 'в брой', payments: 2, amount: 15_68n }])
    const english = cashTable({ rows: cash, payments: 2 }, null, asked('tender'), facts, en, 'en')
    expect(english.rows[0]?.['name']).toBe('cash')
  })

  test.each(['desk', 'cashier', 'tender'] as const)('by %s does not add up units of unlike services', by => {
    expect(table(by, [row('1', 'Едно', 1, 5, 1_00)]).columns.map(column => column.key)).not.toContain(
      'quantity',
    )
  })

  test.each(CASH_BY)(
    'by %s has a total of nothing on a day without payments, and every row fills every column',
    by => {
      const keys = table(by, []).columns.map(column => column.key)
      const empty = table(by, [], 0)
      expect(empty.totals).toMatchObject({ name: 'Общо', payments: 0, amount: 0n })
      const key = by === 'day' ? '2026-11-22' : by === 'month' ? '2026-11' : '1'
      expect(Object.keys(table(by, [row(key, 'Едно', 1, 5, 1_00)]).rows[0] ?? {})).toEqual([...keys, 'id'])
      expect(Object.keys(empty.totals ?? {})).toEqual(keys)
    },
  )

  test('says under its title whose it is, for which days, when and by whom', () => {
    expect(table('desk', []).subtitle).toEqual([
      'ОБЩИНА СМОЛЯН',
      'за 22.11.2026 г.',
      'Изготвено на 22.11.2026 16:40:00 от Мария Петрова',
    ])
    const november = { from: day.with({ day: 1 }), to: day.with({ day: 30 }) }
    const practice = { ...facts, town: { ...facts.town, demo: true } }
    expect(
      cashTable({ rows: [], payments: 0 }, null, { ...asked('desk'), period: november }, practice, en, 'en')
        .subtitle,
    ).toEqual([
      'DEMO – invented data',
      'SMOLYAN MUNICIPALITY',
      'from 2026-11-01 to 2026-11-30 inclusive',
      'Made at 22.11.2026 16:40:00 by Мария Петрова',
    ])
    const training = { ...facts, town: { ...practice.town, training: true } }
    expect(
      cashTable({ rows: [], payments: 0 }, null, { ...asked('desk'), period: november }, training, en, 'en')
        .subtitle[0],
    ).toBe('TRAINING – no part of the reports of the municipality')
  })

  test('what went back stands beside what came in, and the amount is what is left', () => {
    const { rows, totals } = table('desk', [
      row('1', 'Едно', 3, 3, 30_00, 10_00),
      row('2', 'Две', 0, -1, 0, 5_00),
    ])
    expect(rows[0]).toMatchObject({ gross: 30_00n, reversed: 10_00n, amount: 20_00n })
    expect(rows[1]).toMatchObject({ gross: 0n, reversed: 5_00n, amount: -5_00n })
    expect(totals).toMatchObject({ gross: 30_00n, reversed: 15_00n, amount: 15_00n })
  })

  test.each([
    ['hour', '8', '08:00–08:59'],
    ['day', '2026-02-03', '03.02.2026'],
    ['month', '2026-02', '02.2026'],
    ['kind', 'request', 'сметки по преписки'],
    ['tender', 'bank', 'по банков път'],
  ] as const)('by %s calls %s %s', (by, key, name) => {
    expect(table(by, [row(key, '', 1, 1, 1_00)]).rows[0]?.['name']).toBe(name)
  })

  test('bills that are no service’s stand last, each by its own name', () => {
    const rows = [
      row('', 'Наем', 1, 1, 1_00),
      row('2016', 'Справка', 1, 1, 1_00),
      row('', 'Депозит', 1, 1, 2_00),
    ]
    expect(table('service', rows).rows.map(one => one['name'])).toEqual(['Справка', 'Депозит', 'Наем'])
  })

  test('money of one tender says so, and counts no units', () => {
    const cash = cashTable(
      { rows: [], payments: 0 },
      null,
      { ...asked('payment-code'), tender: 'cash' },
      facts,
      bg,
      'bg',
    )
    expect(cash.subtitle).toContain('само в брой')
    expect(cash.columns.map(column => column.key)).not.toContain('quantity')
  })
})

describe('compared with another period', () => {
  const now = [row('01', 'Сгради', 1, 1, 15_00), row('02', 'Нов отдел', 1, 1, 3_00)]
  const before = [row('01', 'Сгради', 2, 2, 10_00), row('09', 'Закрит отдел', 1, 1, 8_00)]
  test('each row has its sum of then, the difference and by how much it grew', () => {
    const { rows, totals, subtitle, columns } = compared(now, before)
    expect(
      rows.map(one => [one['key'], one['amount'], one['before'], one['difference'], one['percent']]),
    ).toEqual([
      ['01', 15_00n, 10_00n, 5_00n, 500],
      ['02', 3_00n, 0n, 3_00n, null],
      ['09', 0n, 8_00n, -8_00n, -1000],
    ])
    expect(totals).toMatchObject({ amount: 18_00n, before: 18_00n, difference: 0n, percent: 0 })
    expect(subtitle).toContain('сравнено с миналата година за 22.11.2025 г.')
    expect(columns.find(column => column.key === 'before')?.title).toBe('Лани, €')
    expect(compared(now, before, 'previous').subtitle).toContain(
      'сравнено с предишния период за 22.11.2025 г.',
    )
  })

  test.each([
    [1_00, 3_00, -667],
    [2_00, 3_00, -333],
    [10_05, 10_00, 5],
    [-5_00, -10_00, 500],
    [0, 0, null],
  ])('%i after %i is %s tenths of a percent', (after, earlier, tenths) => {
    expect(percentOf(cents(after), cents(earlier))).toBe(tenths)
  })
})
