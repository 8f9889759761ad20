import { sql } from 'drizzle-orm'
import { cents } from '../../rules/money.ts'
import type { CashBy, CashRow, CashSums } from '../../rules/reports/cash.ts'
import type { Period } from '../../rules/reports/periods.ts'
import type { TenderKind } from '../../rules/tenders.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'
import { atOneMoment, dimensionOf, movesOf, paymentKinds } from './lookup.ts'

/** Another period to be summed up in the same way, at the same moment. */
export type CashReport = CashSums & { before: CashSums | null }

type Narrower = { tender?: TenderKind | null; compare?: Period | null }

/**
 * What came in during a period (both days included) less what went back, by one dimension; `payments` counts each payment
 * once. A reversal is taken off at its own time, from the desk and the cashier who gave the money back. A cashier sees the
 * own tills only. With `tender` only the money that came by it; `compare` sums up another period beside this one.
 */
export async function cashReport(
  ctx: Ctx,
  period: Period,
  by: CashBy,
  { tender = null, compare = null }: Narrower = {},
): Promise<CashReport> {
  authorise(ctx, 'reports.cash')
  if (compare === null) return { ...(await sumsOf(ctx.db, ctx, period, by, tender)), before: null }
  return atOneMoment(ctx, async tx => {
    const [sums, before] = await Promise.all([
      sumsOf(tx, ctx, period, by, tender),
      sumsOf(tx, ctx, compare, by, tender),
    ])
    return { ...sums, before }
  })
}

type SummedRow = {
  key: string
  name: string
  payments: string
  quantity: string
  gross: string
  reversed: string
  all_payments: string
}

/** One statement; without a row there is no payment either. */
async function sumsOf(
  db: Ctx['db'] | Tx,
  ctx: Ctx,
  period: Period,
  by: CashBy,
  tender: TenderKind | null,
): Promise<CashSums> {
  const { part, key, name, of } = dimensionOf(by, tender, ctx.lang)
  const byTender =
    tender === null
      ? sql``
      : sql`and exists (select from payment_tenders pt where pt.payment_id = m.id and pt.tender = ${tender})`
  const rows = await db.execute<SummedRow>(sql`
    with m as ${movesOf(ctx, period)}
    select ${key} as key, ${name} as name, g.payments, g.quantity::text, g.gross::text, g.reversed::text,
      (select count(*) from m where sign = 1 ${byTender}) as all_payments from (
      select x.k, x.called, count(*) filter (where m.sign = 1) as payments, sum(m.sign * x.quantity) as quantity,
        coalesce(sum(x.amount) filter (where m.sign = 1), 0) as gross,
        coalesce(sum(x.amount) filter (where m.sign = -1), 0) as reversed
      from m join tills t on t.id = m.till_id cross join lateral (${part}) x
      group by 1, 2) g ${of} order by 1, 2`)
  const kinds = by === 'payment-code' ? paymentKinds(ctx.lang) : null
  return {
    rows: rows.map(row => cashRow({ ...row, name: kinds?.get(row.key) ?? row.name })),
    payments: Number(rows[0]?.all_payments ?? 0),
  }
}

function cashRow({ key, name, payments, quantity, ...row }: SummedRow): CashRow {
  const [gross, reversed] = [BigInt(row.gross), BigInt(row.reversed)]
  return {
    key,
    name,
    payments: Number(payments),
    quantity: Number(quantity),
    gross: cents(gross),
    reversed: cents(reversed),
    amount: cents(gross - reversed),
  }
}
