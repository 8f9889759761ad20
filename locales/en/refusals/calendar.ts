import type { CalendarRefusals } from '../../../rules/refusals/calendar.ts'
import { deadlines } from '../deadlines.ts'

export const calendarRefusals: {
  [Code in keyof CalendarRefusals]: (facts: CalendarRefusals[Code]) => string
} = {
  'calendar.needs_order': () =>
    'A day is changed by an act of the Council of Ministers. Say which: number and date («РМС 812/19.11.2025»).',
  'calendar.out_of_reach': ({ earliest, latest }) =>
    `Days from ${earliest} to ${latest} can be changed. Check the year.`,
  'calendar.is_so': ({ day, isWorking }) =>
    `${day} is a ${isWorking ? 'working day' : 'day off'} already. Check the day with "gishe calendar list".`,
  'calendar.day_passed': ({ day }) =>
    `${day} has passed, and what ended on it is not moved. What is overdue is ended with a reason.`,
  'calendar.hours_wrong': () => 'The working hours end before they begin. Write for example 08:30 and 17:30.',
  'term.unknown_rule': ({ text }) => `There is no term "${text}". "gishe calendar rules" lists them.`,
  'term.not_extendable': ({ article, term }) =>
    `The term of ${term} is not extended by ${article}. "gishe calendar rules" lists the extensions there are.`,
  'term.extended_too_far': ({ most, unit, article }) =>
    `By ${article} a term is extended by ${deadlines.explained.amount(most, unit)} at most.`,
  'term.over': ({ day }) =>
    `The term ended on ${day} and cannot be extended any more. Give the reason of the delay.`,
}
