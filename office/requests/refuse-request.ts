import { z } from 'zod'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { inTransaction } from '../transaction.ts'
import { Act } from './act.ts'
import { endRequest, LATENESS } from './ending.ts'
import type { RequestFound } from './lookup.ts'

const RefuseRequest = z.object({
  requestId: idInput,
  /** The motives, in short; the document says them whole (чл. 59 АПК). */
  reason: textInput(0, 2000),
  act: Act,
  ...LATENESS,
})
export type RefuseRequest = z.input<typeof RefuseRequest>

/**
 * Refuses what was asked, by a document with its motives; open phases are no longer waited for. Done once, whoever sends it again.
 * Refuses an ended request, no motives, and a delay without its reason.
 */
export async function refuseRequest(ctx: Ctx, raw: RefuseRequest): Promise<RequestFound> {
  authorise(ctx, 'requests.decide')
  const input = parseInput(RefuseRequest, raw)
  return inTransaction(ctx, tx => endRequest(tx, ctx, { ...input, outcome: 'refused', exemption: null }))
}
