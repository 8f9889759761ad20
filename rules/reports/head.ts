import type { ControlBoard } from '../control.ts'
import { boardTables, type OpenWorkRow, openWorkTable } from './control.ts'
import type { Period } from './periods.ts'
import { type ControlAbout, type LateRow, lateTable, type RequestsRow, requestsTable } from './registry.ts'
import type { Table } from './table.ts'

/** What a head sees at once: the work of today, and what this month came to. */
export type HeadPage = {
  board: ControlBoard
  services: readonly RequestsRow[]
  late: readonly LateRow[]
  oldest: readonly OpenWorkRow[]
}

const MOST_ROWS = 8

/** All of it on one page: units to the second level, the longest delays, without what may be spared. */
export function headTables(page: HeadPage, about: ControlAbout & { period: Period }): Table[] {
  const { head } = about.words
  const top = { ...page.board, rows: page.board.rows.filter(({ depth }) => depth < 2) }
  const [tasks, requests] = boardTables(top, about).map(short)
  if (!tasks || !requests) return []
  const late = lateTable(page.late, about)
  const rest = late.rows.length - MOST_ROWS
  return [
    { ...tasks, name: 'head', title: head.title },
    requests,
    part(head.services, requestsTable(page.services, 'service', about)),
    {
      ...part(head.late, late),
      rows: late.rows.slice(0, MOST_ROWS),
      ...(rest > 0 ? { foot: [head.more(rest)] } : {}),
    },
    part(head.oldest, openWorkTable(page.oldest, { what: 'tasks', nearness: null }, about), false),
  ]
}

const short = (table: Table): Table => ({
  ...table,
  columns: table.columns.filter(column => !column.spare),
})

const part = (title: string, table: Table, hasTotals = true): Table => ({
  ...short(table),
  title: '',
  subtitle: [title],
  ...(hasTotals ? {} : { totals: null }),
})
