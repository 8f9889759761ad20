import { sql } from 'drizzle-orm'
import { instantOf } from '../../db/columns.ts'
import { cents } from '../../rules/money.ts'
import { receiptNumber } from '../../rules/payments.ts'
import type { CashBy } from '../../rules/reports/cash.ts'
import type { PaymentRow } from '../../rules/reports/lists.ts'
import type { Period } from '../../rules/reports/periods.ts'
import type { TenderKind } from '../../rules/tenders.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { type Cell, dimensionOf, movesOf } from './lookup.ts'

/** Which payments: of a period, and of one row of its report, or all of them. */
export type CellAsked = {
  period: Period
  by: CashBy
  tender: TenderKind | null
  cell: Cell | null
}

/** So many at most, older than that one; both null is all. */
export type Page = { after: PaymentRow | null; limit: number | null }

type Found = {
  id: string
  reversal_id: string | null
  at: string
  sign: number
  total: string
  amount: string
  payer_name: string | null
  desk: number
  year: number
  number: number
  reversal_desk: number | null
  reversal_year: number | null
  reversal_number: number | null
}

/**
 * The payments and reversals that a row of the cash report is the sum of, newest first, a page at a time. `amount` is what of
 * each falls into the row, so that the amounts of all pages add up to it.
 */
export async function listPayments(ctx: Ctx, asked: CellAsked, page: Page): Promise<PaymentRow[]> {
  authorise(ctx, 'reports.cash')
  const { by, period, tender, cell } = asked
  // All payments are seen whole, whatever the report is by.
  const dimension = dimensionOf(cell ? by : 'desk', tender, ctx.lang)
  const { after, limit } = page
  const older =
    after === null
      ? sql``
      : sql`and (m.at, m.id, m.sign) < (${after.at.toString()}::timestamptz, ${after.id}::uuid, ${after.reversalId === null ? 1 : -1}::int)`
  const found = await ctx.db.execute<Found>(sql`
    select m.id, m.reversal_id, m.at::text, m.sign, m.total_cents::text as total, x.amount::text, p.payer_name,
      d.number as desk, n.year, n.number, rd.number as reversal_desk, r.year as reversal_year, r.number as reversal_number
    from ${movesOf(ctx, period)} m join tills t on t.id = m.till_id cross join lateral (${dimension.part}) x
    join payments p on p.id = m.id join receipts n on n.payment_id = m.id join desks d on d.id = n.desk_id
    left join reversals r on r.id = m.reversal_id left join desks rd on rd.id = r.desk_id
    where ${cell ? dimension.is(cell) : sql`true`} ${older}
    order by m.at desc, m.id desc, m.sign desc ${limit === null ? sql`` : sql`limit ${limit}`}`)
  return found.map(paymentRow)
}

const paymentRow = (row: Found): PaymentRow => ({
  id: row.id,
  reversalId: row.reversal_id,
  at: instantOf(row.at),
  receipt: receiptNumber(row.desk, row.year, row.number),
  reversal:
    row.reversal_desk === null || row.reversal_year === null || row.reversal_number === null
      ? null
      : receiptNumber(row.reversal_desk, row.reversal_year, row.reversal_number),
  payer: row.payer_name,
  amount: cents(BigInt(row.amount) * BigInt(row.sign)),
  total: cents(BigInt(row.total) * BigInt(row.sign)),
})
