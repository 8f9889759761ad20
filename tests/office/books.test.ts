import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { depositNumbered, listDeposits, listWaitingTills } from '../../office/books/list-deposits.ts'
import { listVouchers, voucherNumbered } from '../../office/books/list-vouchers.ts'
import { makeDeposit } from '../../office/books/make-deposit.ts'
import { printBookPaper } from '../../office/books/print-book-paper.ts'
import { seeCashBook } from '../../office/books/see-cash-book.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { closeTill, type TillClosed } from '../../office/tills/close-till.ts'
import { myTill } from '../../office/tills/lookup.ts'
import { pageAgrees } from '../../rules/cash-book.ts'
import { type CountedMoney, DENOMINATIONS } from '../../rules/counting.ts'
import { textOf } from '../../rules/papers/lines.ts'
import type { Period } from '../../rules/reports/periods.ts'
import { moveCashBy } from '../support/moving-cash.ts'
import { nextDay } from '../support/next-day.ts'
import { refused } from '../support/refused.ts'
import { reverse } from '../support/reversing.ts'
import {
  lineOf,
  newest,
  openTillFor,
  payOnce,
  pricedService,
  type TestTown,
  testTown,
} from '../support/town.ts'

/** The fewest notes and coins that make a sum. */
function moneyFor(amount: bigint): CountedMoney {
  const money: CountedMoney = {}
  let rest = amount
  for (const value of DENOMINATIONS) {
    const pieces = rest / BigInt(value)
    if (pieces > 0n) money[String(value)] = Number(pieces)
    rest %= BigInt(value)
  }
  return money
}

/** Several services of several departments, a part by card, the rest in cash. */
let rrn = 100_000_000_000
async function payMixed(session: Session, card: bigint, ats: number[]) {
  const services = await Promise.all(ats.map(at => pricedService(session.ctx(), 'normal', at)))
  return takePayment(session.ctx(), {
    paymentId: randomUUIDv7(),
    lines: services.map(service => lineOf(service, 2)),
    given: null,
    others: [
      {
        tender: 'card',
        amount: card,
        terminal: 'T0000001',
        authorisation: 'A1B2C3',
        rrn: String(rrn++),
        cardTail: '4242',
      },
    ],
  })
}

