import { eq } from 'drizzle-orm'
import { services } from '../../db/schema/services.ts'
import { lineForBill } from '../../rules/bills.ts'
import type { SoldLine } from '../../rules/fiscal.ts'
import { type Cents, ZERO } from '../../rules/money.ts'
import type { ReceiptLine } from '../../rules/papers/receipt.ts'
import { amountOf, type BasketLine } from '../../rules/payments.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Service, Speed } from '../../rules/services.ts'
import { type FoundBill, whySettled } from '../bills/lookup.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

/** A line of a basket as a door sends it. */
type SentLine =
  | { billId: string }
  | {
      serviceId: string
      speed: Speed
      quantity: number
      price: Cents
      override?: { reason: string; confirmationId: string } | undefined
    }

/** The services and bills that the lines name, as far as they are known. */
type Found = { catalogue: readonly Service[]; bills: FoundBill[] }

/** What is paid for, as it was sent and found. Refuses what is not offered, not open, or there twice. */
export async function basketOf(
  tx: Tx,
  ctx: Ctx,
  lines: readonly SentLine[],
  found: Found,
): Promise<BasketLine[]> {
  const basket: BasketLine[] = []
  const billed = new Set<string>()
  for (const line of lines) {
    if ('billId' in line) {
      basket.push(lineForBill(await openBill(tx, ctx, line.billId, found.bills, billed)))
      continue
    }
    const { serviceId, override, ...rest } = line
    const service = found.catalogue.find(known => known.id === serviceId)
    if (!service) throw refusal('service.unknown', { code: await codeOf(tx, serviceId) })
    basket.push({ service, ...rest, ...(override ? { override } : {}) })
  }
  return basket
}

/** Refuses a bill that is settled, saying by whom and when, and one that stands twice in the basket. */
async function openBill(
  tx: Tx,
  ctx: Ctx,
  id: string,
  bills: FoundBill[],
  billed: Set<string>,
): Promise<FoundBill> {
  const bill = bills.find(known => known.id === id)
  if (!bill) throw refusal('bill.unknown', { number: id })
  if (billed.has(id)) throw refusal('bill.twice', { number: bill.number })
  if (!bill.isOpen) throw await whySettled(tx, ctx, bill)
  billed.add(id)
  return bill
}

/** The code that the cashier knows a service by that is offered no longer. */
async function codeOf(tx: Tx, serviceId: string): Promise<string> {
  const [found] = await tx.select({ code: services.code }).from(services).where(eq(services.id, serviceId))
  return found?.code ?? serviceId
}

/** For the logbook: which prices were changed, from what and why. */
export const overridesOf = (basket: readonly BasketLine[]) => {
  const overrides = basket.flatMap(({ service, speed, price, override }) =>
    override
      ? [{ code: service.code, price_cents: price, published_cents: service.fees[speed]?.cents, ...override }]
      : [],
  )
  return overrides.length > 0 ? { overrides } : {}
}

/** The lines as the town's own receipt tells them, in the language of the desk. */
export const receiptLines = (basket: readonly BasketLine[], ctx: Ctx): ReceiptLine[] =>
  basket.map(line => ({
    code: line.service.code,
    name: line.service.name[ctx.lang],
    speed: line.speed,
    quantity: line.quantity,
    price: line.price ?? ZERO,
    amount: amountOf(line),
    department: line.service.department.name[ctx.lang],
    paymentCode: line.service.paymentCode,
    insteadOf: line.override ? publishedPrice(line) : null,
    taxGroup: line.service.taxGroup,
  }))

const publishedPrice = ({ service, speed }: BasketLine): Cents | null => service.fees[speed]?.cents ?? null

/** The lines as a fiscal receipt names them: in Bulgarian, whatever the language of the desk (Наредба Н-18). */
export const soldLines = (basket: readonly BasketLine[]): SoldLine[] =>
  basket.map(line => ({
    name: line.service.name.bg,
    taxGroup: line.service.taxGroup,
    price: line.price ?? ZERO,
    quantity: line.quantity,
    amount: amountOf(line),
  }))
