import { and, eq } from 'drizzle-orm'
import { cashVouchers } from '../../db/schema/tills.ts'
import { desks } from '../../db/schema/town.ts'
import { type BookVoucher, readVoucherNumber, upTo, whyNotSoLong } from '../../rules/cash-book.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import type { Period } from '../../rules/reports/periods.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { deskOfBooks, vouchersOf, vouchersWhere } from './lookup.ts'

/** The cash vouchers of a period, of one desk or (null) of all; a cashier sees those of the desk where they sit. */
export async function listVouchers(ctx: Ctx, period: Period, desk: number | null): Promise<BookVoucher[]> {
  authorise(ctx, 'books.see')
  refuseIf(whyNotSoLong(period))
  const days = upTo(ctx.today, period)
  return days ? vouchersOf(ctx.db, days, deskOfBooks(ctx, desk)) : []
}

/** The voucher that a person names as papers do: `ПКО 2-2026-000017`. Refuses what is none, and one of another desk to a cashier. */
export async function voucherNumbered(ctx: Ctx, text: string): Promise<BookVoucher> {
  authorise(ctx, 'books.see')
  const named = readVoucherNumber(text)
  if (!named) throw refusal('voucher.unknown', { number: text })
  deskOfBooks(ctx, named.desk)
  const [found] = await vouchersWhere(
    ctx.db,
    and(
      eq(desks.number, named.desk),
      eq(cashVouchers.direction, named.direction),
      eq(cashVouchers.year, named.year),
      eq(cashVouchers.number, named.number),
    ),
  )
  if (!found) throw refusal('voucher.unknown', { number: text })
  return found
}
