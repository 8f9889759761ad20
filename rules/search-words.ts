import { wordsOf } from './parties.ts'
import { plainText } from './plain-text.ts'

/** Words so frequent that they tell nothing apart; they are neither kept nor asked for. */
const STOP_WORDS = new Set(
  'и в във на за от с със до по при не да се а но или че под над между към през без из о об като този тази това тези г гр ул бр чл ал т ж бл вх ет ап the of and to in for on'.split(
    ' ',
  ),
)

/** A word never loses so much that fewer letters than these are left. */
const LEAST_LETTERS = 3

/** Words of a text that are kept at most: the rest of an endless subject is not searched. */
const MOST_WORDS = 200

/** What of one word is looked for: its stem, or any word that begins as typed (a last е or ъ may be one that falls out). */
export type Wanted = { stem: string; beginning: string }

/**
 * What is kept of a text so that any form of a word finds any other: the stems of its words, each once; numbers stay whole,
 * one with signs inside (`94-00-12`) is kept whole and in its parts.
 */
export function indexedWords(text: string): string[] {
  const words = wordsOf(text).filter(isTelling).map(stemOf)
  return [...new Set([...words, ...wholeNumbersIn(text)])].slice(0, MOST_WORDS)
}

/** What a typed text asks for: every word of it, in any order. Empty where it has none that tells anything. */
export function wantedWords(text: string): Wanted[] {
  const whole = wholeNumbersIn(text)
  const parts = new Set(whole.flatMap(number => wordsOf(number)))
  const words = [...whole, ...wordsOf(text).filter(word => isTelling(word) && !parts.has(word))]
  return [...new Set(words)].map(word =>
    /\d/.test(word)
      ? { stem: word, beginning: word }
      : { stem: stemOf(word), beginning: evened(word).replace(/(?<=..)[еъ]$/, '') },
  )
}

const isTelling = (word: string): boolean =>
  !STOP_WORDS.has(word) && (word.length > 1 || /[\d\p{Script=Latin}]/u.test(word))

/** Numbers as they are written on documents: digits and letters held together by signs, at least one digit among them. */
function wholeNumbersIn(text: string): string[] {
  const found =
    plainText(text)
      .toLocaleLowerCase('bg')
      .match(/[\p{L}\p{N}]+(?:[-–/.#][\p{L}\p{N}]+)+/gu) ?? []
  return found.filter(number => /\d/.test(number)).map(number => number.replace(/–/g, '-'))
}

/** Plurals that no rule leads back. */
const OTHER_STEM: Record<string, string> = { дни: 'ден', дец: 'дет', пътищ: 'път' }

/**
 * What the forms of a Bulgarian word have in common: articles, plurals and short endings gone (they are made of vowels and т),
 * the changes of sound inside it undone: скица, скицата, скиците; данък, данъци; регистър, регистри; място, места. It tells words
 * apart less than a dictionary would, and never a form from its own word, which is what a search needs.
 */
export function stemOf(word: string): string {
  if (!/^[\p{Script=Cyrillic}]+$/u.test(word)) return word
  const short = withoutEnding(word.replace(/(?<=...)(ове|еве)(те)?$/, ''))
  const stem = OTHER_STEM[short] ?? short
  return evened(stem)
    .replace(/(?<=[^аъоуеию].?)е(?=ц$)/, '')
    .replace(/ц$/, 'к')
    .replace(/(?<=..[^аъоуеию])ъ(?=[рлмк]$)/, '')
    .replace(/(?<=..[^аъоуеию])е(?=н$)/, '')
}

function withoutEnding(word: string): string {
  let end = word.length
  while (end > LEAST_LETTERS && /[аъоуеиюяйьт]/.test(word.charAt(end - 1))) end--
  return word.slice(0, end)
}

/** Under another stress я is е: бял, бели; място, места. */
const evened = (word: string): string => word.replace(/я/g, 'е')

/** The same keys under the two phonetic layouts and the one of БДС 5237, letter for letter from a Latin keyboard. */
const LAYOUTS: Record<string, string>[] = [
  keyed('qwertyuiop[]asdfghjklzxcvbnm`\\', 'явертъуиопшщасдфгхйклзьцжбнмчю'),
  keyed('qwertyuiop[]asdfghjklzxcvbnm`\\', 'чшертъуиопящасдфгхйклзжцвбнмюь'),
  keyed("wertyuiop[asdfghjkl;'zxcbnm,./", 'уеишщксдзцьяаожгтнвмчюйъфхпрлб'),
]

function keyed(latin: string, cyrillic: string): Record<string, string> {
  return Object.fromEntries([...latin].map((key, at) => [key, cyrillic.charAt(at)]))
}

/** What somebody may have meant who typed while the keyboard was still Latin; to be tried where nothing is found. */
export function retyped(text: string): string[] {
  if (!/[a-z]/i.test(text)) return []
  const typed = plainText(text).toLowerCase()
  const read = LAYOUTS.map(layout => [...typed].map(key => layout[key] ?? key).join(''))
  return [...new Set(read)].filter(meant => meant !== typed)
}
