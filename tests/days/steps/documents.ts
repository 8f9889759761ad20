import { createHash, randomUUIDv7 } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Who } from '../expected/books.ts'
import { type Document, isClosed, memberOf, seesDocument, seesHead, unitOf } from '../expected/registry.ts'
import type { ActOf, Target } from '../registry-acts.ts'
import { type Draw, once, type Step } from './step.ts'

const SUBJECTS = [
  'Молба за скица',
  'Жалба за шум',
  'Предложение за пейки',
  'Покана за сесия',
  'Искане за справка',
]

export const everybody = ({ people: { registry, head } }: Draw): Who[] => [
  ...registry.clerks,
  ...registry.officers,
  ...registry.heads,
  head,
]

/** Now and then somebody who should not: else one of these. */
export const mostly = (draw: Draw, who: readonly Who[]): Who =>
  who.length > 0 && draw.chance.percent(93) ? draw.chance.oneOf(who) : draw.chance.oneOf(everybody(draw))

/** A letter that comes in, goes out, or stays in the house; often into a case that is there. */
function letterOf(draw: Draw, who: Who, caseId: string | null): ActOf<'documents.register'> {
  const { books, chance } = draw
  const post = books.posts.get(who.login)
  const direction =
    post === 'clerk' && chance.percent(60) ? 'incoming' : chance.oneOf(['outgoing', 'internal'] as const)
  const kinds = books.registry.kinds.filter(({ code }) => code !== 'application')
  const { id, letters } = chance.oneOf(kinds)
  const wantsParty = direction !== 'internal' && chance.percent(97)
  return {
    act: 'documents.register',
    documentId: randomUUIDv7(),
    direction: chance.percent(2) ? 'incoming' : direction,
    kind: { id, letters },
    channel: direction === 'incoming' && chance.percent(98) ? chance.oneOf(['desk', 'post'] as const) : null,
    subject: chance.percent(2) ? '-' : `${chance.oneOf(SUBJECTS)} ${chance.between(1, 999)}`,
    partyId: wantsParty ? chance.oneOf([...books.payers.keys()]) : null,
    caseId,
    slip: post === 'clerk' && chance.percent(70),
  }
}

/** A case that somebody sees, mostly one that is open; null where there is none. */
export function caseFor({ books: { registry }, chance }: Draw, { login }: Who): string | null {
  const all = [...registry.cases.values()]
  const seen = chance.percent(95) ? all.filter(one => seesHead(registry, login, one)) : all
  const open = chance.percent(93) ? seen.filter(one => !isClosed(one)) : seen
  return open.length > 0 ? chance.oneOf(open.slice(-12)).id : null
}

export function letter(draw: Draw): Step {
  const who = draw.chance.oneOf([...draw.people.registry.clerks, ...everybody(draw)])
  const caseId = draw.chance.percent(45) ? caseFor(draw, who) : null
  return once('a document', { who, act: letterOf(draw, who, caseId) })
}

/** Everybody at once in one register. */
export function lettersAtOnce(draw: Draw): Step {
  const all = draw.chance.shuffled(everybody(draw)).slice(0, draw.chance.between(3, 6))
  return once('documents at once', ...all.map(who => ({ who, act: letterOf(draw, who, null) })))
}

/** Several answer in one case at the same moment. */
export function repliesAtOnce(draw: Draw): Step | null {
  const { registry } = draw.books
  const first = draw.chance.oneOf(draw.people.registry.clerks)
  const caseId = caseFor(draw, first)
  const found = caseId === null ? undefined : registry.cases.get(caseId)
  if (!found) return null
  const seeing = draw.chance.shuffled(everybody(draw).filter(({ login }) => seesHead(registry, login, found)))
  if (seeing.length < 2) return null
  return once(
    'replies at once',
    ...seeing.slice(0, 3).map(who => ({ who, act: letterOf(draw, who, found.id) })),
  )
}

/** The number of one letter is asked for another one. */
export function letterReused(draw: Draw): Step | null {
  const sent = [...draw.books.registry.documents.values()].flatMap(({ sent, by }) =>
    sent?.act === 'documents.register' ? [{ sent, by }] : [],
  )
  if (sent.length === 0) return null
  const { sent: act, by } = draw.chance.oneOf(sent)
  const who = everybody(draw).find(({ login }) => login === by)
  return who
    ? once('an id for another document', { who, act: { ...act, subject: `${act.subject} …` } })
    : null
}

