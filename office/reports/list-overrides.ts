import { sql } from 'drizzle-orm'
import { instantOf } from '../../db/columns.ts'
import { cents } from '../../rules/money.ts'
import { receiptNumber } from '../../rules/payments.ts'
import type { OverrideRow } from '../../rules/reports/lists.ts'
import type { Period } from '../../rules/reports/periods.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { atOwnTills, within } from './lookup.ts'

type Found = {
  id: string
  taken_at: string
  desk: number
  year: number
  number: number
  name: string
  quantity: number
  published: string
  price: string
  reason: string
  taken_by: string
  confirmed_by: string
}

/**
 * The lines that were paid in a period at another price than the published one, the oldest first, with the reason and who
 * agreed. Those that were reversed since are told too: the price was changed.
 */
export async function listOverrides(ctx: Ctx, period: Period): Promise<OverrideRow[]> {
  authorise(ctx, 'reports.cash')
  const found = await ctx.db.execute<Found>(sql`
    select p.id, p.taken_at::text, d.number as desk, n.year, n.number, l.name, l.quantity,
      l.override_of_cents::text as published, l.price_cents::text as price, l.override_reason as reason,
      s.name as taken_by, second.name as confirmed_by
    from payments p cross join lateral (
      select * from payment_lines where payment_id = p.id and override_of_cents is not null offset 0) l
    join receipts n on n.payment_id = p.id join desks d on d.id = n.desk_id
    join tills t on t.id = p.till_id join staff s on s.id = t.staff_id
    join confirmations c on c.id = l.confirmation_id join staff second on second.id = c.staff_id
    where ${within(sql`p.taken_at`, period)} ${atOwnTills(ctx, sql`p.till_id`)}
    order by p.taken_at, p.id, l.ordinal`)
  return found.map(row => ({
    paymentId: row.id,
    takenAt: instantOf(row.taken_at),
    receipt: receiptNumber(row.desk, row.year, row.number),
    name: row.name,
    quantity: row.quantity,
    published: cents(BigInt(row.published)),
    price: cents(BigInt(row.price)),
    reason: row.reason,
    takenBy: row.taken_by,
    confirmedBy: row.confirmed_by,
  }))
}
