import { type Cents, MOST, parseCents } from './money.ts'
import { type Refusal, refusal } from './refusal.ts'

/** An amount as typed, or why it is none, told so that it can be mended. */
export function readAmount(text: string): Cents | Refusal {
  const read = parseCents(text)
  if ('cents' in read) return read.cents
  if (read.fault === 'empty') return refusal('amount.empty', {})
  return read.fault === 'too_large'
    ? refusal('amount.too_large', { most: MOST })
    : refusal(`amount.${read.fault}`, { text })
}
