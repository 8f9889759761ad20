import { pipeline } from 'node:stream/promises'
import type postgres from 'postgres'
import { refusal } from '../rules/refusal.ts'
import type { Progress } from './backup.ts'
import { LOCKS } from './locks.ts'
import { migrateTown, readStamp, stampFault } from './migrate.ts'
import { type Db, databaseError, type Login, openDatabase, type Place } from './open.ts'
import { staffRole, trainingDatabase } from './roles.ts'

/**
 * What practice takes over from the town, each table after those it refers to; the town itself comes last, because without it
 * nobody can sign in. All others begin empty: money and numbers are its own, and nobody of the town's register is shown.
 */
export const COPIED = [
  'departments',
  'printers',
  'printer_profiles',
  'desks',
  'staff',
  'substitutions',
  'calendar_days',
  'registers',
  'nomenclature',
  'document_kinds',
  'services',
  'service_fees',
  'cards',
  'settlements',
  'settings',
  'favourites',
  'town',
] as const

const PROGRAM = 'gishe training'

/** Where the town practises. */
export const trainingPlace = (place: Place): Place => ({
  ...place,
  database: trainingDatabase(place.database),
})

/** `madeAt` is null where the making was not finished; `working` are the roles with a line to it. */
export type Training = { madeAt: string | null; isStale: boolean; working: Worker[] }
export type Worker = { role: string; login: string; program: string }

/** The database for training as it is, or null where there is none. */
export async function trainingOf(place: Place, login: Login): Promise<Training | null> {
  const { sql, close } = openDatabase(place, login, PROGRAM, 1)
  try {
    const note = await noteOf(sql, place)
    if (note === undefined) return null
    const [working, isStale] = await Promise.all([workersIn(sql, place), isBehind(place, login)])
    return { madeAt: note, isStale, working }
  } finally {
    await close()
  }
}

/** When it was made, null where that was not finished; undefined where there is no such database. */
async function noteOf(sql: postgres.Sql, place: Place): Promise<string | null | undefined> {
  const [row] = await sql<{ note: string | null }[]>`
    select shobj_description(oid, 'pg_database') as note from pg_database
    where datname = ${trainingDatabase(place.database)}`
  return row?.note
}

async function isBehind(place: Place, login: Login): Promise<boolean> {
  const { sql, close } = openDatabase(trainingPlace(place), login, PROGRAM, 1)
  try {
    return stampFault(await readStamp(sql)) !== null
  } catch (error) {
    if (databaseError(error)?.code === '42501') return true
    throw error
  } finally {
    await close()
  }
}

const workersIn = async (sql: postgres.Sql, place: Place): Promise<Worker[]> => [
  ...(await sql<Worker[]>`
    select usename as role, replace(usename, ${staffRole(place.database, '')}, '') as login, string_agg(distinct application_name, ', ') as program from pg_stat_activity
    where datname = ${trainingDatabase(place.database)} and usename <> current_user group by 1 order by 1`),
]

/**
 * Makes the database for training anew: empty, of this program's schema, with what practice needs from the town as it is at
 * one moment, and whatever `fill` adds. Refuses while somebody works in it, unless `force` ends their work. Nobody can sign in
 * before it is whole; one that was left half made is made again by the next call.
 */
export async function makeTraining(
  place: Place,
  owner: Login,
  { force, progress, fill }: { force: boolean; progress: Progress; fill: Fill },
): Promise<{ madeAt: string; rows: number }> {
  const town = openDatabase(place, owner, PROGRAM, 1, true)
  try {
    await town.sql`select pg_advisory_lock(${LOCKS.training}, 1)`
    await leaveTo(town.sql, place, force)
    await makeEmpty(town.sql, place, owner)
    await migrateTown(trainingPlace(place), owner)
    return await fillFrom(town.sql, place, owner, progress, fill)
  } finally {
    await town.close()
  }
}

/** Adds what is made up for practice; all but the town itself is there by then. */
export type Fill = (db: Db) => Promise<void>

