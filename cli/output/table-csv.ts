import type { Cents } from '../../rules/money.ts'
import type { Cell, Column, Row, Table } from '../../rules/reports/table.ts'

/**
 * RFC 4180: a header, CRLF, quotes where needed; UTF-8 without a mark; amounts as `1234.50`, percents and days as `12.5`,
 * durations as seconds. Totals are left to the reader.
 * A text that a spreadsheet would take for a formula is quoted with an apostrophe.
 */
export function tableCsv(table: Table): string {
  const line = (cells: string[]) => `${cells.map(quoted).join(',')}\r\n`
  const cells = (row: Row) => table.columns.map(column => cellCsv(row[column.key] ?? null, column.kind))
  return [line(table.columns.map(column => column.title)), ...table.rows.map(row => line(cells(row)))].join(
    '',
  )
}

function cellCsv(cell: Cell, kind: Column['kind']): string {
  if (cell === null) return ''
  if (kind === 'money') return decimal(cell as Cents)
  if (kind === 'percent' || kind === 'days') return (Number(cell) / 10).toFixed(1)
  if (kind === 'duration') return (Number(cell) / 1000).toFixed(1)
  const text = String(cell)
  return kind === 'text' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function decimal(amount: Cents): string {
  const size = amount < 0n ? -amount : amount
  return `${amount < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
