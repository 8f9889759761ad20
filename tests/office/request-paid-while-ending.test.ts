import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takePayment } from '../../office/payments/take-payment.ts'
import { refuseRequest } from '../../office/requests/refuse-request.ts'
import { registerRequest } from '../../office/requests/register-request.ts'
import { openTillFor, type TestTown, testTown } from '../support/town.ts'

let town: TestTown
beforeAll(async () => {
  town = await testTown('18')
})
afterAll(() => town.close())

/** Until so many wait for a row that somebody else holds. */
async function waiting(many: number): Promise<void> {
  for (;;) {
    const [row] =
      await town.sql`select count(*)::int as many from pg_stat_activity where wait_event_type = 'Lock'`
    if (row!['many'] >= many) return
  }
}

test('a request that is paid while it is refused ends all the same, and the payment stands', async () => {
  const [delo, head, kasa] = await Promise.all([
    town.signIn('delo', 3),
    town.signIn('head', 3),
    town.signIn('kasa1', 1),
  ])
  await openTillFor(kasa)
  const [known] = await town.sql<{ serviceId: string; applicantId: string }[]>`
    select s.id as "serviceId", p.id as "applicantId" from services s, parties p
    where s.code = '2016' and p.name = 'Мария Петрова Чаушева'`
  const { requestId, bill } = await registerRequest(delo.ctx(), { id: randomUUIDv7(), ...known! })
  const billId = bill!.id
  const ended = await town.sql.begin(async sql => {
    await sql`select from open_bills where bill_id = ${billId} for update`
    const paid = takePayment(kasa.ctx(), { paymentId: randomUUIDv7(), lines: [{ billId }], given: null })
    await waiting(1)
    const refused = refuseRequest(head.ctx(), {
      requestId,
      reason: 'няма основание',
      act: { documentId: randomUUIDv7() },
    })
    await waiting(2)
    return { both: Promise.all([paid, refused]) }
  })
  const [, request] = await ended.both
  expect(request).toMatchObject({ standing: 'refused', fee: { state: 'paid' } })
  const lines = await town.sql`select from logbook where act = 'bills.withdraw' and subject_id = ${billId}`
  expect(lines).toHaveLength(0)
})