/** Takes the database for training away; false where there is none. Refuses while somebody works in it, unless `force`. */
export async function dropTraining(
  place: Place,
  owner: Login,
  { force }: { force: boolean },
): Promise<boolean> {
  const { sql, close } = openDatabase(place, owner, PROGRAM, 1, true)
  try {
    await sql`select pg_advisory_lock(${LOCKS.training}, 1)`
    if ((await noteOf(sql, place)) === undefined) return false
    await leaveTo(sql, place, force)
    await sql`drop database ${sql(trainingDatabase(place.database))}`
    return true
  } catch (error) {
    // 55006: somebody came in at this moment.
    if (databaseError(error)?.code === '55006') throw inUse(await workersIn(sql, place))
    throw error
  } finally {
    await close()
  }
}

/** Only when nobody is in it any more. */
async function leaveTo(sql: postgres.Sql, place: Place, force: boolean): Promise<void> {
  const working = await workersIn(sql, place)
  if (working.length > 0 && !force) throw inUse(working)
  for (const { role } of working) await endWorkOf(sql, role, trainingDatabase(place.database))
}

const inUse = (working: Worker[]) =>
  refusal('training.in_use', {
    working: working.map(({ login, program }) => (program ? `${login} (${program})` : login)),
  })

/** The owner may end the work of a role that it is a member of; waits until its lines are gone. */
async function endWorkOf(sql: postgres.Sql, role: string, database: string): Promise<void> {
  await sql.begin(async tx => {
    await tx`grant ${tx(role)} to current_user`
    await tx`select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = ${role} and datname = ${database}`
    await tx`revoke ${tx(role)} from current_user`
  })
}

/** Emptied in its place, so that an owner who may not make databases can make it anew as well. */
async function makeEmpty(sql: postgres.Sql, place: Place, owner: Login): Promise<void> {
  if ((await noteOf(sql, place)) === undefined) return makeDatabase(sql, place, owner)
  const database = trainingDatabase(place.database)
  await sql`comment on database ${sql(database)} is null`
  const training = openDatabase(trainingPlace(place), owner, PROGRAM, 1)
  try {
    await training.sql.begin(async tx => {
      await tx`drop schema if exists drizzle cascade`
      await tx`drop schema public cascade`
      await tx`create schema public`
    })
  } finally {
    await training.close()
  }
}

async function makeDatabase(sql: postgres.Sql, place: Place, owner: Login): Promise<void> {
  const database = trainingDatabase(place.database)
  try {
    await sql`create database ${sql(database)} encoding 'UTF8' template template0`
  } catch (error) {
    if (databaseError(error)?.code !== '42501') throw error
    throw refusal('training.no_database', { command: `createdb --owner=${owner.user} ${database}` })
  }
}

async function fillFrom(town: postgres.Sql, place: Place, owner: Login, progress: Progress, fill: Fill) {
  const training = openDatabase(trainingPlace(place), owner, PROGRAM, 1)
  const copy = async (from: postgres.TransactionSql, to: postgres.TransactionSql, at: number) => {
    const table = COPIED[at] ?? 'town'
    progress({ table, at: at + 1, of: COPIED.length })
    return copyTable(from, to, table)
  }
  const last = COPIED.length - 1
  try {
    return await town.begin('isolation level repeatable read read only', async from => {
      let rows = 0
      await training.sql.begin(async to => {
        for (let at = 0; at < last; at++) rows += await copy(from, to, at)
      })
      await fill(training.db)
      return training.sql.begin(async to => {
        if ((await copy(from, to, last)) === 0) throw refusal('town.missing', {})
        await to`update town set training = true`
        const madeAt = Temporal.Now.instant().toString({ smallestUnit: 'second' })
        await to`comment on database ${to(trainingDatabase(place.database))} is ${to.unsafe(`'${madeAt}'`)}`
        return { madeAt, rows: rows + 1 }
      })
    })
  } finally {
    await training.close()
  }
}

async function copyTable(
  from: postgres.TransactionSql,
  to: postgres.TransactionSql,
  table: string,
): Promise<number> {
  const columns = (
    await from<{ name: string }[]>`
      select attname as name from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`
  ).map(column => column.name)
  // The reader comes last: its end is not heard by whoever listens later.
  const copy = await to`copy ${to(table)} (${to(columns)}) from stdin`.writable()
  await pipeline(await from`copy ${from(table)} (${from(columns)}) to stdout`.readable(), copy)
  const [copied] = await to<{ rows: number }[]>`select count(*)::int as rows from ${to(table)}`
  return copied?.rows ?? 0
}
