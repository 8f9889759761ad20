import { Box } from 'ink'
import type { ReactNode } from 'react'
import { cashReport } from '../../office/reports/cash-report.ts'
import { showMoment } from '../../rules/dates.ts'
import { CASH_BY, type CashBy, cashTable } from '../../rules/reports/cash.ts'
import { type Cell, showCell, type Table, type Column as TableColumn } from '../../rules/reports/table.ts'
import type { AtDesk } from '../door.ts'
import { type Column, fit, fitRow, widthOf, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { receiptsScreen } from '../receipts/receipts-screen.tsx'
import { receiptsAtOpening } from '../receipts/receipts-state.ts'
import { change, type KeyLine, leaveBy, type Opened, push, type Screen, type Size } from '../screen.ts'

type State = { day: Temporal.PlainDate | null; by: number; table: Table | null; cursor: number }

export const reportAtOpening = (): State => ({ day: null, by: 1, table: null, cursor: 0 })

/** The cash of a day by department, service, desk…: left and right change the dimension, F2 and F3 the day. */
export function reportScreen(desk: AtDesk, leave?: () => Promise<Opened>): Screen<State> {
  const { report: texts } = desk.door.texts.screens
  const load = async (s: State): Promise<(now: State) => State> => {
    const ctx = desk.session.ctx()
    const day = s.day ?? ctx.today
    const by: CashBy = CASH_BY[s.by] ?? 'department'
    const period = { from: day, to: day }
    const { rows, payments } = await cashReport(ctx, period, by)
    const facts = { town: ctx.town, payments, madeAt: showMoment(ctx.now, ctx.lang), madeBy: ctx.who.name }
    const table = cashTable(rows, by, period, facts, desk.door.texts.reports, ctx.lang)
    return now => ({ ...now, day, table, cursor: 0 })
  }
  const turn = (how: (s: State) => Partial<State>) => async (s: State) => {
    const turned = { ...s, ...how(s) }
    const loaded = await load(turned)
    return change<State>(now => loaded({ ...now, by: turned.by }))
  }
  return {
    title: () => texts.title,
    keys: () => [
      {
        key: 'left',
        label: texts.by,
        quiet: true,
        run: turn(now => ({ by: (now.by + CASH_BY.length - 1) % CASH_BY.length })),
      },
      { key: 'right', label: texts.by, run: turn(now => ({ by: (now.by + 1) % CASH_BY.length })) },
      {
        key: 'f2',
        label: texts.dayBefore,
        run: turn(now => ({ day: now.day?.subtract({ days: 1 }) ?? null })),
      },
      { key: 'f3', label: texts.dayAfter, run: turn(now => ({ day: now.day?.add({ days: 1 }) ?? null })) },
      { key: 'f5', label: texts.today, run: turn(() => ({ day: null })) },
      ...(leave ? [receiptsKey(desk)] : []),
      ...(leave ? [{ key: 'f12' as const, label: texts.leave, run: () => leaveBy<State>(leave) }] : []),
    ],
    type: (s, key) => ({ ...s, cursor: moveCursor(s.cursor, key, s.table?.rows.length ?? 0) }),
    help: () => texts.help,
    shown: async s => change(await load(s)),
    View: ({ state, size }) => <ReportView state={state} size={size} desk={desk} />,
  }
}

/** Who takes no payments comes to the receipts from here. */
const receiptsKey = (desk: AtDesk): KeyLine<State> => ({
  key: 'f6',
  label: desk.door.texts.screens.frame.functionKeys.f6,
  run: () => push(receiptsScreen(desk), receiptsAtOpening()),
})

function ReportView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { table } = state
  if (!table) return null
  const columns = table.columns.map(widthOfColumn)
  const cells = (row: Record<string, Cell>) =>
    table.columns.map(column => showCell(row[column.key] ?? null, column.kind, desk.door.lang))
  const { report: texts } = desk.door.texts.screens
  const rowWidth = size.columns - 4
  const name = wrapped(String(table.rows[state.cursor]?.['name'] ?? ''), rowWidth)
  const subtitle = wrapped(table.subtitle.join(' · '), size.columns - 2)
  return (
    <Box flexDirection="column">
      <Line tone="title">{` ${table.title}`}</Line>
      {subtitle.map(row => (
        <Line key={row} tone="dim">
          {` ${row}`}
        </Line>
      ))}
      <Line tone="dim">{`  ${fitRow(
        columns,
        table.columns.map(column => column.title),
        rowWidth,
      )}`}</Line>
      <List
        rows={table.rows}
        cursor={table.rows.length > 0 ? state.cursor : null}
        width={size.columns}
        height={size.rows - subtitle.length - 3 - NAME_ROWS}
        row={row => fitRow(columns, cells(row), rowWidth)}
        empty={texts.empty}
      />
      {Array.from({ length: NAME_ROWS }, (_, at) => (
        <Line key={at} tone="dim">
          {fit(`  ${name[at] ?? ''}`, size.columns)}
        </Line>
      ))}
      {table.totals && <Line tone="amount">{`  ${fitRow(columns, cells(table.totals), rowWidth)}`}</Line>}
    </Box>
  )
}

const LEAST_KEY = 8
/** The chosen row's name in full, for the column is narrow. */
const NAME_ROWS = 2

/** The first wide text takes the rest; amounts and counts keep to the right. */
function widthOfColumn(column: TableColumn): Column {
  if (column.kind === 'money') return { width: 14, align: 'right' }
  if (column.kind === 'count') return { width: 10, align: 'right' }
  return column.key === 'key' ? { width: Math.max(LEAST_KEY, widthOf(column.title)) } : { width: 'rest' }
}
