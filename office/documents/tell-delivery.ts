import { z } from 'zod'
import { deliveries } from '../../db/schema/documents.ts'
import { dayOf, showDay } from '../../rules/dates.ts'
import { whyNotDeliver } from '../../rules/records.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { dayInput, idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime } from '../transaction.ts'
import { dispatchesOf, standingOf } from './lookup.ts'

const TellDelivery = z.object({
  documentId: idInput,
  deliveredOn: dayInput,
  /** What proves it: the return receipt, the day of downloading. */
  proof: textInput(0, 200),
})
export type TellDelivery = z.input<typeof TellDelivery>

/**
 * Writes down when what was sent arrived, and what proves it: of the last sending. Told again with the same day it does nothing more.
 * Refuses what was never sent, what arrived already on another day, a day before the sending or ahead, and no proof.
 */
export async function tellDelivery(ctx: Ctx, raw: TellDelivery): Promise<{ number: string; day: string }> {
  authorise(ctx, 'documents.send')
  const { documentId, deliveredOn, proof } = parseInput(TellDelivery, raw)
  return inTransaction(ctx, async tx => {
    await oneAtATime(tx, documentId)
    const [{ number }, sent] = await Promise.all([standingOf(tx, documentId), dispatchesOf(tx, documentId)])
    const last = sent.at(-1)
    if (!last) throw refusal('dispatch.unknown', {})
    const told = { number, day: showDay(deliveredOn, ctx.lang) }
    if (last.deliveredOn?.equals(deliveredOn)) return told
    const standing = { on: dayOf(last.at), delivered: last.deliveredOn }
    refuseIf(whyNotDeliver(standing, { deliveredOn, proof }, ctx.today))
    await Promise.all([
      tx.insert(deliveries).values({ dispatchId: last.id, deliveredOn, proof, toldBy: ctx.who.id }),
      writeLogbook(tx, ctx, 'documents.send', {
        subjectId: documentId,
        facts: { number, delivered: deliveredOn.toString(), proof },
      }),
    ])
    return told
  })
}
