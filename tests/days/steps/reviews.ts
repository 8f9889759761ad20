import { randomUUIDv7 } from 'node:crypto'
import { handsOf } from '../expected/registry.ts'
import { mostly } from './documents.ts'
import { type Draw, once, type Step } from './step.ts'
import { headsOf } from './work.ts'

const VERDICTS = ['no_problems', 'lack_of_resources', 'outside_problem', 'impossible', 'sent_back'] as const

/** A head looks at a task of this week or the last one; seldom at a week that has not come. */
export function review(draw: Draw): Step | null {
  const { books, chance } = draw
  const { registry } = books
  const who = mostly(draw, headsOf(draw))
  const { all, units } = handsOf(registry, who.login)
  const every = [...registry.tasks.values()]
  const theirs = every.filter(({ unit }) => all || units.has(unit))
  const among = theirs.length > 0 && chance.percent(90) ? theirs : every
  if (among.length === 0) return null
  const { today } = registry
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const weeks = chance.oneOf([0, 0, 0, 0, 0, 0, -1, -1, -1, 1])
  const act = {
    act: 'control.review',
    id: randomUUIDv7(),
    taskId: chance.oneOf(chance.percent(30) ? among : among.slice(-20)).id,
    week: monday.add({ weeks }).toString(),
    verdict: chance.oneOf(VERDICTS),
    note: chance.oneOf(['чака се становище', 'чака се становище', 'чака се становище', '-', null]),
  } as const
  return once('a review', { who, act })
}
