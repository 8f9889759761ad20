import { describe, expect, test } from 'vitest'
import { CASH_BY } from '../../rules/reports/cash.ts'
import type { Table } from '../../rules/reports/table.ts'
import { withNextKind, withStep } from '../../tui/reports/looked-period.ts'
import {
  askedFor,
  nextCompare,
  nextTender,
  type ReportState,
  reportAtOpening,
  turnBy,
  whyNotOpened,
  withTable,
} from '../../tui/reports/report-state.ts'

const today = Temporal.PlainDate.from('2026-11-22')
const table = (...ids: string[]): Table => ({
  name: 'cash-by-desk',
  title: '',
  subtitle: [],
  columns: [],
  rows: ids.map(id => ({ id, name: id })),
  totals: null,
})
const opened = (more: Partial<ReportState> = {}): ReportState => ({ ...reportAtOpening(), ...more })

describe('the state of the reports', () => {
  test('every view is reached by one arrow and comes round again', () => {
    let s = opened()
    const seen = CASH_BY.map(() => {
      s = turnBy(s, 1)
      return s.by
    })
    expect(new Set(seen).size).toBe(CASH_BY.length)
    expect(s.by).toBe(opened().by)
    expect(turnBy(turnBy(s, -1), 1).by).toBe(s.by)
    const reversals = opened({ report: 'reversals' })
    expect(turnBy(reversals, 1)).toBe(reversals)
  })

  test('kinds of period, comparisons and tenders come round', () => {
    expect(withNextKind(opened({ kind: 'year' })).kind).toBe('day')
    expect([null, 'last-year', 'previous'].map(one => nextCompare(one as never))).toEqual([
      'last-year',
      'previous',
      null,
    ])
    expect(nextTender('bank')).toBe(null)
  })

  test('no period is later than the one of today', () => {
    const month = opened({ kind: 'month' })
    expect(withStep(month, 1, today)).toBe(month)
    const before = withStep(month, -1, today)
    expect(askedFor(before, today).period.to.toString()).toBe('2026-10-31')
    expect(askedFor(withStep(before, 1, today), today).period.from.toString()).toBe('2026-11-01')
  })

  test('the chosen row stays chosen when the table is loaded anew, wherever it stands now', () => {
    const chosen = { ...withTable(opened(), table('1', '2', '3')), cursor: 1 }
    expect(withTable(chosen, table('0', '1', '2')).cursor).toBe(2)
    expect(withTable(chosen, table('1', '3')).cursor).toBe(0)
    expect(withTable(chosen, { ...table('1', '2'), name: 'cash-by-hour' }).cursor).toBe(0)
  })

  test('nothing lies behind an empty table, a difference or a time', () => {
    const full = withTable(opened(), table('1'))
    expect(whyNotOpened(full)).toBe(null)
    expect(whyNotOpened(withTable(opened(), table()))?.code).toBe('report.nothing_behind')
    for (const report of ['differences', 'times'] as const)
      expect(whyNotOpened({ ...full, report })?.code).toBe('report.nothing_behind')
  })
})
