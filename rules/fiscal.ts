import { type Cents, cents, sumCents } from './money.ts'
import { isReason } from './reason.ts'
import { type Refusal, refusal } from './refusal.ts'
import type { Tender } from './tenders.ts'

/**
 * What a fiscal device is asked to do, as it is kept with the paper of a print job: whole cents as plain numbers, so that it
 * is JSON. A revenue needs a fiscal receipt only where the town has said so (Наредба Н-18, ЗДДС чл. 118): see
 * `fiscal_revenues`.
 */
export type FiscalTask =
  | ({ task: 'sale' } & FiscalSale)
  | ({ task: 'storno'; reason: StornoReason; of: SoldBefore } & FiscalSale)
  | { task: 'cash_in' | 'cash_out'; amountCents: number }
  | { task: 'x_report' | 'z_report' }

/** `totalCents` is the sum of the lines and of the tenders. */
export type FiscalSale = {
  unp: string
  lines: FiscalLine[]
  tenders: FiscalTender[]
  totalCents: number
}

/** `taxGroup` 1 is А, 8 is З; `amountCents` is `priceCents` × `quantity`. */
export type FiscalLine = {
  name: string
  taxGroup: number
  priceCents: number
  quantity: number
  amountCents: number
}

export type FiscalTender = { how: 'cash' | 'card' | 'bank'; amountCents: number }

/** Why a sale is taken back: грешка на оператора, връщане/рекламация, намаление на данъчната основа. Each make numbers them its own way. */
export const STORNO_REASONS = ['operator_error', 'refund', 'tax_base'] as const
export type StornoReason = (typeof STORNO_REASONS)[number]

/** The fiscal receipt that a storno takes back, as its device numbered it; `at` is `2026-11-22T10:15:00` by the device's clock. */
export type SoldBefore = { unp: string; document: string; at: string; fiscalMemory: string }

/** What a fiscal device said that it issued. `at` is by its own clock, null where it did not say. */
export type FiscalDocument = {
  document: string | null
  fiscalMemory: string | null
  at: string | null
  amountCents: number | null
}

/** What a fiscal device says of itself; `aheadSeconds` is its clock less that of the machine that asked. */
export type FiscalTold = {
  model: string
  firmware: string
  deviceNumber: string
  fiscalMemory: string
  clock: Temporal.PlainDateTime
  aheadSeconds: number
  lastDocument: FiscalDocument
  cashCents: number
}

const TAX_LETTERS = 'АБВГДЕЖЗ'

/** The letter of a tax group: 1 is А. */
export const taxLetter = (group: number): string => TAX_LETTERS[group - 1] ?? '?'

/** A tax group typed as its letter, in either alphabet where the letters look alike, or as its number; null where it is none. */
export function parseTaxGroup(text: string): number | null {
  const typed = text.trim().toUpperCase()
  const letter = ({ A: 'А', B: 'В', E: 'Е' } as Record<string, string>)[typed] ?? typed
  const at = letter.length === 1 ? TAX_LETTERS.indexOf(letter) : -1
  if (at >= 0) return at + 1
  return /^[1-8]$/.test(typed) ? Number(typed) : null
}

/** Why a revenue cannot be said to need a fiscal receipt, or none, from this day on; null where it can. */
export function whyNotFiscal(
  validFrom: Temporal.PlainDate,
  ground: string,
  today: Temporal.PlainDate,
): Refusal | null {
  if (Temporal.PlainDate.compare(validFrom, today) < 0) return refusal('fiscal.revenue_in_the_past', {})
  return isReason(ground) ? null : refusal('fiscal.revenue_needs_ground', {})
}

/** A line as it was sold; `taxGroup` is null where the town's own receipt tells of it. */
export type SoldLine = {
  name: string
  taxGroup: number | null
  price: Cents
  quantity: number
  amount: Cents
}

/** What the fiscal receipt of a payment tells; null where no line needs one. */
export function fiscalPart(
  lines: readonly SoldLine[],
  tenders: readonly Tender[],
): Omit<FiscalSale, 'unp'> | null {
  const fiscal = lines.flatMap(({ name, taxGroup, price, quantity, amount }) =>
    taxGroup === null
      ? []
      : [{ name, taxGroup, priceCents: Number(price), quantity, amountCents: Number(amount) }],
  )
  if (fiscal.length === 0) return null
  const totalCents = fiscal.reduce((sum, line) => sum + line.amountCents, 0)
  return { lines: fiscal, tenders: fiscalTenders(lines, tenders), totalCents }
}

/**
 * How the fiscal lines of a payment were paid: tenders cover the lines in their order, so the overlap of the two running sums
 * is exact to the cent (the same rule as the reports': `tenderShares`). One entry for each way, in the order of the tenders.
 */
export function fiscalTenders(
  lines: readonly Pick<SoldLine, 'taxGroup' | 'amount'>[],
  tenders: readonly Tender[],
): FiscalTender[] {
  const shares = new Map<Tender['tender'], Cents>()
  for (const paid of spans(tenders, tender => tender.amount))
    for (const sold of spans(lines, line => line.amount)) {
      const share = overlap(paid, sold)
      if (sold.of.taxGroup === null || share <= 0n) continue
      shares.set(paid.of.tender, sumCents([shares.get(paid.of.tender) ?? cents(0), share]))
    }
  return [...shares].map(([how, share]) => ({ how, amountCents: Number(share) }))
}

type Span<T> = { of: T; from: Cents; upto: Cents }

/** Where each lies when they are laid one after another. */
function spans<T>(all: readonly T[], amountOf: (one: T) => Cents): Span<T>[] {
  let upto = cents(0)
  return all.map(of => {
    const from = upto
    upto = sumCents([from, amountOf(of)])
    return { of, from, upto }
  })
}

function overlap(a: Span<unknown>, b: Span<unknown>): Cents {
  const beginsLater = a.from > b.from
  const endsSooner = a.upto < b.upto
  return cents((endsSooner ? a.upto : b.upto) - (beginsLater ? a.from : b.from))
}

/**
 * Why a fiscal receipt cannot be taken back for this reason any more, or null: a mistake of the operator is corrected until
 * the 7th of the month after the sale (Наредба Н-18, чл. 31).
 */
export function whyTooLate(
  reason: StornoReason,
  soldOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): { until: Temporal.PlainDate } | null {
  const until = soldOn.with({ day: 1 }).add({ months: 1 }).with({ day: 7 })
  return reason === 'operator_error' && Temporal.PlainDate.compare(today, until) > 0 ? { until } : null
}

/** The number on the seal of a device, as people type it; null where it is none. */
export function readDeviceNumber(text: string): string | null {
  const number = text.trim().toUpperCase()
  return /^[A-Z]{2}[0-9]{6}$/.test(number) ? number : null
}
