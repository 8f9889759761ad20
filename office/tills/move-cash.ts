import { randomUUIDv7 } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { cashMovements, cashVouchers, tills } from '../../db/schema/tills.ts'
import { desks } from '../../db/schema/town.ts'
import { showMoment } from '../../rules/dates.ts'
import { type Cents, cents, ZERO } from '../../rules/money.ts'
import { noSalePaper } from '../../rules/papers/no-sale.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { voucherPaper } from '../../rules/papers/voucher.ts'
import { receiptNumber } from '../../rules/payments.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { MOVEMENTS, type MovementKind } from '../../rules/till-report.ts'
import { whyNotMove } from '../../rules/tills.ts'
import { authorise } from '../authority.ts'
import { issueVoucher, type VoucherIssued } from '../books/voucher.ts'
import type { Ctx, Desk } from '../context.ts'
import { centsInput, idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { queuePrint } from '../print/queue-print.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'
import { openTillOf, printerOfTill } from './lookup.ts'
import { deskOf } from './open-till.ts'

const MoveCash = z.object({
  id: idInput,
  kind: z.enum(MOVEMENTS),
  /** Nothing where the drawer is opened without a sale. */
  amount: centsInput.default(ZERO),
  reason: textInput(0, 200),
  /** Received from, or paid to. */
  counterparty: textInput(0, 100).nullable().default(null),
})
export type MoveCash = z.input<typeof MoveCash>
type Input = z.output<typeof MoveCash>

export type CashMoved = {
  id: string
  kind: MovementKind
  amount: Cents
  /** Of the voucher: `2-2026-000007`; null where no money moved. */
  voucher: string | null
  printJobId: string
  paper: Paper
}

/**
 * Puts cash into the cashier's open till (ПКО), takes some out (РКО), or opens the drawer without a sale. The drawer opens
 * by the paper alone, which is owed in the same transaction. Refuses a till that is not open at this desk, an amount of
 * nothing, no reason, more out than there is; sent again with the same `id` it gives back what was done.
 */
export async function moveCash(ctx: Ctx, raw: MoveCash): Promise<CashMoved> {
  authorise(ctx, 'tills.move_cash')
  const { amount: typed, ...input } = parseInput(MoveCash, raw)
  const amount = input.kind === 'no_sale' ? ZERO : typed
  const desk = deskOf(ctx)
  return inTransaction(ctx, async tx => {
    const [, till, earlier] = await Promise.all([
      oneAtATime(tx, input.id),
      openTillOf(tx, ctx.who.id),
      movedWithId(tx, input.id),
    ])
    if (earlier) return earlier
    if (till?.deskId !== desk.id) throw refusal('till.not_open', {})
    refuseIf(whyNotMove(input.kind, amount, input.reason, till.expected))
    const movement = { ...input, amount, counterparty: input.counterparty || null }
    const [moved] = await tx
      .insert(cashMovements)
      .values({ ...movement, tillId: till.id, amountCents: amount })
      .returning({ movedAt: cashMovements.movedAt })
    if (!moved) throw new Error('cash was moved without an answer')
    const voucher = await issueVoucher(tx, {
      tillId: till.id,
      subject: 'movement',
      subjectId: input.id,
      amount: input.kind === 'pay_out' ? cents(-amount) : amount,
      ground: input.reason,
      counterparty: movement.counterparty,
    })
    const number = voucher && receiptNumber(desk.number, voucher.year, voucher.number)
    const paper = paperOf(ctx, desk, movement, moved.movedAt, voucher, number)
    const printJobId = randomUUIDv7()
    const printerId = await printerOfTill(tx, till)
    await Promise.all([
      queuePrint(tx, ctx, {
        id: printJobId,
        printerId,
        deskId: desk.id,
        subjectId: voucher?.id ?? input.id,
        paper,
      }),
      writeLogbook(tx, ctx, 'tills.move_cash', {
        subjectId: input.id,
        facts: { kind: input.kind, amount_cents: amount, reason: input.reason, voucher: number },
      }),
    ])
    return { id: input.id, kind: input.kind, amount, voucher: number, printJobId, paper }
  })
}

/** The voucher of money that moved, or the slip of a drawer that was opened: it opens the drawer. */
function paperOf(
  ctx: Ctx,
  desk: Desk,
  movement: Input,
  movedAt: Temporal.Instant,
  voucher: VoucherIssued | null,
  number: string | null,
): Paper {
  const common = { town: ctx.town, desk, cashier: ctx.who.name }
  if (!voucher || number === null)
    return noSalePaper(
      { ...common, openedAt: movedAt, reason: movement.reason },
      paperTexts(ctx.lang),
      ctx.lang,
    )
  const facts = {
    ...common,
    direction: movement.kind === 'pay_in' ? ('in' as const) : ('out' as const),
    number,
    issuedAt: showMoment(voucher.issuedAt, ctx.lang),
    counterparty: movement.counterparty,
    ground: movement.reason,
    amount: movement.amount,
    opensDrawer: true,
  }
  return voucherPaper(facts, paperTexts(ctx.lang), ctx.lang)
}

/** What was moved under this minted id, if anything was, as it was told then. */
async function movedWithId(tx: Tx, id: string): Promise<CashMoved | null> {
  const [row] = await tx
    .select({ movement: cashMovements, voucher: cashVouchers, desk: desks.number })
    .from(cashMovements)
    .innerJoin(tills, eq(tills.id, cashMovements.tillId))
    .innerJoin(desks, eq(desks.id, tills.deskId))
    .leftJoin(
      cashVouchers,
      and(eq(cashVouchers.subjectId, cashMovements.id), eq(cashVouchers.subject, 'movement')),
    )
    .where(eq(cashMovements.id, id))
  if (!row) return null
  const [job] = await tx
    .select({ id: printJobs.id, paper: printJobs.paper })
    .from(printJobs)
    .where(
      and(
        eq(printJobs.subjectId, row.voucher?.id ?? id),
        eq(printJobs.copy, 0),
        inArray(printJobs.kind, ['cash-in-voucher', 'cash-out-voucher', 'no-sale']),
      ),
    )
  if (!job) throw new Error('cash was moved without its paper')
  return {
    id,
    kind: row.movement.kind as MovementKind,
    amount: row.movement.amountCents,
    voucher: row.voucher && receiptNumber(row.desk, row.voucher.year, row.voucher.number),
    printJobId: job.id,
    paper: job.paper,
  }
}
