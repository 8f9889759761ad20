import { Box } from 'ink'
import type { ReactNode } from 'react'
import { closeTill } from '../../office/tills/close-till.ts'
import { myTill, type OpenTill } from '../../office/tills/lookup.ts'
import { readAmount } from '../../rules/amounts.ts'
import { showTime } from '../../rules/dates.ts'
import { type Cents, cents, showEuro } from '../../rules/money.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import { differenceOf, whyNotClose } from '../../rules/tills.ts'
import type { AtDesk } from '../door.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { fit } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { back, change, type HostApi, type KeyLine, type Screen } from '../screen.ts'

type State = { till: OpenTill; counted: EntryLine; reason: EntryLine; field: 'counted' | 'reason' }

/** The till as it stands when the count begins. Refuses when it is closed by now. */
export async function countAtOpening(desk: AtDesk): Promise<State> {
  const till = await myTill(desk.session.ctx())
  if (!till) throw refusal('till.not_open', {})
  return { till, counted: entryLine(), reason: entryLine(), field: 'counted' }
}

/** Asks for the counted sum, shows the difference, asks for its reason, and closes the till for ever. */
export function closeTillScreen(desk: AtDesk): Screen<State> {
  const { closeTill: texts } = desk.door.texts.screens
  return {
    title: () => texts.title(desk.session.desk?.number ?? 0),
    keys: s => keysOf(s, desk),
    type: (s, key) => {
      if (key.kind === 'key' && ['tab', 'shift-tab', 'up', 'down'].includes(key.name))
        return { ...s, field: s.field === 'counted' ? 'reason' : 'counted' }
      return { ...s, [s.field]: typeInto(s[s.field], key, s.field === 'counted' ? 20 : 200) }
    },
    help: () => texts.help,
    dirty: s => s.counted.value !== '',
    View: ({ state, size }) => <CloseView state={state} columns={size.columns} desk={desk} />,
  }
}

function keysOf(s: State, desk: AtDesk): KeyLine<State>[] {
  const { closeTill: texts } = desk.door.texts.screens
  const counted = readAmount(s.counted.value)
  if (counted instanceof Refusal)
    return [{ key: 'enter', label: texts.close, refusal: counted, run: () => undefined }]
  const why = whyNotClose(s.till.expected, counted, s.reason.value)
  if (why && s.field === 'counted')
    return [{ key: 'enter', label: texts.toReason, run: () => change(now => ({ ...now, field: 'reason' })) }]
  return [
    {
      key: 'enter',
      label: texts.close,
      refusal: why,
      run: (now, host) => close(now, counted, host, desk),
    },
  ]
}

/** Closes it; where it was worked with meanwhile, it is refused and shown as it now stands. */
async function close(s: State, counted: Cents, host: HostApi<State>, desk: AtDesk) {
  const ctx = desk.session.ctx()
  const input = { tillId: s.till.id, counted, reason: s.reason.value.trim() || null }
  const closed = await closeTill(ctx, input).catch(async error => {
    const till = error instanceof Refusal ? await myTill(desk.session.ctx()) : null
    if (till) host.change(now => ({ ...now, till }))
    throw error
  })
  await desk.session.holds.release('till', s.till.id)
  const { closeTill: texts } = desk.door.texts.screens
  return {
    ...back<State, void>(),
    notice: { tone: 'done' as const, text: texts.closed(showEuro(closed.difference, desk.door.lang)) },
  }
}

function CloseView({ state, columns, desk }: { state: State; columns: number; desk: AtDesk }): ReactNode {
  const { closeTill: texts } = desk.door.texts.screens
  const { till } = state
  const counted = readAmount(state.counted.value)
  const money = (amount: Cents) => showEuro(amount, desk.door.lang)
  const row = (label: string, value: string) => `${fit(label, 26)}${fit(value, 16, 'right')}`
  const wordFor = (amount: Cents) =>
    amount === 0n ? texts.agrees : amount < 0n ? texts.shortage : texts.surplus
  const difference = counted instanceof Refusal ? null : differenceOf(till.expected, counted)
  return (
    <Box flexDirection="column" paddingX={2} paddingTop={1}>
      <Line>{row(texts.opened, showTime(till.openedAt))}</Line>
      <Line>{row(texts.payments, String(till.payments))}</Line>
      <Line>{row(texts.float, money(till.openingFloat))}</Line>
      <Line>{row(texts.taken, money(till.cashTaken))}</Line>
      <Line tone="title">{row(texts.expected, money(till.expected))}</Line>
      <Line> </Line>
      <Line>
        <Line tone="title">{fit(texts.counted, 26)}</Line>
        <EntryField line={state.counted} width={18} isFocused={state.field === 'counted'} />
      </Line>
      <Line tone={difference === 0n ? 'good' : 'danger'}>
        {difference === null
          ? ' '
          : row(wordFor(difference), money(cents(difference < 0n ? -difference : difference)))}
      </Line>
      <Line>
        <Line tone="title">{fit(texts.reason, 26)}</Line>
        <EntryField
          line={state.reason}
          width={Math.min(50, columns - 32)}
          isFocused={state.field === 'reason'}
          hint={texts.reasonHint}
        />
      </Line>
      <Line> </Line>
      <Line tone="dim">{texts.forEver}</Line>
    </Box>
  )
}
