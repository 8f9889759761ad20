import { showDay } from '../dates.ts'
import type { Lang } from '../languages.ts'
import {
  answersIn,
  type FaceCounts,
  FEW,
  type Measured,
  measured,
  POSITIVE_FACES,
  weightOf,
} from '../satisfaction.ts'
import { type ReportFacts, subtitleOf } from './heading.ts'
import type { HeatOf, LeftOut, QuestionAsked, Satisfaction, SumRow } from './satisfaction-facts.ts'
import type { SatisfactionTexts } from './satisfaction-texts.ts'
import type { Cell, Column, Row, Table } from './table.ts'
import type { ReportTexts } from './texts.ts'

/** `isDrawn`: for people, with bars and shades; programs get bare numbers. */
export type SatisfactionAbout = {
  facts: ReportFacts
  reports: ReportTexts
  words: SatisfactionTexts
  lang: Lang
  isDrawn: boolean
  heatOf: HeatOf
}

/** A percent cell: tenths of a percent. */
export const tenths = (part: number | null): Cell => (part === null ? null : Math.round(part * 1000))
export const indexCell = (index: number | null): Cell => (index === null ? null : Math.round(index * 10))

const BAR_CELLS = 20
export const barOf = (share: number | null): string =>
  share === null ? '' : '█'.repeat(Math.round(share * BAR_CELLS)).padEnd(BAR_CELLS, '·')

export const columnOf = (
  key: keyof SatisfactionTexts['column'],
  kind: Column['kind'],
  about: SatisfactionAbout,
  spare = false,
): Column => ({
  key,
  title: about.words.column[key],
  kind,
  ...(spare ? { spare } : {}),
})

/** The lines under the title: the town, the days, the question with the days it was asked, and what is left aside. */
export function aboutLines(seen: Satisfaction, about: SatisfactionAbout): string[] {
  const { words, lang } = about
  const { only, question } = seen
  const onlyOf =
    only === null ? [] : ['hall' in only ? words.onlyHall(only.hall[lang]) : words.onlyKiosk(only.kiosk)]
  return subtitleOf(seen.period, about.facts, about.reports, lang, [
    ...(question ? [questionLine(question, about)] : []),
    ...onlyOf,
  ])
}

export function questionLine(
  question: QuestionAsked,
  { words, lang }: Pick<SatisfactionAbout, 'words' | 'lang'>,
): string {
  const { number, text, faces, asked } = question
  const days = asked
    ? words.askedFrom(showDay(asked.from, lang), asked.until && showDay(asked.until, lang))
    : words.neverAsked
  return words.question(number, text[lang], faces, days)
}

/** Why there is nothing to show, or null. */
export function whyEmpty(seen: Satisfaction, { words }: Pick<SatisfactionAbout, 'words'>): string | null {
  if (!seen.hasPlaces) return words.empty.places
  if (!seen.question) return words.empty.question
  return seen.rows.length === 0 ? words.empty.presses : null
}

export const countsOf = (rows: readonly SumRow[], faces: number): FaceCounts =>
  Array.from({ length: faces }, (_, at) => rows.reduce((sum, row) => sum + (row.counts[at] ?? 0), 0))

const leftOf = (rows: readonly SumRow[], mark: keyof LeftOut): number =>
  rows.reduce((sum, row) => sum + row.left[mark], 0)

/** Every figure of the question: its measures with how they are counted, the answers by face, what was not counted. */
export function overviewTables(seen: Satisfaction, about: SatisfactionAbout): Table[] {
  const { words } = about
  const counts = countsOf(seen.rows, seen.question?.faces ?? 5)
  const empty = whyEmpty(seen, about)
  const measures: Table = {
    name: 'satisfaction',
    title: words.title.all,
    subtitle: aboutLines(seen, about),
    columns: [
      columnOf('measure', 'text', about),
      columnOf('value', 'percent', about),
      columnOf('low', 'percent', about),
      columnOf('high', 'percent', about),
      columnOf('of', 'count', about),
      columnOf('note', 'text', about),
    ],
    rows: [],
    totals: null,
  }
  if (empty) return [{ ...measures, foot: [empty] }]
  return [
    {
      ...measures,
      rows: measureRows(seen, counts, about),
      foot: [...formulas(counts.length, about), words.formula.perHour, words.formula.response],
    },
    { ...facesTable(counts, about), title: '', subtitle: [words.parts.faces] },
    { ...leftTable(seen.rows, counts, about), title: '', subtitle: [words.parts.left] },
  ]
}

