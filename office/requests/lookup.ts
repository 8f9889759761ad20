import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { bills, billWithdrawals, openBills } from '../../db/schema/bills.ts'
import { cases } from '../../db/schema/cases.ts'
import { documentParties, documents } from '../../db/schema/documents.ts'
import {
  cards,
  handOuts,
  openRequests,
  requestEndings,
  requestEvents,
  requestItems,
  requests,
} from '../../db/schema/requests.ts'
import { services } from '../../db/schema/services.ts'
import { staff } from '../../db/schema/staff.ts'
import { departments } from '../../db/schema/town.ts'
import type { Card, Channel, Delivery } from '../../rules/cards/card.ts'
import type { Term, TermStart, TermUnit } from '../../rules/deadlines.ts'
import type { Lang } from '../../rules/languages.ts'
import type { LateReason } from '../../rules/late-reasons.ts'
import type { Cents } from '../../rules/money.ts'
import { refusal } from '../../rules/refusal.ts'
import {
  type ChecklistItem,
  type Outcome,
  type RequestEvent,
  type RequestEventKind,
  type Standing,
  standingOf,
} from '../../rules/requests.ts'
import type { Speed } from '../../rules/services.ts'
import { startOnArrival } from '../calendar/lookup.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

type Db = Ctx['db'] | Tx

/** Somebody a document names, as they were called then. */
export type Named = { id: string; name: string }

/** What is owed for a request: `open` waits at the cash desk, `withdrawn` was taken back. */
export type Fee = { billId: string; number: string; amount: Cents; state: 'open' | 'paid' | 'withdrawn' }

/** What happened with a request, and by which document. */
export type ToldEvent = RequestEvent & {
  id: string
  dueOn: Temporal.PlainDate | null
  reason: string | null
  documentId: string | null
  documentNumber: string | null
  toldAt: Temporal.Instant
  toldBy: string
}

/** How a request ended. */
export type RequestEnded = {
  outcome: Outcome
  documentId: string | null
  documentNumber: string | null
  reason: string | null
  endedOn: Temporal.PlainDate
  endedAt: Temporal.Instant
  endedBy: Named
  lateReason: LateReason | null
  lateNote: string | null
}

/** A request as it is now. */
export type RequestFound = {
  id: string
  number: string
  uri: string
  day: Temporal.PlainDate
  receivedAt: Temporal.Instant
  registeredAt: Temporal.Instant
  registeredBy: string
  channel: Channel
  caseId: string
  accessCode: string
  service: { id: string; code: string; name: Record<Lang, string> }
  speed: Speed
  department: { id: string; code: string; name: Record<Lang, string> }
  /** The mayoralty that took it in. */
  intake: string | null
  applicant: Named
  representative: Named | null
  representation: string | null
  delivery: Delivery
  deliverTo: string | null
  card: Card | null
  term: Term
  /** The day from which the term was counted at registration. */
  startsOn: Temporal.PlainDate
  /** The last day at registration, and as it is now: null stands still or has ended. */
  firstDue: Temporal.PlainDate
  dueOn: Temporal.PlainDate | null
  standing: Standing
  fee: Fee | null
  events: ToldEvent[]
  ending: RequestEnded | null
}

const registrar = alias(staff, 'registrar')
const intake = alias(departments, 'intake')
const act = alias(documents, 'act')
const ender = alias(staff, 'ender')

/** How the term of a registered request began: what was decided then about its first day stays. */
export const startOf = (ctx: Ctx, { receivedAt, term, channel, startsOn }: RequestFound): TermStart => ({
  ...startOnArrival(ctx, receivedAt, term, channel),
  countedFrom: startsOn,
})

/** The request with this id; refuses one that is not there or not theirs to see. */
export async function requestWithId(db: Db, id: string): Promise<RequestFound> {
  const [[row], people, events] = await Promise.all([
    requestRows(db, eq(requests.documentId, id)).limit(1),
    db
      .select({ role: documentParties.role, id: documentParties.partyId, name: documentParties.name })
      .from(documentParties)
      .where(eq(documentParties.documentId, id)),
    eventsOf(db, id),
  ])
  const applicant = people.find(({ role }) => role === 'applicant')
  if (!row || !applicant) throw refusal('request.unknown', { text: id })
  const representative = people.find(({ role }) => role === 'representative') ?? null
  return foundOf(row, applicant, representative, events)
}

const requestRows = (db: Db, which: SQL | undefined) =>
  db
    .select({
      document: documents,
      request: requests,
      service: services,
      department: departments,
      accessCode: cases.accessCode,
      registeredBy: registrar.name,
      intake: intake.code,
      card: cards.card,
      bill: bills,
      openBill: openBills.billId,
      withdrawn: billWithdrawals.billId,
      dueNow: openRequests.dueOn,
      ending: requestEndings,
      actNumber: act.number,
      ender: ender.name,
    })
    .from(requests)
    .innerJoin(documents, eq(documents.id, requests.documentId))
    .innerJoin(cases, eq(cases.id, documents.caseId))
    .innerJoin(services, eq(services.id, requests.serviceId))
    .innerJoin(departments, eq(departments.id, requests.departmentId))
    .innerJoin(registrar, eq(registrar.id, documents.registeredBy))
    .leftJoin(intake, eq(intake.id, documents.intakeId))
    .leftJoin(cards, eq(cards.id, requests.cardId))
    .leftJoin(bills, eq(bills.id, requests.billId))
    .leftJoin(openBills, eq(openBills.billId, requests.billId))
    .leftJoin(billWithdrawals, eq(billWithdrawals.billId, requests.billId))
    .leftJoin(openRequests, eq(openRequests.requestId, requests.documentId))
    .leftJoin(requestEndings, eq(requestEndings.requestId, requests.documentId))
    .leftJoin(act, eq(act.id, requestEndings.documentId))
    .leftJoin(ender, eq(ender.id, requestEndings.endedBy))
    .where(which)

