/** Money is whole euro cents in a bigint; nothing in the program adds euros as floating point. */
declare const brand: unique symbol
export type Cents = bigint & { readonly [brand]: 'cents' }

export const cents = (value: bigint | number): Cents => BigInt(value) as Cents

export const ZERO = cents(0)

export const sumCents = (amounts: Iterable<Cents>): Cents => {
  let sum = 0n
  for (const amount of amounts) sum += amount
  return sum as Cents
}

export type Rounding = 'half_up' | 'down' | 'up'

/** Divides whole numbers and rounds to a whole one. `half_up` rounds away from zero at exactly one half. */
export function divide(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator <= 0n) throw new RangeError('divide: the denominator must be positive')
  const negative = numerator < 0n
  const size = negative ? -numerator : numerator
  const whole = size / denominator
  const rest = size % denominator
  const up = rounding === 'up' ? rest > 0n : rounding === 'half_up' ? rest * 2n >= denominator : false
  const rounded = up ? whole + 1n : whole
  return negative ? -rounded : rounded
}

/**
 * Leva to euro: 1 EUR = 1.95583 BGN, divided by the full rate, rounded half-up to the cent
 * (Закон за въвеждане на еврото, чл. 12–13; Регламент (ЕС) 2025/1407).
 */
export const euroOfLeva = (lev_cents: bigint): Cents =>
  divide(lev_cents * 100_000n, 195_583n, 'half_up') as Cents

/** The largest amount one field may hold: 99 999 999,99 €. */
export const MOST = cents(9_999_999_999n)

export type AmountFault = 'empty' | 'not_an_amount' | 'too_many_decimals' | 'too_large'

/**
 * Reads an amount as a person types it: `12`, `12,5`, `12.50`, `1 250,00`. Digits without a separator are whole euros.
 * Refuses two separators (`12,5,0`), a sign, more than two decimals and more than 99 999 999,99.
 */
export function parseCents(text: string): { cents: Cents } | { fault: AmountFault } {
  const compact = text.trim().replace(/[ \u00a0\u202f](?=\d{3}(?:\D|$))/g, '')
  if (compact === '') return { fault: 'empty' }
  const match = /^(\d*)(?:[.,](\d*))?$/.exec(compact)
  const whole = match?.[1] ?? ''
  const decimals = match?.[2] ?? ''
  if (!match || whole + decimals === '') return { fault: 'not_an_amount' }
  if (decimals.length > 2) return { fault: 'too_many_decimals' }
  const amount = BigInt(whole || '0') * 100n + BigInt(decimals.padEnd(2, '0'))
  return amount > MOST ? { fault: 'too_large' } : { cents: amount as Cents }
}

/** `1 234,50` in Bulgarian, `1,234.50` in English; the thousands space is a plain one so that every code page has it. */
export function showCents(amount: Cents, lang: 'bg' | 'en'): string {
  const size = amount < 0n ? -amount : amount
  const whole = (size / 100n).toString().replace(/\B(?=(\d{3})+$)/g, lang === 'bg' ? ' ' : ',')
  const decimals = (size % 100n).toString().padStart(2, '0')
  return `${amount < 0n ? '-' : ''}${whole}${lang === 'bg' ? ',' : '.'}${decimals}`
}

/** An amount with its sign, as papers and screens say it: `1 234,50 €`. */
export const showEuro = (amount: Cents, lang: 'bg' | 'en'): string => `${showCents(amount, lang)} €`
