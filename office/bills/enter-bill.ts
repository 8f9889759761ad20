import { bills } from '../../db/schema/bills.ts'
import type { Cents } from '../../rules/money.ts'
import type { Service, Speed } from '../../rules/services.ts'
import type { Ctx } from '../context.ts'
import { paperTexts } from '../papers.ts'
import type { Tx } from '../transaction.ts'

/** What a bill for a service says: how many, of what, how soon. */
export function billName(ctx: Ctx, service: Service, speed: Speed, quantity: number): string {
  const told = speed === 'normal' ? '' : ` (${paperTexts(ctx.lang).receipt.speed[speed]})`
  return `${quantity > 1 ? `${quantity} × ` : ''}${service.name[ctx.lang]}${told}`
}

/** What a request owes for its service. */
export type ServiceBill = {
  id: string
  number: string
  payerId: string
  service: Service
  speed: Speed
  quantity: number
  amount: Cents
}

/** Lets the cash desk wait for the fee of a request, in the transaction that registers it. */
export async function enterServiceBill(tx: Tx, ctx: Ctx, bill: ServiceBill): Promise<void> {
  const { id, number, payerId, service, speed, quantity, amount } = bill
  await tx.insert(bills).values({
    id,
    kind: 'request',
    number,
    payerId,
    dueOn: null,
    serviceId: service.id,
    departmentId: service.department.id,
    name: billName(ctx, service, speed, quantity),
    paymentCode: service.paymentCode,
    amountCents: amount,
    issuedBy: ctx.who.id,
  })
}
