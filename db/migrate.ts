import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import type postgres from 'postgres'
import { DatabaseFault } from './fault.ts'
import { FUNCTION_PRIVILEGES } from './function-privileges.ts'
import { databaseError, type Login, openDatabase, type Place } from './open.ts'
import { TABLE_PRIVILEGES } from './privileges.ts'
import { applyPrivileges } from './roles.ts'

const MIGRATION_LOCK = 4_710_726_101

type Journal = { entries: { idx: number; when: number; tag: string }[] }

/** The shipped migrations, found beside this file in a checkout and beside the bundle in a built program. */
export const migrationsFolder = (): string => {
  for (const folder of [
    join(import.meta.dirname, 'migrations'),
    join(dirname(import.meta.dirname), 'db', 'migrations'),
  ])
    if (existsSync(join(folder, 'meta', '_journal.json'))) return folder
  throw new DatabaseFault('binaries_missing', { path: 'db/migrations' })
}

/** `<number of migrations> <fingerprint of them and of the privileges>`: what a database must carry to serve this program. */
export function schemaStamp(): string {
  const folder = migrationsFolder()
  const { entries } = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as Journal
  const hash = createHash('sha256')
  for (const entry of entries) hash.update(readFileSync(join(folder, `${entry.tag}.sql`)))
  hash.update(JSON.stringify([TABLE_PRIVILEGES, FUNCTION_PRIVILEGES]))
  return `gishe ${entries.length} ${hash.digest('hex').slice(0, 16)}`
}

/** Reads what a database carries; null where nothing of Gishe is in it. */
export async function readStamp(sql: postgres.Sql | postgres.TransactionSql): Promise<string | null> {
  const [row] = await sql<
    { stamp: string | null }[]
  >`select obj_description('public'::regnamespace, 'pg_namespace') as stamp`
  return row?.stamp?.startsWith('gishe ') ? row.stamp : null
}

/** Null when the database serves this program; else the fault that says which side is behind. */
export function stampFault(found: string | null): DatabaseFault | null {
  const wanted = schemaStamp()
  if (found === wanted) return null
  const count = (stamp: string) => Number(stamp.split(' ')[1])
  return new DatabaseFault(found && count(found) > count(wanted) ? 'newer_database' : 'needs_migration')
}

/**
 * Makes the database if it is missing and brings it to this program's schema and privileges. Any number of programs may
 * come at once: one works under an advisory lock, the others find it done.
 */
export async function migrateTown(place: Place, owner: Login): Promise<{ applied: number }> {
  await makeDatabase(place, owner)
  const { sql, close } = openDatabase(place, owner, 'gishe migrate', 1)
  try {
    if ((await readStamp(sql)) === schemaStamp()) return { applied: 0 }
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    const found = await readStamp(sql)
    if (found === schemaStamp()) return { applied: 0 }
    const fault = stampFault(found)
    if (fault?.code === 'newer_database') throw fault
    const before = found ? Number(found.split(' ')[1]) : 0
    await migrate(drizzle({ client: sql }), { migrationsFolder: migrationsFolder() })
    await sql.begin(async tx => {
      await applyPrivileges(tx, place.database)
      await tx`comment on schema public is ${tx.unsafe(`'${schemaStamp()}'`)}`
    })
    return { applied: Number(schemaStamp().split(' ')[1]) - before }
  } finally {
    await close()
  }
}

async function makeDatabase(place: Place, owner: Login): Promise<void> {
  const there = openDatabase(place, owner, 'gishe migrate', 1)
  try {
    await there.sql`select 1`
    return
  } catch (error) {
    if (databaseError(error)?.code !== '3D000') throw error
  } finally {
    await there.close()
  }
  const { sql, close } = openDatabase({ ...place, database: 'postgres' }, owner, 'gishe migrate', 1)
  try {
    await sql`create database ${sql(place.database)} encoding 'UTF8' template template0`
  } catch (error) {
    // 42P04 and 23505: another program made it at the same moment.
    if (!['42P04', '23505'].includes(databaseError(error)?.code ?? '')) throw error
  } finally {
    await close()
  }
}
