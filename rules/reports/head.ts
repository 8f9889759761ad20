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

/** All of it on one page: the highest units, the most frequent services, the longest delays, without what may be spared. */
export function headTables(page: HeadPage, about: ControlAbout & { period: Period }): Table[] {
  const { head } = about.words
  const [tasks, requests] = boardTables(highest(page.board), about).map(short)
  if (!tasks || !requests) return []
  const services = requestsTable(page.services, 'service', about)
  const frequent = services.rows.toSorted((a, b) => Number(b['ended']) - Number(a['ended']))
  const oldest = openWorkTable(page.oldest, { what: 'tasks', nearness: null, isAll: true }, about)
  return [
    { ...tasks, name: 'head', title: head.title },
    requests,
    part(head.services, firstOf({ ...services, rows: frequent }, head.moreServices)),
    part(head.late, firstOf(lateTable(page.late, about), head.moreLate)),
    { ...part(head.oldest, oldest), totals: null },
  ]
}

/** Of a town its directorates and mayoralties, of a directorate its departments. */
function highest(board: ControlBoard): ControlBoard {
  const tops = board.rows.filter(({ depth }) => depth === 0)
  return { ...board, rows: tops.length > 1 ? tops : board.rows.filter(({ depth }) => depth < 2) }
}

/** The first rows, and below how many more there are. */
function firstOf(table: Table, more: (rows: number) => string): Table {
  const rest = table.rows.length - MOST_ROWS
  return rest > 0 ? { ...table, rows: table.rows.slice(0, MOST_ROWS), foot: [more(rest)] } : table
}

const short = (table: Table): Table => ({
  ...table,
  columns: table.columns.filter(column => !column.spare),
})

const part = (title: string, table: Table): Table => ({ ...short(table), title: '', subtitle: [title] })
