import { readAmount } from './amounts.ts'
import { type Cents, cents, showCents } from './money.ts'
import { Refusal, refusal } from './refusal.ts'

/**
 * The euro notes and coins that are legal tender, in cents, the largest first. Notes: Decision ECB/2013/10, art. 1 (the 500
 * is issued no more since 2019 and stays legal tender); coins: Regulation (EU) 729/2014, annex I.
 */
export const DENOMINATIONS = [
  50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1,
] as const

/** How many of each euro note and coin there are, by its value in cents (`'5000'` is a fifty). */
export type CountedMoney = Record<string, number>

/** More of one note or coin than any drawer holds. */
export const MOST_PIECES = 100_000

/** What counted notes and coins make together. */
export function sumOfMoney(money: CountedMoney): Cents {
  let sum = 0n
  for (const [value, pieces] of Object.entries(money)) sum += BigInt(value) * BigInt(pieces)
  return cents(sum)
}

export const isMoney = (money: CountedMoney): boolean =>
  Object.keys(money).every(value => (DENOMINATIONS as readonly number[]).includes(Number(value)))

/** Why notes and coins do not make the sum that was told with them, or null. */
export function whyNotCounted(money: CountedMoney, sum: Cents): Refusal | null {
  const counted = sumOfMoney(money)
  return counted === sum ? null : refusal('count.unlike_sum', { counted, sum })
}

/** So many pieces as a person counts them: `12`, or in heaps `10+10+7`; nothing typed is none. */
export function readPieces(text: string): number | Refusal {
  const heaps = text
    .trim()
    .split('+')
    .map(heap => heap.trim())
  if (heaps.length === 1 && heaps[0] === '') return 0
  const pieces = heaps.reduce((sum, heap) => sum + (/^\d{1,6}$/.test(heap) ? Number(heap) : Number.NaN), 0)
  return pieces <= MOST_PIECES ? pieces : refusal('count.no_number', { text: text.trim(), most: MOST_PIECES })
}

/** Notes and coins on one line: `3x50 2x20 12x0,05`. The same value twice adds up. */
export function readMoney(text: string): CountedMoney | Refusal {
  const money: CountedMoney = {}
  for (const word of text.split(/[\s;]+/).filter(Boolean)) {
    const [, pieces = '', typed = ''] = /^(\d+)[xх×*](.+)$/i.exec(word) ?? []
    const value = readAmount(typed)
    const isKnown = !(value instanceof Refusal) && isMoney({ [String(value)]: 0 })
    const count = readPieces(pieces)
    if (!isKnown || count instanceof Refusal) return refusal('count.no_money', { text: word })
    money[String(value)] = (money[String(value)] ?? 0) + count
  }
  return money
}

/** A note or coin as it is written beside its pieces: `50`, `0,05`. */
export const showDenomination = (value: number, lang: 'bg' | 'en'): string =>
  value >= 100 ? String(value / 100) : showCents(cents(value), lang)

/** The rows of a count that are not empty, the largest first. */
export const rowsOfMoney = (money: CountedMoney): { value: number; pieces: number; amount: Cents }[] =>
  DENOMINATIONS.flatMap(value => {
    const pieces = money[String(value)] ?? 0
    return pieces === 0 ? [] : [{ value, pieces, amount: cents(value * pieces) }]
  })

/** The money less its empty rows, as it is written down. */
export const moneyCounted = (money: CountedMoney): CountedMoney =>
  Object.fromEntries(rowsOfMoney(money).map(({ value, pieces }) => [String(value), pieces]))
