import { isDeepStrictEqual } from 'node:util'
import type { EscposProfile, Profile } from '../profile.ts'
import { profileNamed, profiles } from '../profiles.ts'
import type { Draft } from './draft.ts'
import { type Make, startingProfile } from './makes.ts'

/** The profile as far as it is known: what was not asked yet is as the make usually has it. */
export function draftProfile(d: Draft): EscposProfile {
  const base = startingProfile(makeIn(d), d.columns)
  const { heard } = d
  return {
    ...base,
    name: d.profile ?? base.name,
    page: d.page ?? base.page,
    euro: d.euro ?? 'EUR',
    cutter: d.cutter ?? base.cutter,
    feedLines: d.feedLines ?? base.feedLines,
    drawer:
      d.pin === undefined ? base.drawer : d.pin === null ? null : { ...PULSE, ...base.drawer, pin: d.pin },
    status: heard?.status && heard.whenPrinted ? 'dle-eot' : 'none',
    processId: heard?.processId ?? false,
    pushes: heard?.pushes ?? false,
    source: d.profile === undefined ? base.source : SOURCE,
  }
}

/** Of a receipt printer. */
export const makeIn = (d: Draft): Make => (d.make === undefined || d.make === 'fiscal' ? 'other' : d.make)

const PULSE = { on_ms: 50, off_ms: 500 }
const SOURCE = 'proved on the printer by „gishe printers set-up“'

/** The shipped profile that prints exactly so, or null. */
export const shippedLike = (made: EscposProfile): Profile | null =>
  profiles.find(profile => isDeepStrictEqual(plain(profile), plain(made))) ?? null

const plain = (profile: Profile) => ({ ...profile, name: '', source: '' })

/** A town's own name, which no shipped profile has. */
export const isProfileName = (text: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(text) && profileNamed(text) === null

/** A name that says what the profile is, numbered where the town has one already. */
export function profileProposed(d: Draft): string {
  const { columns, page } = draftProfile(d)
  const name = `${d.make}-${columns}-${page.number}`
  const taken = (text: string) => d.town.profiles.includes(text) || profileNamed(text) !== null
  if (!taken(name)) return name
  for (let n = 2; ; n++) if (!taken(`${name}-${n}`)) return `${name}-${n}`
}
