import type { CalendarRefusals } from '../../../rules/refusals/calendar.ts'
import { deadlines } from '../deadlines.ts'

export const calendarRefusals: {
  [Code in keyof CalendarRefusals]: (facts: CalendarRefusals[Code]) => string
} = {
  'term.not_extendable': ({ article, term }) =>
    `The term of ${term} is not extended by ${article}. "gishe calendar rules" lists the extensions there are.`,
  'term.extended_too_far': ({ most, unit, article }) =>
    `By ${article} a term is extended by ${deadlines.explained.amount(most, unit)} at most.`,
  'term.over': ({ day }) =>
    `The term ended on ${day} and cannot be extended any more. Give the reason of the delay.`,
}
