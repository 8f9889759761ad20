import type postgres from 'postgres'

/** A payment as the database has it, everything that hangs on it counted and summed. Cents are whole numbers as text. */
export type BookedPayment = {
  id: string
  desk: number
  receiptNumber: string | null
  total: string
  lines: string
  tendered: string
  given: string
  change: string
  receipts: number
  jobs: number
  logged: number
}

export const bookedPayments = (sql: postgres.Sql) =>
  sql<BookedPayment[]>`
    select p.id, d.number as desk, p.total_cents::text as total,
      (select format('%s-%s-%s', d.number, r.year, lpad(r.number::text, 6, '0')) from receipts r
        where r.payment_id = p.id and r.desk_id = d.id) as "receiptNumber",
      (select sum(amount_cents) from payment_lines where payment_id = p.id)::text as lines,
      (select sum(amount_cents) from payment_tenders where payment_id = p.id)::text as tendered,
      (select sum(given_cents) from payment_tenders where payment_id = p.id)::text as given,
      (select sum(change_cents) from payment_tenders where payment_id = p.id)::text as change,
      (select count(*) from receipts where payment_id = p.id)::int as receipts,
      (select count(*) from print_jobs where subject_id = p.id and kind = 'receipt')::int as jobs,
      (select count(*) from logbook where subject_id = p.id and act = 'payments.take')::int as logged
    from payments p join tills t on t.id = p.till_id join desks d on d.id = t.desk_id order by p.id`

export type BookedJob = {
  desk: number
  kind: string
  state: string
  confirmed: boolean
  receiptNumber: string | null
  total: string | null
  change: string | null
}

/** In the order in which they were owed. */
export const bookedJobs = (sql: postgres.Sql) =>
  sql<BookedJob[]>`
    select d.number as desk, j.kind, j.state, j.confirmed, p.total_cents::text as total, pt.change_cents::text as change,
      case when r.number is not null then format('%s-%s-%s', d.number, r.year, lpad(r.number::text, 6, '0')) end
        as "receiptNumber"
    from print_jobs j join desks d on d.printer_id = j.printer_id
      left join payments p on p.id = j.subject_id left join receipts r on r.payment_id = p.id
      left join payment_tenders pt on pt.payment_id = p.id
    order by j.ordinal`

export type BookedLine = {
  paymentId: string
  serviceId: string
  speed: string
  quantity: number
  price: string
}

export const bookedLines = (sql: postgres.Sql) =>
  sql<BookedLine[]>`
    select payment_id as "paymentId", service_id as "serviceId", speed, quantity, price_cents::text as price
    from payment_lines order by payment_id, ordinal`
