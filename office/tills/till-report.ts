import { type SQL, sql } from 'drizzle-orm'
import { instantOf } from '../../db/columns.ts'
import type { CountedMoney } from '../../rules/counting.ts'
import type { Lang } from '../../rules/languages.ts'
import { type Cents, cents, sumCents, ZERO } from '../../rules/money.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { xReportPaper } from '../../rules/papers/x-report.ts'
import { receiptNumber } from '../../rules/payments.ts'
import { refusal } from '../../rules/refusal.ts'
import type { TenderKind } from '../../rules/tenders.ts'
import type { MovementKind, TillReport } from '../../rules/till-report.ts'
import { tillSums } from '../../rules/tills.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { paperTexts } from '../papers.ts'
import { paymentKinds } from '../reports/lookup.ts'
import type { Tx } from '../transaction.ts'

/**
 * What went through a till until now, or, once it is closed, its Z from rows that never change; one round trip, all sums of
 * one moment. A cashier sees the own tills, others all. Refuses a till that is not there.
 */
export async function tillReport(ctx: Ctx, tillId: string): Promise<TillReport> {
  authorise(ctx, 'tills.see')
  const report = await tillReportOf(ctx.db, tillId, ctx.lang)
  if (!report || (ctx.who.post === 'cashier' && report.cashier.id !== ctx.who.id))
    throw refusal('till.not_open', {})
  return report
}

/** The same as the X that could be printed at this moment. */
export async function xReport(ctx: Ctx, tillId: string): Promise<{ report: TillReport; paper: Paper }> {
  const report = await tillReport(ctx, tillId)
  const facts = { town: ctx.town, report, madeAt: ctx.now, madeBy: ctx.who.name }
  return { report, paper: xReportPaper(facts, paperTexts(ctx.lang), ctx.lang) }
}

/** The same for whoever may see it already, as when the till is being closed. */
export async function tillReportOf(
  db: Ctx['db'] | Tx,
  tillId: string,
  lang: Lang,
): Promise<TillReport | null> {
  const [row] = await db.execute<Row>(reportQuery(tillId, lang))
  return row?.till ? asReport(row, row.till, lang) : null
}

/** Whole numbers of cents, as JSON has them. */
type Row = {
  till: {
    id: string
    desk: { id: string; number: number; name: string }
    cashier: { id: string; name: string }
    opened_at: string
    float: number
  } | null
  closing: {
    year: number
    number: number
    closed_at: string
    counted: number
    difference: number
    reason: string | null
    money: CountedMoney | null
    kept: number
  } | null
  payments: number
  first: Numbered | null
  last: Numbered | null
  tenders: { tender: TenderKind; payments: number; amount: number }[] | null
  returned: Row['tenders']
  terminals: { terminal: string; payments: number; amount: number; returned: number }[] | null
  services:
    | { department: string; code: string | null; name: string; quantity: number; amount: number }[]
    | null
  codes: { code: string | null; amount: number; returned: number }[] | null
  reversals: (Numbered & { receipt: Numbered & { desk: number }; amount: number; reason: string })[] | null
  movements:
    | {
        kind: MovementKind
        at: string
        amount: number
        reason: string
        counterparty: string | null
        voucher: Numbered | null
      }[]
    | null
  overrides:
    | {
        receipt: Numbered
        code: string
        quantity: number
        price: number
        published: number
        reason: string
        confirmed_by: string
      }[]
    | null
}

type Numbered = { year: number; number: number }

const NUMBERED = sql.raw(`json_build_object('year', year, 'number', number)`)

/** One statement: every part is of the same moment, and none reads more than the till's own rows. */
const reportQuery = (till: string, lang: Lang): SQL => sql`
  with p as materialized (select id, taken_at from payments where till_id = ${till}),
    n as materialized (select p.id, r.year, r.number from p join receipts r on r.payment_id = p.id),
    l as materialized (select l.* from p join payment_lines l on l.payment_id = p.id),
    t as materialized (select t.* from p join payment_tenders t on t.payment_id = p.id),
    b as materialized (select * from reversals where till_id = ${till}),
    bt as materialized (select t.* from b join payment_tenders t on t.payment_id = b.payment_id),
    bl as materialized (select l.* from b join payment_lines l on l.payment_id = b.payment_id)
  select
    (select json_build_object('id', t.id, 'opened_at', t.opened_at, 'float', t.opening_float_cents,
        'desk', json_build_object('id', d.id, 'number', d.number, 'name', d.name),
        'cashier', json_build_object('id', s.id, 'name', s.name))
      from tills t join desks d on d.id = t.desk_id join staff s on s.id = t.staff_id where t.id = ${till}) as till,
    (select json_build_object('year', year, 'number', number, 'closed_at', closed_at, 'counted', counted_cents,
        'difference', difference_cents, 'reason', reason, 'money', counted_money, 'kept', left_cents)
      from till_closings where till_id = ${till}) as closing,
    (select count(*)::int from p) as payments,
    (select ${NUMBERED} from n order by year, number limit 1) as first,
    (select ${NUMBERED} from n order by year desc, number desc limit 1) as last,
    (select json_agg(x) from (select tender, count(distinct payment_id) as payments, sum(amount_cents) as amount
      from t group by tender) x) as tenders,
    (select json_agg(x) from (select tender, count(distinct payment_id) as payments, sum(amount_cents) as amount
      from bt group by tender) x) as returned,
    (select json_agg(x order by x.terminal) from (
      select terminal, count(*) filter (where is_taken) as payments,
        coalesce(sum(amount_cents) filter (where is_taken), 0) as amount,
        coalesce(sum(amount_cents) filter (where not is_taken), 0) as returned
      from (select true as is_taken, * from t union all select false, * from bt) c
      where tender = 'card' group by terminal) x) as terminals,
    (select json_agg(x order by x.department, x.code nulls last, x.name) from (
      select ${sql.raw(lang === 'bg' ? 'd.name_bg' : 'd.name_en')} as department, s.code, max(l.name) as name,
        sum(l.sign * l.quantity) as quantity, sum(l.sign * l.amount_cents) as amount
      from (select 1 as sign, * from l union all select -1, * from bl) l join departments d on d.id = l.department_id left join services s on s.id = l.service_id
      group by 1, 2, case when s.code is null then l.name end
      having sum(l.sign * l.quantity) <> 0 or sum(l.sign * l.amount_cents) <> 0) x) as services,
    (select json_agg(x order by x.code nulls last) from (
      select code, sum(amount) as amount, sum(returned) as returned from (
        select payment_code as code, amount_cents as amount, 0 as returned from l
        union all select payment_code, 0, amount_cents from bl) c group by code) x) as codes,
    (select json_agg(json_build_object('year', b.year, 'number', b.number, 'reason', b.reason, 'amount', q.total_cents,
        'receipt', json_build_object('desk', d.number, 'year', r.year, 'number', r.number)) order by b.year, b.number)
      from b join payments q on q.id = b.payment_id join receipts r on r.payment_id = b.payment_id
        join desks d on d.id = r.desk_id) as reversals,
    (select json_agg(json_build_object('kind', m.kind, 'at', m.moved_at, 'amount', m.amount_cents, 'reason', m.reason,
        'counterparty', m.counterparty, 'voucher', (select ${NUMBERED} from cash_vouchers
          where subject_id = m.id and subject = 'movement')) order by m.moved_at, m.id)
      from cash_movements m where m.till_id = ${till}) as movements,
    (select json_agg(json_build_object('receipt', json_build_object('year', n.year, 'number', n.number), 'code', s.code,
        'quantity', l.quantity, 'price', l.price_cents, 'published', l.override_of_cents, 'reason', l.override_reason,
        'confirmed_by', who.name) order by n.year, n.number, l.ordinal)
      from l join n on n.id = l.payment_id join services s on s.id = l.service_id
        join confirmations c on c.id = l.confirmation_id join staff who on who.id = c.staff_id) as overrides`

