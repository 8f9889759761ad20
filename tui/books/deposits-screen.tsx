import { randomUUIDv7 } from 'node:crypto'
import { Box } from 'ink'
import type { ReactNode } from 'react'
import { type Deposit, listDeposits, listWaitingTills } from '../../office/books/list-deposits.ts'
import { paperTexts } from '../../office/papers.ts'
import { printCopy } from '../../office/print/print-copy.ts'
import { whyNotMay } from '../../rules/authority.ts'
import { showMoment } from '../../rules/dates.ts'
import { depositAmount, type HandedTill } from '../../rules/deposits.ts'
import { showCents, showEuro } from '../../rules/money.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { type Column, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { change, type KeyLine, push, type Screen, type Size } from '../screen.ts'
import { newDepositAtOpening, newDepositScreen } from './new-deposit-screen.tsx'
import { paperAtOpening, paperScreen } from './paper-screen.tsx'

type State = {
  waiting: readonly HandedTill[]
  deposits: readonly Deposit[]
  cursor: number
  isLoaded: boolean
  printId: string
}

export const depositsAtOpening = (): State => ({
  waiting: [],
  deposits: [],
  cursor: 0,
  isLoaded: false,
  printId: randomUUIDv7(),
})

const MOST_LISTED = 200

/** What waits to be taken to the bank, and the lists of what was; F8 hands over. */
export function depositsScreen(desk: AtDesk): Screen<State> {
  const { deposits: texts } = desk.door.texts.screens.books
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk),
    type: (s, key) => ({ ...s, cursor: moveCursor(s.cursor, key, s.deposits.length) }),
    help: () => texts.help,
    shown: async () => {
      const ctx = desk.session.ctx()
      const [waiting, deposits] = await Promise.all([listWaitingTills(ctx), listDeposits(ctx, MOST_LISTED)])
      return change(now => ({
        ...now,
        waiting,
        deposits,
        cursor: Math.min(now.cursor, Math.max(0, deposits.length - 1)),
        isLoaded: true,
      }))
    },
    View: ({ state, size }) => <DepositsView state={state} size={size} desk={desk} />,
  }
}

function keysOf(s: State, desk: AtDesk): KeyLine<State>[] {
  const { deposits: texts } = desk.door.texts.screens.books
  const chosen = s.deposits[s.cursor]
  return [
    ...(chosen ? ofChosen(chosen, desk) : []),
    {
      key: 'f8',
      label: texts.make,
      refusal:
        whyNotMay(desk.session.who.post, 'books.deposit') ??
        (s.waiting.length === 0 ? refusal('deposit.nothing_waits', {}) : null),
      run: now =>
        push<State, ReturnType<typeof newDepositAtOpening>, void>(
          newDepositScreen(desk),
          newDepositAtOpening(now.waiting),
        ),
    },
  ]
}

function ofChosen(deposit: Deposit, desk: AtDesk): KeyLine<State>[] {
  const { deposits: texts, printing } = desk.door.texts.screens.books
  const duplicate = (id: string) => printCopy(desk.session.ctx(), { id, jobId: deposit.printJobId })
  return [
    {
      key: 'enter',
      label: texts.show,
      run: () =>
        push<State, ReturnType<typeof paperAtOpening>, void>(
          paperScreen(desk, duplicate),
          paperAtOpening(deposit.paper),
        ),
    },
    {
      key: 'f6',
      label: texts.duplicate,
      run: async now => {
        const { title } = await duplicate(now.printId)
        return change<State>(later => ({ ...later, printId: randomUUIDv7() }), printing(title))
      },
    },
  ]
}

const COLUMNS: Column[] = [
  { width: 14 },
  { width: 17 },
  { width: 'rest' },
  { width: 4, align: 'right' },
  { width: 13, align: 'right' },
]

function DepositsView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { lang, texts } = desk.door
  const { deposits: words } = texts.screens.books
  const { column } = paperTexts(lang).books.deposit
  const { waiting, deposits } = state
  const width = size.columns - 4
  const cells = (one: Deposit) => [
    one.number,
    showMoment(one.madeAt, lang).slice(0, -3),
    [one.madeBy, one.note].filter(Boolean).join(' · '),
    String(one.tills.length),
    showCents(one.amount, lang),
  ]
  const waits =
    waiting.length > 0
      ? words.waiting(waiting.length, showEuro(depositAmount(waiting), lang))
      : words.nothingWaits
  const head = [column.number, column.madeAt, column.madeBy, column.tills, column.amount]
  return (
    <Box flexDirection="column">
      <Line tone={waiting.length > 0 ? 'title' : 'dim'}>{` ${state.isLoaded ? waits : ''}`}</Line>
      <Line> </Line>
      <Line tone="dim">{`  ${fitRow(COLUMNS, head, width)}`}</Line>
      <List
        rows={deposits}
        cursor={deposits.length > 0 ? state.cursor : null}
        width={size.columns}
        height={size.rows - 3}
        row={one => fitRow(COLUMNS, cells(one), width)}
        empty={state.isLoaded ? words.none : ''}
      />
    </Box>
  )
}
