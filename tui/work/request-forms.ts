import { randomUUIDv7 } from 'node:crypto'
import { extendRequest } from '../../office/requests/extend-request.ts'
import { markDelivered } from '../../office/requests/mark-delivered.ts'
import { mendIrregularity } from '../../office/requests/mend-irregularity.ts'
import { resumeRequest } from '../../office/requests/resume-request.ts'
import type { RequestShown } from '../../office/requests/show-request.ts'
import { suspendRequest } from '../../office/requests/suspend-request.ts'
import { tellIrregularity } from '../../office/requests/tell-irregularity.ts'
import { showDay } from '../../rules/dates.ts'
import { isReason } from '../../rules/reason.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import { whyEnded, whyNotGoOn, whyNotStop } from '../../rules/requests.ts'
import type { AtDesk } from '../door.ts'
import type { Field, Filled, Form } from '../forms/form.ts'
import { openForm } from '../forms/form-screen.tsx'
import type { Opened } from '../screen.ts'
import { foreseenDue, requestBasis } from './request-basis.ts'

const textsOf = (desk: AtDesk) => desk.door.texts.screens.work.requestForms

const MOST_LETTERS = 1000

const reasonField = (label: string, hint = ''): Field => ({
  name: 'reason',
  label,
  kind: 'text',
  limit: MOST_LETTERS,
  hint,
})

/** A notice that is registered as outgoing when it is told; `documentId` is minted with the form. */
const noticeOf = (documentId: string) => ({ documentId, kind: null, subject: null })

/** What a form about the term of a request differs in. */
type Step = {
  title: string
  fields: readonly Field[]
  save: string
  whyNot: (request: RequestShown, filled: Filled) => Refusal | null
  told: (
    request: RequestShown,
    filled: Filled,
    basis: Pick<Form, 'calendar' | 'today'>,
  ) => ReturnType<NonNullable<Form['told']>>
  run: (filled: Filled) => Promise<string>
}

async function stepForm(requestId: string, desk: AtDesk, step: Step): Promise<Opened> {
  const { request, basis } = await requestBasis(requestId, desk)
  return openForm(
    {
      ...basis,
      title: step.title,
      fields: () => step.fields,
      save: step.save,
      told: filled => step.told(request, filled, basis),
      whyNot: filled => step.whyNot(request, filled),
      run: step.run,
    },
    desk,
  )
}

/** The applicant is told what is missing; the term stops. */
export function irregularForm(requestId: string, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  const documentId = randomUUIDv7()
  return stepForm(requestId, desk, {
    title: texts.irregularTitle,
    fields: [reasonField(texts.missing, texts.missingHint)],
    save: texts.tell,
    whyNot: (request, filled) => whyNotStop(request, filled.text('reason')),
    told: (request, _, basis) => [
      foreseenDue(request, { kind: 'irregular', by: null }, basis.calendar, desk),
      { label: '', text: texts.noticeTold, tone: 'dim' },
    ],
    run: async filled => {
      const told = await tellIrregularity(desk.session.ctx(), {
        id: filled.id,
        requestId,
        what: filled.text('reason'),
        notice: noticeOf(documentId),
      })
      return texts.irregularTold(told.events.at(-1)?.documentNumber ?? '')
    },
  })
}

/** The day on which the notice arrived; from then on there are three days. */
export function deliveredForm(requestId: string, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  return stepForm(requestId, desk, {
    title: texts.deliveredTitle,
    fields: [
      { name: 'day', label: texts.deliveredOn, kind: 'day', suggestions: [] },
      { name: 'proof', label: texts.proof, kind: 'text', limit: 300, hint: texts.proofHint },
    ],
    save: texts.write,
    whyNot: (request, filled) =>
      whyNotGoOn(request, 'irregular') ??
      (filled.day('day') ? null : refusal('form.needed', { what: texts.deliveredOn })),
    told: () => [{ label: '', text: texts.mendTold, tone: 'dim' }],
    run: async filled => {
      const deliveredOn = filled.day('day')
      if (!deliveredOn) throw refusal('form.needed', { what: texts.deliveredOn })
      const { mendBy } = await markDelivered(desk.session.ctx(), {
        id: filled.id,
        requestId,
        deliveredOn,
        proof: filled.text('proof'),
      })
      return texts.mendUntil(mendBy ? showDay(mendBy, desk.door.lang) : '–')
    },
  })
}

