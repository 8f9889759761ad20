import { Box } from 'ink'
import type { ReactNode } from 'react'
import { showDay } from '../../rules/dates.ts'
import type { LeftOut, Satisfaction } from '../../rules/reports/satisfaction-facts.ts'
import { type Row, showCell, type Table } from '../../rules/reports/table.ts'
import type { AtDesk } from '../door.ts'
import { type Column, fit, fitRow, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List } from '../parts/list.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { periodLooked } from '../reports/looked-period.ts'
import { shownTable } from '../reports/table-columns.ts'
import type { Size } from '../screen.ts'
import { chosenRow, type SatisfactionState, VIEWS } from './satisfaction-state.ts'

const HEAD_ROWS = 3

type ViewProps = { state: SatisfactionState; size: Size; desk: AtDesk }

/** The views by their digits, the question and the days, and below the figures how they are counted. */
export function SatisfactionView({ state, size, desk }: ViewProps): ReactNode {
  const { satisfaction: texts } = desk.door.texts.screens
  const { seen, tables } = state
  const [table] = tables
  if (!seen || !table) return null
  const tabs = VIEWS.map((name, at) => ({ name, label: `${at + 1} ${texts.views[name]}` }))
  const { columns } = size
  const nothing = state.empty ?? (table.rows.length === 0 ? (table.foot?.[0] ?? '') : null)
  return (
    <Box flexDirection="column">
      <Tabs tabs={tabs} chosen={state.view} width={columns} />
      <Line tone="title">{fit(` ${questionOf(seen, desk)}`, columns)}</Line>
      <Line tone="dim">{fit(` ${aboutOf(state, desk)}`, columns)}</Line>
      {nothing === null ? (
        <Figures state={state} size={{ columns, rows: size.rows - HEAD_ROWS }} desk={desk} />
      ) : (
        wrapped(nothing, columns - 4).map(text => <Line key={text}>{`  ${text}`}</Line>)
      )}
    </Box>
  )
}

/** The question with its number and the days on which it was asked. */
function questionOf({ question, questions }: Satisfaction, { door }: AtDesk): string {
  const { satisfaction: texts } = door.texts.screens
  if (!question) return texts.noQuestion
  const { asked, number, text } = question
  const days = asked
    ? texts.askedOn(showDay(asked.from, door.lang), asked.until && showDay(asked.until, door.lang))
    : texts.neverAsked
  return texts.asked(number, questions.length, text[door.lang], days)
}

/** The days, and the hall that is looked at. */
function aboutOf(s: SatisfactionState, { door, session }: AtDesk): string {
  const { report, satisfaction } = door.texts.screens
  const { from, to } = periodLooked(s, session.ctx().today)
  const days = from.equals(to)
    ? showDay(from, door.lang)
    : `${showDay(from, door.lang)}–${showDay(to, door.lang)}`
  const only = s.seen?.only
  const hall = only && 'hall' in only ? only.hall[door.lang] : satisfaction.allHalls
  return `${report.kinds[s.kind]} ${days} · ${hall}`
}

function Figures(props: ViewProps): ReactNode {
  if (props.state.view === 'all') return <Overview {...props} />
  if (props.state.view === 'heat') return <Heat {...props} />
  return <Rows {...props} />
}

/** How the figures are counted, as one paragraph at the foot: as many whole sentences as have room. */
function Foot({
  lines,
  rows,
  columns,
}: {
  lines: readonly string[]
  rows: number
  columns: number
}): ReactNode {
  return footOf(lines, rows, columns).map((text, at) => (
    <Line key={at} tone="dim">
      {fit(`  ${text}`, columns)}
    </Line>
  ))
}

function footOf(lines: readonly string[], rows: number, columns: number): string[] {
  for (let most = lines.length; most > 0; most -= 1) {
    const text = wrapped(lines.slice(0, most).join(' '), columns - 4)
    if (text.length <= rows) return text
  }
  return []
}

