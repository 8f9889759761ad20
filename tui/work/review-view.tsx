import { Box } from 'ink'
import type { ReactNode } from 'react'
import { textsFor } from '../../locales/texts.ts'
import type { TaskForReview } from '../../office/control/list-for-review.ts'
import { showDay } from '../../rules/dates.ts'
import { lastDayOf, VERDICTS } from '../../rules/reviews.ts'
import type { AtDesk } from '../door.ts'
import { type Column, fit, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List } from '../parts/list.tsx'
import type { Size } from '../screen.ts'
import type { ReviewState } from './review-screen.tsx'

/** How it stands, last day, case, what, verdict. */
const COLUMNS: Column[] = [{ width: 12 }, { width: 10 }, { width: 12 }, { width: 'rest' }, { width: 20 }]
const TOLD_ROWS = 2

/** The tasks of a week with the verdict of each, and under them the digits of the verdicts. */
export function ReviewView({
  state,
  size,
  desk,
}: {
  state: ReviewState
  size: Size
  desk: AtDesk
}): ReactNode {
  const { review: texts } = desk.door.texts.screens.work
  const { shown, week, cursor } = state
  const { lang } = desk.door
  const words = textsFor(lang).control.verdicts
  const width = size.columns - 4
  const digits = VERDICTS.map((verdict, at) => `${at + 1} ${words[verdict]}`)
  const half = Math.ceil(digits.length / 2)
  const chosen = shown?.rows[cursor]
  const head = shown
    ? texts.head(showDay(week, lang), showDay(lastDayOf(week), lang), shown.reviewed, shown.all)
    : ''
  const isDone = shown !== null && shown.reviewed === shown.all
  return (
    <Box flexDirection="column">
      <Line tone={isDone ? 'good' : 'warning'}>{fit(` ${head}`, size.columns)}</Line>
      <Line tone="dim">{`  ${fitRow(COLUMNS, texts.columns, width)}`}</Line>
      <List
        rows={shown?.rows ?? []}
        cursor={shown && shown.rows.length > 0 ? cursor : null}
        width={size.columns}
        height={Math.max(1, size.rows - 5 - TOLD_ROWS)}
        row={row => fitRow(COLUMNS, cellsOf(row, desk), width)}
        tone={row => (row.status === 'not_done' ? 'danger' : row.review ? 'dim' : 'plain')}
        empty={shown ? texts.empty : ''}
      />
      <Line tone="dim">{'─'.repeat(size.columns)}</Line>
      <Line>
        {fit(chosen ? ` ${chosen.what} · ${chosen.holder ?? chosen.department.name}` : '', size.columns)}
      </Line>
      <Line tone="dim">
        {fit(chosen?.review?.note ? ` ${chosen.review.note} (${chosen.review.by})` : '', size.columns)}
      </Line>
      <Line tone="accent">{fit(` ${digits.slice(0, half).join('   ')}`, size.columns)}</Line>
      <Line tone="accent">{fit(` ${digits.slice(half).join('   ')}`, size.columns)}</Line>
    </Box>
  )
}

function cellsOf(row: TaskForReview, desk: AtDesk): string[] {
  const { control } = textsFor(desk.door.lang)
  return [
    control.statuses[row.status],
    showDay(row.dueOn, desk.door.lang),
    row.number,
    row.what,
    row.review ? control.verdicts[row.review.verdict] : control.protocol.notReviewed,
  ]
}
