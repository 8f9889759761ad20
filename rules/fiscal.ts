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
