import type { ActOf } from '../registry-acts.ts'
import { again, type Bill, type Books, type Expected, logged, no, paper, type Who } from './books.ts'
import { enter, numberOf } from './documents.ts'
import { openPhasesOf } from './phases.ts'
import { handsOf, holds, isLate, type Registry, type Request } from './registry.ts'
import { actOf, found } from './requests.ts'

type End = ActOf<'requests.complete' | 'requests.refuse'>

export function expectEnd(books: Books, who: Who, act: End): Expected {
  const { registry } = books
  const { requestId, documentId, lateReason } = act
  const request = found(books, who, requestId)
  if (typeof request === 'string') return no(request)
  const outcome = act.act === 'requests.complete' ? 'completed' : 'refused'
  const { ending } = request
  if (ending?.outcome === outcome && ending.documentId === documentId)
    return again({ standing: outcome, document: ending.documentNumber })
  const wrong = whyNotEnd(books, request, act) ?? whyNotPhases(registry, who, request, act, outcome)
  if (wrong) return no(wrong)
  const kind = outcome === 'refused' ? 'refusal' : request.offer.card.result.kind
  const { number } = registry.documents.get(requestId)!
  const document = actOf(registry, request, documentId, kind, number)
  const given = numberOf(registry, document)
  return {
    done: { standing: outcome, document: given.number },
    write: added => {
      const rows = enter(registry, who, document, added)
      const open = openPhasesOf(registry, request)
      const result = `Заявлението приключи: ${outcome === 'completed' ? 'издадено' : 'отказано'}`
      const ended = open.map(({ task, end }) => {
        task.ending = { outcome: end === outcome ? 'done' : 'cancelled', result }
        return { task: task.id, ...task.ending, next: null, late: lateReason, by: who.login }
      })
      request.ending = { outcome, documentId, documentNumber: given.number }
      const unpaid = books.bills.get(request.billId ?? '')
      const exemption = act.act === 'requests.complete' ? act.exemption : null
      const withdrawn = unpaid?.state === 'open' ? withdraw(who, unpaid, exemption ?? result) : null
      return {
        ...rows,
        withdrawals: withdrawn?.withdrawals ?? [],
        taskEndings: ended,
        endings: [{ request: requestId, outcome, document: documentId, late: lateReason, by: who.login }],
        logbook: [
          ...open.flatMap(({ task }) => logged(who, 'tasks.work', task.id)),
          ...(withdrawn?.logbook ?? []),
          ...logged(who, 'requests.decide', requestId),
        ],
      }
    },
  }
}

/** What is not given, or not owed, is not waited for at the cash desk. */
function withdraw(who: Who, bill: Bill, reason: string) {
  bill.state = 'withdrawn'
  bill.reason = reason
  return { withdrawals: [{ bill: bill.id, reason }], logbook: logged(who, 'bills.withdraw', bill.id) }
}

function whyNotEnd({ registry, bills }: Books, request: Request, act: End): string | null {
  if (request.ending) return 'request.ended_by'
  const isUnpaid = request.billId !== null && bills.get(request.billId)?.state !== 'paid'
  if (act.act === 'requests.refuse') {
    if (act.reason.trim().length < 3) return 'request.reason_needed'
  } else {
    if (request.standing !== 'under_way') return 'request.stands_still'
    if (isUnpaid && (act.exemption ?? '').trim().length < 3) return 'request.unpaid'
  }
  if (request.standing !== 'under_way' || !isLate(registry, request.due)) return null
  if (act.lateReason === null) return 'request.late_reason_needed'
  return act.lateReason === 'other' && (act.lateNote ?? '').length < 3 ? 'late_reason.note_needed' : null
}

function whyNotPhases(
  registry: Registry,
  who: Who,
  request: Request,
  { lateReason }: End,
  outcome: string,
): string | null {
  const open = openPhasesOf(registry, request)
  if (outcome === 'completed' && open.some(({ end }) => end !== 'completed')) return 'request.has_open_phase'
  const hands = handsOf(registry, who.login)
  for (const { task, end } of open) {
    if (!holds(task, hands)) return 'task.not_yours'
    if ([...registry.tasks.values()].some(({ parentId, ending }) => parentId === task.id && !ending))
      return 'task.has_open'
    if (end === outcome && isLate(registry, task.due) && lateReason === null) return 'task.late_reason_needed'
  }
  return null
}

export function expectHandedOut(books: Books, who: Who, act: ActOf<'requests.hand_out'>): Expected {
  const { requestId, takenBy, identity } = act
  const request = found(books, who, requestId, ['clerk', 'officer'])
  if (typeof request === 'string') return no(request)
  const done = { way: 'desk', takenBy }
  if (request.takenBy === takenBy) return again(done)
  if (request.takenBy !== null) return no('hand_out.done')
  if (!request.ending) return no('request.not_ended')
  if (takenBy.trim().length < 3) return no('hand_out.taker_needed')
  if ((identity ?? '').trim().length < 3) return no('hand_out.identity_needed')
  return {
    done,
    write: () => {
      request.takenBy = takenBy
      return {
        handedOut: [{ request: requestId, document: request.ending!.documentId, takenBy, by: who.login }],
        papers: paper(who.desk, 'hand-out', requestId),
        logbook: logged(who, 'requests.hand_out', requestId),
      }
    },
  }
}
