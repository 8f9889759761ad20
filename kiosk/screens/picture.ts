import type { Zone } from './turn.ts'

/** What a colour means; each has also a shape, a word or a place. */
export type Tone =
  | 'plain'
  | 'strong'
  | 'quiet'
  | 'key'
  | 'worst'
  | 'bad'
  | 'middle'
  | 'good'
  | 'best'
  | 'alarm'

export type Span = { text: string; tone: Tone }
export type Row = readonly Span[]

/** Cells that answer a finger, both ends included, counted from 0. */
export type Touchable = { zone: Zone; left: number; top: number; right: number; bottom: number }

/** What the whole screen shows: a row for each of its lines, none longer than the line. */
export type Picture = { rows: readonly Row[]; zones: readonly Touchable[] }

export type Size = { columns: number; rows: number }

export const span = (text: string, tone: Tone = 'plain'): Span => ({ text, tone })

export const widthOf = (row: Row): number => row.reduce((sum, { text }) => sum + [...text].length, 0)

/** As much of the row as so many columns hold. */
export function cropped(row: Row, columns: number): Row {
  let left = columns
  return row.flatMap(({ text, tone }) => {
    const part = [...text].slice(0, left).join('')
    left = Math.max(0, left - [...text].length)
    return part === '' ? [] : [span(part, tone)]
  })
}

/** The row in the middle of so many columns. */
export const centred = (row: Row, columns: number): Row => [
  span(' '.repeat(Math.max(0, Math.floor((columns - widthOf(row)) / 2)))),
  ...row,
]

/** Two ends of one line, as far apart as it allows. */
export const apart = (left: Row, right: Row, columns: number): Row => [
  ...left,
  span(' '.repeat(Math.max(1, columns - widthOf(left) - widthOf(right)))),
  ...right,
]

/** Without what a terminal would obey or draw wider than one column. */
export const plainly = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Mn}\p{Emoji_Presentation}]/gu, '')
    .trim()

/** The text in lines of at most so many columns; a word that is longer is cut. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of plainly(text)
    .split(' ')
    .flatMap(one => pieces(one, columns))) {
    if (line !== '' && [...line].length + 1 + [...word].length > columns) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

const pieces = (word: string, columns: number): string[] => {
  const letters = [...word]
  return Array.from({ length: Math.max(1, Math.ceil(letters.length / columns)) }, (_, index) =>
    letters.slice(index * columns, (index + 1) * columns).join(''),
  )
}

/** The text in at most so many columns, with dots where it was longer. */
export function shortened(text: string, columns: number): string {
  const letters = [...plainly(text)]
  return letters.length <= columns
    ? letters.join('')
    : `${letters.slice(0, Math.max(0, columns - 3)).join('')}...`
}
