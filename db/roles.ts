import type postgres from 'postgres'
import { POSTS, type Post } from '../rules/authority.ts'
import { FUNCTION_PRIVILEGES } from './function-privileges.ts'
import { TABLE_PRIVILEGES } from './privileges.ts'

const TRAINING = '_training'

/** Where a town practises: a database of its own beside the town's, on the same server. */
export const trainingDatabase = (database: string): string => `${townDatabaseOf(database)}${TRAINING}`

/** The town's own database, also for the one where it practises; the walls say the same (`town_database()`). */
export const townDatabaseOf = (database: string): string =>
  database.endsWith(TRAINING) ? database.slice(0, -TRAINING.length) : database

/**
 * Roles belong to the whole server, so they carry the name of the town's database: two towns may share one server. Whoever
 * practises does so under the own role.
 */
export const groupRole = (database: string, post: Post): string => `${townDatabaseOf(database)}_${post}`

export const staffRole = (database: string, login: string): string =>
  `${townDatabaseOf(database)}_staff_${login}`

const NAME = /^[a-z][a-z0-9_]{0,29}$/
const NAME_OF_A_ROLE = new RegExp(`_staff|_(${POSTS.join('|')}|training)$`)

/** Whether the roles of a database of this name fit into PostgreSQL's 63 bytes and are never those of another town. */
export const canNameRoles = (database: string): boolean =>
  NAME.test(database) && !NAME_OF_A_ROLE.test(database)

/** Makes the group roles and gives each exactly the privileges of db/privileges.ts. Runs in the caller's transaction. */
export async function applyPrivileges(sql: postgres.TransactionSql, database: string): Promise<void> {
  await sql`revoke create on schema public from public`
  await sql`revoke all on database ${sql(database)} from public`
  await sql`revoke all on all tables in schema public from public`
  await sql`revoke all on all functions in schema public from public`
  for (const post of POSTS) {
    const group = groupRole(database, post)
    const known = await sql`select from pg_roles where rolname = ${group}`
    if (known.length === 0) await sql`create role ${sql(group)} nologin`
    await sql`grant connect on database ${sql(database)} to ${sql(group)}`
    await sql`grant usage on schema public to ${sql(group)}`
    await sql`revoke all on all tables in schema public from ${sql(group)}`
    await sql`revoke all on all functions in schema public from ${sql(group)}`
    for (const [table, privileges] of Object.entries(TABLE_PRIVILEGES[post]))
      for (const privilege of privileges)
        await sql`grant ${sql.unsafe(privilege)} on table ${sql(table)} to ${sql(group)}`
    for (const [signature, posts] of Object.entries(FUNCTION_PRIVILEGES))
      if (posts.includes(post)) await sql`grant execute on function ${sql.unsafe(signature)} to ${sql(group)}`
  }
}
