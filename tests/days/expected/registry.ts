import type { RegistryAct } from '../registry-acts.ts'
import type { Answer, Books, Who } from './books.ts'

type Day = Temporal.PlainDate

/** Somebody of the staff; `unit` is the code of their department. */
export type Member = { id: string; login: string; post: string; unit: string | null }
export type Unit = { id: string; code: string; kind: string; parent: string | null }
export type Kind = { id: string; code: string; letters: string }

export type CardPhase = {
  code: string
  unit: string
  byHead: boolean
  term: { amount: number; unit: string } | null
  waits: boolean
  next: { outcome: string; to: string[] }[]
  end: string | null
}
export type Card = {
  delivery: string[]
  result: { kind: string }
  documents: { code: string; exOfficio: string | null }[]
  phases: CardPhase[]
}

/** A service at one speed; of a service without a card, one phase takes all of its term. */
export type Offer = {
  serviceId: string
  name: string
  unit: string
  speed: 'normal' | 'fast' | 'express'
  fee: bigint
  term: { amount: number; unit: string }
  /** The speeds that the service has at all. */
  speeds: string[]
  hasCard: boolean
  /** What its result is called. */
  resultName: string
  card: Card
}

export type Hand = {
  id: string
  giver: string
  to: { login: string } | { unit: string }
  taken: string | null
}

export type Document = {
  id: string
  number: string
  uri: string
  caseId: string
  by: string
  subject: string
  corrections: Map<string, { before: string | null; after: string | null; reason: string }>
  /** The reason for which it was taken back. */
  annulled: string | null
  files: { sha256: string; name: string }[]
  handed: Hand[]
  sent: RegistryAct | null
}

export type Case = {
  id: string
  number: string
  opener: string
  /** Who sees it: people and departments. */
  people: Set<string>
  units: Set<string>
  restricted: string | null
  closings: { id: string; reopened: { reason: string; by: string } | null }[]
  replies: number
  filings: number
  /** Cases that were put beside it. */
  links: { otherId: string; note: string | null; by: string }[]
}

export type Request = {
  id: string
  caseId: string
  offer: Offer
  intake: string | null
  billId: string | null
  standing: string
  /** The last day, also while it stands still. */
  due: Day
  /** Where its term ends before days off are looked at. */
  ends: Day
  /** Days of more time since the term began, or began anew. */
  extended: number
  told: Set<string>
  ending: { outcome: string; documentId: string; documentNumber: string } | null
  takenBy: string | null
  answer: Record<string, string | number | null>
}

export type Task = {
  id: string
  caseId: string
  requestId: string | null
  kind: 'resolution' | 'phase' | 'opinion'
  phase: string | null
  parentId: string | null
  assigner: string | null
  assignee: string | null
  unit: string
  given: Day
  due: Day
  moves: { id: string; kind: string; assignee: string | null; by: string }[]
  ending: { outcome: string; result: string } | null
}

/** What the registry must hold, in plain data. */
export type Registry = {
  today: Day
  isOff: (day: Day) => boolean
  members: Member[]
  units: Unit[]
  kinds: Kind[]
  offers: Offer[]
  /** The last number that each register gave, by its index and the year. */
  sequences: Map<string, number>
  documents: Map<string, Document>
  cases: Map<string, Case>
  requests: Map<string, Request>
  tasks: Map<string, Task>
  /** What was answered to opinions and reviews, by their ids. */
  opinions: Map<string, Answer>
  reviews: Map<string, Answer>
  /** Who acts for whom today. */
  substitutions: { id: string; absent: string; substitute: string }[]
}

export const memberOf = (registry: Registry, login: string): Member => {
  const member = registry.members.find(one => one.login === login)
  if (!member) throw new Error(`nobody is called ${login}`)
  return member
}

export const memberWithId = (registry: Registry, id: string): Member | null =>
  registry.members.find(one => one.id === id) ?? null

export const unitWithId = (registry: Registry, id: string): Unit | null =>
  registry.units.find(one => one.id === id) ?? null

export const unitOf = (registry: Registry, code: string): Unit => {
  const unit = registry.units.find(one => one.code === code)
  if (!unit) throw new Error(`no department ${code}`)
  return unit
}

/** The mayoralty where somebody works, or null. */
export function mayoraltyOf(registry: Registry, login: string): string | null {
  const { unit } = memberOf(registry, login)
  return unit !== null && unitOf(registry, unit).kind === 'mayoralty' ? unit : null
}

/** What somebody may lay hands on: who they act for, the departments they see. */
export type Hands = {
  logins: string[]
  units: Set<string>
  isHead: boolean
  isSecretary: boolean
  all: boolean
}

