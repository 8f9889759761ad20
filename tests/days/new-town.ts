import { chmodSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type postgres from 'postgres'
import { ensureServer, stopServer } from '../../db/embedded/server.ts'
import { migrateTown } from '../../db/migrate.ts'
import { type Db, openDatabase, type Place } from '../../db/open.ts'
import { DEMO_STAFF, demoTown } from '../../office/town/demo-town.ts'
import { type FoundTown, foundTown } from '../../office/town/found-town.ts'
import { dayOf } from '../../rules/dates.ts'
import { watchOver } from '../support/servers.ts'

/** A demo town on a database cluster of its own, as it ships (fsync on), with the owner's line to it. */
export type NewTown = {
  home: string
  place: Place
  sql: postgres.Sql
  db: Db
  startDatabase: () => Promise<unknown>
  /** Kills the server's first process as its pid file names it; false when the file is a dead one's and names nobody of ours. */
  kill9Postmaster: () => boolean
  close: () => Promise<void>
}

type Printer = FoundTown['desks'][number]['printer']

/** One desk for each printer, in their order, and the staff of the demo with whoever else is wanted. */
export async function newTown(
  printers: Omit<Printer, 'name'>[],
  more: FoundTown['staff'] = [],
): Promise<NewTown> {
  const folder = mkdtempSync('/tmp/gishe-day-')
  chmodSync(folder, 0o711)
  watchOver(folder)
  const home = join(folder, 'town')
  await using opened = new AsyncDisposableStack()
  opened.defer(() => rmSync(folder, { recursive: true, force: true }))
  opened.defer(async () => void (await stopServer(home)))
  const startDatabase = () => ensureServer(home, () => undefined)
  const { place, owner } = await startDatabase()
  await migrateTown(place, owner)
  const { sql, db, close } = openDatabase(place, owner, 'the day', 1)
  opened.defer(close)
  const town = demoTown()
  await foundTown(db, dayOf(Temporal.Now.instant()), {
    ...town,
    staff: [...town.staff, ...more],
    desks: printers.map((printer, at) => ({
      number: at + 1,
      name: town.desks[at]?.name ?? `Каса ${at + 1}`,
      printer: { name: `принтер ${at + 1}`, ...printer },
    })),
  })
  const whole = opened.move()
  return {
    home,
    place,
    sql,
    db,
    startDatabase,
    kill9Postmaster: () => kill9Postmaster(home),
    close: () => whole.disposeAsync(),
  }
}

/** The logins of the demo's cashiers, in the order of their desks. */
export const CASHIERS = DEMO_STAFF.filter(({ post }) => post === 'cashier').map(({ login }) => login)

function kill9Postmaster(home: string): boolean {
  const data = join(home, 'cluster', 'data')
  try {
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
    return readlinkSync(`/proc/${pid}/cwd`) === data && process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}
