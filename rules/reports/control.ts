import {
  type BoardRow,
  CONTROLLED,
  type ControlBoard,
  type Controlled,
  type Counts,
  type Nearness,
  type Oldest,
  sumOf,
} from '../control.ts'
import { showDay } from '../dates.ts'
import type { Lang } from '../languages.ts'
import type { ReviewStatus, Verdict } from '../reviews.ts'
import { lastDayOf } from '../reviews.ts'
import { subtitleAsOf } from './heading.ts'
import { aboutUnit, type ControlAbout } from './registry.ts'
import type { Column, Row, Table } from './table.ts'

const text = (key: string, title: string): Column => ({ key, title, kind: 'text' })

const subtitle = (about: ControlAbout, more: string[] = []): string[] =>
  subtitleAsOf(about.facts, about.reports, about.lang, [...more, ...aboutUnit(about)])

const SHOWN: Record<Controlled, Nearness[]> = {
  tasks: ['overdue', 'today', 'soon', 'week', 'later'],
  requests: ['overdue', 'today', 'soon', 'week', 'later', 'still'],
}

/** The board as two tables, tasks and requests, a row for each unit, what is under it counted with it; or only the units that are late. */
export const boardTables = (board: ControlBoard, about: ControlAbout, onlyOverdue = false): Table[] =>
  CONTROLLED.map(what => ({
    name: `board-${what}`,
    title: what === 'tasks' ? about.words.board.title : '',
    subtitle: [...(what === 'tasks' ? [...subtitle(about), ''] : []), about.words.board.of[what]],
    columns: boardColumns(what, board, about),
    rows: board.rows
      .filter(({ all }) => (onlyOverdue ? all[what].overdue : sumOf(all[what])) > 0)
      .map(row => boardRow(row, what, about.lang)),
    totals: {
      unit: about.words.total,
      ...countsOf(board.totals[what]),
      ...(what === 'tasks' ? { oldest: showOldest(board.oldest, about.lang) } : {}),
    },
    ...(sumOf(board.totals[what]) === 0 ? { foot: [about.words.board.nothing[what]] } : {}),
  }))

function boardColumns(what: Controlled, { limits }: ControlBoard, { words, lang }: ControlAbout): Column[] {
  const titles = {
    ...words.nearness,
    soon: words.until(shortDay(limits.soon, lang)),
    week: words.until(shortDay(limits.week, lang)),
  }
  return [
    text('unit', words.column.unit),
    ...SHOWN[what].map((key): Column => ({ key, title: titles[key], kind: 'count' })),
    { key: 'total', title: words.column.total, kind: 'count' },
    ...(what === 'tasks' ? [{ ...text('oldest', words.column.oldest), spare: true }] : []),
  ]
}

/** `25.11`; the year goes without saying. */
const shortDay = (day: Temporal.PlainDate, lang: Lang): string =>
  lang === 'bg' ? showDay(day, lang).slice(0, 5) : showDay(day, lang).slice(5)

const boardRow = (row: BoardRow, what: Controlled, lang: Lang): Row => ({
  code: row.code,
  unit: `${'  '.repeat(row.depth)}${row.name[lang]}`,
  ...countsOf(row.all[what]),
  ...(what === 'tasks' ? { oldest: showOldest(row.oldest, lang) } : {}),
})

const countsOf = (counts: Counts): Row => ({ ...counts, total: sumOf(counts) })

const showOldest = (oldest: Oldest | null, lang: Lang): string =>
  oldest ? [showDay(oldest.dueOn, lang), oldest.holder].filter(Boolean).join(' ') : ''

/** A row of a list behind the board. */
export type OpenWorkRow = {
  id: string
  number: string
  what: string
  department: { name: string }
  holder: string | null
  dueOn: Temporal.PlainDate | null
  daysLate: number
}

/** What a cell of the board counts, or the first of it where there is more. */
export function openWorkTable(
  rows: readonly OpenWorkRow[],
  { what, nearness, isAll }: { what: Controlled; nearness: Nearness | null; isAll: boolean },
  about: ControlAbout,
): Table {
  const { column, list, nearness: names, onlyNear } = about.words
  return {
    name: `control-${what}`,
    title: list.title[what],
    subtitle: subtitle(about, nearness ? [onlyNear(names[nearness])] : []),
    columns: [
      text('number', column.number),
      text('what', column.what),
      { ...text('department', column.unit), spare: true },
      ...(what === 'tasks' ? [text('holder', column.holder)] : []),
      text('due', column.due),
      { key: 'daysLate', title: column.daysLate, kind: 'count' },
    ],
    rows: rows.map(row => workRow(row, about)),
    ...(isAll
      ? { totals: { number: list.total(rows.length) } }
      : { totals: null, foot: [list.first(rows.length)] }),
  }
}

const workRow = ({ department, dueOn, daysLate, ...row }: OpenWorkRow, about: ControlAbout): Row => ({
  id: row.id,
  number: row.number,
  what: row.what,
  holder: row.holder ?? about.words.list.nobody,
  department: department.name,
  due: dueOn && showDay(dueOn, about.lang),
  daysLate: daysLate || null,
})

/** A task of a week's review; `review` is the last that was said of it for that week. */
export type ReviewRow = Omit<OpenWorkRow, 'dueOn'> & {
  dueOn: Temporal.PlainDate
  status: ReviewStatus
  review: { status: ReviewStatus; verdict: Verdict; note: string | null; by: string } | null
}

/** The protocol of a week's review: what nobody reviewed stands first, and says so. */
export function protocolTable(
  rows: readonly ReviewRow[],
  week: Temporal.PlainDate,
  about: ControlAbout,
): Table {
  const { column, protocol, statuses, verdicts } = about.words
  const reviewed = rows.filter(({ review }) => review !== null)
  const days = protocol.week(showDay(week, about.lang), showDay(lastDayOf(week), about.lang))
  return {
    name: 'review-protocol',
    title: protocol.title,
    subtitle: subtitle(about, [days, protocol.reviewed(reviewed.length, rows.length)]),
    columns: [
      text('number', column.number),
      text('what', column.what),
      { ...text('department', column.unit), spare: true },
      text('holder', column.holder),
      { ...text('due', column.due), spare: true },
      text('status', column.status),
      text('verdict', column.verdict),
      text('note', column.note),
      { ...text('reviewer', column.reviewer), spare: true },
    ],
    rows: [...rows.filter(({ review }) => review === null), ...reviewed].map(row => ({
      ...workRow(row, about),
      status: statuses[row.review?.status ?? row.status],
      verdict: row.review ? verdicts[row.review.verdict] : protocol.notReviewed,
      note: row.review?.note ?? null,
      reviewer: row.review?.by ?? null,
    })),
    totals: null,
    foot: [protocol.signature],
  }
}
