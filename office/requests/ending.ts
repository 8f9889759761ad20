import { z } from 'zod'
import { databaseError } from '../../db/open.ts'
import { billWithdrawals } from '../../db/schema/bills.ts'
import { requestEndings } from '../../db/schema/requests.ts'
import { type End, phaseOf } from '../../rules/cards/card.ts'
import { showMoment } from '../../rules/dates.ts'
import { LATE_REASONS } from '../../rules/late-reasons.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { type Outcome, whyNotEnd } from '../../rules/requests.ts'
import { calendarOf } from '../calendar/lookup.ts'
import type { Ctx } from '../context.ts'
import { lineInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { requestTexts } from '../papers.ts'
import { enterEnding } from '../tasks/enter-ending.ts'
import { oneAtATime, type Tx } from '../transaction.ts'
import { type Act, actOf } from './act.ts'
import { mendByOf } from './events.ts'
import { type RequestFound, requestWithId } from './lookup.ts'
import { type OpenPhase, openPhases, phasesOf } from './phases.ts'

/** Why a request or a phase of it ends late, where it does. */
export const LATENESS = {
  lateReason: z.enum(LATE_REASONS).nullable().default(null),
  lateNote: lineInput(500),
}

/** How a request is ended. */
export type EndedRequest = {
  requestId: string
  outcome: Outcome
  reason: string
  /** Why the fee is not owed after all. */
  exemption: string | null
  act: Act | null
  lateReason: (typeof LATE_REASONS)[number] | null
  lateNote: string | null
}

/**
 * Ends a request, with the phases that are open: its document is registered where it is not there yet, the phase with which it ends
 * is done, others are no longer waited for, and an unpaid bill is taken back. What the same person ended so already is given back, to anybody else it is told who did. Refuses what `whyNotEnd` says, and an act while
 * phases that do not end in one are open.
 */
export async function endRequest(tx: Tx, ctx: Ctx, ended: EndedRequest): Promise<RequestFound> {
  const { requestId, outcome, reason, act } = ended
  const [, request, open, calendar] = await Promise.all([
    oneAtATime(tx, requestId),
    requestWithId(tx, requestId),
    openPhases(tx, requestId),
    calendarOf(tx),
  ])
  if (isSame(request, ended, ctx)) return request
  if (request.ending)
    throw refusal('request.ended_by', {
      number: request.number,
      standing: request.standing,
      by: request.ending.endedBy.name,
      at: showMoment(request.ending.endedAt, ctx.lang),
    })
  const isPaid = request.fee === null || request.fee.state === 'paid'
  const mendBy = mendByOf(request, calendar, ctx.today)
  refuseIf(whyNotEnd(request, { ...ended, isPaid, mendBy, hasDocument: act !== null }, ctx.today, ctx.lang))
  refuseIf(whyNotWithPhases(request, open, outcome, ctx))
  const document = act && (await actOf(tx, ctx, request, act, usualAct(request, outcome, ctx)))
  await endPhases(tx, ctx, request, open, ended)
  await withdrawUnpaid(tx, ctx, request, ended)
  await tx.insert(requestEndings).values({
    requestId,
    outcome,
    documentId: document?.id ?? null,
    reason: ended.exemption || reason || null,
    lateReason: ended.lateReason,
    lateNote: ended.lateNote,
    endedBy: ctx.who.id,
  })
  await writeLogbook(tx, ctx, 'requests.decide', {
    subjectId: requestId,
    facts: {
      number: request.number,
      did: outcome,
      ...(document && { document: document.number }),
      ...(ended.exemption && { exemption: ended.exemption }),
      ...(ended.lateReason && { late_reason: ended.lateReason }),
    },
  })
  return requestWithId(tx, requestId)
}

const isSame = ({ ending }: RequestFound, { outcome, act }: EndedRequest, { who }: Ctx): boolean =>
  ending?.outcome === outcome &&
  (act === null ? ending.endedBy.id === who.id : ending.documentId === act.documentId)

/** Only the phase that ends in an act gives it out; a refusal or a withdrawal may come at any phase. */
function whyNotWithPhases(request: RequestFound, open: readonly OpenPhase[], outcome: Outcome, ctx: Ctx) {
  const isOver = open.every(phase => endOf(request, phase, ctx) === 'completed')
  return outcome !== 'completed' || isOver
    ? null
    : refusal('request.has_open_phase', { number: request.number })
}

function endOf(request: RequestFound, { phase }: OpenPhase, ctx: Ctx): End | null {
  const card = phasesOf(request.card, requestTexts(ctx.lang).generalPhase)
  return phaseOf(card, phase ?? '')?.end ?? null
}

async function endPhases(
  tx: Tx,
  ctx: Ctx,
  request: RequestFound,
  open: readonly OpenPhase[],
  { outcome, lateReason, lateNote }: EndedRequest,
): Promise<void> {
  const words = requestTexts(ctx.lang)
  for (const phase of open)
    await enterEnding(tx, ctx, {
      taskId: phase.taskId,
      outcome: endOf(request, phase, ctx) === outcome ? 'done' : 'cancelled',
      result: words.endedWith(words.standings[outcome]),
      next: null,
      lateReason,
      lateNote,
    })
}

/**
 * Nobody is asked at the cash desk for what is not given, or not owed. What was paid, or taken back, at this very moment is no
 * longer waited for: the savepoint lets the request end all the same.
 */
async function withdrawUnpaid(
  tx: Tx,
  ctx: Ctx,
  { fee }: RequestFound,
  { outcome, exemption }: EndedRequest,
): Promise<void> {
  if (fee?.state !== 'open') return
  const words = requestTexts(ctx.lang)
  const reason = exemption ?? words.endedWith(words.standings[outcome])
  const facts = { number: fee.number, reason }
  try {
    await tx.transaction(async inner => {
      await inner.insert(billWithdrawals).values({ billId: fee.billId, reason })
      await writeLogbook(inner, ctx, 'bills.withdraw', { subjectId: fee.billId, facts })
    })
  } catch (error) {
    const isSettled = ['bill.paid', 'bill.withdrawn'].includes(databaseError(error)?.message ?? '')
    if (!isSettled) throw error
  }
}

function usualAct(request: RequestFound, outcome: Outcome, ctx: Ctx): { kind: string; subject: string } {
  const words = requestTexts(ctx.lang)
  const { service, card, number } = request
  if (outcome === 'completed')
    return { kind: card?.result.kind ?? 'reply', subject: card?.result.name ?? service.name[ctx.lang] }
  return outcome === 'refused'
    ? { kind: 'refusal', subject: words.refusalOf(service.name[ctx.lang]) }
    : { kind: 'notice', subject: words.terminationOf(number) }
}
