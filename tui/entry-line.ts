import { plainText } from '../rules/plain-text.ts'
import type { Key } from './keys.ts'

/** A line being typed: its text, and the cursor counted in letters as a person sees them (graphemes). */
export type EntryLine = { readonly value: string; readonly cursor: number }

const segmenter = new Intl.Segmenter('bg', { granularity: 'grapheme' })
const PLAIN_LETTERS = /^[\x20-\x7e\u0410-\u044f]*$/

/** The letters as a person counts them. */
export const graphemes = (text: string): string[] =>
  PLAIN_LETTERS.test(text) ? text.split('') : Array.from(segmenter.segment(text), part => part.segment)

/** A line with this text and the cursor behind it. */
export const entryLine = (value = ''): EntryLine => ({ value, cursor: graphemes(value).length })

/**
 * The line after a key: text is put in at the cursor (as much as `limit` letters leave room for), Backspace, Delete,
 * arrows, Home and End do what they do everywhere. Any other key gives the same line back.
 */
export function typeInto(line: EntryLine, key: Key, limit = 200): EntryLine {
  const letters = graphemes(line.value)
  if (key.kind === 'text') return insert(letters, line, key.text, limit)
  const last = letters.length
  switch (key.name) {
    case 'backspace':
      return line.cursor === 0 ? line : without(letters, line.cursor - 1)
    case 'delete':
      return line.cursor === last ? line : without(letters, line.cursor)
    case 'left':
      return at(line, Math.max(0, line.cursor - 1))
    case 'right':
      return at(line, Math.min(last, line.cursor + 1))
    case 'home':
      return at(line, 0)
    case 'end':
      return at(line, last)
    default:
      return line
  }
}

/**
 * The line after an operation took `taken` from its beginning: what was typed while it ran stays. Where the clerk
 * changed the beginning meanwhile, the line is left alone.
 */
export function typedAfter(line: EntryLine, taken: string): EntryLine {
  if (!line.value.startsWith(taken)) return line
  const value = line.value.slice(taken.length)
  const cursor = Math.max(0, line.cursor - graphemes(taken).length)
  return { value, cursor: Math.min(cursor, graphemes(value).length) }
}

const at = (line: EntryLine, cursor: number): EntryLine =>
  cursor === line.cursor ? line : { ...line, cursor }

const without = (letters: string[], index: number): EntryLine => ({
  value: letters.toSpliced(index, 1).join(''),
  cursor: index,
})

/** Joined and counted anew, for a combining mark melts into the letter before it. */
function insert(letters: string[], line: EntryLine, text: string, limit: number): EntryLine {
  const room = Math.max(0, limit - letters.length)
  const before = plainText(
    letters.slice(0, line.cursor).join('') + graphemes(plainText(text)).slice(0, room).join(''),
  )
  const value = plainText(before + letters.slice(line.cursor).join(''))
  return value === line.value
    ? line
    : { value, cursor: Math.min(graphemes(before).length, graphemes(value).length) }
}
