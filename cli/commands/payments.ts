import { randomUUIDv7 } from 'node:crypto'
import { takePayment } from '../../office/payments/take-payment.ts'
import { listServices } from '../../office/services/list-services.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { cents, showEuro } from '../../rules/money.ts'
import { amountOf } from '../amounts.ts'
import { basketLine } from '../basket.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { refuseOtherSession } from '../other-session.ts'
import { answer } from '../output/answer.ts'
import { printOwed } from '../printing.ts'
import { withSession } from '../town.ts'

export const paymentsCommands = () => [
  declare(
    'payments take',
    (given, door) => withSession(door, 'payments.take', session => take(session, given, door)),
    {
      required: ['service'],
      repeated: ['service'],
    },
  ),
]

async function take(session: Session, given: Given<'payments take'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const [services] = await Promise.all([listServices(ctx), refuseOtherSession(session)])
  const basket = given.list('service').map(text => basketLine(text, services))
  const cash = given.text('given')
  const taken = await takePayment(session.ctx(), {
    paymentId: given.text('id') ?? randomUUIDv7(),
    lines: basket.map(line => ({
      serviceId: line.service.id,
      speed: line.speed,
      quantity: line.quantity,
      price: line.price ?? cents(0),
    })),
    given: cash === undefined ? null : amountOf(cash),
  })
  const printed = given.has('print')
    ? await printOwed(session, taken.printJobId, door, door.words.notPrinted)
    : null
  const euro = (amount: typeof taken.total) => showEuro(amount, door.lang)
  answer(
    door,
    {
      payment_id: taken.paymentId,
      receipt: taken.receiptNumber,
      taken_at: taken.takenAt.toString(),
      total_cents: taken.total,
      given_cents: taken.given,
      change_cents: taken.change,
      print_job: taken.printJobId,
      ...(printed ? { print_state: printed.state, print_confirmed: printed.confirmed } : {}),
    },
    door.words.taken(taken.receiptNumber, euro(taken.total), euro(taken.given), euro(taken.change)),
  )
}
