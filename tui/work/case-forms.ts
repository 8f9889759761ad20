import { closeCase } from '../../office/cases/close-case.ts'
import { fileDocument } from '../../office/cases/file-document.ts'
import { linkCases } from '../../office/cases/link-cases.ts'
import { type CaseHead, casesWithNumber } from '../../office/cases/lookup.ts'
import { reopenCase } from '../../office/cases/reopen-case.ts'
import { restrictCase } from '../../office/cases/restrict-case.ts'
import { shareCase } from '../../office/cases/share-case.ts'
import type { CaseShown } from '../../office/cases/show-case.ts'
import { findDocuments } from '../../office/documents/find-documents.ts'
import { nomenclatureOf } from '../../office/registers/lookup.ts'
import { may } from '../../rules/authority.ts'
import { SECTIONS, type Section, whyNotReopen, whyNotRestrict, whyNotShare } from '../../rules/cases.ts'
import { showDay } from '../../rules/dates.ts'
import { isReason } from '../../rules/reason.ts'
import { refusal } from '../../rules/refusal.ts'
import { keptUntil, showRetention } from '../../rules/retention.ts'
import type { AtDesk } from '../door.ts'
import type { Told } from '../forms/form.ts'
import { openForm } from '../forms/form-screen.tsx'
import type { Opened } from '../screen.ts'
import { formBasis, targetOf } from './work-forms.ts'

const textsOf = (desk: AtDesk) => desk.door.texts.screens.work.caseForms

const about = ({ number, subject }: CaseHead, desk: AtDesk): Told[] => [
  { label: textsOf(desk).case, text: `${number} · ${subject}`, tone: 'title' },
]

const REASON_LETTERS = 500

/** Somebody, or a whole department, sees the case from now on. */
export async function shareForm(shown: CaseShown, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  const mayRestrict = may(desk.session.who.post, 'cases.restrict')
  return openForm(
    {
      ...(await formBasis(desk, shown.isRestricted)),
      title: texts.shareTitle,
      about: about(shown, desk),
      fields: () => [{ name: 'to', label: texts.to, kind: 'whom', hint: texts.whomHint }],
      save: texts.share,
      whyNot: filled => {
        const [to] = filled.whom('to')
        return to
          ? whyNotShare(shown, { isPerson: to.kind === 'person', mayRestrict })
          : refusal('task.nobody', {})
      },
      run: async filled => {
        const [to] = filled.whom('to')
        if (!to) throw refusal('task.nobody', {})
        const shared = await shareCase(desk.session.ctx(), { caseId: shown.id, to: targetOf(to) })
        return texts.shared(shared.number, shared.to)
      },
    },
    desk,
  )
}

/** From now on only people named for it see the case. */
export async function restrictForm(shown: CaseShown, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  return openForm(
    {
      ...(await formBasis(desk, true)),
      title: texts.restrictTitle,
      about: about(shown, desk),
      fields: () => [
        { name: 'reason', label: texts.reason, kind: 'text', limit: REASON_LETTERS },
        {
          name: 'to',
          label: texts.people,
          kind: 'whom',
          hint: texts.nameHint,
          isMany: true,
          isOptional: true,
        },
      ],
      told: () => [{ label: '', text: texts.restrictTold, tone: 'warning' }],
      save: texts.restrict,
      whyNot: filled => whyNotRestrict(shown, filled.text('reason')),
      run: async filled => {
        const staffIds = filled.whom('to').map(({ id }) => id)
        const reason = filled.text('reason')
        const { number } = await restrictCase(desk.session.ctx(), { caseId: shown.id, reason, staffIds })
        return texts.restricted(number)
      },
    },
    desk,
  )
}

/** Another case that belongs together with this one. */
export async function linkForm(shown: CaseShown, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  return openForm(
    {
      ...(await formBasis(desk)),
      title: texts.linkTitle,
      about: about(shown, desk),
      fields: () => [
        { name: 'number', label: texts.otherNumber, kind: 'text', limit: 60 },
        { name: 'note', label: texts.how, kind: 'text', limit: REASON_LETTERS, isOptional: true },
      ],
      save: texts.link,
      whyNot: filled => (filled.text('number') ? null : refusal('form.needed', { what: texts.otherNumber })),
      run: async filled => {
        const ctx = desk.session.ctx()
        const [other] = await casesWithNumber(ctx.db, filled.text('number'), 1)
        if (!other) throw refusal('case.unknown', { text: filled.text('number') })
        const linked = await linkCases(ctx, {
          caseId: shown.id,
          otherId: other.id,
          note: filled.optional('note'),
        })
        return texts.linked(linked.number, linked.otherNumber)
      },
    },
    desk,
  )
}

