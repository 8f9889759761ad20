import type { ActOf, Lateness, Target } from '../registry-acts.ts'
import { again, type Books, type Expected, logged, no, type Who } from './books.ts'
import { enterTask, openPhasesOf, share, startPhases } from './phases.ts'
import {
  type CardPhase,
  type Case,
  type Hands,
  handsOf,
  holds,
  isClosed,
  isLate,
  mayOf,
  memberOf,
  memberWithId,
  type Registry,
  sees,
  seesHead,
  type Task,
  unitWithId,
} from './registry.ts'

type Day = Temporal.PlainDate

const WORK = ['clerk', 'officer', 'head']

/** The person that is meant and where they work, or the department. */
export function meant(registry: Registry, to: Target): { login: string | null; unit: string | null } {
  if ('departmentId' in to) return { login: null, unit: unitWithId(registry, to.departmentId)!.code }
  const { login, unit } = memberWithId(registry, to.staffId)!
  return { login, unit }
}

export function expectGiven(books: Books, who: Who, act: ActOf<'tasks.give'>): Expected {
  const { registry } = books
  const { taskId, parentId, kind, what, to } = act
  const isOpinion = kind === 'opinion'
  if (!mayOf(books, who, parentId || isOpinion ? WORK : ['head'])) return no('authority.denied')
  const parent = parentId === null ? null : (registry.tasks.get(parentId) ?? null)
  const into = registry.cases.get(parent?.caseId ?? act.caseId ?? '')
  const unseen = placeUnseen(registry, who, act, parent, into)
  if (unseen || !into) return no(unseen ?? 'case.unknown')
  if (registry.tasks.has(taskId)) return again({ given: 1 })
  if (parent?.ending) return no('task.parent_ended')
  const hands = handsOf(registry, who.login)
  const due = Temporal.PlainDate.from(act.dueOn)
  const requestId = requestOf(registry, into, parent)
  const { login, unit } = meant(registry, to)
  const wrong =
    (parent && !holds(parent, hands) ? 'task.not_yours' : null) ??
    (isClosed(into) ? 'case.closed' : null) ??
    whyNotGive(registry, what, due, mostOf(registry, parent, requestId)) ??
    (isOpinion || hands.isHead || hands.units.has(unit ?? '') ? null : 'task.not_subordinate')
  if (wrong) return no(wrong)
  return {
    done: { given: 1 },
    write: () => ({
      tasks: [
        enterTask(registry, {
          id: taskId,
          caseId: into.id,
          requestId,
          kind,
          phase: null,
          parentId,
          assigner: who.login,
          assignee: login,
          unit: unit ?? '',
          given: registry.today,
          due,
          moves: [],
          ending: null,
        }),
      ],
      logbook: logged(who, isOpinion ? 'tasks.work' : 'tasks.give', taskId),
    }),
  }
}

function placeUnseen(
  registry: Registry,
  { login }: Who,
  { parentId }: ActOf<'tasks.give'>,
  parent: Task | null,
  into: Case | undefined,
): string | null {
  if (parentId !== null) return parent && sees(registry, login, parent.caseId) ? null : 'task.unknown'
  return into && seesHead(registry, login, into) ? null : 'case.unknown'
}

/** The request under way that a task is a part of. */
function requestOf({ requests }: Registry, { id: caseId }: Case, parent: Task | null): string | null {
  const request = parent
    ? requests.get(parent.requestId ?? '')
    : [...requests.values()].find(one => one.caseId === caseId)
  return request && !request.ending ? request.id : null
}

function mostOf({ requests }: Registry, parent: Task | null, requestId: string | null): Day | null {
  const request = requests.get(requestId ?? '')
  const ofRequest = request?.standing === 'under_way' ? request.due : null
  const days = [parent?.due, ofRequest].filter(day => day !== null && day !== undefined)
  return days.sort(Temporal.PlainDate.compare)[0] ?? null
}

function whyNotGive(registry: Registry, what: string, due: Day, most: Day | null): string | null {
  if ((what.match(/\p{L}/gu) ?? []).length < 3) return 'task.what_needed'
  if (isLate(registry, due)) return 'task.term_past'
  const last = most && isLate(registry, most) ? registry.today : most
  return last && Temporal.PlainDate.compare(due, last) > 0 ? 'task.beyond_term' : null
}

export function expectTaskEnd(books: Books, who: Who, act: ActOf<'tasks.end'>): Expected {
  const { registry } = books
  const { taskId, outcome, result, lateReason } = act
  if (!mayOf(books, who, WORK)) return no('authority.denied')
  const task = registry.tasks.get(taskId)
  if (!task || !sees(registry, who.login, task.caseId)) return no('task.unknown')
  const done = { outcome, result }
  if (task.ending?.outcome === outcome && task.ending.result === result) return again(done)
  if (task.ending) return no('task.ended')
  const hands = handsOf(registry, who.login)
  const wrong = whyNotEnd(registry, task, act, hands)
  if (wrong) return no(wrong)
  const following = followingOf(registry, task, act)
  if (typeof following === 'string') return no(following)
  const request = registry.requests.get(task.requestId ?? '')
  return {
    done,
    write: added => {
      task.ending = { outcome, result }
      const due = request?.standing === 'under_way' ? request.due : null
      const begun = request ? startPhases(registry, { ...request, due }, following.phases) : []
      return {
        tasks: request ? begun.flatMap(phase => phase.enter(request, added)) : [],
        taskEndings: [{ task: taskId, ...done, next: following.next, late: lateReason, by: who.login }],
        logbook: logged(who, 'tasks.work', taskId),
      }
    },
  }
}

