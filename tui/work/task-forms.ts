import { textsFor } from '../../locales/texts.ts'
import { delegateTask } from '../../office/tasks/delegate-task.ts'
import { endTask } from '../../office/tasks/end-task.ts'
import { giveOpinion } from '../../office/tasks/give-opinion.ts'
import { reassignTask } from '../../office/tasks/reassign-task.ts'
import { returnTask } from '../../office/tasks/return-task.ts'
import { setTerm } from '../../office/tasks/set-term.ts'
import { showTask, type TaskShown } from '../../office/tasks/show-task.ts'
import { showDay } from '../../rules/dates.ts'
import { isReason } from '../../rules/reason.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import {
  OPINIONS,
  type Opinion,
  type TaskOutcome,
  whyNotEnd,
  whyNotOpinion,
  whyNotTerm,
} from '../../rules/tasks.ts'
import type { AtDesk } from '../door.ts'
import type { Filled, Told } from '../forms/form.ts'
import { openForm } from '../forms/form-screen.tsx'
import type { Opened } from '../screen.ts'
import { dueTone, dueWords } from './due.ts'
import { endPhaseForm } from './phase-form.ts'
import { formBasis, lateFields, latenessOf, openParts, SUGGESTED_DAYS, targetOf } from './work-forms.ts'

const textsOf = (desk: AtDesk) => desk.door.texts.screens.work.forms

/** Which task a form is about, and when it is due. */
export function aboutTask(task: TaskShown, desk: AtDesk): Told[] {
  const texts = textsOf(desk)
  const { today } = desk.session.ctx()
  return [
    { label: texts.task, text: task.what, tone: 'title' },
    { label: texts.case, text: `${task.caseNumber} · ${task.subject}` },
    { label: texts.term, text: dueWords(task.dueOn, today, desk), tone: dueTone(task.dueOn, today) },
  ]
}

const loaded = async (taskId: string, desk: AtDesk, onlyPeople = false) => {
  const [task, basis] = await Promise.all([
    showTask(desk.session.ctx(), { taskId }),
    formBasis(desk, onlyPeople),
  ])
  return { task, basis, about: aboutTask(task, desk) }
}

/** The end of a task: done, not done or cancelled, with its result; of a phase, how it goes on. */
export async function endForm(taskId: string, desk: AtDesk): Promise<Opened> {
  const { task, basis, about } = await loaded(taskId, desk)
  if (task.requestId !== null && task.kind === 'phase') return endPhaseForm(task, basis, about, desk)
  const texts = textsOf(desk)
  const { today, lang } = desk.session.ctx()
  const words = textsFor(lang).tasks.outcomes
  const outcomes: TaskOutcome[] = task.isCommanded ? ['done', 'not_done', 'cancelled'] : ['done', 'not_done']
  const outcomeOf = (filled: Filled) => (filled.choice('outcome') ?? 'done') as TaskOutcome
  const isLate = (filled: Filled) =>
    outcomeOf(filled) !== 'cancelled' && Temporal.PlainDate.compare(task.dueOn, today) < 0
  const ending = (filled: Filled) => ({
    outcome: outcomeOf(filled),
    result: filled.text('result'),
    ...latenessOf(filled),
  })
  return openForm(
    {
      ...basis,
      title: texts.endTitle,
      about,
      fields: filled => [
        { name: 'result', label: texts.result, kind: 'text', limit: 2000, hint: texts.resultHint },
        {
          name: 'outcome',
          label: texts.outcome,
          kind: 'choice',
          choices: outcomes.map(value => ({ value, label: words[value] })),
        },
        ...lateFields(isLate(filled), filled, desk),
      ],
      save: texts.end,
      whyNot: filled =>
        whyNotEnd(
          { ...ending(filled), dueOn: task.dueOn, openParts: openParts(task), isCommanded: task.isCommanded },
          today,
          lang,
        ),
      run: async filled => {
        await endTask(desk.session.ctx(), { taskId, next: null, ...ending(filled) })
        return texts.ended(task.what)
      },
    },
    desk,
    { chosen: { outcome: 'done' } },
  )
}

