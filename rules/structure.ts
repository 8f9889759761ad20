import type { Lang } from './languages.ts'
import { type Refusal, refusal } from './refusal.ts'

/** Дирекция, отдел, кметство, център за административно обслужване. */
export const DEPARTMENT_KINDS = ['directorate', 'department', 'mayoralty', 'centre'] as const
export type DepartmentKind = (typeof DEPARTMENT_KINDS)[number]

/** A node of the town's structure. */
export type Department = {
  id: string
  code: string
  name: Record<Lang, string>
  kind: DepartmentKind
  parentId: string | null
  /** EKATTE of the settlement of a mayoralty. */
  ekatte: string | null
  isClosed: boolean
}

/** A node with how deep it stands: 0 is under nothing. */
export type TreeRow<D extends Department = Department> = { department: D; depth: number }

const RANK: Record<DepartmentKind, number> = { directorate: 0, centre: 1, department: 2, mayoralty: 3 }

/** The structure from above: each node followed by what is under it; directorates first, mayoralties last, else by name. */
export function asTree<D extends Department>(departments: readonly D[]): TreeRow<D>[] {
  const known = new Set(departments.map(({ id }) => id))
  const under = (parentId: string | null): D[] =>
    departments
      .filter(one => (one.parentId && known.has(one.parentId) ? one.parentId : null) === parentId)
      .toSorted((a, b) => RANK[a.kind] - RANK[b.kind] || a.name.bg.localeCompare(b.name.bg, 'bg'))
  const rows = (parentId: string | null, depth: number): TreeRow<D>[] =>
    under(parentId).flatMap(department => [{ department, depth }, ...rows(department.id, depth + 1)])
  return rows(null, 0)
}

/** Whether `id` is this node or anywhere under it. */
export function isUnder(departments: readonly Department[], id: string, top: string): boolean {
  const above = new Set<string>()
  for (let at: string | null = id; at !== null && !above.has(at); at = parentOf(departments, at)) {
    if (at === top) return true
    above.add(at)
  }
  return false
}

const parentOf = (departments: readonly Department[], id: string): string | null =>
  departments.find(one => one.id === id)?.parentId ?? null

/** Why a node cannot stand under another one, or null: under itself or under what is below it, under a closed one. */
export function whyNotUnder(
  departments: readonly Department[],
  moved: Pick<Department, 'id' | 'name'>,
  parent: Department | null,
): Refusal | null {
  if (!parent) return null
  if (isUnder(departments, parent.id, moved.id))
    return refusal('department.under_itself', { name: moved.name.bg })
  return parent.isClosed ? refusal('department.closed', { name: parent.name.bg }) : null
}

/** A code that is typed: small Latin letters, digits and hyphens. */
export const isDepartmentCode = (text: string): boolean => /^[a-z][a-z0-9-]{1,29}$/.test(text)

/** The days on which somebody acts for somebody absent, both included; none where it was taken back before it began. */
export type Substitution = {
  id: string
  absent: { id: string; login: string; name: string }
  substitute: { id: string; login: string; name: string }
  from: Temporal.PlainDate
  until: Temporal.PlainDate
  /** The order or the leave it rests on. */
  ground: string
}

export type SubstitutionState = 'coming' | 'now' | 'over' | 'taken_back'

export function stateOfSubstitution(
  { from, until }: Pick<Substitution, 'from' | 'until'>,
  today: Temporal.PlainDate,
): SubstitutionState {
  const compare = Temporal.PlainDate.compare
  if (compare(until, from) < 0) return 'taken_back'
  if (compare(today, from) < 0) return 'coming'
  return compare(today, until) > 0 ? 'over' : 'now'
}
