import type { FilingShown, LinkedCase } from '../../office/cases/contents.ts'
import type { CaseShown } from '../../office/cases/show-case.ts'
import type { TaskRow } from '../../office/tasks/lookup.ts'
import { isEnded } from '../../rules/requests.ts'
import type { Key } from '../keys.ts'
import { moveCursor } from '../parts/list.tsx'

/** The sheets of a case: its three sections, its tasks, all that happened, and what and who belongs to it beside. */
export const SHEETS = ['official', 'internal', 'control', 'tasks', 'history', 'links'] as const
export type Sheet = (typeof SHEETS)[number]

/** `isFresh`: it was loaded to be opened, so its first showing is no second look. */
export type CaseState = { shown: CaseShown; sheet: Sheet; cursor: number; isFresh: boolean }

export const caseAtOpening = (shown: CaseShown): CaseState => ({
  shown,
  sheet: 'official',
  cursor: 0,
  isFresh: true,
})

/** A task in its place below the one that it is a part of. */
export type TaskInTree = { task: TaskRow; depth: number }

/** The tasks of a case, each followed by its parts. */
export function taskTree(tasks: readonly TaskRow[]): TaskInTree[] {
  const known = new Set(tasks.map(({ id }) => id))
  const under = Map.groupBy(tasks, ({ parentId }) => (parentId && known.has(parentId) ? parentId : null))
  const branch = (of: string | null, depth: number): TaskInTree[] =>
    (under.get(of) ?? []).flatMap(task => [{ task, depth }, ...branch(task.id, depth + 1)])
  return branch(null, 0)
}

export const filingsIn = ({ filings }: CaseShown, sheet: Sheet): FilingShown[] =>
  filings.filter(({ section }) => section === sheet)

/** Cases that belong together with this one, whichever of them says so, each once. */
export const linksOf = ({ filings, linkedFrom }: CaseShown): LinkedCase[] => [
  ...new Map(
    [...filings.flatMap(({ linked }) => linked ?? []), ...linkedFrom].map(one => [one.id, one]),
  ).values(),
]

/** The request that is under way, else the last one of the case. */
export const requestOf = ({ requests }: CaseShown): CaseShown['requests'][number] | null =>
  requests.find(({ standing }) => !isEnded(standing)) ?? requests.at(-1) ?? null

export type CaseRow =
  | { kind: 'filing'; filing: FilingShown }
  | { kind: 'task'; place: TaskInTree }
  | { kind: 'event'; event: CaseEvent }
  | { kind: 'link'; link: LinkedCase }
  | { kind: 'access'; access: CaseShown['access'][number] }

/** A moment of a case in words, ready for the time line. */
export type CaseEvent = { at: Temporal.Instant; by: string; text: string; isDayOnly?: boolean }

/** What a sheet lists; the time line is told in words by whoever draws it. */
export function rowsOf({ shown, sheet }: CaseState, history: (shown: CaseShown) => CaseEvent[]): CaseRow[] {
  switch (sheet) {
    case 'tasks':
      return taskTree(shown.tasks).map(place => ({ kind: 'task', place }))
    case 'history':
      return history(shown).map(event => ({ kind: 'event', event }))
    case 'links':
      return [
        ...linksOf(shown).map(link => ({ kind: 'link' as const, link })),
        ...shown.access.map(access => ({ kind: 'access' as const, access })),
      ]
    default:
      return filingsIn(shown, sheet).map(filing => ({ kind: 'filing', filing }))
  }
}

export const turnedSheet = (s: CaseState, step: 1 | -1): CaseState => ({
  ...s,
  sheet: SHEETS[(SHEETS.indexOf(s.sheet) + step + SHEETS.length) % SHEETS.length] ?? 'official',
  cursor: 0,
})

export function typeAtCase(s: CaseState, key: Key, count: number): CaseState {
  const cursor = moveCursor(s.cursor, key, count)
  return cursor === s.cursor ? s : { ...s, cursor }
}

/** The document that a key is about: the chosen one, else the one that opened the case. */
export function documentMeant(s: CaseState): { id: string; number: string } {
  const { documentId, number } = s.shown
  const filing = filingsIn(s.shown, s.sheet)[s.cursor]
  return filing?.document ?? { id: documentId, number }
}
