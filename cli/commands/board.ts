import { setTimeout as pause } from 'node:timers/promises'
import { seeBoard } from '../../office/board/see-board.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { alarmsOf, type Board, minutesBetween, papersStuck, showDuration } from '../../rules/board.ts'
import { showMoment, showTime } from '../../rules/dates.ts'
import { showEuro } from '../../rules/money.ts'
import type { Table } from '../../rules/reports/table.ts'
import { declare } from '../command.ts'
import type { Door } from '../door.ts'
import { answer } from '../output/answer.ts'
import { tableText } from '../output/table-text.ts'
import { withSession } from '../town.ts'

const LOOK_EVERY_MS = 5_000
const CLEAR = '\x1b[H\x1b[2J'

export const boardCommands = () => [
  declare('board', (given, door) =>
    withSession(door, 'board.see', session =>
      given.has('watch') ? watch(session, door) : show(session, door),
    ),
  ),
]

async function show(session: Session, door: Door): Promise<void> {
  const board = await seeBoard(session.ctx())
  answer(door, boardJson(board), tableText(boardTable(board, door), door.lang, process.stdout.columns))
}

/** Until somebody stops it; on a terminal each picture takes the place of the one before. */
async function watch(session: Session, door: Door): Promise<void> {
  const ending = new AbortController()
  const stop = () => ending.abort()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  while (!ending.signal.aborted) {
    if (process.stdout.isTTY && !door.options.json) process.stdout.write(CLEAR)
    await show(session, door)
    await pause(LOOK_EVERY_MS, undefined, { signal: ending.signal }).catch(() => undefined)
  }
}

function boardTable(board: Board, door: Door): Table {
  const { board: words } = door.words
  const titles = words.columns
  const limit = board.limit === null ? words.noLimit : words.limit(showEuro(board.limit, door.lang))
  return {
    name: 'board',
    title: words.title(showMoment(board.asOf, door.lang)),
    subtitle: [limit],
    columns: [
      { key: 'desk', title: titles.desk, kind: 'count' },
      { key: 'cashier', title: titles.cashier, kind: 'text' },
      { key: 'since', title: titles.since, kind: 'text' },
      { key: 'payments', title: titles.payments, kind: 'count' },
      { key: 'held', title: titles.held, kind: 'money' },
      { key: 'stuck', title: titles.stuck, kind: 'count' },
      { key: 'last', title: titles.last, kind: 'text' },
      { key: 'pace', title: titles.pace, kind: 'text' },
      { key: 'served', title: titles.served, kind: 'text' },
      { key: 'alarms', title: titles.alarms, kind: 'text' },
    ],
    rows: board.rows.map(row => ({
      desk: row.desk.number,
      cashier: row.till?.cashier ?? words.closed,
      since: row.till && showTime(row.till.openedAt),
      payments: row.payments,
      held: row.till?.held ?? null,
      stuck: papersStuck(row.papers),
      last: row.lastPaymentAt && words.minutes(minutesBetween(row.lastPaymentAt, board.asOf)),
      pace: `${row.pace.last15} / ${row.pace.last60}`,
      served: row.pace.served_ms === null ? null : showDuration(row.pace.served_ms),
      alarms: alarmsOf(row, board.limit)
        .map(alarm => words.alarms[alarm])
        .join(', '),
    })),
    totals: null,
  }
}

const boardJson = (board: Board) => ({
  as_of: board.asOf.toString(),
  till_limit_cents: board.limit,
  desks: board.rows.map(row => ({
    desk: row.desk.number,
    name: row.desk.name,
    till: row.till?.id ?? null,
    cashier: row.till?.cashier ?? null,
    open_since: row.till?.openedAt.toString() ?? null,
    held_cents: row.till?.held ?? null,
    payments: row.payments,
    last_payment_at: row.lastPaymentAt?.toString() ?? null,
    payments_15_min: row.pace.last15,
    payments_60_min: row.pace.last60,
    served_ms: row.pace.served_ms === null ? null : Math.round(row.pace.served_ms),
    papers: row.papers,
    alarms: alarmsOf(row, board.limit),
  })),
})
