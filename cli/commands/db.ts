import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { backupTown, type Progress } from '../../db/backup.ts'
import { isInitialised } from '../../db/embedded/folders.ts'
import { isRunning, stopServer } from '../../db/embedded/server.ts'
import { homeFolder } from '../../db/home.ts'
import { migrateTown, schemaStamp } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import { restoreTown } from '../../db/restore.ts'
import { showMoment } from '../../rules/dates.ts'
import { declare } from '../command.ts'
import { noteDemo } from '../demo.ts'
import type { Door } from '../door.ts'
import { townIn } from '../founding.ts'
import { answer } from '../output/answer.ts'
import { onlooker, ownerOf, reachFoundedTown, reachTown, stampOf, usesOwnServer } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const dbCommands = () => [
  declare('db start', async (_, door) => {
    refuseOwnServer(door)
    const { startedNow, home } = await reachTown(door)
    answer(door, { running: true, started_now: startedNow, home }, door.words.dbStarted(startedNow, home))
  }),
  declare('db stop', async (_, door) => {
    refuseOwnServer(door)
    const stopped = await stopServer(homeFolder())
    answer(door, { running: false, stopped_now: stopped }, door.words.dbStopped(stopped))
  }),
  declare('db status', (_, door) => status(door)),
  declare('db backup', (given, door) => backup(resolve(given.arg('folder')), door)),
  declare('db restore', (given, door) => restore(resolve(given.arg('folder')), door)),
  declare('db migrate', async (_, door) => {
    const town = await reachTown(door)
    const { applied } = await migrateTown(town.place, ownerOf(town, door))
    answer(door, { applied, schema: schemaStamp() }, door.words.migrated(applied))
  }),
]

function refuseOwnServer(door: Door): void {
  if (usesOwnServer()) throw new WrongUsage(door.lang, usage => usage.ownServer)
}

async function backup(folder: string, door: Door): Promise<void> {
  if (existsSync(folder)) throw new WrongUsage(door.lang, usage => usage.folderTaken(folder))
  const town = await reachFoundedTown(door)
  const { tables, madeAt, files } = await backupTown(town.place, ownerOf(town, door), folder, tell(door))
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const { kept, lost } = files
  answer(
    door,
    { folder, made_at: madeAt, rows, files: kept, files_lost: lost },
    door.words.backedUp(folder, rows, kept, lost.length),
  )
}

async function restore(folder: string, door: Door): Promise<void> {
  const town = await reachTown(door)
  const restored = await restoreTown(town.place, ownerOf(town, door), folder, tell(door))
  const there = await townIn(town, ownerOf(town, door))
  if (there?.demo) noteDemo(town)
  const { town: of, madeAt, rows, withoutPassword } = restored
  answer(
    door,
    { town: of.name, made_at: madeAt, rows, without_password: withoutPassword },
    door.words.restored(of.name, showMoment(Temporal.Instant.from(madeAt), door.lang), rows, withoutPassword),
  )
}

const tell = (door: Door) => (step: Parameters<Progress>[0]) =>
  door.progress(door.words.progress.table(step.table, step.at, step.of))

/** Looks without starting anything. */
async function status(door: Door): Promise<void> {
  const home = homeFolder()
  const embedded = !usesOwnServer()
  if (embedded && !(isInitialised(home) && (await isRunning(home)))) {
    const made = isInitialised(home)
    return answer(
      door,
      { embedded, home, made, running: false },
      made ? door.words.dbDown(home) : door.words.dbNone(home),
    )
  }
  const town = await reachFoundedTown(door)
  const where = town.embedded ? home : `${town.place.host}:${town.place.port}/${town.place.database}`
  const login = await onlooker(door, town)
  const [{ version, size }, stamp, there] = await Promise.all([
    sizeOf(town.place, login),
    stampOf(town, login),
    townIn(town, login),
  ])
  const current = stamp === schemaStamp()
  answer(
    door,
    {
      embedded,
      where,
      running: true,
      version,
      size_bytes: size,
      schema: stamp,
      schema_is_current: current,
      town: there?.name ?? null,
      demo: there?.demo ?? false,
    },
    door.words.dbUp(where, `PostgreSQL ${version}, ${Math.ceil(size / 1_048_576)} MiB`, there?.name ?? '') +
      (current ? '' : `\n${door.words.dbBehind}`),
  )
}

async function sizeOf(
  ...[place, owner]: [Parameters<typeof openDatabase>[0], Parameters<typeof openDatabase>[1]]
) {
  const { sql, close } = openDatabase(place, owner, 'gishe', 1)
  try {
    const [row] = await sql<{ version: string; size: string }[]>`
      select current_setting('server_version') as version, pg_database_size(current_database()) as size`
    return { version: row?.version ?? '', size: Number(row?.size ?? 0) }
  } finally {
    await close()
  }
}
