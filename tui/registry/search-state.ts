import { randomUUIDv7 } from 'node:crypto'
import type { ScreenTexts } from '../../locales/bg/screens.ts'
import { type DocumentsFound, MOST_DOCUMENTS } from '../../office/documents/find-documents.ts'
import type { DocumentRow } from '../../office/documents/lookup.ts'
import { readShortDay } from '../../rules/document-entry.ts'
import { DIRECTIONS, type Direction } from '../../rules/documents.ts'
import { wordsOf } from '../../rules/parties.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import { moveCursor } from '../parts/list.tsx'
import type { Around } from './entry-state.ts'

type Texts = ScreenTexts['registryWork']['search']

/** The line that is searched by, and what narrows it. */
export const SEARCH_FIELDS = ['text', 'direction', 'kind', 'department', 'from', 'until'] as const
export type SearchField = (typeof SEARCH_FIELDS)[number]
type Narrowing = 'direction' | 'kind' | 'department'

export type SearchState = {
  around: Pick<Around, 'kinds' | 'departments'>
  field: SearchField
  lines: Record<SearchField, EntryLine>
  chosen: Record<Narrowing, string | null>
  /** What the rows answer to; null before the first search. */
  asked: string | null
  found: DocumentsFound
  limit: number
  cursor: number
  /** Of the next duplicate: asked for twice on a bad line, one is printed. */
  printId: string
}

export const MOST_ASKED = 500

export const searchAtOpening = (around: SearchState['around'], text = ''): SearchState => ({
  around,
  field: 'text',
  lines: {
    text: entryLine(text),
    direction: entryLine(),
    kind: entryLine(),
    department: entryLine(),
    from: entryLine(),
    until: entryLine(),
  },
  chosen: { direction: null, kind: null, department: null },
  asked: null,
  found: { rows: [], meant: null },
  limit: MOST_DOCUMENTS,
  cursor: 0,
  printId: randomUUIDv7(),
})

export const chosenRow = (s: SearchState): DocumentRow | undefined => s.found.rows[s.cursor]

/** There may be more of them: exactly so many as were asked for came. */
export const isMore = (s: SearchState): boolean => s.found.rows.length === s.limit && s.limit < MOST_ASKED

/** A day as typed in a field, undefined where it cannot be read. */
export const dayIn = (s: SearchState, field: 'from' | 'until', today: Temporal.PlainDate) =>
  s.lines[field].value.trim() === '' ? null : (readShortDay(s.lines[field].value, today) ?? undefined)

/** All that the rows depend on. */
export const askedNow = ({ lines, chosen, limit }: SearchState): string =>
  JSON.stringify([lines.text.value.trim(), chosen, lines.from.value, lines.until.value, limit])

export const isSearched = (s: SearchState): boolean => s.asked === askedNow(s)

/** What a narrowing field offers; nothing is all. */
export function offeredIn(
  { around }: SearchState,
  field: Narrowing,
  texts: Texts,
): { id: string; words: string }[] {
  if (field === 'direction') return DIRECTIONS.map(id => ({ id, words: texts.directions[id] }))
  const rows = field === 'kind' ? around.kinds : around.departments
  return rows.map(({ id, name }) => ({ id, words: `${name.bg} ${name.en}` }))
}

export const isNarrowing = (field: SearchField): field is Narrowing =>
  field === 'direction' || field === 'kind' || field === 'department'

export function typeAtSearch(s: SearchState, key: Key, texts: Texts): SearchState {
  if (key.kind === 'key') {
    const step = { tab: 1, 'shift-tab': -1 }[key.name as string]
    if (step) return toField(s, step)
    if (['up', 'down', 'pageup', 'pagedown'].includes(key.name)) return moved(s, key)
    if (isNarrowing(s.field) && (key.name === 'left' || key.name === 'right'))
      return stepped(s, s.field, key.name === 'left' ? -1 : 1, texts)
  }
  const line = typeInto(s.lines[s.field], key, s.field === 'text' ? 200 : 40)
  if (line === s.lines[s.field])
    return isNarrowing(s.field) && key.kind === 'key' ? withChoice(s, s.field, null) : s
  const typed = { ...s, lines: { ...s.lines, [s.field]: line }, limit: MOST_DOCUMENTS }
  return isNarrowing(s.field) ? meant(typed, s.field, texts) : typed
}

/** At the last row the next ones are asked for. */
function moved(s: SearchState, key: Key): SearchState {
  const cursor = moveCursor(s.cursor, key, s.found.rows.length)
  const limit = cursor === s.found.rows.length - 1 && isMore(s) ? Math.min(MOST_ASKED, s.limit * 2) : s.limit
  return cursor === s.cursor && limit === s.limit ? s : { ...s, cursor, limit }
}

function toField(s: SearchState, step: number): SearchState {
  const at = (SEARCH_FIELDS.indexOf(s.field) + step + SEARCH_FIELDS.length) % SEARCH_FIELDS.length
  const left = isNarrowing(s.field) ? { ...s.lines, [s.field]: entryLine() } : s.lines
  return { ...s, field: SEARCH_FIELDS[at] ?? 'text', lines: left }
}

const withChoice = (s: SearchState, field: Narrowing, id: string | null): SearchState =>
  id === s.chosen[field] ? s : { ...s, chosen: { ...s.chosen, [field]: id }, limit: MOST_DOCUMENTS }

/** The next of what is offered; before the first is all. */
function stepped(s: SearchState, field: Narrowing, step: number, texts: Texts): SearchState {
  const ids = [null, ...offeredIn(s, field, texts).map(one => one.id)]
  const at = (ids.indexOf(s.chosen[field]) + step + ids.length) % ids.length
  return withChoice(s, field, ids[at] ?? null)
}

/** The first whose words begin as typed. */
function meant(s: SearchState, field: Narrowing, texts: Texts): SearchState {
  const words = wordsOf(s.lines[field].value)
  if (words.length === 0) return withChoice(s, field, null)
  const found = offeredIn(s, field, texts).find(one => {
    const own = wordsOf(one.words)
    return words.every(word => own.some(each => each.startsWith(word)))
  })
  return found ? withChoice(s, field, found.id) : s
}

export const directionOf = (s: SearchState): Direction | null => s.chosen.direction as Direction | null
