import { Box } from 'ink'
import type { ReactNode } from 'react'
import { showMoment } from '../../rules/dates.ts'
import { type Cents, showCents, showEuro } from '../../rules/money.ts'
import type { ReceiptLine } from '../../rules/papers/receipt.ts'
import { cashBack, needsReference } from '../../rules/reversals.ts'
import type { Tender } from '../../rules/tenders.ts'
import { ConfirmingFields } from '../confirming.tsx'
import type { AtDesk } from '../door.ts'
import type { EntryLine } from '../entry-line.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { type Column, fit, fitRow, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import type { Size } from '../screen.ts'
import type { ReversalState } from './reversal-screen.tsx'

type ViewProps = { state: ReversalState; size: Size; desk: AtDesk }

const LABEL_WIDTH = 13
const MOST_WIDTH = 100
/** All rows but those of lines and tenders: the head, the form, the second person, what is final. */
const FIXED_ROWS = 11

export function ReversalView({ state, size, desk }: ViewProps): ReactNode {
  const { reversal: texts } = desk.door.texts.screens
  const { receipt, field } = state
  const width = Math.min(MOST_WIDTH, size.columns - 4)
  const hasReference = needsReference(receipt.tenders)
  const room =
    size.rows - FIXED_ROWS - receipt.tenders.length - (hasReference ? 1 : 0) - (receipt.sold ? 1 : 0)
  return (
    <Box flexDirection="column" paddingLeft={2}>
      <Line>
        {labelled(
          texts.receipt,
          texts.taken(receipt.number, showMoment(receipt.takenAt, desk.door.lang), receipt.cashier),
          width,
        )}
      </Line>
      <Line>{labelled(texts.payer, receipt.payer?.name ?? texts.nobody, width)}</Line>
      <Lines lines={receipt.lines} room={Math.max(1, room)} width={width} desk={desk} />
      <Tenders state={state} width={width} desk={desk} />
      <Line> </Line>
      <Field
        label={texts.reason}
        line={state.reason}
        isFocused={field === 'reason'}
        hint={texts.reasonHint}
        width={width}
      />
      {hasReference && (
        <Field
          label={texts.reference}
          line={state.reference}
          isFocused={field === 'reference'}
          hint={texts.referenceHint}
          width={width}
        />
      )}
      {receipt.sold && (
        <Line>
          <Line tone="title">{fit(texts.storno, LABEL_WIDTH)}</Line>
          <Line>
            {fit(texts.stornoOf(texts.stornoReasons[state.storno], receipt.sold.unp), width - LABEL_WIDTH)}
          </Line>
        </Line>
      )}
      <Line> </Line>
      <ConfirmingFields
        confirming={state.confirming}
        field={field === 'login' || field === 'password' ? field : null}
        labelWidth={LABEL_WIDTH}
        desk={desk}
      />
      <Line> </Line>
      {wrapped(texts.forEver, width).map(row => (
        <Line key={row} tone="dim">
          {row}
        </Line>
      ))}
    </Box>
  )
}

const labelled = (label: string, value: string, width: number): string =>
  `${fit(label, LABEL_WIDTH)}${fit(value, width - LABEL_WIDTH)}`

const AMOUNTS: Column[] = [{ width: 'rest' }, { width: 14, align: 'right' }]

const amountRow = (label: string, text: string, amount: string, width: number): string =>
  `${fit(label, LABEL_WIDTH)}${fitRow(AMOUNTS, [text, amount], width - LABEL_WIDTH)}`

type LinesProps = { lines: readonly ReceiptLine[]; room: number; width: number; desk: AtDesk }

/** As many lines as there is room for; the last row says how many more there are. */
function Lines({ lines, room, width, desk }: LinesProps): ReactNode {
  const { reversal: texts } = desk.door.texts.screens
  const shown = lines.length <= room ? lines : lines.slice(0, Math.max(0, room - 1))
  const label = (at: number): string => (at === 0 ? texts.lines : '')
  return (
    <>
      {shown.map(({ code, name, amount }, at) => (
        <Line key={at}>
          {amountRow(label(at), `${code} ${name}`, showCents(amount, desk.door.lang), width)}
        </Line>
      ))}
      {shown.length < lines.length && (
        <Line tone="dim">
          {labelled(label(shown.length), texts.moreLines(lines.length - shown.length), width)}
        </Line>
      )}
    </>
  )
}

function Tenders({ state, width, desk }: { state: ReversalState; width: number; desk: AtDesk }): ReactNode {
  const { reversal: texts } = desk.door.texts.screens
  const { tenders } = state.receipt
  const money = (amount: Cents): string => showEuro(amount, desk.door.lang)
  const isShort = cashBack(tenders) > state.held
  const way = (tender: Tender): string =>
    tender.tender === 'cash'
      ? `${texts.ways.cash} (${texts.held(money(state.held))})`
      : `${texts.ways[tender.tender]} ${slipOf(tender)}`
  return (
    <>
      {tenders.map((tender, at) => (
        <Line key={at} tone={tender.tender === 'cash' && isShort ? 'danger' : 'amount'}>
          {amountRow(at === 0 ? texts.back : '', way(tender), money(tender.amount), width)}
        </Line>
      ))}
    </>
  )
}

const slipOf = (tender: Tender): string =>
  tender.tender === 'card'
    ? `*${tender.cardTail}, RRN ${tender.rrn}`
    : tender.tender === 'bank'
      ? tender.reference
      : ''

type FieldProps = { label: string; line: EntryLine; isFocused: boolean; hint: string; width: number }

const Field = ({ label, line, isFocused, hint, width }: FieldProps): ReactNode => (
  <Line>
    <Line tone="title">{fit(label, LABEL_WIDTH)}</Line>
    <EntryField line={line} width={Math.min(62, width - LABEL_WIDTH)} isFocused={isFocused} hint={hint} />
  </Line>
)
