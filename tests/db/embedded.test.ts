import { execFile, execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { copyTo } from '../../db/embedded/binaries.ts'
import { ownerLogin, socketFolder } from '../../db/embedded/folders.ts'
import { ensureServer, isRunning, stopServer } from '../../db/embedded/server.ts'
import { databaseUser } from '../../db/embedded/system-user.ts'
import { DatabaseFault } from '../../db/fault.ts'
import { homeFolder } from '../../db/home.ts'
import { openDatabase } from '../../db/open.ts'

const START = join(import.meta.dirname, '../support/start-server.ts')
const isRoot = process.getuid?.() === 0
const silent = () => undefined

/** Runs in a program of its own: what it said, or its fault. */
const startElsewhere = async (home: string, as?: { uid: number; gid: number }) => {
  const { stdout } = await promisify(execFile)(process.execPath, [START, home], as ?? {})
  return JSON.parse(stdout) as {
    host?: string
    startedNow?: boolean
    told?: string[]
    name?: string
    code?: string
  }
}

const faultOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no fault',
    (error: unknown) => (error instanceof DatabaseFault ? error.code : error),
  )

describe('the embedded server', () => {
  let home: string
  let homes: string[]
  beforeEach(() => {
    home = join(mkdtempSync('/tmp/gishe-home-'), 'gishe')
    homes = [home]
    execFileSync('chmod', ['711', join(home, '..')])
  })
  afterEach(async () => {
    for (const one of homes) {
      await stopServer(one).catch(silent)
      rmSync(join(one, '..'), { recursive: true, force: true })
    }
  })
  const pidFile = () => join(home, 'cluster', 'data', 'postmaster.pid')
  const postmaster = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0])
  const one = async () => {
    const { place, owner } = await ensureServer(home, silent)
    const { sql, close } = openDatabase({ ...place, database: 'postgres' }, owner, 'tests', 1)
    const [row] = await sql`select 1 as one`
    await close()
    return row?.['one']
  }
  const write = async (statement: string) => {
    const { place, owner } = await ensureServer(home, silent)
    const { sql, close } = openDatabase({ ...place, database: 'postgres' }, owner, 'tests', 1)
    const rows = await sql.unsafe(statement)
    await close()
    return rows
  }

  test('three programs starting at the same moment on no folder end with one server; it outlives them', async () => {
    const started = await Promise.all([1, 2, 3].map(() => startElsewhere(home)))
    for (const program of started) expect(program).toMatchObject({ host: join(home, 'run') })
    expect(await isRunning(home)).toBe(true)
    expect(readdirSync(home).filter(name => name.startsWith('cluster'))).toEqual(['cluster'])
    expect(await one()).toBe(1)
    expect(await startElsewhere(home)).toMatchObject({ startedNow: false, told: [] })
    expect(statSync(join(home, 'cluster', 'owner-password')).mode & 0o777).toBe(0o600)
    const settings =
      await write(`select name, setting from pg_settings where name in ('fsync', 'full_page_writes',
      'synchronous_commit', 'listen_addresses', 'password_encryption', 'data_checksums')`)
    expect(Object.fromEntries(settings.map(s => [s['name'], s['setting']]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      listen_addresses: '',
      password_encryption: 'scram-sha-256',
      data_checksums: 'on',
    })
    await expect(stopServer(home)).resolves.toBe(true)
    expect(await stopServer(home)).toBe(false)
    expect(await isRunning(home)).toBe(false)
  })

  test('killed with kill -9 it is started again, by several at once, and what was committed is there', async () => {
    await write('create table kept as select 7 as seven')
    process.kill(postmaster(), 'SIGKILL')
    await Promise.all([startElsewhere(home), startElsewhere(home)])
    expect((await write('select seven from kept'))[0]).toEqual({ seven: 7 })
  })

  test('a pid file of a dead server does not stop it, whoever has that number now', async () => {
    await one()
    const foreign = await foreignPostgres()
    for (const pid of [process.pid, 1, foreign, 4_194_300]) {
      await stopServer(home)
      const lines = [
        pid,
        join(home, 'cluster', 'data'),
        1_700_000_000,
        5432,
        join(home, 'run'),
        '',
        '1 1',
        'ready',
        '',
      ]
      writeFileSync(pidFile(), lines.join('\n'))
      expect(await one(), `pid ${pid}`).toBe(1)
    }
  })

  test('an empty pid file, as a power cut leaves it, does not stop it', async () => {
    await one()
    await stopServer(home)
    writeFileSync(pidFile(), '')
    expect(await one()).toBe(1)
  })

  test('a cluster that a killed program left half made is cleared; one being made is left alone', async () => {
    mkdirSync(join(home, 'cluster.4194300', 'data'), { recursive: true })
    mkdirSync(join(home, 'postgresql-18.4194301', 'bin'), { recursive: true })
    mkdirSync(join(home, `cluster.${process.ppid}`), { recursive: true })
    expect(await one()).toBe(1)
    expect(existsSync(join(home, 'cluster.4194300'))).toBe(false)
    expect(existsSync(join(home, 'postgresql-18.4194301'))).toBe(false)
    expect(existsSync(join(home, `cluster.${process.ppid}`))).toBe(true)
  })

  test('a copy of PostgreSQL that another program has just put in place stays; a broken one is replaced', () => {
    const [source, target] = [join(home, 'source'), join(home, 'postgresql-18')]
    mkdirSync(join(source, 'bin'), { recursive: true })
    writeFileSync(join(source, 'bin', 'postgres'), '')
    const isWhole = () => existsSync(join(target, 'bin', 'postgres'))
    mkdirSync(join(target, 'bin'), { recursive: true })
    copyTo(source, target, isWhole)
    expect(isWhole()).toBe(true)
    const { ino } = statSync(target)
    copyTo(source, target, isWhole)
    expect(statSync(target).ino).toBe(ino)
    expect(readdirSync(home).sort()).toEqual(['postgresql-18', 'source'])
  })

  test('a path too long for a socket gets a short one, the same each time', async () => {
    home = join(home, 'a'.repeat(60), 'б'.repeat(40))
    homes = []
    try {
      expect(await one()).toBe(1)
      const folder = socketFolder(home)
      expect(folder).toMatch(/^\/tmp\/gishe-/)
      expect(Buffer.byteLength(`${socketFolder(`/${'б'.repeat(45)}`)}/.s.PGSQL.5432`)).toBeLessThan(108)
      expect((await startElsewhere(home)).host).toBe(folder)
    } finally {
      await stopServer(home)
      rmSync(socketFolder(home), { recursive: true, force: true })
      rmSync(join(home, '..', '..', '..'), { recursive: true, force: true })
    }
  })

  test('a short folder that somebody else has put there is not trusted, and what it points to is left alone', async () => {
    home = join(home, 'a'.repeat(60), 'б'.repeat(40))
    const elsewhere = mkdtempSync('/tmp/gishe-elsewhere-')
    const folder = socketFolder(home)
    const theirs = createServer(socket => socket.end()).listen(join(elsewhere, '.s.PGSQL.5432'))
    symlinkSync(elsewhere, folder)
    try {
      const { mode } = statSync(elsewhere)
      expect(await faultOf(ensureServer(home, silent))).toBe('home_unwritable')
      expect(await isRunning(home)).toBe(false)
      expect(statSync(elsewhere).mode).toBe(mode)
      expect(statSync(elsewhere).uid).toBe(process.getuid?.())
    } finally {
      theirs.close()
      homes = []
      for (const path of [folder, elsewhere, join(home, '..', '..', '..')])
        rmSync(path, { recursive: true, force: true })
    }
  })

  test('a folder that cannot be made or written is one clear fault', async () => {
    const file = join(home, '..', 'a-file')
    writeFileSync(file, '')
    expect(await faultOf(ensureServer(file, silent))).toBe('home_unwritable')
    expect(await faultOf(ensureServer(join(file, 'below'), silent))).toBe('home_unwritable')
    expect(await faultOf(ensureServer('/proc/gishe', silent))).toMatch(/home_unwritable|start_failed/)
    expect(await faultOf(Promise.resolve().then(() => ownerLogin(file)))).toBe('home_unwritable')
  })

  test('data of another PostgreSQL, and a cluster that is broken, are told and not touched', async () => {
    await one()
    await stopServer(home)
    const path = join(home, 'cluster', 'data', 'PG_VERSION')
    writeFileSync(path, '14\n')
    expect(await faultOf(ensureServer(home, silent))).toBe('data_of_other_version')
    expect(readFileSync(path, 'utf8')).toBe('14\n')
    writeFileSync(path, '18\n')
    rmSync(join(home, 'cluster', 'data', 'global', 'pg_control'))
    expect(await faultOf(ensureServer(home, silent))).toMatch(/start_failed|home_unreachable/)
  })

  test.runIf(isRoot)(
    'another user of the machine works with root’s server, without the owner’s secret',
    async () => {
      await ensureServer(home, () => undefined)
      const nobody = { name: 'nobody', uid: 65534, gid: 65534 }
      expect(await startElsewhere(home, nobody)).toMatchObject({ startedNow: false, told: [] })
    },
  )

  test.runIf(isRoot)('an ordinary user has a server too, with root’s folders closed to it', async () => {
    const user = databaseUser()!
    const folder = join(home, '..', 'ordinary')
    mkdirSync(folder)
    execFileSync('chown', [`${user.uid}:${user.gid}`, folder])
    homes.push(join(folder, 'gishe'))
    expect(await startElsewhere(join(folder, 'gishe'), user)).toMatchObject({ startedNow: true })
    mkdirSync(home, { mode: 0o700 })
    expect(await startElsewhere(home, user)).toMatchObject({ name: 'DatabaseFault', code: 'home_unwritable' })
  })

  test.runIf(isRoot && canMount())(
    'a full disk is one clear fault, and with room again it works',
    async () => {
      const disk = join(home, '..')
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m,mode=711', 'gishe-test', disk])
      try {
        expect(await faultOf(ensureServer(home, silent))).toBe('disk_full')
        expect(readdirSync(home).filter(name => name.startsWith('cluster'))).toEqual([])
        execFileSync('mount', ['-o', 'remount,size=400m', disk])
        expect(await one()).toBe(1)
        await stopServer(home)
        execFileSync('sh', ['-c', `cat /dev/zero > ${disk}/filled 2>/dev/null || true`])
        expect(await faultOf(ensureServer(home, silent))).toBe('disk_full')
        rmSync(join(disk, 'filled'))
        writeFileSync(join(home, 'cluster', 'data', 'PG_VERSION'), '14\n')
        expect(await faultOf(ensureServer(home, silent))).toBe('data_of_other_version')
        writeFileSync(join(home, 'cluster', 'data', 'PG_VERSION'), '18\n')
        expect(await one()).toBe(1)
      } finally {
        await stopServer(home)
        await pause(50)
        execFileSync('umount', ['-l', disk])
      }
    },
  )

  test('where the database lives', () => {
    expect(homeFolder({ GISHE_HOME: '/srv/g' })).toBe('/srv/g')
    if (!isRoot) expect(homeFolder({ XDG_DATA_HOME: '/x' })).toBe('/x/gishe')
    if (isRoot) expect(homeFolder({ XDG_DATA_HOME: '/x' })).toBe('/var/lib/gishe')
  })
})

/** The pid of a living PostgreSQL that is not the one under test. */
async function foreignPostgres(): Promise<number> {
  const server = inject('servers').find(known => known.version === '18')!
  const data = join(server.place.host, '..', 'cluster', 'data', 'postmaster.pid')
  return Number(readFileSync(data, 'utf8').split('\n')[0])
}

function canMount(): boolean {
  const folder = mkdtempSync('/tmp/gishe-mount-')
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'gishe-test', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
