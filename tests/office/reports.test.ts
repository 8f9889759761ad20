import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { giveConfirmation } from '../../office/confirmations/give-confirmation.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import { listJobs } from '../../office/print/list-jobs.ts'
import { cashReport } from '../../office/reports/cash-report.ts'
import { listDifferences } from '../../office/reports/list-differences.ts'
import { listOverrides } from '../../office/reports/list-overrides.ts'
import { listPayments } from '../../office/reports/list-payments.ts'
import { listReversals } from '../../office/reports/list-reversals.ts'
import { makeReport } from '../../office/reports/make-report.ts'
import { printReport } from '../../office/reports/print-report.ts'
import { servingTimes } from '../../office/reports/serving-times.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { myTill } from '../../office/tills/lookup.ts'
import { cents } from '../../rules/money.ts'
import { textOf } from '../../rules/papers/lines.ts'
import { overrideWhat } from '../../rules/payments.ts'
import { CASH_BY } from '../../rules/reports/cash.ts'
import type { PaymentRow } from '../../rules/reports/lists.ts'
import type { Period } from '../../rules/reports/periods.ts'
import { TENDERS } from '../../rules/tenders.ts'
import { refused } from '../support/refused.ts'
import { reverse } from '../support/reversing.ts'
import { seedPayment } from '../support/seed-payment.ts'
import { lineOf, newest, openTillFor, pricedService, type TestTown, testTown } from '../support/town.ts'

const OLD = '2026-03-10'
const old: Period = { from: Temporal.PlainDate.from(OLD), to: Temporal.PlainDate.from(OLD) }

