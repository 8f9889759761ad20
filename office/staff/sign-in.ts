import { asc, eq, sql } from 'drizzle-orm'
import { DatabaseFault } from '../../db/fault.ts'
import { stampFault } from '../../db/migrate.ts'
import { type Db, databaseError, type OpenDatabase, openDatabase, type Place } from '../../db/open.ts'
import { staffRole, townDatabaseOf } from '../../db/roles.ts'
import { staff } from '../../db/schema/staff.ts'
import { openTills } from '../../db/schema/tills.ts'
import { desks, town } from '../../db/schema/town.ts'
import { POSTS, type Post } from '../../rules/authority.ts'
import { dayOf } from '../../rules/dates.ts'
import type { Lang } from '../../rules/languages.ts'
import { readLogin } from '../../rules/logins.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import type { Ctx, Desk, StaffMember, Town } from '../context.ts'
import { type Holds, openHolds } from '../holds.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'

/** Somebody signed in: every operation asks the session for a fresh context. */
export type Session = {
  who: StaffMember
  desk: Desk | null
  town: Town
  database: OpenDatabase
  /** Tills and printers this program alone works with; the line for them is made when first asked for. */
  holds: Holds
  ctx: () => Ctx
  close: () => Promise<void>
}

export type SignIn = {
  place: Place
  login: string
  password: string
  /** The desk asked for; null takes the desk of the cashier's open till, else the first desk. */
  desk: number | null
  lang: Lang
  program: string
}

/** Opens the database, the town's or the one for training, as this member of staff. Refuses a wrong password, a disabled member and an unknown desk. */
export async function signIn(input: SignIn): Promise<Session> {
  const login = readLogin(input.login)
  const role = staffRole(input.place.database, login)
  const access = { user: role, password: input.password }
  const database = openDatabase(input.place, access, input.program)
  const holds = openHolds(input.place, access, input.program)
  const close = async () => {
    await Promise.all([database.close(), holds.close()])
  }
  try {
    const { who, home, desk } = await whoAndWhere(database.db, role, login, input.desk)
    const session: Session = {
      who,
      desk,
      town: home,
      database,
      holds,
      close,
      ctx: () => contextOf(session, input.lang),
    }
    await inTransaction(session.ctx(), tx =>
      writeLogbook(tx, session.ctx(), 'staff.sign_in', {
        subjectId: who.id,
        facts: { program: input.program },
      }),
    )
    return session
  } catch (error) {
    await close()
    const why = signInFailure(error, login)
    throw townDatabaseOf(input.place.database) === input.place.database ? why : inTraining(why, login)
  }
}

function contextOf(session: Session, lang: Lang): Ctx {
  const now = Temporal.Now.instant()
  return {
    db: session.database.db,
    who: session.who,
    desk: session.desk,
    town: session.town,
    lang,
    now,
    today: dayOf(now),
  }
}

function signInFailure(error: unknown, login: string): unknown {
  const fault = databaseError(error)
  if (fault?.code === '28P01') return refusal('sign_in.wrong', {})
  if (fault?.code === '28000')
    return /not permitted to log in/.test(fault.message)
      ? refusal('sign_in.disabled', { login })
      : refusal('sign_in.wrong', {})
  if (fault?.code === '3D000') return refusal('town.missing', {})
  return error
}

/** What is missing where people practise is made by `training make`, and by nothing else. */
function inTraining(why: unknown, login: string): unknown {
  if (why instanceof DatabaseFault && why.code === 'needs_migration') return refusal('training.stale', {})
  if (!(why instanceof Refusal)) return why
  if (why.code === 'town.missing') return refusal('training.missing', {})
  return why.code === 'sign_in.no_staff_record' ? refusal('training.staff_newer', { login }) : why
}

async function whoAndWhere(db: Db, role: string, login: string, number: number | null) {
  const reads = [
    db
      .execute<{ stamp: string | null }>(
        sql`select obj_description('public'::regnamespace, 'pg_namespace') as stamp`,
      )
      .execute(),
    db.select().from(town).execute(),
    db
      .select({ member: staff, openDesk: openTills.deskId })
      .from(staff)
      .leftJoin(openTills, eq(openTills.staffId, staff.id))
      .where(eq(staff.dbRole, role))
      .execute(),
    db.select().from(desks).orderBy(asc(desks.number)).execute(),
  ] as const
  // All are waited for also when one fails: a line that is still being made would hold up its closing for seconds.
  await Promise.allSettled(reads)
  const [stamps, towns, members, allDesks] = await Promise.all(reads).catch(async (error: unknown) => {
    if (databaseError(error)?.code === '42501' && (await isHub(db)))
      throw refusal('sign_in.is_hub', { login })
    // A table, column or privilege that this program expects is not there: the database is of another version.
    if (['42P01', '42703', '42501'].includes(databaseError(error)?.code ?? ''))
      throw new DatabaseFault('needs_migration')
    throw error
  })
  const behind = stampFault(stamps[0]?.stamp ?? null)
  if (behind) throw behind
  const [home] = towns
  const [found] = members
  if (!home) throw refusal('town.missing', {})
  if (!found) throw refusal('sign_in.no_staff_record', { login })
  if (found.member.disabledAt) throw refusal('sign_in.disabled', { login })
  const desk =
    number === null
      ? (allDesks.find(d => d.id === found.openDesk) ?? allDesks[0] ?? null)
      : (allDesks.find(d => d.number === number) ?? null)
  if (number !== null && !desk) throw refusal('desk.unknown', { number: String(number) })
  return { who: { ...found.member, post: readPost(found.member.post) }, home: townOf(home), desk }
}

/** The hub reads none of what staff begin their day with. */
async function isHub(db: Db): Promise<boolean> {
  const [row] = await db.execute<{ member: boolean }>(
    sql`select pg_has_role(session_user, current_database() || '_hub', 'MEMBER') as member`,
  )
  return row?.member ?? false
}

const readPost = (text: string): Post => {
  const post = POSTS.find(known => known === text)
  if (!post) throw new Error(`unknown post ${text}`)
  return post
}

export const townOf = (row: typeof town.$inferSelect): Town => ({
  municipalityCode: row.municipalityCode,
  name: { bg: row.nameBg, en: row.nameEn },
  bulstat: row.bulstat,
  demo: row.demo,
  training: row.training,
  hours: { from: row.opensAt, until: row.closesAt },
})
