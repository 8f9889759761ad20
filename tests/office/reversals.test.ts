import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { giveConfirmation } from '../../office/confirmations/give-confirmation.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import { makeReversal } from '../../office/reversals/make-reversal.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { myTill } from '../../office/tills/lookup.ts'
import { cents } from '../../rules/money.ts'
import { textOf } from '../../rules/papers/lines.ts'
import { refused } from '../support/refused.ts'
import { reverse, reversingOf, yesTo } from '../support/reversing.ts'
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

describe.each(newest)('reversals, on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  let kasa2: Session
  let head: Session

  beforeAll(async () => {
    town = await testTown(version)
    ;[kasa1, kasa2, head] = await Promise.all([
      town.signIn('kasa1', 1),
      town.signIn('kasa2', 2),
      town.signIn('head', 2),
    ])
    await openTillFor(kasa1)
    await openTillFor(kasa2)
  })
  afterAll(() => town.close())

  const held = async (session: Session) => (await myTill(session.ctx()))?.expected ?? cents(0)
  const slip = { terminal: 'T0000001', authorisation: 'A1B2C3', cardTail: '4242' }
  let rrn = 100_000_000_000
  const payByCard = async (session: Session, card: bigint, quantity = 1) => {
    const service = await pricedService(session.ctx())
    const fee = (service.fees.normal?.cents ?? 0n) * BigInt(quantity)
    return takePayment(session.ctx(), {
      paymentId: randomUUIDv7(),
      lines: [lineOf(service, quantity)],
      given: null,
      others: [{ tender: 'card', amount: card === 0n ? fee : card, ...slip, rrn: String(rrn++) }],
    })
  }
  const bill = async (amount = 1250) => {
    const [row] = await town.sql`
      insert into bills (id, kind, number, department_id, name, amount_cents, issued_by)
      select gen_random_uuid(), 'request', 'З-' || gen_random_uuid(), d.id, 'Такса по заявление', ${amount}, s.id
      from departments d, staff s where s.login = 'delo' limit 1 returning id, number`
    return row as unknown as { id: string; number: string }
  }
  const payBill = (session: Session, billId: string) =>
    takePayment(session.ctx(), { paymentId: randomUUIDv7(), lines: [{ billId }], given: null })

  test('the money goes back out of the till, the paper says what, why and by whom, nothing else changes', async () => {
    const before = await held(kasa1)
    const taken = await payOnce(kasa1, 0, 3)
    const paid = await town.sql`select * from payments where id = ${taken.paymentId}`
    const made = await reverse(kasa1, taken.paymentId, head, { reason: '  грешен платец ' })
    expect(made).toMatchObject({
      paymentId: taken.paymentId,
      number: taken.receiptNumber.replace(/\d{6}$/, '000001'),
      receiptNumber: taken.receiptNumber,
      total: taken.total,
      tenders: taken.tenders,
    })
    expect(await held(kasa1)).toBe(before)
    expect(await town.sql`select * from payments where id = ${taken.paymentId}`).toEqual(paid)
    const paper = textOf(made.paper, 42)
    expect(paper).toContain(`№ ${made.number}`)
    expect(paper).toMatch(new RegExp(`Сторнира квитанция № +${taken.receiptNumber}`))
    expect(paper).toContain('Причина: грешен платец')
    expect(paper).toContain('Стоян Стоянов')
    expect(paper).toMatch(/Върнато в брой/)
    const [job] = await town.sql`select kind, title, state from print_jobs where id = ${made.printJobId}`
    expect(job).toEqual({ kind: 'reversal', title: `СТОРНО № ${made.number}`, state: 'queued' })
    const [logged] = await town.sql`select who, facts from logbook where act = 'reversals.make'`
    expect(logged?.['who']).toContain('kasa1')
    expect(logged?.['facts']).toMatchObject({ receipt: taken.receiptNumber, reason: 'грешен платец' })
  })

  test('sent again it is made once; its id serves no other payment', async () => {
    const [taken, other] = [await payOnce(kasa1), await payOnce(kasa1)]
    const asked = await reversingOf(taken.paymentId, head)
    const first = await makeReversal(kasa1.ctx(), asked)
    expect(await makeReversal(kasa1.ctx(), asked)).toEqual(first)
    const again = await Promise.all([1, 2, 3].map(() => makeReversal(kasa1.ctx(), asked)))
    expect(new Set(again.map(made => made.number))).toEqual(new Set([first.number]))
    await refused(makeReversal(kasa1.ctx(), { ...asked, paymentId: other.paymentId }), 'reversal.id_reused')
  })

  test('numbers have no gap, whatever is refused in between', async () => {
    const numbers: number[] = []
    for (const at of [0, 1, 2]) {
      const taken = await payOnce(kasa2, at)
      await refused(reverse(kasa2, taken.paymentId, kasa2), 'confirmation.same_person')
      const made = await reverse(kasa2, taken.paymentId, kasa1)
      await refused(reverse(kasa2, taken.paymentId, kasa1), 'reversal.done')
      numbers.push(Number(made.number.slice(-6)))
    }
    expect(numbers).toEqual([1, 2, 3])
  })

  test('refuses in the order in which it would be mended', async () => {
    const taken = await payByCard(kasa1, 0n, 2)
    const nothing = {
      reversalId: randomUUIDv7(),
      reason: ' x ',
      confirmationId: randomUUIDv7(),
      refundReference: null,
    }
    await refused(makeReversal(head.ctx(), { ...nothing, paymentId: taken.paymentId }), 'authority.denied')
    const elsewhere = await town.signIn('kasa1', 2)
    await refused(makeReversal(elsewhere.ctx(), { ...nothing, paymentId: randomUUIDv7() }), 'till.not_open')
    await refused(makeReversal(kasa1.ctx(), { ...nothing, paymentId: randomUUIDv7() }), 'receipt.unknown')
    const done = await payOnce(kasa1)
    const made = await reverse(kasa1, done.paymentId, head)
    const told = await refused(
      makeReversal(kasa2.ctx(), { ...nothing, paymentId: done.paymentId }),
      'reversal.done',
    )
    expect(told).toMatchObject({ number: made.number, by: 'Мария Иванова' })
    const asked = { ...nothing, paymentId: taken.paymentId }
    await refused(makeReversal(kasa1.ctx(), asked), 'reversal.needs_reason')
    const explained = { ...asked, reason: 'отказ' }
    await refused(makeReversal(kasa1.ctx(), explained), 'reversal.needs_reference')
    await refused(
      makeReversal(kasa1.ctx(), { ...explained, refundReference: ' ' }),
      'reversal.needs_reference',
    )
    const referred = { ...explained, refundReference: 'RRN 700000000001' }
    const own = await yesTo(taken.paymentId, kasa1)
    await refused(makeReversal(kasa1.ctx(), { ...referred, confirmationId: own }), 'confirmation.same_person')
    await refused(makeReversal(kasa1.ctx(), referred), 'confirmation.missing')
    const others = await yesTo(done.paymentId, head)
    await refused(makeReversal(kasa1.ctx(), { ...referred, confirmationId: others }), 'confirmation.missing')
  })

  test('a yes is good for fifteen minutes', async () => {
    const taken = await payOnce(kasa1)
    const yes = async (minutes: number) => {
      const [row] = await town.sql`
        insert into confirmations (id, act, subject_id, staff_id, given_at)
        select gen_random_uuid(), 'reversals.make', ${taken.paymentId}, id, now() - make_interval(mins => ${minutes})
        from staff where login = 'head' returning id`
      return row?.['id'] as string
    }
    await refused(
      reverse(kasa1, taken.paymentId, head, { confirmationId: await yes(16) }),
      'confirmation.missing',
    )
    await reverse(kasa1, taken.paymentId, head, { confirmationId: await yes(14) })
  })

  test('each tender goes back the way it came; only the cash leaves the drawer', async () => {
    const before = await held(kasa1)
    const cardOnly = await payByCard(kasa1, 0n)
    const card = await reverse(kasa1, cardOnly.paymentId, head, { refundReference: 'RRN 700000000002' })
    expect(card.paper.blocks).not.toContainEqual({ drawer: true })
    expect(textOf(card.paper, 42)).toContain('RRN 700000000002')
    expect(await held(kasa1)).toBe(before)
    const mixed = await payByCard(kasa1, 100n, 4)
    expect(await held(kasa1)).toBe(before + mixed.total - 100n)
    const both = await reverse(kasa1, mixed.paymentId, head, { refundReference: 'RRN 700000000003' })
    expect(both.tenders.map(tender => tender.tender)).toEqual(['card', 'cash'])
    expect(both.paper.blocks[0]).toEqual({ drawer: true })
    expect(await held(kasa1)).toBe(before)
  })

  test('another day’s and another desk’s payment goes back from the desk where the customer is', async () => {
    const seeded = await seedPayment(town, 'kasa2', 2, '2026-01-05T10:00:00Z', 1000n)
    const [row] =
      await town.sql`select payment_id from receipts where number = ${seeded.number} and year = 2026
      and desk_id = (select id from desks where number = 2)`
    const before = await held(kasa1)
    const made = await reverse(kasa1, row?.['payment_id'], kasa2)
    expect(made.number).toMatch(/^1-/)
    expect(made.receiptNumber).toMatch(/^2-2026-/)
    expect(textOf(made.paper, 42)).toMatch(/Приел плащането +Петър Георгиев/)
    expect(await held(kasa1)).toBe(before - 1000n)
  })

  test('two cashiers reverse one payment at once: one does, the other is told who did', async () => {
    for (let round = 0; round < 5; round++) {
      const taken = await payOnce(kasa1)
      const outcomes = await Promise.allSettled([
        reverse(kasa1, taken.paymentId, head),
        reverse(kasa2, taken.paymentId, head),
      ])
      expect(outcomes.map(one => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
      const lost = outcomes.find(one => one.status === 'rejected')
      await refused(Promise.reject(lost?.reason), 'reversal.done')
    }
    const [gaps] = await town.sql`
      select count(*)::int as wrong from (select desk_id, max(number) - count(*) as missing from reversals group by 1) d
      where missing <> 0`
    expect(gaps).toEqual({ wrong: 0 })
  })

  test('its bills wait again, and are paid again', async () => {
    const { id, number } = await bill()
    const taken = await payBill(kasa1, id)
    await refused(payBill(kasa2, id), 'bill.paid')
    const made = await reverse(kasa1, taken.paymentId, head)
    expect(textOf(made.paper, 42)).toContain(number.slice(0, 20))
    const again = await payBill(kasa2, id)
    expect((await refused(payBill(kasa1, id), 'bill.paid')).receipt).toBe(again.receiptNumber)
    await reverse(kasa2, again.paymentId, head)
    await payBill(kasa1, id)
  })

  test('sent twice at once, with no more cash than goes back, it is made once and both are told so', async () => {
    const till = await myTill(kasa2.ctx())
    await closeTill(kasa2.ctx(), { tillId: till!.id, counted: till!.expected, reason: null })
    await openTillFor(kasa2, 0n)
    for (let round = 0; round < 10; round++) {
      const { paymentId } = await payOnce(kasa2)
      const [reversalId, id] = [randomUUIDv7(), randomUUIDv7()]
      await giveConfirmation(head.ctx(), { id, act: 'reversals.make', subjectId: paymentId, what: '' })
      const asked = {
        reversalId,
        paymentId,
        reason: 'сбъркана услуга',
        confirmationId: id,
        refundReference: null,
      }
      const [first, second] = await Promise.all([1, 2].map(() => makeReversal(kasa2.ctx(), asked)))
      expect(second).toEqual(first)
      expect(await held(kasa2)).toBe(0n)
    }
  })

  test('a drawer that does not hold enough gives nothing back', async () => {
    const kasa3 = await town.signIn('kasa1', 3)
    const till = await myTill(kasa1.ctx())
    await closeTill(kasa1.ctx(), { tillId: till!.id, counted: till!.expected, reason: null })
    const taken = await payOnce(kasa2, 0, 2)
    await openTillFor(kasa3, 1n)
    const facts = await refused(reverse(kasa3, taken.paymentId, head), 'till.too_little_cash')
    expect(facts).toEqual({ held: 1n, needed: taken.total })
    await refused(reverse(kasa1, taken.paymentId, head), 'till.not_open')
    await reverse(kasa2, taken.paymentId, head)
  })
})