/** A document into this case beside its own, or out of the official section. */
export async function fileForm(shown: CaseShown, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  const { sections } = desk.door.texts.screens.work.case
  return openForm(
    {
      ...(await formBasis(desk)),
      title: texts.fileTitle,
      about: about(shown, desk),
      fields: () => [
        { name: 'number', label: texts.documentNumber, kind: 'text', limit: 60 },
        {
          name: 'section',
          label: texts.section,
          kind: 'choice',
          choices: SECTIONS.map(value => ({ value, label: sections[value] })),
        },
        { name: 'note', label: texts.note, kind: 'text', limit: REASON_LETTERS, isOptional: true },
      ],
      told: filled =>
        filled.choice('section') === 'control' ? [{ label: '', text: texts.takenOutTold }] : [],
      save: texts.file,
      whyNot: filled => {
        if (!filled.text('number')) return refusal('form.needed', { what: texts.documentNumber })
        const isOut = filled.choice('section') === 'control'
        return isOut && !isReason(filled.text('note')) ? refusal('case.take_out_needs_reason', {}) : null
      },
      run: async filled => {
        const ctx = desk.session.ctx()
        const number = filled.text('number')
        const { rows } = await findDocuments(ctx, { text: number, limit: 10 })
        const document = rows.find(row => row.number === number || row.uri === number) ?? rows[0]
        if (!document || (rows.length > 1 && document.number !== number && document.uri !== number))
          throw refusal('document.unknown', { text: number })
        const filed = await fileDocument(ctx, {
          caseId: shown.id,
          documentId: document.id,
          section: (filled.choice('section') ?? 'official') as Section,
          note: filled.optional('note'),
        })
        return texts.filed(filed.documentNumber, sections[filed.section], filed.ordinal)
      },
    },
    desk,
    { chosen: { section: 'official' } },
  )
}

/** The end of a case: where it belongs in the nomenclature, and until when it is kept then. */
export async function closeForm(shown: CaseShown, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  const ctx = desk.session.ctx()
  const [basis, entries] = await Promise.all([formBasis(desk), nomenclatureOf(ctx.db)])
  const entryFor = (index: string) => entries.find(one => one.index === index && !one.isClosed)
  return openForm(
    {
      ...basis,
      title: texts.closeTitle,
      about: about(shown, desk),
      fields: () => [
        { name: 'index', label: texts.index, kind: 'text', limit: 20, hint: texts.indexHint },
        { name: 'note', label: texts.note, kind: 'text', limit: REASON_LETTERS, isOptional: true },
      ],
      told: filled => {
        const entry = entryFor(filled.text('index'))
        if (!entry) return [{ label: '', text: texts.noIndex, tone: 'warning' }]
        const until = keptUntil(entry.retention, ctx.today)
        return [
          { label: texts.caseKind, text: entry.name },
          {
            label: texts.kept,
            text: texts.keptUntil(
              showRetention(entry.retention, desk.door.lang),
              until && showDay(until, desk.door.lang),
            ),
          },
        ]
      },
      save: texts.close,
      whyNot: filled =>
        entryFor(filled.text('index')) ? null : refusal('case.index_unknown', { text: filled.text('index') }),
      run: async filled => {
        const closed = await closeCase(desk.session.ctx(), {
          id: filled.id,
          caseId: shown.id,
          nomenclatureId: entryFor(filled.text('index'))?.id ?? null,
          note: filled.optional('note'),
        })
        return texts.closed(closed.number, closed.retention)
      },
    },
    desk,
    { lines: { index: shown.index ?? '' } },
  )
}

/** The last closing is taken back, on a ground. */
export async function reopenForm(shown: CaseShown, desk: AtDesk): Promise<Opened> {
  const texts = textsOf(desk)
  return openForm(
    {
      ...(await formBasis(desk)),
      title: texts.reopenTitle,
      about: about(shown, desk),
      fields: () => [{ name: 'reason', label: texts.ground, kind: 'text', limit: REASON_LETTERS }],
      save: texts.reopen,
      whyNot: filled => whyNotReopen(shown, filled.text('reason')),
      run: async filled => {
        await reopenCase(desk.session.ctx(), { caseId: shown.id, reason: filled.text('reason') })
        return texts.reopened(shown.number)
      },
    },
    desk,
  )
}
