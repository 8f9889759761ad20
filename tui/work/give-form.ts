import { randomUUIDv7 } from 'node:crypto'
import { giveTask } from '../../office/tasks/give-task.ts'
import { showTask } from '../../office/tasks/show-task.ts'
import { showDay } from '../../rules/dates.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import { whyNotGive } from '../../rules/tasks.ts'
import type { AtDesk } from '../door.ts'
import type { Filled, Told } from '../forms/form.ts'
import { openForm } from '../forms/form-screen.tsx'
import type { Opened } from '../screen.ts'
import { aboutTask } from './task-forms.ts'
import { formBasis, SUGGESTED_DAYS, targetOf } from './work-forms.ts'

/** Where a task is given: as a part of another one, or on a case. `most` is the last day that it may have. */
export type GivenOn = {
  place: { parentId: string } | { caseId: string; documentId?: string }
  about: readonly Told[]
  most: Temporal.PlainDate | null
  title: string
}

const textsOf = (desk: AtDesk) => desk.door.texts.screens.work.forms

/** A part of a task, within its term. */
export async function partForm(taskId: string, desk: AtDesk): Promise<Opened> {
  const task = await showTask(desk.session.ctx(), { taskId })
  if (task.ending) throw refusal('task.parent_ended', {})
  const { partTitle: title } = textsOf(desk)
  return giveForm({ place: { parentId: taskId }, about: aboutTask(task, desk), most: task.most, title }, desk)
}

/** A resolution: what is wanted, of whom, until when; the same to several. */
export async function giveForm({ place, about, most, title }: GivenOn, desk: AtDesk): Promise<Opened> {
  const basis = await formBasis(desk)
  const texts = textsOf(desk)
  const { today, lang } = desk.session.ctx()
  const whyNot = (filled: Filled): Refusal | null => {
    const dueOn = filled.day('due')
    if (filled.whom('to').length === 0) return refusal('task.nobody', {})
    if (!dueOn) return refusal('form.needed', { what: texts.until })
    return whyNotGive({ what: filled.text('what'), dueOn, most }, today, lang)
  }
  const ids = new Map<string, string>()
  const idFor = (id: string) => {
    const known = ids.get(id) ?? randomUUIDv7()
    ids.set(id, known)
    return known
  }
  return openForm(
    {
      ...basis,
      title,
      about,
      fields: () => [
        { name: 'to', label: texts.to, kind: 'whom', hint: texts.whomHint, isMany: true },
        { name: 'what', label: texts.what, kind: 'text', limit: 2000, hint: texts.whatHint },
        { name: 'due', label: texts.until, kind: 'day', suggestions: SUGGESTED_DAYS },
        {
          name: 'kind',
          label: texts.kind,
          kind: 'choice',
          choices: [
            { value: 'resolution', label: texts.kinds.resolution },
            { value: 'opinion', label: texts.kinds.opinion },
          ],
        },
      ],
      told: () => (most ? [{ label: texts.most, text: texts.atMost(showDay(most, lang)) }] : []),
      save: texts.give,
      whyNot,
      run: async filled => {
        const dueOn = filled.day('due')
        if (!dueOn) throw refusal('form.needed', { what: texts.until })
        const given = await giveTask(desk.session.ctx(), {
          place,
          kind: filled.choice('kind') === 'opinion' ? 'opinion' : 'resolution',
          what: filled.text('what'),
          dueOn,
          to: filled.whom('to').map(found => ({ taskId: idFor(found.id), target: targetOf(found) })),
        })
        const names = given.map(({ assignee, department }) => assignee?.name ?? department.name[lang])
        const absent = given.flatMap(({ substitute }) =>
          substitute ? [texts.absent(substitute.name, showDay(substitute.until, lang))] : [],
        )
        return [texts.given(names.join(', ')), ...absent].join(' ')
      },
    },
    desk,
    { chosen: { kind: 'resolution' } },
  )
}
