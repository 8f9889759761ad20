import { inLatin } from './latin.ts'

/** A login as it is kept: small Latin letters. Typed in Cyrillic it is transliterated (Закон за транслитерацията), so «иванова» is `ivanova`. */
export const readLogin = (typed: string): string => inLatin(typed.trim().toLocaleLowerCase('bg'))

/** A login starts with a letter and has 2 to 20 small Latin letters and digits. */
export const isLogin = (text: string): boolean => /^[a-z][a-z0-9]{1,19}$/.test(text)

export const SHORTEST_PASSWORD = 8