describe.each(newest)('the cash book and deposits on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  let kasa2: Session
  let head: Session
  const closings: TillClosed[] = []

  /** Closes the own till with this difference and leaves this much in the drawer. */
  async function closeWith(session: Session, difference: bigint, left: bigint): Promise<void> {
    const till = await myTill(session.ctx())
    if (!till) throw new Error('no till')
    const counted = till.expected + difference
    const reason = difference === 0n ? null : 'броено два пъти'
    const closed = await closeTill(session.ctx(), { tillId: till.id, counted, left, reason })
    closings.push(closed)
  }

  /** Four working days: floats kept and changed, movements, reversals (also of another day), mixed tenders, differences. */
  async function workWeek(): Promise<void> {
    await openTillFor(kasa1, 5000n)
    const taken = await payMixed(kasa1, 100n, [0, 1, 3])
    await payOnce(kasa1, 2, 5)
    await closeWith(kasa1, 0n, 5000n)
    await nextDay(town)
    const second = await openTillFor(kasa1, 8000n)
    await moveCashBy(kasa1, second.id, 20_000n)
    await reverse(kasa1, taken.paymentId, head, { refundReference: 'V1' })
    await payMixed(kasa1, 250n, [5, 6])
    await moveCashBy(kasa1, second.id, -1500n)
    await closeWith(kasa1, -50n, 3000n)
    await nextDay(town)
    await nextDay(town)
    await openTillFor(kasa1, 3000n)
    await closeWith(kasa1, 0n, 3000n)
    await openTillFor(kasa1, 2000n)
    await payOnce(kasa1, 4)
    await closeWith(kasa1, 120n, 0n)
    await nextDay(town)
    await openTillFor(kasa1, 0n)
    await openTillFor(kasa2, 1000n)
    await payOnce(kasa1, 1, 7)
    await payMixed(kasa2, 30n, [0, 8])
  }

  beforeAll(async () => {
    town = await testTown(version)
    ;[kasa1, kasa2, head] = await Promise.all([
      town.signIn('kasa1', 1),
      town.signIn('kasa2', 2),
      town.signIn('head', 2),
    ])
    await workWeek()
  })
  afterAll(() => town.close())

  const lastDays = (days: number): Period => ({
    from: head.ctx().today.subtract({ days }),
    to: head.ctx().today,
  })
  const seen = (pages: Awaited<ReturnType<typeof seeCashBook>>) =>
    pages.map(page => [page.opening, page.closing, page.openTill?.cashier ?? null])

  test('every day ends with the money that was counted and left, and the next begins with it', async () => {
    const pages = await seeCashBook(kasa1.ctx(), lastDays(5), null)
    expect(pages.every(pageAgrees)).toBe(true)
    expect(seen(pages)).toEqual([
      [0n, 0n, null],
      [0n, 5000n, null],
      [5000n, 3000n, null],
      [3000n, 3000n, null],
      [3000n, 0n, null],
      [0n, 0n, 'Мария Иванова'],
    ])
    for (const page of pages) expect(page.closing).toBe(page.opening + page.cashIn - page.cashOut)
    expect(pages[3]?.vouchers).toEqual([])
    expect(pages[2]?.vouchers.map(voucher => voucher.ground)).toContain('Недостиг при приключване')
  })

  test('a look at later days alone begins where the whole book is', async () => {
    const all = await seeCashBook(head.ctx(), lastDays(5), 1)
    for (const days of [0, 1, 2, 3, 4])
      expect(await seeCashBook(head.ctx(), lastDays(days), 1)).toEqual(all.slice(5 - days))
    expect(await seeCashBook(head.ctx(), lastDays(0), null)).toHaveLength(
      Number((await town.sql`select count(*) from desks`)[0]?.['count']),
    )
  })

  test('a till that is open over midnight keeps the book going', async () => {
    await nextDay(town)
    const [yesterday, today] = await seeCashBook(kasa2.ctx(), lastDays(1), null)
    expect(yesterday).toMatchObject({ opening: 0n, closing: 1000n, openTill: { cashier: 'Петър Георгиев' } })
    expect(today).toMatchObject({ opening: 1000n, cashIn: 0n, openTill: { cashier: 'Петър Георгиев' } })
    expect(await seeCashBook(kasa2.ctx(), lastDays(0), null)).toEqual([today])
    await closeWith(kasa1, 0n, 700n)
    await closeWith(kasa2, 0n, 0n)
    const [closed] = await seeCashBook(kasa2.ctx(), lastDays(0), null)
    expect(closed).toMatchObject({ opening: 1000n, closing: 0n, left: 0n, openTill: null })
  })

  test('what the cash book refuses: a clerk, another desk, an unknown one, years at once', async () => {
    const clerk = await town.signIn('delo')
    await refused(seeCashBook(clerk.ctx(), lastDays(0), null), 'authority.denied')
    await refused(seeCashBook(kasa1.ctx(), lastDays(0), 2), 'books.of_other_desk')
    await refused(seeCashBook(head.ctx(), lastDays(0), 99), 'desk.unknown')
    await refused(seeCashBook(head.ctx(), lastDays(400), null), 'period.too_long')
    const tomorrow = head.ctx().today.add({ days: 1 })
    expect(await seeCashBook(head.ctx(), { from: tomorrow, to: tomorrow }, 1)).toEqual([])
  })

  test('vouchers are listed and found by their number', async () => {
    const all = await listVouchers(head.ctx(), lastDays(7), null)
    const own = await listVouchers(kasa1.ctx(), lastDays(7), null)
    expect(own).toEqual(all.filter(voucher => voucher.desk.number === 1))
    const paidOut = own.find(voucher => voucher.ground === 'дребни пари' && voucher.direction === 'out')
    expect(await voucherNumbered(head.ctx(), `РКО ${paidOut?.number}`)).toEqual(paidOut)
    await refused(voucherNumbered(head.ctx(), 'ПКО 1-2026-999999'), 'voucher.unknown')
    await refused(voucherNumbered(head.ctx(), 'нещо'), 'voucher.unknown')
    await refused(voucherNumbered(kasa2.ctx(), `РКО ${paidOut?.number}`), 'books.of_other_desk')
  })

  test('a voucher is printed once as itself, then as a duplicate; pages and terminals as they are', async () => {
    const [voucher] = await listVouchers(kasa1.ctx(), lastDays(7), null)
    const what = { kind: 'voucher' as const, voucherId: voucher?.id ?? '' }
    const id = randomUUIDv7()
    const [first, again] = await Promise.all([
      printBookPaper(kasa1.ctx(), { id, what }),
      printBookPaper(kasa1.ctx(), { id, what }),
    ])
    expect(first).toMatchObject({ copy: 0, title: `ПРИХОДЕН КАСОВ ОРДЕР ПКО № ${voucher?.number}` })
    expect(again).toEqual(first)
    await refused(printBookPaper(kasa1.ctx(), { id: randomUUIDv7(), what }), 'job.still_owed')
    await town.sql`update print_jobs set state = 'printed' where id = ${id}`
    const copy = await printBookPaper(head.ctx(), { id: randomUUIDv7(), what })
    expect(copy).toMatchObject({ copy: 1, title: expect.stringContaining('ДУБЛИКАТ № 1') })
    await refused(printBookPaper(kasa2.ctx(), { id: randomUUIDv7(), what }), 'books.of_other_desk')
    const unknown = { kind: 'voucher' as const, voucherId: randomUUIDv7() }
    await refused(printBookPaper(head.ctx(), { id: randomUUIDv7(), what: unknown }), 'voucher.unknown')
    const tomorrow = head.ctx().today.add({ days: 1 })
    for (const ahead of [
      { kind: 'cash-book' as const, desk: 1, day: tomorrow },
      { kind: 'terminal-day' as const, day: tomorrow },
    ])
      await refused(printBookPaper(head.ctx(), { id: randomUUIDv7(), what: ahead }), 'books.day_ahead')
    const day = head.ctx().today
    for (const look of [
      { kind: 'cash-book' as const, desk: 1, day },
      { kind: 'terminal-day' as const, day },
    ])
      for (const _ of [1, 2])
        expect(await printBookPaper(kasa1.ctx(), { id: randomUUIDv7(), what: look })).toMatchObject({
          copy: 0,
        })
    const auditor = await town.signIn('audit')
    await refused(printBookPaper(auditor.ctx(), { id: randomUUIDv7(), what }), 'authority.denied')
    const papers =
      await town.sql`select kind, desk_id from print_jobs where kind in ('cash-book', 'terminal-day')`
    expect(papers).toHaveLength(4)
  })

  test('a deposit is what its tills handed over: by code, beside the money that is no revenue, to the cent', async () => {
    const waiting = await listWaitingTills(kasa1.ctx())
    expect(waiting.map(till => till.handedOver)).toEqual(
      closings
        .filter(closing => closing.number.startsWith('1-'))
        .map(closing => closing.counted - closing.left)
        .filter(handed => handed > 0n),
    )
    const tillIds = waiting.map(till => till.id)
    const amount = waiting.reduce((sum, till) => sum + till.handedOver, 0n)
    const input = { id: randomUUIDv7(), tillIds, money: moneyFor(amount), note: 'плик 17' }
    await refused(
      makeDeposit(kasa1.ctx(), { ...input, money: moneyFor(amount - 1n) }),
      'deposit.count_differs',
    )
    const [made, again] = await Promise.all([
      makeDeposit(kasa1.ctx(), input),
      makeDeposit(kasa1.ctx(), input),
    ])
    expect(again).toEqual(made)
    expect(made.amount).toBe(amount)
    expect(await makeDeposit(kasa1.ctx(), input)).toEqual(made)
    const [listed] = await listDeposits(kasa1.ctx(), 10)
    expect(listed).toMatchObject({
      number: made.number,
      note: 'плик 17',
      tills: waiting.map(till => till.number),
    })
    expect(await listWaitingTills(kasa1.ctx())).toEqual([])
    expect(await depositNumbered(kasa1.ctx(), made.number)).toEqual(listed)
    await refused(depositNumbered(kasa2.ctx(), made.number), 'deposit.unknown')
    await refused(depositNumbered(kasa1.ctx(), 'плик 17'), 'deposit.unknown')
    const logged = await town.sql`select act from logbook where subject_id = ${made.id}`
    expect(logged.map(row => row['act'])).toEqual(['books.deposit'])
    const text = textOf(made.paper, 48)
    expect(text).toContain('плик 17')
    for (const till of waiting) expect(text).toContain(`Z ${till.number}`)
    expect(text).toMatch(/Захранвания +200,00 €/)
    expect(text).toMatch(/Тегления +-15,00 €/)
    expect(text).toMatch(/Недостиг +-0,50 €/)
    expect(text).toMatch(/Излишъци +1,20 €/)
    const byCode = text.split('По код за вид плащане\n')[1]?.split('\n-----')[0]?.split('\n') ?? []
    const cents = (line: string) => BigInt((/(-?[\d ]+,\d\d) €$/.exec(line)?.[1] ?? '0').replace(/[ ,]/g, ''))
    const parts = byCode
      .filter(line => !line.startsWith('Всичко'))
      .reduce((sum, line) => sum + cents(line), 0n)
    expect(parts).toBe(amount)
  })

  test('cash by code is what is left of the lines after the card, in the order they were paid', async () => {
    const [row] = await town.sql`
      select coalesce(sum(case when pt.tender = 'cash' then pt.amount_cents end), 0)::text as cash
      from payments p join payment_tenders pt on pt.payment_id = p.id join tills t on t.id = p.till_id
      where t.staff_id = ${kasa2.who.id}`
    const [till] = await listWaitingTills(kasa2.ctx())
    const money = moneyFor(till?.handedOver ?? 0n)
    const made = await makeDeposit(head.ctx(), {
      id: randomUUIDv7(),
      tillIds: [till?.id ?? ''],
      money,
      note: null,
    })
    const cash = BigInt(row?.['cash'])
    expect(made.amount).toBe(cash + 1000n)
    expect(made.number).toMatch(/^2-\d{4}-000001$/)
    expect(textOf(made.paper, 48)).toMatch(/Промяна на наличността в касите +10,00 €/)
    expect((await listDeposits(kasa2.ctx(), 10)).map(deposit => deposit.number)).toEqual([made.number])
  })

  test('what cannot be deposited: nothing, a till of somebody else, an open one, one already handed over', async () => {
    const till = await openTillFor(kasa2)
    await payOnce(kasa2)
    const deposit = (session: Session, tillIds: string[], money: CountedMoney = {}) =>
      makeDeposit(session.ctx(), { id: randomUUIDv7(), tillIds, money, note: null })
    await refused(deposit(kasa2, []), 'deposit.empty')
    await refused(deposit(kasa2, [till.id]), 'deposit.till_unknown')
    await closeWith(kasa2, 0n, 0n)
    const other = await refused(deposit(kasa1, [till.id]), 'deposit.till_of_other')
    expect(other.cashier).toBe('Петър Георгиев')
    const auditor = await town.signIn('audit', null)
    await refused(deposit(auditor, [till.id]), 'authority.denied')
    await refused(deposit(kasa2, [till.id], { '3': 1 }), 'input.invalid')
    const money = moneyFor((await listWaitingTills(kasa2.ctx()))[0]?.handedOver ?? 0n)
    const both = await Promise.allSettled([deposit(kasa2, [till.id], money), deposit(head, [till.id], money)])
    const done = both.filter(one => one.status === 'fulfilled')
    expect(done).toHaveLength(1)
    expect(both.find(one => one.status === 'rejected')?.reason).toMatchObject({ code: 'deposit.till_taken' })
    const [{ count } = { count: 0 }] =
      await town.sql`select count(*)::int from deposited_tills where till_id = ${till.id}`
    expect(count).toBe(1)
  })
})
