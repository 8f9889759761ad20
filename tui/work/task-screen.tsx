import { showTask } from '../../office/tasks/show-task.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { type Change, change, type KeyLine, type Outcome, push, type Screen } from '../screen.ts'
import { taskKeys } from './task-acts.ts'
import { type TaskState, taskAtOpening, turned, typeAtTask } from './task-state.ts'
import { TaskView } from './task-view.tsx'

const LOOK_EVERY_MS = 5000

/** How the case of a task is opened over it; the screen of a case opens tasks in its turn. */
export type OpenCase = <S>(caseId: string, desk: AtDesk) => Promise<Outcome<S>>

/** Opens a task over the screen below. */
export async function openTask<S>(taskId: string, desk: AtDesk, openCase: OpenCase): Promise<Outcome<S>> {
  const task = await showTask(desk.session.ctx(), { taskId })
  return push(taskScreen(desk, openCase), taskAtOpening(task))
}

/** One task: what is wanted, by when and why, what happened with it; Enter leads to its case. */
function taskScreen(desk: AtDesk, openCase: OpenCase): Screen<TaskState> {
  const { task: texts } = desk.door.texts.screens.work
  const load = async ({ task: { id } }: TaskState): Promise<Change<TaskState>> => {
    const task = await showTask(desk.session.ctx(), { taskId: id })
    return now => ({ ...now, task })
  }
  return {
    title: ({ task }) => texts.title(task.caseNumber),
    keys: s => keysOf(s, desk, openCase, load),
    type: typeAtTask,
    help: () => texts.help,
    shown: async s => change(await load(s)),
    tick: { every_ms: LOOK_EVERY_MS, run: load },
    View: ({ state, size }) => <TaskView state={state} size={size} desk={desk} />,
  }
}

function keysOf(
  s: TaskState,
  desk: AtDesk,
  openCase: OpenCase,
  load: (s: TaskState) => Promise<Change<TaskState>>,
): KeyLine<TaskState>[] {
  const { task: texts } = desk.door.texts.screens.work
  const part = s.sheet === 'parts' ? s.task.parts[s.cursor] : undefined
  return [
    s.sheet === 'parts'
      ? {
          key: 'enter',
          label: texts.openPart,
          refusal: part ? null : refusal('list.nothing_chosen', {}),
          run: () => (part ? openTask(part.id, desk, openCase) : undefined),
        }
      : { key: 'enter', label: texts.openCase, run: () => openCase(s.task.caseId, desk) },
    { key: 'tab', label: texts.turn, run: () => change(turned) },
    ...taskKeys<TaskState>(s.task, desk, load),
  ]
}
