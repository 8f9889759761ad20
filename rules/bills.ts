import type { Lang } from './languages.ts'
import type { Cents } from './money.ts'
import type { BasketLine } from './payments.ts'
import { plainText } from './plain-text.ts'
import type { Service } from './services.ts'

/** What other modules let wait for its money at the cash desk. */
export const BILL_KINDS = ['request'] as const
export type BillKind = (typeof BILL_KINDS)[number]

/** A bill as the desk sees it, whatever module issued it. `number` is the one that people know: of the request. */
export type Bill = {
  id: string
  kind: BillKind
  number: string
  payer: { id: string; name: string } | null
  serviceId: string | null
  department: { id: string; code: string; name: Record<Lang, string> }
  /** In the language of the office that issued it. */
  name: string
  paymentCode: string | null
  amount: Cents
  dueOn: Temporal.PlainDate | null
  /** Whether its service wants the payer to be named. */
  needsPayer: boolean
  /** The tax group of its service today, where that needs a fiscal receipt. */
  taxGroup: number | null
}

/**
 * The number of a bill as it is kept: no blanks and no № before it, capital letters: `усл-12/05.11` is `УСЛ-12/05.11`. Null where
 * it has other signs than letters, digits, dashes, slashes and dots, no digit, or more than 40 signs.
 */
export function readBillNumber(text: string): string | null {
  const number = plainText(text)
    .replace(/^\s*№|\s/g, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .toLocaleUpperCase('bg')
  return /^(?=.*\p{N})[\p{L}\p{N}][\p{L}\p{N}./-]{0,39}$/u.test(number) ? number : null
}

/** Whether people call a bill by this number: the year after its last slash may be left out. */
export const isBillNumbered = (bill: Bill, number: string): boolean =>
  bill.number === number ||
  (/^\/\d{4}$/.test(bill.number.slice(number.length)) && bill.number.startsWith(number))

/** A bill in the basket: one line whose code, name and price are those of the bill, and which nobody changes. */
export const lineForBill = (bill: Bill): BasketLine => ({
  service: asService(bill),
  speed: 'normal',
  quantity: 1,
  price: bill.amount,
  bill,
})

const asService = (bill: Bill): Service => ({
  id: bill.serviceId ?? bill.id,
  code: bill.number,
  name: { bg: bill.name, en: bill.name },
  department: bill.department,
  pricing: 'fixed',
  note: null,
  paymentCode: bill.paymentCode,
  needsPayer: bill.needsPayer,
  taxGroup: bill.taxGroup,
  fees: { normal: { cents: bill.amount, term: null } },
})
