import { z } from 'zod'
import { showDay } from '../../rules/dates.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { whyNotGoOn } from '../../rules/requests.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { dayInput, idInput, parseInput, textInput } from '../input.ts'
import { inTransaction } from '../transaction.ts'
import { holdRequest, mendByOf, tellEvent } from './events.ts'
import type { RequestFound } from './lookup.ts'

const MarkDelivered = z.object({
  id: idInput,
  requestId: idInput,
  deliveredOn: dayInput,
  /** What proves it: the receipt of the letter, the day of downloading. */
  proof: textInput(0, 300),
})
export type MarkDelivered = z.input<typeof MarkDelivered>

/** A request, and until when what was told to be missing may be brought. */
export type NoticeDelivered = { request: RequestFound; mendBy: Temporal.PlainDate | null }

/**
 * Notes the day on which the notice of an irregularity arrived: from then on there are three days for mending (чл. 30, ал. 2 АПК).
 * Sent again with the same `id` it is done once. Refuses a request without an irregularity, one
 * whose notice is noted as delivered already, and a day ahead or before the notice.
 */
export async function markDelivered(ctx: Ctx, raw: MarkDelivered): Promise<NoticeDelivered> {
  authorise(ctx, 'requests.hand_out')
  const { id, requestId, deliveredOn, proof } = parseInput(MarkDelivered, raw)
  return inTransaction(ctx, async tx => {
    const held = await holdRequest(tx, requestId, id)
    const { request, calendar } = held
    if (held.isTold) return { request, mendBy: mendByOf(request, calendar, ctx.today) }
    refuseIf(whyNotGoOn(request, 'irregular'))
    const since = request.events.findLastIndex(({ kind }) => kind === 'irregular')
    const notice = request.events[since]
    const earlier = request.events.slice(since + 1).find(({ kind }) => kind === 'notified')
    if (earlier)
      throw refusal('request.notified_already', {
        number: request.number,
        on: showDay(earlier.onDay, ctx.lang),
      })
    const isBefore = notice && Temporal.PlainDate.compare(deliveredOn, notice.onDay) < 0
    if (isBefore || Temporal.PlainDate.compare(deliveredOn, ctx.today) > 0)
      throw refusal('request.day_wrong', {
        day: showDay(deliveredOn, ctx.lang),
        from: showDay(notice?.onDay ?? ctx.today, ctx.lang),
      })
    const told = await tellEvent(tx, ctx, held, {
      id,
      kind: 'notified',
      onDay: deliveredOn,
      by: null,
      reason: proof || null,
      documentId: null,
      act: 'requests.hand_out',
    })
    return { request: told, mendBy: mendByOf(told, calendar, ctx.today) }
  })
}
