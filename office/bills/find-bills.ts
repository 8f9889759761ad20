import { inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { bills } from '../../db/schema/bills.ts'
import { parties } from '../../db/schema/parties.ts'
import { readBillNumber } from '../../rules/bills.ts'
import { readIdentifier } from '../../rules/identifiers.ts'
import { readUri } from '../../rules/numbering.ts'
import { MOST_FOUND, wordsOf } from '../../rules/parties.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'
import { hasDigits, hasWords } from '../parties/lookup.ts'
import { billsOfUri, billsWithNumber, type FoundBill, openBillsWhere } from './lookup.ts'

const FindBills = z.object({
  /** The number of a bill, the identifier (УРИ) of its request as a scanner reads it, or the number or a piece of the name of its payer; empty is every open one. */
  text: z.string().max(200),
  limit: z.int().min(1).max(500).default(MOST_FOUND),
})
export type FindBills = z.input<typeof FindBills>

/** The bills of this number, open or not; where there are none, those that such a payer still owes, the oldest first. */
export async function findBills(ctx: Ctx, raw: FindBills): Promise<FoundBill[]> {
  authorise(ctx, 'bills.see')
  const { text, limit } = parseInput(FindBills, raw)
  if (text.trim() === '') return openBillsWhere(ctx.db, undefined, limit)
  const uri = readUri(text)
  const number = readBillNumber(text)
  const [scanned, numbered, owed] = await Promise.all([
    uri ? billsOfUri(ctx.db, uri) : [],
    number ? billsWithNumber(ctx.db, number, ctx.today) : [],
    openBillsWhere(ctx.db, ofPayer(ctx, text), limit),
  ])
  return [scanned, numbered].find(found => found.length > 0) ?? owed
}

/** Bills of whoever has this number; else of those in whose name every typed word begins a word. */
function ofPayer(ctx: Ctx, text: string) {
  const read = readIdentifier(text)
  if (read) {
    const payer = ctx.db.select({ id: parties.id }).from(parties).where(hasDigits(ctx, read.digits))
    return inArray(bills.payerId, payer)
  }
  return wordsOf(text).length > 0 ? hasWords(text) : sql`false`
}
