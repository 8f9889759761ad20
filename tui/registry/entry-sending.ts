import type { RegisterDocument } from '../../office/documents/register-document.ts'
import type { RegisterRequest } from '../../office/requests/request-plan.ts'
import type { Delivery } from '../../rules/cards/card.ts'
import { readCount, readMoment, readOrNull } from '../../rules/document-entry.ts'
import type { Channel } from '../../rules/documents.ts'
import { Refusal } from '../../rules/refusal.ts'
import type { Speed } from '../../rules/services.ts'
import { factsOf, roleOf } from './entry-problems.ts'
import { amountOf, toldItems } from './entry-request.ts'
import {
  type Form,
  isBlank,
  newForm,
  type Registered,
  type RegistryState,
  withUsualKind,
} from './entry-state.ts'

/** What the office is asked to register; the same for the same form, however often it is sent. */
export function documentOf(form: Form, now: Temporal.Instant): RegisterDocument {
  const { lines, chosen, variant } = form
  const { direction, subject, sheets, attachments, foreignDay } = factsOf(form, now)
  const received = readOrNull(readMoment(lines.receivedAt.value, now))
  const isIncoming = variant === 'incoming'
  return {
    documentId: form.id,
    direction,
    registerId: chosen.register,
    kindId: chosen.kind ?? '',
    channel: isIncoming ? (chosen.channel as Channel | null) : null,
    subject,
    // What came just now is stamped by the office: sent again a minute later it is still the same document.
    receivedAt: received?.equals(now) ? null : received,
    parties:
      variant === 'internal' ? [] : form.people.map(({ id }) => ({ partyId: id, role: roleOf(variant) })),
    sheets,
    attachments,
    attachmentsNote: lines.attachmentsNote.value || null,
    foreignNumber: isIncoming ? lines.foreignNumber.value || null : null,
    foreignDay,
    answersId: form.answers?.id ?? null,
    departmentId: chosen.department,
    print: isIncoming ? ['slip'] : [],
  }
}

/** The same of a request for a service. */
export function requestOf(s: RegistryState, form: Form, now: Temporal.Instant): RegisterRequest {
  const { lines, chosen } = form
  const amount = amountOf(form)
  const { channel, receivedAt: received } = factsOf(form, now)
  return {
    id: form.id,
    serviceId: chosen.service ?? '',
    speed: (chosen.speed ?? 'normal') as Speed,
    applicantId: form.people[0]?.id ?? '',
    representative: form.representative && {
      partyId: form.representative.id,
      ground: lines.representation.value,
    },
    channel: channel ?? 'desk',
    receivedAt: received.equals(now) ? null : received,
    items: toldItems({ ...s, form }),
    delivery: (chosen.delivery ?? 'desk') as Delivery,
    deliverTo: lines.deliverTo.value || null,
    amount: amount instanceof Refusal ? null : amount,
    sheets: readOrNull(readCount(lines.sheets.value)),
  }
}

/** The form is on its way; the next one is empty and ready, so that nothing typed meanwhile is lost. */
export function withSent(s: RegistryState, form: Form): RegistryState {
  if (s.sent?.id === form.id) return s
  const next = withUsualKind(s, newForm(form.variant, form.chosen))
  return { ...s, form: next, sent: form, finding: null, pick: 0, isArmed: false }
}

/** It has its number. What was begun before it comes back where nothing else was begun since. */
export function withRegistered(s: RegistryState, form: Form, registered: Registered): RegistryState {
  const back = s.waiting !== null && isBlank(s.form)
  return {
    ...s,
    sent: null,
    last: registered,
    lastPeople: form.people.length > 0 ? form.people : s.lastPeople,
    form: back && s.waiting ? s.waiting : s.form,
    waiting: back ? null : s.waiting,
    around: { ...s.around, subjects: withSubject(s, form) },
  }
}

function withSubject(
  { around }: RegistryState,
  { chosen, lines }: Form,
): RegistryState['around']['subjects'] {
  const subject = lines.subject.value.trim()
  if (subject === '' || around.subjects.some(one => one.subject === subject && one.kindId === chosen.kind))
    return around.subjects
  return [{ kindId: chosen.kind ?? '', subject, uses: 1 }, ...around.subjects]
}

/** It was refused: it is back as it was typed, and what was begun since waits for its turn. */
export const withRefused = (s: RegistryState, form: Form): RegistryState =>
  s.sent?.id === form.id
    ? { ...s, sent: null, form, waiting: isBlank(s.form) ? s.waiting : s.form, finding: null, pick: 0 }
    : s
