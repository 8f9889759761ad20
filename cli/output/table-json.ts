import type { Cell, CellKind, Column, Row, Table } from '../../rules/reports/table.ts'

/** A table for programs: money is `<key>_cents`, a duration `<key>_ms`, days `<key>_days`; the words stay for people. */
export const tableJson = (table: Table): Record<string, unknown> => ({
  name: table.name,
  title: table.title,
  about: table.subtitle,
  rows: table.rows.map(row => rowJson(table.columns, row)),
  ...(table.totals ? { totals: rowJson(table.columns, table.totals) } : {}),
  ...(table.foot ? { foot: table.foot } : {}),
})

const rowJson = (columns: readonly Column[], row: Row): Record<string, Exclude<Cell, bigint>> =>
  Object.fromEntries(
    columns.map(({ key, kind }) => {
      const cell = row[key] ?? null
      return [`${key}${SUFFIX[kind]}`, numberOf(cell, kind)]
    }),
  )

const SUFFIX: Record<CellKind, string> = {
  text: '',
  count: '',
  money: '_cents',
  percent: '',
  duration: '_ms',
  days: '_days',
}

function numberOf(cell: Cell, kind: CellKind): Exclude<Cell, bigint> {
  if (typeof cell === 'bigint') return Number(cell)
  return (kind === 'percent' || kind === 'days') && typeof cell === 'number' ? cell / 10 : cell
}
