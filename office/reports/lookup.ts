import { type SQL, sql } from 'drizzle-orm'
import { referenceData } from '../../db/reference-data.ts'
import { startOfDay, ZONE } from '../../rules/dates.ts'
import type { Lang } from '../../rules/languages.ts'
import type { CashBy } from '../../rules/reports/cash.ts'
import type { Period } from '../../rules/reports/periods.ts'
import type { TenderKind } from '../../rules/tenders.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

/** What the codes for kinds of payment (44xxxx) are called, from data/payment_kind_codes.csv. */
export const paymentKinds = (lang: Lang): Map<string, string> =>
  new Map(
    referenceData<'code' | 'name_bg' | 'name_en'>('payment_kind_codes.csv').map(row => [
      row.code,
      lang === 'bg' ? row.name_bg : row.name_en,
    ]),
  )

/** The statements of one report see the database at one moment. */
export const atOneMoment = <T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> =>
  ctx.db.transaction(work, { isolationLevel: 'repeatable read', accessMode: 'read only' })

/** Of the column's time: from the first midnight of the town to the one after the last day. */
export const within = (column: SQL, { from, to }: Period): SQL =>
  sql`${column} >= ${startOfDay(from).toString()}::timestamptz and ${column} < ${startOfDay(to.add({ days: 1 })).toString()}::timestamptz`

/** A cashier sees what happened at the own tills; everybody else who may see reports sees all. */
export const atOwnTills = (ctx: Ctx, till: SQL): SQL =>
  ctx.who.post === 'cashier'
    ? sql`and ${till} in (select id from tills where staff_id = ${ctx.who.id})`
    : sql``

/**
 * Money that moved in a period: `sign` 1 is a payment, −1 its reversal, which counts at its own time and at the till that gave
 * the money back. Found by time alone, so that years of other payments cost nothing.
 */
export const movesOf = (ctx: Ctx, period: Period): SQL => sql`(
  select p.id, p.till_id, p.taken_at as at, 1 as sign, p.total_cents, null::uuid as reversal_id
    from payments p where ${within(sql`p.taken_at`, period)} ${atOwnTills(ctx, sql`p.till_id`)}
  union all
  select p.id, r.till_id, r.reversed_at, -1, p.total_cents, r.id
    from reversals r join payments p on p.id = r.payment_id
    where ${within(sql`r.reversed_at`, period)} ${atOwnTills(ctx, sql`r.till_id`)})`

/**
 * How money is seen by one dimension. `part` gives of one payment (`m`, at its till `t`) the rows `k` (what it is summed by),
 * `called` (its own name, where there is no other), `quantity` and `amount`, each `k` and `called` once; `key` and `name` are
 * what people know `k` by, found in `of` when all is summed up as `g`.
 */
export type Dimension = { part: SQL; key: SQL; name: SQL; of: SQL; is: (cell: Cell) => SQL }

/** A row of the report: its key, and its name where there is no key. */
export type Cell = { key: string; name: string }

