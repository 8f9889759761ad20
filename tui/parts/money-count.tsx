import { Box } from 'ink'
import type { ReactNode } from 'react'
import {
  type CountedMoney,
  DENOMINATIONS,
  moneyCounted,
  readPieces,
  showDenomination,
} from '../../rules/counting.ts'
import type { Lang } from '../../rules/languages.ts'
import { cents, showCents } from '../../rules/money.ts'
import { Refusal } from '../../rules/refusal.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import type { Tone } from '../theme.ts'
import { EntryField } from './entry-field.tsx'
import { fit } from './fit.ts'
import { Line } from './line.tsx'

/**
 * Euro notes and coins being counted: a piece of a screen's state. `at` is the row of the cursor, from 0 to
 * `MONEY_ROWS` − 1; a screen with other fields moves beyond them itself.
 */
export type MoneyCount = { readonly pieces: readonly EntryLine[]; readonly at: number }

export const MONEY_ROWS = DENOMINATIONS.length
export const MONEY_WIDTH = 42

const PIECES_LETTERS = 14

export const emptyCount = (): MoneyCount => ({ pieces: DENOMINATIONS.map(() => entryLine()), at: 0 })

export const isNothingTyped = (count: MoneyCount): boolean =>
  count.pieces.every(line => line.value.trim() === '')

/** Arrows and Tab go from row to row and stop at the ends; everything else is typed into the row. */
export function typeCount(count: MoneyCount, key: Key): MoneyCount {
  const step =
    key.kind === 'text' ? 0 : ({ up: -1, 'shift-tab': -1, down: 1, tab: 1 }[key.name as string] ?? 0)
  if (step !== 0) return { ...count, at: Math.min(MONEY_ROWS - 1, Math.max(0, count.at + step)) }
  const typed = typeInto(count.pieces[count.at] ?? entryLine(), key, PIECES_LETTERS)
  return { ...count, pieces: count.pieces.with(count.at, typed) }
}

/** What is counted so far, or why a row is no number of pieces. */
export function readCount({ pieces }: MoneyCount): CountedMoney | Refusal {
  const money: CountedMoney = {}
  for (const [at, line] of pieces.entries()) {
    const read = readPieces(line.value)
    if (read instanceof Refusal) return read
    money[String(DENOMINATIONS[at])] = read
  }
  return moneyCounted(money)
}

type ViewProps = { count: MoneyCount; isFocused: boolean; lang: Lang }

/** One row for each note and coin: its value, how many, and what they make; MONEY_ROWS high, MONEY_WIDTH wide. */
export const MoneyCountView = ({ count, isFocused, lang }: ViewProps): ReactNode => (
  <Box flexDirection="column" width={MONEY_WIDTH}>
    {DENOMINATIONS.map((value, at) => {
      const line = count.pieces[at] ?? entryLine()
      const { text, tone } = rowSum(value, line, lang)
      return (
        <Line key={value}>
          <Line tone={isFocused && at === count.at ? 'accent' : 'plain'}>
            {` ${fit(showDenomination(value, lang), 6, 'right')} × `}
          </Line>
          <EntryField line={line} width={PIECES_LETTERS + 3} isFocused={isFocused && at === count.at} />
          <Line tone={tone}>{fit(text, 14, 'right')}</Line>
        </Line>
      )
    })}
  </Box>
)

function rowSum(value: number, line: EntryLine, lang: Lang): { text: string; tone: Tone } {
  const pieces = readPieces(line.value)
  if (pieces instanceof Refusal) return { text: '?', tone: 'danger' }
  return { text: pieces === 0 ? '' : showCents(cents(value * pieces), lang), tone: 'plain' }
}
