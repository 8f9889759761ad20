import { z } from 'zod'
import { DEADLINE_RULE_IDS, deadlineRule, ruleFor, whyNotExtend } from '../../rules/deadline-rules.ts'
import { TERM_UNITS } from '../../rules/deadlines.ts'
import { isReason } from '../../rules/reason.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { extensionsGiven, whyEnded } from '../../rules/requests.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { requestTexts } from '../papers.ts'
import { inTransaction } from '../transaction.ts'
import { Act, actOf } from './act.ts'
import { holdRequest, tellEvent } from './events.ts'
import type { RequestFound } from './lookup.ts'

const ExtendRequest = z.object({
  id: idInput,
  requestId: idInput,
  amount: z.int().min(1).max(365),
  unit: z.enum(TERM_UNITS).default('calendar_days'),
  /** As it is cited: it must let this term be extended. */
  article: textInput(1, 60).default('чл. 57, ал. 7 АПК'),
  reason: textInput(0, 1000),
  /** The notice to the applicant, who is told at once (чл. 57, ал. 8 АПК). */
  notice: Act,
})
export type ExtendRequest = z.input<typeof ExtendRequest>

/**
 * Gives a request more time as far as the law lets it, by a document that tells the applicant. Sent again with the same `id` it is
 * done once. Refuses an ended request, one that stands still, no reason, an article that does not extend this term, more than it
 * allows in all, and a term that is over.
 */
export async function extendRequest(ctx: Ctx, raw: ExtendRequest): Promise<RequestFound> {
  authorise(ctx, 'requests.decide')
  const { id, requestId, amount, unit, article, reason, notice } = parseInput(ExtendRequest, raw)
  const by = { amount, unit, article }
  return inTransaction(ctx, async tx => {
    const held = await holdRequest(tx, requestId, id)
    const { request } = held
    if (held.isTold) return request
    refuseIf(whyEnded(request))
    if (!request.dueOn)
      throw refusal('request.stands_still', { number: request.number, standing: request.standing })
    refuseIf(isReason(reason) ? null : refusal('request.reason_needed', {}))
    const before = extensionsGiven(request.events)
    refuseIf(whyNotExtend(ruleOf(request), by, { on: request.dueOn }, ctx.today, ctx.lang, before))
    const subject = requestTexts(ctx.lang).noticeTo(request.number)
    const document = await actOf(tx, ctx, request, notice, { kind: 'notice', subject })
    return tellEvent(tx, ctx, held, {
      id,
      kind: 'extended',
      onDay: ctx.today,
      by,
      reason,
      documentId: document.id,
      act: 'requests.decide',
    })
  })
}

/** The rule by which its term runs; a term of the catalogue is extended like the general one. */
const ruleOf = ({ term }: RequestFound) =>
  DEADLINE_RULE_IDS.map(deadlineRule).find(rule => rule.term.article === term.article) ?? ruleFor({})
