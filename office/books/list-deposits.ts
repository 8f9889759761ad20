import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { bankDeposits } from '../../db/schema/deposits.ts'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { staff } from '../../db/schema/staff.ts'
import { desks } from '../../db/schema/town.ts'
import type { CountedMoney } from '../../rules/counting.ts'
import type { HandedTill } from '../../rules/deposits.ts'
import type { Cents } from '../../rules/money.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { receiptNumber } from '../../rules/payments.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { waitingTills } from './handed-money.ts'

export type Deposit = {
  id: string
  number: string
  madeAt: Temporal.Instant
  madeBy: string
  amount: Cents
  money: CountedMoney
  note: string | null
  /** The Z numbers it carries. */
  tills: string[]
  printJobId: string
  paper: Paper
}

/** A cashier sees what they handed over or what carries their tills. */
const seenBy = (ctx: Ctx): SQL | undefined =>
  ctx.who.post === 'cashier'
    ? sql`(${bankDeposits.staffId} = ${ctx.who.id} or exists (select from deposited_tills o join tills t on t.id = o.till_id
        where o.deposit_id = ${bankDeposits.id} and t.staff_id = ${ctx.who.id}))`
    : undefined

/** The latest deposits, newest first. */
export async function listDeposits(ctx: Ctx, limit: number): Promise<Deposit[]> {
  authorise(ctx, 'books.see')
  return depositsWhere(ctx, undefined, limit)
}

/** The deposit with this number; refuses what is none. */
export async function depositNumbered(ctx: Ctx, text: string): Promise<Deposit> {
  authorise(ctx, 'books.see')
  const [, desk, year, number] = /^(\d{1,4})-(\d{4})-(\d{1,9})$/.exec(text.trim()) ?? []
  const [found] = number
    ? await depositsWhere(
        ctx,
        and(
          eq(desks.number, Number(desk)),
          eq(bankDeposits.year, Number(year)),
          eq(bankDeposits.number, Number(number)),
        ),
        1,
      )
    : []
  if (!found) throw refusal('deposit.unknown', { number: text })
  return found
}

/** Closed tills whose money waits to be taken to the bank, the oldest first; a cashier's own. */
export async function listWaitingTills(ctx: Ctx): Promise<HandedTill[]> {
  authorise(ctx, 'books.see')
  return waitingTills(ctx.db, ctx.who.post === 'cashier' ? ctx.who.id : null)
}

async function depositsWhere(ctx: Ctx, which: SQL | undefined, limit: number): Promise<Deposit[]> {
  const rows = await ctx.db
    .select({
      deposit: bankDeposits,
      desk: desks.number,
      madeBy: staff.name,
      job: { id: printJobs.id, paper: printJobs.paper },
      tills: sql<string>`(select string_agg(d.number || '-' || c.year || '-' || lpad(c.number::text, 6, '0'), ' ' order by c.closed_at, d.number)
        from deposited_tills o
        join till_closings c on c.till_id = o.till_id join desks d on d.id = c.desk_id
        where o.deposit_id = ${bankDeposits.id})`,
    })
    .from(bankDeposits)
    .innerJoin(desks, eq(desks.id, bankDeposits.deskId))
    .innerJoin(staff, eq(staff.id, bankDeposits.staffId))
    .innerJoin(
      printJobs,
      and(eq(printJobs.subjectId, bankDeposits.id), eq(printJobs.kind, 'deposit'), eq(printJobs.copy, 0)),
    )
    .where(and(which, seenBy(ctx)))
    .orderBy(desc(bankDeposits.madeAt), desc(bankDeposits.number))
    .limit(limit)
  return rows.map(({ deposit, desk, madeBy, job, tills }) => ({
    id: deposit.id,
    number: receiptNumber(desk, deposit.year, deposit.number),
    madeAt: deposit.madeAt,
    madeBy,
    amount: deposit.amountCents,
    money: deposit.countedMoney,
    note: deposit.note,
    tills: tills.split(' '),
    printJobId: job.id,
    paper: job.paper,
  }))
}
