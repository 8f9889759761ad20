import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takePayment } from '../../office/payments/take-payment.ts'
import { cashReport } from '../../office/reports/cash-report.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { CASH_BY } from '../../rules/reports/cash.ts'
import type { Period } from '../../rules/reports/periods.ts'
import { refused } from '../support/refused.ts'
import { seedPayment } from '../support/seed-payment.ts'
import {
  lineOf,
  newest,
  openTillFor,
  payOnce,
  pricedService,
  type TestTown,
  testTown,
} from '../support/town.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const period = (from: string, to = from): Period => ({ from: day(from), to: day(to) })

describe.each(newest)('the cash report on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  let kasa2: Session
  let head: Session
  let today: Period
  beforeAll(async () => {
    town = await testTown(version)
    kasa1 = await town.signIn('kasa1', 1)
    kasa2 = await town.signIn('kasa2', 2)
    head = await town.signIn('head')
    today = { from: head.ctx().today, to: head.ctx().today }
    await openTillFor(kasa1)
    await openTillFor(kasa2)
  })
  afterAll(() => town.close())
  const total = async (session: Session, when: Period) =>
    (await cashReport(session.ctx(), when, 'tender')).rows.reduce((sum, row) => sum + row.amount, 0n)

  test('every dimension adds up to the cent to the receipts, and counts each payment once', async () => {
    const taken: bigint[] = []
    for (let at = 0; at < 4; at++) taken.push((await payOnce(kasa1, at, at + 1)).total)
    for (let at = 2; at < 7; at++) taken.push((await payOnce(kasa2, at)).total)
    const many = await Promise.all([0, 1, 3, 5, 8].map(at => pricedService(kasa1.ctx(), 'normal', at)))
    const lines = many.map(service => lineOf(service, 3))
    taken.push((await takePayment(kasa1.ctx(), { paymentId: randomUUIDv7(), lines, given: null })).total)
    const sum = taken.reduce((all, one) => all + one, 0n)
    for (const by of CASH_BY) {
      const { rows, payments } = await cashReport(head.ctx(), today, by)
      expect(
        rows.reduce((all, row) => all + row.amount, 0n),
        by,
      ).toBe(sum)
      expect(payments).toBe(10)
      expect(new Set(rows.map(row => row.key)).size, by).toBe(rows.length)
    }
    const desks = (await cashReport(head.ctx(), today, 'desk')).rows
    expect(desks.map(row => row.key).sort()).toEqual(['1', '2'])
    const kinds = (await cashReport(head.ctx(), today, 'payment-code')).rows
    expect(kinds.find(row => row.key === '448007')?.name).toBe('Такси за административни услуги')
    const cashiers = (await cashReport(head.ctx(), today, 'cashier')).rows
    expect(cashiers.find(row => row.key === 'kasa2')).toMatchObject({ name: 'Петър Георгиев', payments: 5 })
  })

  test('a cashier sees the own tills only; what they add up to is what the till expects', async () => {
    const own = await total(kasa1, today)
    expect((await total(head, today)) - own).toBe(await total(kasa2, today))
    const [till] = await town.sql`select t.id, opening_float_cents::text as float from tills t
      join open_tills o on o.till_id = t.id where t.staff_id = ${kasa1.who.id}`
    const counted = own + BigInt(till?.['float'])
    const closed = await closeTill(kasa1.ctx(), { tillId: till?.['id'], counted, reason: null })
    expect(closed.difference).toBe(0n)
  })

  test('a day begins and ends at midnight of the town, in winter and in summer', async () => {
    const at = async (takenAt: string, amount: bigint) => seedPayment(town, 'kasa1', 3, takenAt, amount)
    await at('2026-01-14T21:59:59.999999Z', 1n)
    await at('2026-01-14T22:00:00Z', 10n)
    await at('2026-01-15T21:59:59.999999Z', 100n)
    await at('2026-01-15T22:00:00Z', 1000n)
    await at('2026-07-09T20:59:59.999999Z', 10_000n)
    await at('2026-07-09T21:00:00Z', 100_000n)
    expect(await total(head, period('2026-01-14'))).toBe(1n)
    expect(await total(head, period('2026-01-15'))).toBe(110n)
    expect(await total(head, period('2026-01-16'))).toBe(1000n)
    expect(await total(head, period('2026-07-09'))).toBe(10_000n)
    expect(await total(head, period('2026-07-10'))).toBe(100_000n)
    expect(await total(head, period('2026-01-15', '2026-07-09'))).toBe(11_110n)
  })

  test('the days on which the clock changes are 23 and 25 hours long', async () => {
    await seedPayment(town, 'kasa1', 3, '2026-03-28T22:00:00Z', 1n)
    await seedPayment(town, 'kasa1', 3, '2026-03-29T20:59:59Z', 2n)
    await seedPayment(town, 'kasa1', 3, '2026-03-29T21:00:00Z', 4n)
    await seedPayment(town, 'kasa1', 3, '2026-10-24T21:00:00Z', 8n)
    await seedPayment(town, 'kasa1', 3, '2026-10-25T21:59:59Z', 16n)
    expect(await total(head, period('2026-03-29'))).toBe(3n)
    expect(await total(head, period('2026-10-25'))).toBe(24n)
  })

  test('an empty period has no rows and nothing taken', async () => {
    expect(await cashReport(head.ctx(), period('2001-01-01'), 'service')).toEqual({
      rows: [],
      payments: 0,
      before: null,
    })
  })

  test('a clerk is refused', async () => {
    const clerk = await town.signIn('delo')
    await refused(cashReport(clerk.ctx(), today, 'desk'), 'authority.denied')
  })

  test('numbers begin again with the new year of the town, without a gap in either', async () => {
    const number = (takenAt: string) => seedPayment(town, 'kasa2', 1, takenAt, 100n)
    expect(await number('2024-12-31T21:59:58Z')).toEqual({ year: 2024, number: 1 })
    expect(await number('2024-12-31T21:59:59Z')).toEqual({ year: 2024, number: 2 })
    expect(await number('2024-12-31T22:00:00Z')).toEqual({ year: 2025, number: 1 })
    expect(await number('2025-12-31T22:00:00Z')).toMatchObject({ year: 2026 })
  })
})
