import { sql } from 'drizzle-orm'
import { instantOf } from '../../db/columns.ts'
import { cents } from '../../rules/money.ts'
import { receiptNumber } from '../../rules/payments.ts'
import type { ReversalRow } from '../../rules/reports/lists.ts'
import type { Period } from '../../rules/reports/periods.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { atOwnTills, within } from './lookup.ts'

type Found = {
  id: string
  payment_id: string
  desk: number
  year: number
  number: number
  reversed_at: string
  of_desk: number
  of_year: number
  of_number: number
  amount: string
  reason: string
  reversed_by: string
  confirmed_by: string
}

/** Every reversal made in a period, the oldest first: of what, how much, why, by whom and who agreed. */
export async function listReversals(ctx: Ctx, period: Period): Promise<ReversalRow[]> {
  authorise(ctx, 'reports.cash')
  const found = await ctx.db.execute<Found>(sql`
    select r.id, r.payment_id, d.number as desk, r.year, r.number, r.reversed_at::text, nd.number as of_desk, n.year as of_year,
      n.number as of_number, p.total_cents::text as amount, r.reason, s.name as reversed_by, second.name as confirmed_by
    from reversals r join payments p on p.id = r.payment_id join receipts n on n.payment_id = r.payment_id
    join desks d on d.id = r.desk_id join desks nd on nd.id = n.desk_id
    join tills t on t.id = r.till_id join staff s on s.id = t.staff_id
    join confirmations c on c.id = r.confirmation_id join staff second on second.id = c.staff_id
    where ${within(sql`r.reversed_at`, period)} ${atOwnTills(ctx, sql`r.till_id`)}
    order by r.reversed_at, r.id`)
  return found.map(row => ({
    id: row.id,
    paymentId: row.payment_id,
    number: receiptNumber(row.desk, row.year, row.number),
    reversedAt: instantOf(row.reversed_at),
    receipt: receiptNumber(row.of_desk, row.of_year, row.of_number),
    amount: cents(BigInt(row.amount)),
    reason: row.reason,
    reversedBy: row.reversed_by,
    confirmedBy: row.confirmed_by,
  }))
}
