import {
  askedDocuments,
  type Card,
  type CardPhase,
  type Delivery,
  type NeededDocument,
} from './cards/card.ts'
import { showDay } from './dates.ts'
import { deadlineRuleNamed, ruleFor } from './deadline-rules.ts'
import { type Term, type TermEvent, termOfService } from './deadlines.ts'
import type { Lang } from './languages.ts'
import { type Lateness, whyNotLateReason } from './late-reasons.ts'
import { type Cents, cents, MOST } from './money.ts'
import { isReason } from './reason.ts'
import { type Refusal, refusal } from './refusal.ts'
import type { Service, Speed } from './services.ts'

/** How a matter stands: its term runs, stands still for an irregularity or on a ground of the law, or it has ended. */
export const STANDINGS = [
  'under_way',
  'irregular',
  'suspended',
  'completed',
  'refused',
  'terminated',
  'withdrawn',
] as const
export type Standing = (typeof STANDINGS)[number]
export type Outcome = Extract<Standing, 'completed' | 'refused' | 'terminated' | 'withdrawn'>

export type RequestEventKind =
  | 'irregular'
  | 'notified'
  | 'brought'
  | 'mended'
  | 'suspended'
  | 'resumed'
  | 'extended'
  | 'forwarded'
  | 'moved'

/** What happened with a request; `by` is the time that an extension gave. */
export type RequestEvent = { kind: RequestEventKind; onDay: Temporal.PlainDate; by: Term | null }

/** The article a term of the catalogue is shown with. */
export const CATALOGUE = 'каталог на услугите'

/** The term of a request: of its service at this speed, else the rule its card names, else the general one of чл. 57 АПК. */
export function termOf(service: Service, speed: Speed, card: Pick<Card, 'termRule'> | null): Term {
  const term = service.fees[speed]?.term
  if (term) return termOfService(term, CATALOGUE)
  return ((card?.termRule && deadlineRuleNamed(card.termRule)) || ruleFor({})).term
}

/** What of the events moves the last day; an irregularity stops the term until it is mended (чл. 30 АПК). */
export const termEvents = (events: readonly RequestEvent[]): TermEvent[] =>
  events.flatMap(({ kind, onDay: on, by }): TermEvent[] => {
    if (kind === 'irregular' || kind === 'suspended') return [{ kind: 'suspended', on }]
    if (kind === 'mended') return [{ kind: 'fixed', on }]
    if (kind === 'resumed' || kind === 'forwarded') return [{ kind, on }]
    return kind === 'extended' && by ? [{ kind, by, on }] : []
  })

/** The time that extensions have given since the term began, or began anew. */
export function extensionsGiven(events: readonly RequestEvent[]): Term[] {
  const anew = events.findLastIndex(({ kind }) => kind === 'mended' || kind === 'forwarded')
  return events.slice(anew + 1).flatMap(({ kind, by }) => (kind === 'extended' && by ? [by] : []))
}

/** How a request stands by what happened with it, in its order, and how it ended. */
export function standingOf(kinds: readonly RequestEventKind[], outcome: Outcome | null): Standing {
  if (outcome) return outcome
  const last = kinds.findLast(kind => STOPS.includes(kind) || GOES_ON.includes(kind))
  if (last === undefined || GOES_ON.includes(last)) return 'under_way'
  return last === 'suspended' ? 'suspended' : 'irregular'
}

const STOPS: readonly RequestEventKind[] = ['irregular', 'suspended']
const GOES_ON: readonly RequestEventKind[] = ['mended', 'resumed', 'forwarded']

export const isEnded = (standing: Standing): boolean =>
  ['completed', 'refused', 'terminated', 'withdrawn'].includes(standing)

/** What a request costs; null is nothing. `amount` is typed where the tariff decides. */
export function feeOf(
  service: Service,
  speed: Speed,
  quantity: number,
  amount: Cents | null,
): { fee: Cents | null } | { refusal: Refusal } {
  const { code } = service
  const offered = service.fees[speed]
  if (!offered) return { refusal: refusal('service.no_such_speed', { code, speed }) }
  const isTyped = service.pricing === 'open' || offered.cents === null
  if (isTyped && amount === null) return { refusal: refusal('service.needs_amount', { code }) }
  if (!isTyped && amount !== null) return { refusal: refusal('service.fixed_amount', { code }) }
  const fee = amount ?? cents((offered.cents ?? 0n) * BigInt(quantity))
  if (fee > MOST) return { refusal: refusal('amount.too_large', { most: MOST }) }
  return { fee: fee === 0n ? null : fee }
}

/** The number of its bill: numbers begin anew each year, bills do not, so it names the year. */
export const billNumber = (number: string, day: Temporal.PlainDate): string =>
  number.includes(String(day.year)) ? number : `${number}/${day.year}`

export type ItemState = 'brought' | 'missing' | 'not_needed'
export type ToldItem = { code: string; state: ItemState }
export type ChecklistItem = { name: string; isExOfficio: boolean; state: ItemState | 'ex_officio' }

/**
 * The checklist of a request. What is not told was brought where it is always needed, and is not needed where that depends; what
 * the office finds itself is there to be found. Refuses a document that the card does not know, and one that is never asked.
 */
export function checklistOf(
  card: Pick<Card, 'documents'>,
  told: readonly ToldItem[],
): { items: ChecklistItem[] } | { refusal: Refusal } {
  for (const { code } of told) {
    const known = card.documents.find(document => document.code === code)
    if (!known) return { refusal: refusal('request.item_unknown', { code, known: codesAsked(card) }) }
    if (known.exOfficio) return { refusal: refusal('request.asked_ex_officio', { name: known.name }) }
  }
  const stateOf = ({ code, exOfficio, when }: NeededDocument): ChecklistItem['state'] =>
    exOfficio ? 'ex_officio' : (told.findLast(item => item.code === code)?.state ?? usual(when))
  return {
    items: card.documents.map(document => ({
      name: document.name,
      isExOfficio: document.exOfficio !== null,
      state: stateOf(document),
    })),
  }
}

