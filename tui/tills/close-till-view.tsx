import { Box } from 'ink'
import type { ReactNode } from 'react'
import { type Cents, cents, showEuro } from '../../rules/money.ts'
import { Refusal } from '../../rules/refusal.ts'
import { differenceOf, floatToLeave } from '../../rules/tills.ts'
import type { AtDesk } from '../door.ts'
import { Amount } from '../parts/amount.tsx'
import { EntryField } from '../parts/entry-field.tsx'
import { fit, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { MONEY_WIDTH, MoneyCountView } from '../parts/money-count.tsx'
import type { Size } from '../screen.ts'
import { type CloseState, countedOf, leftOf, sumSoFar } from './close-till-state.ts'

type ViewProps = { state: CloseState; size: Size; desk: AtDesk }

const MOST_PANEL = 50
const LABEL_WIDTH = 24

export const CloseTillView = (props: ViewProps): ReactNode =>
  props.state.step === 'count' ? <Counting {...props} /> : <Told {...props} />

/** Notes and coins at the left; at the right the sum so far, and a field for whoever tells only the sum. */
function Counting({ state, size, desk }: ViewProps): ReactNode {
  const { closeTill: texts } = desk.door.texts.screens
  const width = Math.min(MOST_PANEL, size.columns - MONEY_WIDTH - 3)
  return (
    <Box>
      <MoneyCountView count={state.count} isFocused={state.field === 'money'} lang={desk.door.lang} />
      <Box flexDirection="column" width={width} marginLeft={2}>
        {wrapped(texts.explain, width).map(row => (
          <Line key={row} tone="dim">
            {row}
          </Line>
        ))}
        <Line> </Line>
        <Line tone="title">{texts.soFar}</Line>
        <Amount text={showEuro(sumSoFar(state), desk.door.lang)} width={width} />
        <Line> </Line>
        <Line tone={state.field === 'sum' ? 'title' : 'dim'}>{texts.sum}</Line>
        <EntryField line={state.sum} width={20} isFocused={state.field === 'sum'} />
      </Box>
    </Box>
  )
}

/** What was counted beside what there should be, and what is still asked for. */
function Told({ state, size, desk }: ViewProps): ReactNode {
  const { closeTill: texts } = desk.door.texts.screens
  const counted = countedOf(state)
  if (counted instanceof Refusal) return null
  const { till } = state
  const difference = differenceOf(till.expected, counted.counted)
  const left = leftOf(state, counted.counted)
  const row = (label: string, amount: Cents | null) =>
    `${fit(label, LABEL_WIDTH)}${fit(amount === null ? '–' : showEuro(amount, desk.door.lang), 16, 'right')}`
  const verdict = difference === 0n ? texts.agrees : difference < 0n ? texts.shortage : texts.surplus
  const proposed = showEuro(floatToLeave(till.openingFloat, counted.counted), desk.door.lang)
  const handedOver = left instanceof Refusal ? null : cents(counted.counted - left)
  return (
    <Box flexDirection="column" paddingX={2} paddingTop={1}>
      <Line>{row(texts.countedSum, counted.counted)}</Line>
      <Line>{row(texts.expected, till.expected)}</Line>
      <Line tone={difference === 0n ? 'good' : 'danger'}>
        {row(verdict, cents(difference < 0n ? -difference : difference))}
      </Line>
      <Line> </Line>
      <Line>
        <Line tone="title">{fit(state.forCashier ? texts.reasonFor : texts.reason, LABEL_WIDTH)}</Line>
        <EntryField
          line={state.reason}
          width={Math.min(60, size.columns - LABEL_WIDTH - 6)}
          isFocused={state.field === 'reason'}
          hint={difference === 0n && state.forCashier === null ? texts.reasonHint : ''}
        />
      </Line>
      <Line>
        <Line tone="title">{fit(texts.left, LABEL_WIDTH)}</Line>
        <EntryField line={state.left} width={20} isFocused={state.field === 'left'} hint={proposed} />
      </Line>
      <Line> </Line>
      <Line tone="title">{row(texts.handedOver, handedOver)}</Line>
      <Line> </Line>
      <Line tone="dim">{texts.forEver}</Line>
      <RemindsOfZ state={state} size={size} desk={desk} />
    </Box>
  )
}

/** Closing the till does not close the day of the fiscal device. */
function RemindsOfZ({ state: { soldSinceZ }, size, desk }: ViewProps): ReactNode {
  if (!soldSinceZ || soldSinceZ.documents === 0) return null
  const { documents, total } = soldSinceZ
  const said = desk.door.texts.screens.fiscal.remindsOfZ(documents, showEuro(total, desk.door.lang))
  return wrapped(said, size.columns - 4).map(row => (
    <Line key={row} tone="warning">
      {row}
    </Line>
  ))
}
