import type { Act } from '../acts.ts'
import type { Registry } from './registry.ts'

export type Pay = Extract<Act, { act: 'payments.take' }>

/** A service as it is offered: what each speed costs, null where the amount is typed. */
export type Service = {
  id: string
  open: boolean
  needsPayer: boolean
  fees: { speed: 'normal' | 'fast' | 'express'; fee: bigint | null }[]
}

export type Till = {
  id: string
  desk: number
  cashier: string
  float: bigint
  /** Cash of payments, and what of it went back by reversals. */
  taken: bigint
  returned: bigint
  paidIn: bigint
  paidOut: bigint
  payments: number
  reversals: number
  /** What came by card and by bank. */
  others: { card: bigint; bank: bigint }
}

export type Desk = {
  number: number
  till: Till | null
  /** What the last closing left in the drawer. */
  left: bigint
  /** Of the cash book: what came in less what went out. */
  balance: bigint
  /** The last number given of each series in the year. */
  series: Map<string, number>
}

export type Bill = {
  id: string
  number: string
  amount: bigint
  needsPayer: boolean
  state: 'open' | 'paid' | 'withdrawn'
  /** Why it was withdrawn. */
  reason: string | null
}

export type Payment = {
  id: string
  till: Till
  /** As it was sent; sent again it must be the same to the last cent. */
  sent: Pay
  total: bigint
  cash: bigint
  /** Whether some of the money came by card or bank. */
  others: boolean
  payerId: string | null
  bills: string[]
  answer: Answer
  reversed: boolean
}

export type Answer = Record<string, string | number | null>

/** `handedOver` waits for the bank until it is `deposited`. */
export type Closing = { till: Till; answer: Answer; handedOver: bigint; deposited: boolean }

export type Confirmation = { by: string; of: string; subjectId: string; what: string }

/** What the town's books must hold, in plain data and with an arithmetic of its own. */
export type Books = {
  year: number
  desks: Map<number, Desk>
  posts: Map<string, string>
  services: Service[]
  payers: Map<string, { name: string; cash: bigint }>
  bills: Map<string, Bill>
  payments: Map<string, Payment>
  confirmations: Map<string, Confirmation>
  /** Terminal and RRN of the card slips that were used. */
  slips: Set<string>
  /** In the order in which the tills were closed. */
  closings: Map<string, Closing>
  deposits: Map<string, Answer>
  /** What each card terminal took and gave back. */
  terminals: Map<string, { paid: bigint; returned: bigint }>
  /** End of day slips that were typed, by their ids. */
  slipsMatched: Set<string>
  reversals: Map<string, { paymentId: string; answer: Answer }>
  movements: Map<string, Answer>
  /** Baskets laid aside, by the ids of their payments. */
  held: Map<string, Held>
  /** What was done, in order: to be sent again. */
  done: { who: Who; act: Act }[]
  /** Duplicates of each paper, and those that were asked for by their ids. */
  copies: Map<string, number>
  copied: Map<string, Answer>
  /** X papers that were asked for. */
  prints: Set<string>
  registry: Registry
}

export type Held = Extract<Act, { act: 'baskets.hold' }> & { desk: number }

export type Who = { login: string; desk: number }

type Row = Record<string, string | number | null>

/** The rows that an act adds, table by table, in the words of the check after each step. */
export type Added = Partial<Record<Table, Row[]>>
export const TABLES = [
  'tills',
  'payments',
  'closings',
  'reversals',
  'movements',
  'bills',
  'withdrawals',
  'deposits',
  'terminals',
  'confirmations',
  'vouchers',
  'papers',
  'logbook',
  'documents',
  'cases',
  'filings',
  'corrections',
  'files',
  'requests',
  'events',
  'endings',
  'handedOut',
  'tasks',
  'moves',
  'terms',
  'taskEndings',
  'opinions',
  'reviews',
  'handovers',
  'taken',
  'restricted',
  'caseClosings',
  'reopenings',
  'substitutions',
] as const
export type Table = (typeof TABLES)[number]

/** What the office wrote down in a step: where it gave ids of its own, they are learnt here. */
export type Found = Record<Table, Row[]>

/**
 * What must come of an act: the office's "no", or its answer and what it writes; nothing is written by a repeat. `or` is a
 * "no" that is right as well, where a printer decides.
 */
export type Expected = { refused: string } | { done: Answer; write: (added: Found) => Added; or?: string }

export const no = (refused: string): Expected => ({ refused })

export const again = (done: Answer): Expected => ({ done, write: () => ({}) })

export const openTillOf = (books: Books, login: string): Till | null =>
  [...books.desks.values()].find(desk => desk.till?.cashier === login)?.till ?? null

export const deskOf = (books: Books, number: number): Desk => {
  const desk = books.desks.get(number)
  if (!desk) throw new Error(`no desk ${number}`)
  return desk
}

export const cashIn = ({ float, taken, returned, paidIn, paidOut }: Till): bigint =>
  float + taken - returned + paidIn - paidOut

export const tillWithId = (books: Books, id: string): Till | null =>
  [...books.desks.values()].find(desk => desk.till?.id === id)?.till ?? null

/** The next number of a series at a desk, as people read it. */
export const nextNumber = (books: Books, desk: Desk, series: string): string =>
  `${desk.number}-${books.year}-${String((desk.series.get(series) ?? 0) + 1).padStart(6, '0')}`

export function takeNumber(desk: Desk, series: string): number {
  const number = (desk.series.get(series) ?? 0) + 1
  desk.series.set(series, number)
  return number
}

/** Cash of the cash book: above zero in, below it out, nothing for nothing. */
export function voucher(desk: Desk, subject: string, subjectId: string, amount: bigint): Row[] {
  if (amount === 0n) return []
  const direction = amount > 0n ? 'in' : 'out'
  desk.balance += amount
  const number = takeNumber(desk, `cash_${direction}`)
  const size = `${amount < 0n ? -amount : amount}`
  return [{ desk: desk.number, direction, number, subject, subjectId, amount: size }]
}

export const logged = (who: Who, act: string, subjectId: string | null): Row[] => [
  { who: who.login, desk: who.desk, act, subjectId },
]

export const paper = (desk: number, kind: string, subjectId: string | null, copy = 0): Row[] => [
  { desk, kind, subjectId, copy },
]
