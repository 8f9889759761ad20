import type { Identifier } from './identifiers.ts'
import { plainText } from './plain-text.ts'
import { type Refusal, refusal } from './refusal.ts'

export const PARTY_KINDS = ['person', 'organisation'] as const
export type PartyKind = (typeof PARTY_KINDS)[number]

/** So many letters of a word the index of names keeps (word_starts in db/migrations). */
export const INDEXED_LETTERS = 8

/** So many people one search shows. */
export const MOST_FOUND = 50

const SAME_LETTER: Record<string, string> = { ё: 'е', ѐ: 'е', ѝ: 'и' }

/**
 * A name as it is searched: small letters, accents gone, whatever is no letter or digit a blank, one blank before each word:
 * `„Слънце-2005“ ЕООД` is ` слънце 2005 еоод`. Latin letters that look like Cyrillic ones stay what they are.
 */
export const foldName = (name: string): string =>
  wordsOf(name)
    .map(word => ` ${word}`)
    .join('')

/** The words of a name as they are searched. */
export const wordsOf = (name: string): string[] =>
  plainText(name)
    .toLocaleLowerCase('bg')
    .replace(/[ёѐѝ]/g, letter => SAME_LETTER[letter] ?? letter)
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')

/** What is written into the register of somebody. */
export type PartyFacts = {
  kind: PartyKind
  identifier: Identifier | null
  name: string
  phone: string | null
  email: string | null
}

/** Why somebody cannot be written into the register like this, or null; the first reason in the order of the form. */
export function whyNotRegister({ kind, identifier, name, phone, email }: PartyFacts): Refusal | null {
  if (wordsOf(name).join('').length < 2) return refusal('party.name_needed', {})
  if (kind === 'organisation' && identifier && identifier.kind !== 'eik')
    return refusal('party.personal_number', {})
  if (phone !== null && !isPhone(phone)) return refusal('party.phone_wrong', { text: phone })
  if (email !== null && !isEmail(email)) return refusal('party.email_wrong', { text: email })
  return null
}

/** A telephone as people write it: 5 to 15 digits (the longest of ITU-T E.164), with +, blanks, dashes, slashes and brackets between. */
export const isPhone = (text: string): boolean =>
  /^\+?[\d\s()/.-]+$/.test(text.trim()) && /^\d{5,15}$/.test(text.replace(/\D/g, ''))

/** Something before and after one @, with a dot in the domain; whether it arrives, only a letter tells. */
export const isEmail = (text: string): boolean =>
  /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/.test(text.trim()) && text.trim().length <= 254
