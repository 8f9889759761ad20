import { Box } from 'ink'
import type { ReactNode } from 'react'
import type { DocumentRow } from '../../office/documents/lookup.ts'
import { showDay } from '../../rules/dates.ts'
import type { AtDesk } from '../door.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { type Column, fit, fitRow, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List } from '../parts/list.tsx'
import type { Size } from '../screen.ts'
import {
  chosenRow,
  dayIn,
  isMore,
  isNarrowing,
  isSearched,
  type SearchField,
  type SearchState,
} from './search-state.ts'

type ViewProps = { state: SearchState; size: Size; desk: AtDesk }

const HEAD_ROWS = 4
const TOLD_ROWS = 3
const COLUMNS: Column[] = [{ width: 1 }, { width: 17 }, { width: 10 }, { width: 22 }, { width: 'rest' }]

/** The line and what narrows it, the rows, and the chosen one in full. */
export function SearchView({ state, size, desk }: ViewProps): ReactNode {
  const { search: texts } = desk.door.texts.screens.registryWork
  const field = (name: SearchField, label: number, width: number): ReactNode => (
    <SearchLine name={name} label={label} width={width} state={state} desk={desk} />
  )
  return (
    <Box flexDirection="column">
      <Line>{field('text', 10, size.columns - 12)}</Line>
      <Line>
        {field('direction', 10, 16)}
        {field('kind', 6, 18)}
        {field('department', 8, 21)}
      </Line>
      <Line>
        {field('from', 10, 16)}
        {field('until', 6, 18)}
        <Line tone={isWrong(state, desk) ? 'danger' : 'dim'}>
          {fit(`  ${countOf(state, desk)}`, size.columns - 52)}
        </Line>
      </Line>
      <Line tone="dim">{`  ${fitRow(COLUMNS, texts.columns, size.columns - 4)}`}</Line>
      <List
        rows={state.found.rows}
        cursor={state.found.rows.length > 0 ? state.cursor : null}
        width={size.columns}
        height={Math.max(1, size.rows - HEAD_ROWS - TOLD_ROWS)}
        row={(row, width) => fitRow(COLUMNS, cellsOf(row, desk), width)}
        tone={row => (row.isAnnulled ? 'dim' : 'plain')}
        empty={isSearched(state) ? texts.none : ''}
      />
      <Told row={chosenRow(state)} size={size} desk={desk} />
    </Box>
  )
}

type LineProps = { name: SearchField; label: number; width: number; state: SearchState; desk: AtDesk }

function SearchLine({ name, label, width, state, desk }: LineProps): ReactNode {
  const { search: texts } = desk.door.texts.screens.registryWork
  const line = state.lines[name]
  const chosen = isNarrowing(name) && line.value === '' ? chosenText(state, name, desk) : ''
  return (
    <Line>
      <Line tone="title">{fit(` ${texts.fields[name]}`, label)}</Line>
      <EntryField
        line={chosen === '' ? line : { value: chosen, cursor: 0 }}
        width={width}
        isFocused={state.field === name}
        hint={texts.hints[name]}
      />
    </Line>
  )
}

function chosenText(
  { chosen, around }: SearchState,
  name: 'direction' | 'kind' | 'department',
  desk: AtDesk,
): string {
  const { search: texts } = desk.door.texts.screens.registryWork
  const id = chosen[name]
  if (id === null) return ''
  if (name === 'direction') return texts.directions[id as keyof typeof texts.directions]
  const rows = name === 'kind' ? around.kinds : around.departments
  return rows.find(one => one.id === id)?.name[desk.door.lang] ?? ''
}

const isWrong = (s: SearchState, desk: AtDesk): boolean => {
  const { today } = desk.session.ctx()
  return dayIn(s, 'from', today) === undefined || dayIn(s, 'until', today) === undefined
}

function countOf(s: SearchState, desk: AtDesk): string {
  const { search: texts } = desk.door.texts.screens.registryWork
  if (isWrong(s, desk)) return texts.wrongDay
  if (!isSearched(s)) return texts.searching
  const { rows, meant } = s.found
  if (rows.length === 0) return ''
  if (meant) return meant.by === 'layout' ? texts.meant(meant.text) : texts.meantLetter
  return isMore(s) ? texts.foundMore(rows.length) : texts.found(rows.length)
}

function cellsOf(row: DocumentRow, desk: AtDesk): string[] {
  const { search: texts } = desk.door.texts.screens.registryWork
  return [
    texts.marks[row.direction],
    row.isAnnulled ? `(${row.number})` : row.number,
    showDay(row.day, desk.door.lang),
    row.correspondents ?? '',
    row.subject,
  ]
}

/** The chosen one: its kind and case, then its whole subject. */
function Told({ row, size, desk }: { row: DocumentRow | undefined; size: Size; desk: AtDesk }): ReactNode {
  const { search: texts } = desk.door.texts.screens.registryWork
  const rows = row ? wrapped(`${row.subject} · ${row.correspondents ?? ''}`, size.columns - 2) : []
  const head = row
    ? [row.kind, texts.inCase(row.caseNumber ?? ''), ...(row.isAnnulled ? [texts.annulled] : [])].join(' · ')
    : ''
  return (
    <>
      <Line tone="dim">{fit(` ${head}`, size.columns)}</Line>
      <Line>{fit(` ${rows[0] ?? ''}`, size.columns)}</Line>
      <Line>{fit(` ${rows.slice(1).join(' ')}`, size.columns)}</Line>
    </>
  )
}
