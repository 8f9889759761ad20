import { Box } from 'ink'
import type { ReactNode } from 'react'
import { cents, showEuro } from '../../rules/money.ts'
import { textOf } from '../../rules/papers/lines.ts'
import { amountOf, type BasketLine, totalOf } from '../../rules/payments.ts'
import { type Service, speedsOf } from '../../rules/services.ts'
import type { AtDesk } from '../door.ts'
import { BigNumber } from '../parts/big-number.tsx'
import { EntryField } from '../parts/entry-field.tsx'
import { type Column, fit, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List } from '../parts/list.tsx'
import type { Size } from '../screen.ts'
import { changeTyped, chosenLine, type DeskState } from './desk-state.ts'

type ViewProps = { state: DeskState; size: Size; desk: AtDesk }

const PAPER_COLUMNS = 42
const FOUND_ROWS = 8
const ENTRY_WIDTH = 52

export function DeskView(props: ViewProps): ReactNode {
  const { state, size } = props
  const isPaid = state.last !== null && state.basket.length === 0
  return (
    <Box flexDirection="column" width={size.columns}>
      <EntryRow {...props} />
      <Line tone="dim">{hintOf(props)}</Line>
      {isPaid ? <Paid {...props} /> : state.found.length > 0 ? <Found {...props} /> : <Basket {...props} />}
    </Box>
  )
}

function EntryRow({ state, size, desk }: ViewProps): ReactNode {
  const { desk: texts } = desk.door.texts.screens
  const asked = state.mode === 'committing' ? 'service' : state.mode
  return (
    <Line>
      <Line tone="title">{fit(` ${texts.asks[asked]}`, 12)}</Line>
      <EntryField
        line={state.entry}
        width={Math.min(ENTRY_WIDTH, size.columns - 14)}
        hint={texts.hints[asked]}
      />
    </Line>
  )
}

/** The line under the entry: what the chosen service's tariff says, or what will be done. */
function hintOf({ state, size, desk }: ViewProps): string {
  const { desk: texts } = desk.door.texts.screens
  const line = chosenLine(state)
  if (state.mode === 'committing') return fit(` ${texts.committing}`, size.columns)
  if ((state.mode === 'amount' || state.mode === 'quantity') && line) {
    const suggested = state.mode === 'amount' ? line.service.fees[line.speed]?.cents : null
    const parts = [
      `${line.service.code} ${line.service.name[state.lang]}`,
      ...(suggested ? [texts.suggested(showEuro(suggested, state.lang))] : []),
    ]
    return fit(` ${parts.join(' · ')}`, size.columns)
  }
  if (state.mode === 'service' && state.found.length === 0 && line?.service.note)
    return fit(` ${texts.tariff(line.service.note)}`, size.columns)
  return ' '
}

const FOUND: Column[] = [{ width: 6, align: 'right' }, { width: 'rest' }, { width: 26, align: 'right' }]

function Found({ state, size, desk }: ViewProps): ReactNode {
  const height = Math.min(FOUND_ROWS, size.rows - 6)
  const row = (service: Service, width: number) =>
    fitRow(FOUND, [service.code, service.name[state.lang], feesOf(service, desk)], width)
  const rest = size.rows - height - 3
  return (
    <Box flexDirection="column">
      <List rows={state.found} cursor={state.pick} width={size.columns} height={height} row={row} />
      <Line tone="dim">{'─'.repeat(size.columns)}</Line>
      <Basket state={state} size={{ columns: size.columns, rows: rest + 2 }} desk={desk} />
    </Box>
  )
}

function feesOf(service: Service, desk: AtDesk): string {
  const { desk: texts } = desk.door.texts.screens
  const fees = speedsOf(service).map(speed => service.fees[speed]?.cents ?? null)
  if (service.pricing === 'open') return texts.openFee
  return fees
    .map(fee =>
      fee === null ? '–' : fee === 0n ? texts.free : showEuro(fee, desk.door.lang).replace(' €', ''),
    )
    .join(' / ')
}

