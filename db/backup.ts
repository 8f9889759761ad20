import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type postgres from 'postgres'
import { refusal } from '../rules/refusal.ts'
import { DatabaseFault, faultOfFiles } from './fault.ts'
import { copyKept, filesFolder } from './file-store.ts'
import { readStamp, stampFault } from './migrate.ts'
import { type Login, openDatabase, type Place } from './open.ts'

/** Every table of a town, each after those it refers to. */
export const TABLES = [
  'town',
  'departments',
  'printers',
  'printer_profiles',
  'printer_states',
  'desks',
  'fiscal_devices',
  'fiscal_desks',
  'staff',
  'substitutions',
  'settings',
  'calendar_days',
  'services',
  'service_fees',
  'fiscal_revenues',
  'settlements',
  'parties',
  'party_merges',
  'merged_parties',
  'bills',
  'open_bills',
  'bill_withdrawals',
  'favourites',
  'held_baskets',
  'tills',
  'open_tills',
  'till_closings',
  'cash_movements',
  'cash_vouchers',
  'bank_deposits',
  'deposited_tills',
  'undeposited_tills',
  'terminal_reports',
  'confirmations',
  'payments',
  'payment_lines',
  'payment_tenders',
  'receipts',
  'reversals',
  'number_series',
  'fiscal_sales',
  'fiscal_series',
  'print_jobs',
  'fiscal_documents',
  'registers',
  'document_series',
  'nomenclature',
  'document_kinds',
  'cards',
  'cases',
  'case_access',
  'restricted_cases',
  'case_closings',
  'case_reopenings',
  'documents',
  'document_words',
  'document_parties',
  'document_corrections',
  'filings',
  'files',
  'document_files',
  'dispatches',
  'deliveries',
  'handovers',
  'handover_receipts',
  'requests',
  'request_items',
  'request_events',
  'open_requests',
  'request_endings',
  'ready_requests',
  'hand_outs',
  'tasks',
  'task_moves',
  'task_terms',
  'open_tasks',
  'task_endings',
  'opinions',
  'reviews',
  'logbook',
  'kiosks',
  'kiosk_codes',
  'kiosk_keys',
  'kiosk_questions',
  'kiosk_asks',
  'kiosk_rules',
  'kiosk_states',
  'kiosk_presses',
  'kiosk_hours',
  'kiosk_reasons',
  'kiosk_events',
  'satisfaction_methods',
] as const

/** Where a series of numbers stood. */
export type Series = { desk: number; year: number; series: string; last: number }

export type BackupTable = { name: string; columns: string[]; rows: number; file: string; sha256: string }

/** What `manifest.json` says of a backup. A verifier is what PostgreSQL keeps of a password, where the owner may read it. */
export type Manifest = {
  format: 1
  stamp: string
  madeAt: string
  database: string
  town: { code: string; name: string }
  tables: BackupTable[]
  series: Series[]
  staff: { login: string; verifier: string | null }[]
  /** Attached files beside the tables; `lost` are those that the folder of files had no longer whole. */
  files: { kept: number; bytes: number; lost: string[] }
}

export type Progress = (step: { table: string; at: number; of: number }) => void

/**
 * Writes the whole town as it was at one moment into `folder`, while others go on working: a gzipped COPY file per table
 * and a manifest with counts and checksums. It is made beside and renamed: a backup is whole or it is not there. Files are
 * for their owner only: names, and what is kept of passwords, are in them. Refuses a folder that is there already.
 */
