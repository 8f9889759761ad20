import { randomUUIDv7 } from 'node:crypto'
import type { Who } from '../expected/books.ts'
import { handsOf, holds, isClosed, memberOf, openTasksIn, sees, type Task } from '../expected/registry.ts'
import type { Target } from '../registry-acts.ts'
import { caseFor, everybody, mostly, target } from './documents.ts'
import { lateness } from './requests.ts'
import { type Draw, once, type Step } from './step.ts'

export const headsOf = ({ people }: Draw): Who[] => [people.head, ...people.registry.heads]

/** People and departments under a head; sometimes anybody. */
function subordinate(draw: Draw, { login }: Who): Target {
  const { registry } = draw.books
  const { units, isSecretary } = handsOf(registry, login)
  const all = everybody(draw).filter(one => memberOf(registry, one.login).unit !== null)
  const under = all.filter(one => isSecretary || units.has(memberOf(registry, one.login).unit ?? ''))
  return target(draw, under.length > 0 && draw.chance.percent(92) ? under : all)
}

/** So many days from today; now and then a day that is over. */
export const someDay = ({ books, chance }: Draw): string =>
  books.registry.today.add({ days: chance.percent(4) ? -1 : chance.between(0, 30) }).toString()

export function resolution(draw: Draw): Step | null {
  const { chance } = draw
  const who = mostly(draw, headsOf(draw))
  const caseId = caseFor(draw, who)
  if (caseId === null) return null
  const what = chance.percent(96) ? 'да се провери и да се отговори' : '…'
  const given = { act: 'tasks.give', kind: 'resolution', taskId: randomUUIDv7() } as const
  const act = { ...given, caseId, parentId: null, what }
  return once('a resolution', { who, act: { ...act, dueOn: someDay(draw), to: subordinate(draw, who) } })
}

export const openTasks = ({ books: { registry } }: Draw): Task[] =>
  [...registry.tasks.values()].filter(({ ending }) => ending === null)

/** Those who may lay hands on a task. */
export const holders = (draw: Draw, task: Task): Who[] => {
  const { registry } = draw.books
  return everybody(draw).filter(
    ({ login }) => sees(registry, login, task.caseId) && holds(task, handsOf(registry, login)),
  )
}

/** A part of a task, within its term; sometimes beyond it. */
export function part(draw: Draw): Step | null {
  const { chance, books } = draw
  const all = chance.percent(95) ? openTasks(draw) : [...books.registry.tasks.values()]
  if (all.length === 0) return null
  const task = chance.oneOf(all)
  const who = mostly(draw, holders(draw, task))
  const given = { act: 'tasks.give', kind: 'resolution', taskId: randomUUIDv7() } as const
  const act = { ...given, caseId: null, parentId: task.id }
  const isLate = Temporal.PlainDate.compare(task.due, books.registry.today) < 0
  const within = isLate ? books.registry.today : task.due
  const dueOn = chance.percent(80) ? within.toString() : someDay(draw)
  return once('a part of a task', {
    who,
    act: { ...act, what: 'становище', dueOn, to: subordinate(draw, who) },
  })
}

/** Somebody ends a task, of those that are no phases. */
export function taskEnded(draw: Draw): Step | null {
  const { chance } = draw
  const all = openTasks(draw).filter(({ phase }) => phase === null)
  if (all.length === 0) return null
  const task = chance.oneOf(all)
  const act = {
    act: 'tasks.end',
    taskId: task.id,
    outcome: chance.oneOf(['done', 'done', 'done', 'not_done', 'cancelled'] as const),
    result: chance.percent(95) ? 'изпълнено' : '-',
    next: null,
    ...lateness(draw, task.due),
  } as const
  return once('a task ends', { who: mostly(draw, holders(draw, task)), act })
}

/** A task of a department is taken, often by two at once. */
export function taskTaken(draw: Draw): Step | null {
  const { chance, books } = draw
  const free = openTasks(draw).filter(({ assignee }) => assignee === null || chance.percent(3))
  if (free.length === 0) return null
  const task = chance.oneOf(free)
  const takers = holders(draw, task).filter(({ login }) =>
    handsOf(books.registry, login).units.has(task.unit),
  )
  const act = () => ({ act: 'tasks.take', taskId: task.id, moveId: randomUUIDv7() }) as const
  const all = takers.length > 1 && chance.percent(40) ? takers.slice(0, 2) : [mostly(draw, takers)]
  return once('a task is taken', ...all.map(who => ({ who, act: act() })))
}

