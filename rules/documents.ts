import { dayOf, showDay } from './dates.ts'
import { type Refusal, refusal } from './refusal.ts'

export const DIRECTIONS = ['incoming', 'outgoing', 'internal'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** How a document came. */
export const CHANNELS = ['desk', 'mayoralty', 'post', 'email', 'portal', 'ssev'] as const
export type Channel = (typeof CHANNELS)[number]

/** How a document goes out. */
export const WAYS = ['desk', 'mayoralty', 'post', 'email', 'ssev'] as const
export type Way = (typeof WAYS)[number]

export const PARTY_ROLES = ['sender', 'recipient', 'applicant', 'representative'] as const
export type PartyRole = (typeof PARTY_ROLES)[number]

/** What of a record may be corrected, each by a record of its own; `annulled` takes the whole document back. */
export const CORRECTED_FIELDS = [
  'subject',
  'kind',
  'correspondents',
  'channel',
  'received_at',
  'sheets',
  'attachments',
  'foreign_number',
  'foreign_day',
] as const
export type CorrectedField = (typeof CORRECTED_FIELDS)[number]

/** The longest subject: what it is about, not what it says. */
export const MOST_SUBJECT = 1000

/** So many sheets or attachments one document has at most. */
export const MOST_SHEETS = 9999

/** A document as it is typed, before it has a number. */
export type DocumentFacts = {
  direction: Direction
  subject: string
  channel: Channel | null
  roles: readonly PartyRole[]
  /** When it came or was signed. */
  receivedAt: Temporal.Instant
  /** The day of its number. */
  day: Temporal.PlainDate
  sheets: number | null
  attachments: number | null
  foreignDay: Temporal.PlainDate | null
}

/**
 * Why a document cannot be registered like this, or null; the first reason in the order of the form. Whoever sends is known of
 * what comes in, whoever gets it of what goes out; its day is not ahead, and not before the last year, whose numbers are closed.
 */
export function whyNotRegister(facts: DocumentFacts, now: Temporal.Instant): Refusal | null {
  const { direction, subject, channel, roles } = facts
  if (direction === 'incoming' && !roles.some(role => role === 'sender' || role === 'applicant'))
    return refusal('document.sender_needed', {})
  if (direction === 'outgoing' && !roles.includes('recipient'))
    return refusal('document.recipient_needed', {})
  const wrongSubject = whyNotSubject(subject)
  if (wrongSubject) return wrongSubject
  if (direction === 'incoming' && channel === null) return refusal('document.channel_needed', {})
  return whyNotDays(facts, now) ?? whyNotSheets(facts.sheets) ?? whyNotSheets(facts.attachments)
}

export function whyNotSubject(subject: string): Refusal | null {
  if (subject.trim().length < 2) return refusal('document.subject_needed', {})
  if (subject.length > MOST_SUBJECT) return refusal('document.subject_too_long', { letters: MOST_SUBJECT })
  return null
}

/** Null is not counted. */
export const whyNotSheets = (count: number | null): Refusal | null =>
  count === null || (Number.isInteger(count) && count >= 0 && count <= MOST_SHEETS)
    ? null
    : refusal('document.count_wrong', { mostSheets: MOST_SHEETS })

function whyNotDays({ receivedAt, day, foreignDay }: DocumentFacts, now: Temporal.Instant): Refusal | null {
  const today = dayOf(now)
  const wrong = whyNotReceived(receivedAt, now) ?? whyNotDay(day, today)
  if (wrong) return wrong
  const latest = Temporal.PlainDate.compare(dayOf(receivedAt), day) > 0 ? dayOf(receivedAt) : day
  return foreignDay ? whyNotForeignDay(foreignDay, latest) : null
}

/** What its own sender wrote on it cannot be later than the day it came. */
export const whyNotForeignDay = (
  foreignDay: Temporal.PlainDate,
  cameOn: Temporal.PlainDate,
): Refusal | null =>
  Temporal.PlainDate.compare(foreignDay, cameOn) > 0
    ? refusal('document.foreign_day_later', {
        day: showDay(foreignDay, 'bg'),
        received: showDay(cameOn, 'bg'),
      })
    : null

/** Why it cannot have come at this moment, or null. */
export const whyNotReceived = (receivedAt: Temporal.Instant, now: Temporal.Instant): Refusal | null =>
  Temporal.Instant.compare(receivedAt, now) > 0
    ? refusal('document.in_the_future', { day: showDay(dayOf(receivedAt), 'bg') })
    : whyNotDay(dayOf(receivedAt), dayOf(now))

function whyNotDay(day: Temporal.PlainDate, today: Temporal.PlainDate): Refusal | null {
  if (Temporal.PlainDate.compare(day, today) > 0)
    return refusal('document.in_the_future', { day: showDay(day, 'bg') })
  const first = Temporal.PlainDate.from({ year: today.year - 1, month: 1, day: 1 })
  if (Temporal.PlainDate.compare(day, first) < 0)
    return refusal('document.too_old', { day: showDay(day, 'bg'), first: showDay(first, 'bg') })
  return null
}

/** An access code as papers have it: `ABCDE-FGHJK`. */
export const showAccessCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

/** An access code as it is typed: small letters, blanks and dashes are let pass. */
export const readAccessCode = (text: string): string => text.toUpperCase().replace(/[\s-]/g, '')
