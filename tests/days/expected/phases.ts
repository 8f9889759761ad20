import type { Found } from './books.ts'
import {
  type CardPhase,
  dueAfter,
  isLate,
  memberOf,
  type Offer,
  type Registry,
  type Request,
  type Task,
  unitOf,
} from './registry.ts'

type Day = Temporal.PlainDate
type Row = Record<string, string | number | null>

/** A phase that begins: whose it is, until when; `enter` gives it the id under which the office wrote it down. */
export type BegunPhase = { code: string; due: Day; enter: (request: Request, added: Found) => Row[] }

/** `due` is the request's last day, null while it stands still. */
type Phased = { offer: Offer; intake: string | null; due: Day | null }

export const startPhases = (registry: Registry, request: Phased, phases: CardPhase[]): BegunPhase[] =>
  phases.map(phase => {
    const unit = placeOf(phase, request)
    const assignee = phase.byHead ? headOver(registry, unit) : null
    const due = phaseDue(registry, phase, request.due)
    return {
      code: phase.code,
      due,
      enter: ({ id: requestId, caseId }, { tasks }) => {
        const found = tasks.find(row => row['request'] === requestId && row['phase'] === phase.code)
        const id = `${found?.['id']}`
        const task: Task = {
          id,
          caseId,
          requestId,
          kind: 'phase',
          phase: phase.code,
          parentId: null,
          assigner: null,
          assignee,
          unit,
          given: registry.today,
          due,
          moves: [],
          ending: null,
        }
        return [enterTask(registry, task)]
      },
    }
  })

/** A new task, whose people see its case from now on. */
export function enterTask(registry: Registry, task: Task): Row {
  const { id, caseId, requestId, kind, phase, parentId, assigner, assignee, unit, due } = task
  registry.tasks.set(id, task)
  share(registry, caseId, assignee, unit)
  return {
    id,
    case: caseId,
    request: requestId,
    kind,
    phase,
    parent: parentId,
    assigner,
    assignee,
    unit,
    due: due.toString(),
  }
}

export function share({ cases }: Registry, caseId: string, login: string | null, unit: string | null): void {
  const shared = cases.get(caseId)
  if (login !== null) shared?.people.add(login)
  if (unit !== null) shared?.units.add(unit)
}

function placeOf({ unit }: CardPhase, { offer, intake }: Phased): string {
  if (unit === 'service') return offer.unit
  return unit === 'intake' ? (intake ?? 'cao') : unit
}

function headOver(registry: Registry, unit: string): string {
  const head = registry.members.find(one => one.post === 'head' && one.unit === unit)
  if (head) return head.login
  const { parent } = unitOf(registry, unit)
  return parent ? headOver(registry, parent) : memberOf(registry, 'head').login
}

/** Its internal term, within the request's; what is late already is due today. */
export function phaseDue(registry: Registry, { term }: CardPhase, requestDue: Day | null): Day {
  const { today } = registry
  const latest = requestDue && isLate(registry, requestDue) ? today : requestDue
  if (!term) return latest ?? today
  const own = dueAfter(registry, today, term)
  return latest && Temporal.PlainDate.compare(own, latest) > 0 ? latest : own
}

/** The phases of a request that are open, in their order, with how the matter ends at each. */
export const openPhasesOf = (
  registry: Registry,
  { id, offer }: Request,
): { task: Task; end: string | null; phase: CardPhase }[] =>
  [...registry.tasks.values()]
    .filter(task => task.requestId === id && task.phase !== null && task.ending === null)
    .map(task => {
      const phase = offer.card.phases.find(({ code }) => code === task.phase)
      if (!phase) throw new Error(`no phase ${task.phase}`)
      return { task, end: phase.end, phase }
    })

/** The term begins anew, and so do the open phases; none becomes shorter. */
export const movedPhases = (registry: Registry, request: Request): Row[] =>
  openPhasesOf(registry, request).flatMap(({ task, phase }) => {
    const due = phaseDue(registry, phase, request.due)
    if (Temporal.PlainDate.compare(due, task.due) <= 0) return []
    task.due = due
    return [{ task: task.id, due: due.toString() }]
  })

/** More time for the request is more time for its open phases that have no term of their own. */
export const stretchedPhases = (registry: Registry, request: Request): Row[] =>
  openPhasesOf(registry, request).flatMap(({ task, phase }) => {
    if (phase.term !== null || Temporal.PlainDate.compare(request.due, task.due) <= 0) return []
    task.due = request.due
    return [{ task: task.id, due: task.due.toString() }]
  })
