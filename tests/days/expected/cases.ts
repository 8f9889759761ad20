import type { ActOf } from '../registry-acts.ts'
import { again, type Books, type Expected, logged, no, type Who } from './books.ts'
import { share } from './phases.ts'
import {
  type Case,
  type Document,
  handsOf,
  isClosed,
  mayOf,
  memberOf,
  memberWithId,
  openTasksIn,
  type Registry,
  seenBy,
  seesDocument,
  seesHead,
  whyNotOn,
} from './registry.ts'
import { meant } from './tasks.ts'

const WORK = ['clerk', 'officer', 'head']

const caseOf = ({ registry }: Books, who: Who, id: string): Case | null => {
  const found = registry.cases.get(id)
  return found && seesHead(registry, who.login, found) ? found : null
}

export const expectLook = ({ registry }: Books, who: Who): Expected =>
  again({ seen: seenBy(registry, who.login) })

export function expectRestricted(books: Books, who: Who, act: ActOf<'cases.restrict'>): Expected {
  const { registry } = books
  const { reason, staffIds } = act
  if (!mayOf(books, who, ['clerk', 'head'])) return no('authority.denied')
  const found = caseOf(books, who, act.caseId)
  if (!found) return no('case.unknown')
  const { id, number, people } = found
  if (found.restricted === reason) return again({ number })
  if (found.restricted !== null) return no('case.restricted')
  if (reason.trim().length < 3) return no('case.restrict_needs_reason')
  return {
    done: { number },
    write: () => {
      found.restricted = reason
      for (const login of staffIds.map(one => memberWithId(registry, one)?.login ?? '')) people.add(login)
      people.add(who.login)
      return {
        restricted: [{ case: id, reason, by: who.login }],
        logbook: logged(who, 'cases.restrict', id),
      }
    },
  }
}

/** Why a case is not shared so, or null: of a restricted one people are named, by those who may restrict. */
function whyNotShare(books: Books, who: Who, found: Case, login: string | null): string | null {
  if (found.restricted === null || (login !== null && mayOf(books, who, ['clerk', 'head']))) return null
  return 'case.restricted_to_people'
}

export function expectShared(books: Books, who: Who, { caseId, to }: ActOf<'cases.share'>): Expected {
  const { registry } = books
  if (!mayOf(books, who, WORK)) return no('authority.denied')
  const found = caseOf(books, who, caseId)
  if (!found) return no('case.unknown')
  const { login, unit } = meant(registry, to)
  const wrong = whyNotShare(books, who, found, login)
  if (wrong) return no(wrong)
  return {
    done: { number: found.number },
    write: () => {
      share(registry, caseId, login, login === null ? unit : null)
      return { logbook: logged(who, 'cases.file', caseId) }
    },
  }
}

export function expectLinked(books: Books, who: Who, act: ActOf<'cases.link'>): Expected {
  const { caseId, otherId, note } = act
  if (!mayOf(books, who, WORK)) return no('authority.denied')
  const [one, other] = [caseOf(books, who, caseId), caseOf(books, who, otherId)]
  if (!one || !other) return no('case.unknown')
  if (one === other) return no('case.linked_to_itself')
  const done = { number: one.number, other: other.number }
  const known = one.links.find(link => link.otherId === otherId)
  if (known?.note === note && known.by === who.login) return again(done)
  if (isClosed(one)) return no('case.closed')
  if (known || other.links.some(link => link.otherId === caseId)) return no('case.linked_already')
  return {
    done,
    write: () => {
      one.links.push({ otherId, note, by: who.login })
      const filing = { case: caseId, ordinal: ++one.filings, section: 'internal', document: null }
      return {
        filings: [{ ...filing, linked: otherId, by: who.login }],
        logbook: logged(who, 'cases.file', caseId),
      }
    },
  }
}

export function expectClosed(books: Books, who: Who, { id, caseId }: ActOf<'cases.close'>): Expected {
  const { registry } = books
  if (!mayOf(books, who, WORK)) return no('authority.denied')
  const found = caseOf(books, who, caseId)
  if (!found) return no('case.unknown')
  const { number, closings } = found
  if (closings.some(one => one.id === id)) return again({ number })
  if (isClosed(found)) return no('case.closed')
  const isOpen = [...registry.requests.values()].some(one => one.caseId === caseId && !one.ending)
  if (isOpen || openTasksIn(registry, caseId).length > 0) return no('case.has_open_work')
  return {
    done: { number },
    write: () => {
      closings.push({ id, reopened: null })
      return {
        caseClosings: [{ id, case: caseId, by: who.login }],
        logbook: logged(who, 'cases.close', caseId),
      }
    },
  }
}

