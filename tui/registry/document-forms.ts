import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { annulDocument } from '../../office/documents/annul-document.ts'
import { attachFile } from '../../office/documents/attach-file.ts'
import { paperOf } from '../../office/documents/print-slip.ts'
import { sendDocument } from '../../office/documents/send-document.ts'
import type { DocumentShown } from '../../office/documents/show-document.ts'
import { tellDelivery } from '../../office/documents/tell-delivery.ts'
import { dayOf } from '../../rules/dates.ts'
import { readForeignDay } from '../../rules/document-entry.ts'
import { WAYS, type Way } from '../../rules/documents.ts'
import { whyAnnulled, whyNoReason, whyNotDeliver, whyNotSend } from '../../rules/records.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import type { Filled, Form, Told } from '../forms/form.ts'
import { openForm } from '../forms/form-screen.tsx'
import type { Opened } from '../screen.ts'
import { formBasis } from '../work/work-forms.ts'

type Basis = Pick<Form, 'today' | 'calendar' | 'seek' | 'help' | 'about'>
/** What the small forms of a document say. */
export const textsOf = (desk: AtDesk) => desk.door.texts.screens.registryWork.forms

/** What each of them begins with: the document, and what forms need to know of the day. */
export async function basisOf({ row }: DocumentShown, desk: AtDesk): Promise<Basis> {
  const texts = textsOf(desk)
  const about: Told[] = [
    { label: texts.document, text: row.number },
    { label: texts.subject, text: row.subject },
  ]
  return { ...(await formBasis(desk)), about }
}

/** A document registered by mistake is taken back; its number stays its own. */
export async function annulForm(shown: DocumentShown, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  return openForm(
    {
      ...(await basisOf(shown, desk)),
      title: texts.annulTitle(shown.row.number),
      fields: () => [{ name: 'reason', label: texts.reason, kind: 'text', limit: 300 }],
      told: () => [{ label: '', text: texts.annulTold, tone: 'warning' }],
      save: texts.annul,
      whyNot: filled => whyNoReason(filled.text('reason')),
      run: async filled => {
        const { id: correctionId } = filled
        await annulDocument(desk.session.ctx(), {
          correctionId,
          documentId: shown.row.id,
          reason: filled.text('reason'),
        })
        return texts.annulled(shown.row.number)
      },
    },
    desk,
  )
}

/** A file is kept with the document; whoever scanned the paper says that the image is of it. */
export async function attachForm(shown: DocumentShown, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  const roles = ['scan', 'attachment', 'draft', 'result'] as const
  return openForm(
    {
      ...(await basisOf(shown, desk)),
      title: texts.attachTitle(shown.row.number),
      fields: filled => [
        { name: 'path', label: texts.path, kind: 'text', limit: 1000, hint: texts.pathHint },
        {
          name: 'role',
          label: texts.role,
          kind: 'choice',
          choices: roles.map(value => ({ value, label: texts.roles[value] })),
        },
        ...(filled.choice('role') === 'scan'
          ? [
              {
                name: 'attested',
                label: texts.attested,
                kind: 'choice' as const,
                choices: [
                  { value: 'yes', label: texts.yes },
                  { value: 'no', label: texts.no },
                ],
              },
            ]
          : []),
      ],
      save: texts.attach,
      whyNot: filled => (filled.text('path') === '' ? refusal('file.not_there', { path: '–' }) : null),
      run: async filled => {
        const { name } = await attachFile(desk.session.ctx(), {
          documentId: shown.row.id,
          path: resolve(filled.text('path')),
          role: roles.find(role => role === filled.choice('role')) ?? 'attachment',
          isAttested: filled.choice('attested') === 'yes',
        })
        return texts.attachedAs(name)
      },
    },
    desk,
    { chosen: { role: 'scan', attested: 'no' } },
  )
}

