import type postgres from 'postgres'
import { BROKEN_REGISTRY, REGISTRY_NEVER_CHANGES } from './whole-registry.ts'

/** Rows that must not exist, whatever was done: each query names the invariant that its rows break. */
const BROKEN: Record<string, string> = {
  ...BROKEN_REGISTRY,
  'numbers of receipts are 1 to N': series('receipts', 'receipt'),
  'numbers of reversals are 1 to N': series('reversals', 'reversal'),
  'numbers of Z are 1 to N': series('till_closings', 'z'),
  'numbers of deposits are 1 to N': series('bank_deposits', 'deposit'),
  'numbers of cash-in vouchers are 1 to N': series("cash_vouchers where direction = 'in'", 'cash_in'),
  'numbers of cash-out vouchers are 1 to N': series("cash_vouchers where direction = 'out'", 'cash_out'),
  'every payment has one receipt': `
    select p.id from payments p left join receipts r on r.payment_id = p.id where r.number is null`,
  'sum of lines = total = sum of tenders': `
    select p.id, p.total_cents, l.lines, t.tenders from payments p
      left join (select payment_id, sum(amount_cents) as lines from payment_lines group by 1) l on l.payment_id = p.id
      left join (select payment_id, sum(amount_cents) as tenders from payment_tenders group by 1) t on t.payment_id = p.id
    where l.lines is distinct from p.total_cents or t.tenders is distinct from p.total_cents`,
  'given − change = amount, and only cash has change': `
    select * from payment_tenders
    where given_cents - change_cents <> amount_cents or (tender <> 'cash' and change_cents <> 0)`,
  // Times are those at which a transaction began: a payment may be ready first that began a moment later.
  'no payment after the closing of its till': `
    select p.id, p.taken_at, c.closed_at from payments p join till_closings c using (till_id)
    where p.taken_at > c.closed_at + interval '1 minute'`,
  'a closing expects what its till holds': `
    select till_id, expected_cents, till_cash(till_id) as holds from till_closings
    where expected_cents <> till_cash(till_id) or difference_cents <> counted_cents - expected_cents`,
  'the cash book of a desk ends with what was left and what came since': `
    select d.number, v.balance, coalesce(c.left_cents, 0) as left_in_drawer, coalesce(o.since, 0) as since from desks d
      left join lateral (select left_cents from till_closings where desk_id = d.id order by closed_at desc, number desc limit 1) c
        on true
      left join lateral (select coalesce(sum(case direction when 'in' then amount_cents else -amount_cents end), 0) as balance
        from cash_vouchers where desk_id = d.id) v on true
      left join lateral (select sum(case direction when 'in' then amount_cents else -amount_cents end) as since
        from cash_vouchers v join open_tills t on t.till_id = v.till_id where t.desk_id = d.id) o on true
    where v.balance <> coalesce(c.left_cents, 0) + coalesce(o.since, 0)`,
  'a till is open or closed': `
    select t.id from tills t left join open_tills o on o.till_id = t.id left join till_closings c on c.till_id = t.id
    where (o.till_id is null) = (c.till_id is null)`,
  'a bill is open, withdrawn or paid once': `
    select b.number from bills b
      left join open_bills o on o.bill_id = b.id left join bill_withdrawals w on w.bill_id = b.id
      left join lateral (select count(*) as paid from payment_lines l
        where l.bill_id = b.id and not exists (select from reversals r where r.payment_id = l.payment_id)) p on true
    where num_nonnulls(o.bill_id, w.bill_id) + p.paid <> 1`,
  'every payment owes one receipt': papers('payments', 'id', 'receipt'),
  'every closing owes its paper': papers('till_closings', 'till_id', 'till-closing'),
  'every reversal owes its paper': papers('reversals', 'payment_id', 'reversal'),
  'every deposit owes its list': papers('bank_deposits', 'id', 'deposit'),
  'cash is moved with one voucher and one paper': `
    select m.id, m.kind from cash_movements m left join cash_vouchers v on v.subject_id = m.id and v.subject = 'movement'
      left join print_jobs j on j.subject_id = coalesce(v.id, m.id) and j.copy = 0
    where (m.kind = 'no_sale') <> (v.id is null) or j.id is null or v.amount_cents <> m.amount_cents
      or j.kind <> case m.kind when 'pay_in' then 'cash-in-voucher' when 'pay_out' then 'cash-out-voucher' else 'no-sale' end`,
  'a reversal is confirmed by somebody else, for this payment': `
    select r.id from reversals r join tills t on t.id = r.till_id join confirmations c on c.id = r.confirmation_id
    where c.staff_id = t.staff_id or c.subject_id <> r.payment_id or c.act <> 'reversals.make'`,
  'what waits for the bank is listed, and nothing else': `
    select till_id from (select till_id from till_closings c where counted_cents > left_cents
      and not exists (select from deposited_tills d where d.till_id = c.till_id)) waiting
      full join undeposited_tills listed using (till_id) where waiting is null or listed is null`,
  'a deposit is what its tills handed over': `
    select b.id, b.amount_cents, sum(c.counted_cents - c.left_cents) from bank_deposits b
      left join deposited_tills t on t.deposit_id = b.id left join till_closings c on c.till_id = t.till_id
    group by b.id having b.amount_cents is distinct from sum(c.counted_cents - c.left_cents)`,
  'no drawer holds less than nothing': `
    select till_id from open_tills where till_cash(till_id) < 0`,
  'every reversal has one line in the logbook': logged('reversals', 'payment_id', 'reversals.make'),
  'every movement has one line in the logbook': logged('cash_movements', 'id', 'tills.move_cash'),
  'every deposit has one line in the logbook': logged('bank_deposits', 'id', 'books.deposit'),
  'every withdrawal has one line in the logbook': logged('bill_withdrawals', 'bill_id', 'bills.withdraw'),
  'every payment has one line in the logbook': logged('payments', 'id', 'payments.take'),
  'every opening has one line in the logbook': logged('tills', 'id', 'tills.open'),
  'every closing has one line in the logbook': logged('till_closings', 'till_id', 'tills.close'),
  'the logbook tells of nothing that was not done': `
    select act, subject_id from logbook l where case act
      when 'payments.take' then not exists (select from payments where id = subject_id)
      when 'reversals.make' then not exists (select from reversals where payment_id = subject_id)
      when 'tills.open' then not exists (select from tills where id = subject_id)
      when 'tills.close' then not exists (select from till_closings where till_id = subject_id)
      when 'tills.move_cash' then not exists (select from cash_movements where id = subject_id)
      when 'bills.issue' then not exists (select from bills where id = subject_id)
      when 'bills.withdraw' then not exists (select from bill_withdrawals where bill_id = subject_id)
      when 'books.deposit' then not exists (select from bank_deposits where id = subject_id)
      else false end`,
}

