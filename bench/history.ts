import type postgres from 'postgres'

/** So many payments a year, each of three lines on average, at eight desks on about 260 working days. */
export const PAYMENTS_A_YEAR = 350_000
export const DESKS = 8
const A_DAY = Math.round(PAYMENTS_A_YEAR / 260)
const SECONDS_BETWEEN = (8 * 3600) / A_DAY

/**
 * Fills a town with the payments of a year that ended `yearsAgo` years before yesterday: a till per desk and working day, ids
 * that ascend in time, one reversal in two hundred. Written by the owner with the walls down: it is the reading that is measured.
 */
export async function writeYear(sql: postgres.Sql, yearsAgo: number): Promise<void> {
  await sql.begin(async tx => {
    await tx`set local session_replication_role = replica`
    await tx`create function bench_id(at timestamptz, salt bigint) returns uuid language sql immutable as $$
      select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(salt::text), 1, 3) || '8'
        || substr(md5(salt::text), 4, 15))::uuid $$`
    await tx`create temporary table bench_days on commit drop as
      select day::date as day, (day::date - date '2000-01-01') as n
      from generate_series(current_date - ${yearsAgo + 1}::int * 365, current_date - ${yearsAgo}::int * 365 - 1, interval '1 day') day
      where extract(isodow from day) < 6`
    await tx`insert into tills (id, desk_id, staff_id, opened_at, opening_float_cents)
      select bench_id(day + time '08:00', d.number + n * 100), d.id, s.id, day + time '08:00', 5000
      from bench_days, desks d join staff s on s.login = 'bench' || d.number order by day, d.number`
    await writePayments(tx)
    await writeLines(tx)
    await writeReversals(tx)
    await tx`drop function bench_id`
  })
  await sql`vacuum analyze`
}

/** `i` numbers the payments of all years. */
async function writePayments(tx: postgres.TransactionSql): Promise<void> {
  await tx`create temporary table bench_payments on commit drop as
    select bench_id(p.at, p.i) as id, t.id as till_id, t.desk_id, p.at, p.i, (1 + p.i * 7919 % 5)::int as lines
    from (select i, d.day, 1 + i % ${DESKS}::int as desk,
        d.day + time '08:00' + (i % ${A_DAY}::int) * ${SECONDS_BETWEEN}::float8 * interval '1 second' as at
      from bench_days d cross join lateral generate_series(d.n::bigint * ${A_DAY}::int, (d.n::bigint + 1) * ${A_DAY}::int - 1) i) p
    join desks d on d.number = p.desk join tills t on t.desk_id = d.id and t.opened_at = p.day + time '08:00'`
  await tx`analyze bench_payments`
  await tx`insert into receipts (payment_id, desk_id, year, number)
    select id, desk_id, extract(year from at at time zone 'Europe/Sofia'), i from bench_payments order by at`
}

async function writeLines(tx: postgres.TransactionSql): Promise<void> {
  await tx`create temporary table bench_lines on commit drop as
    select p.id, p.till_id, p.at, p.i, n as ordinal, s.id as service_id, s.department_id, s.name_bg, s.payment_code,
      (1 + (p.i + n) % 3)::int as quantity, (100 + (p.i * 31 + n * 17) % 3000)::bigint as price
    from bench_payments p cross join lateral generate_series(1, p.lines) n
    join (select *, row_number() over (order by code) - 1 as at, count(*) over () as all from services) s
      on s.at = (p.i * 13 + n * 29) % s.all`
  await tx`analyze bench_lines`
  await tx`insert into payments (id, till_id, taken_at, total_cents, content, served_ms)
    select id, till_id, at, sum(price * quantity), i, 20000 + i * 7 % 90000
    from bench_lines group by id, till_id, at, i order by at, i`
  await tx`insert into payment_lines (payment_id, ordinal, service_id, department_id, name, speed, quantity, price_cents,
      amount_cents, payment_code)
    select id, ordinal, service_id, department_id, name_bg, 'normal', quantity, price, price * quantity, payment_code
    from bench_lines order by i, ordinal`
  await tx`insert into payment_tenders (payment_id, ordinal, tender, amount_cents, given_cents, change_cents)
    select id, 1, 'cash', sum(price * quantity), sum(price * quantity), 0 from bench_lines group by id, i order by i`
}

async function writeReversals(tx: postgres.TransactionSql): Promise<void> {
  await tx`insert into confirmations (id, act, subject_id, staff_id)
    select bench_id(p.at, -i), 'reversals.make', p.id, s.id from bench_payments p, staff s where i % 200 = 0 and s.login = 'head'`
  await tx`insert into reversals (id, payment_id, till_id, reversed_at, reason, confirmation_id, desk_id, year, number)
    select id, id, till_id, at + interval '5 minutes', 'сгрешена услуга', bench_id(at, -i), desk_id, extract(year from at), i
    from bench_payments where i % 200 = 0`
}
