import { Box } from 'ink'
import type { ReactNode } from 'react'
import { textsFor } from '../../locales/texts.ts'
import type { TaskRow } from '../../office/tasks/lookup.ts'
import type { TaskShown } from '../../office/tasks/show-task.ts'
import { showDay } from '../../rules/dates.ts'
import type { AtDesk } from '../door.ts'
import type { Told } from '../forms/form.ts'
import { ToldLine } from '../forms/form-view.tsx'
import { type Column, fitRow, wrapped } from '../parts/fit.ts'
import { List } from '../parts/list.tsx'
import { Tabs } from '../parts/tabs.tsx'
import type { Size } from '../screen.ts'
import { dueTone, dueWords } from './due.ts'
import { EVENT_COLUMNS, taskEventCells } from './events.ts'
import { fromWhom } from './inbox-view.tsx'
import type { TaskState } from './task-state.ts'

/** Rows of the head of a task, so that the list below keeps its place. */
const HEAD_ROWS = 7

/** What is wanted and how it stands, and under it what happened or the parts. */
export function TaskView({ state, size, desk }: { state: TaskState; size: Size; desk: AtDesk }): ReactNode {
  const { task: texts } = desk.door.texts.screens.work
  const { task, sheet, cursor } = state
  const head = headOf(task, size.columns - 2, desk).slice(0, HEAD_ROWS)
  const height = Math.max(1, size.rows - HEAD_ROWS - 1)
  const tabs = [
    { name: 'history', label: texts.history(task.history.length) },
    { name: 'parts', label: texts.parts(task.parts.length) },
  ]
  return (
    <Box flexDirection="column">
      {Array.from({ length: HEAD_ROWS }, (_, at) => (
        <ToldLine key={at} row={head[at] ?? { label: '', text: '' }} width={size.columns} />
      ))}
      <Tabs tabs={tabs} chosen={sheet} width={size.columns} />
      {sheet === 'history' ? (
        <List
          rows={task.history}
          cursor={task.history.length > 0 ? cursor : null}
          width={size.columns}
          height={height}
          row={(event, width) => fitRow(EVENT_COLUMNS, taskEventCells(event, desk), width)}
        />
      ) : (
        <List
          rows={task.parts}
          cursor={task.parts.length > 0 ? cursor : null}
          width={size.columns}
          height={height}
          row={(part, width) => fitRow(PART_COLUMNS, partCells(part, desk), width)}
          tone={part => (part.ending ? 'dim' : dueTone(part.dueOn, desk.session.ctx().today))}
          empty={texts.noParts}
        />
      )}
    </Box>
  )
}

/** How near the last day is, and the day itself where the words do not name it. */
function termOf(task: TaskRow, desk: AtDesk): string {
  const { task: texts } = desk.door.texts.screens.work
  const day = showDay(task.dueOn, desk.door.lang)
  const words = standingOf(task, desk)
  return task.ending || words.includes(day) ? words : `${words} · ${texts.dueDay(day)}`
}

const PART_COLUMNS: Column[] = [{ width: 22 }, { width: 'rest' }, { width: 20 }]

/** How a task stands: its term, or how it ended. */
export function standingOf(task: TaskRow, desk: AtDesk): string {
  const { lang } = desk.door
  return task.ending
    ? `${textsFor(lang).tasks.outcomes[task.ending.outcome]} ${showDay(task.ending.endedOn, lang)}`
    : dueWords(task.dueOn, desk.session.ctx().today, desk)
}

const partCells = (part: TaskRow, desk: AtDesk): string[] => [
  standingOf(part, desk),
  part.what,
  part.assignee?.name ?? part.department.name[desk.door.lang],
]

const LABEL_AND_MARGIN = 18

function headOf(task: TaskShown, width: number, desk: AtDesk): Told[] {
  const { task: texts } = desk.door.texts.screens.work
  const { lang } = desk.door
  const { today } = desk.session.ctx()
  const { kinds } = textsFor(lang).tasks
  const [first = '', ...more] = wrapped(task.what, width - LABEL_AND_MARGIN)
  const who = [task.assignee?.name ?? texts.nobody, task.department.name[lang]].join(', ')
  const stands = task.substitute ? ` (${texts.standsIn(task.substitute.name)})` : ''
  return [
    { label: texts.what, text: first, tone: 'title' },
    { label: '', text: more.join(' '), tone: 'title' },
    {
      label: texts.case,
      text: [task.caseNumber, task.service?.[lang] ?? task.subject].filter(Boolean).join(' · '),
    },
    {
      label: texts.term,
      text: termOf(task, desk),
      tone: task.ending ? 'plain' : dueTone(task.dueOn, today),
    },
    { label: texts.from, text: `${fromWhom(task, desk)} · ${kinds[task.kind]}` },
    { label: texts.who, text: `${who}${stands}` },
    task.parent
      ? { label: texts.parent, text: `${task.parent.what} · ${standingOf(task.parent, desk)}` }
      : {
          label: texts.document,
          text: task.document ? `${task.document.number} · ${task.document.subject}` : '–',
        },
  ]
}
