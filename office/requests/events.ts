import { eq } from 'drizzle-orm'
import { requestEvents } from '../../db/schema/requests.ts'
import type { Act as OfficeAct } from '../../rules/authority.ts'
import type { Calendar } from '../../rules/calendar.ts'
import { phaseOf } from '../../rules/cards/card.ts'
import { deadlineRule } from '../../rules/deadline-rules.ts'
import { type Due, dueOf } from '../../rules/deadlines.ts'
import { type RequestEvent, standingOf, termEvents } from '../../rules/requests.ts'
import { calendarOf } from '../calendar/lookup.ts'
import type { Ctx } from '../context.ts'
import { writeLogbook } from '../logbook.ts'
import { requestTexts } from '../papers.ts'
import { oneAtATime, type Tx } from '../transaction.ts'
import { type RequestFound, requestWithId, startOf } from './lookup.ts'
import { moveOpenPhases, type OpenPhase, openPhases, phaseDue, phasesOf } from './phases.ts'

/** A request that something is told of, held so that nothing else is told of it meanwhile. */
export type Held = { request: RequestFound; calendar: Calendar; open: OpenPhase[]; isTold: boolean }

/** Holds a request; `isTold` where this event was told already. */
export async function holdRequest(tx: Tx, requestId: string, eventId: string): Promise<Held> {
  const [, request, calendar, open, earlier] = await Promise.all([
    oneAtATime(tx, requestId),
    requestWithId(tx, requestId),
    calendarOf(tx),
    openPhases(tx, requestId),
    tx.select({ id: requestEvents.id }).from(requestEvents).where(eq(requestEvents.id, eventId)),
  ])
  return { request, calendar, open, isTold: earlier.length > 0 }
}

/** The last day of a request by all that happened with it, and by this. */
export const dueAfter = (
  ctx: Ctx,
  request: RequestFound,
  more: readonly RequestEvent[],
  calendar: Calendar,
): Due => dueOf(startOf(ctx, request), termEvents([...request.events, ...more]), calendar, ctx.today)

/** The last day for mending, counted from the day the notice arrived; null where it did not arrive yet. */
export function mendByOf(
  { events, standing }: RequestFound,
  calendar: Calendar,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const notice = events.findLast(({ kind }) => kind === 'notified' || kind === 'irregular')
  if (standing !== 'irregular' || notice?.kind !== 'notified') return null
  const { term } = deadlineRule('irregular-request')
  const at = notice.onDay.toZonedDateTime('Europe/Sofia').toInstant()
  return dueOf({ at, term, hours: null }, [], calendar, today).on
}

/** What is told of a request. */
export type TellEvent = RequestEvent & {
  id: string
  reason: string | null
  documentId: string | null
  /** What of it goes into the logbook. */
  act: OfficeAct
}

/**
 * Writes what happened, with the last day from then on, and moves its open phases: where the term begins anew they do too, where it
 * stood still they are given that time back.
 */
export async function tellEvent(tx: Tx, ctx: Ctx, held: Held, event: TellEvent): Promise<RequestFound> {
  const { request, calendar } = held
  const { id, kind, onDay, by, reason, documentId, act } = event
  const due = dueAfter(ctx, request, [event], calendar)
  const stands = standingOf([...request.events.map(one => one.kind), kind], null) !== 'under_way'
  const dueOn = stands ? null : due.on
  await tx.insert(requestEvents).values({
    id,
    requestId: request.id,
    kind,
    onDay,
    dueOn,
    reason,
    documentId,
    facts: by ? { by } : {},
    toldBy: ctx.who.id,
  })
  if (dueOn) await movePhases(tx, ctx, held, event, dueOn)
  await writeLogbook(tx, ctx, act, {
    subjectId: request.id,
    facts: { number: request.number, did: kind, due: dueOn?.toString() ?? null },
  })
  return requestWithId(tx, request.id)
}

async function movePhases(
  tx: Tx,
  ctx: Ctx,
  { request, calendar, open }: Held,
  { kind, onDay }: TellEvent,
  dueOn: Temporal.PlainDate,
): Promise<void> {
  const words = requestTexts(ctx.lang)
  const { phases } = phasesOf(request.card, words.generalPhase)
  const anew = (phase: OpenPhase) =>
    phaseDue(phaseOf({ phases }, phase.phase ?? ''), ctx.now, dueOn, calendar)
  const stopped = request.events.findLast(event => event.kind === 'suspended')
  const days = stopped ? stopped.onDay.until(onDay, { largestUnit: 'days' }).days : 0
  const later = (phase: OpenPhase): Temporal.PlainDate => {
    if (kind === 'mended' || kind === 'forwarded') return anew(phase)
    const moved = kind === 'resumed' ? phase.dueOn.add({ days }) : generalDue(phase)
    return Temporal.PlainDate.compare(moved, dueOn) > 0 ? dueOn : moved
  }
  // A phase without a term of its own lasts as long as the request.
  const generalDue = (phase: OpenPhase): Temporal.PlainDate =>
    phaseOf({ phases }, phase.phase ?? '')?.term === null ? dueOn : phase.dueOn
  const reason = kind === 'resumed' ? words.resumed : kind === 'extended' ? words.extended : words.mended
  await moveOpenPhases(tx, ctx, open, later, reason)
}
