import { describe, expect, test } from 'vitest'
import { reports as bg } from '../../locales/bg/reports.ts'
import { reports as en } from '../../locales/en/reports.ts'
import { cents } from '../../rules/money.ts'
import { CASH_BY, type CashBy, type CashFacts, type CashRow, cashTable } from '../../rules/reports/cash.ts'
import type { Table } from '../../rules/reports/table.ts'

const day = Temporal.PlainDate.from('2026-11-22')
const facts: CashFacts = {
  town: { name: { bg: 'Смолян', en: 'Smolyan' }, demo: false, training: false },
  payments: 2,
  madeAt: '22.11.2026 16:40:00',
  madeBy: 'Мария Петрова',
}
const row = (key: string, name: string, payments: number, quantity: number, amount: number): CashRow => ({
  key,
  name,
  payments,
  quantity,
  amount: cents(amount),
})
const table = (by: CashBy, rows: CashRow[]): Table =>
  cashTable(rows, by, { from: day, to: day }, facts, bg, 'bg')

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
      'amount',
    ])
    expect(report.rows.map(one => one['key'])).toEqual(['999', '2076', '10001'])
    expect(report.rows[1]).toEqual({ key: '2076', name: 'Дубликат', payments: 2, quantity: 3, amount: 7_68n })
    expect(report.totals).toEqual({ key: null, name: 'Общо', payments: 2, quantity: 16, amount: 15_68n })
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
    expect(table('tender', cash).rows).toEqual([{ name: 'в брой', payments: 2, amount: 15_68n }])
    const english = cashTable(cash, 'tender', { from: day, to: day }, facts, en, 'en')
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
      const empty = cashTable([], by, { from: day, to: day }, { ...facts, payments: 0 }, bg, 'bg')
      expect(empty.totals).toMatchObject({ name: 'Общо', payments: 0, amount: 0n })
      expect(Object.keys(table(by, [row('1', 'Едно', 1, 5, 1_00)]).rows[0] ?? {})).toEqual(keys)
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
    expect(cashTable([], 'desk', november, practice, en, 'en').subtitle).toEqual([
      'DEMO – invented data',
      'SMOLYAN MUNICIPALITY',
      'from 2026-11-01 to 2026-11-30 inclusive',
      'Made at 22.11.2026 16:40:00 by Мария Петрова',
    ])
    const training = { ...facts, town: { ...practice.town, training: true } }
    expect(cashTable([], 'desk', november, training, en, 'en').subtitle[0]).toBe(
      'TRAINING – no part of the reports of the municipality',
    )
  })
})
