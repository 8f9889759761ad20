import { type SQL, sql } from 'drizzle-orm'
import { instantOf } from '../../db/columns.ts'
import { cents } from '../../rules/money.ts'
import type { Period } from '../../rules/reports/periods.ts'
import type { TerminalDay } from '../../rules/terminals.ts'
import type { Ctx } from '../context.ts'
import { within } from '../reports/lookup.ts'
import type { Tx } from '../transaction.ts'

type Row = {
  terminal: string
  day: string
  payments: string
  paid: string
  reversals: string
  returned: string
  stated: string | null
  expected: string | null
  reason: string | null
  who: string | null
  reported_at: string | null
}

/** `offset 0` keeps it a look-up by the payment, so that only the tenders of the period are read, however many there are. */
const cardsOf = (payment: SQL): SQL =>
  sql`select terminal, amount_cents from payment_tenders where payment_id = ${payment} and tender = 'card' offset 0`

/** What the terminals took in the days of a period beside their last reports, by day and terminal; only what moved or was reported. */
export async function terminalDays(
  db: Ctx['db'] | Tx,
  period: Period,
  terminal: string | null = null,
): Promise<TerminalDay[]> {
  const only = (column: SQL) => (terminal === null ? sql`true` : sql`${column} = ${terminal}`)
  const rows = await db.execute<Row>(sql`
    with moved as (
      select pt.terminal, (p.taken_at at time zone 'Europe/Sofia')::date as day, pt.amount_cents as paid, null::bigint as returned
        from payments p cross join lateral (${cardsOf(sql`p.id`)}) pt
        where ${within(sql`p.taken_at`, period)} and ${only(sql`pt.terminal`)}
      union all
      select pt.terminal, (r.reversed_at at time zone 'Europe/Sofia')::date, null, pt.amount_cents
        from reversals r cross join lateral (${cardsOf(sql`r.payment_id`)}) pt
        where ${within(sql`r.reversed_at`, period)} and ${only(sql`pt.terminal`)}),
    sums as (
      select terminal, day, count(paid) as payments, coalesce(sum(paid), 0) as paid, count(returned) as reversals,
          coalesce(sum(returned), 0) as returned from moved group by terminal, day),
    last as (
      select distinct on (t.day, t.terminal) t.terminal, t.day, t.stated_cents as stated, t.expected_cents as expected,
          t.reason, s.name as who, t.reported_at
        from terminal_reports t join staff s on s.id = t.staff_id
        where t.day between ${period.from.toString()}::date and ${period.to.toString()}::date and ${only(sql`t.terminal`)}
        order by t.day, t.terminal, t.reported_at desc, t.id desc)
    select terminal, day::text, coalesce(payments, 0) as payments, coalesce(paid, 0) as paid, coalesce(reversals, 0) as reversals,
        coalesce(returned, 0) as returned, stated, expected, reason, who, reported_at
      from sums full join last using (terminal, day) order by day, terminal`)
  return rows.map(dayOfRow)
}

const dayOfRow = (row: Row): TerminalDay => ({
  terminal: row.terminal,
  day: Temporal.PlainDate.from(row.day),
  payments: Number(row.payments),
  paid: cents(BigInt(row.paid)),
  reversals: Number(row.reversals),
  returned: cents(BigInt(row.returned)),
  report:
    row.reported_at === null
      ? null
      : {
          stated: cents(BigInt(row.stated ?? 0)),
          expected: cents(BigInt(row.expected ?? 0)),
          reason: row.reason,
          who: row.who ?? '',
          at: instantOf(row.reported_at),
        },
})
