import type { TermUnit } from '../deadlines.ts'

export type CalendarRefusals = {
  'calendar.needs_order': Record<never, never>
  'calendar.out_of_reach': { earliest: string; latest: string }
  'calendar.is_so': { day: string; isWorking: boolean }
  'calendar.day_passed': { day: string }
  'calendar.hours_wrong': Record<never, never>
  'term.unknown_rule': { text: string }
  'term.not_extendable': { article: string; term: string }
  'term.extended_too_far': { most: number; unit: TermUnit; article: string }
  'term.over': { day: string }
}
