import { showDay } from '../dates.ts'
import { answersIn, compared, type FaceCounts, type Measured, measured } from '../satisfaction.ts'
import {
  aboutLines,
  barOf,
  columnOf,
  countsOf,
  formulas,
  measuredCells,
  measuredColumns,
  perHour,
  ratio,
  type SatisfactionAbout,
  tenths,
  whyEmpty,
} from './satisfaction.ts'
import type { PlaceLooked, QuestionAsked, Satisfaction, SumRow } from './satisfaction-facts.ts'
import type { Row, Table } from './table.ts'

type Group = {
  /** By what the others name it in a comparison. */
  key: string
  code: string
  name: string
  place?: string
  places: PlaceLooked[]
  counts: FaceCounts
  served: number | null
}

/** Halls or devices beside each other, in the order of their names or numbers; only what the intervals tell apart is told apart. */
export function placesTable(seen: Satisfaction, by: 'hall' | 'kiosk', about: SatisfactionAbout): Table {
  const { words } = about
  const groups = by === 'hall' ? hallsOf(seen, about) : devicesOf(seen, about)
  const figures = new Map(groups.map(group => [group.key, measured(group.counts)]))
  const rows = groups.map((group, at): Row => {
    const own = figures.get(group.key) ?? measured([])
    return {
      number: by === 'hall' ? at + 1 : Number(group.key),
      code: group.code,
      name: group.name,
      place: group.place ?? null,
      ...measuredCells(own),
      perHour: perHour(own.answers, hoursOf(group)),
      response: group.served === null ? null : ratio(own.answers, group.served),
      compared: comparison(group.key, own, figures, about),
    }
  })
  const all = measured(countsOf(seen.rows, seen.question?.faces ?? 5))
  const empty = whyEmpty(seen, about)
  return {
    name: `satisfaction-by-${by}`,
    title: words.title[by],
    subtitle: aboutLines(seen, about),
    columns: [
      ...(by === 'kiosk' || about.isDrawn ? [columnOf('number', 'count', about)] : []),
      ...(by === 'hall' ? [columnOf('code', 'text', about, true)] : []),
      columnOf('name', 'text', about),
      ...(by === 'kiosk' ? [columnOf('place', 'text', about, true)] : []),
      ...measuredColumns(about).map(column => (column.key === 'index' ? { ...column, spare: true } : column)),
      columnOf('perHour', 'percent', about, true),
      ...(by === 'hall' ? [columnOf('response', 'percent', about, true)] : []),
      columnOf('compared', 'text', about),
    ],
    rows: empty ? [] : rows,
    totals: empty ? null : { number: null, code: null, name: words.total, ...measuredCells(all) },
    foot: empty ? [empty] : [words.formula.compared, ...formulas(seen.question?.faces ?? 5, about)],
  }
}

const hoursOf = ({ places }: Group): number => places.reduce((sum, place) => sum + place.openHours, 0)

/** A place that neither asked in this period nor was answered at says nothing of it. */
const placesAsked = (seen: Satisfaction): PlaceLooked[] =>
  seen.places.filter(({ id, openHours }) => openHours > 0 || answersIn(countsAt(seen, [id])) > 0)

const countsAt = (seen: Satisfaction, ids: readonly string[]): FaceCounts =>
  countsOf(
    seen.rows.filter(({ key }) => ids.includes(key)),
    seen.question?.faces ?? 5,
  )

function devicesOf(seen: Satisfaction, { lang }: SatisfactionAbout): Group[] {
  return placesAsked(seen).map(place => ({
    key: String(place.number),
    code: place.hall.code,
    name: place.hall.name[lang],
    place: place.place,
    places: [place],
    counts: countsAt(seen, [place.id]),
    served: null,
  }))
}

/** People read of halls by their number in the table, programs by their code. */
function hallsOf(seen: Satisfaction, { lang, isDrawn }: SatisfactionAbout): Group[] {
  const asked = placesAsked(seen)
  const halls = new Map(asked.map(({ hall }) => [hall.id, hall]))
  return [...halls.values()]
    .toSorted((a, b) => a.name[lang].localeCompare(b.name[lang], lang))
    .map(({ id, code, name }, at) => {
      const places = asked.filter(({ hall }) => hall.id === id)
      return {
        key: isDrawn ? String(at + 1) : code,
        code,
        name: name[lang],
        places,
        counts: countsAt(
          seen,
          places.map(place => place.id),
        ),
        served: seen.served?.get(id) ?? 0,
      }
    })
}

function comparison(
  key: string,
  own: Measured,
  all: ReadonlyMap<string, Measured>,
  { words }: SatisfactionAbout,
): string {
  if (own.isFew) return words.few
  const others = (sign: 1 | -1) =>
    [...all]
      .filter(([other, figures]) => other !== key && compared(own, figures) === sign)
      .map(([other]) => other)
      .join(', ')
  const [higher, lower] = [others(1), others(-1)]
  const said = [...(higher ? [words.higherThan(higher)] : []), ...(lower ? [words.lowerThan(lower)] : [])]
  return said.join('; ') || words.noDifference
}

