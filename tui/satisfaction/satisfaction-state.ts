import type { SatisfactionReport } from '../../office/satisfaction/make-report.ts'
import type { HeatOf, Satisfaction, SatisfactionBy } from '../../rules/reports/satisfaction-facts.ts'
import type { Row, Table } from '../../rules/reports/table.ts'
import { following, type LookedPeriod, periodLooked } from '../reports/looked-period.ts'

/** The views in the order of their digits. */
export const VIEWS = [
  'all',
  'heat',
  'hall',
  'kiosk',
  'week',
  'reason',
] as const satisfies readonly SatisfactionBy[]
export type View = (typeof VIEWS)[number]

/**
 * What is looked at: `question` is an id, null the one asked now; `hall` a code, null all of
 * them. `halls` are those that can be chosen.
 */
export type SatisfactionState = LookedPeriod & {
  view: View
  heatOf: HeatOf
  question: string | null
  hall: string | null
  halls: string[]
  seen: Satisfaction | null
  tables: Table[]
  /** Why there is nothing to see. */
  empty: string | null
  cursor: number
}

/** Opens with every figure of this month. */
export const satisfactionAtOpening = (): SatisfactionState => ({
  view: 'all',
  heatOf: 'index',
  kind: 'month',
  day: null,
  question: null,
  hall: null,
  halls: [],
  seen: null,
  tables: [],
  empty: null,
  cursor: 0,
})

/** The statistics as the office is asked for them. */
export const askedFor = (s: SatisfactionState, today: Temporal.PlainDate): SatisfactionReport => ({
  period: periodLooked(s, today),
  by: s.view,
  question: s.question,
  hall: s.hall,
  kiosk: null,
  isDrawn: true,
  heatOf: s.heatOf,
})

type Loaded = Pick<SatisfactionState, 'tables' | 'empty'> & { seen: Satisfaction }

/** What was loaded; the halls are known from the first time that all of them were looked at. */
export const withLoaded = (s: SatisfactionState, { seen, tables, empty }: Loaded): SatisfactionState => ({
  ...s,
  seen,
  tables,
  empty,
  halls: s.hall === null ? [...new Set(seen.places.map(({ hall }) => hall.code))] : s.halls,
  cursor: Math.min(s.cursor, Math.max(0, linesIn(tables) - 1)),
})

/** How far the cursor goes. */
export const linesIn = (tables: readonly Table[]): number => tables[0]?.rows.length ?? 0

export const chosenRow = (s: SatisfactionState): Row | undefined => s.tables[0]?.rows[s.cursor]

export const turnedView = (s: SatisfactionState, step: 1 | -1): SatisfactionState => ({
  ...s,
  view: following(s.view, VIEWS, step),
  cursor: 0,
})

/** The next older question, after the oldest the newest. */
export function nextQuestion(s: SatisfactionState): SatisfactionState {
  const ids = s.seen?.questions.map(({ id }) => id) ?? []
  const now = s.seen?.question?.id
  return now === undefined || ids.length < 2 ? s : { ...s, question: following(now, ids), cursor: 0 }
}

export const nextHall = (s: SatisfactionState): SatisfactionState =>
  s.halls.length < 2 ? s : { ...s, hall: following(s.hall, [null, ...s.halls]), cursor: 0 }