/** What was missing was brought; the term begins anew. */
export function mendForm(requestId: string, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  return stepForm(requestId, desk, {
    title: texts.mendTitle,
    fields: [reasonField(texts.brought)],
    save: texts.write,
    whyNot: (request, filled) => whyNotGoOn(request, 'irregular') ?? whyNoReason(filled),
    told: (request, _, basis) => [foreseenDue(request, { kind: 'mended', by: null }, basis.calendar, desk)],
    run: async filled => {
      const { dueOn } = await mendIrregularity(desk.session.ctx(), {
        id: filled.id,
        requestId,
        what: filled.text('reason'),
      })
      return texts.dueNow(dueOn ? showDay(dueOn, desk.door.lang) : '–')
    },
  })
}

/** The term stands still on a ground of the law. */
export function suspendForm(requestId: string, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  return stepForm(requestId, desk, {
    title: texts.suspendTitle,
    fields: [reasonField(texts.ground, texts.groundHint)],
    save: texts.suspend,
    whyNot: (request, filled) => whyNotStop(request, filled.text('reason')),
    told: (request, _, basis) => [
      foreseenDue(request, { kind: 'suspended', by: null }, basis.calendar, desk),
    ],
    run: async filled => {
      await suspendRequest(desk.session.ctx(), { id: filled.id, requestId, reason: filled.text('reason') })
      return texts.suspended
    },
  })
}

/** What was left of the term goes on. */
export function resumeForm(requestId: string, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  return stepForm(requestId, desk, {
    title: texts.resumeTitle,
    fields: [reasonField(texts.ground)],
    save: texts.resume,
    whyNot: (request, filled) => whyNotGoOn(request, 'suspended') ?? whyNoReason(filled),
    told: (request, _, basis) => [foreseenDue(request, { kind: 'resumed', by: null }, basis.calendar, desk)],
    run: async filled => {
      const { dueOn } = await resumeRequest(desk.session.ctx(), {
        id: filled.id,
        requestId,
        reason: filled.text('reason'),
      })
      return texts.dueNow(dueOn ? showDay(dueOn, desk.door.lang) : '–')
    },
  })
}

const EXTENSION_ARTICLE = 'чл. 57, ал. 7 АПК'
const MOST_DAYS = 365

const daysTyped = (filled: Filled): number | null => {
  const typed = filled.text('amount')
  const days = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  return days >= 1 && days <= MOST_DAYS ? days : null
}

/** More time as far as the law lets it, by a document that tells the applicant. */
export function extendForm(requestId: string, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  const documentId = randomUUIDv7()
  const termOf = (amount: number) => ({ amount, unit: 'calendar_days' as const, article: EXTENSION_ARTICLE })
  return stepForm(requestId, desk, {
    title: texts.extendTitle,
    fields: [
      { name: 'amount', label: texts.days, kind: 'text', limit: 3, hint: texts.daysHint },
      reasonField(texts.reason),
    ],
    save: texts.extend,
    whyNot: (request, filled) =>
      whyEnded(request) ??
      (daysTyped(filled) === null ? refusal('form.needed', { what: texts.days }) : whyNoReason(filled)),
    told: (request, filled, basis) => {
      const days = daysTyped(filled)
      return [
        ...(days === null
          ? []
          : [foreseenDue(request, { kind: 'extended', by: termOf(days) }, basis.calendar, desk)]),
        { label: '', text: texts.extendTold, tone: 'dim' as const },
      ]
    },
    run: async filled => {
      const { dueOn } = await extendRequest(desk.session.ctx(), {
        id: filled.id,
        requestId,
        amount: daysTyped(filled) ?? 0,
        article: EXTENSION_ARTICLE,
        reason: filled.text('reason'),
        notice: noticeOf(documentId),
      })
      return texts.dueNow(dueOn ? showDay(dueOn, desk.door.lang) : '–')
    },
  })
}

const whyNoReason = (filled: Filled): Refusal | null =>
  isReason(filled.text('reason')) ? null : refusal('request.reason_needed', {})
