import { randomUUIDv7 } from 'node:crypto'
import { giveConfirmation } from '../../office/confirmations/give-confirmation.ts'
import { type MakeReversal, makeReversal, type ReversalMade } from '../../office/reversals/make-reversal.ts'
import type { Session } from '../../office/staff/sign-in.ts'

/** A second person's yes to the reversal of a payment: its id. */
export async function yesTo(paymentId: string, second: Session): Promise<string> {
  const id = randomUUIDv7()
  await giveConfirmation(second.ctx(), { id, act: 'reversals.make', subjectId: paymentId, what: '' })
  return id
}

/** What a door would send: confirmed by `second`, with a reason. */
export const reversingOf = async (
  paymentId: string,
  second: Session,
  more: Partial<MakeReversal> = {},
): Promise<MakeReversal> => ({
  reversalId: randomUUIDv7(),
  paymentId,
  reason: 'сгрешена услуга',
  confirmationId: more.confirmationId ?? (await yesTo(paymentId, second)),
  refundReference: null,
  ...more,
})

/** Reverses a payment with the yes of `second`. */
export const reverse = async (
  session: Session,
  paymentId: string,
  second: Session,
  more: Partial<MakeReversal> = {},
): Promise<ReversalMade> => makeReversal(session.ctx(), await reversingOf(paymentId, second, more))
