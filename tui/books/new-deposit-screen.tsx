import { randomUUIDv7 } from 'node:crypto'
import { Box } from 'ink'
import type { ReactNode } from 'react'
import { makeDeposit } from '../../office/books/make-deposit.ts'
import { sumOfMoney } from '../../rules/counting.ts'
import { showMoment } from '../../rules/dates.ts'
import { depositAmount, type HandedTill, whyNotDeposit } from '../../rules/deposits.ts'
import { type Cents, cents, showCents, showEuro, ZERO } from '../../rules/money.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { type Column, fit, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import {
  emptyCount,
  isNothingTyped,
  MONEY_ROWS,
  type MoneyCount,
  MoneyCountView,
  readCount,
  typeCount,
} from '../parts/money-count.tsx'
import { back, change, type KeyLine, type Screen, type Size } from '../screen.ts'

/** First the tills are chosen, then their money is counted; the note comes after the last coin. */
type State = {
  depositId: string
  tills: readonly HandedTill[]
  without: ReadonlySet<string>
  cursor: number
  step: 'tills' | 'count'
  count: MoneyCount
  note: EntryLine
  isAtNote: boolean
}

export const newDepositAtOpening = (tills: readonly HandedTill[]): State => ({
  depositId: randomUUIDv7(),
  tills,
  without: new Set(),
  cursor: 0,
  step: 'tills',
  count: emptyCount(),
  note: entryLine(),
  isAtNote: false,
})

/** A new list of money for the bank: which closed tills, how many of each note and coin, and the number of the bag. */
export function newDepositScreen(desk: AtDesk): Screen<State> {
  const { newDeposit: texts } = desk.door.texts.screens.books
  return {
    title: () => texts.title,
    keys: s => (s.step === 'tills' ? keysOfChoice(s, desk) : keysOfCount(s, desk)),
    type: (s, key) => (s.step === 'tills' ? typeChoice(s, key) : typeMoney(s, key)),
    help: () => texts.help,
    dirty: s => !isNothingTyped(s.count),
    View: ({ state, size }) =>
      state.step === 'tills' ? (
        <ChoiceView state={state} size={size} desk={desk} />
      ) : (
        <CountView state={state} desk={desk} />
      ),
  }
}

const chosenOf = ({ tills, without }: State): HandedTill[] => tills.filter(till => !without.has(till.id))

function toggled(s: State): State {
  const id = s.tills[s.cursor]?.id
  if (id === undefined) return s
  const without = new Set(s.without)
  if (!without.delete(id)) without.add(id)
  return { ...s, without }
}

const typeChoice = (s: State, key: Key): State =>
  key.kind === 'text' && key.text === ' '
    ? toggled(s)
    : { ...s, cursor: moveCursor(s.cursor, key, s.tills.length) }

function typeMoney(s: State, key: Key): State {
  const step =
    key.kind === 'text' ? 0 : ({ up: -1, 'shift-tab': -1, down: 1, tab: 1 }[key.name as string] ?? 0)
  if (s.isAtNote) {
    if (step < 0) return { ...s, isAtNote: false }
    return { ...s, note: typeInto(s.note, key, 100) }
  }
  if (step > 0 && s.count.at === MONEY_ROWS - 1) return { ...s, isAtNote: true }
  return { ...s, count: typeCount(s.count, key) }
}

function keysOfChoice(s: State, desk: AtDesk): KeyLine<State>[] {
  const { newDeposit: texts } = desk.door.texts.screens.books
  return [
    {
      key: 'enter',
      label: texts.count,
      refusal: chosenOf(s).length === 0 ? refusal('deposit.empty', {}) : null,
      run: () => change(now => ({ ...now, step: 'count' })),
    },
    { key: 'f5', label: texts.toggle, run: () => change(toggled) },
  ]
}