/** One of the latest documents. */
const recent = ({ books: { registry }, chance }: Draw): Document | null => {
  const all = [...registry.documents.values()]
  return all.length > 0 ? chance.oneOf(all.slice(-25)) : null
}

export function correction(draw: Draw): Step | null {
  const { chance, people } = draw
  const document = recent(draw)
  if (!document) return null
  const who = mostly(draw, [...people.registry.clerks, people.head])
  const subject = chance.oneOf([
    document.subject,
    '',
    ...Array<string>(12).fill(`${document.subject}, поправено`),
  ])
  const reason = chance.percent(95) ? 'грешка при въвеждане' : '.'
  const { id: documentId } = document
  const act = { act: 'documents.correct', correctionId: randomUUIDv7(), documentId, subject, reason } as const
  return once('a correction', { who, act })
}

export function annulment(draw: Draw): Step | null {
  const { chance, people } = draw
  const document = recent(draw)
  if (!document) return null
  const who = mostly(draw, [...people.registry.clerks, people.head])
  const reason = chance.percent(95) ? 'регистриран два пъти' : ''
  const act = {
    act: 'documents.annul',
    correctionId: randomUUIDv7(),
    documentId: document.id,
    reason,
  } as const
  return once('a document is annulled', { who, act })
}

/** A clerk attaches a scan; sometimes one that is there already, sometimes under another name. */
export function scan(draw: Draw): Step | null {
  const { chance, scans, people } = draw
  const document = recent(draw)
  if (!document) return null
  const known = document.files.length > 0 && chance.percent(25) ? chance.oneOf(document.files) : null
  const text = known ? null : `скан ${randomUUIDv7()}\n`
  const sha256 = known?.sha256 ?? createHash('sha256').update(text!).digest('hex')
  const path = join(scans, `${sha256}.txt`)
  if (text) writeFileSync(path, text)
  const name = known && chance.percent(70) ? known.name : `скан ${chance.between(1, 999)}.txt`
  const who = people.clerk
  return once('a scan', {
    who,
    act: { act: 'documents.attach', documentId: document.id, path, name, sha256 },
  })
}

/** Somebody of the staff, or now and then a whole department. */
export function target(draw: Draw, among: readonly Who[] = everybody(draw)): Target {
  const { registry } = draw.books
  const { id, unit } = memberOf(registry, draw.chance.oneOf(among).login)
  return unit && draw.chance.percent(25) ? { departmentId: unitOf(registry, unit).id } : { staffId: id }
}

export function paperHanded(draw: Draw): Step | null {
  const { books, chance } = draw
  const document = recent(draw)
  if (!document) return null
  const seeing = everybody(draw).filter(({ login }) => seesDocument(books.registry, login, document))
  const last = document.handed.at(-1)
  const holder = seeing.filter(({ login }) => login === (last?.taken ?? document.by))
  const who = mostly(draw, chance.percent(80) && holder.length > 0 ? holder : seeing)
  const { id: documentId } = document
  return once('a paper is handed over', {
    who,
    act: { act: 'papers.hand', id: randomUUIDv7(), documentId, to: target(draw) },
  })
}

export function paperTaken(draw: Draw): Step | null {
  const { books, chance } = draw
  const onTheWay = [...books.registry.documents.values()].flatMap(({ id, handed }) => {
    const last = handed.at(-1)
    return last && (last.taken === null || chance.percent(10)) ? [{ documentId: id, hand: last }] : []
  })
  if (onTheWay.length === 0) return null
  const { documentId, hand } = chance.oneOf(onTheWay)
  const takers = everybody(draw).filter(({ login }) =>
    'login' in hand.to ? hand.to.login === login : memberOf(books.registry, login).unit === hand.to.unit,
  )
  const act = { act: 'papers.take', handoverId: hand.id, documentId } as const
  const all = takers.length > 1 && chance.percent(40) ? takers : [mostly(draw, takers)]
  return once('a paper is taken', ...all.map(who => ({ who, act })))
}
