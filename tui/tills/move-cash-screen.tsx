import { randomUUIDv7 } from 'node:crypto'
import { Box } from 'ink'
import type { ReactNode } from 'react'
import { myTill } from '../../office/tills/lookup.ts'
import { moveCash } from '../../office/tills/move-cash.ts'
import { readAmount } from '../../rules/amounts.ts'
import { type Cents, showEuro, ZERO } from '../../rules/money.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import type { MovementKind } from '../../rules/till-report.ts'
import { whyNotMove } from '../../rules/tills.ts'
import type { AtDesk } from '../door.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { fit, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { back, change, type KeyLine, type Outcome, type Screen } from '../screen.ts'

const FIELDS = {
  pay_in: ['amount', 'reason', 'counterparty'],
  pay_out: ['amount', 'reason', 'counterparty'],
  no_sale: ['reason'],
} as const satisfies Record<MovementKind, readonly Field[]>

type Field = 'amount' | 'reason' | 'counterparty'

/** `id` is of the movement: sent twice on a bad line, the money moves once. `held` is what lies in the drawer. */
type State = Record<Field, EntryLine> & { kind: MovementKind; id: string; field: Field; held: Cents }

const MOST_LETTERS: Record<Field, number> = { amount: 20, reason: 200, counterparty: 100 }
const LABEL_WIDTH = 16

/** Refuses where no till is open. */
export async function movementAtOpening(desk: AtDesk, kind: MovementKind): Promise<State> {
  const till = await myTill(desk.session.ctx())
  if (!till) throw refusal('till.not_open', {})
  return {
    kind,
    id: randomUUIDv7(),
    field: FIELDS[kind][0],
    held: till.expected,
    amount: entryLine(),
    reason: entryLine(),
    counterparty: entryLine(),
  }
}

/** Cash into the drawer, out of it, or only the drawer opened: amount, why, from or to whom; the paper opens the drawer. */
export function moveCashScreen(desk: AtDesk): Screen<State> {
  const { moveCash: texts } = desk.door.texts.screens
  return {
    title: s => texts.titles[s.kind](desk.session.desk?.number ?? 0),
    keys: s => keysOf(s, desk),
    type: typeMovement,
    help: () => texts.help,
    dirty: s => FIELDS[s.kind].some(field => s[field].value !== ''),
    View: ({ state, size }) => <MoveView state={state} columns={size.columns} desk={desk} />,
  }
}

function keysOf(s: State, desk: AtDesk): KeyLine<State>[] {
  const { moveCash: texts } = desk.door.texts.screens
  const move: Pick<KeyLine<State>, 'label' | 'refusal' | 'run'> = {
    label: texts.doIt[s.kind],
    refusal: whyNot(s),
    run: now => moveNow(now, desk),
  }
  const next = FIELDS[s.kind][indexOf(s) + 1]
  return [
    next
      ? { key: 'enter', label: texts.next, run: () => change(now => ({ ...now, field: next })) }
      : { key: 'enter', ...move },
    { key: 'f8', ...move },
  ]
}

const indexOf = ({ kind, field }: State): number => (FIELDS[kind] as readonly Field[]).indexOf(field)

const amountOf = (s: State): Cents | Refusal => (s.kind === 'no_sale' ? ZERO : readAmount(s.amount.value))

function whyNot(s: State): Refusal | null {
  const amount = amountOf(s)
  return amount instanceof Refusal ? amount : whyNotMove(s.kind, amount, s.reason.value, s.held)
}

function typeMovement(s: State, key: Key): State {
  const step =
    key.kind === 'text' ? 0 : ({ up: -1, 'shift-tab': -1, down: 1, tab: 1 }[key.name as string] ?? 0)
  if (step === 0) return { ...s, [s.field]: typeInto(s[s.field], key, MOST_LETTERS[s.field]) }
  const fields = FIELDS[s.kind]
  return { ...s, field: fields[(indexOf(s) + step + fields.length) % fields.length] ?? s.field }
}

async function moveNow(s: State, desk: AtDesk): Promise<Outcome<State>> {
  const amount = amountOf(s)
  if (amount instanceof Refusal) throw amount
  const moved = await moveCash(desk.session.ctx(), {
    id: s.id,
    kind: s.kind,
    amount,
    reason: s.reason.value,
    counterparty: s.counterparty.value.trim() || null,
  })
  const { moveCash: texts } = desk.door.texts.screens
  const said = texts.done[s.kind](showEuro(moved.amount, desk.door.lang), moved.voucher ?? '')
  return { ...back<State, void>(), notice: { tone: 'done', text: said } }
}

function MoveView({ state, columns, desk }: { state: State; columns: number; desk: AtDesk }): ReactNode {
  const { moveCash: texts } = desk.door.texts.screens
  const label = (field: Field) =>
    field === 'counterparty' && state.kind === 'pay_out' ? texts.paidTo : texts.labels[field]
  return (
    <Box flexDirection="column" paddingX={2} paddingTop={1}>
      {wrapped(texts.explain[state.kind], columns - 4).map(row => (
        <Line key={row}>{row}</Line>
      ))}
      <Line> </Line>
      {FIELDS[state.kind].map(field => (
        <Line key={field}>
          <Line tone="title">{fit(label(field), LABEL_WIDTH)}</Line>
          <EntryField
            line={state[field]}
            width={field === 'amount' ? 20 : Math.min(60, columns - LABEL_WIDTH - 6)}
            isFocused={state.field === field}
            hint={texts.hints[field]}
          />
        </Line>
      ))}
    </Box>
  )
}
