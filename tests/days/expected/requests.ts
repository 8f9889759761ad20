import { isDeepStrictEqual } from 'node:util'
import type { ActOf } from '../registry-acts.ts'
import { type Added, again, type Books, deskOf, type Expected, logged, no, paper, type Who } from './books.ts'
import { enter, type NewDocument, numberOf } from './documents.ts'
import { movedPhases, startPhases } from './phases.ts'
import {
  endsAfter,
  mayOf,
  mayoraltyOf,
  type Offer,
  type Registry,
  type Request,
  seesDocument,
  workingFrom,
} from './registry.ts'

type Day = Temporal.PlainDate

const ZONE = 'Europe/Sofia'
const DECIDE = ['officer', 'head']

export function expectRequest(books: Books, who: Who, act: ActOf<'requests.register'>): Expected {
  const { registry } = books
  const { id, serviceId, speed, applicantId } = act
  if (!mayOf(books, who, ['clerk'])) return no('authority.denied')
  const earlier = registry.requests.get(id)
  if (earlier) {
    const isSame = isDeepStrictEqual(registry.documents.get(id)?.sent, act)
    return isSame ? again(earlier.answer) : no('request.id_reused')
  }
  const offer = registry.offers.find(one => one.serviceId === serviceId && one.speed === speed)
  if (!offer) return no('service.no_such_speed')
  const wrong = whyNotAsk(offer, act)
  if (wrong) return no(wrong)
  const day = act.receivedAt
    ? Temporal.Instant.from(act.receivedAt).toZonedDateTimeISO(ZONE).toPlainDate()
    : registry.today
  const document: NewDocument = {
    id,
    direction: 'incoming',
    letters: letters(registry, 'application'),
    subject: offer.name,
    caseId: null,
    unit: offer.unit,
    day,
    sent: act,
  }
  const { number, uri } = numberOf(registry, document)
  const ends = endsAfter(registry, startOf(registry, act), offer.term)
  const due = workingFrom(registry, ends)
  const bill = offer.fee === 0n ? null : `${number}/${day.year}`
  const intake = mayoraltyOf(registry, who.login)
  const begun = startPhases(registry, { offer, intake, due }, offer.card.phases.slice(0, 1))
  const answer = {
    number,
    uri,
    due: due.toString(),
    bill,
    amount: bill ? `${offer.fee}` : null,
    missing: act.missing === null ? 0 : 1,
    phases: begun.map(phase => `${phase.code} ${phase.due}`).join(', '),
  }
  return {
    done: answer,
    write: added => {
      const rows = enter(registry, who, document, added)
      const { caseId } = registry.documents.get(id)!
      const billId = bill === null ? null : `${added.bills.find(row => row['number'] === bill)?.['id']}`
      const request: Request = {
        id,
        caseId,
        offer,
        intake,
        billId,
        standing: 'under_way',
        due,
        ends,
        extended: 0,
        told: new Set(),
        ending: null,
        takenBy: null,
        answer,
      }
      registry.requests.set(id, request)
      if (bill !== null && billId !== null) enterBill(books, { id: billId, number: bill, offer })
      const row = { id, service: serviceId, speed, bill, unit: offer.unit, due: due.toString() }
      return {
        ...rows,
        requests: [{ ...row, missing: answer.missing }],
        tasks: begun.flatMap(phase => phase.enter(request, added)),
        bills: billId
          ? [{ id: billId, number: bill, amount: `${offer.fee}`, by: who.login, payer: applicantId }]
          : [],
        papers: paper(deskOf(books, who.desk).number, 'slip', id),
        logbook: logged(who, 'requests.register', id),
      }
    },
  }
}

function whyNotAsk(
  { card, hasCard }: Offer,
  { missing, delivery }: ActOf<'requests.register'>,
): string | null {
  const item = missing === null ? null : card.documents.find(({ code }) => code === missing)
  if (item === undefined) return 'request.item_unknown'
  if (item?.exOfficio) return 'request.asked_ex_officio'
  if (hasCard && !card.delivery.includes(delivery)) return 'request.delivery_not_offered'
  return delivery === 'email' ? 'request.address_needed' : null
}

/** What comes by wire after hours or on a day off counts as of the next working day; what comes at the desk as of today. */
function startOf({ today, isOff }: Registry, { receivedAt, channel }: ActOf<'requests.register'>): Day {
  if (receivedAt === null || channel === 'desk') return today
  const local = Temporal.Instant.from(receivedAt).toZonedDateTimeISO(ZONE)
  let day = local.toPlainDate()
  if (!isOff(day) && local.hour < 17) return day
  do day = day.add({ days: 1 })
  while (isOff(day))
  return day
}

function enterBill(books: Books, { id, number, offer }: { id: string; number: string; offer: Offer }): void {
  const needsPayer = books.services.find(service => service.id === offer.serviceId)?.needsPayer ?? false
  books.bills.set(id, { id, number, amount: offer.fee, needsPayer, state: 'open', reason: null })
}