/** The measures with their interval, the answers by face with bars, and in one line what was not counted. */
function Overview({ state, size, desk }: ViewProps): ReactNode {
  const { columns } = size
  const [measures, faces, left] = state.tables
  if (!measures || !faces || !left) return null
  const { lang } = desk.door
  const drawn = (table: Table) => shownTable(table, lang, columns - 4)
  const [top, middle] = [drawn(measures), drawn(faces)]
  const used = measures.rows.length + faces.rows.length + 3
  return (
    <>
      <Line tone="dim">{`  ${top.header}`}</Line>
      {measures.rows.map((row, at) => (
        <Line key={at} tone={at === 0 ? 'amount' : 'plain'}>{`  ${top.row(row)}`}</Line>
      ))}
      <Line> </Line>
      {faces.rows.map((row, at) => (
        <Line key={at}>{`  ${middle.row(row)}`}</Line>
      ))}
      <Line tone="dim">{fit(`  ${leftOutLine(left, desk)}`, columns)}</Line>
      <Foot lines={measures.foot ?? []} rows={size.rows - used} columns={columns} />
    </>
  )
}

function leftOutLine(left: Table, desk: AtDesk): string {
  const { satisfaction: texts } = desk.door.texts.screens
  const shown = (row: Row | null, key: string) =>
    showCell(row?.[key] ?? null, key === 'share' ? 'percent' : 'count', desk.door.lang)
  const parts = left.rows
    .filter(row => row['times'] !== 0)
    .map(row => `${texts.left[row['id'] as keyof LeftOut]} ${shown(row, 'times')}`)
  return texts.leftOut(shown(left.totals, 'times'), shown(left.totals, 'share'), parts.join(', '))
}

const HOUR_WIDTH = 13
const DAY_WIDTH = 11

/** Hours down, days across: a shade and its number in each place. */
function Heat({ state, size, desk }: ViewProps): ReactNode {
  const [table] = state.tables
  if (!table) return null
  const widths: Column[] = table.columns.map((_, at) => ({ width: at === 0 ? HOUR_WIDTH : DAY_WIDTH }))
  const width = HOUR_WIDTH + (DAY_WIDTH + 1) * (table.columns.length - 1)
  const cells = (row: Row) =>
    table.columns.map(({ key, kind }) => showCell(row[key] ?? null, kind, desk.door.lang))
  const header = fitRow(
    widths,
    table.columns.map(({ title }) => title),
    width,
  )
  const rows = size.rows - table.rows.length - 3
  return (
    <>
      <Line tone="title">{fit(`  ${table.title}`, size.columns)}</Line>
      <Line tone="dim">{`  ${header}`}</Line>
      {table.rows.map((row, at) => (
        <Line key={at}>{`  ${fitRow(widths, cells(row), width)}`}</Line>
      ))}
      <Line> </Line>
      {(table.foot ?? []).map(text => (
        <Foot key={text} lines={[text]} rows={rows} columns={size.columns} />
      ))}
    </>
  )
}

/** The head, the sum, the chosen row's details, and a blank; the foot gives way to rows, but not all of it. */
const FIXED_ROWS = 4
const FOOT_ROWS = { least: 2, most: 6 }

function Rows({ state, size, desk }: ViewProps): ReactNode {
  const [table] = state.tables
  if (!table) return null
  const { columns } = size
  const { header, row } = shownTable(table, desk.door.lang, columns - 4)
  const unbarred = { ...table, columns: table.columns.filter(({ key }) => key !== 'bar') }
  const { details } = shownTable(unbarred, desk.door.lang, columns - 4)
  const chosen = chosenRow(state)
  const room = size.rows - FIXED_ROWS
  const most = Math.min(FOOT_ROWS.most, Math.max(FOOT_ROWS.least, room - table.rows.length))
  const foot = footOf(table.foot ?? [], most, columns)
  return (
    <>
      <Line tone="dim">{`  ${header}`}</Line>
      <List
        rows={table.rows}
        cursor={state.cursor}
        width={columns}
        height={Math.max(1, room - foot.length)}
        row={row}
        empty=""
      />
      {table.totals && <Line tone="amount">{`  ${row(table.totals)}`}</Line>}
      <Line tone="dim">{fit(`  ${chosen ? details(chosen) : ''}`, columns)}</Line>
      <Line> </Line>
      <Foot lines={table.foot ?? []} rows={most} columns={columns} />
    </>
  )
}
