import { readAmount } from '../rules/amounts.ts'
import type { Cents } from '../rules/money.ts'
import { Refusal } from '../rules/refusal.ts'

/** An amount as it was typed after an option; one that is none is refused. */
export function amountOf(text: string): Cents {
  const read = readAmount(text)
  if (read instanceof Refusal) throw read
  return read
}
