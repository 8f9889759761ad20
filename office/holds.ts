import type postgres from 'postgres'
import { instantOf } from '../db/columns.ts'
import { LOCKS } from '../db/locks.ts'
import { type Login, openDatabase, type Place } from '../db/open.ts'
import { townDatabaseOf } from '../db/roles.ts'

/**
 * What only one program at a time may work with: a till, the papers owed to a printer, and for the length of one paper the
 * device itself. The town and its training each have papers of their own for one device.
 */
type Kind = 'till' | 'printer' | 'device'

export type Owning = 'new' | 'kept' | 'elsewhere'

/**
 * Holds that end with the program, however it ends: advisory locks on a line of their own. After a lost line `take` asks
 * anew, so whoever was quicker has it.
 */
export type Holds = {
  /**
   * True when it is ours, now or already. A device is taken for one piece of work: what has it already in this program counts
   * as somebody else.
   */
  take: (kind: Kind, id: string) => Promise<boolean>
  /** The same, told apart: ours anew, still ours, or somebody else's. */
  own: (kind: Kind, id: string) => Promise<Owning>
  /** Which program has it since when, as far as this login may know. */
  holder: (kind: Kind, id: string) => Promise<{ program: string; since: Temporal.Instant } | null>
  /** Lets others have it. */
  release: (kind: Kind, id: string) => Promise<void>
  close: () => Promise<void>
}

/**
 * The line is made when first asked for, and kept. It leads to the town's own database also in training, because a lock is
 * seen within one database only.
 */
export function openHolds(place: Place, login: Login, program: string): Holds {
  const database = townDatabaseOf(place.database)
  const { sql, close } = openDatabase({ ...place, database }, login, program, 1, true)
  const named = (kind: Kind, id: string) =>
    kind === 'printer' && database !== place.database ? `${id} ${place.database}` : id
  const atWork = new Set<string>()
  const take = async (kind: Kind, id: string) =>
    (await own(sql, LOCKS[kind], named(kind, id))) !== 'elsewhere'
  const takeAlone = async (id: string): Promise<boolean> => {
    if (atWork.has(id)) return false
    atWork.add(id)
    let isOurs = false
    try {
      isOurs = await take('device', id)
      return isOurs
    } finally {
      if (!isOurs) atWork.delete(id)
    }
  }
  return {
    take: (kind, id) => (kind === 'device' ? takeAlone(id) : take(kind, id)),
    own: (kind, id) => own(sql, LOCKS[kind], named(kind, id)),
    holder: (kind, id) => holder(sql, LOCKS[kind], named(kind, id)),
    release: async (kind, id) => {
      if (kind === 'device') atWork.delete(id)
      await sql`select pg_advisory_unlock(${LOCKS[kind]}, hashtext(${named(kind, id)}))`
    },
    close,
  }
}

/** Re-entrant in one session: asking again for what one has costs nothing. */
async function own(sql: postgres.Sql, kind: number, id: string): Promise<Owning> {
  const [row] = await sql<{ ours: Owning }[]>`
    select case
      when exists (select from pg_locks where locktype = 'advisory' and classid = ${kind} and objid = hashtext(${id})::oid
        and pid = pg_backend_pid() and granted) then 'kept'
      when pg_try_advisory_lock(${kind}, hashtext(${id})) then 'new'
      else 'elsewhere' end as ours`
  return row?.ours ?? 'elsewhere'
}

async function holder(sql: postgres.Sql, kind: number, id: string) {
  const [row] = await sql<{ program: string | null; since: string | null }[]>`
    select a.application_name as program, a.backend_start as since
    from pg_locks l join pg_stat_activity a using (pid)
    where l.locktype = 'advisory' and l.classid = ${kind} and l.objid = hashtext(${id})::oid
      and l.granted and l.pid <> pg_backend_pid()`
  return row?.program && row.since ? { program: row.program, since: instantOf(row.since) } : null
}
