import { GLYPHS, isBig } from '../../rules/big-letters.ts'
import { LANGUAGES, type Lang } from '../../rules/languages.ts'
import { centred, plainly, type Row, span, wrapped } from './picture.ts'

const LETTER_ROWS = 5

/** The text in capital letters of blocks, as wide as they fit; null where they do not, or where a letter has no shape. */
export function largeLines(text: string, columns: number, rows: number): string[] | null {
  if (rows < LETTER_ROWS) return null
  const words = plainly(text).toUpperCase().split(' ')
  if (!words.every(isBig)) return null
  for (const pixel of [2, 1]) {
    const lines = inLines(words, columns, pixel)
    if (lines && lines.length * (LETTER_ROWS + 1) - 1 <= rows)
      return lines.flatMap((line, index) => [...(index > 0 ? [''] : []), ...drawnIn(line, pixel)])
  }
  return null
}

/** What is asked, in the middle, large where there is room in both languages; both take as many rows: nothing moves between them. */
export function asked(texts: Record<Lang, string>, lang: Lang, columns: number, room: number): Row[] {
  const width = columns - 4
  const large = LANGUAGES.map(one => largeLines(texts[one], width, room))
  const isLarge = large.every(one => one !== null)
  const lines = LANGUAGES.map((one, index) => (isLarge && large[index]) || wrapped(texts[one], width))
  const height = Math.max(...lines.map(one => one.length))
  const own = lines[LANGUAGES.indexOf(lang)] ?? []
  const above = Math.floor((height - own.length) / 2)
  return Array.from({ length: height }, (_, index) =>
    centred([span(own[index - above] ?? '', 'strong')], columns),
  )
}

function inLines(words: readonly string[], columns: number, pixel: number): string[] | null {
  const lines: string[] = []
  for (const word of words) {
    if (widthOf(word, pixel) > columns) return null
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && widthOf(longer, pixel) <= columns) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

const widthOf = (text: string, pixel: number): number =>
  ([...text].reduce((sum, letter) => sum + pixelsOf(letter), 0) + text.length - 1) * pixel

const pixelsOf = (letter: string): number => Math.max(0, ...(GLYPHS[letter] ?? []).map(row => row.length))

/** Rows of one width, so that they stay together in the middle of a line. */
const drawnIn = (text: string, pixel: number): string[] =>
  Array.from({ length: LETTER_ROWS }, (_, y) =>
    [...text]
      .map(letter => pixels(letter, y).replaceAll('#', '█'.repeat(pixel)).replaceAll(' ', ' '.repeat(pixel)))
      .join(' '.repeat(pixel)),
  )

const pixels = (letter: string, y: number): string => (GLYPHS[letter]?.[y] ?? '').padEnd(pixelsOf(letter))
