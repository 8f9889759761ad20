import { type BookPage, cashBook, upTo, whyNotSoLong } from '../../rules/cash-book.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import type { Period } from '../../rules/reports/periods.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { bookFacts, deskOfBooks } from './lookup.ts'

/**
 * Касова книга: a page for each day of the period up to today, of one desk or (null) of all, by desk and day. A cashier sees
 * the book of the desk where they sit. Refuses an unknown desk and more than a year at once.
 */
export async function seeCashBook(ctx: Ctx, period: Period, desk: number | null): Promise<BookPage[]> {
  authorise(ctx, 'books.see')
  refuseIf(whyNotSoLong(period))
  const asked = deskOfBooks(ctx, desk)
  const days = upTo(ctx.today, period)
  if (!days) return []
  const facts = await ctx.db.transaction(tx => bookFacts(tx, days, asked), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
  if (asked !== null && facts.length === 0) throw refusal('desk.unknown', { number: String(asked) })
  return facts.flatMap(book => cashBook(book, days))
}
