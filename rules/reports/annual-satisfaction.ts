import { showDay } from '../dates.ts'
import { compared, type FaceCounts, FEW, type Measured, measured } from '../satisfaction.ts'
import {
  METHOD_OF_DEVICES,
  METHOD_OF_SIGNALS,
  type MethodState,
  type YearOfMethods,
} from '../satisfaction-methods.ts'
import { type MethodsAbout, methodsTable, standingLine } from './annual-methods.ts'
import { subtitleAsOf } from './heading.ts'
import { type ControlAbout, type RequestsRow, requestsTable, shareOf } from './registry.ts'
import {
  columnOf,
  countsOf,
  indexCell,
  measuredCells,
  measuredColumns,
  overviewTables,
  questionLine,
  type SatisfactionAbout,
  tenths,
} from './satisfaction.ts'
import type { Satisfaction } from './satisfaction-facts.ts'
import { placesTable, reasonsTable } from './satisfaction-views.ts'
import { showCell, type Table } from './table.ts'
import type { Part, Writing } from './writing.ts'

/** Answers to one question in a year: all together, the reasons, and each quarter that began. */
export type QuestionOfYear = { seen: Satisfaction; reasons: Satisfaction; quarters: FaceCounts[] }

export type AnnualFacts = YearOfMethods & {
  today: Temporal.PlainDate
  hasPlaces: boolean
  questions: QuestionOfYear[]
  services: RequestsRow[]
}

export type AnnualAbout = MethodsAbout & { satisfaction: SatisfactionAbout; control: ControlAbout }

/**
 * The yearly report on satisfaction (чл. 24, ал. 8 НАО) by the Methodology: the legal ground, every method with what was done, the
 * figures of the devices, terms kept, what the figures do not say, and the measures. What was not done is said.
 */
export function annualReport(facts: AnnualFacts, about: AnnualAbout): Writing {
  const { words, lang } = about
  const { heading } = words
  const isOver = facts.today.year > facts.year
  return {
    title: words.title(facts.year),
    about: subtitleAsOf(about.facts, about.reports, lang),
    parts: [
      ...(isOver ? [] : [{ text: words.notOver(showDay(facts.today, lang)), strong: true }]),
      { heading: heading.introduction, level: 2 },
      ...words.introduction(facts.year, showDay(facts.due, lang)).map(text => ({ text })),
      { heading: heading.methods, level: 2 },
      ...methodParts(facts, about),
      { heading: heading.devices, level: 2 },
      ...deviceParts(facts, about),
      { heading: heading.terms, level: 2 },
      ...termParts(facts, about),
      { heading: heading.limits, level: 2 },
      { list: words.limits },
      { heading: heading.conclusions, level: 2 },
      ...conclusionParts(facts, about),
    ],
  }
}

const withoutHead = (table: Table): Table => ({ ...table, title: '', subtitle: [], foot: [] })

function methodParts(facts: AnnualFacts, about: AnnualAbout): Part[] {
  const table = withoutHead(methodsTable(facts, about))
  const columns = table.columns.filter(({ spare }) => !spare)
  return [
    { text: standingLine(facts.methods, about.words) },
    { table: { ...table, columns } },
    ...facts.methods.flatMap(one => oneMethod(one, about)),
  ]
}

function oneMethod(state: MethodState, { words }: AnnualAbout): Part[] {
  const { method, isObligatory } = state
  return [
    { heading: words.method.heading(method, words.methods[method], isObligatory), level: 3 },
    ...toldOf(state, words.method),
    ...(method === METHOD_OF_DEVICES ? [{ text: words.method.devices }] : []),
    ...(method === METHOD_OF_SIGNALS ? [{ text: words.method.signals }] : []),
  ]
}

function toldOf({ isObligatory, note }: MethodState, words: AnnualAbout['words']['method']): Part[] {
  if (note?.carriedOut)
    return [
      { text: words.conduct(note.conduct ?? '') },
      { text: words.findings(note.findings ?? '') },
      { text: note.measures === null ? words.noMeasures : words.measures(note.measures) },
    ]
  const why = note?.conduct ?? null
  if (isObligatory) return [{ text: words.obligatoryNotDone(why), strong: true }]
  return [{ text: why === null ? words.notNoted : words.notDone(why) }]
}

