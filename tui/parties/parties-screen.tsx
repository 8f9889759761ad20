import { Box } from 'ink'
import type { ReactNode } from 'react'
import { findParties } from '../../office/parties/find-parties.ts'
import type { PartyRow } from '../../office/parties/lookup.ts'
import { showParty } from '../../office/parties/show-party.ts'
import { whyNotMay } from '../../rules/authority.ts'
import { looksLikeIdentifier } from '../../rules/identifiers.ts'
import { MOST_FOUND } from '../../rules/parties.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { type Column, fit, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { type Change, change, type KeyLine, push, type Screen, type Size } from '../screen.ts'
import { pushPartyActs } from './party-acts.ts'
import { partyAtOpening, partyScreen } from './party-screen.tsx'

/** `searched` is the text that `rows` were found for, null before the first. */
type State = {
  entry: EntryLine
  searched: string | null
  rows: PartyRow[]
  cursor: number
}

const SEARCH_MS = 150
const TOLD_ROWS = 4
const LABEL_COLUMNS = 16

export const partiesAtOpening = (): State => ({
  entry: entryLine(),
  searched: null,
  rows: [],
  cursor: 0,
})

/** The register: a line to search it by, who was found, and the chosen one in full. */
export function partiesScreen(desk: AtDesk): Screen<State> {
  const { parties: texts } = desk.door.texts.screens
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk),
    type: typeAtSearch,
    help: () => texts.help,
    shown: async s => change(await load({ ...s, searched: null }, desk)),
    tick: { every_ms: SEARCH_MS, run: s => load(s, desk) },
    View: ({ state, size }) => <PartiesView state={state} size={size} desk={desk} />,
  }
}

function typeAtSearch(s: State, key: Key): State {
  if (key.kind === 'key' && ['up', 'down', 'pageup', 'pagedown'].includes(key.name)) {
    const cursor = moveCursor(s.cursor, key, s.rows.length)
    return cursor === s.cursor ? s : { ...s, cursor }
  }
  const entry = typeInto(s.entry, key, 100)
  return entry === s.entry ? s : { ...s, entry }
}

const isSearched = (s: State): boolean => s.searched === s.entry.value

/** Who is found for what was typed, unless that is known already. */
async function load(s: State, desk: AtDesk): Promise<Change<State>> {
  if (isSearched(s)) return now => now
  const text = s.entry.value
  const rows = await findParties(desk.session.ctx(), { text })
  return now => ({ ...now, searched: text, rows, cursor: 0 })
}

function keysOf(s: State, desk: AtDesk): KeyLine<State>[] {
  const { parties: texts } = desk.door.texts.screens
  const row = s.rows[s.cursor]
  const mayWrite = whyNotMay(desk.session.who.post, 'parties.register')
  const returned = (now: State, name: string): State => ({
    ...now,
    entry: entryLine(name),
    searched: null,
  })
  return [
    isSearched(s)
      ? {
          key: 'enter',
          label: texts.edit,
          refusal: mayWrite ?? (row ? null : refusal('party.unknown', { text: s.entry.value || '–' })),
          holdsTyping: true,
          run: async () => {
            if (!row) return
            const party = await showParty(desk.session.ctx(), { partyId: row.id })
            return push(partyScreen(desk), partyAtOpening(party), (now: State, name: string) => ({
              ...returned(now, name),
              entry: now.entry,
            }))
          },
        }
      : { key: 'enter', label: texts.find, run: async now => change(await load(now, desk)) },
    {
      key: 'f8',
      label: texts.add,
      refusal: mayWrite,
      holdsTyping: true,
      run: now => push(partyScreen(desk), partyAtOpening(null, now.entry.value), returned),
    },
    { key: 'f9', label: texts.acts, run: () => pushPartyActs(row, desk) },
  ]
}

const COLUMNS: Column[] = [{ width: 'rest' }, { width: 13 }, { width: 24 }]

function PartiesView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { parties: texts } = desk.door.texts.screens
  const height = size.rows - TOLD_ROWS - 4
  const row = (party: PartyRow, width: number) =>
    fitRow(
      COLUMNS,
      [party.name, party.identifier ?? party.identifierMasked ?? '', party.address ?? ''],
      width,
    )
  return (
    <Box flexDirection="column">
      <Line>
        <Line tone="title">{` ${texts.search} `}</Line>
        <EntryField line={state.entry} width={Math.min(46, size.columns - 12)} hint={texts.hint} />
      </Line>
      <Line tone="dim">{fit(` ${countOf(state, texts)}`, size.columns)}</Line>
      <List
        rows={state.rows}
        cursor={state.rows.length > 0 ? state.cursor : null}
        width={size.columns}
        height={height}
        row={row}
        empty={emptyOf(state, texts)}
      />
      <Line tone="dim">{'─'.repeat(size.columns)}</Line>
      {toldOf(state, desk).map(([label, text]) => (
        <Line key={label}>
          <Line tone="dim">{` ${fit(label, LABEL_COLUMNS)}`}</Line>
          {fit(text, size.columns - LABEL_COLUMNS - 2)}
        </Line>
      ))}
    </Box>
  )
}

type Texts = AtDesk['door']['texts']['screens']['parties']

function countOf(s: State, texts: Texts): string {
  if (s.entry.value.trim() === '') return ''
  if (!isSearched(s)) return texts.searching
  if (s.rows.length === 0) return ''
  return s.rows.length < MOST_FOUND ? texts.found(s.rows.length) : texts.foundMore(s.rows.length)
}

function emptyOf(s: State, texts: Texts): string {
  if (s.entry.value.trim() === '') return texts.askText
  if (looksLikeIdentifier(s.entry.value)) return texts.wrongNumber
  return isSearched(s) ? texts.none : ''
}

/** What the list knows of the chosen one, in full; the rest is behind Enter, where the logbook notes who looked. */
function toldOf(s: State, desk: AtDesk): [string, string][] {
  const { party: texts } = desk.door.texts.screens
  const row = s.rows[s.cursor]
  if (!row) return []
  return [
    [texts.name, row.name],
    [
      row.identifierKind ? texts.identifiers[row.identifierKind] : texts.kind,
      row.identifier ?? row.identifierMasked ?? texts.kinds[row.kind],
    ],
    [texts.address, row.address ?? '–'],
  ]
}
