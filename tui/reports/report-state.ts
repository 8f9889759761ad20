import { randomUUIDv7 } from 'node:crypto'
import type { ReportAsked } from '../../office/reports/make-report.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import { CASH_BY } from '../../rules/reports/cash.ts'
import { COMPARE, type Compare, comparedPeriod } from '../../rules/reports/periods.ts'
import type { Row, Table } from '../../rules/reports/table.ts'
import { TIMES_BY } from '../../rules/reports/times.ts'
import { TENDERS, type TenderKind } from '../../rules/tenders.ts'
import { following, type LookedPeriod, periodLooked } from './looked-period.ts'

/** The reports in the order of their digits. */
export const REPORTS = ['cash', 'reversals', 'differences', 'overrides', 'times'] as const
export type ReportName = (typeof REPORTS)[number]

/**
 * What is looked at: `by` and `timesBy` are places in CASH_BY and TIMES_BY. `printId`
 * is of the next printing: asked for twice on a bad line, one comes out.
 */
export type ReportState = LookedPeriod & {
  report: ReportName
  by: number
  timesBy: number
  compare: Compare | null
  tender: TenderKind | null
  table: Table | null
  cursor: number
  printId: string
}

/** Opens with the day by department. */
export const reportAtOpening = (): ReportState => ({
  report: 'cash',
  by: 1,
  timesBy: 0,
  kind: 'day',
  day: null,
  compare: null,
  tender: null,
  table: null,
  cursor: 0,
  printId: randomUUIDv7(),
})

export const byShown = (s: ReportState) => CASH_BY[s.by] ?? 'department'

/** The report as the office is asked for it. */
export function askedFor(s: ReportState, today: Temporal.PlainDate): ReportAsked {
  const period = periodLooked(s, today)
  if (s.report === 'times') return { report: 'times', period, by: TIMES_BY[s.timesBy] ?? 'cashier' }
  if (s.report !== 'cash') return { report: s.report, period }
  const { compare: how, tender } = s
  const compare = how && { how, period: comparedPeriod(period, how, today) }
  return { report: 'cash', period, by: byShown(s), tender, compare }
}

const turned = (at: number, step: number, all: readonly unknown[]): number =>
  (at + step + all.length) % all.length

/** The next point of view, or the one before; the other reports have but one. */
export function turnBy(s: ReportState, step: 1 | -1): ReportState {
  if (s.report === 'cash') return { ...s, by: turned(s.by, step, CASH_BY) }
  return s.report === 'times' ? { ...s, timesBy: turned(s.timesBy, step, TIMES_BY) } : s
}

export const nextCompare = (compare: Compare | null): Compare | null => following(compare, [null, ...COMPARE])
export const nextTender = (tender: TenderKind | null): TenderKind | null =>
  following(tender, [null, ...TENDERS])

/** A table that was loaded: the chosen row stays chosen where it is still there. */
export function withTable(s: ReportState, table: Table): ReportState {
  const chosen = chosenRow(s)
  const at = chosen && s.table?.name === table.name ? table.rows.findIndex(row => isSame(row, chosen)) : 0
  return { ...s, table, cursor: Math.max(0, at) }
}

/** Why nothing lies behind the chosen row, or null: there is none, or it is of no payment. */
export const whyNotOpened = (s: ReportState): Refusal | null =>
  chosenRow(s) && s.report !== 'differences' && s.report !== 'times'
    ? null
    : refusal('report.nothing_behind', {})

export const chosenRow = (s: ReportState): Row | undefined => s.table?.rows[s.cursor]

const isSame = (one: Row, other: Row): boolean => one['id'] === other['id'] && one['name'] === other['name']
