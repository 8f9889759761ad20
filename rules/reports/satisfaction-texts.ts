import type { HeatOf, SatisfactionBy } from './satisfaction-facts.ts'

/** The words of the statistics of satisfaction in one language. */
export type SatisfactionTexts = {
  title: Record<SatisfactionBy, string> & { questions: string; heatCount: string }
  /** Days are already text; no last day while it is asked. */
  question: (number: number, text: string, faces: number, asked: string) => string
  askedFrom: (from: string, until: string | null) => string
  neverAsked: string
  onlyHall: (name: string) => string
  onlyKiosk: (number: number) => string
  column: Record<
    | 'number'
    | 'code'
    | 'name'
    | 'place'
    | 'answers'
    | 'share'
    | 'low'
    | 'high'
    | 'index'
    | 'perHour'
    | 'response'
    | 'compared'
    | 'bar'
    | 'face'
    | 'times'
    | 'measure'
    | 'value'
    | 'of'
    | 'note'
    | 'mark'
    | 'reason'
    | 'hour'
    | 'weekday'
    | 'week'
    | 'days'
    | 'question'
    | 'faces'
    | 'from'
    | 'until',
    string
  >
  measure: Record<'share' | 'index' | 'perHour' | 'response', string>
  parts: Record<'faces' | 'left', string>
  /** The worst and the best face say so. */
  face: (face: number, faces: number) => string
  left: Record<'test' | 'closed' | 'burst' | 'repeat', string>
  weekdays: readonly string[]
  hour: (hour: string) => string
  total: string
  few: string
  noDifference: string
  higherThan: (names: string) => string
  lowerThan: (names: string) => string
  formula: {
    share: (faces: string) => string
    index: (weights: string) => string
    interval: string
    few: (least: number) => string
    perHour: string
    response: string
    compared: string
    heat: Record<HeatOf, string>
    followUp: (question: string, given: number, asked: number) => string
  }
  empty: Record<'places' | 'question' | 'presses' | 'followUp' | 'reasons', string>
}
