import type { Faces } from '../../rules/kiosks.ts'

/** What a face says; a place with four faces has no middle. */
export type Mood = 'worst' | 'bad' | 'middle' | 'good' | 'best'

const MOODS: Record<Faces, readonly Mood[]> = {
  4: ['worst', 'bad', 'good', 'best'],
  5: ['worst', 'bad', 'middle', 'good', 'best'],
}

/** From the worst to the best. */
export const moodsOf = (faces: Faces): readonly Mood[] => MOODS[faces]

const EYES = ['......', '.#..#.', '......']
const DRAWN: Record<Mood, readonly string[]> = {
  worst: [...EYES, '.####.', '#....#', '......'],
  bad: [...EYES, '..##..', '.#..#.', '......'],
  middle: [...EYES, '......', '.####.', '......'],
  good: [...EYES, '.#..#.', '..##..', '......'],
  best: [...EYES, '#....#', '.####.', '......'],
}

const DIGITS: readonly (readonly string[])[] = [
  ['.#.', '##.', '.#.', '.#.', '###'],
  ['###', '..#', '###', '#..', '###'],
  ['###', '..#', '.##', '..#', '###'],
  ['#.#', '#.#', '###', '..#', '..#'],
  ['###', '#..', '###', '..#', '###'],
]

/** How many columns and rows a face and a digit of this scale take. */
export const faceSize = (scale: number) => ({ columns: 12 * scale + 2, rows: 6 * scale + 2 })
export const digitSize = (scale: number) => ({ columns: 6 * scale, rows: 5 * scale })

/** A face in its frame. Only lines and full blocks are used: every console font has them. */
export function faceLines(mood: Mood, scale: number): string[] {
  const line = '─'.repeat(faceSize(scale).columns - 2)
  return [`┌${line}┐`, ...blocks(DRAWN[mood], scale).map(row => `│${row}│`), `└${line}┘`]
}

/** A digit of 1 to 5, as tall as five rows of the scale. */
export const digitLines = (digit: number, scale: number): string[] => blocks(DIGITS[digit - 1] ?? [], scale)

/** A cell of a terminal is twice as high as it is wide: two columns to a row. */
const blocks = (drawn: readonly string[], scale: number): string[] =>
  drawn.flatMap(row => {
    const wide = [...row].map(one => (one === '#' ? '██' : '  ').repeat(scale)).join('')
    return Array.from({ length: scale }, () => wide)
  })
