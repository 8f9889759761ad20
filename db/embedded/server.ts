import {
  chmodSync,
  chownSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseFault, faultOfFiles } from '../fault.ts'
import { isFolderOf, makeHome } from '../home.ts'
import type { Login, Place } from '../open.ts'
import { binariesFor } from './binaries.ts'
import { makeCluster } from './cluster.ts'
import { dataFolder, isInitialised, ownerLogin, PORT, placeOf, socketFolder } from './folders.ts'
import { faultOfOutput, NO_SPACE, run } from './programs.ts'
import { databaseUser, type SystemUser } from './system-user.ts'

const TURNS_TO_WRITE_PID = 4
const START_AGAIN =
  /lock file|PID file .* is empty|data in PID file|another server|shared memory block|still in use/i

/** The database cluster that Gishe keeps for itself under `home`; it listens on a unix socket only, so no port is ever taken. */
export type EmbeddedServer = { place: Place; readonly owner: Login; startedNow: boolean }

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