/** Hours of the day, days of the week or weeks, each with its share, interval and index. */
export function timesTable(
  seen: Satisfaction,
  by: 'hour' | 'weekday' | 'week',
  about: SatisfactionAbout,
): Table {
  const { words } = about
  const counted = seen.rows
    .filter(({ counts }) => answersIn(counts) > 0)
    .toSorted((a, b) => order(a, by) - order(b, by))
  const rows = counted.map(({ key, counts }): Row => {
    const own = measured(counts)
    return {
      ...whenOf(key, by, about),
      ...measuredCells(own),
      note: own.isFew ? words.few : null,
      ...(about.isDrawn ? { bar: own.isFew ? words.few : barOf(own.share) } : {}),
    }
  })
  const empty = whyEmpty(seen, about)
  return {
    name: `satisfaction-by-${by}`,
    title: words.title[by],
    subtitle: aboutLines(seen, about),
    columns: [
      columnOf(by, 'text', about),
      ...(by === 'week' ? [columnOf('days', 'text', about, true)] : []),
      ...measuredColumns(about),
      about.isDrawn ? columnOf('bar', 'text', about) : columnOf('note', 'text', about),
    ],
    rows,
    totals: empty
      ? null
      : { [by]: words.total, ...measuredCells(measured(countsOf(seen.rows, seen.question?.faces ?? 5))) },
    foot: empty ? [empty] : formulas(seen.question?.faces ?? 5, about),
  }
}

const order = ({ key }: SumRow, by: 'hour' | 'weekday' | 'week'): number =>
  by === 'week' ? Temporal.PlainDate.from(key).toZonedDateTime('UTC').epochMilliseconds : Number(key)

function whenOf(key: string, by: 'hour' | 'weekday' | 'week', { words, lang }: SatisfactionAbout): Row {
  if (by === 'hour') return { hour: words.hour(key.padStart(2, '0')) }
  if (by === 'weekday') return { weekday: words.weekdays[Number(key) - 1] ?? '' }
  const monday = Temporal.PlainDate.from(key)
  const week = `${monday.yearOfWeek}-W${String(monday.weekOfYear).padStart(2, '0')}`
  return { week, days: `${showDay(monday, lang)}–${showDay(monday.add({ days: 6 }), lang)}` }
}

/** The reasons that were given, the most frequent first; those that nobody gave stand below. */
export function reasonsTable(seen: Satisfaction, about: SatisfactionAbout): Table {
  const { words, lang } = about
  const { question, reasons } = seen
  const given = reasons.reduce((sum, { times }) => sum + times, 0)
  const known = question?.followUp?.reasons ?? []
  const timesOf = (code: string) => reasons.find(reason => reason.code === code)?.times ?? 0
  const codes = [...new Set([...known.map(({ code }) => code), ...reasons.map(({ code }) => code)])]
  const rows = codes
    .map(code => ({
      code,
      reason: known.find(one => one.code === code)?.[lang] ?? code,
      times: timesOf(code),
    }))
    .toSorted((a, b) => b.times - a.times)
    .map(row => ({
      ...row,
      share: given === 0 ? null : tenths(row.times / given),
      ...(about.isDrawn ? { bar: barOf(given === 0 ? null : row.times / given) } : {}),
    }))
  const empty = whyNoReasons(seen, given, about)
  return {
    name: 'satisfaction-by-reason',
    title: words.title.reason,
    subtitle: aboutLines(seen, about),
    columns: [
      columnOf('code', 'text', about, true),
      columnOf('reason', 'text', about),
      columnOf('times', 'count', about),
      columnOf('share', 'percent', about),
      ...(about.isDrawn ? [columnOf('bar', 'text', about)] : []),
    ],
    rows: empty ? [] : rows,
    totals: empty ? null : { code: null, reason: words.total, times: given, share: null },
    foot: empty ? [empty] : followUpLine(seen, given, about),
  }
}

function whyNoReasons(seen: Satisfaction, given: number, about: SatisfactionAbout): string | null {
  const { empty } = about.words
  if (seen.question && !seen.question.followUp) return empty.followUp
  return whyEmpty(seen, about) ?? (given === 0 ? empty.reasons : null)
}

function followUpLine(
  { question, rows }: Satisfaction,
  given: number,
  { words, lang }: SatisfactionAbout,
): string[] {
  if (!question?.followUp) return []
  const { question: text, upTo } = question.followUp
  const asked = answersIn(countsOf(rows, question.faces).slice(0, upTo))
  return [words.formula.followUp(text[lang], given, asked)]
}

/** Every question that was ever made, the newest first. */
export function questionsTable(questions: readonly QuestionAsked[], about: SatisfactionAbout): Table {
  const { lang, words } = about
  return {
    name: 'satisfaction-questions',
    title: words.title.questions,
    subtitle: [],
    columns: [
      columnOf('number', 'count', about),
      columnOf('question', 'text', about),
      columnOf('faces', 'count', about),
      columnOf('from', 'text', about),
      columnOf('until', 'text', about),
    ],
    rows: questions.map(({ number, text, faces, asked }) => ({
      number,
      question: text[lang],
      faces,
      from: asked && showDay(asked.from, lang),
      until: asked?.until ? showDay(asked.until, lang) : null,
    })),
    totals: null,
    ...(questions.length === 0 ? { foot: [words.empty.question] } : {}),
  }
}
