import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Session } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { listTills } from '../../office/tills/list-tills.ts'
import { myTill } from '../../office/tills/lookup.ts'
import { moveCash } from '../../office/tills/move-cash.ts'
import { printXReport } from '../../office/tills/print-x-report.ts'
import { tillReport } from '../../office/tills/till-report.ts'
import { sumCents } from '../../rules/money.ts'
import { textOf } from '../../rules/papers/lines.ts'
import { netTaken, totalReturned, totalTaken } from '../../rules/till-report.ts'
import { payMixed } from '../support/other-tenders.ts'
import { refused } from '../support/refused.ts'
import { reverse } from '../support/reversing.ts'
import { newest, openTillFor, payOnce, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('what went through a till, on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  let kasa2: Session
  let head: Session
  let tillId: string
  let paid: bigint
  let back: bigint

  beforeAll(async () => {
    town = await testTown(version)
    ;[kasa1, kasa2, head] = await Promise.all([
      town.signIn('kasa1', 1),
      town.signIn('kasa2', 2),
      town.signIn('head', 2),
    ])
    await openTillFor(kasa2)
    tillId = (await openTillFor(kasa1)).id
    const theirs = await payMixed(kasa2, { at: 3, quantity: 2, card: 200n, terminal: '93000002' })
    const payments = [
      await payOnce(kasa1),
      await payOnce(kasa1, 1, 3),
      await payMixed(kasa1, { at: 40, quantity: 4, card: 300n, bank: 111n }),
      await payMixed(kasa1, { at: 2, card: 100n, terminal: '93000002' }),
    ]
    const own = await payMixed(kasa1, { at: 5, quantity: 2, card: 150n })
    paid = [...payments, own].reduce((sum, { total }) => sum + total, 0n)
    await reverse(kasa1, own.paymentId, head, { refundReference: 'RRN 1' })
    await reverse(kasa1, theirs.paymentId, head, { refundReference: 'RRN 2' })
    back = own.total + theirs.total
    await moveCash(kasa1.ctx(), { id: randomUUIDv7(), kind: 'pay_in', amount: 2_000n, reason: 'дребни' })
    await moveCash(kasa1.ctx(), { id: randomUUIDv7(), kind: 'no_sale', reason: 'разваляне' })
  })
  afterAll(() => town.close())

  test('every way of adding it up gives the receipts to the cent', async () => {
    const report = await tillReport(kasa1.ctx(), tillId)
    expect(totalTaken(report)).toBe(paid)
    expect(totalReturned(report)).toBe(back)
    expect(sumCents(report.departments.map(each => each.amount))).toBe(paid - back)
    expect(sumCents(report.departments.flatMap(each => each.services.map(service => service.amount)))).toBe(
      paid - back,
    )
    expect(sumCents(report.paymentCodes.map(code => code.amount))).toBe(paid)
    expect(sumCents(report.paymentCodes.map(code => code.returned))).toBe(back)
    expect(sumCents(report.reversals.made.map(made => made.amount))).toBe(back)
    expect(netTaken(report)).toBe(paid - back)
    expect(report.sums.expected).toBe((await myTill(kasa1.ctx()))?.expected)
    expect(report.sums).toMatchObject({ payments: 5, reversals: 2, paidIn: 2_000n, paidOut: 0n })
    const card = report.tenders.find(each => each.tender === 'card')
    expect(card).toMatchObject({ payments: 3, amount: 550n })
    expect(report.terminals).toEqual([
      { terminal: '93000001', payments: 2, amount: 450n, returned: 150n },
      { terminal: '93000002', payments: 1, amount: 100n, returned: 200n },
    ])
    expect(report.receipts?.first).toMatch(/^1-\d{4}-000001$/)
    expect(report.receipts?.last).toMatch(/^1-\d{4}-000005$/)
    expect(report.movements.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['pay_in', 2_000n],
      ['no_sale', 0n],
    ])
    expect(report.reversals.made.map(made => made.receipt[0])).toEqual(['1', '2'])
    expect(report.closing).toBeNull()
  })

  test('a cashier sees the own till, head, admin and auditor every one, a clerk none', async () => {
    await refused(tillReport(kasa2.ctx(), tillId), 'till.not_open')
    await refused(tillReport(kasa1.ctx(), randomUUIDv7()), 'till.not_open')
    for (const login of ['head', 'admin', 'audit'])
      expect((await tillReport((await town.signIn(login)).ctx(), tillId)).sums.payments).toBe(5)
    await refused(tillReport((await town.signIn('delo')).ctx(), tillId), 'authority.denied')
  })

  test('its X is printed as often as it is asked for, once for one id, at the desk of whoever asks', async () => {
    const id = randomUUIDv7()
    const [first, again] = await Promise.all([
      printXReport(head.ctx(), { id, tillId }),
      printXReport(head.ctx(), { id, tillId }),
    ])
    expect(again).toEqual(first)
    await printXReport(kasa1.ctx(), { id: randomUUIDv7(), tillId })
    const jobs = await town.sql`select d.number, j.paper from print_jobs j join desks d on d.id = j.desk_id
      where kind = 'x-report' order by ordinal`
    expect(jobs.map(job => job['number'])).toEqual([2, 1])
    expect(textOf(jobs[0]?.['paper'], 42)).toMatch(/X ОТЧЕТ.*Изготвил +Стоян Стоянов.*остава отворена/s)
    await refused(
      printXReport((await town.signIn('audit', 1)).ctx(), { id: randomUUIDv7(), tillId }),
      'authority.denied',
    )
    await refused(printXReport(kasa2.ctx(), { id: randomUUIDv7(), tillId }), 'till.not_open')
  })

  test('its Z has the same sums for ever, and the paper what was counted, what stays and what is handed over', async () => {
    const before = await tillReport(kasa1.ctx(), tillId)
    const { expected } = before.sums
    const countedMoney = { '1': Number(expected % 5_000n), '5000': Number(expected / 5_000n) }
    const closed = await closeTill(kasa1.ctx(), {
      tillId,
      counted: expected,
      countedMoney,
      left: 100n,
      reason: null,
      expected,
    })
    const z = await tillReport(kasa1.ctx(), tillId)
    expect(z).toEqual({ ...before, closing: z.closing })
    expect(z.closing).toMatchObject({ number: closed.number, counted: expected, left: 100n, difference: 0n })
    expect(z.closing?.countedMoney).toEqual(
      Object.fromEntries(Object.entries(countedMoney).filter(([, pieces]) => pieces > 0)),
    )
    await openTillFor(kasa1, 100n)
    await payOnce(kasa1)
    expect(await tillReport(kasa1.ctx(), tillId)).toEqual(z)
    expect(textOf(closed.paper, 42)).toMatch(/Остава в касата +1,00 €.*Сторнирани плащания: 2.*ПРЕДАДЕНИ/s)
  })

  test('tills of a day are listed, the open ones too: a cashier’s own, a head’s all', async () => {
    const today = kasa1.ctx().today
    const day = { from: today, to: today }
    const mine = await listTills(kasa1.ctx(), day)
    expect(mine.map(till => [till.desk, till.closing?.number.slice(-6) ?? 'open'])).toEqual([
      [1, 'open'],
      [1, '000001'],
    ])
    expect(await listTills(head.ctx(), day)).toHaveLength(3)
    const before = { from: today.subtract({ days: 9 }), to: today.subtract({ days: 1 }) }
    expect(await listTills(head.ctx(), before)).toEqual([])
    await refused(listTills((await town.signIn('delo')).ctx(), day), 'authority.denied')
  })
})

