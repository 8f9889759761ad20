import { Box } from 'ink'
import type { ReactNode } from 'react'
import { type CasesFound, findCases } from '../../office/cases/find-cases.ts'
import type { CaseHead } from '../../office/cases/lookup.ts'
import { dayOf, showDay } from '../../rules/dates.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { type Column, fit, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { type Change, change, type KeyLine, type Screen, type Size } from '../screen.ts'
import { openCase } from './case-screen.tsx'

const STATES = ['all', 'open', 'closed', 'restricted'] as const
type Which = (typeof STATES)[number]

/** `searched` is what `found` was found for; null before the first. */
type State = {
  entry: EntryLine
  which: Which
  searched: string | null
  found: CasesFound
  cursor: number
}

const SEARCH_MS = 200
const LIMIT = 100

const NOTHING: CasesFound = { cases: [], isMore: false, meant: null }

export const casesAtOpening = (): State => ({
  entry: entryLine(),
  which: 'all',
  searched: null,
  found: NOTHING,
  cursor: 0,
})

/** The cases that one may see: a line to search them by, the newest first. */
export function casesScreen(desk: AtDesk): Screen<State> {
  const { cases: texts } = desk.door.texts.screens.work
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk),
    type: typeAtSearch,
    help: () => texts.help,
    shown: async s => change(await load(s, desk)),
    tick: { every_ms: SEARCH_MS, run: s => (isSearched(s) ? now => now : load(s, desk)) },
    View: ({ state, size }) => <CasesView state={state} size={size} desk={desk} />,
  }
}

const askedOf = ({ entry, which }: State): string => `${which} ${entry.value}`
const isSearched = (s: State): boolean => s.searched === askedOf(s)

function typeAtSearch(s: State, key: Key): State {
  if (key.kind === 'key' && ['up', 'down', 'pageup', 'pagedown'].includes(key.name)) {
    const cursor = moveCursor(s.cursor, key, s.found.cases.length)
    return cursor === s.cursor ? s : { ...s, cursor }
  }
  const entry = typeInto(s.entry, key, 100)
  return entry === s.entry ? s : { ...s, entry }
}

async function load(s: State, desk: AtDesk): Promise<Change<State>> {
  const asked = askedOf(s)
  const state = s.which === 'all' ? null : s.which
  const found = await findCases(desk.session.ctx(), { text: s.entry.value, state, limit: LIMIT })
  return now => ({ ...now, searched: asked, found, cursor: now.searched === asked ? now.cursor : 0 })
}

const turned = (s: State, step: number): State => ({
  ...s,
  which: STATES[(STATES.indexOf(s.which) + step + STATES.length) % STATES.length] ?? 'all',
})

function keysOf(s: State, desk: AtDesk): KeyLine<State>[] {
  const { cases: texts } = desk.door.texts.screens.work
  const row = s.found.cases[s.cursor]
  return [
    isSearched(s)
      ? {
          key: 'enter',
          label: texts.open,
          refusal: row ? null : refusal('list.nothing_chosen', {}),
          run: () => (row ? openCase(row.id, desk) : undefined),
        }
      : { key: 'enter', label: texts.find, run: async now => change(await load(now, desk)) },
    { key: 'tab', label: texts.turn, run: () => change(now => turned(now, 1)) },
    { key: 'shift-tab', label: texts.turn, quiet: true, run: () => change(now => turned(now, -1)) },
  ]
}

const COLUMNS: Column[] = [{ width: 18 }, { width: 10 }, { width: 'rest' }, { width: 11 }]

function CasesView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { cases: texts } = desk.door.texts.screens.work
  const { found, which } = state
  const chosen = found.cases[state.cursor]
  return (
    <Box flexDirection="column">
      <Line>
        <Line tone="title">{` ${texts.search} `}</Line>
        <EntryField line={state.entry} width={Math.min(50, size.columns - 12)} hint={texts.hint} />
      </Line>
      <Tabs
        tabs={STATES.map(name => ({ name, label: texts.states[name] }))}
        chosen={which}
        width={size.columns}
      />
      <Line tone="dim">{fit(` ${countOf(state, desk)}`, size.columns)}</Line>
      <Line tone="dim">{`  ${fitRow(COLUMNS, texts.columns, size.columns - 4)}`}</Line>
      <List
        rows={found.cases}
        cursor={found.cases.length > 0 ? state.cursor : null}
        width={size.columns}
        height={Math.max(1, size.rows - 6)}
        row={(row, width) => fitRow(COLUMNS, cellsOf(row, desk), width)}
        tone={row => (row.isClosed ? 'dim' : row.isRestricted ? 'warning' : 'plain')}
        empty={isSearched(state) ? texts.none : ''}
      />
      <Line tone="dim">{'─'.repeat(size.columns)}</Line>
      <Line>{fit(chosen ? ` ${chosen.number} · ${chosen.subject}` : '', size.columns)}</Line>
    </Box>
  )
}

function countOf(s: State, desk: AtDesk): string {
  const { cases: texts } = desk.door.texts.screens.work
  if (!isSearched(s)) return texts.searching
  const { cases, isMore, meant } = s.found
  if (cases.length === 0) return ''
  const instead = meant ? (meant.by === 'layout' ? texts.meant(meant.text) : texts.meantLetter) : ''
  return [texts.found(cases.length, isMore), instead].filter(Boolean).join(' · ')
}

function cellsOf(row: CaseHead, desk: AtDesk): string[] {
  const { cases: texts } = desk.door.texts.screens.work
  const mark = row.isRestricted ? texts.restricted : row.isClosed ? texts.closed : ''
  return [row.number, showDay(dayOf(row.openedAt), desk.door.lang), row.subject, mark]
}
