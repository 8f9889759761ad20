import type { InboxCount } from '../../office/tasks/count-inbox.ts'
import type { TaskRow } from '../../office/tasks/lookup.ts'
import type { Key } from '../keys.ts'
import { moveCursor } from '../parts/list.tsx'

/** The lists of an inbox: one's own with those of whom one stands in for, the department's that nobody has, given, ended. */
export const BOXES = ['mine', 'unit', 'given', 'ended'] as const
export type Box = (typeof BOXES)[number]

export type InboxState = {
  box: Box
  rows: readonly TaskRow[]
  isMore: boolean
  cursor: number
  counts: InboxCount | null
  /** The list whose rows these are; null before the first. */
  loaded: Box | null
}

export const inboxAtOpening = (): InboxState => ({
  box: 'mine',
  rows: [],
  isMore: false,
  cursor: 0,
  counts: null,
  loaded: null,
})

export const chosenTask = (s: InboxState): TaskRow | undefined =>
  s.loaded === s.box ? s.rows[s.cursor] : undefined

/** The list beside this one. */
export const turnedBox = (s: InboxState, step: 1 | -1): InboxState => ({
  ...s,
  box: BOXES[(BOXES.indexOf(s.box) + step + BOXES.length) % BOXES.length] ?? 'mine',
  cursor: 0,
})

export const typeInInbox = (s: InboxState, key: Key): InboxState => {
  const cursor = moveCursor(s.cursor, key, s.rows.length)
  return cursor === s.cursor ? s : { ...s, cursor }
}

/** The list as it now is; the cursor stays on its task, or on its place where that task is gone. */
export function withRows(
  s: InboxState,
  box: Box,
  { rows, isMore, counts }: Pick<InboxState, 'rows' | 'isMore'> & { counts: InboxCount },
): InboxState {
  if (s.box !== box) return { ...s, counts }
  const chosen = chosenTask(s)
  const found = chosen ? rows.findIndex(({ id }) => id === chosen.id) : -1
  const cursor = found >= 0 ? found : Math.max(0, Math.min(s.cursor, rows.length - 1))
  return { ...s, rows, isMore, counts, cursor, loaded: box }
}