function whyNotEnd(registry: Registry, task: Task, act: ActOf<'tasks.end'>, hands: Hands): string | null {
  const { outcome, result } = act
  if (!holds(task, hands)) return 'task.not_yours'
  const isCommanded =
    hands.isSecretary ||
    (task.assigner !== null && hands.logins.includes(task.assigner)) ||
    (hands.isHead && hands.units.has(task.unit))
  if (outcome === 'cancelled' && !isCommanded) return 'task.cancelled_by_giver'
  if (hasOpenParts(registry, task)) return 'task.has_open'
  if (result.trim().length < 3) return 'task.result_needed'
  return outcome === 'cancelled' ? null : whyNotLate(registry, task.due, act)
}

export const hasOpenParts = ({ tasks }: Registry, { id }: Task): boolean =>
  [...tasks.values()].some(({ parentId, ending }) => parentId === id && !ending)

/** Why a task cannot end so late, or null. */
export function whyNotLate(registry: Registry, due: Day, { lateReason, lateNote }: Lateness): string | null {
  if (!isLate(registry, due)) return null
  if (lateReason === null) return 'task.late_reason_needed'
  return lateReason === 'other' && (lateNote ?? '').length < 3 ? 'late_reason.note_needed' : null
}

/** What the card lets begin after a phase, or why it does not end so. */
function followingOf(
  registry: Registry,
  task: Task,
  { outcome, next }: ActOf<'tasks.end'>,
): { next: string | null; phases: CardPhase[] } | string {
  const request = registry.requests.get(task.requestId ?? '')
  if (task.phase === null || outcome !== 'done' || !request) return { next: null, phases: [] }
  const all = request.offer.card.phases
  const ways = all.find(({ code }) => code === task.phase)?.next ?? []
  if (ways.length === 0) return 'phase.ends_request'
  if (next === null && ways.length > 1) return 'phase.outcome_needed'
  const way = next === null ? ways[0] : ways.find(one => one.outcome === next)
  if (!way) return 'phase.no_such_outcome'
  const open = openPhasesOf(registry, request).filter(one => one.task !== task)
  const phases = way.to
    .filter(code => !open.some(one => one.phase.code === code))
    .flatMap(code => all.find(phase => phase.code === code) ?? [])
    .filter(({ waits }) => !waits || open.length === 0)
  return { next: way.outcome, phases }
}

/** A task goes from hand to hand. */
export function expectMove(
  books: Books,
  who: Who,
  act: ActOf<'tasks.take' | 'tasks.delegate' | 'tasks.return'>,
): Expected {
  const { registry } = books
  if (!mayOf(books, who, act.act === 'tasks.delegate' ? ['head'] : WORK)) return no('authority.denied')
  const task = registry.tasks.get(act.taskId)
  if (!task || !sees(registry, who.login, task.caseId)) return no('task.unknown')
  const done = { task: task.id }
  if (task.moves.some(({ id }) => id === act.moveId)) return again(done)
  if (task.ending) return no('task.ended')
  const to = placeOf(registry, who, task, act)
  if (typeof to === 'string') return no(to)
  return {
    done,
    write: () => {
      const kind = act.act === 'tasks.return' ? 'returned' : 'delegated'
      task.assignee = to.login
      task.unit = to.unit
      task.moves.push({ id: act.moveId, kind, assignee: to.login, by: who.login })
      share(registry, task.caseId, to.login, to.unit)
      const row = { id: act.moveId, task: task.id, kind, assignee: to.login, unit: to.unit, by: who.login }
      return { moves: [row], logbook: logged(who, 'tasks.work', task.id) }
    },
  }
}

type Place = { login: string | null; unit: string }

function placeOf(
  registry: Registry,
  { login }: Who,
  task: Task,
  act: ActOf<'tasks.take' | 'tasks.delegate' | 'tasks.return'>,
): Place | string {
  const hands = handsOf(registry, login)
  if (act.act === 'tasks.take') {
    if (task.assignee !== null) return 'task.taken'
    return hands.units.has(task.unit) ? { login, unit: task.unit } : 'task.not_of_department'
  }
  if (!holds(task, hands)) return 'task.not_yours'
  if (act.act === 'tasks.return')
    return act.reason.trim().length < 3 ? 'task.return_needs_reason' : giverOf(registry, task)
  const to = meant(registry, act.to)
  if (!hands.isSecretary && !hands.units.has(to.unit ?? '')) return 'task.not_subordinate'
  const isSame =
    to.login === null ? task.assignee === null && task.unit === to.unit : task.assignee === to.login
  return isSame ? 'task.held_already' : { login: to.login, unit: to.unit ?? task.unit }
}

/** Back to whoever gave it on last; what somebody took, and what the card gave, to the department. */
function giverOf(registry: Registry, { moves, assigner, assignee, unit }: Task): Place | string {
  const last = moves.findLast(({ kind }) => kind !== 'returned')
  const isTaken = last !== undefined && last.assignee === last.by
  if (isTaken && last.assignee === assignee) return { login: null, unit }
  const giver = (isTaken ? null : last?.by) ?? assigner
  if (giver === null && assignee !== null) return { login: null, unit }
  if (giver === null || giver === assignee) return 'task.no_giver'
  return { login: giver, unit: memberOf(registry, giver).unit ?? unit }
}
