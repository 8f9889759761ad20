import stringWidth from 'string-width'
import { plainText } from '../../rules/plain-text.ts'
import { graphemes } from '../entry-line.ts'

export type Align = 'left' | 'right'

/** A column of a row: so many cells, or the rest of the width (one such column); amounts align right. */
export type Column = { width: number | 'rest'; align?: Align }

const ONE_CELL_EACH = /^[\x20-\x7e\u0400-\u0482\u048a-\u04ff]*$/

/** How many terminal cells the text takes. */
export const widthOf = (text: string): number => (ONE_CELL_EACH.test(text) ? text.length : stringWidth(text))

/** What is drawn of a text: no line break or escape sequence may disturb the frame. */
const shown = (text: string): string => (ONE_CELL_EACH.test(text) ? text : plainText(text))

/**
 * The text in exactly `width` cells: padded, or cut with an ellipsis. Right-aligned text is numbers, and half a number
 * is a wrong number: where it does not fit, # signs fill the place.
 */
export function fit(raw: string, width: number, align: Align = 'left'): string {
  if (width <= 0) return ''
  const text = shown(raw)
  const taken = widthOf(text)
  const padding = ' '.repeat(Math.max(0, width - taken))
  if (align === 'right') return taken > width ? '#'.repeat(width) : padding + text
  return taken > width ? cut(text, width) : text + padding
}

function cut(text: string, width: number): string {
  let kept = ''
  let taken = 0
  for (const letter of graphemes(text)) {
    const wide = widthOf(letter)
    if (taken + wide > width - 1) break
    kept += letter
    taken += wide
  }
  return `${kept}…${' '.repeat(width - 1 - taken)}`
}

/** One row of a table in exactly `width` cells, one blank between columns. */
export function fitRow(columns: readonly Column[], texts: readonly string[], width: number): string {
  const given = columns.reduce((sum, column) => sum + (column.width === 'rest' ? 0 : column.width), 0)
  const rest = Math.max(0, width - given - (columns.length - 1))
  const cells = columns.map((column, index) =>
    fit(texts[index] ?? '', column.width === 'rest' ? rest : column.width, column.align),
  )
  return fit(cells.join(' '), width)
}

/** A blank where a line may end: an amount, `1 234,50 €`, stays whole. */
const BLANK = / (?!€|(?<=\d )\d{3}(?!\d))/

/** The text broken at blanks into lines of at most `width` cells; a longer word is broken where it must. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of shown(text)
    .split(BLANK)
    .flatMap(whole => pieces(whole, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

function pieces(word: string, width: number): string[] {
  const letters = graphemes(word)
  const count = Math.ceil(letters.length / Math.max(1, width))
  if (count <= 1) return [word]
  return Array.from({ length: count }, (_, index) =>
    letters.slice(index * width, (index + 1) * width).join(''),
  )
}
