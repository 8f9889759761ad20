import { showDay } from '../dates.ts'
import type { Lang } from '../languages.ts'
import type { LateReason } from '../late-reasons.ts'
import type { ControlTexts } from './control-texts.ts'
import { type ReportFacts, subtitleOf } from './heading.ts'
import type { Period } from './periods.ts'
import type { Column, Row, Table } from './table.ts'
import type { ReportTexts } from './texts.ts'

export const REQUESTS_BY = ['service', 'kind', 'department', 'channel', 'speed', 'outcome', 'month'] as const
export type RequestsBy = (typeof REQUESTS_BY)[number]

export const DOCUMENTS_BY = ['day', 'month', 'kind', 'register', 'channel', 'department'] as const
export type DocumentsBy = (typeof DOCUMENTS_BY)[number]

export const REASONS_BY = ['reason', 'department'] as const
export type ReasonsBy = (typeof REASONS_BY)[number]

/**
 * Requests that ended, by one dimension; `key` is null for all together, '' where there is none. Days are tenths: half of the requests
 * took no longer than `median`, half had no longer than `term`, both in calendar days.
 */
export type RequestsRow = {
  key: string | null
  name: string
  ended: number
  late: number
  median: number | null
  term: number | null
}

export type DocumentsRow = { key: string; name: string; incoming: number; outgoing: number; internal: number }

/** What somebody has, and what they ended in the period; `mean` is tenths of a day from giving to ending. */
export type WorkloadRow = {
  key: string
  /** Null is what nobody of a department has taken. */
  name: string | null
  department: string
  open: number
  overdue: number
  ended: number
  late: number
  mean: number | null
}

/** Something that ended after its last day, and why; `reason` is as the unit stated it. */
export type LateRow = {
  id: string
  number: string
  what: string
  department: string
  holder: string
  dueOn: Temporal.PlainDate
  endedOn: Temporal.PlainDate
  daysLate: number
  reason: LateReason
  note: string | null
}

/** What ended late by the stated reason, of one unit or of all; `median` is tenths of a day. */
export type ReasonsRow = {
  department: string
  reason: LateReason
  requests: number
  tasks: number
  median: number
}

/** What stands around the rows of every report; `unit` is the only department that it is about. */
export type ControlAbout = {
  facts: ReportFacts
  reports: ReportTexts
  words: ControlTexts
  lang: Lang
  unit: string | null
}
type About = ControlAbout & { period: Period }

const text = (key: string, title: string): Column => ({ key, title, kind: 'text' })
const count = (key: string, title: string): Column => ({ key, title, kind: 'count' })
const spare = (column: Column): Column => ({ ...column, spare: true })

export const aboutUnit = ({ unit, words }: ControlAbout): string[] => (unit ? [words.onlyOf(unit)] : [])

const subtitle = (about: About): string[] =>
  subtitleOf(about.period, about.facts, about.reports, about.lang, aboutUnit(about))

/** Tenths of a percent; null of nothing. */
export const shareOf = (part: number, all: number): number | null =>
  all === 0 ? null : Math.round((part * 1000) / all)

export const byKey = (a: { key: string | null }, b: { key: string | null }): number =>
  Number(!a.key) - Number(!b.key) || (a.key ?? '').localeCompare(b.key ?? '', 'bg', { numeric: true })

/** `2026-11` as `11.2026` in Bulgarian. */
const showMonth = (key: string, lang: Lang): string =>
  lang === 'bg' ? key.split('-').reverse().join('.') : key

function nameOf(
  by: RequestsBy | DocumentsBy,
  { key, name }: { key: string | null; name: string },
  { words, lang }: ControlAbout,
): string {
  if (!key) return words.none
  if (by === 'day') return showDay(Temporal.PlainDate.from(key), lang)
  if (by === 'month') return showMonth(key, lang)
  if (by === 'channel') return words.names.channels[key] ?? key
  if (by === 'speed') return words.names.speeds[key] ?? key
  return by === 'outcome' ? (words.names.outcomes[key] ?? key) : name
}

/** A code stands beside the name where people use it. */
const codeOf = (by: RequestsBy | DocumentsBy, { words }: ControlAbout): Column[] =>
  by === 'service' || by === 'department' ? [spare(text('key', words.column.code))] : []

/** How many requests ended, how many of them in their term, and how long they took. */
export function requestsTable(rows: readonly RequestsRow[], by: RequestsBy, about: About): Table {
  const { column, requests, total } = about.words
  const cells = (row: RequestsRow, name: string): Row => ({
    ...row,
    name,
    kept: row.ended - row.late,
    percent: shareOf(row.ended - row.late, row.ended),
  })
  const all = rows.find(({ key }) => key === null)
  return {
    name: `requests-by-${by}`,
    title: requests.title[by],
    subtitle: subtitle(about),
    columns: [
      ...codeOf(by, about),
      text('name', requests.name[by]),
      count('ended', column.ended),
      spare(count('kept', column.kept)),
      count('late', column.late),
      { key: 'percent', title: column.keptPercent, kind: 'percent' },
      { key: 'median', title: column.medianDays, kind: 'days' },
      spare({ key: 'term', title: column.medianTerm, kind: 'days' }),
    ],
    rows: rows
      .filter(({ key }) => key !== null)
      .toSorted(byKey)
      .map(row => cells(row, nameOf(by, row, about))),
    totals: all && all.ended > 0 ? cells(all, total) : null,
  }
}

