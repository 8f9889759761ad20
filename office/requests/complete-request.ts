import { z } from 'zod'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, lineInput, parseInput } from '../input.ts'
import { inTransaction } from '../transaction.ts'
import { Act } from './act.ts'
import { endRequest, LATENESS } from './ending.ts'
import type { RequestFound } from './lookup.ts'

const CompleteRequest = z.object({
  requestId: idInput,
  /** The result: one of the case, or a new outgoing document of the kind that the card says. */
  act: Act,
  /** Why an unpaid fee is not owed. */
  exemption: lineInput(300),
  ...LATENESS,
})
export type CompleteRequest = z.input<typeof CompleteRequest>

/**
 * Ends a request with its result, and with it the last phase of its card. Done once, whoever sends it again. Refuses an ended
 * request, one that stands still, an unpaid fee without a reason why it is not owed, a delay without its reason, and phases that are
 * still to be done.
 */
export async function completeRequest(ctx: Ctx, raw: CompleteRequest): Promise<RequestFound> {
  authorise(ctx, 'requests.decide')
  const input = parseInput(CompleteRequest, raw)
  return inTransaction(ctx, tx => endRequest(tx, ctx, { ...input, outcome: 'completed', reason: '' }))
}
