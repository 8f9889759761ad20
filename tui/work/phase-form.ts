import { requestWithId } from '../../office/requests/lookup.ts'
import { phasesOf } from '../../office/requests/phases.ts'
import { endTask } from '../../office/tasks/end-task.ts'
import type { TaskShown } from '../../office/tasks/show-task.ts'
import { type End, phaseOf } from '../../rules/cards/card.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import { whyNotEnd } from '../../rules/tasks.ts'
import type { AtDesk } from '../door.ts'
import type { Filled, Form, Told } from '../forms/form.ts'
import { openForm } from '../forms/form-screen.tsx'
import type { Opened } from '../screen.ts'
import { completeForm, refuseForm, terminateForm } from './request-end-forms.ts'
import { lateFields, latenessOf, openParts } from './work-forms.ts'

/** With the last phase the request itself ends. */
const ENDS: Record<End, (requestId: string, desk: AtDesk) => Promise<Opened>> = {
  completed: completeForm,
  refused: refuseForm,
  terminated: terminateForm,
}

type Basis = Pick<Form, 'today' | 'calendar' | 'seek' | 'help'>

/** The end of a phase: which way of the card the matter goes on, then the result; the next phase begins by itself. */
export async function endPhaseForm(
  task: TaskShown,
  basis: Basis,
  about: readonly Told[],
  desk: AtDesk,
): Promise<Opened> {
  const texts = desk.door.texts.screens.work.forms
  const { lang } = desk.door
  const request = await requestWithId(desk.session.ctx().db, task.requestId ?? '')
  const phase = phaseOf(phasesOf(request.card, task.what), task.phase ?? '')
  if (phase?.end) return ENDS[phase.end](request.id, desk)
  const ways = phase?.next ?? []
  const isLate = Temporal.PlainDate.compare(task.dueOn, basis.today) < 0
  const ending = (filled: Filled) => ({
    outcome: 'done' as const,
    result: filled.text('result'),
    next: ways.length > 1 ? filled.choice('next') : (ways[0]?.outcome ?? null),
    ...latenessOf(filled),
  })
  const whyNot = (filled: Filled): Refusal | null => {
    if (ways.length > 1 && filled.choice('next') === null) return refusal('form.needed', { what: texts.next })
    const { openParts: parts, ...rest } = { ...ending(filled), openParts: openParts(task) }
    return whyNotEnd(
      { ...rest, dueOn: task.dueOn, openParts: parts, isCommanded: task.isCommanded },
      basis.today,
      lang,
    )
  }
  return openForm(
    {
      ...basis,
      title: texts.endPhaseTitle,
      about: [...about, ...(phase?.guidance ? [{ label: texts.guidance, text: phase.guidance }] : [])],
      fields: filled => [
        ...(ways.length > 1
          ? [
              {
                name: 'next',
                label: texts.next,
                kind: 'choice' as const,
                choices: ways.map(({ outcome, when }) => ({
                  value: outcome,
                  label: when ? `${outcome} (${when})` : outcome,
                })),
              },
            ]
          : []),
        { name: 'result', label: texts.result, kind: 'text', limit: 2000, hint: texts.resultHint },
        ...lateFields(isLate, filled, desk),
      ],
      told: filled => toldNext(ending(filled).next, ways, request.card, desk),
      save: texts.end,
      whyNot,
      run: async filled => {
        await endTask(desk.session.ctx(), { taskId: task.id, ...ending(filled) })
        return texts.ended(task.what)
      },
    },
    desk,
  )
}

type Ways = NonNullable<ReturnType<typeof phaseOf>>['next']

/** Which phases begin then. */
function toldNext(
  outcome: string | null,
  ways: Ways,
  card: Parameters<typeof phasesOf>[0],
  desk: AtDesk,
): Told[] {
  const texts = desk.door.texts.screens.work.forms
  const way = ways.find(one => one.outcome === outcome)
  if (!way || !card) return []
  const names = way.to.map(code => phaseOf(card, code)?.name ?? code)
  return [{ label: texts.after, text: names.join(', ') }]
}
