import { randomUUIDv7 } from 'node:crypto'
import { filingsOf } from '../../office/cases/contents.ts'
import { requestTexts } from '../../office/papers.ts'
import { completeRequest } from '../../office/requests/complete-request.ts'
import { handOut } from '../../office/requests/hand-out.ts'
import type { RequestFound } from '../../office/requests/lookup.ts'
import { refuseRequest } from '../../office/requests/refuse-request.ts'
import type { RequestShown } from '../../office/requests/show-request.ts'
import { terminateRequest } from '../../office/requests/terminate-request.ts'
import { DELIVERIES, type Delivery } from '../../rules/cards/card.ts'
import { showEuro } from '../../rules/money.ts'
import type { Refusal } from '../../rules/refusal.ts'
import { type Outcome, whyNotEnd, whyNotHandOut } from '../../rules/requests.ts'
import type { AtDesk } from '../door.ts'
import type { Choice, Field, Filled, Told } from '../forms/form.ts'
import { openForm } from '../forms/form-screen.tsx'
import type { Opened } from '../screen.ts'
import { requestBasis } from './request-basis.ts'
import { lateFields, latenessOf } from './work-forms.ts'

const textsOf = (desk: AtDesk) => desk.door.texts.screens.work.requestForms

const NEW_DOCUMENT = 'new'
/** Digits choose, so there are nine at most. */
const MOST_DOCUMENTS = 8

/** The outgoing documents of the case, by which a request may end; the latest first. */
async function actsOf(request: RequestShown, desk: AtDesk): Promise<Choice[]> {
  const filings = await filingsOf(desk.session.ctx(), request.caseId)
  const known = filings.flatMap(({ document, isTakenOut }) =>
    document && document.direction !== 'incoming' && !document.isAnnulled && !isTakenOut ? [document] : [],
  )
  return known
    .toReversed()
    .slice(0, MOST_DOCUMENTS)
    .map(({ id, number, subject }) => ({ value: id, label: `${number} · ${subject}` }))
}

/** What the ends of a request differ in. */
type End = {
  outcome: (filled: Filled) => Outcome
  title: string
  save: string
  /** A choice before the others. */
  first?: readonly Field[]
  reason: string | null
  /** Without a document too. */
  isActOptional: boolean
  run: (filled: Filled, act: ActGiven | null) => Promise<RequestFound>
}
type ActGiven = { documentId: string; kind: null; subject: string | null }

async function endForm(requestId: string, desk: AtDesk, end: End): Promise<Opened> {
  const texts = textsOf(desk)
  const { request, basis } = await requestBasis(requestId, desk)
  const documents = await actsOf(request, desk)
  const newId = randomUUIDv7()
  const { today, lang } = desk.session.ctx()
  const isUnpaid = request.fee?.state === 'open'
  const isLate = request.dueOn !== null && Temporal.PlainDate.compare(request.dueOn, today) < 0
  const actIn = (filled: Filled): ActGiven | null => {
    const chosen = filled.choice('act')
    if (chosen === null) return null
    const documentId = chosen === NEW_DOCUMENT ? newId : chosen
    return { documentId, kind: null, subject: chosen === NEW_DOCUMENT ? filled.optional('subject') : null }
  }
  const whyNot = (filled: Filled): Refusal | null =>
    whyNotEnd(
      request,
      {
        outcome: end.outcome(filled),
        reason: filled.text('reason'),
        isPaid: !isUnpaid,
        exemption: filled.optional('exemption'),
        hasDocument: actIn(filled) !== null,
        mendBy: request.mendBy,
        ...latenessOf(filled),
      },
      today,
      lang,
    )
  return openForm(
    {
      ...basis,
      title: end.title,
      fields: filled => [
        ...(end.first ?? []),
        {
          name: 'act',
          label: texts.act,
          kind: 'choice',
          choices: [...documents, { value: NEW_DOCUMENT, label: texts.newDocument }],
          isOptional: end.isActOptional,
        },
        ...subjectField(filled, texts.subject),
        ...(end.reason === null
          ? []
          : [{ name: 'reason', label: end.reason, kind: 'text' as const, limit: 2000 }]),
        ...(isUnpaid && end.outcome(filled) === 'completed'
          ? [
              {
                name: 'exemption',
                label: texts.exemption,
                kind: 'text' as const,
                limit: 300,
                hint: texts.exemptionHint,
              },
            ]
          : []),
        ...lateFields(isLate, filled, desk),
      ],
      told: () => feeTold(request, desk),
      save: end.save,
      whyNot,
      run: async filled => {
        const ended = await end.run(filled, actIn(filled))
        const words = requestTexts(lang).standings[ended.standing]
        return texts.ended(ended.number, words, ended.ending?.documentNumber ?? null)
      },
    },
    desk,
    { chosen: end.isActOptional ? {} : { act: documents[0]?.value ?? NEW_DOCUMENT } },
  )
}

