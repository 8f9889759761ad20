import { Box } from 'ink'
import type { ReactNode } from 'react'
import { fit } from '../parts/fit.ts'
import { List, moveCursor } from '../parts/list.tsx'
import { type Opened, open, type Screen, type Size } from '../screen.ts'

/** A heading, or what stands under it. */
export type ShownLine = { text: string; isTitle?: boolean }

type State = { lines: readonly ShownLine[]; cursor: number }

/** What is read and not worked on: lines under headings, with the arrows to go through them. */
export const openLines = (title: string, lines: readonly ShownLine[], help: string[]): Opened =>
  open(linesScreen(title, help), { lines, cursor: 0 })

function linesScreen(title: string, help: string[]): Screen<State> {
  return {
    title: () => title,
    keys: () => [],
    type: (s, key) => {
      const cursor = moveCursor(s.cursor, key, s.lines.length)
      return cursor === s.cursor ? s : { ...s, cursor }
    },
    help: () => help,
    View: LinesView,
  }
}

const LinesView = ({ state, size }: { state: State; size: Size }): ReactNode => (
  <Box flexDirection="column">
    <List
      rows={state.lines}
      cursor={state.cursor}
      width={size.columns}
      height={size.rows}
      row={({ text, isTitle }, width) => fit(isTitle ? text : `  ${text}`, width)}
      tone={({ isTitle }) => (isTitle ? 'title' : 'plain')}
    />
  </Box>
)
