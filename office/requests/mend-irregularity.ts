import { z } from 'zod'
import { isReason } from '../../rules/reason.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { whyNotGoOn } from '../../rules/requests.ts'
import { authorise } from '../authority.ts'
import { casesOfDocument } from '../cases/lookup.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { inTransaction } from '../transaction.ts'
import { holdRequest, tellEvent } from './events.ts'
import type { RequestFound } from './lookup.ts'

const MendIrregularity = z.object({
  id: idInput,
  requestId: idInput,
  /** What was brought. */
  what: textInput(0, 1000),
  /** The document by which it came, where it was registered. */
  documentId: idInput.nullable().default(null),
})
export type MendIrregularity = z.input<typeof MendIrregularity>

/**
 * The applicant brought what was missing: the term of the request begins anew today (чл. 30, ал. 3 АПК), and so do its open phases.
 * Sent again with the same `id` it is done once. Refuses an unknown document, a request without an irregularity, nothing said of what was brought, and a document of
 * another case.
 */
export async function mendIrregularity(ctx: Ctx, raw: MendIrregularity): Promise<RequestFound> {
  authorise(ctx, 'requests.decide')
  const { id, requestId, what, documentId } = parseInput(MendIrregularity, raw)
  return inTransaction(ctx, async tx => {
    const [held, brought] = await Promise.all([
      holdRequest(tx, requestId, id),
      documentId && casesOfDocument(tx, documentId),
    ])
    if (held.isTold) return held.request
    refuseIf(whyNotGoOn(held.request, 'irregular'))
    refuseIf(isReason(what) ? null : refusal('request.reason_needed', {}))
    if (brought && !brought.caseIds.includes(held.request.caseId))
      throw refusal('request.document_of_other_case', { number: brought.number })
    return tellEvent(tx, ctx, held, {
      id,
      kind: 'mended',
      onDay: ctx.today,
      by: null,
      reason: what,
      documentId,
      act: 'requests.decide',
    })
  })
}
