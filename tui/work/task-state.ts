import type { TaskShown } from '../../office/tasks/show-task.ts'
import type { Key } from '../keys.ts'
import { moveCursor } from '../parts/list.tsx'

/** The two lists of a task: what happened with it, and its parts. */
export type Sheet = 'history' | 'parts'

export type TaskState = { task: TaskShown; sheet: Sheet; cursor: number }

/** The last thing that happened is chosen. */
export const taskAtOpening = (task: TaskShown): TaskState => ({
  task,
  sheet: 'history',
  cursor: Math.max(0, task.history.length - 1),
})

const rowsOf = ({ task, sheet }: TaskState): number =>
  sheet === 'history' ? task.history.length : task.parts.length

export function typeAtTask(s: TaskState, key: Key): TaskState {
  const cursor = moveCursor(s.cursor, key, rowsOf(s))
  return cursor === s.cursor ? s : { ...s, cursor }
}

/** The other list. */
export const turned = (s: TaskState): TaskState => ({
  ...s,
  sheet: s.sheet === 'history' ? 'parts' : 'history',
  cursor: 0,
})