function measureRows(seen: Satisfaction, counts: FaceCounts, { words }: SatisfactionAbout): Row[] {
  const all = measured(counts)
  const note = all.isFew ? words.few : null
  const hours = seen.places.reduce((sum, { openHours }) => sum + openHours, 0)
  const served = seen.served && servedAt(seen)
  const none = { low: null, high: null, note: null }
  return [
    {
      measure: words.measure.share,
      value: tenths(all.share),
      low: tenths(all.interval?.low ?? null),
      high: tenths(all.interval?.high ?? null),
      of: all.answers,
      note,
    },
    { ...none, measure: words.measure.index, value: indexCell(all.index), of: all.answers, note },
    { ...none, measure: words.measure.perHour, value: perHour(all.answers, hours), of: Math.round(hours) },
    ...(served === null
      ? []
      : [{ ...none, measure: words.measure.response, value: ratio(all.answers, served), of: served }]),
  ]
}

/** A tenth more or less of a press an hour is told as a percent is. */
export const perHour = (answers: number, hours: number): Cell =>
  hours > 0 ? Math.round((answers / hours) * 10) : null
export const ratio = (answers: number, served: number): Cell => (served > 0 ? tenths(answers / served) : null)

/** How often people were served in the halls that are looked at. */
function servedAt({ places, served }: Satisfaction): number {
  const halls = new Set(places.map(({ hall }) => hall.id))
  return [...halls].reduce((sum, id) => sum + (served?.get(id) ?? 0), 0)
}

/** How share and index are counted, by the faces of this question. */
export function formulas(faces: number, { words, lang }: SatisfactionAbout): string[] {
  const { formula } = words
  const best = Array.from({ length: POSITIVE_FACES }, (_, at) => faces - POSITIVE_FACES + 1 + at).join(' + ')
  const weights = Array.from({ length: faces }, (_, at) => weightOf(at + 1, faces))
    .map(weight => String(Math.round(weight * 10) / 10).replace('.', lang === 'bg' ? ',' : '.'))
    .join('/')
  return [formula.share(best), formula.index(weights), formula.interval, formula.few(FEW)]
}

function facesTable(counts: FaceCounts, about: SatisfactionAbout): Table {
  const all = answersIn(counts)
  const bar = (count: number) => (about.isDrawn ? { bar: barOf(all === 0 ? null : count / all) } : {})
  const rows = counts.map((count, at) => ({
    face: about.words.face(at + 1, counts.length),
    times: count,
    share: all === 0 ? null : tenths(count / all),
    ...bar(count),
  }))
  return {
    name: 'satisfaction-faces',
    title: '',
    subtitle: [],
    columns: [
      columnOf('face', 'text', about),
      columnOf('times', 'count', about),
      columnOf('share', 'percent', about),
      ...(about.isDrawn ? [columnOf('bar', 'text', about)] : []),
    ],
    rows: rows.toReversed(),
    totals: { face: about.words.total, times: all, share: null, bar: null },
  }
}

/** Shares are of all that were kept, counted or not. */
function leftTable(rows: readonly SumRow[], counts: FaceCounts, about: SatisfactionAbout): Table {
  const marks = ['test', 'closed', 'burst', 'repeat'] as const
  const left = marks.map(mark => ({ mark, times: leftOf(rows, mark) }))
  const out = left.reduce((sum, { times }) => sum + times, 0)
  const kept = out + answersIn(counts)
  const share = (times: number): Cell => (kept === 0 ? null : tenths(times / kept))
  return {
    name: 'satisfaction-left-out',
    title: '',
    subtitle: [],
    columns: [
      columnOf('mark', 'text', about),
      columnOf('times', 'count', about),
      columnOf('share', 'percent', about),
    ],
    rows: left.map(({ mark, times }) => ({
      id: mark,
      mark: about.words.left[mark],
      times,
      share: share(times),
    })),
    totals: { mark: about.words.total, times: out, share: share(out) },
  }
}

/** The figures of one row, as every table has them. */
export const measuredCells = ({ answers, share, index, interval }: Measured): Row => ({
  answers,
  share: tenths(share),
  low: tenths(interval?.low ?? null),
  high: tenths(interval?.high ?? null),
  index: indexCell(index),
})

export const measuredColumns = (about: SatisfactionAbout): Column[] => [
  columnOf('answers', 'count', about),
  columnOf('share', 'percent', about),
  columnOf('low', 'percent', about),
  columnOf('high', 'percent', about),
  columnOf('index', 'percent', about),
]