describe.each(newest)('reports of mixed money, on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  let kasa2: Session
  let head: Session
  let today: Period
  const slip = { terminal: 'T0000001', authorisation: 'A1B2C3', cardTail: '4242' }

  const bill = async (serviceId: string | null, name: string, amount: number) => {
    const [row] = await town.sql<{ id: string }[]>`
      insert into bills (id, kind, number, service_id, department_id, name, amount_cents, payment_code, issued_by)
      select gen_random_uuid(), 'request', 'З-' || gen_random_uuid(), ${serviceId}, d.id, ${name}, ${amount}, '448001', s.id
      from departments d, staff s where s.login = 'delo' order by d.code limit 1 returning id`
    return { billId: row?.id ?? '' }
  }
  const cashOf = (who: Session, by: (typeof CASH_BY)[number], period = today, more = {}) =>
    cashReport(who.ctx(), period, by, more)
  const sumOf = (rows: { amount: bigint }[]) => rows.reduce((all, row) => all + row.amount, 0n)

  /** A mixed payment at kasa1, a card one at kasa2 that is reversed at once, and an old payment reversed today by kasa2. */
  beforeAll(async () => {
    town = await testTown(version)
    ;[kasa1, kasa2, head] = await Promise.all([
      town.signIn('kasa1', 1),
      town.signIn('kasa2', 2),
      town.signIn('head', 1),
    ])
    today = { from: head.ctx().today, to: head.ctx().today }
    await openTillFor(kasa1)
    await openTillFor(kasa2)
    const [one, two] = await Promise.all([0, 3].map(at => pricedService(kasa1.ctx(), 'normal', at)))
    if (!one || !two) throw new Error('no services')
    const lines = [
      lineOf(one, 2),
      await bill(null, 'Депозит за търг', 700),
      lineOf(two),
      await bill(one.id, 'Наследници', 300),
    ]
    await takePayment(kasa1.ctx(), {
      paymentId: randomUUIDv7(),
      lines,
      given: null,
      others: [
        { tender: 'card', amount: 900n, ...slip, rrn: '100000000001' },
        { tender: 'bank', amount: 250n, reference: 'BG80' },
      ],
      servedMs: 40_000,
    })
    const fee = one.fees.normal?.cents ?? 0n
    const byCard = await takePayment(kasa2.ctx(), {
      paymentId: randomUUIDv7(),
      lines: [lineOf(one)],
      given: null,
      others: [{ tender: 'card', amount: fee, ...slip, rrn: '100000000002' }],
      servedMs: 20_000,
    })
    await reverse(kasa2, byCard.paymentId, head, { reason: 'грешна услуга', refundReference: 'R1' })
    await takePayment(kasa2.ctx(), {
      paymentId: randomUUIDv7(),
      lines: [lineOf(one)],
      given: null,
      servedMs: 60_000,
    })
    await seedPayment(town, 'kasa1', 3, `${OLD}T08:30:00Z`, 4_00n)
    const [seeded] = await town.sql<{ id: string }[]>`select id from payments where total_cents = 400`
    await reverse(kasa2, seeded?.id ?? '', head, { reason: 'върната такса' })
  })
  afterAll(() => town.close())

  const net = async () => {
    const [row] = await town.sql<{ net: string }[]>`
      select (select sum(total_cents) from payments where taken_at >= now() - interval '1 hour')
        - (select sum(p.total_cents) from reversals r join payments p on p.id = r.payment_id) as net`
    return BigInt(row?.net ?? 0)
  }

  test('every dimension, of all money and of each tender, adds up to receipts less reversals', async () => {
    const all = await net()
    for (const by of CASH_BY) {
      const { rows, payments } = await cashOf(head, by)
      expect(sumOf(rows), by).toBe(all)
      expect(payments, by).toBe(3)
      expect(rows.every(row => row.amount === row.gross - row.reversed)).toBe(true)
      const byTender = await Promise.all(TENDERS.map(tender => cashOf(head, by, today, { tender })))
      expect(
        byTender.reduce((sum, one) => sum + sumOf(one.rows), 0n),
        by,
      ).toBe(all)
    }
    const [card] = (await cashOf(head, 'tender', today, { tender: 'card' })).rows
    const fee = (await pricedService(kasa1.ctx())).fees.normal?.cents
    expect(card).toMatchObject({ key: 'card', gross: 900n + (fee ?? 0n), reversed: fee, amount: 900n })
  })

  test('a tender covers the lines in their order, to the cent', async () => {
    const [line] = await town.sql<{ first: string; deposit: string }[]>`
      select sum(amount_cents) filter (where ordinal = 1) as first, sum(amount_cents) filter (where ordinal = 2) as deposit
      from payment_lines where payment_id = (select payment_id from payment_tenders where tender = 'bank')`
    const [first, deposit] = [Number(line?.first), Number(line?.deposit)]
    const reaches = (from: number, to: number) =>
      cents(Math.max(0, Math.min(to, first + deposit) - Math.max(from, first)))
    const covered = async (tender: (typeof TENDERS)[number]) =>
      (await cashOf(kasa1, 'service', today, { tender })).rows.find(row => row.name === 'Депозит за търг')
        ?.amount ?? 0n
    expect(await covered('card')).toBe(reaches(0, 900))
    expect(await covered('bank')).toBe(reaches(900, 1150))
    expect(await covered('cash')).toBe(reaches(1150, 1e9))
  })

  test('a bill stands with its service, or by its own name where it has none', async () => {
    const { rows } = await cashOf(kasa1, 'service')
    const one = await pricedService(kasa1.ctx())
    expect(rows.find(row => row.key === '')).toMatchObject({
      name: 'Депозит за търг',
      quantity: 1,
      amount: 700n,
    })
    expect(rows.find(row => row.key === one.code)).toMatchObject({ payments: 1, quantity: 3 })
    const kinds = (await cashOf(kasa1, 'kind')).rows
    expect(kinds.find(row => row.key === 'request')).toMatchObject({ quantity: 2, amount: 1000n })
  })

  test('a reversal is taken off on its own day, from the cashier and the desk that gave the money back', async () => {
    expect((await cashOf(head, 'desk', old)).rows).toMatchObject([{ key: '3', gross: 400n, reversed: 0n }])
    const { rows } = await cashOf(head, 'cashier')
    expect(rows.find(row => row.key === 'kasa1')?.reversed).toBe(0n)
    const fee = (await pricedService(kasa1.ctx())).fees.normal?.cents ?? 0n
    expect(rows.find(row => row.key === 'kasa2')).toMatchObject({
      payments: 2,
      reversed: 400n + fee,
      gross: 2n * fee,
    })
    expect(sumOf((await cashOf(kasa2, 'day')).rows)).toBe(fee - 400n)
    expect((await cashOf(kasa1, 'desk')).rows.map(row => row.key)).toEqual(['1'])
  })

  test('another period stands beside, seen in the same moment', async () => {
    const { rows, before } = await cashOf(head, 'desk', today, { compare: old })
    expect(rows.map(row => row.key).sort()).toEqual(['1', '2'])
    expect(before).toMatchObject({ payments: 1, rows: [{ key: '3', amount: 400n }] })
    const compare = { how: 'last-year' as const, period: old }
    const table = await makeReport(head.ctx(), {
      report: 'cash',
      period: today,
      by: 'desk',
      tender: null,
      compare,
    })
    expect(table.rows.map(row => [row['key'], row['before']])).toEqual([
      ['1', 0n],
      ['2', 0n],
      ['3', 400n],
    ])
  })

  test('behind every row are its payments and reversals, and they add up to it, page by page', async () => {
    for (const by of CASH_BY)
      for (const tender of [null, ...TENDERS])
        for (const row of (await cashOf(head, by, today, { tender })).rows) {
          const asked = { period: today, by, tender, cell: row }
          const all = await listPayments(head.ctx(), asked, { after: null, limit: null })
          expect(sumOf(all), `${by} ${row.key}`).toBe(row.amount)
          expect(all.filter(one => one.reversal === null)).toHaveLength(row.payments)
          const paged: PaymentRow[] = []
          for (;;) {
            const page = await listPayments(head.ctx(), asked, { after: paged.at(-1) ?? null, limit: 1 })
            paged.push(...page)
            if (page.length === 0) break
          }
          expect(paged).toEqual(all)
        }
    const all = await listPayments(
      head.ctx(),
      { period: today, by: 'service', tender: null, cell: null },
      { after: null, limit: null },
    )
    expect(all).toHaveLength(5)
    expect(all[0]).toMatchObject({
      amount: -400n,
      reversal: expect.stringMatching(/^2-\d{4}-000002$/),
      receipt: '3-2026-000001',
    })
    const none = { period: today, by: 'service' as const, tender: null, cell: { key: '0', name: '' } }
    expect(await listPayments(head.ctx(), none, { after: null, limit: null })).toEqual([])
  })

  test('reversals say their number, receipt, amount, reason, who and with whom', async () => {
    const made = await listReversals(head.ctx(), today)
    expect(made.map(row => row.number.slice(-6))).toEqual(['000001', '000002'])
    expect(made[1]).toMatchObject({
      receipt: '3-2026-000001',
      amount: 400n,
      reason: 'върната такса',
      reversedBy: kasa2.who.name,
      confirmedBy: head.who.name,
    })
    expect(await listReversals(kasa1.ctx(), today)).toEqual([])
    const table = await makeReport(head.ctx(), { report: 'reversals', period: today })
    expect(table.totals).toMatchObject({ number: 'Общо 2', amount: sumOf(made) })
  })

  test('a changed price says what it was, what it became, why and who agreed', async () => {
    const service = await pricedService(kasa1.ctx(), 'normal', 5)
    const [confirmationId, paymentId, price] = [randomUUIDv7(), randomUUIDv7(), cents(1)]
    const what = overrideWhat({ service, speed: 'normal', quantity: 2, price })
    await giveConfirmation(head.ctx(), {
      id: confirmationId,
      act: 'payments.override',
      subjectId: paymentId,
      what,
    })
    const lines = [
      { ...lineOf(service, 2, 'normal', price), override: { reason: 'по решение', confirmationId } },
    ]
    await takePayment(kasa1.ctx(), { paymentId, lines, given: null })
    const published = service.fees.normal?.cents ?? 0n
    expect(await listOverrides(head.ctx(), today)).toMatchObject([
      {
        paymentId,
        name: service.name.bg,
        quantity: 2,
        published,
        price,
        reason: 'по решение',
        takenBy: kasa1.who.name,
        confirmedBy: head.who.name,
      },
    ])
    expect(await listOverrides(kasa2.ctx(), today)).toEqual([])
    const table = await makeReport(head.ctx(), { report: 'overrides', period: today })
    expect(table.totals?.['difference']).toBe((price - published) * 2n)
  })

  test('serving times are of the payments that were measured, the rest are only counted', async () => {
    const rows = await servingTimes(head.ctx(), today, 'cashier')
    expect(rows.find(row => row.key === 'kasa1')).toMatchObject({ payments: 2, measured: 1, median: 40_000 })
    expect(rows.find(row => row.key === 'kasa2')).toMatchObject({
      payments: 2,
      measured: 2,
      median: 40_000,
      mean: 40_000,
    })
    expect(rows.find(row => row.key === null)).toMatchObject({ payments: 4, measured: 3, median: 40_000 })
    expect(await servingTimes(head.ctx(), old, 'hour')).toMatchObject([
      { key: '10', measured: 0, median: null, mean: null },
      { key: null },
    ])
  })

  test('a report is printed at the desk once, however often it is sent', async () => {
    const [id, asked] = [randomUUIDv7(), { report: 'reversals' as const, period: today }]
    await Promise.all([1, 2].map(() => printReport(kasa2.ctx(), id, asked)))
    const printed = (await listJobs(head.ctx(), { limit: 50 })).filter(job => job.kind === 'report')
    expect(printed).toHaveLength(1)
    expect(textOf(printed[0]!.paper, 42)).toContain('върната такса')
    const auditor = await town.signIn('audit', 1)
    await refused(printReport(auditor.ctx(), randomUUIDv7(), asked), 'authority.denied')
  })

  test('a till closed with a difference is told with its Z and reason; one without is not', async () => {
    const till = await myTill(kasa1.ctx())
    const counted = cents((till?.expected ?? 0n) - 150n)
    await closeTill(kasa1.ctx(), { tillId: till?.id ?? '', counted, reason: 'липсва банкнота' })
    const other = await myTill(kasa2.ctx())
    await closeTill(kasa2.ctx(), { tillId: other?.id ?? '', counted: other?.expected ?? 0n, reason: null })
    const found = await listDifferences(head.ctx(), today)
    expect(found).toMatchObject([
      { desk: 1, cashier: kasa1.who.name, difference: -150n, counted, reason: 'липсва банкнота' },
    ])
    expect(await listDifferences(kasa2.ctx(), today)).toEqual([])
    const clerk = await town.signIn('delo')
    await refused(makeReport(clerk.ctx(), { report: 'differences', period: today }), 'authority.denied')
  })
})