const BASKET: Column[] = [
  { width: 3, align: 'right' },
  { width: 6, align: 'right' },
  { width: 'rest' },
  { width: 10 },
  { width: 5, align: 'right' },
  { width: 12, align: 'right' },
]
const TOTAL_ROWS = 4

function Basket(props: ViewProps): ReactNode {
  const { state, size, desk } = props
  const { desk: texts } = desk.door.texts.screens
  const height = Math.max(1, size.rows - 3 - TOTAL_ROWS)
  const numbered = state.basket.map((line, at) => ({ line, at }))
  const row = ({ line, at }: { line: BasketLine; at: number }, width: number) =>
    fitRow(BASKET, basketCells(line, at, desk), width)
  return (
    <Box flexDirection="column">
      <Line tone="dim">{`  ${fitRow(BASKET, texts.basketColumns, size.columns - 4)}`}</Line>
      <List
        rows={numbered}
        cursor={state.found.length > 0 ? null : state.cursor}
        width={size.columns}
        height={height}
        row={row}
        tone={({ line }) => (line.price === null ? 'danger' : 'plain')}
        empty={state.till ? texts.basketEmpty : texts.tillClosed}
      />
      <Totals {...props} />
    </Box>
  )
}

const basketCells = (line: BasketLine, at: number, desk: AtDesk): string[] => {
  const { desk: texts } = desk.door.texts.screens
  return [
    String(at + 1),
    line.service.code,
    line.service.name[desk.door.lang],
    texts.speeds[line.speed],
    String(line.quantity),
    line.price === null ? texts.noPrice : showEuro(amountOf(line), desk.door.lang),
  ]
}

/** Total, cash and change in large digits, to be read from across the counter. */
function Totals({ state, size, desk }: ViewProps): ReactNode {
  const { desk: texts } = desk.door.texts.screens
  const total = totalOf(state.basket)
  const change = state.mode === 'paying' ? changeTyped(state) : null
  if (state.basket.length === 0) return null
  const half = Math.floor(size.columns / 2)
  return (
    <Box>
      <Box flexDirection="column" width={half} paddingLeft={1}>
        <Line tone="title">{texts.total(state.basket.length)}</Line>
        <BigNumber text={showEuro(total, state.lang)} />
      </Box>
      {change !== null && (
        <Box flexDirection="column" width={size.columns - half}>
          <Line tone="title">{change < 0n ? texts.missing : texts.change}</Line>
          <BigNumber
            text={showEuro(change < 0n ? cents(-change) : change, state.lang)}
            tone={change < 0n ? 'danger' : 'good'}
          />
        </Box>
      )}
    </Box>
  )
}

/** The payment just taken, until the next key: the change large and, where papers go to the screen, the paper itself. */
function Paid({ state, size, desk }: ViewProps): ReactNode {
  const { desk: texts } = desk.door.texts.screens
  const { last } = state
  if (!last) return null
  const shows = desk.printing?.isPreview && size.columns >= PAPER_COLUMNS + 36
  return (
    <Box>
      <Box
        flexDirection="column"
        width={shows ? size.columns - PAPER_COLUMNS - 2 : size.columns}
        paddingLeft={1}
      >
        <Line> </Line>
        <Line tone="title">{texts.change}</Line>
        <BigNumber text={showEuro(last.change, state.lang)} tone="good" />
        <Line> </Line>
        <Line>{texts.paidTotal(showEuro(last.total, state.lang))}</Line>
        <Line>{texts.paidGiven(showEuro(last.given, state.lang))}</Line>
        <Line>{texts.paidReceipt(last.receiptNumber)}</Line>
        <Line> </Line>
        <Line tone="dim">{texts.next}</Line>
      </Box>
      {shows && (
        <Box flexDirection="column" width={PAPER_COLUMNS} height={size.rows - 2} overflow="hidden">
          {textOf(last.paper, PAPER_COLUMNS)
            .split('\n')
            .slice(0, size.rows - 2)
            .map((text, at) => (
              <Line key={at}>{text === '' ? ' ' : text}</Line>
            ))}
        </Box>
      )}
    </Box>
  )
}