function keysOfCount(s: State, desk: AtDesk): KeyLine<State>[] {
  const { newDeposit: texts } = desk.door.texts.screens.books
  const money = readCount(s.count)
  const { post, id } = desk.session.who
  const why =
    money instanceof Refusal ? money : whyNotDeposit(chosenOf(s), money, post === 'cashier' ? id : null)
  return [
    ...(s.isAtNote
      ? []
      : [
          {
            key: 'enter' as const,
            label: texts.next,
            run: () => change<State>(now => typeMoney(now, { kind: 'key', name: 'down' })),
          },
        ]),
    { key: 'f8', label: texts.handOver, refusal: why, run: now => handOver(now, desk) },
    { key: 'esc', label: texts.choice, run: () => change(now => ({ ...now, step: 'tills' })) },
  ]
}

async function handOver(s: State, desk: AtDesk) {
  const money = readCount(s.count)
  if (money instanceof Refusal) throw money
  const made = await makeDeposit(desk.session.ctx(), {
    id: s.depositId,
    tillIds: chosenOf(s).map(till => till.id),
    money,
    note: s.note.value.trim() || null,
  })
  const { newDeposit: texts } = desk.door.texts.screens.books
  const text = texts.made(made.number, showEuro(made.amount, desk.door.lang))
  return { ...back<State, void>(), notice: { tone: 'done' as const, text } }
}

type ViewProps = { state: State; size: Size; desk: AtDesk }

const COLUMNS: Column[] = [
  { width: 3 },
  { width: 15 },
  { width: 17 },
  { width: 'rest' },
  { width: 13, align: 'right' },
]

function ChoiceView({ state, size, desk }: ViewProps): ReactNode {
  const { lang } = desk.door
  const { newDeposit: texts } = desk.door.texts.screens.books
  const cells = (till: HandedTill) => [
    state.without.has(till.id) ? '[ ]' : '[x]',
    `Z ${till.number}`,
    showMoment(till.closedAt, lang).slice(0, -3),
    till.cashier.name,
    showCents(till.handedOver, lang),
  ]
  return (
    <Box flexDirection="column">
      <List
        rows={state.tills}
        cursor={state.cursor}
        width={size.columns}
        height={size.rows - 2}
        row={(till, width) => fitRow(COLUMNS, cells(till), width)}
      />
      <Line> </Line>
      <Line tone="amount">
        {fit(`  ${texts.chosen}`, size.columns - 20)}
        {fit(showEuro(depositAmount(chosenOf(state)), lang), 18, 'right')}
      </Line>
    </Box>
  )
}

const SIDE_WIDTH = 34

/** The count at the left; at the right what it must come to and what is still missing. */
function CountView({ state, desk }: Omit<ViewProps, 'size'>): ReactNode {
  const { lang } = desk.door
  const { newDeposit: texts } = desk.door.texts.screens.books
  const money = readCount(state.count)
  const wanted = depositAmount(chosenOf(state))
  const counted = money instanceof Refusal ? ZERO : sumOfMoney(money)
  const rest = cents(wanted - counted)
  const row = (label: string, amount: Cents) =>
    fit(label, SIDE_WIDTH - 16) + fit(showEuro(amount, lang), 16, 'right')
  return (
    <Box>
      <MoneyCountView count={state.count} isFocused={!state.isAtNote} lang={lang} />
      <Box flexDirection="column" paddingLeft={2}>
        <Line tone="title">{row(texts.chosen, wanted)}</Line>
        <Line>{row(texts.counted, counted)}</Line>
        <Line tone={rest === 0n ? 'good' : rest > 0n ? 'warning' : 'danger'}>
          {rest === 0n
            ? texts.agrees
            : row(rest > 0n ? texts.rest : texts.over, cents(rest < 0n ? -rest : rest))}
        </Line>
        <Line> </Line>
        <Line tone="title">{texts.note}</Line>
        <EntryField line={state.note} width={SIDE_WIDTH} isFocused={state.isAtNote} />
      </Box>
    </Box>
  )
}
