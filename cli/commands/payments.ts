import { randomUUIDv7 } from 'node:crypto'
import type { PaymentTaken } from '../../office/payments/lookup.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import { listServices } from '../../office/services/list-services.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { type Cents, showEuro, ZERO } from '../../rules/money.ts'
import { amountOf } from '../amounts.ts'
import { basketLine } from '../basket.ts'
import { billMeant } from '../bills.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { refuseOtherSession } from '../other-session.ts'
import { answer } from '../output/answer.ts'
import { partyMeant } from '../parties.ts'
import { printOwed } from '../printing.ts'
import { bankTender, cardTender } from '../tenders.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const paymentsCommands = () => [
  declare(
    'payments take',
    async (given, door) => {
      if (given.list('service').length + given.list('bill').length === 0)
        throw new WrongUsage(door.lang, usage => usage.missingOption('--service'))
      await withSession(door, 'payments.take', session => take(session, given, door))
    },
    { repeated: ['service', 'bill', 'card', 'bank'] },
  ),
]

async function take(session: Session, given: Given<'payments take'>, door: Door): Promise<void> {
  const cash = given.text('given')
  const taken = await takePayment(session.ctx(), {
    paymentId: given.text('id') ?? randomUUIDv7(),
    lines: await linesTyped(session, given),
    given: cash === undefined ? null : amountOf(cash),
    others: [
      ...given.list('card').map(text => cardTender(text, door.lang)),
      ...given.list('bank').map(text => bankTender(text, door.lang)),
    ],
    payerId: given.has('payer') ? (await partyMeant(session, given.text('payer') ?? '')).id : null,
    paidBy: given.text('paid-by') ?? null,
  })
  const printed = given.has('print')
    ? await printOwed(session, taken.printJobId, door, door.words.notPrinted)
    : null
  if (given.has('print') && taken.fiscal)
    await printOwed(session, taken.fiscal.printJobId, door, door.words.notPrinted)
  const { tenders, payer, fiscal } = taken
  answer(
    door,
    {
      payment_id: taken.paymentId,
      receipt: taken.receiptNumber,
      taken_at: taken.takenAt.toString(),
      total_cents: taken.total,
      given_cents: taken.given,
      change_cents: taken.change,
      tenders: tenders.map(tender => ({ tender: tender.tender, amount_cents: tender.amount })),
      payer,
      print_job: taken.printJobId,
      fiscal: fiscal && { unp: fiscal.unp, total_cents: fiscal.total, print_job: fiscal.printJobId },
      ...(printed ? { print_state: printed.state, print_confirmed: printed.confirmed } : {}),
    },
    tell(taken, door),
  )
}

function tell(taken: PaymentTaken, door: Door): string {
  const { receiptNumber, total, given, change, tenders, payer, fiscal } = taken
  const { words } = door
  const euro = (amount: Cents) => showEuro(amount, door.lang)
  const ways = tenders.map(one =>
    one.tender === 'cash'
      ? words.paidInCash(euro(given), euro(change))
      : words.paidOtherwise[one.tender](euro(one.amount)),
  )
  const who = payer === null ? [] : [words.paidFor(payer)]
  const sale = fiscal ? [words.takenFiscal(euro(fiscal.total), fiscal.unp)] : []
  return [words.taken(receiptNumber, euro(total)), ...ways, ...sale, ...who].join('\n')
}

/** Services, then bills, each in the order they were written. */
async function linesTyped(session: Session, given: Given<'payments take'>) {
  const [asked, numbers] = [given.list('service'), given.list('bill')]
  const [services, bills] = await Promise.all([
    listServices(session.ctx()),
    Promise.all(numbers.map(number => billMeant(session, number))),
    refuseOtherSession(session),
  ])
  return [
    ...asked
      .map(text => basketLine(text, services))
      .map(({ service, speed, quantity, price }) => ({
        serviceId: service.id,
        speed,
        quantity,
        price: price ?? ZERO,
      })),
    ...bills.map(bill => ({ billId: bill.id })),
  ]
}
