import { randomUUIDv7 } from 'node:crypto'
import { paperOfPage, paperOfTerminals, paperOfVoucher } from '../../office/books/book-papers.ts'
import { listVouchers, voucherNumbered } from '../../office/books/list-vouchers.ts'
import { matchTerminal } from '../../office/books/match-terminal.ts'
import { type PrintBookPaper, printBookPaper } from '../../office/books/print-book-paper.ts'
import { seeCashBook } from '../../office/books/see-cash-book.ts'
import { seeTerminals, unmatchedTerminals } from '../../office/books/see-terminals.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import type { BookPage } from '../../rules/cash-book.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import { cashBookDaysTable, cashBookPageTable, vouchersTable } from '../../rules/reports/books.ts'
import { terminalsTable } from '../../rules/reports/deposits.ts'
import type { Period } from '../../rules/reports/periods.ts'
import type { Table } from '../../rules/reports/table.ts'
import { readTerminalTotal } from '../../rules/terminals.ts'
import { pageJson, terminalJson, voucherJson } from '../book-json.ts'
import { declare, type Given } from '../command.ts'
import { deposits, makeOne, showOne } from '../deposits.ts'
import type { Door } from '../door.ts'
import { answer, answerTable } from '../output/answer.ts'
import { toJson } from '../output/json.ts'
import { writePapersPdf, writeTablePdf } from '../output/pdf-file.ts'
import { showPaper } from '../output/show-paper.ts'
import { type PeriodGiven, periodGiven, refuseTwoPeriods } from '../period.ts'
import { printOwed } from '../printing.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const booksCommands = () => [
  declare('books cash', (given, door) => inBooks(given, door, session => cash(session, given, door))),
  declare('books vouchers', (given, door) =>
    inBooks(given, door, session =>
      given.optionalArg('voucher') === undefined
        ? vouchers(session, given, door)
        : voucher(session, given, door),
    ),
  ),
  declare('books deposit', (given, door) => {
    if (given.has('make') && given.text('money') === undefined)
      throw new WrongUsage(door.lang, usage => usage.missingOption('--money'))
    if (given.has('make')) return withSession(door, 'books.deposit', session => makeOne(session, given, door))
    return withSession(door, 'books.see', session =>
      given.has('show') ? showOne(session, given, door) : deposits(session, given, door),
    )
  }),
  declare('books terminals', (given, door) => {
    refuseTwoPeriods(given, door)
    return given.has('match')
      ? withSession(door, 'books.match_terminal', session => match(session, given, door))
      : withSession(door, 'books.see', session => terminals(session, given, door))
  }),
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
  const file = given.text('pdf')
  if (file !== undefined)
    return writePapersPdf(
      door,
      file,
      pages.map(page => paperOfPage(ctx, page)),
      session,
    )
  if (given.has('print')) return printPage(session, pages, door)
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

function printPage(session: Session, pages: readonly BookPage[], door: Door): Promise<void> {
  const [page, another] = pages
  if (!page || another) throw new WrongUsage(door.lang, usage => usage.onePagePrinted)
  return print(session, { kind: 'cash-book', desk: page.desk.number, day: page.day }, door)
}

async function print(session: Session, what: PrintBookPaper['what'], door: Door): Promise<void> {
  const id = randomUUIDv7()
  const owed = await printBookPaper(session.ctx(), { id, what })
  const printed = await printOwed(session, id, door, door.words.bookNotPrinted)
  answer(
    door,
    { ...owed, print_job: id, ...(printed ? { print_state: printed.state } : {}) },
    door.words.bookPrinted(owed.title),
  )
}

async function vouchers(session: Session, given: Given<'books vouchers'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const period = periodGiven(given, ctx.today)
  const found = await listVouchers(ctx, period, deskAskedFor(session, given.has('all')))
  const table = vouchersTable(found, period, ctx.town, door.texts.papers, door.lang)
  const file = given.text('pdf')
  if (file !== undefined) return writeTablePdf(door, file, table, session)
  if (given.has('print')) throw new WrongUsage(door.lang, usage => usage.whichVoucher)
  if (door.options.json) return door.answer(toJson(found.map(voucherJson)))
  answerTable(door, table, given.has('csv'))
}

/** The voucher itself, as it is printed. */
async function voucher(session: Session, given: Given<'books vouchers'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const found = await voucherNumbered(ctx, given.optionalArg('voucher') ?? '')
  if (given.has('print')) return print(session, { kind: 'voucher', voucherId: found.id }, door)
  await showPaper(door, session, paperOfVoucher(ctx, found), voucherJson(found), given.text('pdf'))
}

async function terminals(session: Session, given: Given<'books terminals'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const period = periodGiven(given, ctx.today)
  const days = given.has('unmatched') ? await unmatchedTerminals(ctx) : await seeTerminals(ctx, period)
  const file = given.text('pdf')
  if (given.has('print')) return print(session, { kind: 'terminal-day', day: period.from }, door)
  if (file !== undefined && period.from.equals(period.to))
    return showPaper(door, session, paperOfTerminals(ctx, days, period.from), null, file)
  const shown = given.has('unmatched') ? { from: days[0]?.day ?? ctx.today, to: ctx.today } : period
  const table = terminalsTable(days, shown, ctx.town, door.texts.papers, door.lang)
  if (file !== undefined) return writeTablePdf(door, file, table, session)
  if (door.options.json) return door.answer(toJson(days.map(terminalJson)))
  answerTable(door, table, given.has('csv'))
}

/** `--match TID=SUM`, the sum as the slip shows it. */
async function match(session: Session, given: Given<'books terminals'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const { from: day } = periodGiven(given, ctx.today)
  const [, terminal = '', sum = ''] = /^([^=]*)=(.*)$/.exec(given.text('match') ?? '') ?? []
  if (terminal === '') throw refusal('terminal.unknown', { terminal: given.text('match') ?? '' })
  const stated = readTerminalTotal(sum)
  if (stated instanceof Refusal) throw stated
  const reason = given.text('reason') ?? null
  const matched = await matchTerminal(ctx, { id: randomUUIDv7(), terminal, day, stated, reason })
  const table = terminalsTable([matched], { from: day, to: day }, ctx.town, door.texts.papers, door.lang)
  if (door.options.json) door.answer(toJson(terminalJson(matched)))
  else answerTable(door, table)
}
