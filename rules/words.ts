import type { Lang } from './languages.ts'
import { type Cents, MOST } from './money.ts'

/**
 * An amount from 0 to 99 999 999,99 € in words: `двадесет и едно евро и един цент`. A whole sum does not mention cents, a sum
 * below one euro does not mention euros, zero is `нула евро`. Begins with a small letter. Throws RangeError outside the range.
 */
export function euroInWords(amount: Cents, lang: Lang): string {
  if (amount < 0n || amount > MOST) throw new RangeError(`euroInWords: ${amount} cents`)
  const { and, euro, cent } = TONGUES[lang]
  const euros = Number(amount / 100n)
  const cents = Number(amount % 100n)
  if (cents === 0) return euro(euros)
  return euros === 0 ? cent(cents) : `${euro(euros)} ${and} ${cent(cents)}`
}

type Tongue = { and: string; euro: (count: number) => string; cent: (count: number) => string }

const TONGUES: Record<Lang, Tongue> = {
  bg: {
    and: 'и',
    euro: count => `${bulgarian(count, 'neuter')} евро`,
    cent: count => `${bulgarian(count, 'masculine')} ${count === 1 ? 'цент' : 'цента'}`,
  },
  en: {
    and: 'and',
    euro: count => `${english(count)} ${count === 1 ? 'euro' : 'euros'}`,
    cent: count => `${english(count)} ${count === 1 ? 'cent' : 'cents'}`,
  },
}

type Gender = 'masculine' | 'feminine' | 'neuter'

const ONE: Record<Gender, string> = { masculine: 'един', feminine: 'една', neuter: 'едно' }
const TWO: Record<Gender, string> = { masculine: 'два', feminine: 'две', neuter: 'две' }
const DIGITS = numbers(' един два три четири пет шест седем осем девет')
const TEENS = numbers(
  'десет единадесет дванадесет тринадесет четиринадесет',
  'петнадесет шестнадесет седемнадесет осемнадесет деветнадесет',
)
const TENS = numbers('  двадесет тридесет четиридесет петдесет шестдесет седемдесет осемдесет деветдесет')
const HUNDREDS = numbers(
  ' сто двеста триста четиристотин',
  'петстотин шестстотин седемстотин осемстотин деветстотин',
)

/** „И“ stands once, before the last number word: сто двадесет и едно, хиляда и сто, but хиляда сто и двадесет. */
function bulgarian(count: number, gender: Gender): string {
  if (count === 0) return 'нула'
  const [millions, thousands, units] = groupsOf(count)
  const parts: string[][] = []
  if (millions > 0)
    parts.push([...bulgarianGroup(millions, 'masculine'), millions === 1 ? 'милион' : 'милиона'])
  if (thousands === 1) parts.push(['хиляда'])
  else if (thousands > 1) parts.push([...bulgarianGroup(thousands, 'feminine'), 'хиляди'])
  if (units > 0) parts.push(bulgarianGroup(units, gender))
  const last = parts.at(-1) ?? []
  const lastIsOneNumber = !last.includes('и')
  if (parts.length > 1 && lastIsOneNumber) last.unshift('и')
  return parts.flat().join(' ')
}

function bulgarianGroup(count: number, gender: Gender): string[] {
  const words = [HUNDREDS(Math.floor(count / 100)), ...bulgarianBelowHundred(count % 100, gender)].filter(
    Boolean,
  )
  if (words.length > 1) words.splice(-1, 0, 'и')
  return words
}

function bulgarianBelowHundred(count: number, gender: Gender): string[] {
  if (count >= 10 && count < 20) return [TEENS(count - 10)]
  const digit = count % 10
  return [TENS(Math.floor(count / 10)), digit === 1 ? ONE[gender] : digit === 2 ? TWO[gender] : DIGITS(digit)]
}

const ENGLISH_SMALL = numbers(
  ' one two three four five six seven eight nine ten eleven twelve',
  'thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
)
const ENGLISH_TENS = numbers('  twenty thirty forty fifty sixty seventy eighty ninety')

/** British usage: `and` before what is below one hundred: one hundred and one, one thousand and one. */
function english(count: number): string {
  if (count === 0) return 'zero'
  const [millions, thousands, units] = groupsOf(count)
  const parts: string[] = []
  if (millions > 0) parts.push(`${englishGroup(millions)} million`)
  if (thousands > 0) parts.push(`${englishGroup(thousands)} thousand`)
  if (units > 0)
    parts.push(parts.length > 0 && units < 100 ? `and ${englishGroup(units)}` : englishGroup(units))
  return parts.join(' ')
}

function englishGroup(count: number): string {
  const hundreds = Math.floor(count / 100)
  const rest = englishBelowHundred(count % 100)
  if (hundreds === 0) return rest
  return `${ENGLISH_SMALL(hundreds)} hundred${rest && ` and ${rest}`}`
}

const englishBelowHundred = (count: number): string =>
  count < 20
    ? ENGLISH_SMALL(count)
    : [ENGLISH_TENS(Math.floor(count / 10)), ENGLISH_SMALL(count % 10)].filter(Boolean).join('-')

/** Millions, thousands and units, each below one thousand. */
const groupsOf = (count: number): [number, number, number] => [
  Math.floor(count / 1_000_000),
  Math.floor(count / 1000) % 1000,
  count % 1000,
]

/** The word at a place of a list; the places without a word of their own are empty. */
function numbers(...lists: string[]): (place: number) => string {
  const words = lists.join(' ').split(' ')
  return place => words[place] ?? ''
}
