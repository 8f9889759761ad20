import { Box } from 'ink'
import type { ReactNode } from 'react'
import { type CellAsked, listOpenWork, type OpenWork } from '../../office/control/list-open-work.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { type Column, fit, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { type Change, change, type Screen, type Size } from '../screen.ts'
import { openCase } from './case-screen.tsx'
import { dueTone, dueWords } from './due.ts'

type State = { rows: readonly OpenWork[]; isMore: boolean; cursor: number; isLoaded: boolean }

/** Fetched at a time; the next are fetched before the cursor comes to the last. */
const PAGE = 100
const LOOK_AHEAD = 50
const LOOK_EVERY_MS = 150
const TOLD_ROWS = 2

export const openWorkAtOpening = (): State => ({ rows: [], isMore: false, cursor: 0, isLoaded: false })

/** What a number of the board counts, what is due first before the others; Enter opens the case. */
export function openWorkScreen(asked: CellAsked, title: string, desk: AtDesk): Screen<State> {
  const { deadlines: texts } = desk.door.texts.screens.work
  const more = async (s: State): Promise<Change<State>> => {
    const after = s.rows.at(-1) ?? null
    const rows = await listOpenWork(desk.session.ctx(), asked, { after, limit: PAGE })
    return now =>
      (now.rows.at(-1) ?? null) === after
        ? { ...now, rows: [...now.rows, ...rows], isMore: rows.length === PAGE, isLoaded: true }
        : now
  }
  return {
    title: () => title,
    keys: s => {
      const row = s.rows[s.cursor]
      return [
        {
          key: 'enter',
          label: texts.openCase,
          refusal: row ? null : refusal('list.nothing_chosen', {}),
          run: () => (row ? openCase(row.caseId, desk) : undefined),
        },
      ]
    },
    type: (s, key) => ({ ...s, cursor: moveCursor(s.cursor, key, s.rows.length) }),
    help: () => texts.help,
    shown: async s => (s.isLoaded ? undefined : change(await more(s))),
    tick: {
      every_ms: LOOK_EVERY_MS,
      run: s => (s.isMore && s.cursor >= s.rows.length - LOOK_AHEAD ? more(s) : now => now),
    },
    View: ({ state, size }) => <OpenWorkView state={state} size={size} desk={desk} />,
  }
}

const COLUMNS: Column[] = [{ width: 16 }, { width: 16 }, { width: 'rest' }, { width: 18 }]

function OpenWorkView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { deadlines: texts } = desk.door.texts.screens.work
  const { today } = desk.session.ctx()
  const width = size.columns - 4
  const chosen = state.rows[state.cursor]
  if (!state.isLoaded) return null
  return (
    <Box flexDirection="column">
      <Line tone="dim">{`  ${fitRow(COLUMNS, texts.listColumns, width)}`}</Line>
      <List
        rows={state.rows}
        cursor={state.rows.length > 0 ? state.cursor : null}
        width={size.columns}
        height={Math.max(1, size.rows - 2 - TOLD_ROWS)}
        row={row =>
          fitRow(
            COLUMNS,
            [dueWords(row.dueOn, today, desk), row.number, row.what, row.holder ?? row.department.name],
            width,
          )
        }
        tone={row => dueTone(row.dueOn, today)}
        empty={texts.nothing}
      />
      <Line tone="dim">{'─'.repeat(size.columns)}</Line>
      <Line>{fit(chosen ? ` ${chosen.what} · ${chosen.subject}` : '', size.columns)}</Line>
      <Line tone="dim">
        {fit(chosen ? ` ${chosen.department.name} · ${chosen.holder ?? texts.nobody}` : '', size.columns)}
      </Line>
    </Box>
  )
}
