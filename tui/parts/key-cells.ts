import type { Picture, PictureLine } from '../picture.ts'
import { fit, widthOf } from './fit.ts'

export type KeyCell = { key: string; text: string; isRefused: boolean }

const KEY_NAMES: Record<string, string> = {
  esc: 'Esc',
  enter: 'Enter',
  tab: 'Tab',
  'shift-tab': 'Shift-Tab',
  backspace: 'Backspace',
  delete: 'Delete',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  home: 'Home',
  end: 'End',
  pageup: 'PgUp',
  pagedown: 'PgDn',
}

const keyName = (key: string): string => KEY_NAMES[key] ?? key.toUpperCase()

const LEAST_CELL = 12
const MOST_CELL = 20

/** Enter, Esc and the like in their rows, and under them the F keys, which stand where they stand on every screen. */
export const barRows = (
  { lines, functionKeys }: Pick<Picture, 'lines' | 'functionKeys'>,
  columns: number,
): KeyCell[][] => [
  ...(lines.length > 0 ? keyRows(lines, columns) : [[]]),
  ...functionKeyRows(functionKeys, columns),
]

/** All F keys in one row where it holds them, else in two; each column as wide as the longer of its two needs, or more. */
function functionKeyRows(keys: readonly PictureLine[], columns: number): KeyCell[][] {
  const needs = keys.map(
    ({ key, label, usual = '' }) => widthOf(key) + Math.max(widthOf(label), widthOf(usual)) + 4,
  )
  const perRow = sum(needs) <= columns ? keys.length : Math.ceil(keys.length / 2)
  const own = widestOf(needs, perRow)
  const more = Math.floor((columns - sum(own)) / perRow)
  const even = Math.floor(columns / perRow)
  const widths = own.map(width => (more < 0 ? even : Math.min(width + more, Math.max(width, MOST_CELL))))
  return cellRows(keys, perRow, widths)
}

const sum = (widths: readonly number[]): number => widths.reduce((whole, width) => whole + width, 0)

/** What each column needs for the widest of its cells. */
const widestOf = (needs: readonly number[], perRow: number): number[] =>
  Array.from({ length: perRow }, (_, column) => Math.max(...needs.filter((_, at) => at % perRow === column)))

/**
 * The commands in rows of cells, at most two rows while that leaves 12 cells each: even columns, or, where a label would be
 * cut, columns as wide as theirs. A command that is refused now stands in parentheses; room for these is always kept, so
 * that nothing moves when the state changes.
 */
export function keyRows(lines: readonly PictureLine[], columns: number): KeyCell[][] {
  if (lines.length === 0) return []
  const cells = lines.map(line => ({ ...line, key: keyName(line.key) }))
  const needs = cells.map(cell => widthOf(cell.key) + widthOf(cell.label) + 4)
  const inTwoRows = Math.min(Math.ceil(cells.length / 2), Math.floor(columns / LEAST_CELL))
  const most = Math.max(1, Math.floor(columns / (Math.max(1, ...needs) + 1)), inTwoRows)
  const perRow = Math.max(1, Math.ceil(cells.length / Math.ceil(cells.length / most)))
  const widths = columnWidths(needs, perRow, columns)
  return cellRows(lines, perRow, widths)
}

function cellRows(lines: readonly PictureLine[], perRow: number, widths: readonly number[]): KeyCell[][] {
  const fitted = lines.map(({ key, label, isRefused }, at) => ({
    key: keyName(key),
    isRefused,
    text: fit(isRefused ? `(${label})` : label, (widths[at % perRow] ?? 0) - widthOf(keyName(key)) - 2),
  }))
  return Array.from({ length: Math.ceil(fitted.length / perRow) }, (_, row) =>
    fitted.slice(row * perRow, (row + 1) * perRow),
  )
}

/** Even widths where every cell has its room in them or not all would; else each column its own, the widest taking what is left. */
function columnWidths(needs: readonly number[], perRow: number, columns: number): number[] {
  const even = Math.min(Math.floor(columns / perRow), MOST_CELL)
  const own = widestOf(needs, perRow).map(width => Math.max(LEAST_CELL, width))
  const left = columns - sum(own)
  const widest = Math.max(...own)
  if (widest <= even || left < 0) return own.map(() => even)
  return own.with(own.indexOf(widest), Math.min(widest + left, MOST_CELL))
}
