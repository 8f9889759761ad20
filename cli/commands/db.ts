import { isInitialised, isRunning, stopServer } from '../../db/embedded/server.ts'
import { homeFolder } from '../../db/home.ts'
import { migrateTown, schemaStamp } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import { declare } from '../command.ts'
import type { Door } from '../door.ts'
import { townIn } from '../founding.ts'
import { answer } from '../output/answer.ts'
import { ownerOf, reachFoundedTown, reachTown, stampOf, usesOwnServer } from '../town.ts'
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
  declare('db migrate', async (_, door) => {
    const town = await reachTown(door)
    const { applied } = await migrateTown(town.place, ownerOf(town, door))
    answer(door, { applied, schema: schemaStamp() }, door.words.migrated(applied))
  }),
]

function refuseOwnServer(door: Door): void {
  if (usesOwnServer()) throw new WrongUsage(door.lang, usage => usage.ownServer)
}

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
  if (!town.owner) return answer(door, { embedded, where, running: true }, door.words.dbUp(where, '', ''))
  const [{ version, size }, stamp, there] = await Promise.all([
    sizeOf(town.place, town.owner),
    stampOf(town, town.owner),
    townIn(town, town.owner),
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
