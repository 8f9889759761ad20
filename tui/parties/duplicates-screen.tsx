import { Box } from 'ink'
import type { ReactNode } from 'react'
import { textsFor } from '../../locales/texts.ts'
import { type DuplicatePair, findDuplicates } from '../../office/parties/find-duplicates.ts'
import type { Party, PartyRow } from '../../office/parties/lookup.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { pushForm } from '../forms/form-screen.tsx'
import { type Column, fit, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { change, type Screen, type Size } from '../screen.ts'
import { beside } from './beside.ts'
import { mergeForm } from './merge-form.ts'

/** `of` is the record whose near ones are shown; null is the whole register. `pairs` is null while it is searched. */
type State = { of: PartyRow | null; pairs: readonly DuplicatePair[] | null; cursor: number }

export const duplicatesAtOpening = (of: PartyRow | null): State => ({ of, pairs: null, cursor: 0 })

/** Records that may be of one, the surest first, and the chosen two beside each other. */
export function duplicatesScreen(desk: AtDesk): Screen<State> {
  const { duplicates: texts } = desk.door.texts.screens
  return {
    title: s => (s.of ? texts.near(s.of.name) : texts.title),
    keys: s => {
      const pair = s.pairs?.[s.cursor]
      return [
        {
          key: 'enter',
          label: texts.merge,
          refusal: pair ? null : refusal('list.nothing_chosen', {}),
          run: async () => (pair ? pushForm<State>(await mergeForm(pair, desk)) : undefined),
        },
      ]
    },
    type: (s, key) => {
      const cursor = moveCursor(s.cursor, key, s.pairs?.length ?? 0)
      return cursor === s.cursor ? s : { ...s, cursor }
    },
    help: () => texts.help,
    shown: async s => {
      const pairs = await findDuplicates(desk.session.ctx(), s.of ? { partyId: s.of.id } : {})
      return change(now => ({ ...now, pairs, cursor: Math.min(now.cursor, Math.max(0, pairs.length - 1)) }))
    },
    View: ({ state, size }) => <DuplicatesView state={state} size={size} desk={desk} />,
  }
}

const COLUMNS: Column[] = [{ width: 3, align: 'right' }, { width: 'rest' }, { width: 34 }]
const BESIDE_ROWS = 8

function DuplicatesView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { duplicates: texts } = desk.door.texts.screens
  const { likeness: words } = textsFor(desk.door.lang)
  const { pairs, cursor } = state
  const chosen = pairs?.[cursor]
  const row = ({ one, other, likeness }: DuplicatePair, width: number): string =>
    fitRow(
      COLUMNS,
      [String(likeness.score), namesOf(one, other), words[likeness.reasons[0] ?? 'same_name']],
      width,
    )
  return (
    <Box flexDirection="column">
      <Line tone="dim">
        {fit(pairs === null ? ` ${texts.searching}` : ` ${texts.found(pairs.length)}`, size.columns)}
      </Line>
      <List
        rows={pairs ?? []}
        cursor={pairs && pairs.length > 0 ? cursor : null}
        width={size.columns}
        height={Math.max(1, size.rows - BESIDE_ROWS - 2)}
        row={row}
        empty={pairs === null ? '' : texts.none}
      />
      <Line tone="dim">{'─'.repeat(size.columns)}</Line>
      {chosen &&
        beside(chosen.one, chosen.other, desk, size.columns).map(({ label, text }) => (
          <Line key={label}>
            <Line tone="dim">{fit(` ${label}`, LABEL_COLUMNS)}</Line>
            {fit(text, size.columns - LABEL_COLUMNS)}
          </Line>
        ))}
      {chosen && (
        <Line tone="accent">
          {fit(` ${chosen.likeness.reasons.map(reason => words[reason]).join(', ')}`, size.columns)}
        </Line>
      )}
    </Box>
  )
}

const LABEL_COLUMNS = 17

const namesOf = (one: Party, other: Party): string =>
  one.name === other.name ? one.name : `${one.name} · ${other.name}`
