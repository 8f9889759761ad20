import type { Cell, Column, Row, Table } from '../../rules/reports/table.ts'

/** A table for programs: money columns become `<key>_cents`, whole numbers; the words stay for people. */
export const tableJson = (table: Table): Record<string, unknown> => ({
  name: table.name,
  title: table.title,
  about: table.subtitle,
  rows: table.rows.map(row => rowJson(table.columns, row)),
  ...(table.totals ? { totals: rowJson(table.columns, table.totals) } : {}),
})

const rowJson = (columns: readonly Column[], row: Row): Record<string, Exclude<Cell, bigint>> =>
  Object.fromEntries(
    columns.map(({ key, kind }) => {
      const cell = row[key] ?? null
      return [kind === 'money' ? `${key}_cents` : key, typeof cell === 'bigint' ? Number(cell) : cell]
    }),
  )
