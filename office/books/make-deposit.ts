import { randomUUIDv7 } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { instantOf } from '../../db/columns.ts'
import { bankDeposits, depositedTills } from '../../db/schema/deposits.ts'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { desks } from '../../db/schema/town.ts'
import { moneyCounted } from '../../rules/counting.ts'
import { showMoment } from '../../rules/dates.ts'
import { depositAmount, type HandedTill, partsTotal, whyNotDeposit } from '../../rules/deposits.ts'
import type { Cents } from '../../rules/money.ts'
import { depositPaper } from '../../rules/papers/deposit.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { receiptNumber } from '../../rules/payments.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, moneyInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { queuePrint } from '../print/queue-print.ts'
import { paymentKinds } from '../reports/lookup.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { handedTills, moneyParts } from './handed-money.ts'

const MakeDeposit = z.object({
  id: idInput,
  tillIds: z.array(idInput).max(1000),
  /** How many of each note and coin are handed over, by value in cents. */
  money: moneyInput,
  /** Number of the bag, of the bank's slip or of who carries it. */
  note: textInput(0, 100).nullable(),
})
export type MakeDeposit = z.input<typeof MakeDeposit>

export type DepositMade = {
  id: string
  /** `2-2026-000003`. */
  number: string
  madeAt: Temporal.Instant
  amount: Cents
  printJobId: string
  paper: Paper
}

/**
 * Hands the money of closed tills over to the bank, whole tills only, with its notes and coins counted, and owes the list of
 * it. A cashier hands over the own tills, a head any. Sent again under the same id it gives back what was done; a till that
 * somebody else handed over meanwhile is told.
 */
export async function makeDeposit(ctx: Ctx, raw: MakeDeposit): Promise<DepositMade> {
  authorise(ctx, 'books.deposit')
  const input = parseInput(MakeDeposit, raw)
  const wanted = new Set(input.tillIds)
  if (wanted.size === 0) throw refusal('deposit.empty', {})
  return inTransaction(ctx, async tx => {
    // In this order: a till that the first statement sees handed over has its deposit for the second.
    const [tills, earlier] = await Promise.all([handedTills(tx, [...wanted]), depositWithId(tx, input.id)])
    if (earlier) return earlier
    if (tills.length < wanted.size) throw refusal('deposit.till_unknown', {})
    refuseIf(whyNotDeposit(tills, input.money, ctx.who.post === 'cashier' ? ctx.who.id : null))
    const deskId = ctx.desk?.id ?? tills[0]?.desk.id ?? ''
    const [row, , parts, [desk]] = await Promise.all([
      insertDeposit(tx, input, deskId, depositAmount(tills)),
      tx.insert(depositedTills).values(tills.map(till => ({ tillId: till.id, depositId: input.id }))),
      moneyParts(tx, [...wanted]),
      tx.select().from(desks).where(eq(desks.id, deskId)),
    ])
    if (!desk || partsTotal(parts) !== depositAmount(tills))
      throw new Error('the parts of a deposit do not add up')
    const number = receiptNumber(desk.number, row.year, row.number)
    const paper = paperOf(ctx, { number, madeAt: row.madeAt, desk, tills, parts, input })
    const printJobId = randomUUIDv7()
    await Promise.all([
      queuePrint(tx, ctx, { id: printJobId, printerId: desk.printerId, deskId, subjectId: input.id, paper }),
      writeLogbook(tx, ctx, 'books.deposit', {
        subjectId: input.id,
        facts: {
          number,
          amount_cents: depositAmount(tills),
          tills: tills.map(till => till.number),
          note: input.note,
        },
      }),
    ])
    return { id: input.id, number, madeAt: row.madeAt, amount: depositAmount(tills), printJobId, paper }
  })
}

type Input = z.output<typeof MakeDeposit>

async function insertDeposit(tx: Tx, { id, money, note }: Input, deskId: string, amount: Cents) {
  const [row] = await tx.execute<{ made_at: string; year: number; number: number }>(
    sql`insert into bank_deposits (id, desk_id, amount_cents, counted_money, note)
      values (${id}, ${deskId}, ${amount.toString()}, ${JSON.stringify(moneyCounted(money))}::text::jsonb, ${note || null})
      returning made_at, year, number`,
  )
  if (!row) throw new Error('a deposit was made without an answer')
  return { madeAt: instantOf(row.made_at), year: row.year, number: row.number }
}

type Facts = {
  number: string
  madeAt: Temporal.Instant
  desk: { number: number; name: string }
  tills: readonly HandedTill[]
  parts: Awaited<ReturnType<typeof moneyParts>>
  input: Input
}

const paperOf = (ctx: Ctx, { number, madeAt, desk, tills, parts, input }: Facts): Paper =>
  depositPaper(
    {
      town: ctx.town,
      desk,
      number,
      madeAt: showMoment(madeAt, ctx.lang),
      madeBy: ctx.who.name,
      note: input.note || null,
      tills: tills.map(till => ({
        number: till.number,
        cashier: till.cashier.name,
        handedOver: till.handedOver,
      })),
      parts,
      codeNames: paymentKinds(ctx.lang),
      money: input.money,
    },
    paperTexts(ctx.lang),
    ctx.lang,
  )

async function depositWithId(tx: Tx, id: string): Promise<DepositMade | null> {
  const [row] = await tx
    .select({ deposit: bankDeposits, desk: desks.number, job: { id: printJobs.id, paper: printJobs.paper } })
    .from(bankDeposits)
    .innerJoin(desks, eq(desks.id, bankDeposits.deskId))
    .innerJoin(
      printJobs,
      and(eq(printJobs.subjectId, bankDeposits.id), eq(printJobs.kind, 'deposit'), eq(printJobs.copy, 0)),
    )
    .where(eq(bankDeposits.id, id))
  if (!row) return null
  const { deposit, desk, job } = row
  return {
    id,
    number: receiptNumber(desk, deposit.year, deposit.number),
    madeAt: deposit.madeAt,
    amount: deposit.amountCents,
    printJobId: job.id,
    paper: job.paper,
  }
}