/** How an outgoing document went out. */
export async function sendForm(shown: DocumentShown, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  const { deliveries } = desk.door.texts.screens.registry
  const wayOf = (filled: Filled): Way => (filled.choice('way') as Way | null) ?? 'desk'
  const standing = {
    number: shown.row.number,
    direction: shown.row.direction,
    annulled: shown.row.isAnnulled ? (annulmentOf(shown) ?? '') : null,
  }
  return openForm(
    {
      ...(await basisOf(shown, desk)),
      title: texts.sendTitle(shown.row.number),
      fields: () => [
        {
          name: 'way',
          label: texts.way,
          kind: 'choice',
          choices: WAYS.map(value => ({ value, label: deliveries[value] })),
        },
        { name: 'to', label: texts.sentTo, kind: 'text', limit: 300, isOptional: true },
        {
          name: 'reference',
          label: texts.reference,
          kind: 'text',
          limit: 100,
          isOptional: true,
          hint: texts.referenceHint,
        },
      ],
      save: texts.send,
      whyNot: filled => whyNotSend(standing, { way: wayOf(filled), sentTo: filled.optional('to') }),
      run: async filled => {
        await sendDocument(desk.session.ctx(), {
          dispatchId: filled.id,
          documentId: shown.row.id,
          way: wayOf(filled),
          sentTo: filled.optional('to'),
          reference: filled.optional('reference'),
        })
        return texts.sent(shown.row.number)
      },
    },
    desk,
    { chosen: { way: 'desk' } },
  )
}

/** When what was sent arrived, and what proves it. */
export async function deliveryForm(shown: DocumentShown, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  const last = shown.dispatches.at(-1)
  const { today } = desk.session.ctx()
  const dayIn = (filled: Filled) => readForeignDay(filled.text('day'), today)
  return openForm(
    {
      ...(await basisOf(shown, desk)),
      title: texts.deliveryTitle(shown.row.number),
      fields: () => [
        { name: 'day', label: texts.deliveredOn, kind: 'text', limit: 20, hint: texts.dayHint },
        { name: 'proof', label: texts.proof, kind: 'text', limit: 200, hint: texts.proofHint },
      ],
      save: texts.tellDelivery,
      whyNot: filled => {
        const day = dayIn(filled)
        if (!last) return refusal('dispatch.unknown', {})
        if (day instanceof Refusal || day === null) return day ?? refusal('entry.moment_wrong', { text: '–' })
        const sent = { on: dayOf(last.at), delivered: last.deliveredOn }
        return whyNotDeliver(sent, { deliveredOn: day, proof: filled.text('proof') }, today)
      },
      run: async filled => {
        const day = dayIn(filled)
        if (day instanceof Refusal || day === null) throw day ?? refusal('entry.moment_wrong', { text: '–' })
        await tellDelivery(desk.session.ctx(), {
          documentId: shown.row.id,
          deliveredOn: day,
          proof: filled.text('proof'),
        })
        return texts.delivered(shown.row.number)
      },
    },
    desk,
  )
}

/** The confirmation of receipt on A4, where the printer of the desk prints strips. */
export async function pdfForm(shown: DocumentShown, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  const name = shown.row.number.replace(/[^\p{L}\p{N}.-]+/gu, '-')
  return openForm(
    {
      ...(await basisOf(shown, desk)),
      title: texts.pdfTitle(shown.row.number),
      fields: () => [{ name: 'path', label: texts.path, kind: 'text', limit: 1000 }],
      save: texts.write,
      whyNot: filled => (filled.text('path') === '' ? refusal('file.not_written', { path: '–' }) : null),
      run: async filled => {
        const path = resolve(filled.text('path'))
        const paper = paperOf(desk.session.ctx(), shown.entry, 'slip')
        await desk.door.writePdf(desk.session, paper, path)
        return texts.written(path)
      },
    },
    desk,
    { lines: { path: join(homedir(), `${name}.pdf`) } },
  )
}

const annulmentOf = ({ corrections }: DocumentShown): string | null =>
  corrections.findLast(one => one.field === 'annulled')?.reason ?? null

/** Why nothing more is done with it, or null. */
export const whyAnnulledNow = (shown: DocumentShown): Refusal | null =>
  whyAnnulled(shown.row.number, shown.row.isAnnulled ? (annulmentOf(shown) ?? '') : null)
