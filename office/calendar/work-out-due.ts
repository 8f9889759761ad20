import { z } from 'zod'
import { ZONE } from '../../rules/dates.ts'
import { type DeadlineRule, deadlineRuleNamed } from '../../rules/deadline-rules.ts'
import { type Due, dueBefore, dueOf, TERM_UNITS, type Term } from '../../rules/deadlines.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput, textInput } from '../input.ts'
import { calendarOf } from './lookup.ts'

const dayInput = z.instanceof(Temporal.PlainDate)

const WorkOutDue = z.object({
  from: dayInput,
  /** When it arrived on that day: what comes after hours counts as of the next working day. */
  time: z.instanceof(Temporal.PlainTime).nullable(),
  term: z.union([
    z.object({ rule: textInput(1, 60) }),
    z.object({ amount: z.int().min(0).max(1000), unit: z.enum(TERM_UNITS), article: textInput(0, 120) }),
  ]),
  events: z.array(z.object({ kind: z.enum(['suspended', 'resumed', 'fixed', 'forwarded']), on: dayInput })),
})
export type WorkOutDue = z.input<typeof WorkOutDue>

/** When a term would end, by the town's calendar, and why: for whoever asks, without anything being written. */
export async function workOutDue(ctx: Ctx, raw: WorkOutDue): Promise<{ term: Term; due: Due }> {
  authorise(ctx, 'calendar.see')
  const { from, time, term: asked, events } = parseInput(WorkOutDue, raw)
  const { rule, term } = 'rule' in asked ? ofLaw(asked.rule) : { rule: null, term: asked }
  const calendar = await calendarOf(ctx.db)
  if (rule?.starts === 'expiry') return { term, due: dueBefore(from, term, calendar) }
  const { hours } = ctx.town
  const goesByHours = rule ? rule.starts === 'request' : time !== null
  const at = from.toZonedDateTime({ timeZone: ZONE, plainTime: time ?? hours.from }).toInstant()
  const inOrder = events.toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on))
  const start = { at, term, hours: goesByHours ? hours : null, endsAnyDay: rule?.endsAnyDay ?? false }
  return { term, due: dueOf(start, inOrder, calendar, ctx.today) }
}

function ofLaw(word: string): { rule: DeadlineRule; term: Term } {
  const rule = deadlineRuleNamed(word)
  if (!rule) throw refusal('term.unknown_rule', { text: word })
  return { rule, term: rule.term }
}
