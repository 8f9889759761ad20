import { createHash, randomUUIDv7 } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { paymentLines, payments, paymentTenders } from '../../db/schema/payments.ts'
import { services } from '../../db/schema/services.ts'
import { openTills } from '../../db/schema/tills.ts'
import { desks } from '../../db/schema/town.ts'
import { showMoment } from '../../rules/dates.ts'
import { type Cents, cents } from '../../rules/money.ts'
import type { ReceiptLine } from '../../rules/papers/receipt.ts'
import { receiptPaper } from '../../rules/papers/receipt.ts'
import {
  amountOf,
  type BasketLine,
  receiptNumber,
  totalOf,
  whyNotPay,
  whyTooManyLines,
} from '../../rules/payments.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { SPEEDS } from '../../rules/services.ts'
import { authorise } from '../authority.ts'
import type { Ctx, Desk } from '../context.ts'
import { centsInput, idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { queuePrint } from '../print/queue-print.ts'
import { offeredServices } from '../services/lookup.ts'
import { deskOf } from '../tills/open-till.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { contentOfPayment, type PaymentTaken, paymentTaken } from './lookup.ts'

const TakePayment = z.object({
  paymentId: idInput,
  lines: z.array(
    z.object({ serviceId: idInput, speed: z.enum(SPEEDS), quantity: z.int(), price: centsInput }),
  ),
  /** Cash given; null is the exact sum. */
  given: centsInput.nullable(),
})
export type TakePayment = z.input<typeof TakePayment>
type Input = z.output<typeof TakePayment>

/**
 * Takes a cash payment for a basket: payment, lines, tender, receipt with its gap-free number and the paper that is owed,
 * in one transaction of five round trips. Sent again with the same `paymentId` it gives back what was done. Refuses, in
 * this order: too many lines, a closed till, an empty basket, a line that cannot be paid, too little cash.
 */
export async function takePayment(ctx: Ctx, raw: TakePayment): Promise<PaymentTaken> {
  authorise(ctx, 'payments.take')
  const input = parseInput(TakePayment, raw)
  refuseIf(whyTooManyLines(input.lines.length))
  const { paymentId } = input
  const desk = deskOf(ctx)
  const content = contentOf(input)
  return inTransaction(ctx, async tx => {
    // The earlier payment comes last: where the till is closed by now, what was taken before its closing is seen.
    const [catalogue, [till], earlier] = await Promise.all([
      offeredServices(tx, ctx.today, [...new Set(input.lines.map(line => line.serviceId))]),
      openTillsAt(tx, desk, ctx),
      contentOfPayment(tx, paymentId),
    ])
    if (earlier === content) return paymentTaken(tx, paymentId)
    if (earlier !== null) throw refusal('payment.id_reused', {})
    const basket = await basketOf(tx, input.lines, catalogue)
    const total = totalOf(basket)
    const given = input.given ?? total
    refuseIf(whyNotPay(basket, given, till !== undefined))
    if (!till) throw refusal('till.not_open', {})
    const change = cents(given - total)
    const { number, takenAt } = await enterPayment(tx, paymentId, till.tillId, desk, total, content)
    const facts = {
      number,
      takenAt: showMoment(takenAt, ctx.lang),
      lines: receiptLines(basket, ctx),
      total,
      given,
      change,
    }
    const paper = receiptPaper(
      { town: ctx.town, desk, cashier: ctx.who.name, ...facts },
      paperTexts(ctx.lang),
      ctx.lang,
    )
    const printJobId = randomUUIDv7()
    await Promise.all([
      insertLines(tx, paymentId, basket, ctx),
      insertTender(tx, paymentId, total, given, change),
      queuePrint(tx, {
        id: printJobId,
        printerId: till.printerId,
        deskId: desk.id,
        subjectId: paymentId,
        paper,
      }),
      writeLogbook(tx, ctx, 'payments.take', {
        subjectId: paymentId,
        facts: { receipt: number, total_cents: total },
      }),
    ])
    return { paymentId, receiptNumber: number, takenAt, total, given, change, printJobId, paper }
  })
}

/** The cashier's open till at this desk, with the printer that the desk now has: one or none. */
const openTillsAt = (tx: Tx, desk: Desk, ctx: Ctx) =>
  tx
    .select({ tillId: openTills.tillId, printerId: desks.printerId })
    .from(openTills)
    .innerJoin(desks, eq(desks.id, openTills.deskId))
    .where(and(eq(openTills.staffId, ctx.who.id), eq(openTills.deskId, desk.id)))

/** What makes two requests the same one: the lines and the cash, whatever the order of their keys. */
const contentOf = (input: Input): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        input.given?.toString() ?? null,
        input.lines.map(l => [l.serviceId, l.speed, l.quantity, l.price.toString()]),
      ]),
    )
    .digest('base64url')

/** Refuses a service that is offered no longer, by the code that the cashier knows it by. */
async function basketOf(
  tx: Tx,
  lines: Input['lines'],
  catalogue: BasketLine['service'][],
): Promise<BasketLine[]> {
  const basket: BasketLine[] = []
  for (const { serviceId, ...line } of lines) {
    const service = catalogue.find(known => known.id === serviceId)
    if (!service) throw refusal('service.unknown', { code: await codeOf(tx, serviceId) })
    basket.push({ service, ...line })
  }
  return basket
}

async function codeOf(tx: Tx, serviceId: string): Promise<string> {
  const [found] = await tx.select({ code: services.code }).from(services).where(eq(services.id, serviceId))
  return found?.code ?? serviceId
}

async function enterPayment(tx: Tx, id: string, tillId: string, desk: Desk, total: Cents, content: string) {
  const [entered, numbered] = await Promise.all([
    tx
      .insert(payments)
      .values({ id, tillId, totalCents: total, content })
      .returning({ takenAt: payments.takenAt }),
    tx.execute<{ year: number; number: number }>(
      sql`insert into receipts (payment_id) values (${id}) returning year, number`,
    ),
  ])
  const [payment] = entered
  const [receipt] = numbered
  if (!payment || !receipt) throw new Error('a payment was entered without an answer')
  return { takenAt: payment.takenAt, number: receiptNumber(desk.number, receipt.year, receipt.number) }
}

const insertLines = (tx: Tx, paymentId: string, basket: BasketLine[], ctx: Ctx) =>
  tx.insert(paymentLines).values(
    basket.map((line, at) => ({
      paymentId,
      ordinal: at + 1,
      serviceId: line.service.id,
      departmentId: line.service.department.id,
      name: line.service.name[ctx.lang],
      speed: line.speed,
      quantity: line.quantity,
      priceCents: line.price ?? cents(0),
      amountCents: amountOf(line),
      paymentCode: line.service.paymentCode,
    })),
  )

const insertTender = (tx: Tx, paymentId: string, total: Cents, given: Cents, change: Cents) =>
  tx.insert(paymentTenders).values({
    paymentId,
    ordinal: 1,
    tender: 'cash',
    amountCents: total,
    givenCents: given,
    changeCents: change,
  })

const receiptLines = (basket: BasketLine[], ctx: Ctx): ReceiptLine[] =>
  basket.map(line => ({
    code: line.service.code,
    name: line.service.name[ctx.lang],
    speed: line.speed,
    quantity: line.quantity,
    price: line.price ?? cents(0),
    amount: amountOf(line),
    department: line.service.department.name[ctx.lang],
    paymentCode: line.service.paymentCode,
  }))
