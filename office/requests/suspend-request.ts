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

const SuspendRequest = z.object({
  id: idInput,
  requestId: idInput,
  /** The ground of the law, in words and by its article. */
  reason: textInput(0, 1000),
  /** The order by which it is suspended, where there is one. */
  act: Act.nullable().default(null),
})
export type SuspendRequest = z.input<typeof SuspendRequest>

/**
 * Suspends the proceedings on a ground of the law: the term stands still (чл. 54 АПК). Sent again with the same `id` it is done once.
 * Refuses an ended request, one that stands still already, and none of a ground.
 */
export async function suspendRequest(ctx: Ctx, raw: SuspendRequest): Promise<RequestFound> {
  authorise(ctx, 'requests.decide')
  const { id, requestId, reason, act } = parseInput(SuspendRequest, raw)
  return inTransaction(ctx, async tx => {
    const held = await holdRequest(tx, requestId, id)
    if (held.isTold) return held.request
    refuseIf(whyNotStop(held.request, reason))
    const subject = requestTexts(ctx.lang).noticeTo(held.request.number)
    const document = act && (await actOf(tx, ctx, held.request, act, { kind: 'order', subject }))
    return tellEvent(tx, ctx, held, {
      id,
      kind: 'suspended',
      onDay: ctx.today,
      by: null,
      reason,
      documentId: document?.id ?? null,
      act: 'requests.decide',
    })
  })
}
