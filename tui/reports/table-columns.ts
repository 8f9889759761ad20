import type { Lang } from '../../rules/languages.ts'
import { type Column, type Row, showCell, type Table } from '../../rules/reports/table.ts'
import { fitRow, widthOf } from '../parts/fit.ts'

/** A text longer than this gives way before a column is left out. */
const READABLE = 22

/** How a table is drawn in a width: the columns that have room, and what is left out of the others. */
export type ShownTable = {
  header: string
  row: (row: Row) => string
  /** The whole texts of a row and what has no column, for the lines below the list. */
  details: (row: Row) => string
}

/** Takes away what may be spared, then the last columns, until the rest can be read; the longest text takes what is left. */
export function shownTable(table: Table, lang: Lang, width: number): ShownTable {
  const cell = (row: Row, { key, kind }: Column) => showCell(row[key] ?? null, kind, lang)
  const all = [...table.rows, ...(table.totals ? [table.totals] : [])]
  const natural = new Map(
    table.columns.map(column => [
      column,
      Math.max(widthOf(column.title), ...all.map(row => widthOf(cell(row, column)))),
    ]),
  )
  const needs = (column: Column) =>
    column.kind === 'text' ? Math.min(READABLE, natural.get(column) ?? 0) : (natural.get(column) ?? 0)
  const columns = fitting(table, needs, width)
  const texts = columns.filter(column => column.kind === 'text')
  const rest = texts.toSorted((a, b) => (natural.get(b) ?? 0) - (natural.get(a) ?? 0))[0]
  const layout = columns.map(column => ({
    width: column === rest ? ('rest' as const) : needs(column),
    align: column.kind === 'text' ? ('left' as const) : ('right' as const),
  }))
  const hidden = table.columns.filter(column => !columns.includes(column))
  return {
    header: fitRow(
      layout,
      columns.map(column => column.title),
      width,
    ),
    row: row =>
      fitRow(
        layout,
        columns.map(column => cell(row, column)),
        width,
      ),
    details: row =>
      [
        ...(rest ? [cell(row, rest)] : []),
        ...hidden
          .filter(column => cell(row, column) !== '')
          .map(column => `${column.title} ${cell(row, column)}`),
      ].join(' · '),
  }
}

function fitting(table: Table, needs: (column: Column) => number, width: number): Column[] {
  let columns = table.columns
  const taken = () => columns.reduce((sum, column) => sum + needs(column) + 1, -1)
  while (taken() > width && columns.length > 2) {
    const out = columns.find(column => column.spare) ?? columns.at(-1)
    columns = columns.filter(column => column !== out)
  }
  return columns
}