type RequestRow = Awaited<ReturnType<typeof requestRows>>[number]

function foundOf(
  row: RequestRow,
  applicant: Named,
  representative: Named | null,
  events: ToldEvent[],
): RequestFound {
  const { document, request, service, department, ending } = row
  const kinds = events.map(({ kind }) => kind)
  return {
    id: document.id,
    number: document.number,
    uri: document.uri,
    day: document.day,
    receivedAt: document.receivedAt,
    registeredAt: document.registeredAt,
    registeredBy: row.registeredBy,
    channel: document.channel ?? 'desk',
    caseId: document.caseId,
    accessCode: row.accessCode,
    service: { id: service.id, code: service.code, name: { bg: service.nameBg, en: service.nameEn } },
    speed: request.speed as Speed,
    department: {
      id: department.id,
      code: department.code,
      name: { bg: department.nameBg, en: department.nameEn },
    },
    intake: row.intake,
    applicant: { id: applicant.id, name: applicant.name },
    representative: representative && { id: representative.id, name: representative.name },
    representation: request.representation,
    delivery: request.delivery,
    deliverTo: request.deliverTo,
    card: row.card as unknown as Card | null,
    term: {
      amount: request.termAmount,
      unit: request.termUnit as TermUnit,
      article: request.termArticle,
    },
    startsOn: request.startsOn,
    firstDue: request.dueOn,
    dueOn: row.dueNow,
    standing: standingOf(kinds, ending?.outcome ?? null),
    fee: feeOf(row),
    events,
    ending: ending && endedOf(ending, row),
  }
}

function feeOf({ bill, openBill, withdrawn }: RequestRow): Fee | null {
  if (!bill) return null
  const state = withdrawn ? 'withdrawn' : openBill ? 'open' : 'paid'
  return { billId: bill.id, number: bill.number, amount: bill.amountCents, state }
}

const endedOf = (
  ending: typeof requestEndings.$inferSelect,
  { actNumber, ender: name }: RequestRow,
): RequestEnded => ({
  outcome: ending.outcome,
  documentId: ending.documentId,
  documentNumber: actNumber,
  reason: ending.reason,
  endedOn: ending.endedOn,
  endedAt: ending.endedAt,
  endedBy: { id: ending.endedBy, name: name ?? '' },
  lateReason: ending.lateReason as LateReason | null,
  lateNote: ending.lateNote,
})

async function eventsOf(db: Db, requestId: string): Promise<ToldEvent[]> {
  const rows = await db
    .select({ event: requestEvents, number: documents.number, by: staff.name })
    .from(requestEvents)
    .innerJoin(staff, eq(staff.id, requestEvents.toldBy))
    .leftJoin(documents, eq(documents.id, requestEvents.documentId))
    .where(eq(requestEvents.requestId, requestId))
    .orderBy(asc(requestEvents.toldAt), asc(requestEvents.id))
  return rows.map(({ event, number, by }) => ({
    id: event.id,
    kind: event.kind as RequestEventKind,
    onDay: event.onDay,
    by: extensionIn(event.facts),
    dueOn: event.dueOn,
    reason: event.reason,
    documentId: event.documentId,
    documentNumber: number,
    toldAt: event.toldAt,
    toldBy: by,
  }))
}

/** The time that an extension gave, as its event keeps it. */
const extensionIn = ({ by }: Record<string, unknown>): Term | null => (by as Term | undefined) ?? null

/** The checklist of a request, in the order of its card. */
export const itemsOf = (db: Db, requestId: string): Promise<ChecklistItem[]> =>
  db
    .select({ name: requestItems.name, isExOfficio: requestItems.isExOfficio, state: requestItems.state })
    .from(requestItems)
    .where(eq(requestItems.requestId, requestId))
    .orderBy(asc(requestItems.ordinal))

export type HandedOut = typeof handOuts.$inferSelect & { handedByName: string }

/** Who took the result and when, or null. */
export async function handOutOf(db: Db, requestId: string): Promise<HandedOut | null> {
  const [row] = await db
    .select({ handOut: handOuts, name: staff.name })
    .from(handOuts)
    .innerJoin(staff, eq(staff.id, handOuts.handedBy))
    .where(eq(handOuts.requestId, requestId))
  return row ? { ...row.handOut, handedByName: row.name } : null
}

/** The id of the request that people know by this number, by its УРИ or by its bill's number; the latest of several years. */
export async function requestIdOf(db: Db, text: string): Promise<string> {
  const number = text.trim().replace(/^№\s*/, '')
  const [row] = await db
    .select({ id: requests.documentId })
    .from(requests)
    .innerJoin(documents, eq(documents.id, requests.documentId))
    .leftJoin(bills, eq(bills.id, requests.billId))
    .where(
      or(
        eq(documents.number, number),
        eq(documents.uri, number),
        and(sql`${bills.number} is not null`, eq(bills.number, number)),
      ),
    )
    .orderBy(sql`${documents.registeredAt} desc`)
    .limit(1)
  if (!row) throw refusal('request.unknown', { text })
  return row.id
}
