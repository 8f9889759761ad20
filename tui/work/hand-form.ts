import { handPaper } from '../../office/handovers/hand-paper.ts'
import type { PaperWhere } from '../../office/handovers/where-is-paper.ts'
import { whyNotLend } from '../../rules/handovers.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import type { Field, Filled } from '../forms/form.ts'
import { openForm } from '../forms/form-screen.tsx'
import type { Opened } from '../screen.ts'
import { formBasis, SUGGESTED_DAYS, targetOf } from './work-forms.ts'

/** A paper to a colleague, a department, or somebody identified outside with the day on which it is back. */
export async function handForm(paper: PaperWhere, desk: AtDesk): Promise<Opened> {
  const { paper: texts } = desk.door.texts.screens.work
  const basis = await formBasis(desk)
  const isOutside = (filled: Filled) => filled.choice('where') === 'outside'
  const backBy = (filled: Filled) => filled.day('back')
  const insideFields: Field[] = [{ name: 'to', label: texts.to, kind: 'whom', hint: texts.whomHint }]
  const outsideFields: Field[] = [
    { name: 'name', label: texts.name, kind: 'text', limit: 120 },
    { name: 'identity', label: texts.identity, kind: 'text', limit: 120, hint: texts.identityHint },
    { name: 'back', label: texts.backBy, kind: 'day', suggestions: SUGGESTED_DAYS },
  ]
  const whyNot = (filled: Filled): Refusal | null => {
    if (!isOutside(filled)) return filled.whom('to').length > 0 ? null : refusal('task.nobody', {})
    const back = backBy(filled)
    return back
      ? whyNotLend(
          { name: filled.text('name'), identity: filled.text('identity'), backBy: back },
          basis.today,
        )
      : refusal('form.needed', { what: texts.backBy })
  }
  const to = (filled: Filled) => {
    const [colleague] = filled.whom('to')
    const back = backBy(filled)
    if (isOutside(filled) && back)
      return { outside: { name: filled.text('name'), identity: filled.text('identity'), backBy: back } }
    if (!colleague) throw refusal('task.nobody', {})
    return targetOf(colleague)
  }
  return openForm(
    {
      ...basis,
      title: texts.handTitle,
      about: [
        { label: texts.document, text: `${paper.number} · ${paper.subject}`, tone: 'title' },
        { label: texts.where, text: paper.line },
      ],
      fields: filled => [
        ...(isOutside(filled) ? outsideFields : insideFields),
        {
          name: 'where',
          label: texts.whereTo,
          kind: 'choice',
          choices: [
            { value: 'inside', label: texts.inside },
            { value: 'outside', label: texts.outside },
          ],
        },
        { name: 'note', label: texts.note, kind: 'text', limit: 300, isOptional: true },
      ],
      save: texts.hand,
      whyNot,
      run: async filled => {
        const handed = await handPaper(desk.session.ctx(), {
          id: filled.id,
          documentId: paper.documentId,
          to: to(filled),
          note: filled.optional('note'),
        })
        return texts.handed(handed.number, handed.handovers[0]?.to ?? '')
      },
    },
    desk,
    { chosen: { where: 'inside' } },
  )
}
