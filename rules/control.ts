import { addWorkingDays, type Calendar } from './calendar.ts'
import type { Lang } from './languages.ts'

/** How near the last day of open work is, the worst first; `still` is a request whose term stands still. */
export const NEARNESSES = ['overdue', 'today', 'soon', 'week', 'later', 'still'] as const
export type Nearness = (typeof NEARNESSES)[number]

/** The working days after today that count as soon, and as within a week of work. */
export const SOON_DAYS = 3
export const WEEK_DAYS = 7

/** The last days of `soon` and `week`: counted in working days, so that nothing falls due over a holiday unseen. */
export type Limits = { today: Temporal.PlainDate; soon: Temporal.PlainDate; week: Temporal.PlainDate }

export const limitsOn = (calendar: Calendar, today: Temporal.PlainDate): Limits => ({
  today,
  soon: addWorkingDays(calendar, today, SOON_DAYS),
  week: addWorkingDays(calendar, today, WEEK_DAYS),
})

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0

export function nearnessOf(dueOn: Temporal.PlainDate | null, { today, soon, week }: Limits): Nearness {
  if (!dueOn) return 'still'
  if (isAfter(today, dueOn)) return 'overdue'
  if (today.equals(dueOn)) return 'today'
  if (!isAfter(dueOn, soon)) return 'soon'
  return isAfter(dueOn, week) ? 'later' : 'week'
}

/** The days of a nearness, both included; null is no limit. A term that stands still has none. */
export function daysOfNearness(
  nearness: Nearness,
  { today, soon, week }: Limits,
): { from: Temporal.PlainDate | null; until: Temporal.PlainDate | null } {
  const after = (day: Temporal.PlainDate) => day.add({ days: 1 })
  switch (nearness) {
    case 'overdue':
      return { from: null, until: today.subtract({ days: 1 }) }
    case 'today':
      return { from: today, until: today }
    case 'soon':
      return { from: after(today), until: soon }
    case 'week':
      return { from: after(soon), until: week }
    case 'later':
      return { from: after(week), until: null }
    case 'still':
      return { from: null, until: null }
  }
}

/** Calendar days by which something is late; 0 where it is not. */
export const daysLate = (dueOn: Temporal.PlainDate | null, on: Temporal.PlainDate): number =>
  dueOn && isAfter(on, dueOn) ? dueOn.until(on, { largestUnit: 'days' }).days : 0

export type Counts = Record<Nearness, number>
export const NOTHING: Counts = { overdue: 0, today: 0, soon: 0, week: 0, later: 0, still: 0 }

export const sumOf = (counts: Counts): number => NEARNESSES.reduce((sum, one) => sum + counts[one], 0)

const added = (one: Counts, other: Counts): Counts => ({
  overdue: one.overdue + other.overdue,
  today: one.today + other.today,
  soon: one.soon + other.soon,
  week: one.week + other.week,
  later: one.later + other.later,
  still: one.still + other.still,
})

export const CONTROLLED = ['tasks', 'requests'] as const
export type Controlled = (typeof CONTROLLED)[number]
export type Load = Record<Controlled, Counts>

const NO_LOAD: Load = { tasks: NOTHING, requests: NOTHING }

export const addLoads = (one: Load, other: Load): Load => ({
  tasks: added(one.tasks, other.tasks),
  requests: added(one.requests, other.requests),
})

/** The task whose last day is the earliest; `holder` is null while nobody of the department has taken it. */
export type Oldest = { taskId: string; dueOn: Temporal.PlainDate; what: string; holder: string | null }

/** The request whose last day is the earliest, of those whose term runs. */
export type OldestRequest = {
  requestId: string
  dueOn: Temporal.PlainDate
  number: string
  service: Record<Lang, string>
}

export type DepartmentWork = {
  id: string
  code: string
  name: Record<Lang, string>
  kind: 'directorate' | 'department' | 'mayoralty' | 'centre'
  parentId: string | null
  own: Load
  oldest: Oldest | null
  oldestRequest: OldestRequest | null
}

/** A department in its place: `depth` below the first that is seen, `all` with everything under it. */
export type BoardRow = DepartmentWork & { depth: number; all: Load }

export type ControlBoard = {
  limits: Limits
  rows: BoardRow[]
  totals: Load
  oldest: Oldest | null
  oldestRequest: OldestRequest | null
}

/**
 * The board of these departments: each below its own, by code, with the work of all that is under it rolled up; what has nothing
 * open at all is left out. A department whose superior is not among them stands at the top.
 */
export function boardOf(departments: readonly DepartmentWork[], limits: Limits): ControlBoard {
  const known = new Set(departments.map(({ id }) => id))
  const under = Map.groupBy(departments, ({ parentId }) =>
    parentId && known.has(parentId) ? parentId : null,
  )
  const branch = (of: string | null, depth: number): BoardRow[] =>
    (under.get(of) ?? [])
      .toSorted((a, b) => a.code.localeCompare(b.code, 'bg', { numeric: true }))
      .flatMap(department => {
        const below = branch(department.id, depth + 1)
        const parts = below.filter(row => row.depth === depth + 1)
        const row = {
          ...department,
          depth,
          all: parts.map(({ all }) => all).reduce(addLoads, department.own),
          oldest: oldestOf([department, ...parts].map(({ oldest }) => oldest)),
          oldestRequest: oldestOf([department, ...parts].map(({ oldestRequest }) => oldestRequest)),
        }
        return loadOf(row.all) > 0 ? [row, ...below] : []
      })
  const rows = branch(null, 0)
  const tops = rows.filter(({ depth }) => depth === 0)
  return {
    limits,
    rows,
    totals: tops.map(({ all }) => all).reduce(addLoads, NO_LOAD),
    oldest: oldestOf(tops.map(({ oldest }) => oldest)),
    oldestRequest: oldestOf(tops.map(({ oldestRequest }) => oldestRequest)),
  }
}

export const loadOf = ({ tasks, requests }: Load): number => sumOf(tasks) + sumOf(requests)

const oldestOf = <O extends { dueOn: Temporal.PlainDate }>(rows: readonly (O | null)[]): O | null =>
  rows.flatMap(oldest => oldest ?? []).toSorted((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn))[0] ??
  null