describe.each(newest)('counting and closing on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  beforeAll(async () => {
    town = await testTown(version)
    kasa1 = await town.signIn('kasa1', 1)
  })
  afterAll(() => town.close())

  test('notes and coins that do not make the sum, and those that are no euro, are refused', async () => {
    const till = await openTillFor(kasa1)
    const close = (countedMoney: Record<string, number>) =>
      closeTill(kasa1.ctx(), { tillId: till.id, counted: 5_000n, countedMoney, reason: null })
    expect(await refused(close({ '2000': 2 }), 'count.unlike_sum')).toEqual({ counted: 4_000n, sum: 5_000n })
    await refused(close({ '2500': 2 }), 'input.invalid')
    await refused(close({ '5000': 1.5 }), 'input.invalid')
    await refused(
      closeTill(kasa1.ctx(), { tillId: till.id, counted: 5_000n, left: 5_001n, reason: null }),
      'till.left_not_counted',
    )
    expect((await close({ '2000': 2, '1000': 1, '500': 0 })).difference).toBe(0n)
  })

  test('a payment that comes after the difference was told: nothing is closed unseen', async () => {
    const till = await openTillFor(kasa1)
    const { total } = await payOnce(kasa1)
    const input = { tillId: till.id, counted: 4_000n, reason: 'липсват десет евро', expected: 5_000n }
    expect(await refused(closeTill(kasa1.ctx(), input), 'till.moved_meanwhile')).toEqual({
      expected: 5_000n + total,
    })
    const closed = await closeTill(kasa1.ctx(), { ...input, expected: 5_000n + total })
    expect(closed.difference).toBe(-1_000n - total)
  })
})