const letters = (registry: Registry, code: string): string =>
  registry.kinds.find(kind => kind.code === code)?.letters ?? '?'

type Event = 'suspended' | 'resumed' | 'irregular' | 'mended'
type Told = { id: string; kind: Event; reason: string; from: string; wrong: string; noticeId: string | null }

/** What is told of a request: it stops, or goes on. */
export function expectEvent(
  books: Books,
  who: Who,
  act: ActOf<'requests.suspend' | 'requests.resume' | 'requests.irregular' | 'requests.mend'>,
): Expected {
  switch (act.act) {
    case 'requests.suspend':
      return expectStop(books, who, act.requestId, { ...act, kind: 'suspended', noticeId: null })
    case 'requests.irregular': {
      const { id, what, documentId } = act
      return expectStop(books, who, act.requestId, {
        id,
        kind: 'irregular',
        reason: what,
        noticeId: documentId,
      })
    }
    case 'requests.resume':
      return expectGoingOn(books, who, act.requestId, {
        ...act,
        kind: 'resumed',
        from: 'suspended',
        wrong: 'request.not_suspended',
      })
    case 'requests.mend': {
      const { id, what } = act
      return expectGoingOn(books, who, act.requestId, {
        id,
        kind: 'mended',
        reason: what,
        from: 'irregular',
        wrong: 'request.not_irregular',
      })
    }
  }
}

/** The request that somebody decides on, or why not. */
export function found({ registry, ...books }: Books, who: Who, id: string, posts = DECIDE): Request | string {
  if (!mayOf({ registry, ...books }, who, posts)) return 'authority.denied'
  const document = registry.documents.get(id)
  const request = registry.requests.get(id)
  return document && request && seesDocument(registry, who.login, document) ? request : 'request.unknown'
}

type Stop = Pick<Told, 'id' | 'kind' | 'reason' | 'noticeId'>

function expectStop(books: Books, who: Who, requestId: string, told: Stop): Expected {
  const { registry } = books
  const request = found(books, who, requestId)
  if (typeof request === 'string') return no(request)
  const { number } = registry.documents.get(requestId)!
  if (request.told.has(told.id)) return again({ number })
  if (request.ending) return no('request.ended')
  if (request.standing !== 'under_way') return no('request.stands_still')
  if (told.reason.trim().length < 3) return no('request.reason_needed')
  return {
    done: { number },
    write: added => {
      request.told.add(told.id)
      request.standing = told.kind
      const notice = told.noticeId
        ? enter(registry, who, actOf(registry, request, told.noticeId, 'irregularity-notice', number), added)
        : {}
      return { ...notice, ...event(who, requestId, told, null) }
    },
  }
}

type GoingOn = Pick<Told, 'id' | 'kind' | 'reason' | 'from' | 'wrong'>

function expectGoingOn(books: Books, who: Who, requestId: string, told: GoingOn): Expected {
  const { registry } = books
  const request = found(books, who, requestId)
  if (typeof request === 'string') return no(request)
  const { number } = registry.documents.get(requestId)!
  if (request.told.has(told.id)) return again({ number })
  if (request.ending) return no('request.ended')
  if (request.standing !== told.from) return no(told.wrong)
  if (told.reason.trim().length < 3) return no('request.reason_needed')
  return {
    done: { number },
    write: () => {
      request.told.add(told.id)
      request.standing = 'under_way'
      if (told.kind === 'mended') beginAnew(registry, request)
      return {
        ...event(who, requestId, told, request.due),
        terms: told.kind === 'mended' ? movedPhases(registry, request) : [],
      }
    },
  }
}

function beginAnew(registry: Registry, request: Request): void {
  request.ends = endsAfter(registry, registry.today, request.offer.term)
  request.due = workingFrom(registry, request.ends)
  request.extended = 0
}

export const event = (
  who: Who,
  request: string,
  { id, kind }: { id: string; kind: string },
  due: Day | null,
): Added => ({
  events: [{ id, request, kind, due: due?.toString() ?? null, by: who.login }],
  logbook: logged(who, 'requests.decide', request),
})

/** The document of a decision, as the office words it. */
export function actOf(
  registry: Registry,
  request: Request,
  id: string,
  kind: string,
  number: string,
): NewDocument {
  const { offer, caseId } = request
  const subjects: Record<string, string> = {
    'irregularity-notice': `Нередовности по заявление ${number}`,
    notice: `Съобщение по заявление ${number}`,
    refusal: `Отказ: ${offer.name}`,
  }
  return {
    id,
    direction: 'outgoing',
    letters: letters(registry, kind),
    subject: subjects[kind] ?? offer.resultName,
    caseId,
    unit: offer.unit,
    day: registry.today,
    sent: null,
  }
}
