import { z } from 'zod'
import { refuseIf } from '../../rules/refusal.ts'
import { whyNotStop } from '../../rules/requests.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { requestTexts } from '../papers.ts'
import { inTransaction } from '../transaction.ts'
import { Act, actOf } from './act.ts'
import { holdRequest, tellEvent } from './events.ts'
import type { RequestFound } from './lookup.ts'

const TellIrregularity = z.object({
  id: idInput,
  requestId: idInput,
  /** What is missing or wrong, as the notice says it. */
  what: textInput(0, 2000),
  notice: Act,
})
export type TellIrregularity = z.input<typeof TellIrregularity>

/**
 * Tells the applicant what is missing, by an outgoing document; the term stops (чл. 30, ал. 2 АПК). Sent again with the same `id` it
 * is done once. Refuses an ended request, one that stands still already, and a notice that says nothing.
 */
export async function tellIrregularity(ctx: Ctx, raw: TellIrregularity): Promise<RequestFound> {
  authorise(ctx, 'requests.decide')
  const { id, requestId, what, notice } = parseInput(TellIrregularity, raw)
  return inTransaction(ctx, async tx => {
    const held = await holdRequest(tx, requestId, id)
    if (held.isTold) return held.request
    refuseIf(whyNotStop(held.request, what))
    const subject = requestTexts(ctx.lang).irregularityNotice(held.request.number)
    const document = await actOf(tx, ctx, held.request, notice, { kind: 'irregularity-notice', subject })
    return tellEvent(tx, ctx, held, {
      id,
      kind: 'irregular',
      onDay: ctx.today,
      by: null,
      reason: what,
      documentId: document.id,
      act: 'requests.decide',
    })
  })
}
