import { randomUUIDv7 } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { disableStaff } from '../../office/staff/disable-staff.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { myTill, openTillHere } from '../../office/tills/lookup.ts'
import { openTill } from '../../office/tills/open-till.ts'
import { MOST } from '../../rules/money.ts'
import { textOf } from '../../rules/papers/lines.ts'
import { Refusal } from '../../rules/refusal.ts'
import { refused } from '../support/refused.ts'
import { newest, openTillFor, payOnce, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('tills on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  let kasa2: Session
  beforeEach(async () => {
    town = await testTown(version)
    kasa1 = await town.signIn('kasa1', 1)
    kasa2 = await town.signIn('kasa2', 2)
  })
  afterEach(() => town.close())
  const logged = async (id: string) =>
    (await town.sql`select act, desk, facts from logbook where subject_id = ${id} order by id`).map(row => ({
      ...row,
    }))

  test('a till is opened with its float, once for one id, and written in the logbook', async () => {
    const input = { tillId: randomUUIDv7(), openingFloat: 5000n }
    const [till, again] = await Promise.all([openTill(kasa1.ctx(), input), openTill(kasa1.ctx(), input)])
    expect(till).toMatchObject({
      id: input.tillId,
      desk: 1,
      openingFloat: 5000n,
      expected: 5000n,
      payments: 0,
    })
    expect(again).toEqual(till)
    expect(await openTill(kasa1.ctx(), input)).toEqual(till)
    expect(await myTill(kasa1.ctx())).toEqual(till)
    expect(await logged(input.tillId)).toEqual([{ act: 'tills.open', desk: 1, facts: { float_cents: 5000 } }])
  })

  test('opening that arrives again after its till was closed opens nothing', async () => {
    const till = await openTillFor(kasa1)
    await closeTill(kasa1.ctx(), { tillId: till.id, counted: till.expected, reason: null })
    await refused(openTill(kasa1.ctx(), { tillId: till.id, openingFloat: 5000n }), 'till.not_open')
    expect(await myTill(kasa1.ctx())).toBeNull()
  })

  test('a closing that looks at an older moment, without the payment since, is refused by the database', async () => {
    const till = await openTillFor(kasa1)
    for (const level of ['repeatable read', 'serializable']) {
      const closing = kasa1.database.sql.begin(`isolation level ${level}`, async tx => {
        await tx`select count(*) from payments`
        const [sum] =
          await town.sql`select coalesce(sum(total_cents), 0) as cents from payments where till_id = ${till.id}`
        await payOnce(kasa1)
        const expected = 5000 + Number(sum?.['cents'])
        await tx`insert into till_closings (till_id, expected_cents, counted_cents, difference_cents)
          values (${till.id}, ${expected}, ${expected}, 0)`
      })
      await expect(closing, level).rejects.toMatchObject({ code: 'GS002' })
    }
    expect((await myTill(kasa1.ctx()))?.payments).toBe(2)
  })

  test('a desk that another cashier holds, and a second till of one cashier, are refused', async () => {
    await openTillFor(kasa1)
    const atDesk1 = await town.signIn('kasa2', 1)
    expect(await refused(openTillFor(atDesk1), 'till.desk_taken')).toMatchObject({
      desk: 1,
      cashier: 'Мария Иванова',
    })
    const atDesk3 = await town.signIn('kasa1', 3)
    expect(await refused(openTillFor(atDesk3), 'till.open_elsewhere')).toMatchObject({ desk: 1 })
  })

  test('two cashiers at one desk in the same moment: one has it, the other is told who', async () => {
    const atDesk1 = await town.signIn('kasa2', 1)
    const outcomes = await Promise.allSettled([openTillFor(kasa1), openTillFor(atDesk1)])
    expect(outcomes.map(o => o.status).sort()).toEqual(['fulfilled', 'rejected'])
    const why = outcomes.find(o => o.status === 'rejected')?.reason
    expect(why).toBeInstanceOf(Refusal)
    expect(why.code).toBe('till.desk_taken')
  })

  test('one cashier at two desks in the same moment has one till', async () => {
    const atDesk3 = await town.signIn('kasa1', 3)
    const outcomes = await Promise.allSettled([openTillFor(kasa1), openTillFor(atDesk3)])
    expect(outcomes.map(o => o.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(o => o.status === 'rejected')?.reason).toMatchObject({ code: 'till.open_elsewhere' })
  })

  test('a float outside what money can be, and a post that keeps no till, are refused', async () => {
    for (const openingFloat of [-1n, MOST + 1n])
      await refused(openTill(kasa1.ctx(), { tillId: randomUUIDv7(), openingFloat }), 'amount.too_large')
    for (const login of ['delo', 'head', 'admin', 'audit'])
      await refused(openTillFor(await town.signIn(login, 3)), 'authority.denied')
  })

  test('closing counts float and payments, owes the paper and writes the logbook', async () => {
    const till = await openTillFor(kasa1, 1000n)
    const paid = (await payOnce(kasa1)).total + (await payOnce(kasa1, 1)).total
    const closed = await closeTill(kasa1.ctx(), { tillId: till.id, counted: paid + 1000n, reason: null })
    expect(closed).toMatchObject({ expected: paid + 1000n, counted: paid + 1000n, difference: 0n })
    expect(await myTill(kasa1.ctx())).toBeNull()
    const jobs = await town.sql`select kind, state from print_jobs where subject_id = ${till.id}`
    expect(jobs.map(job => ({ ...job }))).toEqual([{ kind: closed.paper.kind, state: 'queued' }])
    const facts = {
      expected_cents: Number(closed.expected),
      counted_cents: Number(closed.counted),
      difference_cents: 0,
      reason: null,
      z: closed.number,
      left_cents: 0,
    }
    expect((await logged(till.id)).at(-1)).toEqual({ act: 'tills.close', desk: 1, facts })
  })

  test('a difference wants its reason; with one it is kept', async () => {
    const till = await openTillFor(kasa1, 1000n)
    const count = (counted: bigint, reason: string | null) =>
      closeTill(kasa1.ctx(), { tillId: till.id, counted, reason })
    expect(await refused(count(990n, null), 'till.difference_needs_reason')).toEqual({ difference: -10n })
    await refused(count(990n, '  \u0007 '), 'till.difference_needs_reason')
    for (const counted of [-1n, MOST + 1n]) await refused(count(counted, 'x'), 'amount.too_large')
    expect((await count(990n, 'липсват десет стотинки')).difference).toBe(-10n)
  })

  test('closing again, later or at once, gives back the closing as it was', async () => {
    const till = await openTillFor(kasa1, 1000n)
    const input = { tillId: till.id, counted: 1000n, reason: null }
    const [first, second] = await Promise.all([closeTill(kasa1.ctx(), input), closeTill(kasa1.ctx(), input)])
    expect(second).toEqual(first)
    expect(await closeTill(kasa1.ctx(), { ...input, counted: 7n, reason: 'друго' })).toEqual(first)
    const jobs = await town.sql`select 1 from print_jobs where subject_id = ${till.id}`
    expect(jobs.length).toBe(1)
  })

  test('somebody else’s till, and one that is not there, cannot be closed', async () => {
    const till = await openTillFor(kasa1)
    await refused(closeTill(kasa2.ctx(), { tillId: till.id, counted: 5000n, reason: null }), 'till.not_open')
    const unknown = { tillId: randomUUIDv7(), counted: 0n, reason: null }
    await refused(closeTill(kasa1.ctx(), unknown), 'till.not_open')
  })

  test('of a cashier who cannot, a head closes it, saying why; the paper names both', async () => {
    const till = await openTillFor(kasa1)
    await disableStaff((await town.signIn('admin')).ctx(), 'kasa1')
    const head = await town.signIn('head', 1)
    const input = { tillId: till.id, counted: till.expected, reason: null }
    expect(await refused(closeTill(head.ctx(), input), 'till.forced_needs_reason')).toEqual({
      cashier: 'Мария Иванова',
    })
    expect((await openTillHere(head.ctx())).id).toBe(till.id)
    const closed = await closeTill(head.ctx(), { ...input, reason: 'касиерът е болен' })
    const paper = textOf(closed.paper, 42)
    expect(paper).toMatch(/Касиер +Мария Иванова/)
    expect(paper).toMatch(/Приключи вместо него +Стоян Стоянов/)
    expect(await openTillFor(await town.signIn('kasa2', 1))).toMatchObject({ desk: 1 })
    await refused(openTillHere((await town.signIn('head', 2)).ctx()), 'till.not_open')
  })

  test('a payment that races the closing is in its sums, or it is refused', async () => {
    for (let turn = 0; turn < 8; turn++) {
      const till = await openTillFor(kasa1, 0n)
      const pays = [0, 1, 2].map(() => payOnce(kasa1))
      const closing = closeTill(kasa1.ctx(), { tillId: till.id, counted: 0n, reason: 'преброени' })
      const outcomes = await Promise.allSettled(pays)
      const closed = await closing
      const paid = outcomes.reduce((sum, o) => sum + (o.status === 'fulfilled' ? o.value.total : 0n), 0n)
      for (const o of outcomes)
        if (o.status === 'rejected') expect(o.reason).toMatchObject({ code: 'till.not_open' })
      expect(closed.expected).toBe(paid)
      const [kept] =
        await town.sql`select coalesce(sum(total_cents), 0)::text as sum from payments where till_id = ${till.id}`
      expect(kept?.['sum']).toBe(String(paid))
    }
  })
})
