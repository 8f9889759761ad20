import { once } from 'node:events'
import { createConnection } from 'node:net'
import { isInitialised } from '../../db/embedded/folders.ts'
import { homeFolder } from '../../db/home.ts'
import { schemaStamp, stampFault } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import type { TownDatabase } from '../../db/place.ts'
import { trainingOf } from '../../db/training.ts'
import { describeFault, describeRefusal } from '../../locales/texts.ts'
import { showMoment } from '../../rules/dates.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import type { Door } from '../door.ts'
import { townIn } from '../founding.ts'
import { onlookerKnown, reachTown, stampOf, usesOwnServer } from '../town.ts'
import type { Finding, Look } from './finding.ts'

const OLDEST_SERVER = 150_000
const MOST_SKEW_MS = 5_000
const PATIENCE_MS = 5_000

/** The database: reachable, new enough, durable, of this schema, with a town in it, its clock with ours. */
export async function checkDatabase(door: Door): Promise<{ findings: Finding[]; look: Look | null }> {
  const { doctor: words } = door.words
  const broken = (advice: string) => ({
    findings: [{ what: words.database, found: words.broken, advice }],
    look: null,
  })
  if (!usesOwnServer() && !isInitialised(homeFolder()))
    return broken(describeRefusal(refusal('town.missing', {}), door.lang))
  try {
    const town = await reachTown(door)
    const login = onlookerKnown(door, town)
    if (!login) return { findings: [await addressFinding(door, town)], look: null }
    const look = { town, login }
    const findings = [...(await serverFindings(door, look)), await townFinding(door, look)]
    return { findings: [...findings, await trainingFinding(door, look)], look }
  } catch (error) {
    const why =
      error instanceof Refusal
        ? describeRefusal(error as unknown as Refusal, door.lang)
        : describeFault(error, door.lang)
    if (!why) throw error
    return broken(why)
  }
}

/** Whoever may not look inside is told where it is, that something answers there, and how to see more. */
async function addressFinding(
  door: Door,
  { place: { host, port, database } }: TownDatabase,
): Promise<Finding> {
  const { doctor: words } = door.words
  await knock(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port })
  return { what: words.database, found: `${host}:${port}/${database} (${words.notLooked})`, advice: null }
}

/** Throws where nobody listens. */
async function knock(where: { path: string } | { host: string; port: number }): Promise<void> {
  const socket = createConnection({ ...where, timeout: PATIENCE_MS })
  socket.once('timeout', () => socket.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })))
  try {
    await once(socket, 'connect')
  } finally {
    socket.destroy()
  }
}

async function serverFindings(door: Door, { town, login }: Look): Promise<Finding[]> {
  const { doctor: words } = door.words
  const { sql, close } = openDatabase(town.place, login, 'gishe doctor', 1)
  try {
    const asked = performance.now()
    const [row] = await sql<
      { version: string; number: string; fsync: string; durable: string; now: string }[]
    >`
      select current_setting('server_version') as version, current_setting('server_version_num') as number,
        current_setting('fsync') as fsync, current_setting('synchronous_commit') as durable,
        (extract(epoch from clock_timestamp()) * 1000)::bigint as now`
    const took = performance.now() - asked
    const skew = Math.abs(Number(row?.now) - (Temporal.Now.instant().epochMilliseconds - took / 2))
    const { host, port, database } = town.place
    return [
      { what: words.database, found: `${host}:${port}/${database}`, advice: null },
      {
        what: words.server,
        found: `PostgreSQL ${row?.version}`,
        advice: Number(row?.number) < OLDEST_SERVER ? words.tooOld : null,
      },
      {
        what: words.durable,
        found: `fsync=${row?.fsync}, synchronous_commit=${row?.durable}`,
        advice: row?.fsync === 'on' && row.durable !== 'off' ? null : words.setDurable,
      },
      {
        what: words.clock,
        found: words.skew(Math.round(skew)),
        advice: skew > MOST_SKEW_MS ? words.setClock : null,
      },
    ]
  } finally {
    await close()
  }
}

async function townFinding(door: Door, { town, login }: Look): Promise<Finding> {
  const { doctor: words } = door.words
  const stamp = await stampOf(town, login)
  const behind = stamp === null ? null : stampFault(stamp)
  if (behind) return { what: words.schema, found: stamp ?? '', advice: describeFault(behind, door.lang) }
  const there = stamp === null ? null : await townIn(town, login)
  if (!there)
    return {
      what: words.town,
      found: words.broken,
      advice: describeRefusal(refusal('town.missing', {}), door.lang),
    }
  return {
    what: words.town,
    found: `${there.name}${there.demo ? ` (${words.demo})` : ''}, ${schemaStamp()}`,
    advice: null,
  }
}

/** That nobody practises here is well; a database for it that cannot serve is not. */
async function trainingFinding(door: Door, { town, login }: Look): Promise<Finding> {
  const { doctor: words } = door.words
  const training = await trainingOf(town.place, login)
  if (!training) return { what: words.training, found: words.broken, advice: null }
  const since = training.madeAt && showMoment(Temporal.Instant.from(training.madeAt), door.lang)
  const advice = since === null ? door.words.trainingHalfMade : door.words.trainingStale
  return {
    what: words.training,
    found: since ?? words.broken,
    advice: since === null || training.isStale ? advice : null,
  }
}
