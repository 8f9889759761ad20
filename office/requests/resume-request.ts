import { z } from 'zod'
import { isReason } from '../../rules/reason.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { whyNotGoOn } from '../../rules/requests.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { inTransaction } from '../transaction.ts'
import { holdRequest, tellEvent } from './events.ts'
import type { RequestFound } from './lookup.ts'

const ResumeRequest = z.object({ id: idInput, requestId: idInput, reason: textInput(0, 1000) })
export type ResumeRequest = z.input<typeof ResumeRequest>

/**
 * Lets suspended proceedings go on: what was left of the term runs from today (чл. 55 АПК), and the open phases get back the days
 * that stood still. Sent again with the same `id` it is done once. Refuses a request that is not suspended, and no reason.
 */
export async function resumeRequest(ctx: Ctx, raw: ResumeRequest): Promise<RequestFound> {
  authorise(ctx, 'requests.decide')
  const { id, requestId, reason } = parseInput(ResumeRequest, raw)
  return inTransaction(ctx, async tx => {
    const held = await holdRequest(tx, requestId, id)
    if (held.isTold) return held.request
    refuseIf(whyNotGoOn(held.request, 'suspended'))
    refuseIf(isReason(reason) ? null : refusal('request.reason_needed', {}))
    return tellEvent(tx, ctx, held, {
      id,
      kind: 'resumed',
      onDay: ctx.today,
      by: null,
      reason,
      documentId: null,
      act: 'requests.decide',
    })
  })
}
