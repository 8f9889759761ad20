import { GLYPHS } from '../../rules/big-letters.ts'
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

/** How many columns and rows a face and a digit of this scale take. */
export const faceSize = (scale: number) => ({ columns: 12 * scale + 2, rows: 6 * scale + 2 })
export const digitSize = (scale: number) => ({ columns: 6 * scale, rows: 5 * scale })

/** How far the mouth bends down in its middle, in sixths of the face; a mouth that says more is wider. */
const MOUTHS: Record<Mood, { bend: number; half: number }> = {
  worst: { bend: -1.5, half: 2.3 },
  bad: { bend: -0.7, half: 1.6 },
  middle: { bend: 0, half: 1.7 },
  good: { bend: 0.7, half: 1.6 },
  best: { bend: 1.5, half: 2.3 },
}

/** A face in its frame: from the grid at its smallest, with a rounder mouth where there are more cells for it. Only lines and full blocks are used: every console font has them. */
export function faceLines(mood: Mood, scale: number): string[] {
  const line = '─'.repeat(faceSize(scale).columns - 2)
  return [
    `┌${line}┐`,
    ...(scale === 1 ? blocks(DRAWN[mood], 1) : blocks(rounder(mood, scale), 1)).map(row => `│${row}│`),
    `└${line}┘`,
  ]
}

function rounder(mood: Mood, scale: number): string[] {
  const { bend, half } = MOUTHS[mood]
  const isMouth = (x: number, y: number): boolean => {
    const across = (x - 3) / half
    return Math.abs(across) <= 1 && Math.abs(y - 4 - bend * (0.5 - across ** 2)) < 0.5
  }
  const isEye = (x: number, y: number): boolean => y > 1 && y < 2 && Math.abs(Math.abs(x - 3) - 1.5) < 0.5
  return cells(scale).map(y =>
    cells(scale)
      .map(x => (isEye(x, y) || isMouth(x, y) ? '#' : '.'))
      .join(''),
  )
}

/** The middles of the cells along one side, in sixths of the face. */
const cells = (scale: number): number[] =>
  Array.from({ length: 6 * scale }, (_, index) => (index + 0.5) / scale)

/** A digit of 1 to 5, as tall as five rows of the scale. */
export const digitLines = (digit: number, scale: number): string[] =>
  blocks(
    (GLYPHS[String(digit)] ?? []).map(row => row.padEnd(3)),
    scale,
  )

/** A cell of a terminal is twice as high as it is wide: two columns to a row. */
const blocks = (drawn: readonly string[], scale: number): string[] =>
  drawn.flatMap(row => {
    const wide = [...row].map(one => (one === '#' ? '██' : '  ').repeat(scale)).join('')
    return Array.from({ length: scale }, () => wide)
  })