/** It is given on to a subordinate, or back. */
export function taskMoved(draw: Draw): Step | null {
  const { chance } = draw
  const all = openTasks(draw)
  if (all.length === 0) return null
  const task = chance.oneOf(all)
  const moved = { taskId: task.id, moveId: randomUUIDv7() }
  if (chance.percent(60)) {
    const heads = holders(draw, task).filter(({ login }) => headsOf(draw).some(one => one.login === login))
    const who = mostly(draw, heads)
    return once('a task is given on', {
      who,
      act: { act: 'tasks.delegate', ...moved, to: subordinate(draw, who) },
    })
  }
  const reason = chance.percent(95) ? 'не е от нашата компетентност' : ''
  return once('a task is returned', {
    who: mostly(draw, holders(draw, task)),
    act: { act: 'tasks.return', ...moved, reason },
  })
}

/** A case becomes confidential, is shown to somebody, is closed or opened again. */
export function caseHandled(draw: Draw): Step | null {
  const { chance, people, books } = draw
  const may = [...people.registry.clerks, ...headsOf(draw)]
  const who = mostly(draw, chance.percent(50) ? may : everybody(draw))
  const caseId = caseFor(draw, who)
  const found = books.registry.cases.get(caseId ?? '')
  if (caseId === null || !found) return null
  const named = [memberOf(books.registry, chance.oneOf(everybody(draw)).login).id]
  const reason = chance.percent(95) ? 'лични данни на дете' : ''
  switch (chance.oneOf(['restrict', 'share', 'share', 'look'] as const)) {
    case 'restrict':
      return once('a case is restricted', {
        who,
        act: { act: 'cases.restrict', caseId, reason, staffIds: named },
      })
    case 'share':
      return once('a case is shared', { who, act: { act: 'cases.share', caseId, to: target(draw) } })
    case 'look':
      return look(draw)
  }
}

/** One case is put beside another one, sometimes that one beside the first at the same moment. */
export function caseLinked(draw: Draw): Step | null {
  const { chance, books } = draw
  const who = chance.oneOf(everybody(draw))
  const [caseId, otherId] = [caseFor(draw, who), caseFor(draw, who)]
  if (caseId === null || otherId === null) return null
  const note = chance.oneOf(['по същия въпрос', null])
  const act = { act: 'cases.link', caseId, otherId, note } as const
  const other = everybody(draw).find(
    ({ login }) => login !== who.login && [caseId, otherId].every(id => sees(books.registry, login, id)),
  )
  const back = { ...act, caseId: otherId, otherId: caseId }
  const two = other && chance.percent(30) ? [{ who: other, act: back }] : []
  return once('cases are linked', { who, act }, ...two)
}

/** Mostly one in which nothing is under way. */
export function caseClosed(draw: Draw): Step | null {
  const { chance, books } = draw
  const { registry } = books
  const all = [...registry.cases.values()]
  const closed = all.filter(isClosed)
  if (closed.length > 0 && chance.percent(40)) {
    const who = chance.oneOf(everybody(draw))
    const reason = chance.percent(95) ? `ново искане ${chance.between(1, 999)}` : ''
    return once('a case is opened again', {
      who,
      act: { act: 'cases.reopen', caseId: chance.oneOf(closed).id, reason },
    })
  }
  const quiet = all.filter(one => !isClosed(one) && openTasksIn(registry, one.id).length === 0)
  const from = chance.percent(85) ? quiet : all
  if (from.length === 0) return null
  const { id: caseId } = chance.oneOf(from)
  const seeing = everybody(draw).filter(({ login }) => sees(registry, login, caseId))
  return once('a case is closed', {
    who: mostly(draw, seeing),
    act: { act: 'cases.close', id: randomUUIDv7(), caseId },
  })
}

/** All that somebody sees, asked as that person. */
export function look(draw: Draw): Step {
  const { chance, people } = draw
  const all = chance.shuffled([...everybody(draw), people.registry.auditor]).slice(0, 4)
  return once('what people see', ...all.map(who => ({ who, act: { act: 'cases.look' } as const })))
}

/** Somebody is absent today. */
export function substitute(draw: Draw): Step | null {
  const { books, chance, people } = draw
  const { registry } = books
  if (registry.substitutions.length > 2) return null
  const who = mostly(draw, headsOf(draw))
  const [absent, other] = chance.shuffled(people.registry.officers)
  if (!absent || !other) return null
  const act = {
    act: 'staff.substitute',
    id: randomUUIDv7(),
    absentId: memberOf(registry, absent.login).id,
  } as const
  const day = registry.today.toString()
  const by = chance.percent(97) ? other.login : absent.login
  return once('a substitution', { who, act: { ...act, absent: absent.login, substitute: by, day } })
}
