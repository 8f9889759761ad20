import { randomUUIDv7 } from 'node:crypto'
import type { TaskRow } from '../../office/tasks/lookup.ts'
import type { TaskShown } from '../../office/tasks/show-task.ts'
import { takeTask } from '../../office/tasks/take-task.ts'
import { type Act, whyNotMay } from '../../rules/authority.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { pushForm } from '../forms/form-screen.tsx'
import { goTo, type MenuEntry, menuAtOpening, menuScreen } from '../menu/menu-screen.tsx'
import { type Change, change, type KeyLine, type Opened, type Outcome, push } from '../screen.ts'
import { partForm } from './give-form.ts'
import { openPaper } from './paper-screen.tsx'
import { endForm, opinionForm, passForm, returnForm, termForm } from './task-forms.ts'

/** A task as far as the screen knows it: a row of a list, or all of it. */
type Known = TaskRow & Partial<Pick<TaskShown, 'isHeld' | 'isCommanded'>>

/** One thing that can be done with a task: the key that does it, where it has one, and the form it asks with. */
type TaskAct = {
  key: 'f3' | 'f4' | 'f5' | 'f8' | 'f11' | null
  label: string
  refusal: Refusal | null
  opens: () => Promise<Opened>
}

/** What can be done with a task, in the order of its menu. */
function actsOf(task: Known | null, desk: AtDesk): TaskAct[] {
  const { acts: texts } = desk.door.texts.screens.work
  const isUntaken = task !== null && task.assignee === null && task.ending === null
  const why = (act: Act): Refusal | null => whyNotMay(desk.session.who.post, act) ?? whyNotOpen(task)
  const id = task?.id ?? ''
  return [
    {
      key: isUntaken ? null : 'f8',
      label: task?.kind === 'phase' ? texts.endPhase : texts.end,
      refusal: why('tasks.work') ?? whyNotHeld(task),
      opens: () => endForm(id, desk),
    },
    {
      key: 'f3',
      label: texts.part,
      refusal: why('tasks.work') ?? whyNotHeld(task),
      opens: () => partForm(id, desk),
    },
    {
      key: 'f5',
      label: texts.giveBack,
      refusal: why('tasks.work') ?? whyNotHeld(task),
      opens: () => returnForm(id, desk),
    },
    { key: 'f11', label: texts.pass, refusal: why('tasks.give'), opens: () => passForm(id, desk) },
    { key: null, label: texts.opinion, refusal: why('opinions.give'), opens: () => opinionForm(id, desk) },
    { key: null, label: texts.term, refusal: why('tasks.give'), opens: () => termForm(id, desk) },
    {
      key: 'f4',
      label: texts.paper,
      refusal: task?.documentId ? null : refusal('list.nothing_chosen', {}),
      opens: () => openPaper(task?.documentId ?? '', desk),
    },
  ]
}

function whyNotOpen(task: Known | null): Refusal | null {
  if (!task) return refusal('list.nothing_chosen', {})
  return task.ending ? refusal('task.ended', {}) : null
}

const whyNotHeld = (task: Known | null): Refusal | null =>
  task?.isHeld === false ? refusal('task.not_yours', {}) : null

/** The F keys of whatever screen a task is on, with all that can be done behind F9. */
export function taskKeys<S>(
  task: Known | null,
  desk: AtDesk,
  load: (s: S) => Promise<Change<S>>,
): KeyLine<S>[] {
  const { acts: texts } = desk.door.texts.screens.work
  const isUntaken = task !== null && task.assignee === null && task.ending === null
  const lines = actsOf(task, desk).flatMap(({ key, label, refusal, opens }): KeyLine<S>[] =>
    key === null
      ? []
      : [{ key, label, refusal, holdsTyping: true, run: async () => pushForm<S>(await opens()) }],
  )
  return [
    ...lines,
    ...(isUntaken ? [takeLine(task, desk, load)] : []),
    {
      key: 'f9',
      label: texts.all,
      refusal: task ? null : refusal('list.nothing_chosen', {}),
      run: () => pushActs<S>(task, desk),
    },
  ]
}

/** Of a task that the department has and nobody yet, the main thing is to take it. */
function takeLine<S>(task: Known, desk: AtDesk, load: (s: S) => Promise<Change<S>>): KeyLine<S> {
  const { acts: texts } = desk.door.texts.screens.work
  const moveId = randomUUIDv7()
  return {
    key: 'f8',
    label: texts.take,
    refusal: whyNotMay(desk.session.who.post, 'tasks.work'),
    run: async s => {
      await takeTask(desk.session.ctx(), { taskId: task.id, moveId })
      return change(await load(s), texts.taken(task.what))
    },
  }
}

const pushActs = <S>(task: Known | null, desk: AtDesk): Outcome<S> => {
  const entries = (): MenuEntry<S>[] =>
    actsOf(task, desk).map(({ label, refusal, opens }) => ({ label, refusal, run: () => goTo(opens()) }))
  return push(
    menuScreen<S>(desk.door.texts.screens.work.acts.title, entries, desk),
    menuAtOpening(entries),
    (s: S, how: Change<S>) => how(s),
  )
}
