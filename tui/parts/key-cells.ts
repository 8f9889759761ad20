import type { PictureLine } from '../picture.ts'
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

export const keyName = (key: string): string => KEY_NAMES[key] ?? key.toUpperCase()

const LEAST_CELL = 12
const MOST_CELL = 20

/**
 * The commands in rows of cells of one width at most two rows while that leaves 12 cells each.
 * A command that is refused now stands in parentheses.
 */
export function keyRows(lines: readonly PictureLine[], columns: number): KeyCell[][] {
  const cells = lines.map(line => ({
    ...line,
    key: keyName(line.key),
    text: line.isRefused ? `(${line.label})` : line.label,
  }))
  const widest = Math.max(1, ...cells.map(cell => widthOf(cell.key) + widthOf(cell.text) + 3))
  const inTwoRows = Math.min(Math.ceil(cells.length / 2), Math.floor(columns / LEAST_CELL))
  const most = Math.max(1, Math.floor(columns / widest), inTwoRows)
  const perRow = Math.max(1, Math.ceil(cells.length / Math.ceil(cells.length / most)))
  const width = Math.min(Math.floor(columns / perRow), MOST_CELL)
  const fitted = cells.map(({ key, text, isRefused }) => ({
    key,
    isRefused,
    text: fit(text, width - widthOf(key) - 2),
  }))
  return Array.from({ length: Math.ceil(fitted.length / perRow) }, (_, row) =>
    fitted.slice(row * perRow, (row + 1) * perRow),
  )
}
