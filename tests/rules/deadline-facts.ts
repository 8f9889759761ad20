import { shippedDays } from '../../office/town/holidays.ts'
import { calendarWith } from '../../rules/calendar.ts'
import { ZONE } from '../../rules/dates.ts'
import { type DeadlineRuleId, deadlineRule } from '../../rules/deadline-rules.ts'
import { type Due, dueOf, type Term, type TermEvent, type WorkingHours } from '../../rules/deadlines.ts'

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

/** `2026-11-20 18:30` in the town's zone; a day alone is ten in the morning. */
export const moment = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text.includes(' ') ? text.replace(' ', 'T') : `${text}T10:00`)
    .toZonedDateTime(ZONE)
    .toInstant()

export const OFFICE_HOURS: WorkingHours = {
  from: Temporal.PlainTime.from('08:00'),
  until: Temporal.PlainTime.from('17:00'),
}

export const SHIPPED = calendarWith(shippedDays())

/** `14 calendar_days` by an article. */
export function term(text: string, article = 'чл. 57, ал. 1 АПК'): Term {
  const [amount, unit] = text.split(' ')
  return { amount: Number(amount), unit: unit as Term['unit'], article }
}

/** `suspended 2026-11-10`, `extended 2026-12-01 14 calendar_days`. */
export function events(...texts: string[]): TermEvent[] {
  return texts.map(text => {
    const [kind, on, ...by] = text.split(' ')
    const when = { kind, on: day(on ?? '') }
    return (by.length > 0 ? { ...when, by: term(by.join(' '), 'чл. 57, ал. 7 АПК') } : when) as TermEvent
  })
}

/** Of what arrived at that moment, within the hours of the office or after them. */
export const dueOfArrival = (at: string, of: string | Term, ...happened: string[]): Due =>
  dueOf(
    { at: moment(at), term: typeof of === 'string' ? term(of) : of, hours: OFFICE_HOURS },
    events(...happened),
    SHIPPED,
    day('2026-11-22'),
  )

/** Of what begins with a day of its own: a registration, a notice, a decision. */
export const dueOfDay = (from: string, of: string | Term, ...happened: string[]): Due =>
  dueOf(
    { at: moment(from), term: typeof of === 'string' ? term(of) : of, hours: null },
    events(...happened),
    SHIPPED,
    day('2026-11-22'),
  )

/** By a rule of the law, from its beginning; a request goes by the hours of the office. */
export function dueByRule(id: DeadlineRuleId, from: string, ...happened: string[]): Due {
  const rule = deadlineRule(id)
  const hours = rule.starts === 'request' ? OFFICE_HOURS : null
  const start = { at: moment(from), term: rule.term, hours, endsAnyDay: rule.endsAnyDay }
  return dueOf(start, events(...happened), SHIPPED, day('2026-11-22'))
}