const subjectField = (filled: Filled, label: string): Field[] =>
  filled.choice('act') === NEW_DOCUMENT
    ? [{ name: 'subject', label, kind: 'text', limit: 1000, isOptional: true }]
    : []

function feeTold({ fee }: RequestShown, desk: AtDesk): Told[] {
  const texts = textsOf(desk)
  if (!fee) return []
  const amount = showEuro(fee.amount, desk.door.lang)
  return [
    {
      label: texts.fee,
      text: texts.fees[fee.state](amount, fee.number),
      tone: fee.state === 'open' ? 'warning' : 'plain',
    },
  ]
}

/** The result is there. */
export function completeForm(requestId: string, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  return endForm(requestId, desk, {
    outcome: () => 'completed',
    title: texts.completeTitle,
    save: texts.complete,
    reason: null,
    isActOptional: false,
    run: (filled, act) =>
      completeRequest(desk.session.ctx(), {
        requestId,
        act: actNeeded(act),
        exemption: filled.optional('exemption'),
        ...latenessOf(filled),
      }),
  })
}

/** What was asked is refused, with its motives. */
export function refuseForm(requestId: string, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  return endForm(requestId, desk, {
    outcome: () => 'refused',
    title: texts.refuseTitle,
    save: texts.refuse,
    reason: texts.motives,
    isActOptional: false,
    run: (filled, act) =>
      refuseRequest(desk.session.ctx(), {
        requestId,
        reason: filled.text('reason'),
        act: actNeeded(act),
        ...latenessOf(filled),
      }),
  })
}

/** The proceedings end without a decision. */
export function terminateForm(requestId: string, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  const isWithdrawn = (filled: Filled) => filled.choice('how') === 'withdrawn'
  return endForm(requestId, desk, {
    outcome: filled => (isWithdrawn(filled) ? 'withdrawn' : 'terminated'),
    title: texts.terminateTitle,
    save: texts.terminate,
    first: [
      {
        name: 'how',
        label: texts.how,
        kind: 'choice',
        choices: [
          { value: 'terminated', label: texts.byOffice },
          { value: 'withdrawn', label: texts.byApplicant },
        ],
      },
    ],
    reason: texts.reason,
    isActOptional: true,
    run: (filled, act) =>
      terminateRequest(desk.session.ctx(), {
        requestId,
        isWithdrawn: isWithdrawn(filled),
        reason: filled.text('reason'),
        act,
        ...latenessOf(filled),
      }),
  })
}

function actNeeded(act: ActGiven | null): ActGiven {
  if (!act) throw new Error('an end that needs a document was written without one')
  return act
}

/** The result goes to whoever asked. */
export async function handOutForm(requestId: string, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  const { request, basis } = await requestBasis(requestId, desk)
  const words = requestTexts(desk.door.lang).deliveries
  const handed = (filled: Filled) => ({
    way: (filled.choice('way') ?? request.delivery) as Delivery,
    takenBy: filled.text('takenBy'),
    identity: filled.optional('identity'),
    reference: filled.optional('reference'),
  })
  const isInPerson = (filled: Filled) => ['desk', 'mayoralty'].includes(handed(filled).way)
  return openForm(
    {
      ...basis,
      title: texts.handOutTitle,
      fields: filled => [
        {
          name: 'way',
          label: texts.way,
          kind: 'choice',
          choices: DELIVERIES.map(value => ({ value, label: words[value] })),
        },
        { name: 'takenBy', label: texts.takenBy, kind: 'text', limit: 120 },
        isInPerson(filled)
          ? { name: 'identity', label: texts.identity, kind: 'text', limit: 120, hint: texts.identityHint }
          : { name: 'reference', label: texts.reference, kind: 'text', limit: 60 },
      ],
      told: () => [
        ...(request.deliverTo ? [{ label: texts.deliverTo, text: request.deliverTo }] : []),
        ...feeTold(request, desk),
      ],
      save: texts.handOut,
      whyNot: filled => whyNotHandOut(request, handed(filled)),
      run: async filled => {
        const { handOut: done } = await handOut(desk.session.ctx(), { requestId, ...handed(filled) })
        return texts.handedOut(request.number, done.takenBy)
      },
    },
    desk,
    { chosen: { way: request.delivery }, lines: { takenBy: request.applicant.name } },
  )
}
