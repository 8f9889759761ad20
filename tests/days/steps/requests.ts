import { randomUUIDv7 } from 'node:crypto'
import type { Act } from '../acts.ts'
import type { Who } from '../expected/books.ts'
import { openPhasesOf } from '../expected/phases.ts'
import { handsOf, holds, type Offer, type Request, sees } from '../expected/registry.ts'
import type { ActOf, Lateness } from '../registry-acts.ts'
import { everybody, mostly } from './documents.ts'
import { cashierAtWork, type Draw, once, type Step } from './step.ts'

function requestOf(draw: Draw): ActOf<'requests.register'> {
  const { books, chance } = draw
  const { offers, today } = books.registry
  const carded = offers.filter(({ hasCard }) => hasCard)
  const offer = chance.oneOf(chance.percent(60) && carded.length > 0 ? carded : offers)
  const missing = (['fast', 'express'] as const).filter(speed => !offer.speeds.includes(speed))
  const isWired = chance.percent(20)
  const came = today.subtract({ days: chance.between(1, 4) })
  const hour = chance.oneOf([7, 10, 15, 21])
  return {
    act: 'requests.register',
    id: randomUUIDv7(),
    serviceId: offer.serviceId,
    speed: chance.percent(3) && missing.length > 0 ? chance.oneOf(missing) : offer.speed,
    applicantId: chance.oneOf([...books.payers.keys()]),
    channel: isWired ? 'email' : 'desk',
    receivedAt: isWired
      ? came.toZonedDateTime({ timeZone: 'Europe/Sofia', plainTime: { hour } }).toInstant().toString()
      : null,
    delivery: chance.percent(3) ? 'email' : 'desk',
    missing: missingOf(draw, offer),
  }
}

function missingOf({ chance }: Draw, { card }: Offer): string | null {
  const asked = card.documents.filter(({ exOfficio }) => chance.percent(4) || !exOfficio)
  return asked.length > 0 && chance.percent(25) ? chance.oneOf(asked).code : null
}

export function request(draw: Draw): Step {
  return once('a request', { who: mostly(draw, draw.people.registry.clerks), act: requestOf(draw) })
}

export function requestsAtOnce(draw: Draw): Step {
  const clerks = draw.people.registry.clerks
  return once('requests at once', ...clerks.map(who => ({ who, act: requestOf(draw) })))
}

const LATE: Lateness[] = [
  { lateReason: 'overload', lateNote: null },
  { lateReason: 'other', lateNote: 'чака се документ' },
  { lateReason: 'other', lateNote: null },
  { lateReason: null, lateNote: null },
]
const IN_TIME: Lateness = { lateReason: null, lateNote: null }

/** A reason for a delay, sometimes none that is one; none where nothing is late. */
export function lateness({ books, chance }: Draw, due: Temporal.PlainDate): Lateness {
  const isLate = Temporal.PlainDate.compare(due, books.registry.today) < 0
  return isLate ? chance.oneOf(LATE) : IN_TIME
}

/** Those who may decide on a request and whose its phases are. */
function deciders(draw: Draw, request: Request): Who[] {
  const { registry } = draw.books
  const { officers, heads } = draw.people.registry
  const all = [...officers, ...heads, draw.people.head]
  return all.filter(({ login }) => {
    const hands = handsOf(registry, login)
    const open = openPhasesOf(registry, request)
    return sees(registry, login, request.caseId) && open.every(({ task }) => holds(task, hands))
  })
}

/** A request, mostly one that fits. */
function requestThat(draw: Draw, fits: (request: Request) => boolean): Request | null {
  const all = [...draw.books.registry.requests.values()]
  const fitting = draw.chance.percent(95) ? all.filter(fits) : all
  return fitting.length > 0 ? draw.chance.oneOf(fitting.slice(-15)) : null
}

/** A request goes through: the next of its phases, or its end where the card says so. */
export function phase(draw: Draw): Step | null {
  const { books, chance } = draw
  const request = requestThat(draw, ({ ending }) => ending === null)
  const open = request ? openPhasesOf(books.registry, request) : []
  if (!request || open.length === 0) return null
  const { task, phase: of } = chance.oneOf(open)
  const working = everybody(draw).filter(
    ({ login }) => sees(books.registry, login, task.caseId) && holds(task, handsOf(books.registry, login)),
  )
  if (of.next.length === 0 && chance.percent(85)) return decision(draw, request)
  const outcomes = of.next.map(({ outcome }) => outcome)
  const next = chance.oneOf([...outcomes, ...outcomes, ...outcomes, null, 'друг изход'])
  const act = {
    act: 'tasks.end',
    taskId: task.id,
    outcome: chance.oneOf(['done', 'done', 'done', 'done', 'done', 'not_done', 'cancelled'] as const),
    result: chance.percent(95) ? 'направено' : '',
    next,
    ...lateness(draw, task.due),
  } as const
  const who = mostly(draw, working)
  const other = working.find(({ login }) => login !== who.login)
  const two = other && chance.percent(15) ? [{ who: other, act: { ...act, result: 'и аз го направих' } }] : []
  return once('a phase ends', { who, act }, ...two)
}

