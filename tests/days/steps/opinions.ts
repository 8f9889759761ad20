import { randomUUIDv7 } from 'node:crypto'
import { memberOf } from '../expected/registry.ts'
import { caseFor, everybody, mostly, target } from './documents.ts'
import { lateness } from './requests.ts'
import { type Draw, once, type Step } from './step.ts'
import { holders, openTasks, someDay } from './work.ts'

/** Whoever works on a case asks somebody for an opinion, or gives that part of a task. */
export function opinionAsked(draw: Draw): Step | null {
  const { books, chance } = draw
  const who = chance.oneOf(everybody(draw))
  const held = openTasks(draw).filter(task => holders(draw, task).some(({ login }) => login === who.login))
  const parent = held.length > 0 && chance.percent(40) ? chance.oneOf(held) : null
  const caseId = parent ? null : caseFor(draw, who)
  if (!parent && caseId === null) return null
  const somewhere = everybody(draw).filter(({ login }) => memberOf(books.registry, login).unit !== null)
  const act = {
    act: 'tasks.give',
    kind: 'opinion',
    taskId: randomUUIDv7(),
    caseId,
    parentId: parent?.id ?? null,
    what: chance.percent(96) ? 'становище по законосъобразност' : '…',
    dueOn: someDay(draw),
    to: target(draw, somewhere),
  } as const
  return once('an opinion is asked for', { who, act })
}

/** It is given, sometimes by two at once, sometimes where nobody asked for it. */
export function opinion(draw: Draw): Step | null {
  const { books, chance } = draw
  const open = openTasks(draw)
  const asked = open.filter(({ kind }) => kind === 'opinion')
  const among = chance.percent(85) ? asked : open
  if (among.length === 0) return null
  const task = chance.oneOf(among)
  const here = [...books.registry.documents.values()].filter(({ caseId }) => caseId === task.caseId)
  const about = chance.percent(95) ? here : [...books.registry.documents.values()]
  const given = (agrees: boolean) =>
    ({
      act: 'opinions.give',
      id: randomUUIDv7(),
      documentId: chance.oneOf(about).id,
      taskId: chance.percent(90) ? task.id : null,
      value: agrees ? 'agree' : chance.oneOf(['disagree', 'terminate', 'rework'] as const),
      note: chance.percent(agrees ? 30 : 92) ? 'липсва оценка на въздействието' : null,
      ...lateness(draw, task.due),
    }) as const
  const { officers, heads } = draw.people.registry
  const may = [...officers, ...heads, draw.people.head]
  const theirs = holders(draw, task).filter(({ login }) => may.some(one => one.login === login))
  const who = mostly(draw, theirs)
  const other = theirs.find(({ login }) => login !== who.login)
  const two = other && chance.percent(25) ? [{ who: other, act: given(false) }] : []
  return once('an opinion is given', { who, act: given(chance.percent(50)) }, ...two)
}
