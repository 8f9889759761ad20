import { Box } from 'ink'
import type { ReactNode } from 'react'
import { cents, showEuro } from '../../rules/money.ts'
import { type BasketLine, totalOf, whyNotLine } from '../../rules/payments.ts'
import type { Service } from '../../rules/services.ts'
import type { AtDesk } from '../door.ts'
import { Amount } from '../parts/amount.tsx'
import { EntryField } from '../parts/entry-field.tsx'
import { type Column, fit, fitRow, widthOf, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List } from '../parts/list.tsx'
import type { Size } from '../screen.ts'
import { basketCells, detailRows, feesOf, foundCells, hintLine, lastLine } from './desk-lines.ts'
import { changeOf, type DeskState } from './desk-state.ts'
import { PaidView } from './paid-view.tsx'

type ViewProps = { state: DeskState; size: Size; desk: AtDesk }

const ENTRY_WIDTH = 64
const LABEL_WIDTH = 12
/** Entry, hint, column titles, four rows of detail, four of totals: all that is not the list keeps its place. */
const FIXED_ROWS = 11

/** Entry and hint above, a list in the middle, the chosen service in full and the total below, whatever is asked for. */
export function DeskView({ state: now, size, desk }: ViewProps): ReactNode {
  const state = { ...now, ...now.seen }
  const props = { state, size, desk }
  const isPaid = state.last !== null && state.basket.length === 0 && state.text === ''
  return (
    <Box flexDirection="column" width={size.columns}>
      <EntryRow {...props} />
      <Line tone={state.mode === 'committing' ? 'warning' : 'dim'}>
        {fit(` ${hintLine(state, desk.door.texts.screens.desk)}`, size.columns)}
      </Line>
      {isPaid && state.last ? (
        <PaidView taken={state.last} size={{ ...size, rows: size.rows - 2 }} desk={desk} />
      ) : (
        <Sale {...props} />
      )}
    </Box>
  )
}

function EntryRow({ state, size, desk }: ViewProps): ReactNode {
  const { desk: texts } = desk.door.texts.screens
  const asked = state.mode === 'committing' ? 'service' : state.mode
  return (
    <Line>
      <Line tone="title">{fit(` ${texts.asks[asked]}`, LABEL_WIDTH)}</Line>
      <EntryField
        line={state.entry}
        width={Math.min(ENTRY_WIDTH, size.columns - LABEL_WIDTH - 2)}
        hint={texts.hints[asked]}
      />
    </Line>
  )
}

function Sale(props: ViewProps): ReactNode {
  const { state, size, desk } = props
  const height = Math.max(1, size.rows - FIXED_ROWS)
  const detail = detailRows(state, size.columns, desk.door.texts.screens.desk)
  return (
    <>
      <Box flexDirection="column" height={height + 1} overflow="hidden">
        {state.isListed && state.found.length > 0 ? (
          <Found {...props} height={height} />
        ) : state.basket.length > 0 ? (
          <Basket {...props} height={height} />
        ) : (
          <Empty {...props} />
        )}
      </Box>
      {detail.map(({ text, isName }, at) => (
        <Line key={at} tone={isName ? 'title' : 'plain'}>
          {text}
        </Line>
      ))}
      <Totals {...props} />
    </>
  )
}

/** Rows are two cells narrower than the window and the cursor's mark, with the list's own bar or without: columns stand still. */
const rowWidth = (size: Size): number => size.columns - 4

type ListViewProps = ViewProps & { height: number }

function Found({ state, size, desk, height }: ListViewProps): ReactNode {
  const { desk: texts } = desk.door.texts.screens
  const fees = Math.max(...state.found.map(service => widthOf(feesOf(service, state.lang, texts))))
  const columns: Column[] = [
    { width: 6, align: 'right' },
    { width: 'rest' },
    { width: Math.max(fees, widthOf(texts.foundColumns[2] ?? '')), align: 'right' },
  ]
  const row = (service: Service) => fitRow(columns, foundCells(service, state.lang, texts), rowWidth(size))
  return (
    <>
      <Line tone="dim">{`  ${fitRow(columns, texts.foundColumns, rowWidth(size))}`}</Line>
      <List rows={state.found} cursor={state.pick} width={size.columns} height={height} row={row} />
    </>
  )
}

const BASKET: Column[] = [
  { width: 3, align: 'right' },
  { width: 6, align: 'right' },
  { width: 'rest' },
  { width: 10 },
  { width: 4, align: 'right' },
  { width: 13, align: 'right' },
]

function Basket({ state, size, desk, height }: ListViewProps): ReactNode {
  const { desk: texts } = desk.door.texts.screens
  const numbered = state.basket.map((line, at) => ({ line, at }))
  const row = ({ line, at }: { line: BasketLine; at: number }) =>
    fitRow(BASKET, basketCells(line, at, state.lang, texts), rowWidth(size))
  return (
    <>
      <Line tone="dim">{`  ${fitRow(BASKET, texts.basketColumns, rowWidth(size))}`}</Line>
      <List
        rows={numbered}
        cursor={state.cursor}
        width={size.columns}
        height={height}
        row={row}
        tone={({ line }) => (whyNotLine(line) ? 'danger' : 'plain')}
      />
    </>
  )
}

function Empty({ state, size, desk }: ViewProps): ReactNode {
  const { desk: texts } = desk.door.texts.screens
  const said = state.whyNoTill
    ? desk.door.describeRefusal(state.whyNoTill)
    : state.till
      ? texts.basketEmpty
      : texts.tillClosed
  return (
    <>
      <Line> </Line>
      {wrapped(said, size.columns - 4).map(row => (
        <Line key={row} tone={state.till ? 'dim' : 'title'}>{`  ${row}`}</Line>
      ))}
    </>
  )
}

/** Total, and the change or what is missing beside it, in large digits, to be read from across the counter. */
function Totals({ state, size, desk }: ViewProps): ReactNode {
  const { desk: texts } = desk.door.texts.screens
  if (state.basket.length === 0) return <Line tone="dim">{` ${lastLine(state, texts)}`}</Line>
  const half = Math.floor(size.columns / 2)
  const change = changeOf(state)
  const isMissing = change !== null && change < 0n
  return (
    <Box>
      <Box flexDirection="column" width={half} paddingLeft={1}>
        <Line tone="title">{texts.total(state.basket.length)}</Line>
        <Amount text={showEuro(totalOf(state.basket), state.lang)} width={half - 2} />
      </Box>
      {change !== null && (
        <Box flexDirection="column" width={size.columns - half}>
          <Line tone="title">{isMissing ? texts.missing : texts.change}</Line>
          <Amount
            text={showEuro(isMissing ? cents(-change) : change, state.lang)}
            width={size.columns - half - 1}
            tone={isMissing ? 'danger' : 'good'}
          />
        </Box>
      )}
    </Box>
  )
}
