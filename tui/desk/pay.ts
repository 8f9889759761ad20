import { dropBasket } from '../../office/baskets/drop-basket.ts'
import type { PaymentTaken } from '../../office/payments/lookup.ts'
import { type TakePayment, takePayment } from '../../office/payments/take-payment.ts'
import { type Cents, showEuro, ZERO } from '../../rules/money.ts'
import type { BasketLine } from '../../rules/payments.ts'
import { Refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { change, type HostApi, type Outcome } from '../screen.ts'
import { surroundingsOf } from './desk-operations.ts'
import { afterPayment, notTaken, sent } from './desk-payment.ts'
import { type DeskState, withSurroundings } from './desk-state.ts'

/** Takes the payment. Sent again with the same id after a lost line, it is taken once; a refusal looks around anew. */
export async function pay(
  s: DeskState,
  given: Cents | null,
  host: HostApi<DeskState>,
  desk: AtDesk,
): Promise<Outcome<DeskState>> {
  host.change(now => sent(now, given))
  const taken = await takePayment(desk.session.ctx(), paymentOf(s, given)).catch(error =>
    tellNotTaken(error, host, desk),
  )
  if (s.heldId) await dropPaid(s.heldId, desk)
  return change(now => afterPayment(now, taken), tellTaken(taken, desk))
}

async function tellNotTaken(error: unknown, host: HostApi<DeskState>, desk: AtDesk): Promise<never> {
  if (error instanceof Refusal) {
    if (error.code === 'sign_in.ended') {
      host.change(now => ({ ...now, whyNoTill: error }))
      throw error
    }
    const around = await surroundingsOf(desk)
    host.change(now => withSurroundings(notTaken(now), around))
  }
  throw error
}

/** The money is taken whatever becomes of the held basket: recalled once more, it gives the same receipt. */
async function dropPaid(id: string, desk: AtDesk): Promise<void> {
  try {
    await dropBasket(desk.session.ctx(), { id, why: 'paid' })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

const paymentOf = (s: DeskState, given: Cents | null): TakePayment => ({
  paymentId: s.paymentId,
  lines: s.basket.map(lineSent),
  given,
  others: s.tendering.others,
  payerId: s.payer?.id ?? null,
  paidBy: s.paidBy,
  servedMs: s.began === null ? null : Math.min(MOST_SERVED_MS, Math.round(performance.now() - s.began)),
})

const MOST_SERVED_MS = 86_400_000

const lineSent = ({ service, bill, speed, quantity, price, override }: BasketLine) =>
  bill
    ? { billId: bill.id }
    : { serviceId: service.id, speed, quantity, price: price ?? ZERO, ...(override && { override }) }

const tellTaken = (taken: PaymentTaken, desk: AtDesk): string =>
  desk.door.texts.screens.desk.taken(taken.receiptNumber, showEuro(taken.total, desk.door.lang))
