import { readIdentifier } from './identifiers.ts'
import { type Cents, parseCents } from './money.ts'
import { plainText } from './plain-text.ts'
import { readDay } from './reports/periods.ts'

/** A receipt as people know it: the desk, its year and the number there. */
export type ReceiptNumber = { desk: number; year: number; number: number }

/** Where and when is asked: a bare number is one of this desk and year. */
export type Asking = { desk: number | null; today: Temporal.PlainDate }

/** What was meant by what was typed; `all` is nothing typed. */
export type ReceiptSearch =
  | { by: 'all' }
  | ({ by: 'number' } & ReceiptNumber)
  | { by: 'day'; day: Temporal.PlainDate }
  | { by: 'amount'; amount: Cents }
  | { by: 'identifier'; text: string }
  | { by: 'name'; text: string }

const WHOLE = /^(\d{1,4})\s*[-–/]\s*(\d{4})\s*[-–/]\s*(\d{1,9})$/
const BARE = /^\d{1,7}$/

/** The number of a receipt in any form people write: `2-2026-000123`, `№ 2-2026-123`, at the own desk `123`; null for no number. */
export function readReceiptNumber(text: string, { desk, today }: Asking): ReceiptNumber | null {
  const typed = withoutSign(text)
  const whole = WHOLE.exec(typed)
  if (whole) return { desk: Number(whole[1]), year: Number(whole[2]), number: Number(whole[3]) }
  return desk !== null && BARE.test(typed) && Number(typed) > 0
    ? { desk, year: today.year, number: Number(typed) }
    : null
}

/** Number, then day, ЕГН or ЕИК, amount (with its comma: `12,50`), else a name. */
export function readReceiptSearch(text: string, asking: Asking): ReceiptSearch {
  const typed = withoutSign(text)
  if (typed === '') return { by: 'all' }
  const number = readReceiptNumber(typed, asking)
  if (number) return { by: 'number', ...number }
  const day = readDay(typed, asking.today)
  if (day) return { by: 'day', day }
  if (readIdentifier(typed)) return { by: 'identifier', text: typed }
  const amount = /[.,]/.test(typed) ? parseCents(typed.replace(/\s*(€|EUR)$/i, '')) : null
  return amount && 'cents' in amount ? { by: 'amount', amount: amount.cents } : { by: 'name', text: typed }
}

const withoutSign = (text: string): string => plainText(text).trim().replace(/^№\s*/, '')