function series(table: string, of: string): string {
  return `select n.desk_id, n.year, n.last_number, r.many, r.first, r.last from
      (select * from number_series where series = '${of}') n full join
      (select desk_id, year, count(*) as many, count(distinct number) as different, min(number) as first, max(number) as last
        from ${table} group by desk_id, year) r on r.desk_id = n.desk_id and r.year = n.year
    where (n.last_number = r.many and r.different = r.many and r.first = 1 and r.last = r.many) is not true`
}

function papers(table: string, id: string, kind: string): string {
  return `select t.${id}, j.originals from ${table} t left join
      (select subject_id, count(*) filter (where copy = 0) as originals, count(*) as many, max(copy) as last
        from print_jobs where kind = '${kind}' group by 1) j on j.subject_id = t.${id}
    where (j.originals = 1 and j.many = j.last + 1) is not true`
}

function logged(table: string, id: string, act: string): string {
  return `select t.${id}, l.lines from ${table} t left join
      (select subject_id, count(*) as lines from logbook where act = '${act}' group by 1) l on l.subject_id = t.${id}
    where l.lines is distinct from 1`
}

/** The first invariant that does not hold in the whole of the books, with some of the rows that break it; or null. */
export async function brokenInBooks(
  sql: postgres.Sql,
): Promise<{ invariant: string; rows: object[] } | null> {
  for (const [invariant, query] of Object.entries(BROKEN)) {
    const rows = await sql.unsafe(`${query} limit 3`)
    if (rows.length > 0) return { invariant, rows: [...rows] }
  }
  return null
}

/** Tables whose rows never change: what tells one row from another. */
const NEVER_CHANGE: Record<string, string> = {
  ...REGISTRY_NEVER_CHANGES,
  tills: 'id',
  till_closings: 'till_id',
  payments: 'id',
  payment_lines: "payment_id || ' ' || ordinal",
  payment_tenders: "payment_id || ' ' || ordinal",
  receipts: 'payment_id',
  reversals: 'id',
  confirmations: 'id',
  cash_movements: 'id',
  cash_vouchers: 'id',
  bills: 'id',
  bill_withdrawals: 'bill_id',
  bank_deposits: 'id',
  terminal_reports: 'id',
  deposited_tills: 'till_id',
  logbook: 'id',
  'papers of print_jobs': 'id',
}

/** A row's key and the hash of all that it says. */
export type Seals = Map<string, string>

/** Seals every row of the books. */
export async function sealsOf(sql: postgres.Sql): Promise<Seals> {
  const seals: Seals = new Map()
  for (const [table, key] of Object.entries(NEVER_CHANGE)) {
    const [from, row] =
      table === 'papers of print_jobs'
        ? ['print_jobs', 'row(printer_id, desk_id, kind, subject_id, copy, title, paper, queued_at)']
        : [table, 't']
    const rows = await sql.unsafe<{ key: string; seal: string }[]>(
      `select (${key})::text as key, md5((${row})::text) as seal from ${from} t`,
    )
    for (const { key, seal } of rows) seals.set(`${table} ${key}`, seal)
  }
  return seals
}

/** A row that was sealed and is gone or says something else; or null. */
export function brokenSeal(before: Seals, now: Seals): string | null {
  for (const [row, seal] of before) if (now.get(row) !== seal) return row
  return null
}
