import {
  type BoardRow,
  CONTROLLED,
  type ControlBoard,
  type Controlled,
  type Counts,
  loadOf,
  NEARNESSES,
  type Nearness,
  sumOf,
} from '../../rules/control.ts'
import type { Key } from '../keys.ts'
import { moveCursor } from '../parts/list.tsx'

/** The columns of the board: how near the last day is, and all of them together. */
export const COLUMNS: readonly (Nearness | null)[] = [...NEARNESSES, null]

/** `row` 0 is the sum of all; `column` is a place in COLUMNS. */
export type DeadlinesState = { board: ControlBoard | null; what: Controlled; row: number; column: number }

export const deadlinesAtOpening = (): DeadlinesState => ({ board: null, what: 'tasks', row: 0, column: 0 })

/** A line of the board: all together, or a department. */
export type Shown = { code: string | null; row: BoardRow | null; counts: Counts }

export function shownOf({ board, what }: DeadlinesState): Shown[] {
  if (!board) return []
  return [
    { code: null, row: null, counts: board.totals[what] },
    ...board.rows
      .filter(({ all }) => sumOf(all[what]) > 0 || loadOf(all) > 0)
      .map(row => ({ code: row.code, row, counts: row.all[what] })),
  ]
}

export const countIn = (counts: Counts, column: number): number => {
  const nearness = COLUMNS[column]
  return nearness ? counts[nearness] : sumOf(counts)
}

export const chosenCell = (s: DeadlinesState): { shown: Shown; count: number } | null => {
  const shown = shownOf(s)[s.row]
  return shown ? { shown, count: countIn(shown.counts, s.column) } : null
}

export function typeOnBoard(s: DeadlinesState, key: Key): DeadlinesState {
  if (key.kind === 'text') return s
  const step = { left: -1, right: 1 }[key.name as string] ?? 0
  if (step !== 0) return { ...s, column: Math.min(COLUMNS.length - 1, Math.max(0, s.column + step)) }
  return { ...s, row: moveCursor(s.row, key, shownOf(s).length) }
}

/** The board as it now is; the cursor stays with its department. */
export function withBoard(s: DeadlinesState, board: ControlBoard): DeadlinesState {
  const code = shownOf(s)[s.row]?.code ?? null
  const now = { ...s, board }
  const at = shownOf(now).findIndex(shown => shown.code === code)
  return { ...now, row: Math.max(at, 0) }
}

export const otherWork = (s: DeadlinesState): DeadlinesState => ({
  ...s,
  what: CONTROLLED.find(what => what !== s.what) ?? s.what,
})
