import { sql } from 'drizzle-orm'
import { instantOf } from '../../db/columns.ts'
import { cents } from '../../rules/money.ts'
import { receiptNumber } from '../../rules/payments.ts'
import type { DifferenceRow } from '../../rules/reports/lists.ts'
import type { Period } from '../../rules/reports/periods.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { atOwnTills, within } from './lookup.ts'

type Found = {
  desk: number
  year: number
  number: number
  closed_at: string
  cashier: string
  expected: string
  counted: string
  difference: string
  reason: string
}

/** The tills that were closed in a period with another sum than should have been there, the oldest first. */
export async function listDifferences(ctx: Ctx, period: Period): Promise<DifferenceRow[]> {
  authorise(ctx, 'reports.cash')
  const found = await ctx.db.execute<Found>(sql`
    select d.number as desk, c.year, c.number, c.closed_at::text, s.name as cashier, c.expected_cents::text as expected,
      c.counted_cents::text as counted, c.difference_cents::text as difference, coalesce(c.reason, '') as reason
    from till_closings c join tills t on t.id = c.till_id join desks d on d.id = c.desk_id
    join staff s on s.id = t.staff_id
    where c.difference_cents <> 0 and ${within(sql`c.closed_at`, period)} ${atOwnTills(ctx, sql`c.till_id`)}
    order by c.closed_at, c.till_id`)
  return found.map(row => ({
    number: receiptNumber(row.desk, row.year, row.number),
    closedAt: instantOf(row.closed_at),
    desk: row.desk,
    cashier: row.cashier,
    expected: cents(BigInt(row.expected)),
    counted: cents(BigInt(row.counted)),
    difference: cents(BigInt(row.difference)),
    reason: row.reason,
  }))
}
