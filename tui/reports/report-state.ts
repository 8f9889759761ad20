import { randomUUIDv7 } from 'node:crypto'
import type { ReportAsked } from '../../office/reports/make-report.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import { CASH_BY } from '../../rules/reports/cash.ts'
import {
  COMPARE,
  type Compare,
  comparedPeriod,
  PERIOD_KINDS,
  type Period,
  type PeriodKind,
  periodAround,
  stepped,
} from '../../rules/reports/periods.ts'
import type { Row, Table } from '../../rules/reports/table.ts'
import { TIMES_BY } from '../../rules/reports/times.ts'
import { TENDERS, type TenderKind } from '../../rules/tenders.ts'

/** The reports in the order of their digits. */
export const REPORTS = ['cash', 'reversals', 'differences', 'overrides', 'times'] as const
export type ReportName = (typeof REPORTS)[number]

/**
 * What is looked at: `by` and `timesBy` are places in CASH_BY and TIMES_BY, `day` any day of the period, null today. `printId`
 * is of the next printing: asked for twice on a bad line, one comes out.
 */
export type ReportState = {
  report: ReportName
  by: number
  timesBy: number
  kind: PeriodKind
  day: Temporal.PlainDate | null
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

export const periodShown = (s: ReportState, today: Temporal.PlainDate): Period =>
  periodAround(s.kind, s.day ?? today)

export const byShown = (s: ReportState) => CASH_BY[s.by] ?? 'department'

/** The report as the office is asked for it. */
export function askedFor(s: ReportState, today: Temporal.PlainDate): ReportAsked {
  const period = periodShown(s, today)
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

function following<T>(now: T, all: readonly T[]): T {
  const next = all[turned(all.indexOf(now), 1, all)]
  return next === undefined ? now : next
}

export const nextKind = (kind: PeriodKind): PeriodKind => following(kind, PERIOD_KINDS)
export const nextCompare = (compare: Compare | null): Compare | null => following(compare, [null, ...COMPARE])
export const nextTender = (tender: TenderKind | null): TenderKind | null =>
  following(tender, [null, ...TENDERS])

/** The period before or after; none is later than today's. */
export function stepPeriod(s: ReportState, step: 1 | -1, today: Temporal.PlainDate): ReportState {
  const day = stepped(s.kind, s.day ?? today, step)
  return Temporal.PlainDate.compare(day, today) > 0 ? s : { ...s, day }
}

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
