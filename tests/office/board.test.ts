import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seeBoard } from '../../office/board/see-board.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import { setSetting } from '../../office/settings/set-setting.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { moveCash } from '../../office/tills/move-cash.ts'
import { alarmsOf } from '../../rules/board.ts'
import { payMixed } from '../support/other-tenders.ts'
import { refused } from '../support/refused.ts'
import { reverse } from '../support/reversing.ts'
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

describe.each(newest)('the supervisor’s board on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  let head: Session
  beforeAll(async () => {
    town = await testTown(version)
    ;[kasa1, head] = await Promise.all([town.signIn('kasa1', 1), town.signIn('head', 1)])
  })
  afterAll(() => town.close())
  const row = async (desk: number) => {
    const board = await seeBoard(head.ctx())
    const found = board.rows.find(each => each.desk.number === desk)
    if (!found) throw new Error(`no desk ${desk}`)
    return { ...found, alarms: alarmsOf(found, board.limit) }
  }

  test('a desk where nobody works is there, with nothing', async () => {
    expect(await row(2)).toMatchObject({
      till: null,
      payments: 0,
      lastPaymentAt: null,
      pace: { last15: 0, last60: 0, served_ms: null },
      papers: { late: 0, failed: 0, unsure: 0 },
      alarms: [],
    })
  })

  test('cash held is float, cash taken, given back and moved; payments and pace are of the day', async () => {
    const till = await openTillFor(kasa1)
    await payOnce(kasa1)
    const mixed = await payMixed(kasa1, { at: 1, quantity: 3, card: 100n })
    await reverse(kasa1, mixed.paymentId, head, { refundReference: 'RRN 1' })
    await moveCash(kasa1.ctx(), { id: randomUUIDv7(), kind: 'pay_in', amount: 2_000n, reason: 'дребни' })
    await moveCash(kasa1.ctx(), { id: randomUUIDv7(), kind: 'pay_out', amount: 500n, reason: 'марки' })
    const service = await pricedService(kasa1.ctx())
    for (const servedMs of [60_000, 90_000])
      await takePayment(kasa1.ctx(), {
        paymentId: randomUUIDv7(),
        lines: [lineOf(service)],
        given: null,
        servedMs,
      })
    const fee = service.fees.normal?.cents ?? 0n
    const seen = await row(1)
    expect(seen.till).toMatchObject({ id: till.id, cashier: 'Мария Иванова', held: 6_500n + 3n * fee })
    expect(seen).toMatchObject({ payments: 4, pace: { last15: 4, last60: 4, served_ms: 75_000 } })
    expect(seen.lastPaymentAt).not.toBeNull()
  })

  test('a payment of another day, and one of hours ago, are not in the pace', async () => {
    const before = await row(3)
    await seedPayment(town, 'kasa2', 3, new Date(Date.now() - 86_400_000 * 2).toISOString(), 500n)
    expect(await row(3)).toEqual({ ...before })
  })

  test('more cash than the limit of the day, and papers that are stuck, are alarms', async () => {
    expect((await row(1)).alarms).toEqual([])
    const admin = await town.signIn('admin')
    const { today } = admin.ctx()
    const limit = { key: 'till_limit' as const, source: 'Заповед РД-17', amount: 6_000n }
    await setSetting(admin.ctx(), { ...limit, validFrom: today.add({ days: 1 }), amount: 1n })
    expect((await row(1)).alarms).toEqual([])
    await setSetting(admin.ctx(), { ...limit, validFrom: today })
    expect((await row(1)).alarms).toEqual(['over_limit'])
    await town.sql`update print_jobs set state = case ordinal % 2 when 0 then 'failed' else 'unsure' end
      where ordinal in (select ordinal from print_jobs order by ordinal limit 3)`
    const stuck = await row(1)
    expect(stuck.alarms).toEqual(['over_limit', 'papers'])
    expect(stuck.papers.failed + stuck.papers.unsure).toBe(3)
    expect(stuck.papers.late).toBe(0)
  })

  test('head, admin and auditor see it; a cashier and a clerk do not', async () => {
    for (const login of ['head', 'admin', 'audit'])
      expect((await seeBoard((await town.signIn(login)).ctx())).rows.length).toBeGreaterThan(2)
    for (const login of ['kasa1', 'delo'])
      await refused(seeBoard((await town.signIn(login)).ctx()), 'authority.denied')
  })
})
