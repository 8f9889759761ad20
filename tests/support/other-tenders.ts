import { randomInt, randomUUIDv7 } from 'node:crypto'
import type { PaymentTaken } from '../../office/payments/lookup.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { lineOf, pricedService } from './town.ts'

/** A slip of a card terminal that no other payment has. */
export const cardSlip = (terminal = '93000001') => ({
  terminal,
  authorisation: 'A1B2C3',
  rrn: String(randomInt(100_000_000_000, 200_000_000_000)),
  cardTail: '4242',
})

/** A payment of one service, of which so much comes by card and by bank, and the rest in cash. */
export async function payMixed(
  session: Session,
  { at = 0, quantity = 1, card = 0n, bank = 0n, terminal = '93000001' },
): Promise<PaymentTaken> {
  const service = await pricedService(session.ctx(), 'normal', at)
  return takePayment(session.ctx(), {
    paymentId: randomUUIDv7(),
    lines: [lineOf(service, quantity)],
    given: null,
    others: [
      ...(card > 0n ? [{ tender: 'card' as const, amount: card, ...cardSlip(terminal) }] : []),
      ...(bank > 0n ? [{ tender: 'bank' as const, amount: bank, reference: 'превод 17' }] : []),
    ],
  })
}
