import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBills } from '../../office/bills/find-bills.ts'
import { type IssueBill, issueBill } from '../../office/bills/issue-bill.ts'
import { withdrawBill } from '../../office/bills/withdraw-bill.ts'
import { payerAtDesk } from '../../office/parties/payer-at-desk.ts'
import { registerParty } from '../../office/parties/register-party.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import { registerRequest } from '../../office/requests/register-request.ts'
import { listServices } from '../../office/services/list-services.ts'
import { setPayer } from '../../office/services/set-payer.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { MOST } from '../../rules/money.ts'
import { isFree, type Service } from '../../rules/services.ts'
import { refused } from '../support/refused.ts'
import { lineOf, newest, openTillFor, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('bills that wait for their money on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  let kasa2: Session
  let delo: Session
  let services: Service[]
  beforeAll(async () => {
    town = await testTown(version)
    kasa1 = await town.signIn('kasa1', 1)
    kasa2 = await town.signIn('kasa2', 2)
    delo = await town.signIn('delo')
    services = await listServices(delo.ctx())
    await Promise.all([openTillFor(kasa1), openTillFor(kasa2)])
  })
  afterAll(() => town.close())

  let issued = 0
  const service = (code: string) => services.find(known => known.code === code)!
  const input = (more: Partial<IssueBill> = {}): IssueBill => ({
    id: randomUUIDv7(),
    kind: 'request',
    number: `ТСТ-${++issued}`,
    subject: { serviceId: service('2016').id },
    amount: null,
    payerId: null,
    dueOn: null,
    ...more,
  })
  const issue = (more: Partial<IssueBill> = {}, by = delo) => issueBill(by.ctx(), input(more))
  const pay = (by: Session, ...ids: string[]) =>
    takePayment(by.ctx(), { paymentId: randomUUIDv7(), lines: ids.map(billId => ({ billId })), given: null })

  test('a bill for a service has its fee, its department and its payment code, and is issued once', async () => {
    const asked = input({ subject: { serviceId: service('2037').id, speed: 'fast', quantity: 3 } })
    const bill = await issueBill(delo.ctx(), asked)
    expect(bill).toMatchObject({
      number: asked.number,
      amount: (service('2037').fees.fast?.cents ?? 0n) * 3n,
      department: { id: service('2037').department.id },
      paymentCode: service('2037').paymentCode,
      isOpen: true,
    })
    expect(bill.name).toBe(`3 × ${service('2037').name.bg} (бърза услуга)`)
    expect(await issueBill(delo.ctx(), asked)).toEqual(bill)
    const [logged] = await town.sql`select act, facts from logbook order by id desc limit 1`
    expect(logged).toMatchObject({ act: 'bills.issue', facts: { number: asked.number } })
  })

  test('something that is no service is billed by name, department and amount', async () => {
    const dueOn = delo.ctx().today.add({ days: 14 })
    const bill = await issue({
      number: ' рд-08 / 114 ',
      subject: { department: 'grao', name: 'Препис от архива' },
      amount: 1234n,
      dueOn,
    })
    expect(bill).toMatchObject({
      number: 'РД-08/114',
      name: 'Препис от архива',
      amount: 1234n,
      serviceId: null,
    })
    expect(bill.dueOn?.equals(dueOn)).toBe(true)
    expect((await pay(kasa1, bill.id)).total).toBe(1234n)
  })

  test('what cannot be billed is refused with its reason', async () => {
    const taken = await issue()
    expect(await refused(issue({ number: taken.number.toLowerCase() }), 'bill.number_taken')).toEqual({
      number: taken.number,
    })
    for (const number of ['', 'А', '12*3', '-12', '1'.repeat(41)])
      await refused(issue({ number }), 'bill.number_wrong')
    const other = (more: Partial<IssueBill>) =>
      issue({ subject: { department: 'grao', name: 'Друго' }, ...more })
    await refused(other({}), 'amount.empty')
    await refused(other({ amount: 0n }), 'amount.zero')
    await refused(other({ amount: MOST + 1n }), 'amount.too_large')
    await refused(issue({ subject: { department: 'няма', name: 'Друго' }, amount: 1n }), 'department.unknown')
    await refused(issue({ subject: { serviceId: randomUUIDv7() } }), 'service.unknown')
    await refused(issue({ subject: { serviceId: service('2052').id } }), 'service.is_free')
    await refused(issue({ subject: { serviceId: service('2027').id } }), 'service.needs_amount')
    await refused(issue({ payerId: randomUUIDv7() }), 'party.unknown')
    await refused(issue({}, kasa1), 'authority.denied')
  })

  test('two clerks giving one number at once: one bill, the other is told', async () => {
    const head = await town.signIn('head')
    const both = await Promise.allSettled([issue({ number: 'ЕДНО-1' }), issue({ number: 'ЕДНО-1' }, head)])
    expect(both.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    expect(both.find(one => one.status === 'rejected')?.reason).toMatchObject({ code: 'bill.number_taken' })
  })

  test('a bill is found by its number as people write it, and by who owes it', async () => {
    const payer = await registerParty(delo.ctx(), {
      id: randomUUIDv7(),
      kind: 'person',
      identifier: { kind: 'egn', digits: '7523169263' },
      name: 'Длъжка Длъжникова',
    })
    const [one, other] = [await issue({ payerId: payer.id }), await issue({ payerId: payer.id })]
    const find = async (text: string) => (await findBills(kasa1.ctx(), { text })).map(bill => bill.number)
    expect(await find(` № ${one.number.toLowerCase()} `)).toEqual([one.number])
    for (const text of ['7523169263', 'длъжн', 'длъжка длъ'])
      expect(await find(text)).toEqual([one.number, other.number])
    expect(await find('7523169264')).toEqual([])
    await pay(kasa1, one.id)
    expect(await find('длъжн')).toEqual([other.number])
    expect(await find(one.number)).toEqual([one.number])
    expect((await findBills(kasa1.ctx(), { text: one.number }))[0]?.isOpen).toBe(false)
    expect(await find('')).toContain(other.number)
    expect(await payerAtDesk(kasa1.ctx(), { partyId: payer.id })).toMatchObject({
      party: { name: 'Длъжка Длъжникова' },
      bills: [{ number: other.number }],
    })
  })

  test('a bill is found by the barcode of its request’s confirmation, by a cashier who sees no documents', async () => {
    const payer = await registerParty(delo.ctx(), {
      id: randomUUIDv7(),
      kind: 'person',
      identifier: null,
      name: 'Баркода Щрихова',
    })
    const { uri, bill } = await registerRequest(delo.ctx(), {
      id: randomUUIDv7(),
      serviceId: service('2016').id,
      applicantId: payer.id,
      channel: 'desk',
    })
    const scan = (text: string) => findBills(kasa1.ctx(), { text })
    expect(await scan(uri)).toMatchObject([{ number: bill?.number, isOpen: true, payer: { id: payer.id } }])
    const { uri: free } = await registerRequest(delo.ctx(), {
      id: randomUUIDv7(),
      serviceId: services.find(known => isFree(known, 'normal'))!.id,
      applicantId: payer.id,
      channel: 'desk',
    })
    for (const text of [free, `99999-1-01.01.2026`]) expect(await scan(text)).toEqual([])
  })

  test('two desks take the money of one bill at the same moment: one does, the other is told by whom and when', async () => {
    for (let round = 0; round < 10; round++) {
      const bill = await issue()
      const both = await Promise.allSettled([pay(kasa1, bill.id), pay(kasa2, bill.id)])
      const [taken] = both.flatMap(one => (one.status === 'fulfilled' ? one.value : []))
      const told = both.find(one => one.status === 'rejected')
      expect(told?.reason).toMatchObject({
        code: 'bill.paid',
        facts: {
          number: bill.number,
          receipt: taken?.receiptNumber,
          cashier: taken?.receiptNumber.startsWith('1-') ? 'Мария Иванова' : 'Петър Георгиев',
        },
      })
      expect(told?.reason.facts.at).toMatch(/^\d\d\.\d\d\.\d{4} \d\d:\d\d$/)
    }
  })

  test('a bill stands once in a basket', async () => {
    const bill = await issue()
    expect(await refused(pay(kasa1, bill.id, bill.id), 'bill.twice')).toEqual({ number: bill.number })
  })

  test('baskets with the same bills in another order never wait for each other', async () => {
    const [one, other] = [await issue(), await issue()]
    const both = await Promise.allSettled([pay(kasa1, one.id, other.id), pay(kasa2, other.id, one.id)])
    expect(both.map(outcome => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('a bill is withdrawn with its reason, once, and no longer paid', async () => {
    const bill = await issue()
    await refused(
      withdrawBill(delo.ctx(), { billId: bill.id, reason: ' x ' }),
      'bill.withdrawal_needs_reason',
    )
    const withdrawal = { billId: bill.id, reason: 'грешна такса' }
    expect(await withdrawBill(delo.ctx(), withdrawal)).toMatchObject({ number: bill.number, isOpen: false })
    expect(await withdrawBill(delo.ctx(), withdrawal)).toMatchObject({ number: bill.number, isOpen: false })
    await refused(withdrawBill(delo.ctx(), { ...withdrawal, reason: 'друго' }), 'bill.withdrawn')
    await refused(pay(kasa1, bill.id), 'bill.withdrawn')
    await refused(withdrawBill(delo.ctx(), { ...withdrawal, billId: randomUUIDv7() }), 'bill.unknown')
    const logged = await town.sql`select facts from logbook where act = 'bills.withdraw'`
    expect(logged).toHaveLength(1)
  })

  test('issued or withdrawn twice at the same moment it is done once, and both are told so', async () => {
    for (let round = 0; round < 20; round++) {
      const asked = input()
      const [bill, same] = await Promise.all([issueBill(delo.ctx(), asked), issueBill(delo.ctx(), asked)])
      expect(same).toEqual(bill)
      const withdrawal = { billId: bill.id, reason: 'грешна такса' }
      const both = [withdrawBill(delo.ctx(), withdrawal), withdrawBill(delo.ctx(), withdrawal)]
      for (const withdrawn of await Promise.all(both)) expect(withdrawn.isOpen).toBe(false)
      const lines = await town.sql`select act from logbook where subject_id = ${bill.id} order by id`
      expect(lines.map(line => line['act'])).toEqual(['bills.issue', 'bills.withdraw'])
    }
  })

  test('what is paid is not withdrawn, also at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const bill = await issue()
      const [paid, withdrawn] = await Promise.allSettled([
        pay(kasa1, bill.id),
        withdrawBill(delo.ctx(), { billId: bill.id, reason: 'грешна такса' }),
      ])
      expect([paid.status, withdrawn.status].toSorted()).toEqual(['fulfilled', 'rejected'])
      if (withdrawn.status === 'rejected') expect(withdrawn.reason).toMatchObject({ code: 'bill.paid' })
      if (paid.status === 'rejected') expect(paid.reason).toMatchObject({ code: 'bill.withdrawn' })
    }
  })

  test('an administrator says which service needs a payer; as long as it does, a nameless payment for it is refused', async () => {
    const admin = await town.signIn('admin')
    const lines = [lineOf(service('2076'))]
    const nameless = () => takePayment(kasa1.ctx(), { paymentId: randomUUIDv7(), lines, given: null })
    await setPayer(admin.ctx(), { code: '2076', needsPayer: true })
    await refused(nameless(), 'payment.payer_needed')
    const bill = await issue({ subject: { serviceId: service('2076').id } })
    expect(bill.needsPayer).toBe(true)
    expect(await refused(pay(kasa1, bill.id), 'payment.payer_needed')).toEqual({ code: bill.number })
    await setPayer(admin.ctx(), { code: '2076', needsPayer: false })
    expect((await nameless()).payer).toBeNull()
    await refused(setPayer(admin.ctx(), { code: '1', needsPayer: true }), 'service.unknown')
    await refused(setPayer(kasa1.ctx(), { code: '2076', needsPayer: true }), 'authority.denied')
    const [logged] =
      await town.sql`select facts from logbook where act = 'services.set_payer' order by id limit 1`
    expect(logged?.['facts']).toEqual({ code: '2076', needs_payer: true, before: false })
  })
})
