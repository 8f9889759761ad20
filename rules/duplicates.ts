import { birthDateOf, type IdentifierKind } from './identifiers.ts'
import { isLatin, soundOf } from './latin.ts'
import { type PartyKind, wordsOf } from './parties.ts'
import { type Refusal, refusal } from './refusal.ts'

/** What tells one record of the register from another. */
export type Known = {
  kind: PartyKind
  identifierKind: IdentifierKind | null
  identifier: string | null
  name: string
  ekatte: string | null
  /** Street, number, flat. */
  street: string | null
  phone: string | null
  email: string | null
}

/** Why two records may be of one and the same; `numbers_differ` speaks against it. */
export type LikenessReason =
  | 'same_number'
  | 'same_company'
  | 'same_name'
  | 'name_in_other_order'
  | 'name_shorter'
  | 'name_typing_error'
  | 'name_initial'
  | 'name_in_other_letters'
  | 'same_birth_date'
  | 'same_phone'
  | 'same_email'
  | 'same_address'
  | 'same_settlement'
  | 'nothing_else_known'
  | 'numbers_differ'

/** `score` from 0 to 100: how sure it is that both are one; the reasons, the strongest first. */
export type Likeness = { score: number; reasons: LikenessReason[] }

/** From here on two records are shown as one written twice. */
export const DUPLICATE_FROM = 60

const POINTS: Partial<Record<LikenessReason, number>> = {
  same_birth_date: 20,
  same_phone: 25,
  same_email: 30,
  same_address: 25,
  same_settlement: 8,
  nothing_else_known: 15,
}
const NAME_POINTS = 45
const MOST_WITH_OTHER_NUMBERS = 70

/**
 * How like two records are. Two people of one name are no duplicate by that alone: a telephone, an address or an e-mail has to be
 * the same as well. Where both have a full number and these differ they are two, except where one looks mistyped. Nothing is
 * ever merged by this: it only says what a person should look at.
 */
export function likenessOf(a: Known, b: Known): Likeness {
  const number = numberOf(a, b)
  const name = nameLikeness(a, b)
  if (a.kind !== b.kind || (!name && number !== 'same_number')) return UNLIKE
  const likeName = name ?? { ratio: 0, reasons: [] }
  const more = sameFacts(a, b)
  if (number === 'other' && !isMistyped(a, b, likeName.ratio)) return UNLIKE
  const base = { same_number: 50, same_company: 35, other: 0, unknown: 0 }[number]
  const sum =
    base +
    Math.round(NAME_POINTS * likeName.ratio ** 1.5) +
    more.reduce((all, reason) => all + (POINTS[reason] ?? 0), 0)
  const ofNumber: LikenessReason[] = number === 'same_number' || number === 'same_company' ? [number] : []
  return {
    score: Math.min(sum, number === 'other' ? MOST_WITH_OTHER_NUMBERS : 100),
    reasons: [
      ...ofNumber,
      ...likeName.reasons,
      ...more,
      ...(number === 'other' ? (['numbers_differ'] as const) : []),
    ],
  }
}

const UNLIKE: Likeness = { score: 0, reasons: [] }

type Numbered = Pick<Known, 'identifierKind' | 'identifier'>

/** A ЕИК of 13 digits is a branch of the company that its first nine name; ten digits may have been read as a ЕГН or as a ЛНЧ. */
function numberOf(a: Numbered, b: Numbered): 'same_number' | 'same_company' | 'other' | 'unknown' {
  if (!a.identifier || !b.identifier) return 'unknown'
  if (a.identifier === b.identifier) return 'same_number'
  if (a.identifierKind !== b.identifierKind) return 'unknown'
  return isOneCompany(a, b) ? 'same_company' : 'other'
}

const isOneCompany = (a: Numbered, b: Numbered): boolean =>
  a.identifierKind === 'eik' &&
  a.identifier?.length !== b.identifier?.length &&
  a.identifier?.slice(0, 9) === b.identifier?.slice(0, 9)

/** One name and numbers that differ in two digits at most, or of one day of birth: one of them may be mistyped. */
const isMistyped = (a: Known, b: Known, ratio: number): boolean =>
  ratio >= 0.9 && (bornSameDay(a, b) || differingDigits(a.identifier ?? '', b.identifier ?? '') <= 2)

const differingDigits = (a: string, b: string): number =>
  a.length === b.length ? [...a].filter((digit, at) => digit !== b[at]).length : a.length

function sameFacts(a: Known, b: Known): LikenessReason[] {
  const same: LikenessReason[] = []
  if (bornSameDay(a, b)) same.push('same_birth_date')
  if (bothSame(a.email, b.email, emailKey)) same.push('same_email')
  if (bothSame(a.phone, b.phone, phoneKey)) same.push('same_phone')
  if (bothSame(a.street, b.street, addressKey) && (a.ekatte === b.ekatte || !a.ekatte || !b.ekatte))
    same.push('same_address')
  else if (a.ekatte && a.ekatte === b.ekatte) same.push('same_settlement')
  if (isBare(a) && isBare(b)) same.push('nothing_else_known')
  return same
}

const isBare = ({ identifier, street, phone, email }: Known): boolean =>
  !identifier && !street && !phone && !email

const bornSameDay = (a: Known, b: Known): boolean =>
  a.identifierKind === 'egn' &&
  b.identifierKind === 'egn' &&
  a.identifier !== b.identifier &&
  a.identifier?.slice(0, 6) === b.identifier?.slice(0, 6) &&
  birthDateOf(a.identifier ?? '') !== null

