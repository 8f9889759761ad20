import { readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { TownDatabase } from '../db/place.ts'
import { type Act, may } from '../rules/authority.ts'
import { readLogin } from '../rules/logins.ts'
import { refusal } from '../rules/refusal.ts'
import { askLine, askSecret } from './ask.ts'
import { demoOf } from './demo.ts'
import { type Door, isTalking } from './door.ts'
import { WrongUsage } from './wrong-usage.ts'

export type Credentials = { login: string; password: string }

/**
 * Who works, in order: --user, GISHE_USER, the credentials file, in a demo town the first user who may do `act`, else the
 * terminal is asked. The password likewise: --password-file, GISHE_PASSWORD, GISHE_PASSWORD_FILE, the credentials file, the
 * demo's, the terminal.
 */
export async function credentialsFor(door: Door, town: TownDatabase, act: Act): Promise<Credentials> {
  const kept = keptCredentials(door)
  const demo = demoOf(town)
  const demoUser = demo?.staff.find(member => may(member.post, act))
  const asked = door.options.user ?? process.env['GISHE_USER'] ?? kept?.login
  if (!asked && demo && demoUser) {
    door.say(door.words.demoUser(demoUser.login, demoUser.name))
    return { login: demoUser.login, password: demo.password }
  }
  const login =
    asked ||
    (await ask(
      door,
      usage => usage.userNeeded,
      () => askLine(door.words.ask.user),
    ))
  const known = givenPassword(door) ?? (kept?.login === login ? kept.password : undefined)
  const ofDemo = demo?.staff.some(member => member.login === readLogin(login)) ? demo.password : undefined
  const password =
    known ??
    ofDemo ??
    (await ask(
      door,
      usage => usage.passwordNeeded(login),
      () => askSecret(door.words.ask.password(login)),
    ))
  return { login, password }
}

/**
 * The password of a second person who confirms: GISHE_CONFIRM_PASSWORD, GISHE_CONFIRM_PASSWORD_FILE, the demo's, the terminal.
 */
export async function confirmingPassword(door: Door, town: TownDatabase, login: string): Promise<string> {
  const given = process.env['GISHE_CONFIRM_PASSWORD']
  if (given) return given
  const file = process.env['GISHE_CONFIRM_PASSWORD_FILE']
  if (file) return readSecret(file, door)
  const demo = demoOf(town)
  if (demo?.staff.some(member => member.login === login)) return demo.password
  return ask(
    door,
    usage => usage.confirmPasswordNeeded(login),
    () => askSecret(door.words.ask.password(login)),
  )
}

/** The same without asking and without the demo's stand-in: null lets the sign-in screen ask. */
export function credentialsGiven(door: Door, town: TownDatabase): Credentials | null {
  const kept = keptCredentials(door)
  const demo = demoOf(town)
  const login = door.options.user ?? process.env['GISHE_USER'] ?? kept?.login
  if (!login) return null
  const ofDemo = demo?.staff.some(member => member.login === readLogin(login)) ? demo.password : undefined
  const password = givenPassword(door) ?? (kept?.login === login ? kept.password : undefined) ?? ofDemo
  return password === undefined ? null : { login, password }
}

/** --desk or GISHE_DESK; null leaves the choice to the sign-in. */
export function deskAsked(door: Door): number | null {
  const asked = door.options.desk ?? process.env['GISHE_DESK']
  if (!asked) return null
  if (!/^\d{1,4}$/.test(asked) || Number(asked) === 0) throw refusal('desk.unknown', { number: asked })
  return Number(asked)
}

async function ask<T>(
  door: Door,
  usage: ConstructorParameters<typeof WrongUsage>[1],
  question: () => Promise<T>,
) {
  if (!isTalking()) throw new WrongUsage(door.lang, usage)
  return question()
}

function givenPassword(door: Door): string | undefined {
  if (door.options.passwordFile) return readSecret(door.options.passwordFile, door)
  if (process.env['GISHE_PASSWORD']) return process.env['GISHE_PASSWORD']
  const file = process.env['GISHE_PASSWORD_FILE']
  return file ? readSecret(file, door) : undefined
}

/** The first line of a file that nobody else can read. */
export function readSecret(path: string, door: Door): string {
  return readPrivate(path, door).split(/\r?\n/)[0] ?? ''
}

function readPrivate(path: string, door: Door): string {
  try {
    if ((statSync(path).mode & 0o077) !== 0)
      throw new WrongUsage(door.lang, usage => usage.secretReadable(path))
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof WrongUsage) throw error
    throw new WrongUsage(door.lang, usage => usage.secretUnreadable(path))
  }
}

/** `user` on the first line and the password on the second of `$XDG_CONFIG_HOME/gishe/credentials`, if there is such a file. */
function keptCredentials(door: Door): Credentials | null {
  const path = join(process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'gishe', 'credentials')
  if (!statSync(path, { throwIfNoEntry: false })) return null
  const [login = '', password = ''] = readPrivate(path, door).split(/\r?\n/)
  return login ? { login, password } : null
}
