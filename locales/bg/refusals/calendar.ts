import type { CalendarRefusals } from '../../../rules/refusals/calendar.ts'
import { deadlines } from '../deadlines.ts'

export const calendarRefusals: {
  [Code in keyof CalendarRefusals]: (facts: CalendarRefusals[Code]) => string
} = {
  'term.not_extendable': ({ article, term }) =>
    `Срокът по ${term} не се удължава по ${article}. Вижте допустимите удължавания в „gishe calendar rules“.`,
  'term.extended_too_far': ({ most, unit, article }) =>
    `По ${article} срокът се удължава най-много с ${deadlines.explained.amount(most, unit)}.`,
  'term.over': ({ day }) =>
    `Срокът изтече на ${day} и вече не може да се удължи. Посочете причина за забавата.`,
}
