import { dayOf, startOfDay } from './dates.ts'
import { type Cents, cents, sumCents } from './money.ts'
import { type Refusal, refusal } from './refusal.ts'
import type { Period } from './reports/periods.ts'

export type Direction = 'in' | 'out'

/** A cash voucher (ПКО `in`, РКО `out`) as the cash book shows it. */
export type BookVoucher = {
  id: string
  desk: { number: number; name: string }
  cashier: string
  direction: Direction
  /** As `receiptNumber` makes it: `2-2026-000017`. */
  number: string
  issuedAt: Temporal.Instant
  ground: string
  counterparty: string | null
  amount: Cents
}

/** A till of the desk; `left` is what its closing left in the drawer. Both are null while it is open. */
export type BookTill = {
  cashier: string
  openedAt: Temporal.Instant
  closedAt: Temporal.Instant | null
  left: Cents | null
}

/** What a cash book is made of: the state before its first day, and what happened in its days, in order. */
export type BookFacts = {
  desk: { id: string; number: number; name: string }
  /** What the vouchers before the first day come to, and what the last closing before it left. */
  opening: Cents
  left: Cents
  vouchers: readonly BookVoucher[]
  tills: readonly BookTill[]
}

/**
 * One day of a desk: opening + in − out = closing, and the next day begins with it. `left` is what the last closing up to the
 * end of the day left in the drawer: the closing balance where no till is open then, else the takings come with its Z.
 */
export type BookPage = {
  desk: { id: string; number: number; name: string }
  day: Temporal.PlainDate
  opening: Cents
  vouchers: readonly BookVoucher[]
  cashIn: Cents
  cashOut: Cents
  closing: Cents
  left: Cents
  openTill: { cashier: string; openedAt: Temporal.Instant } | null
}

/** The pages of a desk, one for each day of the period. */
export function cashBook(facts: BookFacts, { from, to }: Period): BookPage[] {
  const byDay = Map.groupBy(facts.vouchers, voucher => dayOf(voucher.issuedAt).toString())
  const pages: BookPage[] = []
  let opening = facts.opening
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    const vouchers = byDay.get(day.toString()) ?? []
    const cashIn = sumOf(vouchers, 'in')
    const cashOut = sumOf(vouchers, 'out')
    const closing = cents(opening + cashIn - cashOut)
    pages.push({ desk: facts.desk, day, opening, vouchers, cashIn, cashOut, closing, ...endOf(facts, day) })
    opening = closing
  }
  return pages
}

/** Whether the page ends with the money that was counted and left; while a till is open nothing is counted yet. */
export const pageAgrees = (page: BookPage): boolean => page.openTill !== null || page.closing === page.left

/** The drawer at the end of a day. */
function endOf({ tills, left }: BookFacts, day: Temporal.PlainDate): Pick<BookPage, 'left' | 'openTill'> {
  const end = startOfDay(day.add({ days: 1 }))
  const before = (at: Temporal.Instant) => Temporal.Instant.compare(at, end) < 0
  const closed = tills
    .filter(till => till.closedAt !== null && before(till.closedAt))
    .toSorted((a, b) => Temporal.Instant.compare(a.closedAt ?? end, b.closedAt ?? end))
  const open = tills.find(till => before(till.openedAt) && !(till.closedAt && before(till.closedAt)))
  return {
    left: closed.at(-1)?.left ?? left,
    openTill: open ? { cashier: open.cashier, openedAt: open.openedAt } : null,
  }
}

const sumOf = (vouchers: readonly BookVoucher[], direction: Direction): Cents =>
  sumCents(vouchers.filter(voucher => voucher.direction === direction).map(voucher => voucher.amount))

/** So many days one look into the books may span: a leap year. */
export const MOST_DAYS = 366

export const whyNotSoLong = ({ from, to }: Period): Refusal | null =>
  from.until(to).days >= MOST_DAYS ? refusal('period.too_long', { most: MOST_DAYS }) : null

/** The period as far as today: days to come have no page. Null where all of it is still to come. */
export function upTo(today: Temporal.PlainDate, { from, to }: Period): Period | null {
  if (Temporal.PlainDate.compare(from, today) > 0) return null
  return { from, to: Temporal.PlainDate.compare(to, today) > 0 ? today : to }
}

const KINDS: Record<string, Direction> = { пко: 'in', in: 'in', рко: 'out', out: 'out' }

/** Reads `ПКО 2-2026-000017`, `РКО № 2-2026-17`, `in 2-2026-17`; null where it names no voucher. */
export function readVoucherNumber(
  text: string,
): { direction: Direction; desk: number; year: number; number: number } | null {
  const read = /^(\p{L}+)\s*(?:№|no\.?)?\s*(\d{1,4})-(\d{4})-(\d{1,9})$/u.exec(
    text.trim().toLocaleLowerCase('bg'),
  )
  const direction = KINDS[read?.[1] ?? '']
  return read && direction
    ? { direction, desk: Number(read[2]), year: Number(read[3]), number: Number(read[4]) }
    : null
}
