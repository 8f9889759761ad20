import { randomUUIDv7 } from 'node:crypto'
import { findDocuments } from '../../office/documents/find-documents.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { type Change, change, type KeyLine, type Outcome, type Screen } from '../screen.ts'
import { openCase } from '../work/case-screen.tsx'
import { openDocument } from './document-screen.tsx'
import { printAgain } from './print-again.ts'
import {
  askedNow,
  chosenRow,
  dayIn,
  directionOf,
  isSearched,
  type SearchState,
  typeAtSearch,
} from './search-state.ts'
import { SearchView } from './search-view.tsx'

const REST_MS = 200

/** Documents by number, person and words, narrowed by direction, kind, department and days; Enter opens one. */
export function searchScreen(desk: AtDesk): Screen<SearchState> {
  const { search: texts } = desk.door.texts.screens.registryWork
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk),
    type: (s, key) => typeAtSearch(s, key, texts),
    help: () => texts.help,
    shown: async s => change(await load(s, desk)),
    rest: { after_ms: REST_MS, apply: s => s, seek: async s => (isSearched(s) ? null : load(s, desk)) },
    View: ({ state, size }) => <SearchView state={state} size={size} desk={desk} />,
  }
}

/** What the line and the fields mean now; nothing is asked for while a day cannot be read. */
async function load(s: SearchState, desk: AtDesk): Promise<Change<SearchState>> {
  const ctx = desk.session.ctx()
  const [from, until] = [dayIn(s, 'from', ctx.today), dayIn(s, 'until', ctx.today)]
  if (from === undefined || until === undefined) return now => now
  const asked = askedNow(s)
  const found = await findDocuments(ctx, {
    text: s.lines.text.value,
    direction: directionOf(s),
    kindId: s.chosen.kind,
    departmentId: s.chosen.department,
    from,
    until,
    limit: s.limit,
  })
  return now => {
    if (askedNow(now) !== asked) return now
    const isLonger = now.found.rows[0]?.id === found.rows[0]?.id
    return {
      ...now,
      asked,
      found,
      cursor: isLonger ? Math.min(now.cursor, Math.max(0, found.rows.length - 1)) : 0,
    }
  }
}

function keysOf(s: SearchState, desk: AtDesk): KeyLine<SearchState>[] {
  const { search: texts } = desk.door.texts.screens.registryWork
  const row = chosenRow(s)
  const none: Refusal | null = row ? null : refusal('list.nothing_chosen', {})
  return [
    isSearched(s)
      ? {
          key: 'enter',
          label: texts.open,
          refusal: none,
          holdsTyping: true,
          run: () => (row ? openDocument(row.id, desk, openCase) : undefined),
        }
      : { key: 'enter', label: texts.find, run: async now => change(await load(now, desk)) },
    { key: 'f4', label: texts.label, refusal: none, run: now => print(now, 'label', desk) },
    { key: 'f5', label: texts.duplicate, refusal: none, run: now => print(now, 'slip', desk) },
  ]
}

async function print(s: SearchState, kind: 'slip' | 'label', desk: AtDesk): Promise<Outcome<SearchState>> {
  const row = chosenRow(s)
  if (!row) return
  const said = await printAgain(s.printId, row.id, kind, desk)
  return change(now => ({ ...now, printId: randomUUIDv7() }), said)
}
