import { Box } from 'ink'
import type { ReactNode } from 'react'
import { textsFor } from '../../locales/texts.ts'
import type { TaskRow } from '../../office/tasks/lookup.ts'
import { showDay } from '../../rules/dates.ts'
import type { AtDesk } from '../door.ts'
import { type Column, fit, fitRow, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List } from '../parts/list.tsx'
import { Tabs } from '../parts/tabs.tsx'
import type { Size } from '../screen.ts'
import { dueTone, dueWords } from './due.ts'
import { BOXES, chosenTask, type InboxState } from './inbox-state.ts'

/** Term, number of the case, what, from whom. */
const COLUMNS: Column[] = [{ width: 16 }, { width: 16 }, { width: 'rest' }, { width: 16 }]
const TOLD_ROWS = 5
const LABEL_COLUMNS = 10

/** The lists with their counts, the tasks of one of them, and the chosen task in full. */
export function InboxView({ state, size, desk }: { state: InboxState; size: Size; desk: AtDesk }): ReactNode {
  const { inbox: texts } = desk.door.texts.screens.work
  const { today } = desk.session.ctx()
  const { box, rows, isMore, counts, loaded } = state
  const count = { mine: counts?.mine ?? null, unit: counts?.untaken ?? null, given: null, ended: null }
  const tabs = BOXES.map(name => ({ name, label: texts.tab(texts.boxes[name], count[name]) }))
  const columns = { given: texts.columnsGiven, ended: texts.columnsEnded }[box as string] ?? texts.columns
  const alarms = counts ? texts.alarms(counts.overdue, counts.today, counts.papers) : ''
  const shown = loaded === box ? rows : []
  return (
    <Box flexDirection="column">
      <Tabs tabs={tabs} chosen={box} width={size.columns} />
      <Line tone="warning">{fit(` ${alarms}`, size.columns)}</Line>
      <Line tone="dim">{`  ${fitRow(COLUMNS, columns, size.columns - 4)}`}</Line>
      <List
        rows={shown}
        cursor={shown.length > 0 ? state.cursor : null}
        width={size.columns}
        height={Math.max(1, size.rows - 5 - TOLD_ROWS)}
        row={(task, width) => fitRow(COLUMNS, cellsOf(task, state, today, desk), width)}
        tone={task => (task.ending ? 'plain' : dueTone(task.dueOn, today))}
        empty={loaded === box ? texts.empty[box] : ''}
      />
      <Line tone="dim">
        {fit(isMore && loaded === box ? ` ${texts.more(rows.length)}` : '', size.columns)}
      </Line>
      <Line tone="dim">{'─'.repeat(size.columns)}</Line>
      {toldOf(chosenTask(state), size.columns, desk).map(([label, text], at) => (
        <Line key={at}>
          <Line tone="dim">{` ${fit(label, LABEL_COLUMNS)} `}</Line>
          {fit(text, size.columns - LABEL_COLUMNS - 2)}
        </Line>
      ))}
    </Box>
  )
}

function cellsOf(task: TaskRow, { box }: InboxState, today: Temporal.PlainDate, desk: AtDesk): string[] {
  const { inbox: texts } = desk.door.texts.screens.work
  const { lang } = desk.door
  const isActing = box === 'mine' && task.assignee !== null && task.assignee.id !== desk.session.who.id
  return [
    task.ending ? texts.ended(showDay(task.ending.endedOn, lang)) : dueWords(task.dueOn, today, desk),
    task.caseNumber,
    isActing ? `${texts.forWhom(task.assignee?.name ?? '')}: ${task.what}` : task.what,
    box === 'given' ? (task.assignee?.name ?? task.department.name[lang]) : fromWhom(task, desk),
  ]
}

/** Who gave it; of a phase the card did. */
export const fromWhom = (task: TaskRow, desk: AtDesk): string =>
  task.assigner?.name ?? desk.door.texts.screens.work.inbox.byCard

/** The chosen task in as many lines as are kept for it. */
function toldOf(task: TaskRow | undefined, columns: number, desk: AtDesk): [string, string][] {
  const { inbox: texts } = desk.door.texts.screens.work
  if (!task) return []
  const { lang } = desk.door
  const { kinds } = textsFor(lang).tasks
  const [what = '', ...more] = wrapped(task.what, columns - LABEL_COLUMNS - 3)
  const service = task.service?.[lang]
  return [
    [texts.told.what, what],
    ['', more.join(' ')],
    [texts.told.subject, [...new Set([task.subject, service])].filter(Boolean).join(' · ')],
    [texts.told.from, `${fromWhom(task, desk)} · ${kinds[task.kind]}`],
    [texts.told.who, [task.assignee?.name, task.department.name[lang]].filter(Boolean).join(', ')],
  ]
}
