import { randomUUIDv7 } from 'node:crypto'
import { Box } from 'ink'
import type { ReactNode } from 'react'
import { paperOfVoucher } from '../../office/books/book-papers.ts'
import { type PrintBookPaper, printBookPaper } from '../../office/books/print-book-paper.ts'
import { seeCashBook } from '../../office/books/see-cash-book.ts'
import { paperTexts } from '../../office/papers.ts'
import { type BookPage, type BookVoucher, pageAgrees } from '../../rules/cash-book.ts'
import { showDay, showTime } from '../../rules/dates.ts'
import { type Cents, showCents } from '../../rules/money.ts'
import { stateOfPage } from '../../rules/papers/cash-book.ts'
import type { AtDesk } from '../door.ts'
import { type Column, fitRow, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { change, type KeyLine, push, type Screen, type Size } from '../screen.ts'
import { paperAtOpening, paperScreen } from './paper-screen.tsx'

/** The pages of a day: one of the cashier's desk, for others one of each desk; `at` is the one that is shown. */
type State = {
  day: Temporal.PlainDate | null
  pages: readonly BookPage[]
  at: number
  cursor: number
  printId: string
}

export const cashBookAtOpening = (): State => ({
  day: null,
  pages: [],
  at: 0,
  cursor: 0,
  printId: randomUUIDv7(),
})

/** Касова книга: a day's page of a desk; left and right change the day, Tab the desk, Enter shows the voucher. */
export function cashBookScreen(desk: AtDesk): Screen<State> {
  const { cashBook: texts } = desk.door.texts.screens.books
  const load = async (asked: Temporal.PlainDate | null): Promise<(now: State) => State> => {
    const ctx = desk.session.ctx()
    const day = asked ?? ctx.today
    const pages = await seeCashBook(ctx, { from: day, to: day }, null)
    const own = pages.findIndex(page => page.desk.id === ctx.desk?.id)
    return now => ({
      ...now,
      day,
      pages,
      at: now.pages.length > 0 ? Math.min(now.at, Math.max(0, pages.length - 1)) : Math.max(0, own),
      cursor: day.equals(now.day ?? day) ? now.cursor : 0,
    })
  }
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk, load),
    type: (s, key) => ({ ...s, cursor: moveCursor(s.cursor, key, pageOf(s)?.vouchers.length ?? 0) }),
    help: () => texts.help,
    shown: async s => change(await load(s.day)),
    View: ({ state, size }) => <PageView state={state} size={size} desk={desk} />,
  }
}

const pageOf = (s: State): BookPage | undefined => s.pages[s.at]

type Load = (day: Temporal.PlainDate | null) => Promise<(now: State) => State>

function keysOf(s: State, desk: AtDesk, load: Load): KeyLine<State>[] {
  const { cashBook: texts, print } = desk.door.texts.screens.books
  const page = pageOf(s)
  const turn = (days: number) => async (now: State) => change(await load(now.day?.add({ days }) ?? null))
  const desks = (step: number) => () =>
    change<State>(now => ({
      ...now,
      at: (now.at + step + now.pages.length) % now.pages.length,
      cursor: 0,
    }))
  return [
    ...(page?.vouchers[s.cursor]
      ? [{ key: 'enter' as const, label: texts.show, run: (now: State) => showVoucher(now, desk) }]
      : []),
    { key: 'left', label: texts.otherDay, quiet: true, run: turn(-1) },
    { key: 'right', label: texts.otherDay, run: turn(1) },
    { key: 'f2', label: texts.today, run: async () => change(await load(null)) },
    ...(s.pages.length > 1
      ? [
          { key: 'tab' as const, label: texts.otherDesk, run: desks(1) },
          { key: 'shift-tab' as const, label: texts.otherDesk, quiet: true, run: desks(-1) },
        ]
      : []),
    ...(page ? [{ key: 'f6' as const, label: print, run: (now: State) => printPage(now, desk) }] : []),
  ]
}

