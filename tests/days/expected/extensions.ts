import type { ActOf } from '../registry-acts.ts'
import { again, type Books, type Expected, no, type Who } from './books.ts'
import { enter } from './documents.ts'
import { stretchedPhases } from './phases.ts'
import { isLate, type Registry, type Request, workingFrom } from './registry.ts'
import { actOf, event, found } from './requests.ts'

/** Чл. 57, ал. 7 АПК: no more than this in all, however often it is asked. */
const MOST_DAYS = 14

type Extension = ActOf<'requests.extend'>

export function expectExtension(books: Books, who: Who, act: Extension): Expected {
  const { registry } = books
  const { id, requestId, amount, documentId } = act
  const request = found(books, who, requestId)
  if (typeof request === 'string') return no(request)
  const { number } = registry.documents.get(requestId)!
  if (request.told.has(id)) return again({ number })
  const wrong = whyNotExtend(registry, request, act)
  if (wrong) return no(wrong)
  return {
    done: { number },
    write: added => {
      request.told.add(id)
      request.extended += amount
      request.ends = request.ends.add({ days: amount })
      request.due = workingFrom(registry, request.ends)
      return {
        ...enter(registry, who, actOf(registry, request, documentId, 'notice', number), added),
        ...event(who, requestId, { id, kind: 'extended' }, request.due),
        terms: stretchedPhases(registry, request),
      }
    },
  }
}

function whyNotExtend(
  registry: Registry,
  request: Request,
  { amount, article, reason }: Extension,
): string | null {
  if (request.ending) return 'request.ended'
  if (request.standing !== 'under_way') return 'request.stands_still'
  if (reason.trim().length < 3) return 'request.reason_needed'
  if (article !== 'чл. 57, ал. 7 АПК') return 'term.not_extendable'
  if (request.extended + amount > MOST_DAYS) return 'term.extended_too_far'
  return isLate(registry, request.due) ? 'term.over' : null
}
