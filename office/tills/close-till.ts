import { randomUUIDv7 } from 'node:crypto'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { instantOf } from '../../db/columns.ts'
import { LOCKS } from '../../db/locks.ts'
import { paymentLines, payments, receipts } from '../../db/schema/payments.ts'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { tillClosings } from '../../db/schema/tills.ts'
import { departments, desks } from '../../db/schema/town.ts'
import { showMoment } from '../../rules/dates.ts'
import { type Cents, cents, ZERO } from '../../rules/money.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { tillClosingPaper } from '../../rules/papers/till-closing.ts'
import { receiptNumber } from '../../rules/payments.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { differenceOf, whyNotClose, whyNotHeld, whyNotLeft } from '../../rules/tills.ts'
import { authorise } from '../authority.ts'
import { issueVoucher } from '../books/voucher.ts'
import type { Ctx } from '../context.ts'
import { centsInput, idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { queuePrint } from '../print/queue-print.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { type OpenTill, openTillWithId } from './lookup.ts'

const CloseTill = z.object({
  tillId: idInput,
  counted: centsInput,
  reason: textInput(0, 200).nullable(),
  /** How many of each note and coin, by value in cents; null where only the sum is told. */
  countedMoney: z.record(z.string(), z.int().min(0).max(100_000)).nullable().default(null),
  /** What stays in the drawer; null is nothing: all is handed over. */
  left: centsInput.nullable().default(null),
})
export type CloseTill = z.input<typeof CloseTill>

export type TillClosed = {
  tillId: string
  /** Of the Z: `2-2026-000031`. */
  number: string
  closedAt: Temporal.Instant
  expected: Cents
  counted: Cents
  difference: Cents
  left: Cents
  paper: Paper
}

/**
 * Closes a till with the counted sum, for ever, and owes the hand-over paper: a cashier the own one, a head any, saying why.
 * Refuses a difference without a reason; sent again for a till that is closed it gives back the closing as it was.
 */
export async function closeTill(ctx: Ctx, raw: CloseTill): Promise<TillClosed> {
  authorise(ctx, 'tills.close')
  const input = parseInput(CloseTill, raw)
  refuseIf(whyNotHeld(input.counted))
  return inTransaction(ctx, async tx => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.closing}, hashtext(${input.tillId}))`)
    // In this order: a till that is no longer open for the first statement has its closing for the second.
    const [till, earlier] = await Promise.all([openTillWithId(tx, input.tillId), closingOf(tx, input.tillId)])
    if (earlier) return earlier
    if (!till || !isTheirs(ctx, till)) throw refusal('till.not_open', {})
    const reason = input.reason || null
    const forCashier = till.cashier.id === ctx.who.id ? null : till.cashier.name
    refuseIf(whyNotClose(till.expected, input.counted, reason, forCashier))
    const difference = differenceOf(till.expected, input.counted)
    const left = input.left ?? ZERO
    refuseIf(whyNotLeft(left, input.counted))
    await closingVouchers(tx, ctx, till, input.counted, left)
    const [closed, sums, [desk]] = await Promise.all([
      insertClosing(tx, till, input, left),
      sumsOf(tx, till, ctx),
      tx.select().from(desks).where(eq(desks.id, till.deskId)),
    ])
    if (!desk) throw new Error('a till was closed without an answer')
    const number = receiptNumber(desk.number, closed.year, closed.number)
    const facts = {
      ...till,
      ...sums,
      number,
      town: ctx.town,
      desk,
      cashier: till.cashier.name,
      closedBy: forCashier === null ? null : ctx.who.name,
      counted: input.counted,
      difference,
      reason,
      openedAt: showMoment(till.openedAt, ctx.lang),
      closedAt: showMoment(closed.closedAt, ctx.lang),
    }
    const paper = tillClosingPaper(facts, paperTexts(ctx.lang), ctx.lang)
    await Promise.all([
      queuePrint(tx, {
        id: randomUUIDv7(),
        printerId: desk.printerId,
        deskId: desk.id,
        subjectId: till.id,
        paper,
      }),
      writeLogbook(tx, ctx, 'tills.close', {
        subjectId: till.id,
        facts: {
          expected_cents: till.expected,
          counted_cents: input.counted,
          difference_cents: difference,
          z: number,
          left_cents: left,
          reason,
        },
      }),
    ])
    return {
      tillId: till.id,
      number,
      closedAt: closed.closedAt,
      expected: till.expected,
      counted: input.counted,
      difference,
      left,
      paper,
    }
  })
}

async function insertClosing(tx: Tx, till: OpenTill, input: z.output<typeof CloseTill>, left: Cents) {
  const money = input.countedMoney && JSON.stringify(input.countedMoney)
  const [row] = await tx.execute<{ closed_at: string; year: number; number: number }>(
    sql`insert into till_closings (till_id, expected_cents, counted_cents, difference_cents, reason, counted_money, left_cents)
      values (${till.id}, ${till.expected.toString()}, ${input.counted.toString()},
        ${(input.counted - till.expected).toString()}, ${input.reason || null}, ${money}::text::jsonb, ${left.toString()})
      returning closed_at, year, number`,
  )
  if (!row) throw new Error('a till was closed without an answer')
  return { closedAt: instantOf(row.closed_at), year: row.year, number: row.number }
}

/** What the cash book says of a closing: the day's takings, a difference, and what is handed over. */
async function closingVouchers(tx: Tx, ctx: Ctx, till: OpenTill, counted: Cents, left: Cents): Promise<void> {
  const { vouchers } = paperTexts(ctx.lang)
  const difference = differenceOf(till.expected, counted)
  const common = { tillId: till.id, counterparty: null }
  await Promise.all([
    issueVoucher(tx, {
      ...common,
      subject: 'takings',
      amount: cents(till.cashTaken - till.cashReturned),
      ground: vouchers.takings(till.desk),
    }),
    issueVoucher(tx, {
      ...common,
      subject: 'difference',
      amount: difference,
      ground: difference < 0n ? vouchers.shortage : vouchers.surplus,
    }),
    issueVoucher(tx, {
      ...common,
      subject: 'handed_over',
      amount: cents(left - counted),
      ground: vouchers.handedOver,
    }),
  ])
}

/** A cashier closes the own till; a head that of somebody who cannot. */
const isTheirs = (ctx: Ctx, till: OpenTill): boolean =>
  ctx.who.post === 'head' || till.cashier.id === ctx.who.id

async function closingOf(tx: Tx, tillId: string): Promise<TillClosed | null> {
  const [row] = await tx
    .select({ closing: tillClosings, desk: desks.number, paper: printJobs.paper })
    .from(tillClosings)
    .innerJoin(desks, eq(desks.id, tillClosings.deskId))
    .innerJoin(
      printJobs,
      and(
        eq(printJobs.subjectId, tillClosings.tillId),
        eq(printJobs.kind, 'till-closing'),
        eq(printJobs.copy, 0),
      ),
    )
    .where(eq(tillClosings.tillId, tillId))
  if (!row) return null
  const { closedAt, expectedCents, countedCents, differenceCents, leftCents, year, number } = row.closing
  return {
    tillId,
    number: receiptNumber(row.desk, year, number),
    closedAt,
    expected: expectedCents,
    counted: countedCents,
    difference: differenceCents,
    left: leftCents,
    paper: row.paper,
  }
}

/** A till may stay open over New Year: receipts are in order of year, then number. */
const yearAndNumber = sql`${receipts.year} * 10000000000 + ${receipts.number}`

/** First and last receipt, sums by department and by payment code of one till. */
async function sumsOf(tx: Tx, till: OpenTill, ctx: Ctx) {
  const amount = sql<string>`sum(${paymentLines.amountCents})`
  const name = ctx.lang === 'bg' ? departments.nameBg : departments.nameEn
  const [[range], byDepartment, byCode] = await Promise.all([
    tx
      .select({
        first: sql<string | null>`min(${yearAndNumber})`,
        last: sql<string | null>`max(${yearAndNumber})`,
      })
      .from(receipts)
      .innerJoin(payments, eq(payments.id, receipts.paymentId))
      .where(eq(payments.tillId, till.id)),
    tx
      .select({ name, amount })
      .from(paymentLines)
      .innerJoin(payments, eq(payments.id, paymentLines.paymentId))
      .innerJoin(departments, eq(departments.id, paymentLines.departmentId))
      .where(eq(payments.tillId, till.id))
      .groupBy(name)
      .orderBy(desc(amount)),
    tx
      .select({ code: paymentLines.paymentCode, amount })
      .from(paymentLines)
      .innerJoin(payments, eq(payments.id, paymentLines.paymentId))
      .where(eq(payments.tillId, till.id))
      .groupBy(paymentLines.paymentCode)
      .orderBy(asc(paymentLines.paymentCode)),
  ])
  const numbered = (both: string) => receiptNumber(till.desk, Number(both.slice(0, 4)), Number(both.slice(4)))
  return {
    receipts:
      range?.first && range.last ? { first: numbered(range.first), last: numbered(range.last) } : null,
    departments: byDepartment.map(row => ({ name: row.name, amount: cents(BigInt(row.amount)) })),
    paymentCodes: byCode.map(row => ({ code: row.code, amount: cents(BigInt(row.amount)) })),
  }
}
