import { type SQL, sql } from 'drizzle-orm'
import { instantOf } from '../../db/columns.ts'
import type { Board } from '../../rules/board.ts'
import { cents } from '../../rules/money.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'

/** Every desk as it is now: till, cash held against the limit, papers that are stuck, last payment, pace. One round trip. */
export async function seeBoard(ctx: Ctx): Promise<Board> {
  authorise(ctx, 'board.see')
  const rows = await ctx.db.execute<Row>(boardQuery(ctx.today))
  const [first] = rows
  return {
    asOf: first ? instantOf(first.as_of) : ctx.now,
    limit: first?.till_limit ? cents(BigInt(first.till_limit)) : null,
    rows: rows.map(row => ({
      desk: { number: row.desk, name: row.desk_name },
      till:
        row.till && row.cashier && row.opened_at
          ? {
              id: row.till,
              cashier: row.cashier,
              openedAt: instantOf(row.opened_at),
              held: cents(BigInt(row.held ?? 0)),
            }
          : null,
      payments: row.payments,
      lastPaymentAt: row.last_at ? instantOf(row.last_at) : null,
      pace: { last15: row.last15, last60: row.last60, served_ms: row.served_ms },
      papers: { late: row.late, failed: row.failed, unsure: row.unsure },
    })),
  }
}

type Row = {
  as_of: string
  till_limit: string | null
  desk: number
  desk_name: string
  till: string | null
  cashier: string | null
  opened_at: string | null
  held: string | null
  payments: number
  last_at: string | null
  last15: number
  last60: number
  served_ms: number | null
  late: number
  failed: number
  unsure: number
}

/**
 * Reads the payments of the day, those of the open tills, and the papers that are owed: nothing that grows with the years.
 * When the day began is an expression and no parameter: the plan that the server keeps knows how little a day is.
 */
const boardQuery = (today: Temporal.PlainDate): SQL => sql`
  with today as materialized (
    select till_id, count(*) as payments, max(taken_at) as last_at,
      count(*) filter (where taken_at > now() - interval '15 minutes') as last15,
      count(*) filter (where taken_at > now() - interval '60 minutes') as last60,
      sum(served_ms) filter (where taken_at > now() - interval '60 minutes') as served,
      count(served_ms) filter (where taken_at > now() - interval '60 minutes') as measured
    from payments where taken_at >= date_trunc('day', now() at time zone 'Europe/Sofia') at time zone 'Europe/Sofia'
    group by till_id),
  paid as (
    select (select desk_id from tills where id = d.till_id), sum(d.payments)::int as payments, max(d.last_at) as last_at, sum(d.last15)::int as last15,
      sum(d.last60)::int as last60, (sum(d.served) / nullif(sum(d.measured), 0))::float8 as served_ms
    from today d group by 1),
  owed as (
    select desk_id, count(*) filter (where state = 'failed')::int as failed,
      count(*) filter (where state = 'unsure')::int as unsure,
      count(*) filter (where state in ('queued', 'sending') and queued_at < now() - interval '1 minute')::int as late
    from print_jobs where state <> 'printed' group by desk_id)
  select now() as as_of, d.number as desk, d.name as desk_name, o.till_id as till, s.name as cashier, t.opened_at,
    (select amount_cents from settings where key = 'till_limit' and valid_from <= ${today.toString()}::date
      order by valid_from desc limit 1) as till_limit,
    t.opening_float_cents
      + (select coalesce(sum(c.amount_cents), 0) from payments p join payment_tenders c on c.payment_id = p.id
          where p.till_id = t.id and c.tender = 'cash')
      - (select coalesce(sum(c.amount_cents), 0) from reversals r join payment_tenders c on c.payment_id = r.payment_id
          where r.till_id = t.id and c.tender = 'cash')
      + (select coalesce(sum(case m.kind when 'pay_in' then m.amount_cents else -m.amount_cents end), 0)
          from cash_movements m where m.till_id = t.id) as held,
    coalesce(paid.payments, 0) as payments, paid.last_at, coalesce(paid.last15, 0) as last15,
    coalesce(paid.last60, 0) as last60, paid.served_ms,
    coalesce(owed.late, 0) as late, coalesce(owed.failed, 0) as failed, coalesce(owed.unsure, 0) as unsure
  from desks d left join open_tills o on o.desk_id = d.id left join tills t on t.id = o.till_id
    left join staff s on s.id = o.staff_id left join paid on paid.desk_id = d.id left join owed on owed.desk_id = d.id
  order by d.number`
