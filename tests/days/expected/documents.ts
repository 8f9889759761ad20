import { isDeepStrictEqual } from 'node:util'
import type { ActOf } from '../registry-acts.ts'
import {
  type Added,
  again,
  type Books,
  type Expected,
  type Found,
  logged,
  no,
  paper,
  type Who,
} from './books.ts'
import {
  type Case,
  type Document,
  isClosed,
  mayOf,
  mayoraltyOf,
  type Registry,
  seesDocument,
  seesHead,
  whyNotOn,
} from './registry.ts'

type Day = Temporal.PlainDate

/** A document before it has its number. */
export type NewDocument = {
  id: string
  direction: 'incoming' | 'outgoing' | 'internal'
  letters: string
  subject: string
  /** Null opens a case, of this department. */
  caseId: string | null
  unit: string | null
  day: Day
  sent: Document['sent']
}

const ACT = { incoming: 'documents.receive', outgoing: 'documents.issue', internal: 'documents.issue' }

export function expectDocument(books: Books, who: Who, act: ActOf<'documents.register'>): Expected {
  const { registry } = books
  const { documentId, direction, subject, channel, partyId, caseId } = act
  if (!mayOf(books, who, direction === 'incoming' ? ['clerk'] : ['clerk', 'officer', 'head']))
    return no('authority.denied')
  if (direction === 'incoming' && !partyId) return no('document.sender_needed')
  if (direction === 'outgoing' && !partyId) return no('document.recipient_needed')
  if (subject.trim().length < 2) return no('document.subject_needed')
  if (direction === 'incoming' && !channel) return no('document.channel_needed')
  const found = caseId === null ? null : registry.cases.get(caseId)
  if (caseId !== null && (!found || !seesHead(registry, who.login, found))) return no('document.case_unknown')
  const earlier = registry.documents.get(documentId)
  if (earlier)
    return isDeepStrictEqual(earlier.sent, act)
      ? again({ number: earlier.number, uri: earlier.uri })
      : no('document.id_reused')
  if (found && isClosed(found)) return no('case.closed')
  const entered = { id: documentId, direction, letters: act.kind.letters, subject, caseId, unit: null }
  const document: NewDocument = { ...entered, day: registry.today, sent: act }
  return {
    done: numberOf(registry, document),
    write: added => ({
      ...enter(registry, who, document, added),
      papers: act.slip ? paper(who.desk, 'slip', documentId) : [],
      logbook: logged(who, ACT[direction], documentId),
    }),
  }
}

/** The number and the УРИ that a document gets if it is entered next. */
export function numberOf(registry: Registry, document: NewDocument): { number: string; uri: string } {
  const { direction, letters, caseId, day } = document
  const index = registerOf(direction)
  const next = (registry.sequences.get(`${index} ${day.year}`) ?? 0) + 1
  const padded = String(next).padStart(5, '0')
  const [dd, mm] = [day.day, day.month].map(part => String(part).padStart(2, '0'))
  const uri = `${index}-${next}-${dd}.${mm}.${day.year}`
  if (direction === 'internal') return { number: `ВН-${padded}`, uri }
  if (caseId === null) return { number: `${letters}-${index}-${padded}`, uri }
  const { number, replies } = registry.cases.get(caseId)!
  return { number: `${number}#${replies + 1}`, uri }
}

const registerOf = (direction: NewDocument['direction']): number => (direction === 'internal' ? 2 : 1)

/** Enters a document with its case and its place in it. */
export function enter(registry: Registry, { login }: Who, document: NewDocument, added: Found): Added {
  const { id, direction, subject, day, unit, sent } = document
  const { number, uri } = numberOf(registry, document)
  const series = `${registerOf(direction)} ${day.year}`
  registry.sequences.set(series, (registry.sequences.get(series) ?? 0) + 1)
  const opened = document.caseId === null ? `${added.cases.find(row => row['opening'] === id)?.['id']}` : null
  const caseId = opened ?? document.caseId ?? ''
  if (opened) registry.cases.set(opened, openedCase(registry, { id: opened, number, opener: login, unit }))
  const into = registry.cases.get(caseId)!
  into.filings++
  if (number.includes('#')) into.replies++
  registry.documents.set(id, {
    id,
    number,
    uri,
    caseId,
    by: login,
    subject,
    corrections: new Map(),
    annulled: null,
    files: [],
    handed: [],
    sent,
  })
  const section = direction === 'internal' && !opened ? 'internal' : 'official'
  return {
    documents: [{ id, number, uri, direction, subject, case: caseId, by: login }],
    cases: opened ? [{ id: opened, opening: id, unit, by: login }] : [],
    filings: [{ case: caseId, ordinal: into.filings, section, document: id, linked: null, by: login }],
  }
}

