import { eq } from 'drizzle-orm'
import { tasks } from '../../db/schema/tasks.ts'
import { phaseOf } from '../../rules/cards/card.ts'
import { outcomeMeant, phasesAfter } from '../../rules/cards/going-on.ts'
import { refusal } from '../../rules/refusal.ts'
import { calendarOf } from '../calendar/lookup.ts'
import type { Ctx } from '../context.ts'
import { requestTexts } from '../papers.ts'
import { oneAtATime, type Tx } from '../transaction.ts'
import { requestWithId } from './lookup.ts'
import { openPhases, phasesOf, type StartedPhase, startPhases, structureOf } from './phases.ts'

/** The task of a phase that is being ended. */
export type EndedPhase = { taskId: string; requestId: string }

/**
 * What begins when the task of a phase ends with this outcome, in the transaction that ends it; null means the only outcome there
 * is. `end` ends it before the next begins. Gives back the outcome as the card has it, and the phases that began. Of two phases that end at one moment, the second sees
 * the first one, so that the phase that waits for both begins once. Refuses an outcome that the phase does not have, none where
 * there are several, and a phase with which the request itself ends.
 */
export async function nextPhase(
  tx: Tx,
  ctx: Ctx,
  task: EndedPhase,
  outcome: string | null,
  end: (outcome: string) => Promise<void>,
): Promise<{ outcome: string; started: StartedPhase[] }> {
  const [, request, [ended], open, structure, calendar] = await Promise.all([
    oneAtATime(tx, task.requestId),
    requestWithId(tx, task.requestId),
    tx.select({ code: tasks.phase }).from(tasks).where(eq(tasks.id, task.taskId)),
    openPhases(tx, task.requestId, task.taskId),
    structureOf(tx),
    calendarOf(tx),
  ])
  const card = phasesOf(request.card, requestTexts(ctx.lang).generalPhase)
  const phase = phaseOf(card, ended?.code ?? '')
  if (!phase) throw refusal('task.unknown', { text: task.taskId })
  const meant = outcomeMeant(phase, outcome)
  if ('refusal' in meant) throw meant.refusal
  const codes = open.flatMap(other => other.phase ?? [])
  const next = phasesAfter(card, phase, meant.outcome, codes)
  await end(meant.outcome)
  return {
    outcome: meant.outcome,
    started: await startPhases(tx, ctx, request, next, { structure, calendar }),
  }
}
