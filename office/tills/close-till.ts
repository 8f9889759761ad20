import { randomUUIDv7 } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { LOCKS } from '../../db/locks.ts'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { tillClosings } from '../../db/schema/tills.ts'
import { desks } from '../../db/schema/town.ts'
import { isMoney, MOST_PIECES, moneyCounted, whyNotCounted } from '../../rules/counting.ts'
import { type Cents, cents, ZERO } from '../../rules/money.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { tillClosingPaper } from '../../rules/papers/till-closing.ts'
import { receiptNumber } from '../../rules/payments.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { differenceOf, whyMovedMeanwhile, whyNotClose, whyNotHeld, whyNotLeft } from '../../rules/tills.ts'
import { authorise } from '../authority.ts'
import { issueVoucher } from '../books/voucher.ts'
import type { Ctx } from '../context.ts'
import { centsInput, idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { queuePrint } from '../print/queue-print.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { type OpenTill, openTillWithId, printerOfTill } from './lookup.ts'
import { tillReportOf } from './till-report.ts'

const CloseTill = z.object({
  tillId: idInput,
  counted: centsInput,
  reason: textInput(0, 200).nullable(),
  /** How many of each note and coin, by value in cents; null where only the sum is told. */
  countedMoney: z
    .record(z.string(), z.int().min(0).max(MOST_PIECES))
    .refine(isMoney, 'euro notes and coins by their value in cents')
    .transform(moneyCounted)
    .nullable()
    .default(null),
  /** What stays in the drawer; null is nothing: all is handed over. */
  left: centsInput.nullable().default(null),
  /** What there should be, as the person who counts was told; null where nobody was. */
  expected: centsInput.nullable().default(null),
})
export type CloseTill = z.input<typeof CloseTill>
type Input = z.output<typeof CloseTill>

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
 * Closes a till with the counted sum, for ever, numbers its Z and owes the hand-over paper: a cashier the own one, a head
 * any, saying why. Refuses, in this order: notes and coins that do not make the sum, a till that is not open or changed since
 * the difference was told, a difference or a forced closing without a reason, more left than counted. Sent again for a till
 * that is closed it gives back the closing as it was.
 */
export async function closeTill(ctx: Ctx, raw: CloseTill): Promise<TillClosed> {
  authorise(ctx, 'tills.close')
  const input = parseInput(CloseTill, raw)
  refuseIf(
    whyNotHeld(input.counted) ?? (input.countedMoney && whyNotCounted(input.countedMoney, input.counted)),
  )
  return inTransaction(ctx, async tx => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.closing}, hashtext(${input.tillId}))`)
    const [till, earlier] = await Promise.all([openTillWithId(tx, input.tillId), closingOf(tx, input.tillId)])
    if (earlier) return earlier
    if (!till || !isTheirs(ctx, till)) throw refusal('till.not_open', {})
    const reason = input.reason || null
    const forCashier = till.cashier.id === ctx.who.id ? null : till.cashier.name
    const left = input.left ?? ZERO
    refuseIf(
      whyMovedMeanwhile(till.expected, input.expected) ??
        whyNotClose(till.expected, input.counted, reason, forCashier) ??
        whyNotLeft(left, input.counted),
    )
    await closingVouchers(tx, ctx, till, input.counted, left)
    await insertClosing(tx, till, input, left)
    // After the closing holds the till: its sums are those of the Z for ever.
    const [report, printerId] = await Promise.all([
      tillReportOf(tx, till.id, ctx.lang),
      printerOfTill(tx, till),
    ])
    if (!report?.closing) throw new Error('a till was closed without an answer')
    const { closing } = report
    const closedBy = forCashier === null ? null : ctx.who.name
    const paper = tillClosingPaper(
      { town: ctx.town, report: { ...report, closing }, closedBy },
      paperTexts(ctx.lang),
      ctx.lang,
    )
    await Promise.all([
      queuePrint(tx, ctx, { id: randomUUIDv7(), printerId, deskId: till.deskId, subjectId: till.id, paper }),
      writeLogbook(tx, ctx, 'tills.close', {
        subjectId: till.id,
        facts: {
          expected_cents: till.expected,
          counted_cents: closing.counted,
          difference_cents: closing.difference,
          z: closing.number,
          left_cents: left,
          reason,
        },
      }),
    ])
    const { number, closedAt, counted, difference } = closing
    return { tillId: till.id, number, closedAt, expected: till.expected, counted, difference, left, paper }
  })
}

const insertClosing = async (tx: Tx, till: OpenTill, input: Input, left: Cents): Promise<void> => {
  const money = input.countedMoney && JSON.stringify(input.countedMoney)
  await tx.execute(
    sql`insert into till_closings (till_id, expected_cents, counted_cents, difference_cents, reason, counted_money, left_cents)
      values (${till.id}, ${till.expected.toString()}, ${input.counted.toString()},
        ${(input.counted - till.expected).toString()}, ${input.reason || null}, ${money}::text::jsonb, ${left.toString()})`,
  )
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