export async function backupTown(
  place: Place,
  owner: Login,
  folder: string,
  progress: Progress,
): Promise<Manifest> {
  const partial = `${folder}.partial`
  if (await exists(folder))
    throw refusal('backup.wrong', { path: folder, why: 'the folder is there already' })
  const { sql, close } = openDatabase(place, owner, 'gishe backup', 1)
  try {
    await rm(partial, { recursive: true, force: true })
    await mkdir(partial, { recursive: true, mode: 0o700 })
    const manifest = await sql.begin('isolation level repeatable read read only', async tx => {
      const fault = stampFault(await readStamp(tx))
      if (fault) throw fault
      return writeTables(tx, place.database, partial, progress)
    })
    await writeDurably(join(partial, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    await syncFolder(partial)
    await rename(partial, folder)
    await syncFolder(dirname(folder))
    return manifest
  } catch (error) {
    throw isOfFiles(error) ? faultOfFiles(error, folder) : error
  } finally {
    await close()
  }
}

async function writeTables(
  tx: postgres.TransactionSql,
  database: string,
  folder: string,
  progress: Progress,
): Promise<Manifest> {
  const stamp = await readStamp(tx)
  const [town] = await tx<{ code: string; name: string }[]>`
    select municipality_code as code, name_bg as name from town`
  if (!town || !stamp) throw refusal('town.missing', {})
  const tables: BackupTable[] = []
  for (const [at, table] of TABLES.entries()) {
    progress({ table, at: at + 1, of: TABLES.length })
    tables.push(await writeTable(tx, folder, table))
  }
  return {
    format: 1,
    stamp,
    madeAt: Temporal.Now.instant().toString(),
    database,
    town: { ...town },
    tables,
    series: await seriesOf(tx),
    staff: await staffVerifiers(tx),
    files: await writeFiles(tx, folder, progress),
  }
}

/** Files come after the tables: what was attached since the moment of the backup is in neither. */
async function writeFiles(
  tx: postgres.TransactionSql,
  folder: string,
  progress: Progress,
): Promise<Manifest['files']> {
  const known = await keptFiles(tx)
  const files: Manifest['files'] = { kept: 0, bytes: 0, lost: [] }
  for (const [at, file] of known.entries()) {
    progress({ table: FILES, at: at + 1, of: known.length })
    if (await copyKept(filesFolder(), join(folder, FILES), file)) files.lost.push(file.sha256)
    else {
      files.kept++
      files.bytes += file.bytes
    }
  }
  return files
}

/** The folder of attached files in a backup. */
export const FILES = 'files'

/** Every file that the tables know of. */
export const keptFiles = async (
  sql: postgres.Sql | postgres.TransactionSql,
): Promise<{ sha256: string; bytes: number }[]> => [
  ...(await sql<{ sha256: string; bytes: number }[]>`select sha256, bytes from files order by sha256`),
]

async function writeTable(tx: postgres.TransactionSql, folder: string, table: string): Promise<BackupTable> {
  const columns = (
    await tx<{ name: string }[]>`
      select attname as name from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`
  ).map(column => column.name)
  const file = `${table}.copy.gz`
  const hash = createHash('sha256')
  let rows = 0
  const countRows = new Transform({
    transform(chunk: Buffer, _, done) {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows++
      done(null, chunk)
    },
  })
  const digest = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(
    await tx`copy ${tx(table)} (${tx(columns)}) to stdout`.readable(),
    countRows,
    createGzip(),
    digest,
    createWriteStream(join(folder, file), { mode: 0o600, flush: true }),
  )
  return { name: table, columns, rows, file, sha256: hash.digest('hex') }
}

export const seriesOf = async (sql: postgres.TransactionSql): Promise<Series[]> => [
  ...(await sql<Series[]>`
    select d.number as desk, s.year, s.series, s.last_number as last
    from number_series s join desks d on d.id = s.desk_id order by 1, 2, s.series collate "C"`),
]

/** Only a superuser may read verifiers; elsewhere passwords are set anew after a restore to another server. */
async function staffVerifiers(tx: postgres.TransactionSql): Promise<Manifest['staff']> {
  const [may] = await tx<
    { read: boolean }[]
  >`select has_table_privilege('pg_catalog.pg_authid', 'select') as read`
  if (may?.read)
    return [
      ...(await tx<Manifest['staff']>`
        select s.login, r.rolpassword as verifier from staff s left join pg_authid r on r.rolname = s.db_role order by 1`),
    ]
  return [...(await tx<Manifest['staff']>`select login, null as verifier from staff order by 1`)]
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  await file.writeFile(text)
  await file.sync()
  await file.close()
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync()
  await folder.close()
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const OF_FILES = new Set(['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EIO'])

const isOfFiles = (error: unknown): boolean =>
  !(error instanceof DatabaseFault) &&
  error instanceof Error &&
  'code' in error &&
  OF_FILES.has(String(error.code))
