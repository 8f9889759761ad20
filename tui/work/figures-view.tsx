import { Box } from 'ink'
import type { ReactNode } from 'react'
import { daysOf } from '../../rules/reports/heading.ts'
import type { AtDesk } from '../door.ts'
import { fit, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List } from '../parts/list.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { periodLooked } from '../reports/looked-period.ts'
import { shownTable } from '../reports/table-columns.ts'
import type { Size } from '../screen.ts'
import { chosenRow, FIGURES, type FiguresState } from './figures-state.ts'

/** The chosen row's long texts, and what has no room for a column. */
const DETAIL_ROWS = 2

type ViewProps = { state: FiguresState; size: Size; desk: AtDesk }

/** The reports by their digits, the period, and the table with its totals. */
export function FiguresView({ state, size, desk }: ViewProps): ReactNode {
  const { figures: texts } = desk.door.texts.screens.work
  const { table } = state
  if (!table) return null
  const width = size.columns - 4
  const { header, row, details } = shownTable(table, desk.door.lang, width)
  const chosen = chosenRow(state)
  const below = chosen ? wrapped(details(chosen), width) : []
  const days = daysOf(periodLooked(state, desk.session.ctx().today), desk.door.texts.reports, desk.door.lang)
  const kind = desk.door.texts.screens.report.kinds[state.kind]
  const tabs = FIGURES.map((name, at) => ({ name, label: `${at + 1} ${texts.reports[name]}` }))
  return (
    <Box flexDirection="column">
      <Tabs tabs={tabs} chosen={state.report} width={size.columns} />
      <Line tone="title">{fit(` ${table.title}`, size.columns)}</Line>
      <Line tone="dim">{fit(` ${kind} ${days}`, size.columns)}</Line>
      <Line tone="dim">{`  ${header}`}</Line>
      <List
        rows={table.rows}
        cursor={table.rows.length > 0 ? state.cursor : null}
        width={size.columns}
        height={Math.max(1, size.rows - DETAIL_ROWS - 5)}
        row={row}
        empty={desk.door.texts.screens.report.empty}
      />
      {Array.from({ length: DETAIL_ROWS }, (_, at) => (
        <Line key={at} tone="dim">
          {fit(`  ${below[at] ?? ''}`, size.columns)}
        </Line>
      ))}
      {table.totals && <Line tone="amount">{`  ${row(table.totals)}`}</Line>}
    </Box>
  )
}
