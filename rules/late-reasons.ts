import { isReason } from './reason.ts'
import { type Refusal, refusal } from './refusal.ts'

/** Why something ended after its last day, as a department says it; the words stand in the locales. */
export const LATE_REASONS = [
  'overload',
  'staff_absent',
  'other_body',
  'applicant',
  'technical',
  'complex',
  'other',
] as const
export type LateReason = (typeof LATE_REASONS)[number]

/** What is said of a delay; `note` says it in words, and must where the reason is another one. */
export type Lateness = { lateReason: LateReason | null; lateNote: string | null }

/** Why this is no reason for a delay, or null: „other“ is told in words. */
export const whyNotLateReason = ({ lateReason, lateNote }: Lateness): Refusal | null =>
  lateReason === 'other' && !isReason(lateNote) ? refusal('late_reason.note_needed', {}) : null
