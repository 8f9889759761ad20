import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { bankDeposits, depositedTills, undepositedTills } from '../../db/schema/deposits.ts'
import { staff } from '../../db/schema/staff.ts'
import { tillClosings, tills } from '../../db/schema/tills.ts'
import { desks } from '../../db/schema/town.ts'
import type { HandedTill, MoneyParts } from '../../rules/deposits.ts'
import { cents } from '../../rules/money.ts'
import { receiptNumber } from '../../rules/payments.ts'
import type { Ctx } from '../context.ts'
import { tenderShares } from '../payments/lookup.ts'
import type { Tx } from '../transaction.ts'

type Reading = Ctx['db'] | Tx

const depositDesk = alias(desks, 'deposit_desk')
const depositStaff = alias(staff, 'deposit_staff')

/** These tills, those that are closed and handed money over, with the deposit that carries them. */
export const handedTills = (db: Reading, ids: readonly string[]): Promise<HandedTill[]> =>
  handedWhere(db, inArray(tills.id, [...ids]))

/** What waits to be taken to the bank, the oldest first: of one cashier, or of all. However long the history, only that is read. */
export const waitingTills = (db: Reading, cashierId: string | null): Promise<HandedTill[]> =>
  handedWhere(
    db,
    and(
      inArray(tillClosings.tillId, db.select({ id: undepositedTills.tillId }).from(undepositedTills)),
      cashierId === null ? undefined : eq(tills.staffId, cashierId),
    ),
  )

async function handedWhere(db: Reading, which: SQL | undefined): Promise<HandedTill[]> {
  const rows = await db
    .select({
      closing: tillClosings,
      desk: { id: desks.id, number: desks.number, name: desks.name },
      cashier: { id: staff.id, name: staff.name },
      deposit: bankDeposits,
      at: depositDesk.number,
      who: depositStaff.name,
    })
    .from(tillClosings)
    .innerJoin(tills, eq(tills.id, tillClosings.tillId))
    .innerJoin(desks, eq(desks.id, tills.deskId))
    .innerJoin(staff, eq(staff.id, tills.staffId))
    .leftJoin(depositedTills, eq(depositedTills.tillId, tillClosings.tillId))
    .leftJoin(bankDeposits, eq(bankDeposits.id, depositedTills.depositId))
    .leftJoin(depositDesk, eq(depositDesk.id, bankDeposits.deskId))
    .leftJoin(depositStaff, eq(depositStaff.id, bankDeposits.staffId))
    .where(and(gt(tillClosings.countedCents, tillClosings.leftCents), which))
    .orderBy(asc(tillClosings.closedAt), asc(desks.number), asc(tillClosings.number))
  return rows.map(({ closing, desk, cashier, deposit, at, who }) => ({
    id: closing.tillId,
    number: receiptNumber(desk.number, closing.year, closing.number),
    desk,
    cashier,
    closedAt: closing.closedAt,
    handedOver: cents(closing.countedCents - closing.leftCents),
    deposit: deposit && {
      number: receiptNumber(at ?? 0, deposit.year, deposit.number),
      who: who ?? '',
      madeAt: deposit.madeAt,
    },
  }))
}

/** What the money of closed tills is made of; the parts add up to what they handed over. */
export async function moneyParts(db: Reading, tillIds: readonly string[]): Promise<MoneyParts> {
  const these = sql`${[...tillIds]}`
  const touched = sql`select id as payment_id, 1 as sign from payments where till_id in ${these}
    union all select payment_id, -1 from reversals where till_id in ${these}`
  const [codes, [other]] = await Promise.all([
    db.execute<{ code: string | null; amount: string }>(
      sql`select s.payment_code as code, sum(s.sign * s.cents) as amount from (${tenderShares(touched)}) s
        where s.tender = 'cash' group by s.payment_code having sum(s.sign * s.cents) <> 0 order by s.payment_code nulls last`,
    ),
    db.execute<Record<'floats' | 'paid_in' | 'paid_out' | 'surplus' | 'shortage', string>>(
      sql`select coalesce(sum(t.opening_float_cents - c.left_cents), 0) as floats,
          coalesce(sum(greatest(c.difference_cents, 0)), 0) as surplus,
          coalesce(sum(least(c.difference_cents, 0)), 0) as shortage,
          (select coalesce(sum(amount_cents), 0) from cash_movements where till_id in ${these} and kind = 'pay_in') as paid_in,
          (select coalesce(-sum(amount_cents), 0) from cash_movements where till_id in ${these} and kind = 'pay_out') as paid_out
        from till_closings c join tills t on t.id = c.till_id where c.till_id in ${these}`,
    ),
  ])
  const money = (text: string | undefined) => cents(BigInt(text ?? 0))
  return {
    codes: codes.map(({ code, amount }) => ({ code, amount: money(amount) })),
    floats: money(other?.floats),
    paidIn: money(other?.paid_in),
    paidOut: money(other?.paid_out),
    surplus: money(other?.surplus),
    shortage: money(other?.shortage),
  }
}
