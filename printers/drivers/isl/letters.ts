import { spellWith } from '../letters.ts'

/**
 * The text in letters that these devices print. The wire is windows-1251, but the fonts repeat А–я at 80–BF, so that the
 * €, № and „ of that page would print as И, щ and Д: only ASCII and C0–FF are used.
 */
export const islText = (text: string): string =>
  spellWith(text, letter => codeOf(letter) !== null).replaceAll('\u00a0', ' ')

/** Parameters as bytes: spelled text, and the TAB and line feed that stand between its parts. */
export const islBytes = (data: string): Uint8Array =>
  Uint8Array.from(
    [...data],
    letter => (letter === TAB || letter === LF ? letter.charCodeAt(0) : codeOf(letter)) ?? QUESTION,
  )

/** What a device says, as text. */
export const islSaid = (data: Uint8Array): string =>
  [...data].map(byte => String.fromCharCode(byte < CYRILLIC ? byte : byte - CYRILLIC + A)).join('')

const TAB = '\t'
const LF = '\n'
const QUESTION = 0x3f
const CYRILLIC = 0xc0
const A = 0x0410

/** А is C0 and я is FF, in the order of Unicode. */
function codeOf(letter: string): number | null {
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0x20 && code <= 0x7e) return code
  return code >= A && code < A + 0x40 ? code - A + CYRILLIC : null
}
