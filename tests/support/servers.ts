import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import type { TestProject } from 'vitest/node'
import { ensureServer, stopServer } from '../../db/embedded/server.ts'
import { databaseUser } from '../../db/embedded/system-user.ts'
import { migrationsFolder } from '../../db/migrate.ts'
import { type Login, openDatabase, type Place } from '../../db/open.ts'
import { demoTown } from '../../office/town/demo-town.ts'
import { foundTown } from '../../office/town/found-town.ts'
import { dayOf } from '../../rules/dates.ts'

const TEMPLATE = 'gishe_template'
const BIN_15 = '/usr/lib/postgresql/15/bin'

/** Nothing on these servers outlives the run: they wait for no disk and tidy nothing up; the towns of several files are at work on each. */
const FOR_A_RUN = {
  fsync: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_wal_size: '4096',
  max_connections: '400',
}

/** A throwaway server with a founded demo town, without staff and privileges, to make towns from. */
export type TestServer = { version: '18' | '15'; place: Place; owner: Login; template: string }

declare module 'vitest' {
  interface ProvidedContext {
    servers: TestServer[]
    /** Where the first who wants a demo town in a home of its own keeps it for the others. */
    demoHome: string
  }
}

/** Starts the embedded 18 and, where it is installed, the system's 15, for the whole run; both go with all their data. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync('/tmp/gishe-tests-')
  chmodSync(folder, 0o711)
  watchOver(folder)
  const started = await Promise.all([start18(folder), ...(existsSync(BIN_15) ? [start15(folder)] : [])])
  project.provide(
    'servers',
    started.map(s => s.server),
  )
  project.provide('demoHome', join(folder, 'demo'))
  return async () => {
    await Promise.all(started.map(s => s.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
}

const WATCH = `while kill -0 "$1" 2>/dev/null; do sleep 2; done
for pid in "$2"/*/data/postmaster.pid "$2"/*/cluster/data/postmaster.pid; do
  if [ -f "$pid" ]; then kill -QUIT "$(head -n 1 "$pid")"; fi
done
sleep 1
rm -rf "$2"`

/** A run that is killed leaves no server behind either: this outlives it and clears up. */
export const watchOver = (folder: string): void =>
  spawn('sh', ['-c', WATCH, 'watch', String(process.pid), folder], {
    detached: true,
    stdio: 'ignore',
  }).unref()

type Started = { server: TestServer; stop: () => Promise<unknown> }

async function start18(folder: string): Promise<Started> {
  const home = join(folder, '18')
  const { place, owner } = await ensureServer(home, () => undefined)
  const { sql, close } = openDatabase({ ...place, database: 'postgres' }, owner, 'tests', 1)
  for (const [name, value] of Object.entries(FOR_A_RUN))
    await sql.unsafe(`alter system set ${name} = ${value}`)
  await close()
  await stopServer(home)
  await ensureServer(home, () => undefined)
  return { server: await withTemplate('18', place, owner), stop: () => stopServer(home) }
}

/** As a town's own server is: the owner makes databases and roles and is no superuser. */
async function start15(folder: string): Promise<Started> {
  const home = join(folder, '15')
  const data = join(home, 'data')
  const superuser = { user: 'postgres', password: randomBytes(12).toString('hex') }
  const owner = { user: 'town_owner', password: randomBytes(12).toString('hex') }
  const place: Place = { host: home, port: 5415, database: 'postgres', tls: 'off' }
  mkdirSync(home)
  writeFileSync(join(home, 'password'), superuser.password)
  const user = databaseUser()
  if (user) for (const path of [home, join(home, 'password')]) chownSync(path, user.uid, user.gid)
  const run = (program: string, args: string[]) =>
    execFileSync(join(BIN_15, program), args, {
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  const pwfile = `--pwfile=${join(home, 'password')}`
  run('initdb', [
    '-D',
    data,
    '-U',
    superuser.user,
    '-A',
    'scram-sha-256',
    pwfile,
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '-N',
  ])
  const forARun = Object.entries(FOR_A_RUN).map(([name, value]) => `-c ${name}=${value}`)
  const settings = `-c listen_addresses= -c port=${place.port} -c unix_socket_directories=${home} ${forARun.join(' ')}`
  run('pg_ctl', ['start', '-D', data, '-w', '-l', join(home, 'log'), '-o', settings])
  const { sql, close } = openDatabase(place, superuser, 'tests', 1)
  await sql.unsafe(`create role ${owner.user} login createdb createrole password '${owner.password}'`)
  await close()
  return {
    server: await withTemplate('15', place, owner),
    stop: async () => run('pg_ctl', ['stop', '-D', data, '-m', 'immediate']),
  }
}

async function withTemplate(version: '18' | '15', at: Place, owner: Login): Promise<TestServer> {
  const place = { ...at, database: 'postgres' }
  const admin = openDatabase(place, owner, 'tests', 1)
  await admin.sql`create database ${admin.sql(TEMPLATE)} encoding 'UTF8' template template0`
  await admin.close()
  const { db, sql, close } = openDatabase({ ...place, database: TEMPLATE }, owner, 'tests')
  await migrate(drizzle({ client: sql }), { migrationsFolder: migrationsFolder() })
  await foundTown(db, dayOf(Temporal.Now.instant()), { ...demoTown(), staff: [] })
  await close()
  return { version, place, owner, template: TEMPLATE }
}
