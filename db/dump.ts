import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type postgres from 'postgres'
import { ensureServer, stopServer } from './embedded/server.ts'
import { migrateTown } from './migrate.ts'
import { openDatabase } from './open.ts'

/**
 * The schema of a town as its database tells it, always in the same order: tables, constraints, indexes, functions,
 * triggers, grants. To be read, and to show in a review what a migration changed; it is not run.
 */
export async function dumpSchema(sql: postgres.Sql, database: string): Promise<string> {
  const parts = await Promise.all([tables(sql), indexes(sql), functions(sql), triggers(sql), grants(sql)])
  const head = '-- The schema after all migrations, written by `npm run schema`. Not run: db/migrations is.\n'
  return `${head}\n${parts.flat().join('\n\n')}\n`.replaceAll(`${database}_`, 'TOWN_')
}

async function tables(sql: postgres.Sql): Promise<string[]> {
  const columns = await sql<{ table: string; text: string }[]>`
    select c.relname as table, format('  %I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end,
      coalesce(case a.attgenerated when 's' then ' generated always as ' else ' default ' end || pg_get_expr(d.adbin, d.adrelid), ''),
      case a.attidentity when 'a' then ' generated always as identity' else '' end) as text
    from pg_class c join pg_attribute a on a.attrelid = c.oid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    order by c.relname collate "C", a.attnum`
  const constraints = await sql<{ table: string; text: string }[]>`
    select conrelid::regclass::text as table, format('  constraint %I %s', conname, pg_get_constraintdef(oid)) as text
    from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'c')
    order by contype = 'p' desc, conname collate "C"`
  const names = [...new Set(columns.map(column => column.table))]
  return names.map(name => {
    const lines = [...columns, ...constraints].filter(line => line.table === name).map(line => line.text)
    return `create table ${name} (\n${lines.join(',\n')}\n);`
  })
}

const indexes = async (sql: postgres.Sql): Promise<string[]> => {
  const rows = await sql<{ text: string }[]>`
    select pg_get_indexdef(indexrelid) || ';' as text from pg_index join pg_class c on c.oid = indexrelid
    where c.relnamespace = 'public'::regnamespace
      and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
    order by c.relname collate "C"`
  return [rows.map(row => row.text).join('\n')]
}

const functions = async (sql: postgres.Sql): Promise<string[]> =>
  (
    await sql<{ text: string }[]>`
      select trim(pg_get_functiondef(p.oid)) || ';' as text from pg_proc p
      where pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend where objid = p.oid and deptype = 'e') order by proname collate "C"`
  ).map(row => row.text)

const triggers = async (sql: postgres.Sql): Promise<string[]> => {
  const rows = await sql<{ text: string }[]>`
    select pg_get_triggerdef(t.oid) || ';' as text from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not tgisinternal
    order by c.relname collate "C", tgname collate "C"`
  return [rows.map(row => row.text).join('\n')]
}

const grants = async (sql: postgres.Sql): Promise<string[]> => {
  const rows = await sql<{ text: string }[]>`
    select format('grant %s on %s to %s;', string_agg(what, ', ' order by what), thing, grantee) as text from (
      select lower(privilege_type) as what, table_name::text as thing, grantee::text
      from information_schema.role_table_grants where table_schema = 'public'
      union all
      select 'update (' || string_agg(column_name, ', ' order by column_name) || ')', table_name, grantee
      from information_schema.role_column_grants where table_schema = 'public' and privilege_type = 'UPDATE'
      group by table_name, grantee
      union all
      select 'execute', p.oid::regprocedure::text, a.grantee::regrole::text
      from pg_proc p, aclexplode(p.proacl) a where pronamespace = 'public'::regnamespace
    ) privileges
    where grantee <> current_user
    group by thing, grantee order by thing collate "C", grantee collate "C"`
  return [rows.map(row => row.text).join('\n')]
}

/** Rewrites db/schema.sql from a throwaway database. */
async function rewrite(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gishe-schema-'))
  chmodSync(folder, 0o711)
  const home = join(folder, 'home')
  try {
    const { place, owner } = await ensureServer(home, () => undefined)
    await migrateTown(place, owner)
    const { sql, close } = openDatabase(place, owner, 'gishe schema')
    writeFileSync(join(import.meta.dirname, 'schema.sql'), await dumpSchema(sql, place.database))
    await close()
  } finally {
    await stopServer(home)
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) await rewrite()
