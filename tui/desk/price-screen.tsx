import { Box } from 'ink'
import type { ReactNode } from 'react'
import { readAmount } from '../../rules/amounts.ts'
import { type Cents, showEuro, ZERO } from '../../rules/money.ts'
import { type BasketLine, overrideWhat, whyNotLine } from '../../rules/payments.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import {
  askedAgain,
  type Confirming,
  ConfirmingFields,
  confirmAs,
  confirmingAtOpening,
  isConfirmable,
  typeConfirming,
} from '../confirming.tsx'
import type { AtDesk } from '../door.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { fit, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { back, change, type HostApi, type KeyLine, type Screen } from '../screen.ts'

const FIELDS = ['price', 'reason', 'login', 'password'] as const
type Field = (typeof FIELDS)[number]

type State = { price: EntryLine; reason: EntryLine; confirming: Confirming; field: Field }

/** A price that a second person agreed to. */
export type AgreedPrice = Required<Pick<BasketLine, 'price' | 'override'>>

export const priceAtOpening = (line: BasketLine): State => ({
  price: entryLine(),
  reason: entryLine(line.override?.reason ?? ''),
  confirming: confirmingAtOpening(),
  field: 'price',
})

/** Another price than the published one for a line of this payment: the price, why, and the head's yes at this keyboard. */
export function priceScreen(desk: AtDesk, line: BasketLine, paymentId: string): Screen<State, AgreedPrice> {
  const { price: texts } = desk.door.texts.screens
  return {
    title: () => texts.title(line.service.code),
    keys: s => [enterKey(s, desk, line, paymentId)],
    type: typePrice,
    help: () => texts.help,
    dirty: s => s.reason.value !== '',
    View: ({ state, size }) => <PriceView state={state} columns={size.columns} line={line} desk={desk} />,
  }
}

const fieldOf = (s: State, field: Field): EntryLine =>
  field === 'price' || field === 'reason' ? s[field] : s.confirming[field]

function typePrice(s: State, key: Key): State {
  const step =
    key.kind === 'key' ? { tab: 1, down: 1, 'shift-tab': -1, up: -1 }[key.name as string] : undefined
  if (step) {
    const at = (FIELDS.indexOf(s.field) + step + FIELDS.length) % FIELDS.length
    return { ...s, field: FIELDS[at] ?? 'price' }
  }
  if (s.field === 'login' || s.field === 'password')
    return { ...s, confirming: typeConfirming(s.confirming, s.field, key) }
  return { ...s, [s.field]: typeInto(s[s.field], key, s.field === 'price' ? 20 : 200) }
}

/** The line as it would be, or why it cannot be so. */
function changedLine(s: State, line: BasketLine): BasketLine | Refusal {
  const price = readAmount(s.price.value)
  if (price instanceof Refusal) return price
  const override = { reason: s.reason.value.trim(), confirmationId: s.confirming.id }
  const changed = { ...line, price, override }
  return whyNotLine(price === 0n ? { ...changed, price: ZERO } : changed) ?? changed
}

/** Enter goes to the next field that is empty; when all are filled it asks the second person. */
function enterKey(s: State, desk: AtDesk, line: BasketLine, paymentId: string): KeyLine<State, AgreedPrice> {
  const { price: texts } = desk.door.texts.screens
  const changed = changedLine(s, line)
  const at = FIELDS.indexOf(s.field)
  const next = [...FIELDS.slice(at + 1), ...FIELDS.slice(0, at)].find(
    field => fieldOf(s, field).value.trim() === '',
  )
  if (next !== undefined && fieldOf(s, s.field).value.trim() !== '') {
    const wrong = s.field === 'price' ? readAmount(s.price.value) : null
    return {
      key: 'enter',
      label: texts.forward,
      refusal: wrong instanceof Refusal ? wrong : null,
      run: () => change((now: State): State => ({ ...now, field: next })),
    }
  }
  const why = changed instanceof Refusal ? changed : null
  return {
    key: 'enter',
    label: texts.agree,
    refusal: why ?? (isConfirmable(s.confirming) ? null : refusal('confirmation.missing', {})),
    run: (now, host) => (changed instanceof Refusal ? undefined : agree(now, changed, paymentId, desk, host)),
  }
}

async function agree(s: State, line: BasketLine, paymentId: string, desk: AtDesk, host: HostApi<State>) {
  const what = { act: 'payments.override' as const, subjectId: paymentId, what: overrideWhat(line) }
  const askAgain = (now: State): State => ({
    ...now,
    field: 'password',
    confirming: askedAgain(now.confirming),
  })
  await confirmAs(desk, s.confirming, what, host, askAgain)
  const reason = s.reason.value.trim()
  return back<State, AgreedPrice>({
    price: line.price,
    override: { reason, confirmationId: s.confirming.id },
  })
}

const LABEL_WIDTH = 18

function PriceView(props: { state: State; columns: number; line: BasketLine; desk: AtDesk }): ReactNode {
  const { state, columns, line, desk } = props
  const { price: texts } = desk.door.texts.screens
  const { lang } = desk.door
  const published: Cents = line.service.fees[line.speed]?.cents ?? ZERO
  const name = wrapped(`${line.service.code} ${line.service.name[lang]}`, columns - 4).slice(0, 2)
  const field = (of: 'price' | 'reason', label: string, width: number, hint: string) => (
    <Line>
      <Line tone="title">{fit(label, LABEL_WIDTH)}</Line>
      <EntryField line={state[of]} width={width} isFocused={state.field === of} hint={hint} />
    </Line>
  )
  const second = state.field === 'login' || state.field === 'password' ? state.field : null
  return (
    <Box flexDirection="column" paddingX={2} paddingTop={1}>
      {name.map(row => (
        <Line key={row}>{row}</Line>
      ))}
      <Line>{`${fit(texts.published, LABEL_WIDTH)}${fit(showEuro(published, lang), 16, 'right')}`}</Line>
      <Line> </Line>
      {field('price', texts.newPrice, 20, texts.priceHint)}
      {field('reason', texts.reason, Math.min(56, columns - LABEL_WIDTH - 4), texts.reasonHint)}
      <Line> </Line>
      <ConfirmingFields confirming={state.confirming} field={second} labelWidth={LABEL_WIDTH} desk={desk} />
    </Box>
  )
}
