import { Box } from 'ink'
import type { ReactNode } from 'react'
import { daysOf } from '../../rules/reports/heading.ts'
import { comparedPeriod } from '../../rules/reports/periods.ts'
import type { AtDesk } from '../door.ts'
import { fit, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List } from '../parts/list.tsx'
import type { Size } from '../screen.ts'
import { periodLooked } from './looked-period.ts'
import { chosenRow, REPORTS, type ReportState } from './report-state.ts'
import { shownTable } from './table-columns.ts'

/** The chosen row's long texts, and what has no room for a column. */
const DETAIL_ROWS = 2

type ViewProps = { state: ReportState; size: Size; desk: AtDesk }

export function ReportView({ state, size, desk }: ViewProps): ReactNode {
  const { table } = state
  if (!table) return null
  const width = size.columns - 4
  const { header, row, details } = shownTable(table, desk.door.lang, width)
  const about = wrapped(aboutOf(state, desk), size.columns - 2)
  const chosen = chosenRow(state)
  const below = chosen ? wrapped(details(chosen), width) : []
  return (
    <Box flexDirection="column">
      <Choices state={state} size={size} desk={desk} />
      <Line tone="title">{fit(` ${table.title}`, size.columns)}</Line>
      {about.map(text => (
        <Line key={text} tone="dim">
          {fit(` ${text}`, size.columns)}
        </Line>
      ))}
      <Line tone="dim">{`  ${header}`}</Line>
      <List
        rows={table.rows}
        cursor={table.rows.length > 0 ? state.cursor : null}
        width={size.columns}
        height={size.rows - about.length - DETAIL_ROWS - 4}
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

/** The reports by their digits, the one that is shown marked. */
function Choices({ state, size, desk }: ViewProps): ReactNode {
  const { report: texts } = desk.door.texts.screens
  return (
    <Line>
      {' '}
      {REPORTS.map((report, at) => (
        <Line key={report} tone={report === state.report ? 'chosen' : 'plain'}>
          {` ${at + 1} ${texts.reports[report]} `}
        </Line>
      ))}
      {' '.repeat(Math.max(0, size.columns - 80))}
    </Line>
  )
}

/** The days, what is left out, and what stands beside. */
function aboutOf(s: ReportState, desk: AtDesk): string {
  const { door, session } = desk
  const { reports: texts } = door.texts
  const { today } = session.ctx()
  const period = periodLooked(s, today)
  const days = (of: typeof period) => daysOf(of, texts, door.lang)
  return [
    `${door.texts.screens.report.kinds[s.kind]} ${days(period)}`,
    ...(s.report === 'cash' && s.tender ? [texts.cash.onlyBy(texts.cash.tender[s.tender])] : []),
    ...(s.report === 'cash' && s.compare
      ? [texts.cash.comparedWith[s.compare](days(comparedPeriod(period, s.compare, today)))]
      : []),
  ].join(' · ')
}
