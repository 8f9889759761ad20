import { Box } from 'ink'
import type { ReactNode } from 'react'
import { showDay } from '../../rules/dates.ts'
import type { AtDesk } from '../door.ts'
import { fit } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { firstVisible } from '../parts/list.tsx'
import { Tabs } from '../parts/tabs.tsx'
import type { Size } from '../screen.ts'
import type { Tone } from '../theme.ts'
import { COLUMNS, countIn, type DeadlinesState, type Shown, shownOf } from './deadlines-state.ts'

const CELL_COLUMNS = 7
const TOLD_ROWS = 2

/** Departments down, nearness of the last day across; the arrows stand on one number. */
export function DeadlinesView({
  state,
  size,
  desk,
}: {
  state: DeadlinesState
  size: Size
  desk: AtDesk
}): ReactNode {
  const { deadlines: texts } = desk.door.texts.screens.work
  const rows = shownOf(state)
  const name = size.columns - 2 - COLUMNS.length * (CELL_COLUMNS + 1)
  const height = Math.max(1, size.rows - 5 - TOLD_ROWS)
  const first = firstVisible(state.row, rows.length, height)
  const tabs = (['tasks', 'requests'] as const).map(what => ({ name: what, label: texts.what[what] }))
  const heads = COLUMNS.map(column => fit(column ? texts.columns[column] : texts.all, CELL_COLUMNS, 'right'))
  return (
    <Box flexDirection="column">
      <Tabs tabs={tabs} chosen={state.what} width={size.columns} />
      <Line> </Line>
      <Line tone="dim">{`  ${fit(texts.department, name)} ${heads.join(' ')}`}</Line>
      <Box flexDirection="column" height={height} flexShrink={0}>
        {rows.slice(first, first + height).map((shown, offset) => (
          <BoardLine
            key={shown.code ?? ''}
            shown={shown}
            name={name}
            chosen={first + offset === state.row ? state.column : null}
            desk={desk}
          />
        ))}
      </Box>
      <Line tone="dim">{'─'.repeat(size.columns)}</Line>
      {toldOf(state, rows[state.row], desk).map((text, at) => (
        <Line key={at} tone={at === 0 ? 'title' : 'plain'}>
          {fit(` ${text}`, size.columns)}
        </Line>
      ))}
    </Box>
  )
}

type LineProps = { shown: Shown; name: number; chosen: number | null; desk: AtDesk }

function BoardLine({ shown, name, chosen, desk }: LineProps): ReactNode {
  const { deadlines: texts } = desk.door.texts.screens.work
  const { row, counts } = shown
  const label = row ? `${'  '.repeat(row.depth)}${row.name[desk.door.lang]}` : texts.total
  return (
    <Line>
      <Line
        tone={row === null ? 'title' : 'plain'}
      >{`${chosen === null ? ' ' : '>'} ${fit(label, name)}`}</Line>
      {COLUMNS.map((column, at) => {
        const count = countIn(counts, at)
        return (
          <Line key={column ?? 'all'}>
            {' '}
            <Line tone={at === chosen ? 'chosen' : toneOf(column, count)}>
              {fit(count === 0 ? '·' : String(count), CELL_COLUMNS, 'right')}
            </Line>
          </Line>
        )
      })}
    </Line>
  )
}

function toneOf(column: (typeof COLUMNS)[number], count: number): Tone {
  if (count === 0) return 'dim'
  if (column === 'overdue') return 'danger'
  return column === 'today' || column === 'soon' ? 'warning' : 'plain'
}

/** The whole name of the chosen line, and the task or request that waits there longest. */
function toldOf({ board, what }: DeadlinesState, shown: Shown | undefined, desk: AtDesk): [string, string] {
  const { deadlines: texts } = desk.door.texts.screens.work
  if (!board || !shown) return ['', '']
  const { lang } = desk.door
  const { oldest, oldestRequest } = shown.row ?? board
  const name = shown.row?.name[lang] ?? texts.total
  if (what === 'requests')
    return [
      name,
      oldestRequest
        ? texts.oldestRequest(
            showDay(oldestRequest.dueOn, lang),
            oldestRequest.number,
            oldestRequest.service[lang],
          )
        : texts.noOldestRequest,
    ]
  return [
    name,
    oldest ? texts.oldest(showDay(oldest.dueOn, lang), oldest.what, oldest.holder) : texts.noOldest,
  ]
}
