import { randomUUIDv7 } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Session } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { myTill } from '../../office/tills/lookup.ts'
import { type MoveCash, moveCash } from '../../office/tills/move-cash.ts'
import { MOST } from '../../rules/money.ts'
import { textOf } from '../../rules/papers/lines.ts'
import { refused } from '../support/refused.ts'
import { newest, openTillFor, payOnce, type TestTown, testTown } from '../support/town.ts'

const year = new Date().getFullYear()

describe.each(newest)('cash moved in and out of tills on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  beforeEach(async () => {
    town = await testTown(version)
    kasa1 = await town.signIn('kasa1', 1)
  })
  afterEach(() => town.close())

  const move = (kind: MoveCash['kind'], amount: bigint, more: Partial<MoveCash> = {}) =>
    moveCash(kasa1.ctx(), { id: randomUUIDv7(), kind, amount, reason: 'дребни за ресто', ...more })
  const held = async () => (await myTill(kasa1.ctx()))?.expected
  const vouchers = async () =>
    (
      await town.sql`select subject, direction, number, amount_cents::int as cents from cash_vouchers
        order by issued_at, direction, number`
    ).map(row => `${row['subject']} ${row['direction']} ${row['number']}: ${row['cents']}`)

  test('a pay-in and a pay-out have their vouchers, whose papers open the drawer', async () => {
    await openTillFor(kasa1, 0n)
    const paidIn = await move('pay_in', 10_000n)
    expect(paidIn).toMatchObject({ kind: 'pay_in', amount: 10_000n, voucher: `1-${year}-000001` })
    expect(paidIn.paper.kind).toBe('cash-in-voucher')
    const paidOut = await move('pay_out', 2_550n, { reason: 'пощенски марки', counterparty: 'Пощата' })
    expect(paidOut.paper.kind).toBe('cash-out-voucher')
    expect(textOf(paidOut.paper, 42)).toMatch(/Пощата.*пощенски марки.*25,50 €/s)
    for (const { paper } of [paidIn, paidOut])
      expect(paper.blocks.filter(block => 'drawer' in block)).toHaveLength(1)
    expect(await held()).toBe(7_450n)
    expect(await vouchers()).toEqual(['movement in 1: 10000', 'movement out 1: 2550'])
    const jobs = await town.sql`select kind, state from print_jobs order by ordinal`
    expect(jobs.map(job => ({ ...job }))).toEqual([
      { kind: 'cash-in-voucher', state: 'queued' },
      { kind: 'cash-out-voucher', state: 'queued' },
    ])
  })

  test('the drawer opens without a sale by a slip that says why; no money moves, no voucher is taken', async () => {
    await openTillFor(kasa1)
    const opened = await move('no_sale', 500n, { reason: 'разваляне на банкнота' })
    expect(opened).toMatchObject({ amount: 0n, voucher: null })
    expect(textOf(opened.paper, 42)).toContain('Причина: разваляне на банкнота')
    expect(opened.paper.blocks.some(block => 'drawer' in block)).toBe(true)
    expect(await held()).toBe(5_000n)
    expect(await vouchers()).toEqual(['float in 1: 5000'])
  })

  test('sent again, at once or later, it is done once and told the same', async () => {
    await openTillFor(kasa1)
    for (const kind of ['pay_in', 'no_sale'] as const) {
      const id = randomUUIDv7()
      const [first, second] = await Promise.all([move(kind, 300n, { id }), move(kind, 300n, { id })])
      expect(second).toEqual(first)
      expect(await move(kind, 99_999n, { id, reason: 'друго' })).toEqual(first)
    }
    expect(await held()).toBe(5_300n)
    expect(await town.sql`select 1 from print_jobs`).toHaveLength(2)
    const logged = await town.sql`select facts from logbook where act = 'tills.move_cash' order by id`
    expect(logged.map(row => row['facts'])).toEqual([
      { kind: 'pay_in', amount_cents: 300, reason: 'дребни за ресто', voucher: `1-${year}-000002` },
      { kind: 'no_sale', amount_cents: 0, reason: 'дребни за ресто', voucher: null },
    ])
  })

  test('the last money paid out twice at once under one id goes out once, and both are told so', async () => {
    await openTillFor(kasa1)
    for (let round = 0; round < 10; round++) {
      const id = randomUUIDv7()
      const out = () => move('pay_out', 5_000n, { id })
      const [first, second] = await Promise.all([out(), out()])
      expect(second).toEqual(first)
      expect(await held()).toBe(0n)
      await move('pay_in', 5_000n)
    }
  })

  test('is refused: no till, no amount, no reason, more out than lies in it, other posts', async () => {
    await refused(move('pay_in', 100n), 'till.not_open')
    await openTillFor(kasa1)
    await refused(move('pay_in', 0n), 'amount.zero')
    await refused(move('pay_out', -5n), 'amount.zero')
    await refused(move('pay_in', MOST + 1n), 'amount.too_large')
    await refused(move('no_sale', 0n, { reason: ' \u0007 ' }), 'movement.needs_reason')
    expect(await refused(move('pay_out', 5_001n), 'till.too_little_cash')).toEqual({
      held: 5_000n,
      needed: 5_001n,
    })
    const atDesk2 = await town.signIn('kasa1', 2)
    const elsewhere = { id: randomUUIDv7(), kind: 'no_sale' as const, reason: 'проба' }
    await refused(moveCash(atDesk2.ctx(), elsewhere), 'till.not_open')
    for (const login of ['delo', 'head', 'admin', 'audit'])
      await refused(moveCash((await town.signIn(login, 1)).ctx(), elsewhere), 'authority.denied')
    expect(await held()).toBe(5_000n)
  })

  test('two pay-outs of the same last money: one has it', async () => {
    await openTillFor(kasa1)
    const outcomes = await Promise.allSettled([move('pay_out', 3_000n), move('pay_out', 3_000n)])
    expect(outcomes.map(o => o.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(o => o.status === 'rejected')?.reason).toMatchObject({
      code: 'till.too_little_cash',
    })
    expect(await held()).toBe(2_000n)
  })

  test('the cash book of the desk balances: opening + in − out is what was left in the drawer', async () => {
    for (const [float, left] of [
      [5_000n, 2_000n],
      [2_000n, 0n],
      [1_000n, 1_000n],
    ] as const) {
      const till = await openTillFor(kasa1, float)
      await payOnce(kasa1)
      await move('pay_in', 700n)
      await move('pay_out', 250n)
      const expected = (await held()) ?? 0n
      await closeTill(kasa1.ctx(), {
        tillId: till.id,
        counted: expected - 3n,
        reason: 'липсват три стотинки',
        left,
      })
      const [book] = await town.sql`
        select sum(case direction when 'in' then amount_cents else -amount_cents end)::int as balance from cash_vouchers`
      expect(book?.['balance']).toBe(Number(left))
    }
  })
})