const usual = (when: string | null): ItemState => (when === null ? 'brought' : 'not_needed')
const codesAsked = (card: Pick<Card, 'documents'>): string[] =>
  askedDocuments(card).map(document => document.code)

/** Why the result cannot be handed out this way, or null. `to` is where it goes. */
export function whyNotDeliver(
  delivery: Delivery,
  offered: readonly Delivery[],
  to: string | null,
): Refusal | null {
  if (!offered.includes(delivery))
    return refusal('request.delivery_not_offered', { delivery, offered: [...offered] })
  const wantsAddress = delivery === 'post' || delivery === 'email'
  return wantsAddress && !to ? refusal('request.address_needed', { delivery }) : null
}

/** What of a request decides what may be done with it now. */
export type RequestNow = {
  number: string
  standing: Standing
  /** Null stands still. */
  dueOn: Temporal.PlainDate | null
}

export const whyEnded = ({ number, standing }: RequestNow): Refusal | null =>
  isEnded(standing) ? refusal('request.ended', { number }) : null

/** Why nothing can be told that stops the term, or null. */
export function whyNotStop(request: RequestNow, reason: string): Refusal | null {
  const ended = whyEnded(request)
  if (ended) return ended
  if (request.standing !== 'under_way')
    return refusal('request.stands_still', { number: request.number, standing: request.standing })
  return isReason(reason) ? null : refusal('request.reason_needed', {})
}

/** Why a request cannot go on from standing still in this way, or null. */
export function whyNotGoOn(request: RequestNow, from: 'irregular' | 'suspended'): Refusal | null {
  const ended = whyEnded(request)
  if (ended) return ended
  if (request.standing === from) return null
  return refusal(from === 'irregular' ? 'request.not_irregular' : 'request.not_suspended', {
    number: request.number,
  })
}

/** What decides whether a request may end so. */
export type RequestEnd = Lateness & {
  outcome: Outcome
  reason: string
  isPaid: boolean
  /** Why the fee is not owed after all. */
  exemption: string | null
  hasDocument: boolean
  /** The last day for mending, where an irregularity was told and the notice arrived. */
  mendBy: Temporal.PlainDate | null
}

/**
 * Why a request cannot end so, or null: an act and a refusal are documents; what is unpaid is not given out unless somebody says
 * why; a refusal, an end without an act and a withdrawal have their reasons; an irregular request is terminated only when the days
 * for mending it have passed (чл. 30, ал. 2 АПК); nothing ends late without a reason.
 */
export function whyNotEnd(
  request: RequestNow,
  end: RequestEnd,
  today: Temporal.PlainDate,
  lang: Lang,
): Refusal | null {
  const { number, dueOn } = request
  const ended = whyEnded(request)
  if (ended) return ended
  const wrong =
    end.outcome === 'completed' ? whyNotComplete(request, end) : whyNotEndWithout(request, end, today, lang)
  if (wrong) return wrong
  if (dueOn === null || Temporal.PlainDate.compare(today, dueOn) <= 0) return null
  if (end.lateReason === null)
    return refusal('request.late_reason_needed', { number, due: showDay(dueOn, lang) })
  return whyNotLateReason(end)
}

function whyNotComplete({ number, standing }: RequestNow, end: RequestEnd): Refusal | null {
  if (standing !== 'under_way') return refusal('request.stands_still', { number, standing })
  if (!end.hasDocument) return refusal('request.document_needed', { number })
  return end.isPaid || isReason(end.exemption) ? null : refusal('request.unpaid', { number })
}

function whyNotEndWithout(
  { number, standing }: RequestNow,
  { outcome, reason, hasDocument, mendBy }: RequestEnd,
  today: Temporal.PlainDate,
  lang: Lang,
): Refusal | null {
  if (!isReason(reason)) return refusal('request.reason_needed', {})
  if (outcome === 'refused' && !hasDocument) return refusal('request.document_needed', { number })
  if (outcome !== 'terminated' || standing !== 'irregular') return null
  if (mendBy === null) return refusal('request.not_notified', { number })
  return Temporal.PlainDate.compare(today, mendBy) > 0
    ? null
    : refusal('request.may_be_mended', { number, until: showDay(mendBy, lang) })
}

/** Why the result cannot be handed out like this, or null. In person, whoever takes it shows who they are (чл. 131 НОДА). */
export function whyNotHandOut(
  { number, standing }: Pick<RequestNow, 'number' | 'standing'>,
  { way, takenBy, identity, reference }: HandOut,
): Refusal | null {
  if (!isEnded(standing)) return refusal('request.not_ended', { number })
  if (!isReason(takenBy)) return refusal('hand_out.taker_needed', {})
  const isInPerson = way === 'desk' || way === 'mayoralty'
  if (isInPerson && !isReason(identity)) return refusal('hand_out.identity_needed', {})
  return way === 'post' && !isReason(reference) ? refusal('hand_out.reference_needed', {}) : null
}

export type HandOut = {
  way: Delivery
  takenBy: string
  /** How whoever took it showed who they are. */
  identity: string | null
  /** The number of the registered letter or of the message. */
  reference: string | null
}

/** The department that does a phase: by its code, where the request came in, or that of the service. */
export const unitOfPhase = (
  { unit }: Pick<CardPhase, 'unit'>,
  { intake, service }: { intake: string | null; service: string },
): string => (unit === 'service' ? service : unit === 'intake' ? (intake ?? service) : unit)
