import { Box } from 'ink'
import type { ReactNode } from 'react'
import { seeBoard } from '../../office/board/see-board.ts'
import { whyNotMay } from '../../rules/authority.ts'
import {
  alarmsOf,
  type Board,
  type BoardRow,
  minutesBetween,
  papersStuck,
  showDuration,
} from '../../rules/board.ts'
import { dayOf, showDay, showTime } from '../../rules/dates.ts'
import { showCents, showEuro } from '../../rules/money.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { kiosksEntry, pushMainMenu, satisfactionEntry } from '../menu/main-menu.ts'
import { type Column, fit, fitRow, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { receiptsScreen } from '../receipts/receipts-screen.tsx'
import { receiptsAtOpening } from '../receipts/receipts-state.ts'
import { reportAtOpening, reportScreen } from '../reports/report-screen.tsx'
import { change, type KeyLine, leaveBy, push, type Screen, type Size } from '../screen.ts'
import { closeTillScreen, countForCashier } from '../tills/close-till-screen.tsx'
import { xReportAtOpening, xReportScreen } from '../tills/x-report-screen.tsx'

type State = { board: Board | null; cursor: number }

const LOOK_EVERY_MS = 3000
const TOLD_ROWS = 3

export const boardAtOpening = (): State => ({ board: null, cursor: 0 })

/** Every desk as it is now, for whoever supervises: refreshed by itself, Enter shows a till's X, F8 closes it by force. */
export function boardScreen(desk: AtDesk): Screen<State> {
  const { board: texts } = desk.door.texts.screens
  const load = async () => {
    const board = await seeBoard(desk.session.ctx())
    return (s: State): State => ({ ...s, board, cursor: Math.min(s.cursor, board.rows.length - 1) })
  }
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk),
    type: (s, key) => ({ ...s, cursor: moveCursor(s.cursor, key, s.board?.rows.length ?? 0) }),
    help: () => texts.help,
    shown: async () => change(await load()),
    tick: { every_ms: LOOK_EVERY_MS, run: load },
    View: ({ state, size }) => <BoardView state={state} size={size} desk={desk} />,
  }
}

function keysOf(s: State, desk: AtDesk): KeyLine<State>[] {
  const { board: texts } = desk.door.texts.screens
  const row = s.board?.rows[s.cursor]
  return [
    {
      key: 'enter',
      label: texts.x,
      refusal: whyNoTill(row),
      run: () =>
        row?.till ? push(xReportScreen(desk), xReportAtOpening(row.till.id, row.desk.number)) : undefined,
    },
    { key: 'f6', label: texts.receipts, run: () => push(receiptsScreen(desk), receiptsAtOpening()) },
    { key: 'f7', label: texts.reports, run: () => push(reportScreen(desk), reportAtOpening()) },
    {
      key: 'f8',
      label: texts.close,
      refusal: whyNotMay(desk.session.who.post, 'tills.close') ?? whyNoTill(row),
      holdsTyping: true,
      run: async () =>
        row?.till ? push(closeTillScreen(desk), await countForCashier(desk, row.till.id)) : undefined,
    },
    {
      key: 'f10',
      label: texts.menu,
      run: () =>
        pushMainMenu(desk, {
          hasTill: false,
          whyBusy: null,
          own: [],
          last: [satisfactionEntry(desk), kiosksEntry(desk)],
        }),
    },
    { key: 'f12', label: texts.leave, run: () => leaveBy(desk.leave) },
  ]
}

const whyNoTill = (row: BoardRow | undefined): Refusal | null =>
  row?.till ? null : refusal('till.none_at_desk', { desk: row?.desk.number ?? 0 })

/** Desk, cashier, since, payments, cash held, papers, last payment, pace, average time. */
const COLUMNS: Column[] = [
  { width: 4, align: 'right' },
  { width: 'rest' },
  { width: 5, align: 'right' },
  { width: 5, align: 'right' },
  { width: 14, align: 'right' },
  { width: 5, align: 'right' },
  { width: 7, align: 'right' },
  { width: 7, align: 'right' },
  { width: 6, align: 'right' },
]

function BoardView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { board: texts } = desk.door.texts.screens
  const { board } = state
  if (!board) return null
  const limit = board.limit === null ? texts.noLimit : texts.limit(showEuro(board.limit, desk.door.lang))
  const chosen = board.rows[state.cursor]
  const told = chosen ? tellOf(chosen, board, desk).flatMap(text => wrapped(text, size.columns - 3)) : []
  return (
    <Box flexDirection="column">
      <Line tone="dim">{fit(` ${texts.asOf(showTime(board.asOf))} · ${limit}`, size.columns)}</Line>
      <Line> </Line>
      <Line tone="dim">{`  ${fitRow(COLUMNS, texts.columns, size.columns - 4)}`}</Line>
      <List
        rows={board.rows}
        cursor={state.cursor}
        width={size.columns}
        height={Math.max(1, size.rows - 3 - TOLD_ROWS)}
        row={row => fitRow(COLUMNS, cellsOf(row, board, desk), size.columns - 4)}
        tone={row => (alarmsOf(row, board.limit).length > 0 ? 'danger' : row.till ? 'plain' : 'dim')}
        empty={texts.empty}
      />
      {Array.from({ length: TOLD_ROWS }, (_, at) => (
        <Line key={at} tone={at === 0 ? 'title' : 'warning'}>
          {fit(` ${told[at] ?? ''}`, size.columns)}
        </Line>
      ))}
    </Box>
  )
}

function cellsOf(row: BoardRow, board: Board, desk: AtDesk): string[] {
  const { board: texts } = desk.door.texts.screens
  const alarms = alarmsOf(row, board.limit)
  const held = row.till ? showCents(row.till.held, desk.door.lang) : ''
  const stuck = papersStuck(row.papers)
  return [
    String(row.desk.number),
    row.till?.cashier ?? texts.closed,
    row.till ? sinceOf(row.till.openedAt, board.asOf) : '',
    String(row.payments),
    alarms.includes('over_limit') ? `! ${held}` : held,
    stuck === 0 ? '' : `! ${stuck}`,
    row.lastPaymentAt ? texts.minutes(minutesBetween(row.lastPaymentAt, board.asOf)) : '',
    `${row.pace.last15} / ${row.pace.last60}`,
    row.pace.served_ms === null ? '' : showDuration(row.pace.served_ms),
  ]
}

/** The time of day, or the day where a till stands open since another one. */
function sinceOf(openedAt: Temporal.Instant, asOf: Temporal.Instant): string {
  const day = dayOf(openedAt)
  return day.equals(dayOf(asOf)) ? showTime(openedAt) : showDay(day, 'bg').slice(0, 'дд.мм'.length)
}

/** The chosen desk by its name, and what is wrong there in words. */
function tellOf(row: BoardRow, board: Board, desk: AtDesk): string[] {
  const { board: texts } = desk.door.texts.screens
  const euro = (amount: Parameters<typeof showEuro>[0]) => showEuro(amount, desk.door.lang)
  const alarms = alarmsOf(row, board.limit)
  return [
    texts.desk(row.desk.number, row.desk.name),
    ...(alarms.includes('over_limit') && row.till && board.limit !== null
      ? [texts.overLimit(euro(row.till.held), euro(board.limit))]
      : []),
    ...(alarms.includes('papers') ? [texts.stuck(row.papers)] : []),
  ]
}