function deviceParts({ hasPlaces, questions }: AnnualFacts, about: AnnualAbout): Part[] {
  const { devices } = about.words
  if (!hasPlaces) return [{ text: devices.none }]
  if (questions.length === 0) return [{ text: devices.noAnswers }]
  return [{ text: devices.intro }, ...questions.flatMap(one => questionParts(one, about))]
}

function questionParts({ seen, reasons, quarters }: QuestionOfYear, about: AnnualAbout): Part[] {
  const { satisfaction, words } = about
  const { parts } = words.devices
  const { question } = seen
  if (!question) return []
  const counts = countsOf(seen.rows, question.faces)
  const [measures, faces, left] = overviewTables(seen, satisfaction)
  const halls = placesTable(seen, 'hall', satisfaction)
  const titled = (table: Table | undefined, title: string): Part[] =>
    table ? [{ table: { ...table, title, subtitle: [] } }] : []
  return [
    { heading: questionLine(question, satisfaction), level: 3 },
    { text: measuredSentence(measured(counts), about) },
    ...titled(measures, ''),
    ...titled(faces, parts.faces),
    ...titled(quartersTable(quarters, about), parts.quarters),
    ...titled({ ...halls, foot: [satisfaction.words.formula.compared] }, parts.halls),
    ...(question.followUp ? titled(reasonsTable(reasons, satisfaction), parts.reasons) : []),
    ...titled(left, parts.left),
  ]
}

/** What the answers come to in one sentence. */
function measuredSentence({ answers, share, index, interval }: Measured, about: AnnualAbout): string {
  const { devices } = about.words
  if (!interval) return devices.few(answers, FEW)
  const percent = (part: number | null) => showCell(tenths(part), 'percent', about.lang)
  const shown = showCell(indexCell(index), 'percent', about.lang)
  return devices.sentence(answers, percent(share), percent(interval.low), percent(interval.high), shown)
}

/** Each quarter beside the one before it, told apart only where their intervals are. */
function quartersTable(quarters: readonly FaceCounts[], { words, satisfaction }: AnnualAbout): Table {
  const { devices } = words
  const figures = quarters.map(measured)
  return {
    name: 'satisfaction-by-quarter',
    title: '',
    subtitle: [],
    columns: [
      { key: 'quarter', title: devices.column.quarter, kind: 'text' },
      ...measuredColumns(satisfaction),
      { key: 'change', title: devices.column.change, kind: 'text' },
      columnOf('note', 'text', satisfaction),
    ],
    rows: figures.map((own, at) => ({
      quarter: devices.quarter(at + 1),
      ...measuredCells(own),
      change: changeOf(figures[at - 1], own, devices.change),
      note: own.isFew ? satisfaction.words.few : null,
    })),
    totals: null,
  }
}

function changeOf(
  before: Measured | undefined,
  now: Measured,
  words: AnnualAbout['words']['devices']['change'],
): string | null {
  if (!before?.interval || !now.interval) return null
  const change = compared(now, before)
  return change === 0 ? words.same : change > 0 ? words.up : words.down
}

function termParts({ services, year }: AnnualFacts, about: AnnualAbout): Part[] {
  const { terms } = about.words
  const all = services.find(({ key }) => key === null)
  if (!all || all.ended === 0) return [{ text: terms.none }]
  const kept = all.ended - all.late
  const share = showCell(shareOf(kept, all.ended), 'percent', about.lang)
  const period = { from: new Temporal.PlainDate(year, 1, 1), to: new Temporal.PlainDate(year, 12, 31) }
  const table = requestsTable(services, 'service', { ...about.control, period })
  return [{ text: terms.sentence(all.ended, kept, share) }, { table: { ...table, title: '', subtitle: [] } }]
}

function conclusionParts({ methods, questions }: AnnualFacts, about: AnnualAbout): Part[] {
  const { words } = about
  const measures = methods.flatMap(({ method, note }) =>
    note?.carriedOut && note.measures
      ? [words.conclusions.measure(method, words.methods[method], note.measures)]
      : [],
  )
  const figures = questions.flatMap(({ seen: { question, rows } }) => {
    if (!question) return []
    const sentence = measuredSentence(measured(countsOf(rows, question.faces)), about)
    return [words.conclusions.answers(question.text[about.lang], sentence)]
  })
  return [
    { text: standingLine(methods, words) },
    ...(figures.length > 0 ? [{ list: figures }] : []),
    ...(measures.length > 0
      ? [{ text: words.conclusions.measures }, { list: measures }]
      : [{ text: words.conclusions.noMeasures }]),
  ]
}
