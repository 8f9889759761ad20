import { type SQL, sql } from 'drizzle-orm'
import type { Lang } from '../../rules/languages.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Period } from '../../rules/reports/periods.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

/** Whose work is looked at: one department with all that is under it, by code; null is all that one controls. */
export type Whose = string | null

/** Of these days, both included, and of whom. */
export type PeriodAsked = { period: Period; whose: Whose }

/** The department that is asked for and all under it, as a subquery of ids. */
export const unitsUnder = (code: string): SQL => sql`(
  with recursive asked as (
    select id from departments where code = ${code}
    union select d.id from departments d join asked a on d.parent_id = a.id)
  select id from asked)`

/**
 * The departments whose work somebody controls, as a subquery of ids: those who see all cases control the whole town, a head the
 * own department and what is under it, everybody else the own one. What a case shared with them shows beside is no work of theirs.
 */
export const controlled = (whose: Whose): SQL => sql`(
  select id from departments where ((select sees_all_cases()) or id = any ((select seen_departments())::uuid[]))
    ${whose === null ? sql`` : sql`and id in ${unitsUnder(whose)}`})`

/**
 * Open work of the controlled departments. As an array they are looked at before the row policy is asked, which would else gather
 * all cases that were ever shared with them.
 */
export const isOfUnits = (whose: Whose): SQL => sql`department_id = any (array${controlled(whose)})`

/** What a function of the database told of the controlled departments, narrowed to the one that is asked for. */
export const ofUnit = (column: SQL, whose: Whose): SQL =>
  whose === null ? sql`true` : sql`${column} in ${unitsUnder(whose)}`

/** The first and the last day as arguments. */
export const daysOf = ({ from, to }: Period): SQL => sql`${from.toString()}::date, ${to.toString()}::date`

export type Unit = { id: string; code: string; name: { bg: string; en: string } }

/** The department that is asked for; refuses one that is not there. */
export async function unitAsked(db: Ctx['db'] | Tx, whose: Whose): Promise<Unit | null> {
  if (whose === null) return null
  const [found] = await db.execute<{ id: string; code: string; name_bg: string; name_en: string }>(
    sql`select id, code, name_bg, name_en from departments where code = ${whose}`,
  )
  if (!found) throw refusal('department.unknown', { text: whose })
  return { id: found.id, code: found.code, name: { bg: found.name_bg, en: found.name_en } }
}

/**
 * What ended after its last day in a period, tasks and requests, with what the unit stated. A task that nobody waited for any
 * more was not late. Whoever ended it stands for those who did not take it.
 */
export const lateOf = ({ period, whose }: PeriodAsked, lang: Lang): SQL => sql`(
  select e.request_id as id, true as is_request, e.number, ${lang === 'bg' ? sql`v.name_bg` : sql`v.name_en`} as what, e.department_id,
    e.ended_by as holder_id, e.due_on, e.ended_on, e.late_reason as reason, e.late_note as note
  from ended_requests(${daysOf(period)}) e join services v on v.id = e.service_id
  where e.ended_on > e.due_on and ${ofUnit(sql`e.department_id`, whose)}
  union all
  select t.task_id, false, t.number, t.what, t.department_id,
    coalesce(t.assignee_id, (select ended_by from task_endings x where x.task_id = t.task_id)), t.due_on, t.ended_on, t.late_reason, t.late_note
  from ended_tasks(${daysOf(period)}) t
  where t.ended_on > t.due_on and t.outcome <> 'cancelled' and ${ofUnit(sql`t.department_id`, whose)})`
