import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type postgres from 'postgres'
import { POSTS } from '../rules/authority.ts'
import { refusal } from '../rules/refusal.ts'
import { FILES, keptFiles, type Manifest, type Progress, seriesOf, TABLES } from './backup.ts'
import { copyKept, filesFolder } from './file-store.ts'
import { migrateTown, schemaStamp } from './migrate.ts'
import { databaseError, type Login, openDatabase, type Place } from './open.ts'
import { groupRole, staffRole } from './roles.ts'

export type Restored = {
  town: { code: string; name: string }
  madeAt: string
  rows: number
  /** Logins that exist again but open nothing until a password is set. */
  withoutPassword: string[]
}

/**
 * Fills a new or empty database from a backup, all in one transaction, and checks it: counts, sums, gap-free numbers.
 * Staff may sign in as before where the backup has what is kept of their passwords or their roles are still there. Refuses
 * a database with anything in it, and a backup that is damaged, incomplete or of another schema.
 */
export async function restoreTown(
  place: Place,
  owner: Login,
  folder: string,
  progress: Progress,
): Promise<Restored> {
  const manifest = await readManifest(folder)
  for (const table of manifest.tables) await checkFile(folder, table)
  await refuseFilled(place, owner)
  await migrateTown(place, owner)
  const { sql, close } = openDatabase(place, owner, 'gishe restore', 1)
  try {
    return await sql.begin(async tx => {
      await refuseRows(tx)
      await load(tx, folder, manifest, progress)
      const withoutPassword = await restoreStaff(tx, place.database, manifest)
      await verify(tx, folder, manifest)
      await restoreFiles(tx, folder, manifest, progress)
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      return { town: manifest.town, madeAt: manifest.madeAt, rows, withoutPassword }
    })
  } finally {
    await close()
  }
}

