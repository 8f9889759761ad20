import { Box } from 'ink'
import { memo, type ReactNode } from 'react'
import type { Notice } from '../screen.ts'
import type { Tone } from '../theme.ts'
import { fit, widthOf, wrapped } from './fit.ts'
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

const MOST_NOTICE_ROWS = 3

/** The notice broken into at most three rows of one width, its sign before the first; one blank row when there is none. */
export function noticeRows(notice: Notice | null, width: number): string[] {
  if (!notice) return [fit('', width)]
  const lines = wrapped(notice.text, width - 3)
  const kept = lines.slice(0, MOST_NOTICE_ROWS - 1)
  const rest = lines.slice(MOST_NOTICE_ROWS - 1).join(' ')
  return [...kept, ...(rest === '' ? [] : [rest])].map((line, index) =>
    fit(`${index === 0 ? ` ${SIGNS[notice.tone].sign} ` : '   '}${line}`, width),
  )
}

type NoticeLinesProps = { rows: string[]; tone: Notice['tone']; working: string }

/** Above the keys: the last word of the office, and at its end the mark that an operation is under way. */
export const NoticeLines = ({ rows, tone, working }: NoticeLinesProps): ReactNode => (
  <Box flexDirection="column" flexShrink={0}>
    {rows.map((row, index) => (
      <Line key={row}>
        <Line tone={SIGNS[tone].tone}>{row}</Line>
        {index === 0 && <Line tone="warning">{working}</Line>}
      </Line>
    ))}
  </Box>
)

/** The commands at the bottom, a key and its label in each cell; drawn anew only when one of them changed. */
export const KeyBar = memo(
  ({ rows }: { rows: KeyCell[][] }): ReactNode => (
    <Box flexDirection="column" flexShrink={0}>
      {rows.map((row, at) => (
        <Line key={at}>
          {row.length === 0 && ' '}
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
