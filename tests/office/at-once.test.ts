import { randomUUIDv7 } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { takePayment } from '../../office/payments/take-payment.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { openTill } from '../../office/tills/open-till.ts'
import { cents } from '../../rules/money.ts'
import { lineOf, pricedService, servers, testTown } from '../support/town.ts'

const ROUNDS = 30

describe.each(servers)('one cashier’s day sent by several lines at once, on PostgreSQL %s', version => {
  test('every repeat gets what was done, never a refusal, and nothing is done twice', async () => {
    const town = await testTown(version)
    const [one, other] = [await town.signIn('kasa1'), await town.signIn('kasa1')]
    const lines = [one, other, one]
    const service = await pricedService(one.ctx())
    const fee = service.fees.normal?.cents ?? cents(0)
    for (let round = 0; round < ROUNDS; round++) {
      const opening = { tillId: randomUUIDv7(), openingFloat: 0n }
      const opened = await Promise.all(lines.map(line => openTill(line.ctx(), opening)))
      expect(new Set(opened.map(till => till.id))).toEqual(new Set([opening.tillId]))
      const payment = { paymentId: randomUUIDv7(), lines: [lineOf(service)], given: null }
      const paid = await Promise.all(lines.map(line => takePayment(line.ctx(), payment)))
      expect(new Set(paid.map(taken => taken.receiptNumber)).size).toBe(1)
      const closing = { tillId: opening.tillId, counted: fee, reason: null }
      const closed = await Promise.all(lines.map(line => closeTill(line.ctx(), closing)))
      expect(new Set(closed.map(till => till.closedAt.toString())).size).toBe(1)
    }
    const [done] = await town.sql`
      select (select count(*)::int from tills) as tills, (select count(*)::int from till_closings) as closings,
        (select count(*)::int from payments) as payments, (select count(*)::int from print_jobs) as papers,
        (select max(number) from receipts) as receipts`
    expect(done).toEqual({
      tills: ROUNDS,
      closings: ROUNDS,
      payments: ROUNDS,
      papers: 2 * ROUNDS,
      receipts: ROUNDS,
    })
    await town.close()
  })
})
