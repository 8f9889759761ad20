import { newRoll, type Roll } from './roll.ts'

/** Why a fiscal device does not do what it is asked; each make has its own words for them. */
export type Why =
  | 'syntax'
  | 'unknown_command'
  | 'not_allowed'
  | 'no_paper'
  | 'cover_open'
  | 'print_fault'
  | 'overheated'
  | 'password'
  | 'locked'
  | 'receipt_open'
  | 'service_open'
  | 'receipt_closed'
  | 'payment_started'
  | 'not_paid'
  | 'paid_too_much'
  | 'change_in_storno'
  | 'no_cash'
  | 'negative'
  | 'tax_group'
  | 'too_many'
  | 'day_over'
  | 'header'
  | 'clock'
  | 'not_found'
  | 'no_more'
  | 'journal_full'
  | 'memory_full'

export class Refused extends Error {
  readonly why: Why
  constructor(why: Why) {
    super(why)
    this.name = 'Refused'
    this.why = why
  }
}

export function refuseWhen(is: boolean, why: Why): void {
  if (is) throw new Refused(why)
}

export type SoldLine = { name: string; group: number; price: number; thousandths: number; cents: number }
export type Tender = { mode: string; cents: number }
/** The receipt that a storno takes back, as the host named it. */
export type Original = {
  document: number
  at: string | null
  fiscalMemory: string | null
  unp: string | null
}

/** A receipt while it is open, and the last one after that. Amounts are cents. */
export type Receipt = {
  kind: 'sale' | 'storno'
  document: number
  unp: string
  operator: number
  lines: SoldLine[]
  tenders: Tender[]
  total: number
  paid: number
  /** Why it is taken back, numbered as the law lists it: 0 operator error, 1 refund, 2 tax base. */
  reason: 0 | 1 | 2 | null
  original: Original | null
  isPaymentStarted: boolean
}

export type IssuedKind = 'sale' | 'storno' | 'cancelled' | 'service' | 'cash_in' | 'cash_out' | 'x' | 'z'

/** One document of the electronic journal, as nothing can change it any more. `at` is `2026-11-22T10:15:00`. */
export type Issued = {
  document: number
  kind: IssuedKind
  at: string
  unp: string | null
  total: number
  z: number
  receipt: Receipt | null
  text: readonly string[]
}

/** What is wrong with the device now, besides its paper. */
export type Condition =
  | 'near-end'
  | 'cover-open'
  | 'overheated'
  | 'print-fault'
  | 'mute'
  | 'day-blocked'
  | 'memory-near-full'
  | 'memory-full'
  | 'journal-near-full'
  | 'journal-full'
  | 'clock-unset'

export type FiscalMemory = {
  model: string
  /** The number on the seal. */
  serial: string
  fiscalMemory: string
  eik: string
  header: readonly string[]
  /** Of every operator. */
  password: string
  taxGroups: readonly number[]
  cashMode: string
  now: () => Temporal.PlainDateTime
  conditions: Set<Condition>
  roll: Roll
  /** What was printed since the document began. */
  page: string[]
  journal: Issued[]
  lastDocument: number
  receipt: Receipt | null
  /** The last receipt that ended. */
  last: Receipt | null
  isServiceOpen: boolean
  wrongPasswords: number
  lastUnp: string | null
  day: Day
  closedDays: number
  /** The device thinks a sale to be worth so many cents more. */
  miscount: number
}

/** Since the last Z report; sums by tax group 1–8. */
export type Day = {
  sold: number[]
  reversed: number[]
  cash: number
  cashIn: number
  cashOut: number
  since: Temporal.PlainDateTime | null
  all: number
  fiscal: number
  storno: number
}

export const newDay = (): Day => ({
  sold: Array.from({ length: 8 }, () => 0),
  reversed: Array.from({ length: 8 }, () => 0),
  cash: 0,
  cashIn: 0,
  cashOut: 0,
  since: null,
  all: 0,
  fiscal: 0,
  storno: 0,
})

export type FiscalSettings = {
  model?: string
  serial?: string
  fiscalMemory?: string
  header?: readonly string[]
  password?: string
  taxGroups?: readonly number[]
  /** The number of the last document that the device issued before. */
  lastDocument?: number
  now?: () => Temporal.PlainDateTime
}

/** A device as it comes out of the service: two lines of header, all tax groups, nothing sold. */
export const newFiscalMemory = (settings: FiscalSettings, cashMode: string): FiscalMemory => ({
  model: 'FP-800',
  serial: 'DT000600',
  fiscalMemory: '02000600',
  eik: '000291709',
  header: ['ОБЩИНА ТРОЯН', 'пл. Възраждане 1, Троян'],
  password: '0000',
  taxGroups: [1, 2, 3, 4, 5, 6, 7, 8],
  lastDocument: 0,
  now: () => Temporal.Now.plainDateTimeISO('Europe/Sofia').round('second'),
  ...settings,
  cashMode,
  conditions: new Set(),
  roll: newRoll(),
  page: [],
  journal: [],
  receipt: null,
  last: null,
  isServiceOpen: false,
  wrongPasswords: 0,
  lastUnp: null,
  day: newDay(),
  closedDays: 0,
  miscount: 0,
})