export function handsOf(registry: Registry, login: string): Hands {
  const absent = registry.substitutions.filter(one => one.substitute === login).map(one => one.absent)
  const them = [login, ...absent].map(one => memberOf(registry, one))
  const isSecretary = them.some(({ post, unit }) => post === 'head' && unit === null)
  const isCentral = them.some(
    ({ post, unit }) => post === 'clerk' && (unit === null || unitOf(registry, unit).kind !== 'mayoralty'),
  )
  return {
    logins: them.map(one => one.login),
    units: new Set(them.flatMap(one => unitsUnder(registry, one))),
    isHead: them.some(({ post }) => post === 'head'),
    isSecretary,
    all: isSecretary || isCentral || them.some(({ post }) => post === 'auditor'),
  }
}

function unitsUnder({ units }: Registry, { post, unit }: Member): string[] {
  if (unit === null || !['clerk', 'officer', 'head'].includes(post)) return []
  if (post !== 'head') return [unit]
  const under = (code: string): string[] => [
    code,
    ...units.filter(({ parent }) => parent === code).flatMap(child => under(child.code)),
  ]
  return under(unit)
}

/** Whether somebody sees what is in a case. */
export function sees(registry: Registry, login: string, caseId: string): boolean {
  const found = registry.cases.get(caseId)
  if (!found) return false
  const { logins, units, all } = handsOf(registry, login)
  if (logins.some(one => found.people.has(one))) return true
  return found.restricted === null && (all || [...found.units].some(code => units.has(code)))
}

/** Whether somebody sees a document: one's own in any case. */
export function seesDocument(registry: Registry, login: string, { by, caseId }: Document): boolean {
  return handsOf(registry, login).logins.includes(by) || sees(registry, login, caseId)
}

/** Why nothing is done on a document that somebody sees, or null: one's own may lie in a case that is theirs no more. */
export const whyNotOn = (registry: Registry, login: string, { caseId }: Document): string | null =>
  sees(registry, login, caseId) ? null : 'case.not_seen'

/** Whether somebody sees a case or has opened it. */
export function seesHead(registry: Registry, login: string, { opener, id }: Case): boolean {
  return handsOf(registry, login).logins.includes(opener) || sees(registry, login, id)
}

/** Whether these hands may move or end a task. */
export function holds({ assigner, assignee, unit }: Task, hands: Hands): boolean {
  const isOf = (login: string | null) => login !== null && hands.logins.includes(login)
  if (hands.isSecretary || isOf(assignee) || isOf(assigner)) return true
  return hands.units.has(unit) && (assignee === null || hands.isHead)
}

export const isClosed = ({ closings }: Case): boolean => closings.some(({ reopened }) => reopened === null)

export const openTasksIn = (registry: Registry, caseId: string): Task[] =>
  [...registry.tasks.values()].filter(task => task.caseId === caseId && task.ending === null)

export const isLate = ({ today }: Registry, due: Day): boolean => Temporal.PlainDate.compare(due, today) < 0

/** The last day of so much time: чл. 60 ГПК, with days and working days alone. */
export const dueAfter = (registry: Registry, from: Day, term: { amount: number; unit: string }): Day =>
  workingFrom(registry, endsAfter(registry, from, term))

/** The day after which so much time is over, whatever day that is. */
export function endsAfter(
  { isOff }: Registry,
  from: Day,
  { amount, unit }: { amount: number; unit: string },
): Day {
  let day = from
  for (let left = amount; left > 0; left--) {
    day = day.add({ days: 1 })
    while (unit === 'working_days' && isOff(day)) day = day.add({ days: 1 })
  }
  return day
}

export function workingFrom({ isOff }: Registry, from: Day): Day {
  let day = from
  while (isOff(day)) day = day.add({ days: 1 })
  return day
}

export const mayOf = (books: Books, who: Who, posts: string[]): boolean =>
  posts.includes(books.posts.get(who.login) ?? '')

/** All that somebody sees, as `cases.look` tells it. */
export function seenBy(registry: Registry, login: string): string {
  const shown = (letter: string, id: string) => `${letter}${id.slice(-9)}`
  const { documents, cases, requests, tasks } = registry
  const seen = [
    ...[...cases.values()].filter(one => seesHead(registry, login, one)).map(({ id }) => shown('c', id)),
    ...[...documents.values()]
      .filter(one => seesDocument(registry, login, one))
      .map(({ id }) => shown('d', id)),
    ...[...requests.values()]
      .filter(one => one.ending === null && sees(registry, login, one.caseId))
      .map(({ id }) => shown('r', id)),
    ...[...tasks.values()]
      .filter(one => one.ending === null && sees(registry, login, one.caseId))
      .map(({ id }) => shown('t', id)),
  ]
  return seen.sort().join(' ')
}
