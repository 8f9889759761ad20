import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseFault, faultOfFiles } from '../fault.ts'
import { isFolderOf, makeHome } from '../home.ts'
import type { Login, Place } from '../open.ts'
import { binariesFor } from './binaries.ts'
import { databaseUser, type SystemUser } from './system-user.ts'

const OWNER = 'gishe_owner'
const PORT = 5432
const SOCKET_PATH_LIMIT = 100
const TURNS_TO_WRITE_PID = 4
const LEAST_FREE_BYTES = 64 * 1024
const NO_SPACE = /No space left|Disk quota/i
const START_AGAIN =
  /lock file|PID file .* is empty|data in PID file|another server|shared memory block|still in use/i

/** The database cluster that Gishe keeps for itself under `home`; it listens on a unix socket only, so no port is ever taken. */
export type EmbeddedServer = { place: Place; readonly owner: Login; startedNow: boolean }

const clusterFolder = (home: string) => join(home, 'cluster')
const dataFolder = (home: string) => join(clusterFolder(home), 'data')

/** The socket's folder: under `home`, or a short one beside /tmp where the path would be too long for a socket. */
export function socketFolder(home: string): string {
  const own = join(home, 'run')
  if (Buffer.byteLength(own) <= SOCKET_PATH_LIMIT - '/.s.PGSQL.5432'.length) return own
  return `/tmp/gishe-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`
}

const placeOf = (home: string): Place => ({
  host: socketFolder(home),
  port: PORT,
  database: 'gishe',
  tls: 'off',
})

/** True where the cluster is made. It came whole by one rename, so the folder tells it, also to users who may not look inside. */
export function isInitialised(home: string): boolean {
  try {
    return statSync(dataFolder(home), { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    throw faultOfFiles(error, home)
  }
}

/** The owner's secret; readable by whoever keeps `home`. */
export function ownerLogin(home: string): Login {
  const path = join(clusterFolder(home), 'owner-password')
  try {
    return { user: OWNER, password: readFileSync(path, 'utf8').trim() }
  } catch (error) {
    throw faultOfFiles(error, path)
  }
}

/** True when a server answers on the socket, in a folder that belongs to the keeper of the data. */
export const isRunning = async (home: string): Promise<boolean> =>
  isFolderOf(socketFolder(home), statSync(dataFolder(home), { throwIfNoEntry: false })?.uid) &&
  (await answers(home))

const answers = (home: string): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect(join(socketFolder(home), `.s.PGSQL.${PORT}`))
    const settle = (up: boolean) => {
      socket.destroy()
      resolve(up)
    }
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
    socket.setTimeout(2000, () => settle(false))
  })

/**
 * Makes the cluster if there is none, starts it if it is not up, and leaves it running when this program ends. Programs
 * that come at the same moment all end with the one server: the cluster appears by one rename, PostgreSQL's own lock
 * lets one start. `progress` is told once when there is something to wait for.
 */
export async function ensureServer(
  home: string,
  progress: (what: 'making' | 'starting') => void,
): Promise<EmbeddedServer> {
  if (isInitialised(home) && (await isRunning(home))) return serverOf(home, false)
  const user = databaseUser()
  try {
    makeHome(home)
  } catch (error) {
    throw faultOfFiles(error, home)
  }
  const bin = binariesFor(home, user)
  if (!isInitialised(home)) {
    progress('making')
    makeCluster(home, bin, user)
  }
  progress('starting')
  await startServer(home, bin, user)
  return serverOf(home, true)
}

/** The owner's secret is read by those who need it: other users of the machine work with the server without it. */
const serverOf = (home: string, startedNow: boolean): EmbeddedServer => ({
  place: placeOf(home),
  startedNow,
  get owner() {
    return ownerLogin(home)
  },
})

/** Stops the server: new work is refused, running transactions are rolled back cleanly. False when it was not running. */
export async function stopServer(home: string): Promise<boolean> {
  if (!isInitialised(home) || !(await isRunning(home))) return false
  const user = databaseUser()
  const done = run(
    join(binariesFor(home, user), 'pg_ctl'),
    ['stop', '-D', dataFolder(home), '-m', 'fast', '-w', '-t', '60'],
    user,
  )
  if (done.status !== 0) throw new DatabaseFault('start_failed', { path: home, detail: done.output })
  return true
}

