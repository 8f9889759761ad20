import { referenceData } from '../../db/reference-data.ts'
import { refusal } from '../../rules/refusal.ts'

export type Municipality = { code: string; nameBg: string; nameEn: string; bulstat: string; district: string }

const MOST_NEAR = 6

/** The 265 municipalities of EKATTE. */
export const municipalities = (): Municipality[] =>
  referenceData<'code' | 'name_bg' | 'name_en' | 'bulstat' | 'district_bg'>('municipalities.csv').map(
    row => ({
      code: row.code,
      nameBg: row.name_bg,
      nameEn: row.name_en,
      bulstat: row.bulstat,
      district: row.district_bg,
    }),
  )

/** The municipality meant by a code (SML31) or a name (Смолян, Smolyan); refuses an unknown or ambiguous one and names those near it. */
export function municipalityNamed(text: string, all = municipalities()): Municipality {
  const typed = text.trim().toLocaleLowerCase('bg')
  const exact = all.filter(m =>
    [m.code, m.nameBg, m.nameEn].some(name => name.toLocaleLowerCase('bg') === typed),
  )
  const [only] = exact
  if (only && exact.length === 1) return only
  if (exact.length > 1) throw refusal('municipality.ambiguous', { text, near: exact.map(say) })
  const near = all.filter(
    m =>
      typed !== '' && [m.code, m.nameBg, m.nameEn].some(name => name.toLocaleLowerCase('bg').includes(typed)),
  )
  throw refusal('municipality.unknown', { text, near: near.slice(0, MOST_NEAR).map(say) })
}

const say = (m: Municipality): string => `${m.code} ${m.nameBg} (${m.district})`
