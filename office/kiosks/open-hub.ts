import { sql } from 'drizzle-orm'
import { DatabaseFault } from '../../db/fault.ts'
import { readStamp, stampFault } from '../../db/migrate.ts'
import {
  databaseError,
  isConnectionFault,
  type OpenDatabase,
  openDatabase,
  type Place,
} from '../../db/open.ts'
import { staffRole } from '../../db/roles.ts'
import { town } from '../../db/schema/town.ts'
import { dayOf } from '../../rules/dates.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Ctx, Town } from '../context.ts'
import { townOf } from '../staff/sign-in.ts'

/** The hub at work: it has no desk and speaks for nobody, under a role that can add presses and read what devices are told. */
export type Hub = {
  database: OpenDatabase
  ctx: () => Ctx
  /** Reads what the town set anew since: its hours. */
  renew: () => Promise<void>
  close: () => Promise<void>
}

/** Opens the town's database as the hub. Refuses a wrong password, and a login that is no hub. */
export async function openHub(
  place: Place,
  { login, password }: { login: string; password: string },
  connections: number,
): Promise<Hub> {
  const access = { user: staffRole(place.database, login), password }
  const database = openDatabase(place, access, 'gishe web', connections)
  try {
    const behind = stampFault(await readStamp(database.sql))
    if (behind) throw behind
    const [home, [who]] = await Promise.all([
      readTown(database),
      database.db.execute<{ id: string | null; is_hub: boolean }>(sql`
        select staff_at_work() as id, pg_has_role(session_user, current_database() || '_hub', 'member') as is_hub`),
    ])
    if (!who?.id) throw refusal('sign_in.no_staff_record', { login })
    if (!who.is_hub) throw refusal('kiosk.no_hub', { login })
    return atWork(database, home, { id: who.id, login, name: login, post: 'hub' })
  } catch (error) {
    await database.close()
    const code = databaseError(error)?.code ?? ''
    if (['28P01', '28000'].includes(code)) throw refusal('sign_in.wrong', {})
    if (code === '3D000') throw refusal('town.missing', {})
    if (code === '42501') throw refusal('kiosk.no_hub', { login })
    // A database of another version.
    if (code === '42P01') throw new DatabaseFault('needs_migration')
    throw error
  }
}

async function readTown({ db }: OpenDatabase): Promise<Town> {
  const [home] = await db.select().from(town)
  if (!home) throw refusal('town.missing', {})
  return townOf(home)
}

function atWork(database: OpenDatabase, found: Town, who: Ctx['who']): Hub {
  let home = found
  return {
    database,
    ctx: () => {
      const now = Temporal.Now.instant()
      return { db: database.db, who, desk: null, town: home, lang: 'bg', now, today: dayOf(now) }
    },
    renew: async () => {
      home = await readTown(database)
    },
    close: database.close,
  }
}

/**
 * What an error of the database means to a device: the town is away (no line, no room, no answer in time, no database or login any more),
 * or what was sent is nothing that the tables take. Null where it is a bug.
 */
export function faultOfTown(error: unknown): 'away' | 'malformed' | null {
  if (error instanceof DatabaseFault || isConnectionFault(error)) return 'away'
  const code = databaseError(error)?.code ?? ''
  if (AWAY.test(code)) return 'away'
  return MALFORMED.test(code) ? 'malformed' : null
}

/** Insufficient resources, a statement cancelled, a server that only reads; a database that is just being restored. */
const AWAY = /^(53...|57014|25006|3D000|28000|28P01|42P01)$/

/** Values out of every range, and walls that say what no press can be. */
const MALFORMED = /^(22...|GS002)$/
