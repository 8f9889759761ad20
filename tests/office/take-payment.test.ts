import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takePayment } from '../../office/payments/take-payment.ts'
import { listServices } from '../../office/services/list-services.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { cents, MOST } from '../../rules/money.ts'
import { isFree, type Service } from '../../rules/services.ts'
import { refused } from '../support/refused.ts'
import {
  lineOf,
  openTillFor,
  payOnce,
  pricedService,
  servers,
  type TestTown,
  testTown,
} from '../support/town.ts'
import { untilNoLineIsLost } from '../support/until-no-line-is-lost.ts'

describe.each(servers)('taking a payment on PostgreSQL %s', version => {
  let town: TestTown
  let desk1: Session
  let desk2: Session
  let birth: Service
  let catalogue: Service[]
  const pay = (
    lines: ReturnType<typeof lineOf>[],
    given: bigint | null = null,
    paymentId: string = randomUUIDv7(),
  ) => takePayment(desk1.ctx(), { paymentId, lines, given })

  beforeAll(async () => {
    town = await testTown(version)
    desk1 = await town.signIn('kasa1', 1)
    desk2 = await town.signIn('kasa2', 2)
    birth = await pricedService(desk1.ctx())
    catalogue = await listServices(desk1.ctx())
  })
  afterAll(() => town.close())

  test('is refused while no till is open, and at a desk that is not the till’s', async () => {
    await refused(pay([lineOf(birth)]), 'till.not_open')
    await openTillFor(desk1)
    await openTillFor(desk2)
    const elsewhere = await town.signIn('kasa1', 3)
    const there = takePayment(elsewhere.ctx(), {
      paymentId: randomUUIDv7(),
      lines: [lineOf(birth)],
      given: null,
    })
    await refused(there, 'till.not_open')
  })

  test('gives number, sums and change, writes the logbook and owes the paper', async () => {
    const other = await pricedService(desk1.ctx(), 'normal', 1)
    const lines = [lineOf(birth, 2), lineOf(other)]
    const total = lines.reduce((sum, line) => sum + line.price * BigInt(line.quantity), 0n)
    const taken = await pay(lines, total + 300n)
    const { year } = taken.takenAt.toZonedDateTimeISO('Europe/Sofia')
    expect(taken).toMatchObject({
      receiptNumber: `1-${year}-000001`,
      total,
      given: total + 300n,
      change: 300n,
    })
    const [log] =
      await town.sql`select act, who, desk, facts from logbook where subject_id = ${taken.paymentId}`
    expect(log).toEqual({
      act: 'payments.take',
      who: `${town.place.database}_staff_kasa1`,
      desk: 1,
      facts: { receipt: taken.receiptNumber, total_cents: Number(total) },
    })
    const jobs = await town.sql`select id, kind, state from print_jobs where subject_id = ${taken.paymentId}`
    expect([...jobs]).toEqual([{ id: taken.printJobId, kind: 'receipt', state: 'queued' }])
    expect(JSON.stringify(taken.paper)).toContain(taken.receiptNumber)
    expect(JSON.stringify(taken.paper)).toContain('ДЕМО')
  })

  test('sent again with the same id it is given back, not taken twice, however often', async () => {
    const id = randomUUIDv7()
    const first = await pay([lineOf(birth)], 10_000n, id)
    const again = await pay([lineOf(birth)], 10_000n, id)
    expect(again).toEqual(first)
    const [count] = await town.sql`select count(*)::int as n from payments where id = ${id}`
    expect(count?.['n']).toBe(1)
  })

  test('the same id with another content is refused', async () => {
    const id = randomUUIDv7()
    await pay([lineOf(birth)], 10_000n, id)
    await refused(pay([lineOf(birth, 2)], 10_000n, id), 'payment.id_reused')
    await refused(pay([lineOf(birth)], 10_001n, id), 'payment.id_reused')
  })

  test('two lines sending the same payment at once take it once', async () => {
    const id = randomUUIDv7()
    const [a, b, c] = await Promise.all([1, 2, 3].map(() => pay([lineOf(birth)], null, id)))
    expect(b).toEqual(a)
    expect(c).toEqual(a)
    const jobs = await town.sql`select 1 from print_jobs where subject_id = ${id}`
    expect(jobs.length).toBe(1)
  })

  test('two cashiers at once leave no gap and no double in either desk’s numbers', async () => {
    const taken = await Promise.all(
      [desk1, desk2].flatMap(session => Array.from({ length: 15 }, () => payOnce(session))),
    )
    expect(new Set(taken.map(t => t.receiptNumber)).size).toBe(30)
    const gaps = await town.sql`
      select desk_id from receipts group by desk_id, year
      having max(number) <> count(*) or min(number) <> 1 or max(number) <> count(distinct number)`
    expect([...gaps]).toEqual([])
    const series = await town.sql`
      select 1 from number_series s where series = 'receipt' and last_number <>
        (select max(number) from receipts r where r.desk_id = s.desk_id and r.year = s.year)`
    expect(series.length).toBe(0)
  })

  test('a refused payment uses up no number', async () => {
    const before = await payOnce(desk1)
    await refused(pay([lineOf(birth)], 1n), 'payment.too_little_cash')
    await refused(pay([lineOf(birth)], 203_700n), 'payment.too_much_cash')
    const after = await payOnce(desk1)
    const number = (receipt: string) => Number(receipt.split('-')[2])
    expect(number(after.receiptNumber)).toBe(number(before.receiptNumber) + 1)
  })

  test('every wrong basket has its refusal, the first in the order a cashier would mend them', async () => {
    const free = catalogue.find(s => isFree(s, 'normal'))!
    const open = catalogue.find(s => s.pricing === 'open')!
    const slow = catalogue.find(s => s.pricing === 'fixed' && s.fees.normal?.cents && !s.fees.express)!
    const unknown = { ...lineOf(birth), serviceId: randomUUIDv7() }
    await refused(pay([]), 'payment.empty')
    const tooMany = Array.from({ length: 301 }, () => lineOf(birth))
    expect(await refused(pay(tooMany), 'payment.too_many_lines')).toEqual({ most: 300 })
    await refused(pay([unknown]), 'service.unknown')
    await refused(pay([lineOf(slow, 1, 'express', 100n)]), 'service.no_such_speed')
    await refused(pay([lineOf(free)]), 'service.is_free')
    for (const quantity of [0, -1, 10_000, 1e9])
      await refused(pay([lineOf(birth, quantity)]), 'quantity.out_of_range')
    await refused(pay([lineOf(open, 1, 'normal', 0n)]), 'service.needs_amount')
    await refused(pay([lineOf(open, 1, 'normal', MOST + 1n)]), 'amount.too_large')
    await refused(pay([lineOf(open, 2, 'normal', MOST)]), 'payment.too_large')
    await refused(pay([lineOf(birth, 1, 'normal', 1n)]), 'service.price_changed')
    await refused(pay([lineOf(birth)], MOST + 1n), 'amount.too_large')
    expect(await refused(pay([lineOf(birth)], 0n), 'payment.too_little_cash')).toEqual({
      missing: birth.fees.normal?.cents,
    })
    await refused(pay([lineOf(birth)], -5n), 'payment.too_little_cash')
    await refused(pay([lineOf(free), lineOf(birth, 0)], 0n), 'service.is_free')
    await refused(pay([lineOf(birth)], null, 'not an id'), 'input.invalid')
    for (const quantity of [Number.NaN, 1.5]) await refused(pay([lineOf(birth, quantity)]), 'input.invalid')
  })

  test('a fee that changed between seeing and paying is refused with the fee of now', async () => {
    const service = await pricedService(desk1.ctx(), 'normal', 2)
    const now = cents((service.fees.normal?.cents ?? 0n) + 50n)
    await town.sql`update service_fees set fee_cents = ${String(now)} where service_id = ${service.id} and speed = 'normal'`
    expect(await refused(pay([lineOf(service)]), 'service.price_changed')).toEqual({
      code: service.code,
      now,
    })
    expect((await pay([lineOf(service, 1, 'normal', now)])).total).toBe(now)
  })

  test('a service that was withdrawn between seeing and paying is refused by its code', async () => {
    const service = await pricedService(desk1.ctx(), 'normal', 2)
    const offer = (offered: boolean) =>
      town.sql`update services set offered = ${offered} where id = ${service.id}`
    await offer(false)
    expect(await refused(pay([lineOf(birth), lineOf(service)]), 'service.unknown')).toEqual({
      code: service.code,
    })
    await offer(true)
  })

  test('an open amount is taken as typed', async () => {
    const open = catalogue.find(s => s.pricing === 'open' && s.fees.normal)!
    expect((await pay([lineOf(open, 3, 'normal', 1234n)])).total).toBe(3702n)
  })

  test('is refused to every post but the cashier, and without a desk', async () => {
    for (const login of ['delo', 'head', 'admin', 'audit']) {
      const session = await town.signIn(login)
      await refused(payAs(session), 'authority.denied')
    }
    const nowhere = { ...desk1.ctx(), desk: null }
    const input = { paymentId: randomUUIDv7(), lines: [lineOf(birth)], given: null }
    await refused(takePayment(nowhere, input), 'desk.needed')
  })
  const payAs = (session: Session) =>
    takePayment(session.ctx(), { paymentId: randomUUIDv7(), lines: [lineOf(birth)], given: null })

  test('a line that is lost while paying: asked again with the same id, it is there once', async () => {
    const id = randomUUIDv7()
    const input = { paymentId: id, lines: [lineOf(birth)], given: null }
    const cutter = await town.signIn('kasa1', 1)
    const first = takePayment(desk1.ctx(), input).catch(() => null)
    await cutter.database.sql`select pg_terminate_backend(pid) from pg_stat_activity
      where usename = current_user and pid <> pg_backend_pid()`
    await first
    await untilNoLineIsLost(() => takePayment(desk1.ctx(), input))
    const [count] = await town.sql`select count(*)::int as n from payments where id = ${id}`
    expect(count?.['n']).toBe(1)
  })

  test('a repeat after the till was closed gives the payment back', async () => {
    const session = await town.signIn('kasa2', 2)
    const id = randomUUIDv7()
    const input = { paymentId: id, lines: [lineOf(birth)], given: null }
    const first = await takePayment(session.ctx(), input)
    const [open] =
      await town.sql`select till_id from open_tills o join desks d on d.id = o.desk_id where d.number = 2`
    await closeTill(session.ctx(), { tillId: open?.['till_id'], counted: 0n, reason: 'изнесени' })
    expect(await takePayment(session.ctx(), input)).toEqual(first)
    await refused(takePayment(session.ctx(), { ...input, paymentId: randomUUIDv7() }), 'till.not_open')
  })
})
