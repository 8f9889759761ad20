import { z } from 'zod'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { inTransaction } from '../transaction.ts'
import { Act } from './act.ts'
import { endRequest, LATENESS } from './ending.ts'
import type { RequestFound } from './lookup.ts'

const TerminateRequest = z.object({
  requestId: idInput,
  /** The applicant took the request back (чл. 56 АПК); else it is terminated by the office. */
  isWithdrawn: z.boolean().default(false),
  reason: textInput(0, 2000),
  act: Act.nullable().default(null),
  ...LATENESS,
})
export type TerminateRequest = z.input<typeof TerminateRequest>

/**
 * Ends the proceedings without a decision: the applicant took the request back, or did not mend it in three days from the notice
 * (чл. 30, ал. 2 АПК), or it went to the competent body. Done once, whoever sends it again. Refuses an ended request, no reason, an
 * irregular request that may still be mended, and a delay without its reason.
 */
export async function terminateRequest(ctx: Ctx, raw: TerminateRequest): Promise<RequestFound> {
  authorise(ctx, 'requests.decide')
  const { isWithdrawn, ...input } = parseInput(TerminateRequest, raw)
  const outcome = isWithdrawn ? 'withdrawn' : 'terminated'
  return inTransaction(ctx, tx => endRequest(tx, ctx, { ...input, outcome, exemption: null }))
}
