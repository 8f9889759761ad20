import { and, asc, eq, gte, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { staff } from '../../db/schema/staff.ts'
import { cashVouchers, tillClosings, tills } from '../../db/schema/tills.ts'
import { desks } from '../../db/schema/town.ts'
import type { BookFacts, BookTill, BookVoucher, Direction } from '../../rules/cash-book.ts'
import { startOfDay } from '../../rules/dates.ts'
import { type Cents, cents } from '../../rules/money.ts'
import { receiptNumber } from '../../rules/payments.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Period } from '../../rules/reports/periods.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

type Reading = Ctx['db'] | Tx

/** The desk whose book is asked for, null for all: a cashier sees the book of the desk where they sit. */
export function deskOfBooks(ctx: Ctx, asked: number | null): number | null {
  if (ctx.who.post !== 'cashier') return asked
  const own = ctx.desk?.number ?? null
  if (own === null) throw refusal('desk.needed', {})
  if (asked !== null && asked !== own) throw refusal('books.of_other_desk', { desk: asked })
  return own
}

const instantParam = (at: Temporal.Instant): SQL => sql`${at.toString()}::timestamptz`

/** Vouchers with the desk and the cashier of their till, in the order they were issued. */
export async function vouchersWhere(db: Reading, which: SQL | undefined): Promise<BookVoucher[]> {
  const rows = await db
    .select({ voucher: cashVouchers, desk: { number: desks.number, name: desks.name }, cashier: staff.name })
    .from(cashVouchers)
    .innerJoin(desks, eq(desks.id, cashVouchers.deskId))
    .innerJoin(tills, eq(tills.id, cashVouchers.tillId))
    .innerJoin(staff, eq(staff.id, tills.staffId))
    .where(which)
    .orderBy(
      asc(desks.number),
      asc(cashVouchers.issuedAt),
      asc(cashVouchers.direction),
      asc(cashVouchers.number),
    )
  return rows.map(({ voucher, desk, cashier }) => ({
    id: voucher.id,
    desk,
    cashier,
    direction: voucher.direction as Direction,
    number: receiptNumber(desk.number, voucher.year, voucher.number),
    issuedAt: voucher.issuedAt,
    ground: voucher.ground,
    counterparty: voucher.counterparty,
    amount: voucher.amountCents,
  }))
}

/** Vouchers of the days of a period, at one desk or at all. */
export const vouchersOf = (db: Reading, { from, to }: Period, desk: number | null): Promise<BookVoucher[]> =>
  vouchersWhere(
    db,
    and(
      gte(cashVouchers.issuedAt, startOfDay(from)),
      lt(cashVouchers.issuedAt, startOfDay(to.add({ days: 1 }))),
      desk === null ? undefined : eq(desks.number, desk),
    ),
  )

type BookStart = { id: string; number: number; name: string; opening: Cents; left: Cents }

/**
 * What the books of a day begin with, by desk: what the last closing before it left, and the vouchers of a till that is open
 * then. However long the history, one closing and two tills of each desk are read.
 */
export async function booksBefore(
  db: Reading,
  day: Temporal.PlainDate,
  desk: number | null,
): Promise<BookStart[]> {
  const from = instantParam(startOfDay(day))
  const rows = await db.execute<{ id: string; number: number; name: string; left: string; since: string }>(
    sql`select d.id, d.number, d.name,
        coalesce((select c.left_cents from till_closings c where c.desk_id = d.id and c.closed_at < ${from}
          order by c.closed_at desc, c.number desc limit 1), 0) as left,
        coalesce((select sum(case v.direction when 'in' then v.amount_cents else -v.amount_cents end)
          from (select t.id from tills t where t.desk_id = d.id and t.opened_at < ${from} order by t.opened_at desc limit 2) t
            join cash_vouchers v on v.till_id = t.id and v.issued_at < ${from}
          where not exists (select from till_closings c where c.till_id = t.id and c.closed_at < ${from})), 0) as since
      from desks d where ${desk === null ? sql`true` : sql`d.number = ${desk}`} order by d.number`,
  )
  return rows.map(({ id, number, name, left, since }) => ({
    id,
    number,
    name,
    left: cents(BigInt(left)),
    opening: cents(BigInt(left) + BigInt(since)),
  }))
}

/** The tills that were open at some moment of the period. One that was opened before it is among the desk's last two then. */
export async function tillsOf(
  db: Reading,
  { from, to }: Period,
  desk: number | null,
): Promise<(BookTill & { deskId: string })[]> {
  const start = startOfDay(from)
  return db
    .select({
      deskId: tills.deskId,
      cashier: staff.name,
      openedAt: tills.openedAt,
      closedAt: tillClosings.closedAt,
      left: tillClosings.leftCents,
    })
    .from(tills)
    .innerJoin(desks, eq(desks.id, tills.deskId))
    .innerJoin(staff, eq(staff.id, tills.staffId))
    .leftJoin(tillClosings, eq(tillClosings.tillId, tills.id))
    .where(
      and(
        desk === null ? undefined : eq(desks.number, desk),
        lt(tills.openedAt, startOfDay(to.add({ days: 1 }))),
        or(
          gte(tills.openedAt, start),
          and(
            sql`${tills.id} in (select last.id from desks d cross join lateral (select t.id from tills t
              where t.desk_id = d.id and t.opened_at < ${instantParam(start)} order by t.opened_at desc limit 2) last)`,
            or(isNull(tillClosings.closedAt), gte(tillClosings.closedAt, start)),
          ),
        ),
      ),
    )
    .orderBy(asc(tills.openedAt))
}

/** The facts of the cash books of a period, by desk, in three statements at once. */
export async function bookFacts(db: Reading, period: Period, desk: number | null): Promise<BookFacts[]> {
  const [starts, vouchers, opened] = await Promise.all([
    booksBefore(db, period.from, desk),
    vouchersOf(db, period, desk),
    tillsOf(db, period, desk),
  ])
  const byDesk = Map.groupBy(vouchers, voucher => voucher.desk.number)
  const tillsByDesk = Map.groupBy(opened, till => till.deskId)
  return starts.map(({ id, number, name, opening, left }) => ({
    desk: { id, number, name },
    opening,
    left,
    vouchers: byDesk.get(number) ?? [],
    tills: tillsByDesk.get(id) ?? [],
  }))
}
