import type { TermUnit } from '../deadlines.ts'

export type CalendarRefusals = {
  'term.not_extendable': { article: string; term: string }
  'term.extended_too_far': { most: number; unit: TermUnit; article: string }
  'term.over': { day: string }
}
