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

/**
 * Makes the group roles and gives each exactly the privileges of db/privileges.ts. Runs in the caller's transaction, in two
 * round trips however many tables there are.
 */
export async function applyPrivileges(sql: postgres.TransactionSql, database: string): Promise<void> {
  const groups = POSTS.map(post => groupRole(database, post))
  const known = await sql<
    { name: string }[]
  >`select rolname as name from pg_roles where rolname in ${sql(groups)}`
  const missing = groups.filter(group => !known.some(({ name }) => name === group))
  const all = groups.map(quoted).join(', ')
  await sql.unsafe(
    [
      ...missing.map(group => `create role ${quoted(group)} nologin`),
      'revoke create on schema public from public',
      `revoke all on database ${quoted(database)} from public`,
      `revoke all on all tables in schema public from public, ${all}`,
      `revoke all on all functions in schema public from public, ${all}`,
      `grant connect on database ${quoted(database)} to ${all}`,
      `grant usage on schema public to ${all}`,
      ...POSTS.flatMap(post => grantsOf(post, quoted(groupRole(database, post)))),
    ].join(';\n'),
  )
}

function grantsOf(post: Post, group: string): string[] {
  const tables = Object.entries(TABLE_PRIVILEGES[post])
  const functions = Object.entries(FUNCTION_PRIVILEGES).filter(([, posts]) => posts.includes(post))
  return [
    ...tables.map(
      ([table, privileges]) => `grant ${privileges.join(', ')} on table ${quoted(table)} to ${group}`,
    ),
    ...functions.map(([signature]) => `grant execute on function ${signature} to ${group}`),
  ]
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
