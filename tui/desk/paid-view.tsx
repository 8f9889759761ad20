import { Box } from 'ink'
import type { ReactNode } from 'react'
import type { PaymentTaken } from '../../office/payments/lookup.ts'
import { type Cents, showEuro } from '../../rules/money.ts'
import { textOf } from '../../rules/papers/lines.ts'
import type { AtDesk } from '../door.ts'
import { Amount } from '../parts/amount.tsx'
import { fit } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import type { Size } from '../screen.ts'
import type { DeskState } from './desk-state.ts'

type PaidProps = { taken: PaymentTaken; fiscal: DeskState['lastFiscal']; size: Size; desk: AtDesk }

const PAPER_COLUMNS = 42
const LEAST_BESIDE = 36
const MOST_BESIDE = 60

/** The payment just taken, until the next key: the change large and, where papers go to the screen, the paper itself. */
export function PaidView({ taken, fiscal, size, desk }: PaidProps): ReactNode {
  const { desk: texts } = desk.door.texts.screens
  const shows = desk.printing?.isPreview && size.columns >= PAPER_COLUMNS + LEAST_BESIDE
  const width = shows ? Math.min(MOST_BESIDE, size.columns - PAPER_COLUMNS - 2) : size.columns
  const money = (amount: Cents): string => showEuro(amount, desk.door.lang)
  const row = (label: string, amount: Cents): string => `${fit(label, 10)}${fit(money(amount), 16, 'right')}`
  return (
    <Box>
      <Box flexDirection="column" width={width} paddingLeft={1}>
        <Line> </Line>
        <Line tone="title">{texts.change}</Line>
        <Amount text={money(taken.change)} width={width - 2} tone="good" />
        <Line> </Line>
        <Line>{row(texts.paid, taken.total)}</Line>
        {taken.tenders.map((tender, at) => (
          <Line key={at}>
            {tender.tender === 'cash'
              ? row(texts.asks.paying, tender.given)
              : row(texts.tenders[tender.tender], tender.amount)}
          </Line>
        ))}
        <Line>{texts.receipt(taken.receiptNumber)}</Line>
        {taken.fiscal && fiscal && <FiscalLines unp={taken.fiscal.unp} receipt={fiscal} desk={desk} />}
        <Line> </Line>
        <Line tone="dim">{texts.next}</Line>
      </Box>
      {shows && <PaperView taken={taken} rows={size.rows} />}
    </Box>
  )
}

type FiscalProps = { unp: string; receipt: NonNullable<DeskState['lastFiscal']>; desk: AtDesk }

/** The fiscal receipt: on its way, out, or why it waits. */
function FiscalLines({ unp, receipt: { state, fault }, desk }: FiscalProps): ReactNode {
  const { desk: texts, receipts } = desk.door.texts.screens
  const faults: Partial<Record<string, string>> = texts.printerFaults
  const told = fault === null ? receipts.states[state] : (faults[fault] ?? fault)
  return (
    <>
      <Line tone={state === 'printed' ? 'good' : fault === null ? 'plain' : 'warning'}>
        {texts.fiscalReceipt(told)}
      </Line>
      <Line>{texts.unp(unp)}</Line>
    </>
  )
}

const PaperView = ({ taken, rows }: { taken: PaymentTaken; rows: number }): ReactNode => (
  <Box flexDirection="column" width={PAPER_COLUMNS} height={rows} overflow="hidden">
    {textOf(taken.paper, PAPER_COLUMNS)
      .split('\n')
      .slice(0, rows)
      .map((text, at) => (
        <Line key={at}>{text === '' ? ' ' : text}</Line>
      ))}
  </Box>
)
