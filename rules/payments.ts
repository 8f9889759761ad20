import type { Bill } from './bills.ts'
import { type Cents, cents, MOST, sumCents, ZERO } from './money.ts'
import { isReason } from './reason.ts'
import { type Refusal, refusal } from './refusal.ts'
import { isFree, type Service, type Speed } from './services.ts'
import { type OtherTender, whyNotTendered } from './tenders.ts'

export const MOST_UNITS = 9999

/** So many lines one payment and its receipt may have. */
export const MOST_LINES = 300

export const whyTooManyLines = (lines: number): Refusal | null =>
  lines > MOST_LINES ? refusal('payment.too_many_lines', { most: MOST_LINES }) : null

/** Another price than the published one: why, and the second person's yes to it. */
export type Override = { reason: string; confirmationId: string }

/**
 * One line of a basket: a service, its speed, how many, and the price of one. `price` is null until an open amount is typed.
 * A line with a `bill` is made by `lineForBill`.
 */
export type BasketLine = {
  service: Service
  speed: Speed
  quantity: number
  price: Cents | null
  bill?: Bill
  override?: Override
}

/** What a second person agrees to when a price is changed; the database looks for these very words. */
export const overrideWhat = (line: BasketLine): string =>
  `${line.service.id}:${line.speed}:${line.price ?? ZERO}`

export const amountOf = (line: BasketLine): Cents => cents((line.price ?? ZERO) * BigInt(line.quantity))

export const totalOf = (lines: readonly BasketLine[]): Cents => sumCents(lines.map(amountOf))

/** A new line for a service: its first speed and published fee; open pricing starts without a price. */
export function lineFor(service: Service, speed: Speed = 'normal', quantity = 1): BasketLine {
  const fee = service.fees[speed]?.cents ?? null
  return { service, speed, quantity, price: service.pricing === 'open' ? null : fee }
}

/** Why this service cannot be put in the basket at this speed, or null. */
export function whyNotAdd(service: Service, speed: Speed): Refusal | null {
  if (!service.fees[speed]) return refusal('service.no_such_speed', { code: service.code, speed })
  if (isFree(service, speed)) return refusal('service.is_free', { code: service.code })
  return null
}

/** Reads how many: a whole number from 1 to MOST_UNITS. */
export function parseQuantity(text: string): number | null {
  const trimmed = text.trim()
  if (!/^\d{1,6}$/.test(trimmed)) return null
  const quantity = Number(trimmed)
  return quantity >= 1 && quantity <= MOST_UNITS ? quantity : null
}

/** Why a line cannot be paid as it is, or null. The published fee binds unless the catalogue leaves the amount open. */
export function whyNotLine(line: BasketLine): Refusal | null {
  const notAdd = whyNotAdd(line.service, line.speed)
  if (notAdd) return notAdd
  const { code } = line.service
  if (!Number.isInteger(line.quantity) || line.quantity < 1 || line.quantity > MOST_UNITS)
    return refusal('quantity.out_of_range', { least: 1, most: MOST_UNITS })
  if (line.price === null || line.price <= 0n) return refusal('service.needs_amount', { code })
  if (line.price > MOST) return refusal('amount.too_large', { most: MOST })
  const published = line.service.fees[line.speed]?.cents ?? null
  if (line.override) return whyNotOverride(line)
  if (line.service.pricing !== 'open' && published !== line.price)
    return refusal('service.price_changed', { code, now: published ?? ZERO })
  return null
}

/** Why a price may not be changed, or null: it is open or of a bill, or it is the published one, or no reason is told. */
function whyNotOverride({ service, speed, price, bill, override }: BasketLine): Refusal | null {
  if (bill) return refusal('bill.fixed', { number: bill.number })
  if (service.pricing === 'open' || service.fees[speed]?.cents === price)
    return refusal('override.not_needed', { code: service.code })
  return isReason(override?.reason) ? null : refusal('override.needs_reason', {})
}

/**
 * How a basket is to be paid: cash `given` (null: exactly what is due), the other tenders, whether the payer is named, and
 * whether a fiscal device stands at the desk.
 */
export type Paying = {
  given: Cents | null
  others?: readonly OtherTender[]
  hasPayer: boolean
  hasFiscalDevice: boolean
}

/** Why a basket cannot be paid like this, or null; the first reason in the order a cashier would mend them. */
export function whyNotPay(
  lines: readonly BasketLine[],
  { given, others = [], hasPayer, hasFiscalDevice }: Paying,
  tillIsOpen: boolean,
): Refusal | null {
  if (!tillIsOpen) return refusal('till.not_open', {})
  if (lines.length === 0) return refusal('payment.empty', {})
  for (const line of lines) {
    const why = whyNotLine(line)
    if (why) return why
  }
  const total = totalOf(lines)
  if (total > MOST) return refusal('payment.too_large', { most: MOST })
  const nameless = hasPayer ? undefined : lines.find(line => line.service.needsPayer)
  if (nameless) return refusal('payment.payer_needed', { code: nameless.service.code })
  const fiscal = hasFiscalDevice ? undefined : lines.find(line => line.service.taxGroup !== null)
  if (fiscal) return refusal('fiscal.no_device', { code: fiscal.service.code })
  return whyNotTendered(total, given, others)
}

/** The printed receipt number: desk, year and the gap-free number of that desk and year, e.g. `2-2026-000123`. */
export const receiptNumber = (desk: number, year: number, number: number): string =>
  `${desk}-${year}-${String(number).padStart(6, '0')}`
