import { paperOfVoucher } from '../../office/books/book-papers.ts'
import { listVouchers, voucherNumbered } from '../../office/books/list-vouchers.ts'
import { seeCashBook } from '../../office/books/see-cash-book.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { type BookPage, type BookVoucher, pageAgrees } from '../../rules/cash-book.ts'
import { textOf } from '../../rules/papers/lines.ts'
import { cashBookDaysTable, cashBookPageTable, vouchersTable } from '../../rules/reports/books.ts'
import type { Period } from '../../rules/reports/periods.ts'
import type { Table } from '../../rules/reports/table.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { answer, answerTable } from '../output/answer.ts'
import { toJson } from '../output/json.ts'
import { type PeriodGiven, periodGiven, refuseTwoPeriods } from '../period.ts'
import { withSession } from '../town.ts'

export const booksCommands = () => [
  declare('books cash', (given, door) => inBooks(given, door, session => cash(session, given, door))),
  declare('books vouchers', (given, door) =>
    inBooks(given, door, session =>
      given.optionalArg('voucher') === undefined
        ? vouchers(session, given, door)
        : voucher(session, given, door),
    ),
  ),
]

function inBooks(given: PeriodGiven, door: Door, work: (session: Session) => Promise<void>): Promise<void> {
  refuseTwoPeriods(given, door)
  return withSession(door, 'books.see', work)
}

/** The desk that one sits at, unless all are asked for. */
const deskAskedFor = (session: Session, all: boolean): number | null =>
  all ? null : (session.desk?.number ?? null)

async function cash(session: Session, given: Given<'books cash'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const period = periodGiven(given, ctx.today)
  const pages = await seeCashBook(ctx, period, deskAskedFor(session, given.has('all')))
  if (door.options.json) return door.answer(toJson(pages.map(pageJson)))
  answerTable(door, cashTable(pages, period, session, door), given.has('csv'))
}

/** One page as a page, several as one row for each day. */
function cashTable(pages: readonly BookPage[], period: Period, session: Session, door: Door): Table {
  const { town } = session.ctx()
  const [page, another] = pages
  const { papers } = door.texts
  return page && !another
    ? cashBookPageTable(page, town, papers, door.lang)
    : cashBookDaysTable(pages, period, town, papers, door.lang)
}

async function vouchers(session: Session, given: Given<'books vouchers'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const period = periodGiven(given, ctx.today)
  const found = await listVouchers(ctx, period, deskAskedFor(session, given.has('all')))
  if (door.options.json) return door.answer(toJson(found.map(voucherJson)))
  answerTable(door, vouchersTable(found, period, ctx.town, door.texts.papers, door.lang), given.has('csv'))
}

/** The voucher itself, as it is printed. */
async function voucher(session: Session, given: Given<'books vouchers'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const found = await voucherNumbered(ctx, given.optionalArg('voucher') ?? '')
  answer(door, voucherJson(found), textOf(paperOfVoucher(ctx, found), SHOWN_COLUMNS))
}

const SHOWN_COLUMNS = 48

const pageJson = (page: BookPage) => ({
  desk: page.desk.number,
  day: page.day.toString(),
  opening_cents: page.opening,
  in_cents: page.cashIn,
  out_cents: page.cashOut,
  closing_cents: page.closing,
  left_cents: page.left,
  open_till: page.openTill && {
    cashier: page.openTill.cashier,
    opened_at: page.openTill.openedAt.toString(),
  },
  agrees: pageAgrees(page),
  vouchers: page.vouchers.map(voucherJson),
})

const voucherJson = (voucher: BookVoucher) => ({
  id: voucher.id,
  desk: voucher.desk.number,
  direction: voucher.direction,
  number: voucher.number,
  issued_at: voucher.issuedAt.toString(),
  cashier: voucher.cashier,
  ground: voucher.ground,
  counterparty: voucher.counterparty,
  amount_cents: voucher.amount,
})
