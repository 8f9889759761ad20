import { randomUUIDv7 } from 'node:crypto'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { paymentLines, payments, receipts } from '../../db/schema/payments.ts'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { tillClosings } from '../../db/schema/tills.ts'
import { departments, desks } from '../../db/schema/town.ts'
import { showMoment } from '../../rules/dates.ts'
import { type Cents, cents } from '../../rules/money.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { tillClosingPaper } from '../../rules/papers/till-closing.ts'
import { receiptNumber } from '../../rules/payments.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { differenceOf, whyNotClose, whyNotHeld } from '../../rules/tills.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { centsInput, idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { queuePrint } from '../print/queue-print.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { type OpenTill, openTillWithId } from './lookup.ts'

const CloseTill = z.object({ tillId: idInput, counted: centsInput, reason: textInput(0, 200).nullable() })
export type CloseTill = z.input<typeof CloseTill>

export type TillClosed = {
  tillId: string
  closedAt: Temporal.Instant
  expected: Cents
  counted: Cents
  difference: Cents
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
    // In this order: a till that is no longer open for the first statement has its closing for the second.
    const [till, earlier] = await Promise.all([openTillWithId(tx, input.tillId), closingOf(tx, input.tillId)])
    if (earlier) return earlier
    if (!till || !isTheirs(ctx, till)) throw refusal('till.not_open', {})
    const reason = input.reason || null
    const forCashier = till.cashier.id === ctx.who.id ? null : till.cashier.name
    refuseIf(whyNotClose(till.expected, input.counted, reason, forCashier))
    const difference = differenceOf(till.expected, input.counted)
    const closing = {
      tillId: till.id,
      expectedCents: till.expected,
      countedCents: input.counted,
      differenceCents: difference,
      reason,
    }
    const [[closed], sums, [desk]] = await Promise.all([
      tx.insert(tillClosings).values(closing).returning({ closedAt: tillClosings.closedAt }),
      sumsOf(tx, till, ctx),
      tx.select().from(desks).where(eq(desks.id, till.deskId)),
    ])
    if (!closed || !desk) throw new Error('a till was closed without an answer')
    const facts = {
      ...till,
      ...sums,
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
          reason,
        },
      }),
    ])
    return {
      tillId: till.id,
      closedAt: closed.closedAt,
      expected: till.expected,
      counted: input.counted,
      difference,
      paper,
    }
  })
}

/** A cashier closes the own till; a head that of somebody who cannot. */
const isTheirs = (ctx: Ctx, till: OpenTill): boolean =>
  ctx.who.post === 'head' || till.cashier.id === ctx.who.id

async function closingOf(tx: Tx, tillId: string): Promise<TillClosed | null> {
  const [row] = await tx
    .select({ closing: tillClosings, paper: printJobs.paper })
    .from(tillClosings)
    .innerJoin(printJobs, and(eq(printJobs.subjectId, tillClosings.tillId), eq(printJobs.copy, 0)))
    .where(eq(tillClosings.tillId, tillId))
  if (!row) return null
  const { closedAt, expectedCents, countedCents, differenceCents } = row.closing
  return {
    tillId,
    closedAt,
    expected: expectedCents,
    counted: countedCents,
    difference: differenceCents,
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