/** Somebody else does it; the last day stays. */
export async function passForm(taskId: string, desk: AtDesk): Promise<Opened> {
  const { task, basis, about } = await loaded(taskId, desk)
  const texts = textsOf(desk)
  return openForm(
    {
      ...basis,
      title: texts.passTitle,
      about,
      fields: () => [
        { name: 'to', label: texts.to, kind: 'whom', hint: texts.whomHint },
        { name: 'note', label: texts.note, kind: 'text', limit: 500, isOptional: true },
      ],
      told: () => [{ label: texts.term, text: texts.termStays(showDay(task.dueOn, desk.door.lang)) }],
      save: texts.pass,
      whyNot: filled => (filled.whom('to').length === 0 ? refusal('task.nobody', {}) : null),
      run: async filled => {
        const [to] = filled.whom('to')
        if (!to) throw refusal('task.nobody', {})
        const ctx = desk.session.ctx()
        const moved = { taskId, moveId: filled.id, to: targetOf(to) }
        const note = filled.optional('note')
        if (task.assignee?.id === ctx.who.id) await delegateTask(ctx, { ...moved, note })
        else await reassignTask(ctx, { ...moved, reason: note })
        return [texts.passed(to.name), to.note].filter(Boolean).join(' ')
      },
    },
    desk,
  )
}

/** Back to whoever gave it, with a reason. */
export async function returnForm(taskId: string, desk: AtDesk): Promise<Opened> {
  const { basis, about } = await loaded(taskId, desk)
  const texts = textsOf(desk)
  return openForm(
    {
      ...basis,
      title: texts.returnTitle,
      about,
      fields: () => [{ name: 'reason', label: texts.reason, kind: 'text', limit: 500 }],
      save: texts.giveBack,
      whyNot: filled => (isReason(filled.text('reason')) ? null : refusal('task.return_needs_reason', {})),
      run: async filled => {
        const task = await returnTask(desk.session.ctx(), {
          taskId,
          moveId: filled.id,
          reason: filled.text('reason'),
        })
        return texts.returned(task.assignee?.name ?? task.department.name[desk.door.lang])
      },
    },
    desk,
  )
}

/** Another last day, within that of the whole. */
export async function termForm(taskId: string, desk: AtDesk): Promise<Opened> {
  const { task, basis, about } = await loaded(taskId, desk)
  const texts = textsOf(desk)
  const { today, lang } = desk.session.ctx()
  const whyNot = (filled: Filled): Refusal | null => {
    const day = filled.day('due')
    if (!day) return refusal('form.needed', { what: texts.until })
    if (!isReason(filled.text('reason'))) return refusal('task.term_needs_reason', {})
    return whyNotTerm(day, null, today, lang)
  }
  return openForm(
    {
      ...basis,
      title: texts.termTitle,
      about,
      fields: () => [
        { name: 'due', label: texts.until, kind: 'day', suggestions: SUGGESTED_DAYS },
        { name: 'reason', label: texts.reason, kind: 'text', limit: 500 },
      ],
      save: texts.setTerm,
      whyNot,
      run: async filled => {
        const dueOn = filled.day('due')
        if (!dueOn) throw refusal('form.needed', { what: texts.until })
        await setTerm(desk.session.ctx(), { id: filled.id, taskId, dueOn, reason: filled.text('reason') })
        return texts.termSet(showDay(dueOn, lang))
      },
    },
    desk,
    { lines: { due: showDay(task.dueOn, 'bg') } },
  )
}

/** An opinion with one of the values of the ordinance. */
export async function opinionForm(taskId: string, desk: AtDesk): Promise<Opened> {
  const { task, basis, about } = await loaded(taskId, desk)
  const texts = textsOf(desk)
  const words = textsFor(desk.door.lang).tasks.opinions
  const chosenIn = (filled: Filled) => filled.choice('value') as Opinion | null
  const { document } = task
  const isLate = task.kind === 'opinion' && Temporal.PlainDate.compare(task.dueOn, basis.today) < 0
  if (!document) throw refusal('document.unknown', { text: task.caseNumber })
  return openForm(
    {
      ...basis,
      title: texts.opinionTitle,
      about: [...about, { label: texts.document, text: `${document.number} · ${document.subject}` }],
      fields: filled => [
        {
          name: 'value',
          label: texts.opinion,
          kind: 'choice',
          choices: OPINIONS.map(value => ({ value, label: words[value] })),
        },
        { name: 'note', label: texts.grounds, kind: 'text', limit: 2000 },
        ...lateFields(isLate, filled, desk),
      ],
      told: () => [{ label: '', text: texts.opinionCounts, tone: 'dim' }],
      save: texts.giveOpinion,
      whyNot: filled => {
        const value = chosenIn(filled)
        return value
          ? whyNotOpinion(value, filled.optional('note'))
          : refusal('form.needed', { what: texts.opinion })
      },
      run: async filled => {
        const value = chosenIn(filled)
        if (!value) throw refusal('form.needed', { what: texts.opinion })
        const { documentNumber } = await giveOpinion(desk.session.ctx(), {
          id: filled.id,
          documentId: document.id,
          taskId,
          value,
          note: filled.optional('note'),
          ...latenessOf(filled),
        })
        return texts.opinionGiven(documentNumber, words[value])
      },
    },
    desk,
  )
}
