import type { CalendarRefusals } from '../../../rules/refusals/calendar.ts'

export const calendarRefusals: {
  [Code in keyof CalendarRefusals]: (facts: CalendarRefusals[Code]) => string
} = {}
