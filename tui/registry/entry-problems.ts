import { readAmount } from '../../rules/amounts.ts'
import { dayOf } from '../../rules/dates.ts'
import {
  readCount,
  readForeignDay,
  readMoment,
  readOrNull,
  whyNotChosen,
  whyNotTaken,
} from '../../rules/document-entry.ts'
import {
  type Channel,
  type PartyRole,
  whyNotForeignDay,
  whyNotReceived,
  whyNotRegister,
  whyNotSheets,
} from '../../rules/documents.ts'
import { looksLikeIdentifier } from '../../rules/identifiers.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import { type Field, fieldsOf, isChoice } from './entry-fields.ts'
import type { Form } from './entry-state.ts'

/** Something in the form that will not do, and where. */
export type Problem = { field: Field; why: Refusal }

/** What is wrong with what stands in one field by itself, or null. */
export function whyNotField(
  form: Form,
  field: Field,
  unmeant: readonly Field[],
  now: Temporal.Instant,
): Refusal | null {
  if (field === 'checklist') return null
  const text = form.lines[field].value
  if (isChoice(field)) return unmeant.includes(field) ? whyNotChosen(text) : null
  switch (field) {
    case 'who':
    case 'representative':
      return looksLikeIdentifier(text)
        ? refusal('identifier.wrong', { text: text.trim() })
        : whyNotChosen(text)
    case 'answers':
      return whyNotChosen(text)
    case 'files':
      return whyNotTaken(text)
    case 'receivedAt':
      return refusalOr(readMoment(text, now), at => whyNotReceived(at, now))
    case 'foreignDay':
      return refusalOr(readForeignDay(text, dayOf(now)), day => whyNotForeignDay(day, cameOn(form, now)))
    case 'amount':
      return text.trim() === '' ? null : refusalOr(readAmount(text), () => null)
    case 'sheets':
    case 'attachments':
      return refusalOr(readCount(text), whyNotSheets)
    default:
      return null
  }
}

/** Why it cannot be read, else why what was read will not do. */
const refusalOr = <T>(read: T | null | Refusal, whyNot: (value: T) => Refusal | null): Refusal | null =>
  read instanceof Refusal ? read : read === null ? null : whyNot(read)

const cameOn = (form: Form, now: Temporal.Instant): Temporal.PlainDate =>
  dayOf(readOrNull(readMoment(form.lines.receivedAt.value, now)) ?? now)

/** The first thing that stands in the way of registering, in the order of the form; null where nothing does. */
export function problemOf(form: Form, unmeant: readonly Field[], now: Temporal.Instant): Problem | null {
  for (const field of fieldsOf(form.variant)) {
    const why = whyNotField(form, field, unmeant, now)
    if (why) return { field, why }
  }
  const why = form.variant === 'request' ? whyNotRequest(form, now) : whyNotRegister(factsOf(form, now), now)
  return why && { field: fieldOf(why, form), why }
}

/** What a request lacks, as far as the desk knows; its fee is looked at beside it. */
function whyNotRequest(form: Form, now: Temporal.Instant): Refusal | null {
  if (form.chosen.service === null) return refusal('entry.service_needed', {})
  const subject = form.lines.subject.value.trim() || form.chosen.service
  const wrong = whyNotRegister({ ...factsOf(form, now), subject }, now)
  if (wrong) return wrong
  return form.representative && form.lines.representation.value.trim() === ''
    ? refusal('request.ground_needed', {})
    : null
}

/** What is typed, as the rules ask for it. */
export function factsOf(form: Form, now: Temporal.Instant) {
  const { lines, variant } = form
  const receivedAt = readOrNull(readMoment(lines.receivedAt.value, now)) ?? now
  return {
    direction: variant === 'request' ? ('incoming' as const) : variant,
    subject: lines.subject.value,
    channel: variant === 'incoming' || variant === 'request' ? (form.chosen.channel as Channel | null) : null,
    roles: form.people.map(() => roleOf(variant)),
    receivedAt,
    day: dayOf(receivedAt),
    sheets: readOrNull(readCount(lines.sheets.value)),
    attachments: readOrNull(readCount(lines.attachments.value)),
    foreignDay:
      variant === 'incoming' ? readOrNull(readForeignDay(lines.foreignDay.value, dayOf(now))) : null,
  }
}

export const roleOf = (variant: Form['variant']): PartyRole =>
  variant === 'outgoing' ? 'recipient' : variant === 'request' ? 'applicant' : 'sender'

/** The field that a reason speaks of: there the cursor goes. */
export function fieldOf({ code }: Refusal, { variant }: Form): Field {
  if (code === 'document.sender_needed' || code === 'document.recipient_needed') return 'who'
  if (code === 'document.channel_needed') return 'channel'
  if (code === 'document.in_the_future' || code === 'document.too_old') return 'receivedAt'
  if (code === 'document.foreign_day_later') return 'foreignDay'
  if (code === 'document.count_wrong') return 'sheets'
  if (code === 'request.ground_needed') return 'representation'
  if (code === 'service.needs_amount' || code === 'service.fixed_amount') return 'amount'
  return variant === 'request' ? 'service' : 'subject'
}