/** How many documents were registered. */
export function documentsTable(rows: readonly DocumentsRow[], by: DocumentsBy, about: About): Table {
  const { column, documents, total } = about.words
  const sum = (key: 'incoming' | 'outgoing' | 'internal') => rows.reduce((all, row) => all + row[key], 0)
  const cells = (row: Omit<DocumentsRow, 'key'> & { key: string | null }): Row => ({
    ...row,
    total: row.incoming + row.outgoing + row.internal,
  })
  return {
    name: `documents-by-${by}`,
    title: documents.title[by],
    subtitle: subtitle(about),
    columns: [
      ...codeOf(by, about),
      text('name', documents.name[by]),
      count('incoming', column.incoming),
      count('outgoing', column.outgoing),
      count('internal', column.internal),
      count('total', column.total),
    ],
    rows: rows.toSorted(byKey).map(row => cells({ ...row, name: nameOf(by, row, about) })),
    totals: cells({
      key: null,
      name: total,
      incoming: sum('incoming'),
      outgoing: sum('outgoing'),
      internal: sum('internal'),
    }),
  }
}

/** Who has how much, and what they ended; whoever has the most open comes first. */
export function workloadTable(rows: readonly WorkloadRow[], about: About): Table {
  const { column, list, workload, total } = about.words
  const sum = (key: 'open' | 'overdue' | 'ended' | 'late') => rows.reduce((all, row) => all + row[key], 0)
  const cells = (row: Omit<WorkloadRow, 'mean'> & { mean: number | null }): Row => ({
    ...row,
    percent: shareOf(row.ended - row.late, row.ended),
  })
  return {
    name: 'workload',
    title: workload.title,
    subtitle: subtitle(about),
    columns: [
      text('name', column.person),
      spare(text('department', column.unit)),
      count('open', column.open),
      count('overdue', column.overdue),
      count('ended', column.ended),
      count('late', column.late),
      spare({ key: 'percent', title: column.keptPercent, kind: 'percent' }),
      { key: 'mean', title: column.meanDays, kind: 'days' },
    ],
    rows: rows
      .toSorted(
        (a, b) => b.open - a.open || b.ended - a.ended || (a.name ?? '').localeCompare(b.name ?? '', 'bg'),
      )
      .map(row => cells({ ...row, name: row.name ?? list.nobody })),
    totals: cells({
      key: '',
      name: total,
      department: '',
      open: sum('open'),
      overdue: sum('overdue'),
      ended: sum('ended'),
      late: sum('late'),
      mean: null,
    }),
  }
}

/** What ended late, the latest first, with the reason that the unit stated. */
export function lateTable(rows: readonly LateRow[], about: About): Table {
  const { column, late, list, names } = about.words
  const day = (date: Temporal.PlainDate) => showDay(date, about.lang)
  return {
    name: 'late',
    title: late.title,
    subtitle: subtitle(about),
    columns: [
      text('number', column.number),
      text('what', column.what),
      text('department', column.unit),
      spare(text('holder', column.holder)),
      spare(text('due', column.due)),
      spare(text('ended', column.endedOn)),
      count('daysLate', column.daysLate),
      text('reason', column.reason),
      text('note', column.note),
    ],
    rows: rows
      .toSorted(
        (a, b) => b.daysLate - a.daysLate || a.number.localeCompare(b.number, 'bg', { numeric: true }),
      )
      .map(({ dueOn, endedOn, ...row }) => ({
        ...row,
        due: day(dueOn),
        ended: day(endedOn),
        reason: names.reasons[row.reason] ?? row.reason,
      })),
    totals: { number: list.total(rows.length) },
  }
}

/** What ended late by stated reasons, the most frequent first; `by` a department its own rows stand together. */
export function reasonsTable(rows: readonly ReasonsRow[], by: ReasonsBy, about: About): Table {
  const { column, reasons, names, total } = about.words
  const frequent = (a: ReasonsRow, b: ReasonsRow) => b.requests + b.tasks - a.requests - a.tasks
  const sum = (key: 'requests' | 'tasks') => rows.reduce((all, row) => all + row[key], 0)
  return {
    name: `reasons-by-${by}`,
    title: reasons.title[by],
    subtitle: subtitle(about),
    columns: [
      ...(by === 'department' ? [text('department', column.unit)] : []),
      text('name', column.reason),
      count('requests', column.requests),
      count('tasks', column.tasks),
      { key: 'median', title: column.medianLate, kind: 'days' },
    ],
    rows: rows
      .toSorted((a, b) => a.department.localeCompare(b.department, 'bg') || frequent(a, b))
      .map(row => ({ ...row, name: names.reasons[row.reason] ?? row.reason })),
    totals: {
      [by === 'department' ? 'department' : 'name']: total,
      requests: sum('requests'),
      tasks: sum('tasks'),
    },
  }
}
