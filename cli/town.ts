import { isInitialised } from '../db/embedded/folders.ts'
import { DatabaseFault } from '../db/fault.ts'
import { homeFolder } from '../db/home.ts'
import { migrateTown, readStamp } from '../db/migrate.ts'
import { databaseError, type Login, openDatabase } from '../db/open.ts'
import { type TownDatabase, townDatabase } from '../db/place.ts'
import { staffRole } from '../db/roles.ts'
import { trainingPlace } from '../db/training.ts'
import { type Session, signIn } from '../office/staff/sign-in.ts'
import { type Act, whyNotMay } from '../rules/authority.ts'
import { readLogin } from '../rules/logins.ts'
import { Refusal, refusal, refuseIf } from '../rules/refusal.ts'
import type { Door } from './door.ts'
import { type Credentials, credentialsFor, credentialsGiven, deskAsked } from './sign-in.ts'
import { isTraining } from './training.ts'
import { WrongUsage } from './wrong-usage.ts'

export const usesOwnServer = (): boolean => Boolean(process.env['GISHE_DATABASE_URL'])

/** The town's database, started when it is the embedded one and not up. */
export const reachTown = (door: Door): Promise<TownDatabase> =>
  townDatabase(what => door.progress(door.words.progress[what]))

/** The same, but never makes a database where there is none: that is the affair of `init` and `start`. */
export async function reachFoundedTown(door: Door): Promise<TownDatabase> {
  if (!usesOwnServer() && !isInitialised(homeFolder())) throw refusal('town.missing', {})
  return reachTown(door)
}

/** The owner's login, for set-up and upkeep. */
export function ownerOf(town: TownDatabase, door: Door): Login {
  if (!town.owner)
    throw new WrongUsage(door.lang, usage => (town.embedded ? usage.ownerHome(town.home) : usage.ownerUrl))
  return town.owner
}

/** Whoever may look at the town's settings from this machine: its owner, else the member of staff who asks. */
export async function onlooker(door: Door, town: TownDatabase): Promise<Login> {
  if (town.owner) return town.owner
  const { login, password } = await credentialsFor(door, town, 'services.see')
  return { user: staffRole(town.place.database, readLogin(login)), password }
}

/** The same without asking anybody: null where nothing says who it is. */
export function onlookerKnown(door: Door, town: TownDatabase): Login | null {
  if (town.owner) return town.owner
  const given = credentialsGiven(door, town)
  return given && { user: staffRole(town.place.database, readLogin(given.login)), password: given.password }
}

/** Signs in whoever the options, the environment, the terminal or the demo say, to do `act`. */
async function openSession(door: Door, act: Act): Promise<Session> {
  const town = await reachFoundedTown(door)
  const seat = { desk: deskAsked(door), program: 'gishe', training: isTraining(door) }
  return enterTown(door, town, await credentialsFor(door, town, act), seat)
}

type Work = (session: Session) => Promise<void>

/** Somebody signs in for this act. Whose post may not do it is told so before anything is read. */
export const withSession = (door: Door, act: Act, work: Work): Promise<void> =>
  inSession(door, act, async session => {
    refuseIf(whyNotMay(session.who.post, act))
    await work(session)
  })

/** The same where it depends on more than the post: the operation itself refuses. */
export async function inSession(door: Door, act: Act, work: Work): Promise<void> {
  const session = await openSession(door, act)
  try {
    await work(session)
  } finally {
    await session.close()
  }
}

/** Where somebody sits down: `program` is what others are told of them, `training` where the town practises. */
export type Seat = { desk: number | null; program: string; training: boolean }

/** Signs in; a database that is behind this program is brought up where this machine may, and a missing town is told as such. */
export async function enterTown(
  door: Door,
  town: TownDatabase,
  { login, password }: Credentials,
  { desk, program, training }: Seat,
): Promise<Session> {
  const place = training ? trainingPlace(town.place) : town.place
  const enter = () => signIn({ place, login, password, desk, lang: door.lang, program })
  try {
    return await enter()
  } catch (error) {
    if (!town.owner) throw error
    if (error instanceof DatabaseFault && error.code === 'needs_migration') {
      door.progress(door.words.progress.migrating)
      await migrateTown(town.place, town.owner)
      return enter()
    }
    if (error instanceof Refusal && error.code === 'sign_in.wrong' && !(await stampOf(town, town.owner)))
      throw refusal('town.missing', {})
    throw error
  }
}

/** What the database carries of Gishe; null where it carries nothing or is not there yet. */
export async function stampOf(town: TownDatabase, owner: Login): Promise<string | null> {
  const { sql, close } = openDatabase(town.place, owner, 'gishe', 1)
  try {
    return await readStamp(sql)
  } catch (error) {
    if (databaseError(error)?.code === '3D000') return null
    throw error
  } finally {
    await close()
  }
}
