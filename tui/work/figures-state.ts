import { randomUUIDv7 } from 'node:crypto'
import type { ControlAsked } from '../../office/control/make-report.ts'
import { DOCUMENTS_BY, REASONS_BY, REQUESTS_BY } from '../../rules/reports/registry.ts'
import type { Row, Table } from '../../rules/reports/table.ts'
import { type LookedPeriod, periodLooked } from '../reports/looked-period.ts'

/** The reports in the order of their digits. */
export const FIGURES = ['requests', 'late', 'reasons', 'workload', 'documents'] as const
export type Figures = (typeof FIGURES)[number]

/**
 * `by` is the place in the points of view of the report. `printId` is of the next
 * printing: asked for twice on a bad line, one comes out.
 */
export type FiguresState = LookedPeriod & {
  report: Figures
  by: number
  table: Table | null
  cursor: number
  printId: string
}

/** Opens with the services of the month. */
export const figuresAtOpening = (): FiguresState => ({
  report: 'requests',
  by: 0,
  kind: 'month',
  day: null,
  table: null,
  cursor: 0,
  printId: randomUUIDv7(),
})

/** The points of view of each report; one of them where it has no other. */
const VIEWS = {
  requests: REQUESTS_BY,
  documents: DOCUMENTS_BY,
  reasons: REASONS_BY,
  late: [],
  workload: [],
} as const

/** The report as the office is asked for it. */
export function askedFor(s: FiguresState, today: Temporal.PlainDate): ControlAsked {
  const asked = { period: periodLooked(s, today), whose: null }
  switch (s.report) {
    case 'requests':
      return { ...asked, report: s.report, by: REQUESTS_BY[s.by] ?? REQUESTS_BY[0] }
    case 'documents':
      return { ...asked, report: s.report, by: DOCUMENTS_BY[s.by] ?? DOCUMENTS_BY[0] }
    case 'reasons':
      return { ...asked, report: s.report, by: REASONS_BY[s.by] ?? REASONS_BY[0] }
    default:
      return { ...asked, report: s.report }
  }
}

export function turnedBy(s: FiguresState, step: 1 | -1): FiguresState {
  const { length } = VIEWS[s.report]
  return length === 0 ? s : { ...s, by: (s.by + step + length) % length }
}

export const chosenRow = (s: FiguresState): Row | undefined => s.table?.rows[s.cursor]
