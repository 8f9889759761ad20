import type { PaymentTaken } from '../../office/payments/lookup.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import { listServices } from '../../office/services/list-services.ts'
import { myTill, type OpenTill } from '../../office/tills/lookup.ts'
import { showTime } from '../../rules/dates.ts'
import { type Cents, showEuro, ZERO } from '../../rules/money.ts'
import { Refusal, refusal, refuseIf } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { type Change, change, type HostApi, type Outcome } from '../screen.ts'
import {
  afterPayment,
  type DeskState,
  notTaken,
  type Surroundings,
  sent,
  withSurroundings,
} from './desk-state.ts'

/** Loads the catalogue and the till. */
export async function lookAround(desk: AtDesk): Promise<Outcome<DeskState>> {
  const around = await surroundingsOf(desk)
  return change(s => withSurroundings(s, around))
}

/** The same, asked for by the clerk: refuses where the till still cannot be worked with here. */
export async function lookAgain(host: HostApi<DeskState>, desk: AtDesk): Promise<void> {
  const around = await surroundingsOf(desk)
  host.change(s => withSurroundings(s, around))
  refuseIf(around.whyNoTill)
}

async function surroundingsOf(desk: AtDesk): Promise<Surroundings> {
  const ctx = desk.session.ctx()
  const [services, till] = await Promise.all([listServices(ctx), myTill(ctx)])
  const whyNoTill = till && (await whyNotThisTill(desk, till))
  return { services, till: whyNoTill ? null : till, whyNoTill }
}

/** A till is worked with at its own desk, and by one program: the second is told which one has it. */
export async function whyNotThisTill(desk: AtDesk, till: OpenTill): Promise<Refusal | null> {
  const { holds } = desk.session
  if (till.deskId !== desk.session.desk?.id)
    return refusal('till.open_elsewhere', { desk: till.desk, since: showTime(till.openedAt) })
  if (await holds.take('till', till.id)) return null
  const other = await holds.holder('till', till.id)
  return refusal('till.other_session', {
    where: other?.program ?? '?',
    since: other ? showTime(other.since) : '?',
  })
}

/** What a lost line let go is taken again, before a second program may; if one was quicker, it has the till. */
export async function keepTill(s: DeskState, desk: AtDesk): Promise<Change<DeskState>> {
  const whyNoTill = s.till && (await whyNotThisTill(desk, s.till))
  return now => (whyNoTill && now.till?.id === s.till?.id ? { ...now, till: null, whyNoTill } : now)
}

/** Takes the payment. Sent again with the same id after a lost line, it is taken once; a refusal looks around anew. */
export async function pay(
  s: DeskState,
  given: Cents | null,
  host: HostApi<DeskState>,
  desk: AtDesk,
): Promise<Outcome<DeskState>> {
  host.change(now => sent(now, given))
  try {
    const taken = await takePayment(desk.session.ctx(), {
      paymentId: s.paymentId,
      lines: s.basket.map(line => ({
        serviceId: line.service.id,
        speed: line.speed,
        quantity: line.quantity,
        price: line.price ?? ZERO,
      })),
      given,
    })
    return change(now => afterPayment(now, taken), tellTaken(taken, desk))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'sign_in.ended') {
      host.change(now => ({ ...now, whyNoTill: error }))
      throw error
    }
    const around = await surroundingsOf(desk)
    host.change(now => withSurroundings(notTaken(now), around))
    throw error
  }
}

const tellTaken = (taken: PaymentTaken, desk: AtDesk): string =>
  desk.door.texts.screens.desk.taken(taken.receiptNumber, showEuro(taken.total, desk.door.lang))
