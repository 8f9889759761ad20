import { type CorrectDocument, correctDocument } from '../../office/documents/correct-document.ts'
import type { DocumentShown } from '../../office/documents/show-document.ts'
import { dayOf } from '../../rules/dates.ts'
import { readCount, readForeignDay, readMoment } from '../../rules/document-entry.ts'
import { CHANNELS, type CorrectedField, whyNotSubject } from '../../rules/documents.ts'
import { whyNoReason } from '../../rules/records.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import type { Field, Filled } from '../forms/form.ts'
import { openForm } from '../forms/form-screen.tsx'
import type { Opened } from '../screen.ts'
import { basisOf, textsOf } from './document-forms.ts'

/** What of a record a clerk corrects here; who it is from is corrected by the command. */
export const CORRECTED_HERE = [
  'subject',
  'channel',
  'received_at',
  'sheets',
  'attachments',
  'foreign_number',
  'foreign_day',
] as const
type CorrectedHere = (typeof CORRECTED_HERE)[number]

/** What is right instead of what was written down, and why. */
export async function correctForm(shown: DocumentShown, field: CorrectedHere, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  const ctx = () => desk.session.ctx()
  const before = saidNow(shown, field)
  return openForm(
    {
      ...(await basisOf(shown, desk)),
      title: texts.correctTitle(shown.row.number),
      fields: () => [
        rightField(field, desk),
        { name: 'reason', label: texts.reason, kind: 'text', limit: 300 },
      ],
      told: () => [
        { label: texts.before, text: before || '–' },
        { label: '', text: texts.correctTold, tone: 'dim' },
      ],
      save: texts.correct,
      whyNot: filled => {
        const right = rightOf(field, filled, ctx().now)
        return right instanceof Refusal ? right : whyNoReason(filled.text('reason'))
      },
      run: async filled => {
        const right = rightOf(field, filled, ctx().now)
        if (right instanceof Refusal) throw right
        const { id: correctionId } = filled
        const reason = filled.text('reason')
        await correctDocument(ctx(), { correctionId, documentId: shown.row.id, right, reason })
        return texts.corrected(shown.row.number)
      },
    },
    desk,
    field === 'channel' ? {} : { lines: { right: before } },
  )
}

function rightField(field: CorrectedHere, desk: AtDesk): Field {
  const texts = textsOf(desk)
  const { channels } = desk.door.texts.screens.registry
  const label = texts.fields[field]
  if (field !== 'channel')
    return { name: 'right', label, kind: 'text', limit: field === 'subject' ? 1000 : 60 }
  return {
    name: 'right',
    label,
    kind: 'choice',
    choices: CHANNELS.map(value => ({ value, label: channels[value] })),
  }
}

/** What the record says now, as a clerk would type it. */
function saidNow({ entry, now, row }: DocumentShown, field: CorrectedHere): string {
  const corrected = now[field as CorrectedField]
  if (corrected !== undefined) return corrected ?? ''
  switch (field) {
    case 'subject':
      return row.subject
    case 'channel':
      return entry.channel ?? ''
    case 'received_at':
      return ''
    case 'sheets':
      return entry.sheets === null ? '' : String(entry.sheets)
    case 'attachments':
      return entry.attachments === null ? '' : String(entry.attachments)
    case 'foreign_number':
      return entry.foreignNumber ?? ''
    case 'foreign_day':
      return entry.foreignDay?.toString() ?? ''
  }
}

type Right = CorrectDocument['right']

function rightOf(field: CorrectedHere, filled: Filled, now: Temporal.Instant): Right | Refusal {
  const text = filled.text('right')
  switch (field) {
    case 'subject':
      return whyNotSubject(text) ?? { field, value: text }
    case 'channel': {
      const value = CHANNELS.find(channel => channel === filled.choice('right'))
      return value ? { field, value } : refusal('document.channel_needed', {})
    }
    case 'received_at': {
      const at = readMoment(text, now)
      if (at instanceof Refusal) return at
      return at ? { field, value: at } : refusal('entry.moment_wrong', { text: text || '–' })
    }
    case 'sheets':
    case 'attachments': {
      const value = readCount(text)
      return value instanceof Refusal ? value : { field, value }
    }
    case 'foreign_number':
      return { field, value: text }
    case 'foreign_day': {
      const value = readForeignDay(text, dayOf(now))
      return value instanceof Refusal ? value : { field, value }
    }
  }
}
