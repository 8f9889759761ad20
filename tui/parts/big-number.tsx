import { Box } from 'ink'
import type { ReactNode } from 'react'
import { GLYPHS } from '../../rules/big-letters.ts'
import type { Tone } from '../theme.ts'
import { Line } from './line.tsx'

const BLOCKS: Record<string, string> = { '  ': ' ', '# ': '▀', ' #': '▄', '##': '█' }

/** An amount as three rows of half blocks, to be read from across the counter; characters without a shape are left out. */
export function bigRows(text: string): [string, string, string] {
  const shapes = [...text.replaceAll('\u00a0', ' ').replaceAll('−', '-')].flatMap(letter =>
    GLYPHS[letter] ? [GLYPHS[letter]] : [],
  )
  const row = (index: number): string => shapes.map(shape => blockRow(shape, index)).join(' ')
  return [row(0), row(2), row(4)]
}

function blockRow(shape: readonly string[], index: number): string {
  const width = Math.max(...shape.map(row => row.length))
  const pixel = (row: number, column: number): string => shape[row]?.[column] ?? ' '
  return Array.from(
    { length: width },
    (_, column) => BLOCKS[pixel(index, column) + pixel(index + 1, column)] ?? ' ',
  ).join('')
}

/** How many cells the big number takes, to see whether it fits. */
export const bigWidth = (text: string): number => bigRows(text)[0].length

export const BigNumber = ({ text, tone = 'amount' }: { text: string; tone?: Tone }): ReactNode => (
  <Box flexDirection="column" flexShrink={0}>
    {bigRows(text).map((row, index) => (
      <Line key={index} tone={tone}>
        {row}
      </Line>
    ))}
  </Box>
)
