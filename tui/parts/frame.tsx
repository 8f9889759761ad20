import { Box } from 'ink'
import { memo, type ReactNode } from 'react'
import type { Notice } from '../screen.ts'
import type { Tone } from '../theme.ts'
import { fit, widthOf } from './fit.ts'
import type { KeyCell } from './key-cells.ts'
import { Line } from './line.tsx'

/** What the top bar says at the right: the till, the printer; an alarm carries a ! and the colour of danger. */
export type StatusItem = { text: string; isAlarm?: boolean }

type TopBarProps = { place: string; title: string; status: readonly StatusItem[]; columns: number }

export function TopBar({ place, title, status, columns }: TopBarProps): ReactNode {
  const said = status.map(item => (item.isAlarm ? `! ${item.text}` : item.text))
  const statusWidth = said.reduce((sum, text) => sum + widthOf(text) + 2, 0)
  return (
    <Line tone="chosen">
      {fit(` ${place} │ ${title}`, columns - statusWidth)}
      {said.map((text, index) => (
        <Line key={text} tone={status[index]?.isAlarm ? 'danger' : 'plain'}>{` ${text} `}</Line>
      ))}
    </Line>
  )
}

const SIGNS: Record<Notice['tone'], { sign: string; tone: Tone }> = {
  done: { sign: '·', tone: 'good' },
  refused: { sign: '!', tone: 'danger' },
  fault: { sign: '!', tone: 'warning' },
  bug: { sign: '!', tone: 'danger' },
}

type NoticeLineProps = { notice: Notice | null; working: string | null; columns: number }

/** The line above the keys: the last word of the office, and at its end the mark that an operation is under way. */
export const NoticeLine = memo(({ notice, working, columns }: NoticeLineProps): ReactNode => {
  const { sign, tone } = SIGNS[notice?.tone ?? 'done']
  const text = notice ? ` ${sign} ${notice.text}` : ''
  return (
    <Line>
      <Line tone={tone}>{fit(text, columns - widthOf(working ?? '') - 1)}</Line>
      {working && <Line tone="warning">{working}</Line>}
    </Line>
  )
})

/** The commands at the bottom, a key and its label in each cell; drawn anew only when one of them changed. */
export const KeyBar = memo(
  ({ rows }: { rows: KeyCell[][] }): ReactNode => (
    <Box flexDirection="column" flexShrink={0}>
      {rows.map(row => (
        <Line key={row[0]?.key}>
          {row.map(cell => (
            <Line key={cell.key} tone={cell.isRefused ? 'dim' : 'plain'}>
              <Line tone={cell.isRefused ? 'dim' : 'accent'}>{` ${cell.key}`}</Line>
              {` ${cell.text}`}
            </Line>
          ))}
        </Line>
      ))}
    </Box>
  ),
  (before, after) => JSON.stringify(before.rows) === JSON.stringify(after.rows),
)
