import { Box } from 'ink'
import type { ReactNode } from 'react'
import type { Size } from '../screen.ts'
import { fit } from './fit.ts'
import { Line } from './line.tsx'
import { ShownRow } from './shown-row.tsx'

export const PAPER_COLUMNS = 42

export type PaperTextProps = {
  text: readonly string[]
  /** The first line asked for; where fewer are left below it, the end of the paper is shown. */
  from: number
  size: Size
  /** Said under a paper that goes on, with how many lines are below. */
  below: (lines: number) => string
  /** Said under the end of a paper that does not fit as a whole. */
  end: string
}

/** A paper as it is printed, in the middle; one that does not fit says at its foot that it goes on. */
export function PaperText({ text, from, size, below, end }: PaperTextProps): ReactNode {
  const isLong = text.length > size.rows
  const rows = isLong ? size.rows - 1 : size.rows
  const first = Math.min(from, Math.max(0, text.length - rows))
  const left = text.length - first - rows
  return (
    <Box flexDirection="column" alignItems="center" width={size.columns}>
      <Box flexDirection="column" width={PAPER_COLUMNS}>
        {text.slice(first, first + rows).map((line, at) => (
          <ShownRow key={at}>{line}</ShownRow>
        ))}
        {isLong && <Line tone="dim">{fit(left > 0 ? below(left) : end, PAPER_COLUMNS)}</Line>}
      </Box>
    </Box>
  )
}