function makeCluster(home: string, bin: string, user: SystemUser | null): void {
  clearHalfMade(home)
  const part = join(home, `cluster.${process.pid}`)
  const password = randomBytes(24).toString('base64url')
  try {
    mkdirSync(part, { mode: 0o711 })
    if (user) chownSync(part, user.uid, user.gid)
    writeFileSync(join(part, 'owner-password'), `${password}\n`, { mode: 0o600 })
    if (user) chownSync(join(part, 'owner-password'), user.uid, user.gid)
    const made = run(
      join(bin, 'initdb'),
      [
        '-D',
        join(part, 'data'),
        '-U',
        OWNER,
        '-A',
        'scram-sha-256',
        `--pwfile=${join(part, 'owner-password')}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--data-checksums',
      ],
      user,
    )
    if (made.status !== 0) throw faultOfOutput(made.output, home)
    writeFileSync(join(part, 'data', 'postgresql.auto.conf'), settings(home), { mode: 0o600 })
    if (user) chownSync(join(part, 'owner-password'), 0, 0)
    renameSync(part, clusterFolder(home))
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    if (isInitialised(home)) return
    throw error instanceof DatabaseFault ? error : faultOfFiles(error, home)
  }
}

/** Removes what a program that was killed while making the cluster, or copying PostgreSQL, left behind. */
function clearHalfMade(home: string): void {
  for (const name of readdirSync(home)) {
    const pid = /^(?:cluster|postgresql-18)\.(\d+)$/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(home, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const settings = (home: string): string =>
  [
    '# Written by Gishe. Loopback only: no TCP at all, a unix socket with SCRAM passwords.',
    "listen_addresses = ''",
    `port = ${PORT}`,
    `unix_socket_directories = '${socketFolder(home).replaceAll("'", "''")}'`,
    'unix_socket_permissions = 0777',
    "password_encryption = 'scram-sha-256'",
    'fsync = on',
    'full_page_writes = on',
    'synchronous_commit = on',
    'max_connections = 100',
    'shared_buffers = 128MB',
    "timezone = 'Europe/Sofia'",
    "log_timezone = 'Europe/Sofia'",
    'logging_collector = on',
    "log_directory = 'log'",
    "log_filename = 'postgresql-%a.log'",
    'log_truncate_on_rotation = on',
    'log_rotation_age = 1d',
    'log_rotation_size = 0',
    '',
  ].join('\n')

async function startServer(home: string, bin: string, user: SystemUser | null): Promise<void> {
  makeSocketFolder(home, user)
  const start = [
    'start',
    '-D',
    dataFolder(home),
    '-w',
    '-t',
    '60',
    '-s',
    '-l',
    join(dataFolder(home), 'start.log'),
  ]
  for (let turn = 1; ; turn++) {
    clearStalePid(home, turn)
    const said = startLog(home).length
    const started = run(join(bin, 'pg_ctl'), start, user)
    if (started.status === 0 || (await isRunning(home))) return
    const output = `${started.output}\n${startLog(home).slice(said)}`
    // Another program is starting the same server, or the processes of a killed one are still going away.
    if (turn === 40 || NO_SPACE.test(output) || !START_AGAIN.test(output)) throw faultOfOutput(output, home)
    await pause(250)
  }
}

function makeSocketFolder(home: string, user: SystemUser | null): void {
  const folder = socketFolder(home)
  try {
    const owner = user?.uid ?? process.getuid?.()
    const isNew = mkdirSync(folder, { recursive: true, mode: 0o711 }) !== undefined
    if (user && isNew) chownSync(folder, user.uid, user.gid)
    if (!isFolderOf(folder, owner)) throw new DatabaseFault('home_unwritable', { path: folder })
    chmodSync(folder, 0o711)
  } catch (error) {
    throw error instanceof DatabaseFault ? error : faultOfFiles(error, folder)
  }
}

/**
 * After kill -9 or a power cut the pid file stays. PostgreSQL takes it over unless its number now belongs to some other
 * living process; then it would refuse to start, so a file whose process is no `postgres` of this folder is removed. An
 * empty file is being written by a server that starts, unless it stays empty.
 */
function clearStalePid(home: string, turn: number): void {
  const path = join(dataFolder(home), 'postmaster.pid')
  try {
    const pid = Number(readFileSync(path, 'utf8').split('\n')[0])
    const stale = pid > 0 ? !isServerOf(pid, dataFolder(home)) : turn > TURNS_TO_WRITE_PID
    if (stale) rmSync(path, { force: true })
  } catch {
    // No such file any more, no such process, or no /proc: PostgreSQL decides for itself.
  }
}

/** A server has its data folder as its working folder before it writes the pid file. */
const isServerOf = (pid: number, data: string): boolean =>
  readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres') &&
  readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data)

/** What the server has said at its starts so far; a new start says its own after that. */
function startLog(home: string): string {
  try {
    return readFileSync(join(dataFolder(home), 'start.log'), 'utf8')
  } catch {
    return ''
  }
}

/** On a full disk the log cannot say so either. */
function isFull(home: string): boolean {
  const { bavail, bsize } = statfsSync(home)
  return bavail * bsize < LEAST_FREE_BYTES
}

function faultOfOutput(output: string, home: string): DatabaseFault {
  const detail = output.trim().split('\n').slice(-3).join(' ')
  if (NO_SPACE.test(output) || isFull(home)) return new DatabaseFault('disk_full', { path: home, detail })
  if (/could not (access|open|create|change permissions of) (directory|file)|Permission denied/i.test(output))
    return new DatabaseFault('home_unreachable', { path: home, detail })
  if (/incompatible with server|initialized by PostgreSQL version/i.test(output))
    return new DatabaseFault('data_of_other_version', { path: home, detail })
  return new DatabaseFault('start_failed', { path: home, detail })
}

function run(
  command: string,
  args: string[],
  user: SystemUser | null,
): { status: number | null; output: string } {
  const done = spawnSync(command, args, {
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  })
  return {
    status: done.status,
    output: `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`,
  }
}
