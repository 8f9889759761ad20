import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { giveConfirmation } from '../../office/confirmations/give-confirmation.ts'
import { type TakePayment, takePayment } from '../../office/payments/take-payment.ts'
import { listServices } from '../../office/services/list-services.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { myTill } from '../../office/tills/lookup.ts'
import { LAW_CASH_LIMIT } from '../../rules/cash-limit.ts'
import { cents } from '../../rules/money.ts'
import { textOf } from '../../rules/papers/lines.ts'
import type { Service } from '../../rules/services.ts'
import { refused } from '../support/refused.ts'
import { lineOf, newest, openTillFor, pricedService, type TestTown, testTown } from '../support/town.ts'

const SLIP = { terminal: '93A10001', authorisation: 'A1B2C3', cardTail: '4242' }
let slips = 0
const card = (amount: bigint, more: object = {}) => ({
  tender: 'card' as const,
  amount,
  ...SLIP,
  rrn: String(++slips).padStart(12, '0'),
  ...more,
})
const bank = (amount: bigint, reference = 'BISERA 22.11') => ({ tender: 'bank' as const, amount, reference })

describe.each(newest)('how a payment is paid, on PostgreSQL %s', version => {
  let town: TestTown
  let desk1: Session
  let desk2: Session
  let fixed: Service
  let open: Service
  let payerId: string

  beforeAll(async () => {
    town = await testTown(version)
    desk1 = await town.signIn('kasa1', 1)
    desk2 = await town.signIn('kasa2', 2)
    await Promise.all([openTillFor(desk1), openTillFor(desk2)])
    fixed = await pricedService(desk1.ctx())
    open = (await listServices(desk1.ctx())).find(s => s.pricing === 'open' && s.fees.normal)!
    payerId = await somebody('Иван Петров Иванов', '8001010008')
  })
  afterAll(() => town.close())

  const somebody = async (name: string, egn: string): Promise<string> => {
    const id = randomUUIDv7()
    await town.sql`insert into parties (id, kind, identifier_kind, identifier, name, name_folded)
      values (${id}, 'person', 'egn', ${egn}, ${name}, ${name.toLowerCase()})`
    return id
  }
  const pay = (sum: bigint, more: Partial<TakePayment> = {}, session = desk1) =>
    takePayment(session.ctx(), {
      paymentId: randomUUIDv7(),
      lines: [lineOf(open, 1, 'normal', sum)],
      given: null,
      ...more,
    })

  test('by card alone: no change, no drawer, the slip on the receipt, the till holds no more cash', async () => {
    const before = await myTill(desk1.ctx())
    const taken = await pay(1000n, { others: [card(1000n)] })
    expect(taken).toMatchObject({ total: 1000n, given: 0n, change: 0n, tenders: [{ tender: 'card' }] })
    expect(taken.paper.blocks).not.toContainEqual({ drawer: true })
    expect(textOf(taken.paper, 60)).toMatch(/С карта\s+10,00 €\n +карта \*4242, TID 93A10001, AC A1B2C3, RRN/)
    expect((await myTill(desk1.ctx()))?.expected).toBe(before?.expected)
  })

  test('by card, bank and cash together: change comes from the cash, cents are not lost', async () => {
    const before = await myTill(desk1.ctx())
    const taken = await pay(10_001n, { others: [card(5000n), bank(2500n)], given: 3000n })
    expect(taken.tenders.map(({ tender, amount }) => [tender, amount])).toEqual([
      ['card', 5000n],
      ['bank', 2500n],
      ['cash', 2501n],
    ])
    expect(taken.change).toBe(499n)
    expect((await myTill(desk1.ctx()))?.expected).toBe(before!.expected + 2501n)
    expect(taken.paper.blocks).toContainEqual({ drawer: true })
  })

  test('tenders that do not fit are refused, each with what to mend', async () => {
    expect(await refused(pay(1000n, { others: [card(1001n)] }), 'tender.too_much')).toEqual({ over: 1n })
    await refused(pay(1000n, { others: [card(1000n)], given: 500n }), 'tender.no_cash_due')
    await refused(pay(1000n, { others: [card(400n)], given: 599n }), 'payment.too_little_cash')
    await refused(pay(1000n, { others: [card(0n)] }), 'amount.zero')
    await refused(pay(1000n, { others: [bank(1000n, ' ')] }), 'tender.reference_needed')
    const slip = (more: object) => pay(1000n, { others: [card(1000n, more)] })
    await refused(slip({ terminal: 'ТИД' }), 'tender.terminal_wrong')
    await refused(slip({ authorisation: '12' }), 'tender.authorisation_wrong')
    await refused(slip({ rrn: '1234' }), 'tender.rrn_wrong')
    await refused(slip({ cardTail: '42' }), 'tender.card_tail_wrong')
  })

  test('one slip of the terminal pays once', async () => {
    const slip = card(700n)
    await pay(700n, { others: [slip] })
    await refused(pay(700n, { others: [slip] }), 'payment.card_slip_used')
  })

  test('sent again with other tenders under the same id it is refused, with the same it is given back', async () => {
    const paymentId = randomUUIDv7()
    const others = [card(300n)]
    const first = await pay(1000n, { paymentId, others })
    expect(await pay(1000n, { paymentId, others })).toEqual(first)
    await refused(pay(1000n, { paymentId }), 'payment.id_reused')
  })

  test('the payer stands on the receipt with a masked number, and who paid instead', async () => {
    const taken = await pay(500n, { payerId, paidBy: 'Мария Иванова' })
    const text = textOf(taken.paper, 42)
    expect(text).toContain('Иван Петров Иванов')
    expect(text).toContain('800101****')
    expect(text).not.toContain('8001010008')
    expect(text).toContain('Мария Иванова')
    expect(taken.payer).toBe('Иван Петров Иванов')
    await refused(pay(500n, { payerId: randomUUIDv7() }), 'party.unknown')
  })

  test('a service that needs its payer is not paid without a name', async () => {
    await town.sql`update services set needs_payer = true where id = ${fixed.id}`
    const lines = [lineOf(fixed)]
    expect(await refused(pay(0n, { lines }), 'payment.payer_needed')).toEqual({ code: fixed.code })
    expect((await pay(0n, { lines, payerId })).payer).toBe('Иван Петров Иванов')
    await town.sql`update services set needs_payer = false where id = ${fixed.id}`
  })

  describe('cash beyond the legal limit', () => {
    test('is not taken, from the limit on; by card it is', async () => {
      expect(await refused(pay(LAW_CASH_LIMIT), 'payment.cash_limit')).toEqual({ limit: LAW_CASH_LIMIT })
      await pay(LAW_CASH_LIMIT, { others: [card(1n)] })
      await pay(LAW_CASH_LIMIT - 1n)
    })

    test('is not taken in parts over the day, not even at two desks in one moment', async () => {
      const splitter = await somebody('Петър Стоянов', '7501010010')
      const half = LAW_CASH_LIMIT / 2n + 1n
      const both = await Promise.allSettled([
        pay(half, { payerId: splitter }, desk1),
        pay(half, { payerId: splitter }, desk2),
      ])
      expect(both.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(await refused(pay(half, { payerId: splitter }), 'payment.cash_limit_split')).toEqual({
        limit: LAW_CASH_LIMIT,
        earlier: half,
      })
      await pay(half, { payerId: splitter, others: [card(half)] })
    })

    test('is the town’s own where one is set from that day on', async () => {
      await town.sql`insert into settings (key, valid_from, amount_cents, source)
        values ('cash_limit', ${desk1.ctx().today.toString()}, 100000, 'наредба'),
          ('cash_limit', ${desk1.ctx().today.add({ days: 1 }).toString()}, null, 'отпада')`
      expect(await refused(pay(100_000n), 'payment.cash_limit')).toEqual({ limit: 100_000n })
    })
  })

  describe('another price than the published one', () => {
    const price = () => cents((fixed.fees.normal?.cents ?? 0n) - 1n)
    const overridden = (confirmationId: string, paymentId: string, reason = 'намаление по решение 12') =>
      pay(0n, {
        paymentId,
        lines: [{ ...lineOf(fixed, 1, 'normal', price()), override: { reason, confirmationId } }],
      })
    const confirm = async (login: string, paymentId: string, sum = price()) => {
      const id = randomUUIDv7()
      const second = await town.signIn(login, null)
      const what = `${fixed.id}:normal:${sum}`
      await giveConfirmation(second.ctx(), { id, act: 'payments.override', subjectId: paymentId, what })
      return id
    }

    test('is taken with a head’s yes to exactly it; the receipt and the logbook tell', async () => {
      const paymentId = randomUUIDv7()
      const taken = await overridden(await confirm('head', paymentId), paymentId)
      expect(taken.total).toBe(price())
      expect(textOf(taken.paper, 42)).toContain('вместо')
      const [log] =
        await town.sql`select facts from logbook where subject_id = ${paymentId} and act = 'payments.take'`
      expect(log?.['facts'].overrides).toMatchObject([
        { code: fixed.code, price_cents: Number(price()), reason: 'намаление по решение 12' },
      ])
    })

    test('is not taken without it, with one for another price or payment, or from somebody who may not', async () => {
      const paymentId = randomUUIDv7()
      await refused(overridden(randomUUIDv7(), paymentId), 'confirmation.missing')
      await refused(overridden(await confirm('head', randomUUIDv7()), paymentId), 'confirmation.missing')
      await refused(overridden(await confirm('head', paymentId, cents(1)), paymentId), 'confirmation.missing')
      await refused(confirm('kasa2', paymentId), 'authority.denied')
      const confirmationId = await confirm('head', paymentId)
      await town.sql.begin(async sql => {
        await sql`alter table confirmations disable trigger confirmations_never_change`
        await sql`update confirmations set given_at = now() - interval '16 minutes' where id = ${confirmationId}`
        await sql`alter table confirmations enable trigger confirmations_never_change`
      })
      await refused(overridden(confirmationId, paymentId), 'confirmation.missing')
    })

    test('wants a reason, and a price that is the town’s to change', async () => {
      const paymentId = randomUUIDv7()
      const confirmationId = await confirm('head', paymentId)
      await refused(overridden(confirmationId, paymentId, 'ок'), 'override.needs_reason')
      const override = { reason: 'причина', confirmationId }
      await refused(pay(0n, { lines: [{ ...lineOf(fixed), override }] }), 'override.not_needed')
      await refused(
        pay(0n, { lines: [{ ...lineOf(open, 1, 'normal', 5n), override }] }),
        'override.not_needed',
      )
    })
  })
})