function bothSame(a: string | null, b: string | null, keyOf: (text: string) => string): boolean {
  if (!a || !b) return false
  const key = keyOf(a)
  return key !== '' && key === keyOf(b)
}

const emailKey = (email: string): string => email.trim().toLowerCase()

/** The nine digits of a Bulgarian number, with or without the country's before them. */
export const phoneKey = (phone: string): string =>
  phone
    .replace(/\D/g, '')
    .replace(/^(00359|359|0)/, '')
    .slice(-9)

const OF_ADDRESSES = new Set(
  'ул улица бул булевард пл площад жк ж к кв квартал бл блок вх вход ет етаж ап апартамент no n номер'.split(
    ' ',
  ),
)

/** What is left of an address when „ул.“, „№“, „ап.“ and what stands between the words are gone. */
export const addressKey = (street: string): string =>
  wordsOf(street.replace(/№/g, ' '))
    .filter(word => !OF_ADDRESSES.has(word))
    .join(' ')

type NameLikeness = { ratio: number; reasons: LikenessReason[] }

const FORMS = new Set('еоод оод ад еад ет сд кд кда дззд дп юлнц нч сдружение фондация'.split(' '))
const STRENGTH = { same: 1, letters: 0.95, typing: 0.85, initial: 0.5 } as const
type Match = keyof typeof STRENGTH

/**
 * How alike two names are, from 0.5 to 1, or null where a word of the shorter one has nothing like it in the other. The order of
 * the words does not matter; a maiden name before or after the hyphen, or a father's name left out, only makes it less sure.
 */
function nameLikeness(a: Known, b: Known): NameLikeness | null {
  const [shorter, longer] = [nameWords(a), nameWords(b)].toSorted((one, two) => one.length - two.length)
  if (!shorter || !longer || shorter.length < (a.kind === 'person' ? 2 : 1)) return null
  const matched = matchWords(shorter, longer)
  if (!matched) return null
  const strength = matched.reduce((sum, match) => sum + STRENGTH[match], 0)
  const ratio = strength / (shorter.length + (longer.length - shorter.length) / 2)
  if (ratio < 0.5) return null
  const reasons: LikenessReason[] = []
  if (longer.length > shorter.length) reasons.push('name_shorter')
  if (matched.includes('letters')) reasons.push('name_in_other_letters')
  if (matched.includes('typing')) reasons.push('name_typing_error')
  if (matched.includes('initial')) reasons.push('name_initial')
  if (reasons.length === 0)
    reasons.push(shorter.join(' ') === longer.join(' ') ? 'same_name' : 'name_in_other_order')
  return { ratio, reasons }
}

const nameWords = ({ name, kind }: Known): string[] => {
  const words = wordsOf(name)
  const called = kind === 'organisation' ? words.filter(word => !FORMS.has(word)) : words
  return (called.length > 0 ? called : words).slice(0, MOST_WORDS)
}
const MOST_WORDS = 12

/** Each word of the shorter name finds one of its own in the longer, the surest first; null where one finds none. */
function matchWords(shorter: string[], longer: string[]): Match[] | null {
  const waiting = [...shorter]
  const free = [...longer]
  const found: Match[] = []
  for (const kind of ['same', 'letters', 'typing', 'initial'] as const)
    for (const word of [...waiting]) {
      const at = free.findIndex(other => IS_MATCH[kind](word, other))
      if (at < 0) continue
      free.splice(at, 1)
      waiting.splice(waiting.indexOf(word), 1)
      found.push(kind)
    }
  return waiting.length === 0 ? found : null
}

const IS_MATCH: Record<Match, (a: string, b: string) => boolean> = {
  same: (a, b) => a === b,
  letters: (a, b) => isLatin(a) !== isLatin(b) && soundOf(a) === soundOf(b),
  typing: (a, b) => isOneErrorApart(a, b),
  initial: (a, b) => (a.length === 1 || b.length === 1) && a[0] === b[0],
}

/** One letter left out, put in, changed, or two that changed places; not where it only makes a man's name a woman's. */
export function isOneErrorApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 4 || long.length - short.length > 1 || short === long) return false
  const from = [...long].findIndex((letter, at) => letter !== short[at])
  if (from === long.length - 1 && (short.endsWith('а') || long.endsWith('а'))) return false
  const left = long.slice(from + 1)
  if (long.length > short.length) return left === short.slice(from)
  const isSwapped = long[from] === short[from + 1] && long[from + 1] === short[from]
  return left === short.slice(from + 1) || (isSwapped && long.slice(from + 2) === short.slice(from + 2))
}

/** One of two records that are to become one. */
export type MergeSide = Pick<Known, 'kind' | 'name' | 'identifierKind' | 'identifier'> & {
  id: string
  mergedInto: { id: string; name: string } | null
}

/**
 * Why `merged` cannot be merged into `into`, or null: itself, one of them merged before, a person with an organisation, two full
 * numbers of one kind that differ, and a number that only the record to be merged has: then that one has to stay.
 */
export function whyNotMerge(merged: MergeSide, into: MergeSide): Refusal | null {
  if (merged.id === into.id) return refusal('party.merge_itself', { name: into.name })
  const before = [merged, into].find(side => side.mergedInto !== null)
  if (before?.mergedInto)
    return refusal('party.merged_already', {
      name: before.name,
      into: before.mergedInto.name,
      intoId: before.mergedInto.id,
    })
  const names = { name: merged.name, into: into.name }
  if (merged.kind !== into.kind) return refusal('party.other_kind', names)
  if (numberOf(merged, into) === 'other') return refusal('party.other_number', names)
  return merged.identifier && !into.identifier ? refusal('party.keep_numbered', names) : null
}
