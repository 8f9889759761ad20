import { Box } from 'ink'
import type { ReactNode } from 'react'
import { type CellAsked, listPayments } from '../../office/reports/list-payments.ts'
import { showMoment } from '../../rules/dates.ts'
import { showCents, sumCents } from '../../rules/money.ts'
import { refusal } from '../../rules/refusal.ts'
import { markOf, type PaymentRow } from '../../rules/reports/lists.ts'
import type { AtDesk } from '../door.ts'
import { type Column, fit, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { type Change, change, type Screen, type Size } from '../screen.ts'
import { openPaper } from './paper-screen.tsx'

type State = { rows: PaymentRow[]; isMore: boolean; cursor: number; isLoaded: boolean }

/** Fetched at a time; the next are fetched before the cursor comes to the last. */
const PAGE = 200
const LOOK_AHEAD = 100
const LOOK_EVERY_MS = 150

export const paymentsAtOpening = (): State => ({ rows: [], isMore: false, cursor: 0, isLoaded: false })

/** The payments and reversals behind a row of a report, newest first. */
export function paymentsScreen(asked: CellAsked, desk: AtDesk): Screen<State> {
  const { report: texts } = desk.door.texts.screens
  const more = async (s: State): Promise<Change<State>> => {
    const after = s.rows.at(-1) ?? null
    const rows = await listPayments(desk.session.ctx(), asked, { after, limit: PAGE })
    return now =>
      (now.rows.at(-1) ?? null) === after
        ? { ...now, rows: [...now.rows, ...rows], isMore: rows.length === PAGE, isLoaded: true }
        : now
  }
  return {
    title: () => texts.payments,
    keys: s => {
      const row = s.rows[s.cursor]
      return [
        {
          key: 'enter',
          label: texts.open,
          refusal: row ? null : refusal('report.nothing_behind', {}),
          run: () => openPaper(row?.id ?? '', desk),
        },
      ]
    },
    type: (s, key) => ({ ...s, cursor: moveCursor(s.cursor, key, s.rows.length) }),
    help: () => texts.helpPayments,
    shown: async s => (s.isLoaded ? undefined : change(await more(s))),
    tick: {
      every_ms: LOOK_EVERY_MS,
      run: s => (s.isMore && s.cursor >= s.rows.length - LOOK_AHEAD ? more(s) : now => now),
    },
    View: ({ state, size }) => <PaymentsView state={state} size={size} asked={asked} desk={desk} />,
  }
}

type ViewProps = { state: State; size: Size; asked: CellAsked; desk: AtDesk }

/** From this width on the reversal's number and the whole amount have columns of their own. */
const WIDE = 100

function PaymentsView({ state, size, asked, desk }: ViewProps): ReactNode {
  const { lang, texts } = desk.door
  const { report: words } = texts.screens
  const { cash, lists } = texts.reports
  const isWide = size.columns >= WIDE
  const columns: Column[] = [
    { width: 'дд.мм.гггг чч:мм:сс'.length },
    { width: '1-2026-000001'.length + 1 },
    ...(isWide ? [{ width: 24 }] : []),
    { width: 'rest' },
    { width: 13, align: 'right' },
    ...(isWide ? [{ width: 13, align: 'right' as const }] : []),
  ]
  const { column } = lists
  const titles = [
    column['at'],
    column['receipt'],
    ...(isWide ? [column['mark']] : []),
    column['payer'],
    column['amount'],
    ...(isWide ? [column['total']] : []),
  ]
  const cells = (row: PaymentRow) => [
    showMoment(row.at, lang),
    row.receipt,
    ...(isWide ? [markOf(row, texts.reports)] : []),
    isWide || row.reversal === null ? (row.payer ?? '') : markOf(row, texts.reports),
    showCents(row.amount, lang),
    ...(isWide ? [showCents(row.total, lang)] : []),
  ]
  const sumOf = (rows: readonly PaymentRow[]): string[] => [
    lists.total(rows.length),
    showCents(sumCents(rows.map(row => row.amount)), lang),
    ...(isWide ? [''] : []),
  ]
  const sumColumns: Column[] = [{ width: 'rest' }, ...columns.slice(isWide ? -2 : -1)]
  const name = asked.cell?.name || asked.cell?.key || cash.noPaymentCode
  const width = size.columns - 4
  if (!state.isLoaded) return null
  return (
    <Box flexDirection="column">
      <Line tone="title">{fit(` ${lists.cell(cash.title[asked.by], name)}`, size.columns)}</Line>
      <Line tone="dim">{`  ${fitRow(
        columns,
        titles.map(title => title ?? ''),
        width,
      )}`}</Line>
      <List
        rows={state.rows}
        cursor={state.rows.length > 0 ? state.cursor : null}
        width={size.columns}
        height={size.rows - 3}
        row={row => fitRow(columns, cells(row), width)}
        tone={row => (row.reversal === null ? 'plain' : 'warning')}
        empty={words.empty}
      />
      <Line tone="dim">
        {fit(
          `  ${state.isMore ? words.more(state.rows.length) : fitRow(sumColumns, sumOf(state.rows), width)}`,
          size.columns,
        )}
      </Line>
    </Box>
  )
}