export function dimensionOf(by: CashBy, tender: TenderKind | null, lang: Lang): Dimension {
  const named = (alias: string) => sql.raw(`${alias}.${lang === 'bg' ? 'name_bg' : 'name_en'}`)
  const plain = { key: sql`coalesce(g.k::text, '')`, name: sql`''`, of: sql`` }
  const isText = ({ key }: Cell) => sql`x.k::text = ${key}`
  switch (by) {
    case 'service':
      return {
        part: partOfLines(sql`l.service_id`, tender, sql`case when l.service_id is null then l.name end`),
        key: sql`coalesce(s.code, '')`,
        name: sql`coalesce(${named('s')}, g.called)`,
        of: sql`left join services s on s.id = g.k`,
        is: ({ key, name }) =>
          key === ''
            ? sql`x.k is null and x.called = ${name}`
            : sql`x.k = (select id from services where code = ${key})`,
      }
    case 'department':
      return {
        part: partOfLines(sql`l.department_id`, tender),
        key: sql`d.code`,
        name: named('d'),
        of: sql`join departments d on d.id = g.k`,
        is: ({ key }) => sql`x.k = (select id from departments where code = ${key})`,
      }
    case 'payment-code':
      return { ...plain, part: partOfLines(sql`coalesce(l.payment_code, '')`, tender), is: isText }
    case 'kind':
      return {
        ...plain,
        part: partOfLines(
          sql`case when l.bill_id is null then 'service' else (select kind from bills where id = l.bill_id) end`,
          tender,
        ),
        is: isText,
      }
    case 'tender':
      return { ...plain, part: partOfTenders(sql`pt.tender`, tender), is: isText }
    case 'desk':
      return {
        part: partOfWhole(sql`t.desk_id`, tender),
        key: sql`d.number::text`,
        name: sql`d.name`,
        of: sql`join desks d on d.id = g.k`,
        is: ({ key }) => sql`x.k = (select id from desks where number::text = ${key})`,
      }
    case 'cashier':
      return {
        part: partOfWhole(sql`t.staff_id`, tender),
        key: sql`s.login`,
        name: sql`s.name`,
        of: sql`join staff s on s.id = g.k`,
        is: ({ key }) => sql`x.k = (select id from staff where login = ${key})`,
      }
    case 'hour':
      return { ...plain, part: partOfWhole(sql`extract(hour from ${localTime})::int`, tender), is: isText }
    case 'day':
      return { ...plain, part: partOfWhole(sql`(${localTime})::date`, tender), is: isText }
    case 'month':
      return { ...plain, part: partOfWhole(sql`to_char(${localTime}, 'YYYY-MM')`, tender), is: isText }
  }
}

const localTime = sql.raw(`m.at at time zone '${ZONE}'`)

/** A whole payment, or what of it came by one tender. */
const partOfWhole = (k: SQL, tender: TenderKind | null): SQL =>
  tender === null
    ? sql`select ${k} as k, null as called, 1 as quantity, m.total_cents as amount`
    : partOfTenders(k, tender)

const partOfTenders = (k: SQL, tender: TenderKind | null): SQL => sql`
  select ${k} as k, null as called, 1 as quantity, sum(pt.amount_cents)::bigint as amount from payment_tenders pt
  where pt.payment_id = m.id ${tender === null ? sql`` : sql`and pt.tender = ${tender}`} group by 1`

/**
 * The lines of a payment. Money of one tender covers them in order: laid end to end, lines and tenders reach from the first
 * cent of the payment to the last, and where a line and a tender overlap, that line was paid by that tender. Most payments
 * came by one tender, and their lines are simply summed up.
 */
function partOfLines(k: SQL, tender: TenderKind | null, called = sql`null`): SQL {
  const lines = sql`select ${k} as k, ${called} as called, sum(l.quantity) as quantity, sum(l.amount_cents)::bigint as amount
    from payment_lines l where l.payment_id = m.id`
  if (tender === null) return sql`${lines} group by 1, 2`
  const byTender = sql`(select sum(amount_cents) from payment_tenders where payment_id = m.id and tender = ${tender})`
  return sql`${lines} and ${byTender} = m.total_cents group by 1, 2
    union all select ${k}, ${called}, 0,
      sum(least(l.upto, pt.upto) - greatest(l.upto - l.amount_cents, pt.upto - pt.amount_cents))::bigint
      from (select *, sum(amount_cents) over (order by ordinal) as upto from payment_lines where payment_id = m.id) l
      join (select *, sum(amount_cents) over (order by ordinal) as upto from payment_tenders where payment_id = m.id) pt
        on pt.tender = ${tender} and l.upto > pt.upto - pt.amount_cents and pt.upto > l.upto - l.amount_cents
      where ${byTender} < m.total_cents group by 1, 2`
}
