import { Box } from 'ink'
import type { ReactNode } from 'react'
import type { Key } from '../keys.ts'
import type { Tone } from '../theme.ts'
import { fit } from './fit.ts'
import { Line } from './line.tsx'

export type ListProps<T> = {
  rows: readonly T[]
  /** Index of the chosen row; null where nothing is chosen. */
  cursor: number | null
  width: number
  height: number
  /** The row as text of `width` cells (fitRow). Called for the visible rows only. */
  row: (item: T, width: number) => string
  tone?: (item: T) => Tone
  /** Said when there are no rows. */
  empty?: string
}

const PAGE = 10

/** The cursor after a key: arrows, PageUp and PageDown (ten rows), Home, End; other keys leave it. */
export function moveCursor(cursor: number, key: Key, count: number): number {
  if (key.kind === 'text' || count === 0) return cursor
  const step =
    { up: -1, down: 1, pageup: -PAGE, pagedown: PAGE, home: -count, end: count }[key.name as string] ?? 0
  return Math.min(count - 1, Math.max(0, cursor + step))
}

/** The first visible row: whole pages, so that a step inside a page redraws two rows and not all of them. */
export const firstVisible = (cursor: number | null, count: number, height: number): number =>
  Math.max(0, Math.min(Math.floor((cursor ?? 0) / Math.max(1, height)) * height, count - height))

/** Rows with a cursor, only the visible ones drawn; a bar at the right shows where in the whole they are. */
export function List<T>({ rows, cursor, width, height, row, tone, empty = '' }: ListProps<T>): ReactNode {
  const first = firstVisible(cursor, rows.length, height)
  const hasBar = rows.length > height
  const textWidth = width - 2 - (hasBar ? 2 : 0)
  const bar = hasBar ? barOf(first, rows.length, height) : []
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      {rows.length === 0 && empty !== '' && <Line tone="dim">{fit(`  ${empty}`, width)}</Line>}
      {rows.slice(first, first + height).map((item, offset) => {
        const isChosen = first + offset === cursor
        const text = `${isChosen ? '> ' : '  '}${row(item, textWidth)}`
        return (
          <Line key={offset}>
            <Line tone={isChosen ? 'chosen' : (tone?.(item) ?? 'plain')}>{text}</Line>
            {hasBar && <Line tone="dim">{` ${bar[offset]}`}</Line>}
          </Line>
        )
      })}
    </Box>
  )
}

function barOf(first: number, count: number, height: number): string[] {
  const length = Math.max(1, Math.round((height * height) / count))
  const start = Math.round((first / (count - height)) * (height - length))
  return Array.from({ length: height }, (_, index) => (index >= start && index < start + length ? '█' : '│'))
}
