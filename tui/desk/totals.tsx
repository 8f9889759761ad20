import { Box } from 'ink'
import type { ReactNode } from 'react'
import type { ScreenTexts } from '../../locales/bg/screens.ts'
import { type Cents, cents, showEuro } from '../../rules/money.ts'
import { totalOf } from '../../rules/payments.ts'
import { Amount } from '../parts/amount.tsx'
import { fit } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import type { Tone } from '../theme.ts'
import { lastLine } from './desk-hint.ts'
import { changeOf, fiscalTotal, restOf } from './desk-payment.ts'
import type { DeskState } from './desk-state.ts'

type Texts = ScreenTexts['desk']
type TotalsProps = { state: DeskState; columns: number; texts: Texts }

/** Total, and beside it the change, what is missing or what is left, in large digits, to be read from across the counter. */
export function Totals({ state, columns, texts }: TotalsProps): ReactNode {
  if (state.basket.length === 0) return <Line tone="dim">{` ${lastLine(state, texts)}`}</Line>
  const half = Math.floor(columns / 2)
  const beside = besideOf(state, texts)
  return (
    <Box>
      <Box flexDirection="column" width={half} paddingLeft={1}>
        <Line tone="title">{fit(totalLabel(state, texts), half - 2)}</Line>
        <Amount text={showEuro(totalOf(state.basket), state.lang)} width={half - 2} />
      </Box>
      {beside && (
        <Box flexDirection="column" width={columns - half}>
          <Line tone="title">{beside.label}</Line>
          <Amount text={showEuro(beside.amount, state.lang)} width={columns - half - 1} tone={beside.tone} />
        </Box>
      )}
    </Box>
  )
}

/** How many lines, and how much of their total the fiscal receipt will tell. */
function totalLabel({ basket, lang }: DeskState, texts: Texts): string {
  const fiscal = fiscalTotal(basket)
  const told = texts.total(basket.length)
  return fiscal > 0n ? `${told}, ${texts.ofThemFiscal(showEuro(fiscal, lang))}` : told
}

function besideOf(s: DeskState, texts: Texts): { label: string; amount: Cents; tone: Tone } | null {
  const { tender, others } = s.tendering
  const isCash = tender === 'cash' && (others.length === 0 || s.entry.value.trim() !== '')
  if (s.mode === 'paying' && !isCash) return { label: texts.rest, amount: restOf(s), tone: 'amount' }
  const change = changeOf(s)
  if (change === null) return null
  return change < 0n
    ? { label: texts.missing, amount: cents(-change), tone: 'danger' }
    : { label: texts.change, amount: change, tone: 'good' }
}