/** It is given out or refused, in time or late; sometimes by two at once. */
export function decision(draw: Draw, which: Request | null = null): Step | null {
  const { books, chance } = draw
  const request = which ?? requestThat(draw, ({ ending }) => ending === null)
  if (!request) return null
  const { id: requestId, due } = request
  const isPaid = request.billId === null || books.bills.get(request.billId)?.state === 'paid'
  const exemption = isPaid || chance.percent(20) ? null : 'освободен по решение на съвета'
  const who = mostly(draw, deciders(draw, request))
  const end = () => {
    const ended = { requestId, documentId: randomUUIDv7(), ...lateness(draw, due) }
    return chance.percent(70)
      ? ({ act: 'requests.complete', ...ended, exemption } as const)
      : ({ act: 'requests.refuse', ...ended, reason: chance.percent(95) ? 'няма основание' : '' } as const)
  }
  const other = deciders(draw, request).find(({ login }) => login !== who.login)
  const two = other && chance.percent(20) ? [{ who: other, act: end() }] : []
  return once('a request ends', { who, act: end() }, ...two)
}

/** Its term stops, or goes on. */
export function stopOrGo(draw: Draw): Step | null {
  const { chance } = draw
  const request = requestThat(draw, ({ ending }) => ending === null)
  if (!request) return null
  const who = mostly(draw, deciders(draw, request))
  const told = { id: randomUUIDv7(), requestId: request.id }
  const reason = chance.percent(95) ? 'чл. 54, ал. 1, т. 3 АПК' : '-'
  const stops = [
    { act: 'requests.suspend', ...told, reason } as const,
    { act: 'requests.irregular', ...told, what: reason, documentId: randomUUIDv7() } as const,
  ]
  const goesOn = [
    { act: 'requests.resume', ...told, reason } as const,
    { act: 'requests.mend', ...told, what: reason } as const,
  ]
  const { standing } = request
  const right = standing === 'under_way' ? chance.oneOf(stops) : goesOn[standing === 'suspended' ? 0 : 1]!
  return once('a term stops or goes on', {
    who,
    act: chance.percent(90) ? right : chance.oneOf([...stops, ...goesOn]),
  })
}

/** It is given more time, sometimes more than the law has or on a ground that gives none. */
export function extension(draw: Draw): Step | null {
  const { chance } = draw
  const request = requestThat(draw, ({ ending, standing }) => ending === null && standing === 'under_way')
  if (!request) return null
  const act = {
    act: 'requests.extend',
    id: randomUUIDv7(),
    requestId: request.id,
    amount: chance.between(1, 9),
    article: chance.percent(95) ? 'чл. 57, ал. 7 АПК' : 'чл. 57, ал. 1 АПК',
    reason: chance.percent(95) ? 'поискано е становище на друг орган' : '',
    documentId: randomUUIDv7(),
  } as const
  const who = mostly(draw, deciders(draw, request))
  const other = deciders(draw, request).find(({ login }) => login !== who.login)
  const also = { ...act, id: randomUUIDv7(), documentId: randomUUIDv7() }
  const two = other && chance.percent(20) ? [{ who: other, act: also }] : []
  return once('a term is extended', { who, act }, ...two)
}

export function handOut(draw: Draw): Step | null {
  const { chance, people } = draw
  const request = requestThat(draw, ({ ending, takenBy }) => ending !== null && takenBy === null)
  if (!request) return null
  const act = {
    act: 'requests.hand_out',
    requestId: request.id,
    takenBy: chance.percent(95) ? `Иван Петров ${chance.between(1, 99)}` : '',
    identity: chance.percent(95) ? 'лична карта' : null,
  } as const
  return once('a result is handed out', { who: mostly(draw, people.registry.clerks), act })
}

/** The applicant pays at the cash desk while somebody refuses the request, or gives it out for nothing. */
export function endedWhilePaid(draw: Draw): Step | null {
  const { books, chance } = draw
  const cashier = cashierAtWork(draw)
  const unpaid = [...books.registry.requests.values()].filter(
    ({ ending, billId }) => ending === null && books.bills.get(billId ?? '')?.state === 'open',
  )
  if (!cashier || unpaid.length === 0) return null
  const request = chance.oneOf(unpaid)
  const end = decision(draw, request)?.phases[0]?.()[0]
  if (!end) return null
  const pay: Act = {
    act: 'payments.take',
    paymentId: randomUUIDv7(),
    lines: [{ billId: request.billId ?? '' }],
    given: null,
    others: [],
    payerId: null,
  }
  return once('a request ends while it is paid', { who: cashier, act: pay }, end)
}
