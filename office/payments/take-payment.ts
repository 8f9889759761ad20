import { createHash, randomUUIDv7 } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { LOCKS } from '../../db/locks.ts'
import { fiscalDesks } from '../../db/schema/fiscal.ts'
import { openTills } from '../../db/schema/tills.ts'
import { desks } from '../../db/schema/town.ts'
import { whyBeyondCashLimit } from '../../rules/cash-limit.ts'
import { showMoment } from '../../rules/dates.ts'
import { fiscalPart } from '../../rules/fiscal.ts'
import { ZERO } from '../../rules/money.ts'
import { receiptPaper } from '../../rules/papers/receipt.ts'
import { totalOf, whyNotPay, whyTooManyLines } from '../../rules/payments.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { SPEEDS } from '../../rules/services.ts'
import { cashDue, cashOf, settle } from '../../rules/tenders.ts'
import { authorise } from '../authority.ts'
import { billsWithIds } from '../bills/lookup.ts'
import type { Ctx, Desk } from '../context.ts'
import { saleOwed } from '../fiscal/fiscal-papers.ts'
import { centsInput, idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { type Payer, payerWithId } from '../parties/lookup.ts'
import { queuePrint } from '../print/queue-print.ts'
import { offeredServices } from '../services/lookup.ts'
import { cashLimitOn } from '../settings/lookup.ts'
import { deskOf } from '../tills/open-till.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { enterPayment, insertLines, insertTenders } from './enter-payment.ts'
import { cashOfPayerOn, contentOfPayment, type PaymentTaken, paymentTaken } from './lookup.ts'
import { basketOf, overridesOf, receiptLines, soldLines } from './paid-basket.ts'

const ServiceLine = z.object({
  serviceId: idInput,
  speed: z.enum(SPEEDS),
  quantity: z.int(),
  price: centsInput,
  /** Another price than the published one, with its reason and the confirmation of a second person. */
  override: z.object({ reason: textInput(0, 200), confirmationId: idInput }).optional(),
})

const TakePayment = z.object({
  paymentId: idInput,
  lines: z.array(z.union([ServiceLine, z.object({ billId: idInput })])),
  /** Cash given; null is exactly what the other tenders leave. */
  given: centsInput.nullable(),
  others: z
    .array(
      z.discriminatedUnion('tender', [
        z.object({
          tender: z.literal('card'),
          amount: centsInput,
          terminal: z.string(),
          authorisation: z.string(),
          rrn: z.string(),
          cardTail: z.string(),
        }),
        z.object({ tender: z.literal('bank'), amount: centsInput, reference: textInput(0, 100) }),
      ]),
    )
    .max(20)
    .default([]),
  payerId: idInput.nullable().default(null),
  /** Who handed over the money, where it was not the payer. */
  paidBy: textInput(0, 100).nullable().default(null),
  /** How long the customer was served, where a desk measured it. */
  servedMs: z.int().min(0).max(86_400_000).nullable().default(null),
})
export type TakePayment = z.input<typeof TakePayment>
type Input = z.output<typeof TakePayment>

/**
 * Takes the payment of a basket of services and bills by cash, card, bank transfer or several: payment, lines, tenders,
 * receipt with its gap-free number and the paper that is owed, in one transaction of five round trips. Lines that need a
 * fiscal receipt become a sale of the desk's fiscal device, which owes that receipt. Sent again with the
 * same `paymentId` it gives back what was done. Refuses, in this order: too many lines, a bill that is settled, a closed
 * till, an empty basket, a line that cannot be paid, a nameless payer, a fiscal receipt without a device, tenders that do not
 * fit, cash beyond the legal limit.
 */
export async function takePayment(ctx: Ctx, raw: TakePayment): Promise<PaymentTaken> {
  authorise(ctx, 'payments.take')
  const input = parseInput(TakePayment, raw)
  refuseIf(whyTooManyLines(input.lines.length))
  const { paymentId, given, others, paidBy } = input
  const desk = deskOf(ctx)
  const content = contentOf(input)
  return inTransaction(ctx, async tx => {
    const found = await lookUp(tx, ctx, desk, input)
    if (found.earlier === content) return paymentTaken(tx, paymentId)
    if (found.earlier !== null) throw refusal('payment.id_reused', {})
    const basket = await basketOf(tx, ctx, input.lines, found)
    const total = totalOf(basket)
    const hasFiscalDevice = Boolean(found.till?.fiscalPrinterId)
    const paying = { given, others, hasPayer: found.payer !== null, hasFiscalDevice }
    refuseIf(whyNotPay(basket, paying, found.till !== undefined))
    if (!found.till) throw refusal('till.not_open', {})
    refuseIf(whyBeyondCashLimit(cashDue(total, others), found.cashEarlier, found.cashLimit))
    const tenders = settle(total, given, others)
    const part = fiscalPart(soldLines(basket), tenders)
    const payment = {
      id: paymentId,
      tillId: found.till.tillId,
      totalCents: total,
      content,
      payerId: found.payer?.id ?? null,
      payerName: found.payer?.name ?? null,
      paidBy: paidBy || null,
      servedMs: input.servedMs,
    }
    const { number, takenAt, sold } = await enterPayment(tx, desk, payment, part !== null)
    const facts = {
      number,
      takenAt: showMoment(takenAt, ctx.lang),
      lines: receiptLines(basket, ctx),
      total,
      tenders,
      payer: found.payer,
      paidBy: paidBy || null,
      unp: sold?.unp ?? null,
    }
    const fiscal =
      sold && part && saleOwed(ctx, desk, { ...part, unp: sold.unp }, { number, at: facts.takenAt })
    const paper = receiptPaper(
      { town: ctx.town, desk, cashier: ctx.who.name, ...facts },
      paperTexts(ctx.lang),
      ctx.lang,
    )
    const printJobId = randomUUIDv7()
    await Promise.all([
      insertLines(tx, paymentId, basket, ctx.lang),
      insertTenders(tx, paymentId, tenders),
      queuePrint(tx, ctx, {
        id: printJobId,
        printerId: found.till.printerId,
        deskId: desk.id,
        subjectId: paymentId,
        paper,
      }),
      fiscal &&
        queuePrint(tx, ctx, {
          id: fiscal.printJobId,
          printerId: sold.printerId,
          deskId: desk.id,
          subjectId: paymentId,
          paper: fiscal.paper,
        }),
      writeLogbook(tx, ctx, 'payments.take', {
        subjectId: paymentId,
        facts: {
          receipt: number,
          total_cents: total,
          ...(sold && { unp: sold.unp }),
          ...overridesOf(basket),
        },
      }),
    ])
    return {
      paymentId,
      receiptNumber: number,
      takenAt,
      total,
      ...cashOf(tenders),
      tenders,
      payer: found.payer?.name ?? null,
      printJobId,
      paper,
      fiscal,
    }
  })
}

/**
 * All that the payment depends on, in one round trip. One payment of a payer at a time, so that two desks do not split what
 * is beyond the cash limit. The earlier payment comes last: where the till is closed by now, what was taken before its
 * closing is seen. (All are async functions: a bare query would be sent after those.)
 */
async function lookUp(tx: Tx, ctx: Ctx, desk: Desk, { paymentId, payerId, lines }: Input) {
  const ids = [...new Set(lines.flatMap(line => ('serviceId' in line ? line.serviceId : [])))]
  const billIds = lines.flatMap(line => ('billId' in line ? line.billId : []))
  const [, catalogue, bills, [till], payer, cashLimit, cashEarlier, earlier] = await Promise.all([
    payerId ? holdPayer(tx, payerId) : null,
    ids.length > 0 ? offeredServices(tx, ctx.today, ids) : [],
    billsWithIds(tx, billIds),
    openTillsAt(tx, desk, ctx),
    payerId ? payerOf(tx, payerId) : null,
    cashLimitOn(tx, ctx.today),
    payerId ? cashOfPayerOn(tx, payerId, ctx.today) : ZERO,
    contentOfPayment(tx, paymentId),
  ])
  return { catalogue, bills, till, payer, cashLimit, cashEarlier, earlier }
}

const holdPayer = async (tx: Tx, id: string) =>
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.payer}, hashtext(${id}))`)

async function payerOf(tx: Tx, id: string): Promise<Payer> {
  const payer = await payerWithId(tx, id)
  if (!payer) throw refusal('party.unknown', { text: id })
  return payer
}

/** The cashier's open till at this desk, with the printer and the fiscal device that the desk now has: one or none. */
const openTillsAt = async (tx: Tx, desk: Desk, ctx: Ctx) =>
  await tx
    .select({
      tillId: openTills.tillId,
      printerId: desks.printerId,
      fiscalPrinterId: fiscalDesks.printerId,
    })
    .from(openTills)
    .innerJoin(desks, eq(desks.id, openTills.deskId))
    .leftJoin(fiscalDesks, eq(fiscalDesks.deskId, openTills.deskId))
    .where(and(eq(openTills.staffId, ctx.who.id), eq(openTills.deskId, desk.id)))

/** What makes two requests the same one: what is paid, how and by whom, whatever the order of their keys. */
const contentOf = (input: Input): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        input.given?.toString() ?? null,
        input.lines.map(l =>
          'billId' in l
            ? [l.billId]
            : [l.serviceId, l.speed, l.quantity, l.price.toString(), l.override?.reason ?? null],
        ),
        input.others.map(other => Object.values({ ...other, amount: other.amount.toString() })),
        input.payerId,
        input.paidBy,
      ]),
    )
    .digest('base64url')
