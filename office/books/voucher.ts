import { randomUUIDv7 } from 'node:crypto'
import { desc, eq, sql } from 'drizzle-orm'
import { instantOf } from '../../db/columns.ts'
import { tillClosings, type VOUCHER_SUBJECTS } from '../../db/schema/tills.ts'
import { type Cents, cents, ZERO } from '../../rules/money.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

type Voucher = {
  tillId: string
  subject: (typeof VOUCHER_SUBJECTS)[number]
  /** The movement; left out, it is the till. */
  subjectId?: string
  /** Above zero is cash in (ПКО), below it is cash out (РКО); zero writes nothing. */
  amount: Cents
  ground: string
  counterparty: string | null
}

export type VoucherIssued = { id: string; year: number; number: number; issuedAt: Temporal.Instant }

/** Writes a cash voucher in the caller's transaction; the database gives its number. Null where no money moved. */
export async function issueVoucher(tx: Tx, voucher: Voucher): Promise<VoucherIssued | null> {
  const { tillId, subject, amount, ground, counterparty } = voucher
  if (amount === 0n) return null
  const id = randomUUIDv7()
  const size = cents(amount < 0n ? -amount : amount)
  const [row] = await tx.execute<{ year: number; number: number; issued_at: string }>(
    sql`insert into cash_vouchers (id, till_id, direction, subject, subject_id, amount_cents, ground, counterparty)
      values (${id}, ${tillId}, ${amount > 0n ? 'in' : 'out'}, ${subject}, ${voucher.subjectId ?? tillId},
        ${size.toString()}, ${ground}, ${counterparty}) returning year, number, issued_at`,
  )
  return row ? { id, year: row.year, number: row.number, issuedAt: instantOf(row.issued_at) } : null
}

/** What the last closing left in the drawer of a desk. */
export async function leftAtDesk(tx: Ctx['db'] | Tx, deskId: string): Promise<Cents> {
  const [last] = await tx
    .select({ left: tillClosings.leftCents })
    .from(tillClosings)
    .where(eq(tillClosings.deskId, deskId))
    .orderBy(desc(tillClosings.closedAt), desc(tillClosings.number))
    .limit(1)
  return last?.left ?? ZERO
}
