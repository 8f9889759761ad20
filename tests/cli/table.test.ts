import { describe, expect, test } from 'vitest'
import { tableCsv } from '../../cli/output/table-csv.ts'
import { tableJson } from '../../cli/output/table-json.ts'
import { tableText } from '../../cli/output/table-text.ts'
import { papers as bg } from '../../locales/bg/papers.ts'
import { cents } from '../../rules/money.ts'
import { textOf } from '../../rules/papers/lines.ts'
import { reportPaper } from '../../rules/papers/report.ts'
import { showCell, type Table } from '../../rules/reports/table.ts'

const table: Table = {
  name: 'x',
  title: 'Приети суми по услуги',
  subtitle: ['ОБЩИНА СМОЛЯН', 'за 22.11.2026 г.'],
  columns: [
    { key: 'key', title: 'Код', kind: 'text' },
    { key: 'name', title: 'Услуга', kind: 'text' },
    { key: 'payments', title: 'Плащания', kind: 'count' },
    { key: 'gross', title: 'Приети, €', kind: 'money', spare: true },
    { key: 'amount', title: 'Сума, €', kind: 'money' },
    { key: 'percent', title: 'Ръст, %', kind: 'percent' },
    { key: 'median', title: 'Медиана, мин', kind: 'duration' },
  ],
  rows: [
    {
      key: '2016',
      name: 'Удостоверение за наследници по закон',
      payments: 2,
      gross: cents(1250_00),
      amount: cents(1240_00),
      percent: -125,
      median: 67_400,
      id: '2016',
    },
    {
      key: '10001',
      name: 'Копие',
      payments: 1,
      gross: cents(50),
      amount: cents(50),
      percent: null,
      median: null,
      id: '10001',
    },
  ],
  totals: null,
}

describe('a table', () => {
  test.each([
    [0, 'percent', '0,0'],
    [5, 'percent', '0,5'],
    [-5, 'percent', '-0,5'],
    [12_345, 'percent', '1234,5'],
    [999, 'duration', '0:01'],
    [59_600, 'duration', '1:00'],
    [3_661_000, 'duration', '61:01'],
    [null, 'duration', ''],
  ] as const)('%s as %s is read „%s“', (cell, kind, text) => {
    expect(showCell(cell, kind, 'bg')).toBe(text)
  })

  test('is numbers for a spreadsheet: percents and seconds with a point', () => {
    expect(tableCsv(table).split('\r\n')[1]).toBe(
      '2016,Удостоверение за наследници по закон,2,1250.00,1240.00,-12.5,67.4',
    )
    expect(tableCsv(table).split('\r\n')[2]).toBe('10001,Копие,1,0.50,0.50,,')
  })

  test('is whole cents and milliseconds for a program', () => {
    const [row] = tableJson(table)['rows'] as Record<string, unknown>[]
    expect(row).toEqual({
      key: '2016',
      name: 'Удостоверение за наследници по закон',
      payments: 2,
      gross_cents: 125000,
      amount_cents: 124000,
      percent: -12.5,
      median_ms: 67400,
    })
  })

  test('leaves out what may be spared before it cuts a name', () => {
    expect(tableText(table, 'bg')).toContain('Приети, €')
    const narrow = tableText(table, 'bg', 90)
    expect(narrow).not.toContain('Приети, €')
    expect(narrow).toContain('Удостоверение за наследници по закон')
  })

  test('on a roll of paper has each amount at the right and the rest below', () => {
    const town = { name: { bg: 'Смолян', en: 'Smolyan' }, bulstat: '000615118', demo: false, training: true }
    expect(textOf(reportPaper(table, town, bg, 'bg'), 42)).toBe(
      ['==========================================', '    ОБУЧЕНИЕ – НЕ Е ПЛАТЕЖЕН ДОКУМЕНТ     ']
        .map(line => line.trimEnd())
        .join('\n') +
        `\n${'='.repeat(42)}\n` +
        [
          '          Приети суми по услуги',
          '              ОБЩИНА СМОЛЯН',
          '             за 22.11.2026 г.',
          '='.repeat(42),
          '2016 Удостоверение за наследници по',
          '  закон                           1 240,00',
          '  Плащания 2; Приети, € 1 250,00;',
          '  Ръст, % -12,5; Медиана, мин 1:07',
          '10001 Копие                           0,50',
          '  Плащания 1; Приети, € 0,50',
          '='.repeat(42),
        ].join('\n'),
    )
  })
})
