import { type SQL, sql } from 'drizzle-orm'
import { refusal } from '../../rules/refusal.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

/** Whose work is looked at: one department with all that is under it, by code; null is all that one controls. */
export type Whose = string | null

type Found = { id: string; code: string }

/**
 * The departments whose work somebody controls, as a subquery of ids: those who see all cases control the whole town, a head the
 * own department and what is under it, everybody else the own one. What a case shared with them shows beside is no work of theirs.
 */
export const controlled = (whose: Whose): SQL => sql`(
  with recursive mine as (
    select id from departments where (select sees_all_cases()) or id = any ((select seen_departments())::uuid[])),
  asked as (
    select id from departments where ${whose === null ? sql`true` : sql`code = ${whose}`}
    union select d.id from departments d join asked a on d.parent_id = a.id)
  select id from mine where id in (select id from asked))`

/** Refuses a department that is not there. */
export async function departmentAsked(db: Ctx['db'] | Tx, whose: Whose): Promise<Found | null> {
  if (whose === null) return null
  const [found] = await db.execute<Found>(sql`select id, code from departments where code = ${whose}`)
  if (!found) throw refusal('department.unknown', { text: whose })
  return found
}
