import type postgres from 'postgres'
import { TABLES, type Table } from '../expected/books.ts'
import { PAPERS_ADDED, WORK_ADDED } from './added-registry.ts'

export type Row = Record<string, string | number | null>

/** The server's clock when the books were read last: what an act of the next step writes is not older. */
export type Since = { at: string }

export type Query = (sql: postgres.Sql, since: Since) => PromiseLike<Row[]>

const number = (sql: postgres.Sql, desk: string, of: string) =>
  sql.unsafe(`format('%s-%s-%s', ${desk}.number, ${of}.year, lpad(${of}.number::text, 6, '0'))`)

/** What each table holds since then, one line of text for what hangs on a row: the same words as the expected rows. */
const ADDED: Record<Table, Query> = {
  ...PAPERS_ADDED,
  ...WORK_ADDED,
  tills: (sql, { at }) => sql`
    select t.id, d.number as desk, s.login as cashier, t.opening_float_cents::text as float
    from tills t join desks d on d.id = t.desk_id join staff s on s.id = t.staff_id
    where t.opened_at >= ${at}::text::timestamptz`,
  payments: (sql, { at }) => sql`
    select p.id, p.till_id as till, ${number(sql, 'd', 'r')} as receipt, p.total_cents::text as total, p.payer_name as payer,
      (select string_agg(format('%s %s %s x %s', coalesce(bill_id, service_id), speed, quantity, price_cents), '; '
        order by ordinal) from payment_lines where payment_id = p.id) as lines,
      (select string_agg(format('%s %s of %s back %s', tender, amount_cents, given_cents, change_cents), '; '
        order by ordinal) from payment_tenders where payment_id = p.id) as tenders
    from payments p left join receipts r on r.payment_id = p.id left join desks d on d.id = r.desk_id
    where p.taken_at >= ${at}::text::timestamptz`,
  closings: (sql, { at }) => sql`
    select c.till_id as till, d.number as desk, ${number(sql, 'd', 'c')} as number, c.expected_cents::text as expected,
      c.counted_cents::text as counted, c.difference_cents::text as difference, c.left_cents::text as left
    from till_closings c join desks d on d.id = c.desk_id where c.closed_at >= ${at}::text::timestamptz`,
  reversals: (sql, { at }) => sql`
    select r.id, r.payment_id as payment, r.till_id as till, ${number(sql, 'd', 'r')} as number, r.reason,
      r.confirmation_id as confirmation, r.refund_reference as refund
    from reversals r join desks d on d.id = r.desk_id where r.reversed_at >= ${at}::text::timestamptz`,
  movements: (sql, { at }) => sql`
    select id, till_id as till, kind, amount_cents::text as amount, reason, counterparty
    from cash_movements where moved_at >= ${at}::text::timestamptz`,
  bills: (sql, { at }) => sql`
    select b.id, b.number, b.amount_cents::text as amount, s.login as by, b.payer_id as payer
    from bills b join staff s on s.id = b.issued_by where b.issued_at >= ${at}::text::timestamptz`,
  withdrawals: (sql, { at }) => sql`
    select bill_id as bill, reason from bill_withdrawals where withdrawn_at >= ${at}::text::timestamptz`,
  deposits: (sql, { at }) => sql`
    select b.id, ${number(sql, 'd', 'b')} as number, s.login as by, b.amount_cents::text as amount,
      (select string_agg(till_id::text, ' ' order by till_id) from deposited_tills where deposit_id = b.id) as tills
    from bank_deposits b join desks d on d.id = b.desk_id join staff s on s.id = b.staff_id
    where b.made_at >= ${at}::text::timestamptz`,
  terminals: (sql, { at }) => sql`
    select id, terminal, stated_cents::text as stated, expected_cents::text as expected, reason
    from terminal_reports where reported_at >= ${at}::text::timestamptz`,
  confirmations: (sql, { at }) => sql`
    select c.id, s.login as by, c.act as of, c.subject_id as "subjectId", c.what
    from confirmations c join staff s on s.id = c.staff_id where c.given_at >= ${at}::text::timestamptz`,
  vouchers: (sql, { at }) => sql`
    select d.number as desk, v.direction, v.number, v.subject, v.subject_id as "subjectId", v.amount_cents::text as amount
    from cash_vouchers v join desks d on d.id = v.desk_id where v.issued_at >= ${at}::text::timestamptz`,
  papers: (sql, { at }) => sql`
    select d.number as desk, j.kind, coalesce(v.subject_id, j.subject_id) as "subjectId", j.copy
    from print_jobs j join desks d on d.id = j.desk_id left join cash_vouchers v on v.id = j.subject_id
    where j.queued_at >= ${at}::text::timestamptz`,
  logbook: (sql, { at }) => sql`
    select regexp_replace(who, '^.*_staff_', '') as who, desk, act, subject_id as "subjectId"
    from logbook where at >= ${at}::text::timestamptz and act not in ('staff.sign_in', 'print.resolve') order by id`,
}

/** Everything that was written since, and when this was read. */
export async function addedSince(
  sql: postgres.Sql,
  since: Since,
): Promise<{ added: Record<Table, Row[]>; now: Since }> {
  const [[now], ...rows] = await Promise.all([
    sql<[Since]>`select clock_timestamp()::text as at`,
    ...TABLES.map(table => ADDED[table](sql, since)),
  ])
  const added = Object.fromEntries(TABLES.map((table, at) => [table, [...rows[at]!]]))
  return { added: added as Record<Table, Row[]>, now }
}