function openedCase(
  registry: Registry,
  { id, number, opener, unit }: { id: string; number: string; opener: string; unit: string | null },
): Case {
  const units = [unit, mayoraltyOf(registry, opener)].filter(code => code !== null)
  return {
    id,
    number,
    opener,
    people: new Set([opener]),
    units: new Set(units),
    restricted: null,
    closings: [],
    replies: 0,
    filings: 0,
    links: [],
  }
}

export function expectCorrection(books: Books, who: Who, act: ActOf<'documents.correct'>): Expected {
  const { registry } = books
  const { correctionId: id, documentId, subject, reason } = act
  if (!mayOf(books, who, ['clerk', 'head'])) return no('authority.denied')
  const document = registry.documents.get(documentId)
  if (!document || !seesDocument(registry, who.login, document)) return no('document.unknown')
  const { number, corrections } = document
  const earlier = corrections.get(id)
  if (earlier) return again({ number, before: earlier.before, after: earlier.after })
  if (document.annulled !== null) return no('document.annulled')
  const before = document.subject
  if (subject.trim().length < 2) return no('document.subject_needed')
  if (before === subject) return no('document.nothing_corrected')
  if (!isWord(reason)) return no('document.reason_needed')
  const unseen = whyNotOn(registry, who.login, document)
  if (unseen) return no(unseen)
  return {
    done: { number, before, after: subject },
    write: () => {
      corrections.set(id, { before, after: subject, reason })
      document.subject = subject
      const row = { id, document: documentId, before, after: subject, reason, by: who.login }
      return {
        corrections: [{ ...row, field: 'subject' }],
        logbook: logged(who, 'documents.correct', documentId),
      }
    },
  }
}

export function expectAnnulment(books: Books, who: Who, act: ActOf<'documents.annul'>): Expected {
  const { registry } = books
  const { correctionId: id, documentId, reason } = act
  if (!mayOf(books, who, ['clerk', 'head'])) return no('authority.denied')
  if (!isWord(reason)) return no('document.reason_needed')
  const document = registry.documents.get(documentId)
  if (!document || !seesDocument(registry, who.login, document)) return no('document.unknown')
  const { number, corrections } = document
  const earlier = corrections.get(id)
  if (earlier) return again({ number, reason: earlier.reason })
  if (document.annulled !== null) return no('document.annulled')
  if (registry.requests.get(documentId)?.ending === null) return no('document.has_open_request')
  const unseen = whyNotOn(registry, who.login, document)
  if (unseen) return no(unseen)
  return {
    done: { number, reason },
    write: () => {
      corrections.set(id, { before: null, after: null, reason })
      document.annulled = reason
      const row = { id, document: documentId, before: null, after: null, reason, by: who.login }
      return {
        corrections: [{ ...row, field: 'annulled' }],
        logbook: logged(who, 'documents.correct', documentId),
      }
    },
  }
}

const isWord = (reason: string): boolean => /[\p{L}\p{N}]{2}/u.test(reason)

export function expectFile(books: Books, who: Who, act: ActOf<'documents.attach'>): Expected {
  const { registry } = books
  const { documentId, sha256, name } = act
  if (!mayOf(books, who, ['clerk', 'officer', 'head'])) return no('authority.denied')
  const document = registry.documents.get(documentId)
  if (!document || !seesDocument(registry, who.login, document)) return no('document.unknown')
  if (document.annulled !== null) return no('document.annulled')
  const { files, number } = document
  const known = files.findIndex(file => file.sha256 === sha256)
  if (known >= 0 && files[known]?.name !== name) return no('file.attached')
  const ordinal = known >= 0 ? known + 1 : files.length + 1
  const done = { ordinal, number, sha256 }
  if (known >= 0) return again(done)
  const unseen = whyNotOn(registry, who.login, document)
  if (unseen) return no(unseen)
  return {
    done,
    write: () => {
      files.push({ sha256, name })
      return {
        files: [{ document: documentId, ordinal, sha256, name, by: who.login }],
        logbook: logged(who, 'documents.attach', documentId),
      }
    },
  }
}
