import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dropBasket } from '../../office/baskets/drop-basket.ts'
import { holdBasket } from '../../office/baskets/hold-basket.ts'
import { listHeld } from '../../office/baskets/list-held.ts'
import { recallBasket } from '../../office/baskets/recall-basket.ts'
import { findBills } from '../../office/bills/find-bills.ts'
import { withdrawBill } from '../../office/bills/withdraw-bill.ts'
import { listFavourites } from '../../office/favourites/list-favourites.ts'
import { setFavourite } from '../../office/favourites/set-favourite.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import { seeCashLimit } from '../../office/settings/see-cash-limit.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import type { KeptBasket } from '../../rules/baskets.ts'
import { cents } from '../../rules/money.ts'
import type { Service } from '../../rules/services.ts'
import { refused } from '../support/refused.ts'
import { lineOf, newest, openTillFor, pricedService, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('what waits at a desk on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  let kasa2: Session
  let service: Service

  beforeAll(async () => {
    town = await testTown(version)
    ;[kasa1, kasa2] = await Promise.all([town.signIn('kasa1', 1), town.signIn('kasa2', 2)])
    await openTillFor(kasa1)
    service = await pricedService(kasa1.ctx())
  })
  afterAll(() => town.close())

  const basket = (more: Partial<KeptBasket> = {}): KeptBasket => ({
    paymentId: randomUUIDv7(),
    payerId: null,
    paidBy: null,
    lines: [{ serviceId: service.id, speed: 'normal', quantity: 2, price: cents(123) }],
    ...more,
  })
  const hold = (kept: KeptBasket, label = 'Скица', by = kasa1) =>
    holdBasket(by.ctx(), { id: kept.paymentId, label, basket: kept })

  test('a basket waits at its desk under its label, sent twice once, and comes back as it was told', async () => {
    const kept = basket({ paidBy: 'Стефка' })
    await Promise.all([hold(kept), hold(kept)])
    expect(await listHeld(kasa1.ctx())).toMatchObject([
      { id: kept.paymentId, label: 'Скица', cashier: 'Мария Иванова', lines: 1 },
    ])
    expect(await town.sql`select id from logbook where subject_id = ${kept.paymentId}`).toHaveLength(1)
    expect(await listHeld(kasa2.ctx())).toEqual([])
    const recalled = await recallBasket(kasa1.ctx(), { id: kept.paymentId })
    expect(recalled).toMatchObject({ paymentId: kept.paymentId, paidBy: 'Стефка', payer: null, lost: 0 })
    expect(recalled.lines).toMatchObject([{ service: { code: service.code }, quantity: 2, price: 123n }])
    await refused(recallBasket(kasa2.ctx(), { id: kept.paymentId }), 'basket.gone')
    await hold(basket({ ...kept, lines: [...kept.lines, ...kept.lines] }), 'Скица, две')
    expect(await listHeld(kasa1.ctx())).toMatchObject([{ label: 'Скица, две', lines: 2 }])
    expect(await dropBasket(kasa1.ctx(), { id: kept.paymentId, why: 'dropped' })).toBe(true)
    expect(await dropBasket(kasa1.ctx(), { id: kept.paymentId, why: 'dropped' })).toBe(false)
    await refused(recallBasket(kasa1.ctx(), { id: kept.paymentId }), 'basket.gone')
  })

  test('it comes back with its payer and the bills that still wait; what was settled meanwhile is told', async () => {
    const [one, other] = await findBills(kasa1.ctx(), { text: 'Чаушева' })
    const kept = basket({
      payerId: one!.payer!.id,
      lines: [{ billId: one!.id }, { billId: other!.id }],
    })
    await hold(kept, 'Чаушева')
    const delo = await town.signIn('delo')
    await withdrawBill(delo.ctx(), { billId: one!.id, reason: 'издадена по погрешка' } as never)
    const recalled = await recallBasket(kasa1.ctx(), { id: kept.paymentId })
    expect(recalled).toMatchObject({ payer: { name: 'Мария Петрова Чаушева' }, lost: 1 })
    expect(recalled.lines.map(line => line.bill?.number)).toEqual([other!.number])
    await dropBasket(kasa1.ctx(), { id: kept.paymentId, why: 'paid' })
  })

  test('paid twice by mistake it is taken once: the basket keeps the id of its payment', async () => {
    const kept = basket()
    await hold(kept)
    const pay = () =>
      takePayment(kasa1.ctx(), { paymentId: kept.paymentId, lines: [lineOf(service)], given: null })
    expect((await pay()).receiptNumber).toBe((await pay()).receiptNumber)
    await dropBasket(kasa1.ctx(), { id: kept.paymentId, why: 'paid' })
  })

  test('nothing is no basket, and only a cashier lays one aside', async () => {
    await refused(hold(basket({ lines: [] })), 'payment.empty')
    await refused(hold(basket({ paymentId: 'x' })), 'input.invalid')
    const head = await town.signIn('head', 1)
    await refused(hold(basket(), 'Скица', head), 'authority.denied')
  })

  test('a digit of a desk stands for a service at a speed, for another one, for nothing', async () => {
    const set = (code: string | null, speed: 'normal' | 'fast' = 'normal', by = kasa2) =>
      setFavourite(by.ctx(), { digit: 7, favourite: code === null ? null : { code, speed } })
    await Promise.all([set('2076'), set('2076')])
    await set('2109', 'fast')
    const [favourite] = await listFavourites(kasa2.ctx())
    const [row] = await town.sql`select code from services where id = ${favourite!.serviceId}`
    expect([favourite?.digit, row?.['code'], favourite?.speed]).toEqual([7, '2109', 'fast'])
    expect((await listFavourites(kasa1.ctx())).map(({ digit }) => digit)).toEqual([1, 2, 3, 4, 5])
    await set(null)
    expect(await listFavourites(kasa2.ctx())).toEqual([])
    await refused(set('9999'), 'service.unknown')
    await refused(set('2052'), 'service.is_free')
    await refused(set('2076', 'normal', await town.signIn('head')), 'authority.denied')
  })

  test('what the law leaves a payer to pay in cash is seen before it is paid', async () => {
    const [bill] = await findBills(kasa1.ctx(), { text: 'Кехайов' })
    const payerId = bill!.payer!.id
    expect((await seeCashLimit(kasa1.ctx(), payerId)).earlier).toBe(0n)
    await takePayment(kasa1.ctx(), {
      paymentId: randomUUIDv7(),
      lines: [{ billId: bill!.id }],
      given: null,
      payerId,
    })
    expect(await seeCashLimit(kasa1.ctx(), payerId)).toEqual({ limit: 511_292n, earlier: bill!.amount })
    expect(await seeCashLimit(kasa1.ctx(), null)).toEqual({ limit: 511_292n, earlier: 0n })
  })
})
