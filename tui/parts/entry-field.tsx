import { Text } from 'ink'
import type { ReactNode } from 'react'
import { type EntryLine, graphemes } from '../entry-line.ts'
import type { Tone } from '../theme.ts'
import { fit, widthOf } from './fit.ts'
import { Line } from './line.tsx'

export type EntryFieldProps = {
  line: EntryLine
  width: number
  /** Only the field in focus shows the cursor. */
  isFocused?: boolean
  /** A password: as many dots as letters. */
  isSecret?: boolean
  tone?: Tone
  /** Said in dim letters while nothing is typed. */
  hint?: string
  /** What would complete the line, dim behind the cursor at its end. */
  ghost?: string
}

/** An entry line in exactly `width` cells, underlined by its brackets; long text scrolls so that the cursor is seen. */
export function EntryField({
  line,
  width,
  isFocused = true,
  isSecret = false,
  tone = 'plain',
  hint = '',
  ghost = '',
}: EntryFieldProps): ReactNode {
  const { before, at, after } = drawEntry(line, width - 2, isSecret)
  const isGhostly = ghost !== '' && line.value !== '' && after.trim() === ''
  const first = isGhostly && at === ' ' ? (graphemes(ghost)[0] ?? ' ') : at
  const rest =
    line.value === ''
      ? fit(hint, width - 3)
      : isGhostly
        ? fit(graphemes(ghost).slice(1).join(''), widthOf(after))
        : after
  return (
    <Line>
      <Line tone={isFocused ? 'accent' : 'dim'}>[</Line>
      <Line tone={tone}>{before}</Line>
      <Text inverse={isFocused}>{first}</Text>
      <Line tone={line.value === '' || isGhostly ? 'dim' : tone}>{rest}</Line>
      <Line tone={isFocused ? 'accent' : 'dim'}>]</Line>
    </Line>
  )
}

/** The visible part of the line: before the cursor, the letter under it, after it; together exactly `width` cells. */
export function drawEntry(
  line: EntryLine,
  width: number,
  isSecret: boolean,
): { before: string; at: string; after: string } {
  const letters = isSecret ? graphemes(line.value).map(() => '•') : graphemes(line.value)
  const at = letters[line.cursor] ?? ' '
  let start = line.cursor
  let taken = widthOf(at)
  while (start > 0 && taken + widthOf(letters[start - 1] ?? '') <= width)
    taken += widthOf(letters[--start] ?? '')
  const before = letters.slice(start, line.cursor).join('')
  const room = width - widthOf(before) - widthOf(at)
  return { before, at, after: fit(letters.slice(line.cursor + 1).join(''), room) }
}
