import { randomUUIDv7 } from 'node:crypto'
import type postgres from 'postgres'
import type { PaymentTaken } from '../office/payments/lookup.ts'
import { takePayment } from '../office/payments/take-payment.ts'
import { listServices } from '../office/services/list-services.ts'
import type { Session } from '../office/staff/sign-in.ts'
import { type BasketLine, lineFor, totalOf } from '../rules/payments.ts'
import { figure, median, percentile, timed } from './figures.ts'
import { type BenchTown, benchTown } from './town.ts'
import { roundTrips } from './trips.ts'

const CLIENTS = [1, 4, 8]
const WARM_UP = 300
const ROUNDS = 400

/** takePayment against one hand-written statement that inserts the same rows under the same walls, turn by turn. */
export async function benchPayments(): Promise<void> {
  const town = await benchTown(Math.max(...CLIENTS))
  try {
    const sessions = await Promise.all(
      Array.from({ length: Math.max(...CLIENTS) }, (_, at) => town.session(at + 1)),
    )
    const [first] = sessions
    if (!first) return
    const basket = await threeLines(first)
    for (const session of sessions)
      for (let turn = 0; turn < WARM_UP / sessions.length; turn++) await pay(session, basket)
    await town.analyze()
    for (const clients of CLIENTS) await compare(sessions.slice(0, clients), basket)
    figure('payments.roundtrips', await roundTrips(town, one => pay(one, basket)), 'round-trips')
    await benchBills(town, first)
    await Promise.all(sessions.map(session => session.close()))
  } finally {
    await town.end()
  }
}

export async function threeLines(session: Session): Promise<BasketLine[]> {
  const services = (await listServices(session.ctx())).filter(
    s => s.pricing === 'fixed' && (s.fees.normal?.cents ?? 0n) > 0n,
  )
  const departments = Map.groupBy(services, service => service.department.id)
  const [one, other] = [...departments.values()]
  return [one?.[0], one?.[1], other?.[0]].flatMap(service => (service ? [lineFor(service)] : []))
}

export const pay = (session: Session, basket: BasketLine[]): Promise<PaymentTaken> =>
  takePayment(session.ctx(), {
    paymentId: randomUUIDv7(),
    lines: basket.map(l => ({
      serviceId: l.service.id,
      speed: l.speed,
      quantity: l.quantity,
      price: l.price ?? 0n,
    })),
    given: 10_000n,
  })

/** Each client does its payments one after another; payment and floor take turns so that both meet the same machine. */
async function compare(sessions: Session[], basket: BasketLine[]): Promise<void> {
  const ours: number[] = []
  const floor: number[] = []
  const templates = await Promise.all(
    sessions.map(async session => floorRows(session, await pay(session, basket), basket)),
  )
  const turns = Math.ceil(ROUNDS / sessions.length)
  for (let turn = 0; turn < turns; turn++) {
    await Promise.all(sessions.map(async session => ours.push(await timed(() => pay(session, basket)))))
    await Promise.all(
      sessions.map(async (session, at) =>
        floor.push(await timed(() => floorStatement(session.database.sql, templates[at]!))),
      ),
    )
  }
  const tag = sessions.length === 1 ? 'payments' : `payments.${sessions.length}clients`
  figure(`${tag}.p50`, median(ours), 'ms')
  figure(`${tag}.p99`, percentile(ours, 0.99), 'ms')
  figure(`${tag}.floor.p50`, median(floor), 'ms')
  figure(`${tag}.floor.p99`, percentile(floor, 0.99), 'ms')
  figure(`${tag}.p50.ratio`, median(ours) / median(floor), 'x')
  figure(`${tag}.p99.ratio`, percentile(ours, 0.99) / percentile(floor, 0.99), 'x')
}

type FloorRows = {
  till: string
  total: string
  given: string
  lines: string
  printer: string
  desk: string
  title: string
  paper: string
}