async function readManifest(folder: string): Promise<Manifest> {
  const wrong = (why: string) => refusal('backup.wrong', { path: folder, why })
  let manifest: Manifest
  try {
    manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  } catch (error) {
    throw wrong(`manifest.json: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (manifest.format !== 1 || !Array.isArray(manifest.tables)) throw wrong('manifest.json: unknown format')
  const schema = (stamp: string) => stamp.split(' ')[1]
  if (schema(manifest.stamp) !== schema(schemaStamp()))
    throw wrong(`schema ${schema(manifest.stamp)}, this program has ${schema(schemaStamp())}`)
  if (manifest.tables.map(table => table.name).join() !== TABLES.join()) throw wrong('tables are missing')
  return manifest
}

async function checkFile(folder: string, table: Manifest['tables'][number]): Promise<void> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(join(folder, table.file)), hash)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw refusal('backup.wrong', { path: folder, why: `${table.file}: ${why}` })
  }
  if (hash.digest('hex') !== table.sha256)
    throw refusal('backup.wrong', { path: folder, why: `${table.file}: damaged` })
}

/** Puts the attached files back, each compared with its hash; those that were lost before the backup stay lost, and doctor tells. */
async function restoreFiles(
  tx: postgres.TransactionSql,
  folder: string,
  { files }: Manifest,
  progress: Progress,
): Promise<void> {
  const known = (await keptFiles(tx)).filter(file => !files.lost.includes(file.sha256))
  for (const [at, file] of known.entries()) {
    progress({ table: FILES, at: at + 1, of: known.length })
    const fault = await copyKept(join(folder, FILES), filesFolder(), file)
    if (fault) throw refusal('backup.wrong', { path: folder, why: `${FILES}/${file.sha256}: ${fault}` })
  }
}

/** Looks before anything is made; a database that is not there yet is as good as an empty one. */
async function refuseFilled(place: Place, owner: Login): Promise<void> {
  const { sql, close } = openDatabase(place, owner, 'gishe restore', 1)
  try {
    await sql.begin(refuseRows)
  } catch (error) {
    if (databaseError(error)?.code !== '3D000') throw error
  } finally {
    await close()
  }
}

async function refuseRows(tx: postgres.TransactionSql): Promise<void> {
  const tables = await tx<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public'`
  for (const { name } of tables) {
    const rows = await tx`select from public.${tx(name)} limit 1`
    if (rows.length > 0) throw refusal('database.not_empty', {})
  }
}

async function load(
  tx: postgres.TransactionSql,
  folder: string,
  manifest: Manifest,
  progress: Progress,
): Promise<void> {
  for (const [at, table] of manifest.tables.entries()) {
    progress({ table: table.name, at: at + 1, of: manifest.tables.length })
    const name = tx(table.name)
    await tx`alter table ${name} disable trigger user`
    const copy = await tx`copy ${name} (${tx(table.columns)}) from stdin`.writable()
    await pipeline(createReadStream(join(folder, table.file)), createGunzip(), copy)
    await tx`alter table ${name} enable trigger user`
  }
  await doubtOwedPapers(tx)
  await tx`select setval(pg_get_serial_sequence('logbook', 'id'), (select coalesce(max(id), 0) + 1 from logbook), false)`
  await tx`select setval(pg_get_serial_sequence('print_jobs', 'ordinal'), (select coalesce(max(ordinal), 0) + 1 from print_jobs), false)`
}

/** What was owed when the backup was made may have come out since: a person looks, and nothing is printed a second time. */
const doubtOwedPapers = (tx: postgres.TransactionSql) =>
  tx`update print_jobs set state = 'unsure', fault = 'restored' where state in ('queued', 'sending')`

/** Roles carry the database's name, which may be another one now. */
async function restoreStaff(
  tx: postgres.TransactionSql,
  database: string,
  manifest: Manifest,
): Promise<string[]> {
  const verifiers = new Map(manifest.staff.map(member => [member.login, member.verifier]))
  const members = await tx<{ login: string; post: string; enabled: boolean }[]>`
    select login, post, disabled_at is null as enabled from staff order by login`
  const withoutPassword: string[] = []
  for (const { login, post, enabled } of members) {
    const role = staffRole(database, login)
    const known = await tx`select from pg_roles where rolname = ${role}`
    const verifier = verifiers.get(login) ?? null
    if (known.length === 0) await createRole(tx, role, verifier)
    if (known.length === 0 && verifier === null && enabled) withoutPassword.push(login)
    await tx`alter role ${tx(role)} ${tx.unsafe(enabled ? 'login' : 'nologin')}`
    const group = POSTS.find(known => known === post)
    if (group) await tx`grant ${tx(groupRole(database, group))} to ${tx(role)}`
    await tx`update staff set db_role = ${role} where login = ${login}`
  }
  return withoutPassword
}

async function createRole(tx: postgres.TransactionSql, role: string, verifier: string | null): Promise<void> {
  const [quoted] = await tx<{ text: string }[]>`
    select case when ${verifier}::text is null then '' else format('password %L', ${verifier}::text) end as text`
  await tx`create role ${tx(role)} ${tx.unsafe(quoted?.text ?? '')}`
}

async function verify(tx: postgres.TransactionSql, folder: string, manifest: Manifest): Promise<void> {
  const wrong = (why: string) => refusal('backup.wrong', { path: folder, why })
  for (const { name, rows } of manifest.tables) {
    const [found] = await tx<{ rows: number }[]>`select count(*)::float8 as rows from ${tx(name)}`
    if (found?.rows !== rows) throw wrong(`${name}: ${found?.rows} rows of ${rows}`)
  }
  const unequal = await tx`
    select from payments p
    left join (select payment_id as id, sum(amount_cents) as cents from payment_lines group by 1) l using (id)
    left join (select payment_id as id, sum(amount_cents) as cents from payment_tenders group by 1) t using (id)
    left join receipts r on r.payment_id = p.id
    where l.cents is distinct from p.total_cents or t.cents is distinct from p.total_cents or r.payment_id is null limit 1`
  if (unequal.length > 0) throw wrong('payments: sums of lines, tenders and totals differ')
  const gaps = await tx`
    select series from (
      select desk_id, year, series, min(number) as first, max(number) as last, count(*) as many from (
        select desk_id, year, number, 'receipt' as series from receipts
        union all select desk_id, year, number, 'reversal' from reversals
        union all select desk_id, year, number, 'z' from till_closings
        union all select desk_id, year, number, 'cash_' || direction from cash_vouchers
        union all select desk_id, year, number, 'deposit' from bank_deposits) numbered group by 1, 2, 3) n
    full join number_series s using (desk_id, year, series)
    where n.first is distinct from 1 or n.last is distinct from n.many or n.last is distinct from s.last_number limit 1`
  if (gaps.length > 0) throw wrong(`${gaps[0]?.['series']}: numbers are missing`)
  const skipped = await tx`
    select from (select register_id, year, min(sequence) as first, max(sequence) as last, count(*) as many from documents group by 1, 2) n
    full join document_series s using (register_id, year)
    where n.first is distinct from 1 or n.last is distinct from n.many or n.last is distinct from s.last_number limit 1`
  if (skipped.length > 0) throw wrong('documents: numbers are missing')
  if (JSON.stringify(await seriesOf(tx)) !== JSON.stringify(manifest.series))
    throw wrong('number_series: not as the manifest says')
}
