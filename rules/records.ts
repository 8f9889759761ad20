import { showDay } from './dates.ts'
import type { Direction, Way } from './documents.ts'
import { type Refusal, refusal } from './refusal.ts'

/** Why a record is not corrected like this, or null. What an office told others of, it takes back in the open, with a reason. */
export function whyNotCorrect(correction: {
  before: string | null
  after: string | null
  reason: string
}): Refusal | null {
  if (correction.before === correction.after) return refusal('document.nothing_corrected', {})
  return whyNoReason(correction.reason)
}

/** A reason is a word at least: a dot or a blank is none. */
export const whyNoReason = (reason: string): Refusal | null =>
  /[\p{L}\p{N}]{2}/u.test(reason) ? null : refusal('document.reason_needed', {})

/** Why nothing more is done with a document, or null; `annulled` is the reason for which it was taken back. */
export const whyAnnulled = (number: string, annulled: string | null): Refusal | null =>
  annulled === null ? null : refusal('document.annulled', { number, reason: annulled })

/** Why a document is not sent like this, or null. What is handed over at a desk needs no address. */
export function whyNotSend(
  document: { number: string; direction: Direction; annulled: string | null },
  { way, sentTo }: { way: Way; sentTo: string | null },
): Refusal | null {
  if (document.direction !== 'outgoing') return refusal('document.not_outgoing', { number: document.number })
  const annulled = whyAnnulled(document.number, document.annulled)
  if (annulled) return annulled
  const needsAddress = way === 'post' || way === 'email' || way === 'ssev'
  return needsAddress && sentTo === null ? refusal('dispatch.address_needed', {}) : null
}

/** Why it did not arrive on this day, or null. */
export function whyNotDeliver(
  sent: { on: Temporal.PlainDate; delivered: Temporal.PlainDate | null },
  { deliveredOn, proof }: { deliveredOn: Temporal.PlainDate; proof: string },
  today: Temporal.PlainDate,
): Refusal | null {
  if (sent.delivered) return refusal('dispatch.delivered', { day: showDay(sent.delivered, 'bg') })
  const { compare } = Temporal.PlainDate
  if (compare(deliveredOn, sent.on) < 0 || compare(deliveredOn, today) > 0)
    return refusal('dispatch.day_wrong', { day: showDay(deliveredOn, 'bg') })
  return proof.trim().length < 2 ? refusal('dispatch.proof_needed', {}) : null
}