async function floorRows(session: Session, taken: PaymentTaken, basket: BasketLine[]): Promise<FloorRows> {
  const { sql } = session.database
  const [till] = await sql<
    { till_id: string }[]
  >`select till_id from open_tills where staff_id = ${session.who.id}`
  const lines = basket.map((l, at) => ({
    ordinal: at + 1,
    service_id: l.service.id,
    department_id: l.service.department.id,
    name: l.service.name.bg,
    price_cents: Number(l.price),
    payment_code: l.service.paymentCode,
  }))
  return {
    till: till?.till_id ?? '',
    total: totalOf(basket).toString(),
    given: '10000',
    lines: JSON.stringify(lines),
    printer: session.desk?.printerId ?? '',
    desk: session.desk?.id ?? '',
    title: taken.paper.title,
    paper: JSON.stringify(taken.paper),
  }
}

/** What a person would write who knew every row beforehand: one statement, the same triggers and checks. */
const floorStatement = (sql: postgres.Sql, r: FloorRows) => sql`
  with p as (insert into payments (id, till_id, total_cents, content) values (${randomUUIDv7()}, ${r.till}, ${r.total}, 'floor') returning id),
  l as (insert into payment_lines (payment_id, ordinal, service_id, department_id, name, speed, quantity, price_cents, amount_cents, payment_code)
    select p.id, x.ordinal, x.service_id, x.department_id, x.name, 'normal', 1, x.price_cents, x.price_cents, x.payment_code
    from p, json_to_recordset(${r.lines}::text::json) as x(ordinal smallint, service_id uuid, department_id uuid, name text, price_cents bigint, payment_code text)),
  t as (insert into payment_tenders (payment_id, ordinal, tender, amount_cents, given_cents, change_cents)
    select id, 1, 'cash', ${r.total}::bigint, ${r.given}::bigint, ${r.given}::bigint - ${r.total}::bigint from p),
  n as (insert into receipts (payment_id) select id from p returning number),
  j as (insert into print_jobs (id, printer_id, desk_id, kind, subject_id, title, paper)
    select ${randomUUIDv7()}::uuid, ${r.printer}::uuid, ${r.desk}::uuid, 'receipt', id, ${r.title}, ${r.paper}::text::jsonb from p)
  insert into logbook (desk, act, subject_id, facts) select 1, 'payments.take', p.id, json_build_object('receipt', n.number, 'total_cents', ${r.total}::bigint) from p, n`

const BILLS = 3
const BILL_ROUNDS = 200

/** A payment of a named payer for three bills, against the floor statement for three services, turn by turn. */
async function benchBills(town: BenchTown, session: Session): Promise<void> {
  const { payer, sets } = await manyBills(town, BILL_ROUNDS + 40)
  const once = (one: Session) => payBills(one, payer, sets.pop() ?? [])
  const basket = await threeLines(session)
  const template = await floorRows(session, await pay(session, basket), basket)
  const ours: number[] = []
  const floor: number[] = []
  for (let turn = 0; turn < BILL_ROUNDS; turn++) {
    ours.push(await timed(() => once(session)))
    floor.push(await timed(() => floorStatement(session.database.sql, template)))
  }
  figure('payments.bills.p50', median(ours), 'ms')
  figure('payments.bills.p50.ratio', median(ours) / median(floor), 'x')
  figure('payments.bills.roundtrips', await roundTrips(town, once), 'round-trips')
}

const payBills = (session: Session, payerId: string, bills: string[]): Promise<PaymentTaken> =>
  takePayment(session.ctx(), {
    paymentId: randomUUIDv7(),
    lines: bills.map(billId => ({ billId })),
    given: null,
    payerId,
  })

/** A payer with so many times three bills of a cent. */
async function manyBills({ sql }: BenchTown, times: number): Promise<{ payer: string; sets: string[][] }> {
  const payer = randomUUIDv7()
  await sql`insert into parties (id, kind, name, name_folded) values (${payer}, 'person', 'Платец', ' платец')`
  const bills = await sql<{ id: string }[]>`
    insert into bills (id, kind, number, payer_id, service_id, department_id, name, amount_cents, issued_by)
    select gen_random_uuid(), 'request', 'Б-' || n, ${payer}, s.id, s.department_id, s.name_bg, 1, (select id from staff limit 1)
    from generate_series(1, ${times * BILLS}::int) n, (select * from services order by code limit 1) s returning id`
  await sql`vacuum analyze bills, open_bills, parties`
  const ids = bills.map(bill => bill.id)
  return { payer, sets: Array.from({ length: times }, (_, at) => ids.slice(at * BILLS, (at + 1) * BILLS)) }
}