function showVoucher(s: State, desk: AtDesk) {
  const voucher = pageOf(s)?.vouchers[s.cursor]
  if (!voucher) return
  const print = (id: string) => printFrom(desk, id, { kind: 'voucher', voucherId: voucher.id })
  return push<State, ReturnType<typeof paperAtOpening>, void>(
    paperScreen(desk, print),
    paperAtOpening(paperOfVoucher(desk.session.ctx(), voucher)),
  )
}

async function printPage(s: State, desk: AtDesk) {
  const page = pageOf(s)
  if (!page) return
  const owed = await printFrom(desk, s.printId, { kind: 'cash-book', desk: page.desk.number, day: page.day })
  const said = desk.door.texts.screens.books.printing(owed.title)
  return change<State>(now => ({ ...now, printId: randomUUIDv7() }), said)
}

const printFrom = (desk: AtDesk, id: string, what: PrintBookPaper['what']) =>
  printBookPaper(desk.session.ctx(), { id, what })

const COLUMNS: Column[] = [
  { width: 5 },
  { width: 18 },
  { width: 'rest' },
  { width: 13, align: 'right' },
  { width: 13, align: 'right' },
]
/** Of the chosen voucher, in full, and of what the page ends with. */
const TOLD_ROWS = 2

function PageView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { lang } = desk.door
  const { cashBook: texts } = desk.door.texts.screens.books
  const book = paperTexts(lang).books.cashBook
  const page = pageOf(state)
  const width = size.columns - 4
  if (!page)
    return state.day ? <Line tone="dim">{`  ${showDay(state.day, lang)}. ${texts.notYet}`}</Line> : null
  const money = (amount: Cents | null) => (amount === null ? '' : showCents(amount, lang))
  const row = (cells: string[]) => `  ${fitRow(COLUMNS, cells, width)}`
  const voucherRow = (one: BookVoucher) => [
    showTime(one.issuedAt),
    book.voucher[one.direction](one.number),
    one.ground,
    money(one.direction === 'in' ? one.amount : null),
    money(one.direction === 'out' ? one.amount : null),
  ]
  const chosen = page.vouchers[state.cursor]
  const told = wrapped(
    chosen ? [chosen.ground, chosen.counterparty, chosen.cashier].filter(Boolean).join(' · ') : '',
    width,
  )
  const ends = wrapped(stateOfPage(page, book, lang), width)
  const place = `${paperTexts(lang).heading.desk(page.desk.number)} · ${page.desk.name} · ${showDay(page.day, lang)}`
  return (
    <Box flexDirection="column">
      <Line tone="title">{` ${place}`}</Line>
      <Line tone="dim">
        {row([book.column.time, book.column.voucher, book.column.ground, book.column.in, book.column.out])}
      </Line>
      <Line>{row(['', '', book.opening, money(page.opening), ''])}</Line>
      <List
        rows={page.vouchers}
        cursor={page.vouchers.length > 0 ? state.cursor : null}
        width={size.columns}
        height={Math.max(1, size.rows - 5 - 2 * TOLD_ROWS)}
        row={one => fitRow(COLUMNS, voucherRow(one), width)}
        empty={book.noMovement}
      />
      <Rows texts={told} tone="dim" />
      <Line>{row(['', '', book.turnover, money(page.cashIn), money(page.cashOut)])}</Line>
      <Line tone="amount">{row(['', '', book.closing, money(page.closing), ''])}</Line>
      <Rows texts={ends} tone={page.openTill ? 'warning' : pageAgrees(page) ? 'good' : 'danger'} />
    </Box>
  )
}

const Rows = ({ texts, tone }: { texts: readonly string[]; tone: 'dim' | 'good' | 'warning' | 'danger' }) =>
  Array.from({ length: TOLD_ROWS }, (_, at) => (
    <Line key={at} tone={tone}>
      {`  ${texts[at] ?? ''}`}
    </Line>
  ))