export function expectReopened(books: Books, who: Who, { caseId, reason }: ActOf<'cases.reopen'>): Expected {
  if (!mayOf(books, who, WORK)) return no('authority.denied')
  const found = caseOf(books, who, caseId)
  if (!found) return no('case.unknown')
  const { number, closings } = found
  const last = closings.at(-1)
  if (last?.reopened?.reason === reason && last.reopened.by === who.login) return again({ number })
  if (!last || last.reopened) return no('case.not_closed')
  if (reason.trim().length < 3) return no('case.reopen_needs_reason')
  return {
    done: { number },
    write: () => {
      last.reopened = { reason, by: who.login }
      return {
        reopenings: [{ closing: last.id, reason, by: who.login }],
        logbook: logged(who, 'cases.close', caseId),
      }
    },
  }
}

export function expectHanded(books: Books, who: Who, act: ActOf<'papers.hand'>): Expected {
  const { registry } = books
  const { id, documentId } = act
  if (!mayOf(books, who, WORK)) return no('authority.denied')
  const document = registry.documents.get(documentId)
  if (!document || !seesDocument(registry, who.login, document)) return no('document.unknown')
  const { handed, caseId } = document
  if (handed.some(one => one.id === id)) return again({})
  const to = meant(registry, act.to)
  const found = caseOf(books, who, caseId)
  const wrong =
    whyNotHand(books, who, document) ??
    (to.login !== null && holderOf(document) === to.login ? 'paper.held_already' : null) ??
    (found && whyNotShare(books, who, found, to.login)) ??
    whyNotOn(registry, who.login, document)
  if (wrong) return no(wrong)
  return {
    done: {},
    write: () => {
      handed.push({
        id,
        giver: who.login,
        to: to.login === null ? { unit: to.unit ?? '' } : { login: to.login },
        taken: null,
      })
      share(registry, caseId, to.login, to.login === null ? to.unit : null)
      const unit = to.login === null ? to.unit : null
      return {
        handovers: [{ id, document: documentId, giver: who.login, taker: to.login, unit }],
        logbook: logged(who, 'papers.hand', documentId),
      }
    },
  }
}

/** In whose hands a paper is; null while it is on the way. */
const holderOf = ({ handed, by }: Document): string | null => {
  const last = handed.at(-1)
  return last ? last.taken : by
}

function whyNotHand(books: Books, who: Who, document: Document): string | null {
  const hands = handsOf(books.registry, who.login)
  const last = document.handed.at(-1)
  const holder = holderOf(document)
  if (holder === null) return 'paper.on_the_way'
  if (hands.logins.includes(holder)) return null
  const isOurs = last ? 'unit' in last.to && hands.units.has(last.to.unit) : mayOf(books, who, ['clerk'])
  return isOurs ? null : 'paper.not_with_you'
}

export function expectTaken(books: Books, who: Who, act: ActOf<'papers.take'>): Expected {
  const { registry } = books
  const { handoverId, documentId } = act
  if (!mayOf(books, who, WORK)) return no('authority.denied')
  const document = registry.documents.get(documentId)
  const hand = document?.handed.find(one => one.id === handoverId)
  if (!document || !hand) return no('paper.unknown')
  const { logins, units } = handsOf(registry, who.login)
  const isTheirs = 'unit' in hand.to ? units.has(hand.to.unit) : logins.includes(hand.to.login)
  const isSeen = seesDocument(registry, who.login, document) || isTheirs || logins.includes(hand.giver)
  if (!isSeen) return no('paper.unknown')
  if (hand.taken === who.login) return again({})
  if (hand.taken) return no('paper.taken')
  if (!isTheirs) return no('paper.not_for_you')
  return {
    done: {},
    write: () => {
      hand.taken = who.login
      return {
        taken: [{ handover: handoverId, by: who.login }],
        logbook: logged(who, 'papers.hand', documentId),
      }
    },
  }
}

export function expectSubstitute(books: Books, who: Who, act: ActOf<'staff.substitute'>): Expected {
  const { registry } = books
  const { id, absent, substitute, absentId } = act
  if (!mayOf(books, who, ['head', 'admin'])) return no('authority.denied')
  if (registry.substitutions.some(one => one.id === id)) return again({})
  if (absent === substitute) return no('substitution.self')
  const wrong = whyNotSubstitute(registry, who, absent, substitute)
  if (wrong) return no(wrong)
  return {
    done: {},
    write: () => {
      registry.substitutions.push({ id, absent, substitute })
      return {
        substitutions: [{ id, absent, substitute }],
        logbook: logged(who, 'staff.substitute', absentId),
      }
    },
  }
}

function whyNotSubstitute(registry: Registry, who: Who, absent: string, substitute: string): string | null {
  const { substitutions } = registry
  if (substitutions.some(one => [absent, substitute].includes(one.absent))) return 'substitution.overlaps'
  if (substitutions.some(one => one.substitute === absent)) return 'substitution.acts_for_others'
  const me = memberOf(registry, who.login)
  const isTheirs =
    absent === me.login ||
    me.unit === null ||
    handsOf(registry, who.login).units.has(memberOf(registry, absent).unit ?? '')
  return isTheirs ? null : 'substitution.not_yours'
}
