import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrateTown } from '../db/migrate.ts'
import { type Login, openDatabase } from '../db/open.ts'
import type { TownDatabase } from '../db/place.ts'
import { makeHub } from '../office/kiosks/make-hub.ts'
import { demoOf } from './demo.ts'
import type { Door } from './door.ts'
import { type Credentials, credentialsGiven, readSecret } from './sign-in.ts'
import { WrongUsage } from './wrong-usage.ts'

const LOGIN = 'hub'

/**
 * As whom the hub works: what is given for it, the demo's, or the hub of this machine. Where the machine keeps the town's database by
 * itself and nobody is called `hub` yet, it is made, its password drawn and kept in a file of the machine's owner.
 */
export async function hubLogin(door: Door, town: TownDatabase): Promise<Credentials> {
  const login = door.options.user ?? LOGIN
  const given = credentialsGiven({ ...door, options: { ...door.options, user: login } }, town)
  if (given) return given
  const demo = demoOf(town)
  if (demo && login === LOGIN) return { login, password: demo.password }
  const file = join(town.home, 'hub-password')
  if (!town.embedded || !town.owner || login !== LOGIN)
    throw new WrongUsage(door.lang, usage => usage.hubPasswordNeeded(login))
  const isNew = keep(file)
  const password = readSecret(file, door)
  const isMade = await makeOwn(door, town, town.owner, password)
  if (isNew && !isMade) {
    rmSync(file)
    throw new WrongUsage(door.lang, usage => usage.hubPasswordNeeded(login))
  }
  if (isMade) door.say(door.words.web.hubMade(login, file))
  return { login, password }
}

/** A drawn password in a file of its own, if there is none; kept before it opens anything. */
function keep(file: string): boolean {
  try {
    writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

async function makeOwn(door: Door, town: TownDatabase, owner: Login, password: string): Promise<boolean> {
  await migrateTown(town.place, owner)
  const { db, close } = openDatabase(town.place, owner, 'gishe web', 1)
  try {
    return await makeHub(db, { login: LOGIN, name: door.words.web.hubName, password })
  } finally {
    await close()
  }
}
