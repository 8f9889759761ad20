import { sql } from 'drizzle-orm'
import { DatabaseFault } from '../../db/fault.ts'
import { readStamp, stampFault } from '../../db/migrate.ts'
import { databaseError, type OpenDatabase, openDatabase, type Place } from '../../db/open.ts'
import { staffRole } from '../../db/roles.ts'
import { town } from '../../db/schema/town.ts'
import { dayOf } from '../../rules/dates.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Ctx, Town } from '../context.ts'
import { townOf } from '../staff/sign-in.ts'

/** The hub at work: it has no desk and speaks for nobody, under a role that can add presses and read what devices are told. */
export type Hub = { town: Town; database: OpenDatabase; ctx: () => Ctx; close: () => Promise<void> }

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
    const [[home], [who]] = await Promise.all([
      database.db.select().from(town),
      database.db.execute<{ id: string | null }>(sql`select staff_at_work() as id`),
    ])
    if (!home) throw refusal('town.missing', {})
    if (!who?.id) throw refusal('sign_in.no_staff_record', { login })
    const hub = { id: who.id, login, name: login, post: 'hub' as const }
    const ctx = (): Ctx => {
      const now = Temporal.Now.instant()
      return { db: database.db, who: hub, desk: null, town: townOf(home), lang: 'bg', now, today: dayOf(now) }
    }
    return { town: townOf(home), database, ctx, close: database.close }
  } catch (error) {
    await database.close()
    const code = databaseError(error)?.code ?? ''
    if (['28P01', '28000'].includes(code)) throw refusal('sign_in.wrong', {})
    if (code === '3D000') throw refusal('town.missing', {})
    // The role of somebody who is no hub, or a database of another version.
    if (code === '42501' || code === '42P01') throw new DatabaseFault('needs_migration')
    throw error
  }
}
