import { readFileSync } from 'node:fs'
import { listTownProfiles } from '../../office/print/lookup.ts'
import { setProfile } from '../../office/print/set-profile.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { type Profile, readProfile } from '../../printers/profile.ts'
import { profileNamed, profiles } from '../../printers/profiles.ts'
import { refusal } from '../../rules/refusal.ts'
import { declare } from '../command.ts'
import type { Door } from '../door.ts'
import { answer, answerTable } from '../output/answer.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const printerProfilesCommands = () => [
  declare('printers profiles', (_, door) =>
    withSession(door, 'print.see', async session => showProfiles(await allProfiles(session), door)),
  ),
  declare('printers show-profile', (given, door) =>
    withSession(door, 'print.see', async session => {
      const name = given.arg('name')
      const known = await allProfiles(session)
      const found = known.find(({ profile }) => profile.name === name)
      if (!found)
        throw refusal('printer.profile_unknown', {
          profile: name,
          known: known.map(({ profile }) => profile.name),
        })
      answer(door, found.profile, JSON.stringify(found.profile, null, 2))
    }),
  ),
  declare('printers add-profile', (given, door) => {
    const written = jsonIn(given.arg('file'), door)
    return withSession(door, 'printers.set_profile', async session => {
      const set = await setProfile(session.ctx(), written, ownProfile)
      answer(door, set, door.words.profileSet(set.name, set.added))
    })
  }),
]

/** A profile that a town may bring; refuses one with faults, all of them named, and one with the name of a shipped one. */
export function ownProfile(written: unknown): Profile {
  const read = readProfile(written)
  if ('problems' in read) throw refusal('printer.profile_wrong', { wrong: read.problems })
  const { name } = read.profile
  if (profileNamed(name)) throw refusal('printer.profile_shipped', { name })
  return read.profile
}

type Known = { profile: Profile; isShipped: boolean }

/** The shipped profiles, then those of the town that this version can read. */
async function allProfiles(session: Session): Promise<Known[]> {
  const own = (await listTownProfiles(session.ctx())).flatMap(({ profile }) => {
    const read = readProfile(profile)
    return 'profile' in read ? [{ profile: read.profile, isShipped: false }] : []
  })
  return [...profiles.map(profile => ({ profile, isShipped: true })), ...own]
}

function showProfiles(known: Known[], door: Door): void {
  const { profiles: words } = door.words
  const text = (key: keyof typeof words.columns, spare = false) =>
    ({ key, title: words.columns[key], kind: 'text', spare }) as const
  const rows = known.map(({ profile, isShipped }) => ({
    name: profile.name,
    columns: profile.columns,
    page: 'page' in profile ? `${profile.page.encoding} = ${profile.page.number}` : '',
    euro: 'euro' in profile ? (profile.euro === 'EUR' ? 'EUR' : '€') : '',
    whose: isShipped ? words.ofProgram : words.ofTown,
    source: profile.source,
  }))
  answerTable(door, {
    name: 'printer_profiles',
    title: '',
    subtitle: [],
    columns: [
      text('name'),
      { key: 'columns', title: words.columns.columns, kind: 'count' },
      text('page'),
      text('euro'),
      text('whose'),
      text('source', true),
    ],
    rows,
    totals: null,
  })
}

function jsonIn(path: string, door: Door): unknown {
  const text = contentsOf(path, door)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new WrongUsage(door.lang, usage => usage.fileNotJson(path, (error as Error).message))
  }
}

function contentsOf(path: string, door: Door): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new WrongUsage(door.lang, usage => usage.fileUnreadable(path))
  }
}
