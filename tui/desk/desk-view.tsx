import { Box } from 'ink'
import type { ReactNode } from 'react'
import { type BasketLine, whyNotLine } from '../../rules/payments.ts'
import type { AtDesk } from '../door.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { type Column, fit, fitRow, widthOf, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List } from '../parts/list.tsx'
import type { Size } from '../screen.ts'
import { hintLine } from './desk-hint.ts'
import {
  basketCells,
  detailRows,
  favouriteCells,
  feesOf,
  foundCells,
  payerLine,
  tenderRows,
} from './desk-lines.ts'
import { favouritesOf } from './desk-search.ts'
import type { DeskState, Found as FoundRow } from './desk-state.ts'
import { PaidView } from './paid-view.tsx'
import { TenderForm } from './tender-form.tsx'
import { Totals } from './totals.tsx'

type ViewProps = { state: DeskState; size: Size; desk: AtDesk }

const ENTRY_WIDTH = 64
const LABEL_WIDTH = 12
/** Entry, hint, payer, column titles, four rows of detail, four of totals: all that is not the list keeps its place. */
const FIXED_ROWS = 12

/** Entry, hint and payer above, a list in the middle, the chosen service in full and the total below, whatever is asked for. */
export function DeskView({ state: now, size, desk }: ViewProps): ReactNode {
  const state = { ...now, ...now.seen }
  const props = { state, size, desk }
  const isPaid = isNothingSince(state)
  const hint = hintLine(state, desk.door.texts.screens.desk)
  return (
    <Box flexDirection="column" width={size.columns}>
      <EntryRow {...props} />
      <Line tone={hint.tone}>{fit(` ${hint.text}`, size.columns)}</Line>
      {isPaid && state.last ? (
        <PaidView
          taken={state.last}
          fiscal={state.lastFiscal}
          size={{ ...size, rows: size.rows - 2 }}
          desk={desk}
        />
      ) : (
        <OfSale {...props} />
      )}
    </Box>
  )
}

/** The customer who paid may still be there: nothing was typed, asked or put away since. */
const isNothingSince = ({
  sinceLast,
  paymentId,
  cleared,
  mode,
  text,
  basket,
  payer,
}: ViewProps['state'] & { text: string }): boolean =>
  sinceLast === paymentId && !cleared && mode === 'service' && text === '' && basket.length === 0 && !payer

function EntryRow({ state, size, desk }: ViewProps): ReactNode {
  const { desk: texts } = desk.door.texts.screens
  const asked = state.mode === 'committing' ? 'service' : state.mode
  const { tender, field, fields } = state.tendering
  const isForm = asked === 'paying' && tender !== 'cash'
  return (
    <Line>
      <Line tone="title">{fit(` ${isForm ? texts.tenders[tender] : texts.asks[asked]}`, LABEL_WIDTH)}</Line>
      <EntryField
        line={isForm ? fields.amount : state.entry}
        width={Math.min(ENTRY_WIDTH, size.columns - LABEL_WIDTH - 2)}
        isFocused={!isForm || field === 'amount'}
        hint={isForm ? texts.tenderFieldHints.amount : texts.hints[asked]}
      />
    </Line>
  )
}

function OfSale(props: ViewProps): ReactNode {
  const { state, size, desk } = props
  const { desk: texts } = desk.door.texts.screens
  const height = Math.max(1, size.rows - FIXED_ROWS)
  const isTendered = state.mode === 'paying' && state.tendering.others.length > 0
  const below = isTendered ? tenderRows(state, size.columns, texts) : detailRows(state, size.columns, texts)
  const payer = payerLine(state, texts)
  return (
    <>
      <Line>
        <Line tone="title">{fit(` ${texts.payerLabel}`, LABEL_WIDTH)}</Line>
        <Line tone={payer.tone}>{fit(payer.text, size.columns - LABEL_WIDTH)}</Line>
      </Line>
      <Box flexDirection="column" height={height + 1} overflow="hidden">
        <Middle {...props} height={height} />
      </Box>
      {below.map(({ text, isName }, at) => (
        <Line key={at} tone={isName ? 'title' : 'plain'}>
          {text}
        </Line>
      ))}
      <Totals state={state} columns={size.columns} texts={texts} />
    </>
  )
}

type ListViewProps = ViewProps & { height: number }

/** The slip that is being entered, what was found, the basket, or an empty desk. */
function Middle(props: ListViewProps): ReactNode {
  const { state } = props
  if (state.mode === 'paying' && state.tendering.tender !== 'cash')
    return <TenderForm tendering={state.tendering} columns={props.size.columns} desk={props.desk} />
  if (state.isListed && state.found.length > 0) return <Found {...props} />
  return state.basket.length > 0 ? <Basket {...props} /> : <Empty {...props} />
}

/** Rows are two cells narrower than the window and the cursor's mark, with the list's own bar or without: columns stand still. */
const rowWidth = (size: Size): number => size.columns - 4

/** So wide that what comes later, payers and bills, moves no column. */
const LEAST_FEES = 18

function Found({ state, size, desk, height }: ListViewProps): ReactNode {
  const { desk: texts } = desk.door.texts.screens
  const fees = state.found.map(found =>
    found.kind === 'service' ? widthOf(feesOf(found.service, state.lang, texts)) : 0,
  )
  const columns: Column[] = [
    { width: 6, align: 'right' },
    { width: 'rest' },
    { width: Math.max(LEAST_FEES, ...fees), align: 'right' },
  ]
  const row = (found: FoundRow) => fitRow(columns, foundCells(found, state.lang, texts), rowWidth(size))
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

const FAVOURITES: Column[] = [{ width: 3, align: 'right' }, { width: 'rest' }, { width: 10, align: 'right' }]

/** Why nothing can be paid here, or what to do, and the favourites of the desk. */
function Empty({ state, size, desk, height }: ListViewProps): ReactNode {
  const { desk: texts } = desk.door.texts.screens
  const said = state.whyNoTill
    ? desk.door.describeRefusal(state.whyNoTill)
    : state.till
      ? texts.basketEmpty
      : texts.tillClosed
  const told = wrapped(said, size.columns - 4)
  const room = height + 1 - told.length
  const favourites = state.till ? favouritesOf(state).slice(0, Math.max(0, room)) : []
  return (
    <>
      {favourites.length < room && <Line> </Line>}
      {told.map(row => (
        <Line key={row} tone={state.till ? 'dim' : 'title'}>{`  ${row}`}</Line>
      ))}
      {favourites.map(favourite => (
        <Line key={favourite.digit}>
          {fitRow(FAVOURITES, favouriteCells(favourite, state.lang, texts), rowWidth(size))}
        </Line>
      ))}
    </>
  )
}