function asReport(row: Row, till: NonNullable<Row['till']>, lang: Lang): TillReport {
  const numbered = ({ year, number }: Numbered) => receiptNumber(till.desk.number, year, number)
  const tenders = tenderSums(row.tenders)
  const returned = tenderSums(row.returned)
  const movements = (row.movements ?? []).map(({ at, amount, voucher, ...rest }) => ({
    ...rest,
    movedAt: instantOf(at),
    amount: cents(amount),
    voucher: voucher && numbered(voucher),
  }))
  const moved = (kind: MovementKind) =>
    sumCents(movements.flatMap(movement => (movement.kind === kind ? movement.amount : [])))
  const kinds = paymentKinds(lang)
  return {
    tillId: till.id,
    desk: till.desk,
    cashier: till.cashier,
    openedAt: instantOf(till.opened_at),
    sums: tillSums({
      openingFloat: cents(till.float),
      cashTaken: cashIn(tenders),
      cashReturned: cashIn(returned),
      paidIn: moved('pay_in'),
      paidOut: moved('pay_out'),
      payments: row.payments,
      reversals: row.reversals?.length ?? 0,
    }),
    receipts: row.first && row.last ? { first: numbered(row.first), last: numbered(row.last) } : null,
    tenders,
    terminals: (row.terminals ?? []).map(each => ({
      ...each,
      amount: cents(each.amount),
      returned: cents(each.returned),
    })),
    departments: departmentSums(row.services ?? []),
    paymentCodes: (row.codes ?? []).map(({ code, amount, returned: back }) => ({
      code,
      name: (code && kinds.get(code)) || null,
      amount: cents(amount),
      returned: cents(back),
    })),
    reversals: {
      tenders: returned,
      made: (row.reversals ?? []).map(({ receipt, amount, reason, ...number }) => ({
        number: numbered(number),
        receipt: receiptNumber(receipt.desk, receipt.year, receipt.number),
        amount: cents(amount),
        reason,
      })),
    },
    movements,
    overrides: (row.overrides ?? []).map(({ receipt, price, published, confirmed_by, ...rest }) => ({
      ...rest,
      receipt: numbered(receipt),
      price: cents(price),
      published: cents(published),
      confirmedBy: confirmed_by,
    })),
    closing: row.closing && closingOf(row.closing, numbered(row.closing)),
  }
}

const ORDER: TenderKind[] = ['cash', 'card', 'bank']

const tenderSums = (rows: Row['tenders']) =>
  (rows ?? [])
    .map(row => ({ ...row, amount: cents(row.amount) }))
    .toSorted((a, b) => ORDER.indexOf(a.tender) - ORDER.indexOf(b.tender))

const cashIn = (sums: { tender: TenderKind; amount: Cents }[]): Cents =>
  sums.find(sum => sum.tender === 'cash')?.amount ?? ZERO

function departmentSums(rows: NonNullable<Row['services']>): TillReport['departments'] {
  return [...Map.groupBy(rows, row => row.department)].map(([name, own]) => ({
    name,
    amount: sumCents(own.map(row => cents(row.amount))),
    services: own.map(row => ({
      code: row.code,
      name: row.name,
      quantity: row.quantity,
      amount: cents(row.amount),
    })),
  }))
}

const closingOf = (row: NonNullable<Row['closing']>, number: string): TillReport['closing'] => ({
  number,
  closedAt: instantOf(row.closed_at),
  counted: cents(row.counted),
  difference: cents(row.difference),
  reason: row.reason,
  countedMoney: row.money,
  left: cents(row.kept),
})
