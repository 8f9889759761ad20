import { randomUUIDv7 } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { takePayment } from '../../office/payments/take-payment.ts'
import { atTheTill } from '../support/at-the-till.ts'
import { atCashBoard, openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { reverse } from '../support/reversing.ts'
import { seedPayment } from '../support/seed-payment.ts'
import { lineOf, openTillFor, payOnce, pricedService, type TestTown, testTown } from '../support/town.ts'

const golden = (name: string) => `../golden/screens/${name}.txt`
let town: TestTown
let screen: TestDesk

beforeAll(async () => {
  town = await testTown('18')
  const session = await town.signIn('kasa1')
  await openTillFor(session)
  for (const at of [0, 1, 40]) await payOnce(session, at, 2)
  const service = await pricedService(session.ctx())
  const wrong = await takePayment(session.ctx(), {
    paymentId: randomUUIDv7(),
    lines: [lineOf(service, 3)],
    given: null,
  })
  const head = await town.signIn('head')
  await reverse(session, wrong.paymentId, head, {
    reason: 'платецът се отказа преди да получи удостоверението',
  })
  const lastYear = head.ctx().today.subtract({ years: 1 })
  await seedPayment(town, 'kasa2', 2, `${lastYear}T09:00:00Z`, 10_00n)
})
afterAll(async () => town.close())
afterEach(async () => {
  await screen.close()
  expect(screen.bugs).toEqual([])
})

const shows = async (name: string) => expect(await stillFrame(screen)).toMatchFileSnapshot(golden(name))

test('the money of the day by department, by service, for the month, and on another day', async () => {
  screen = await atTheTill(town)
  await screen.press('f7')
  await screen.until('Приети суми по отдели')
  await shows('report-departments')
  await screen.press('left')
  await screen.until('Приети суми по услуги')
  await shows('report-services')
  await screen.press('pageup')
  await screen.until('Няма нищо за този период.')
  await screen.press('pagedown')
  await screen.untilGone('Няма нищо')
  await screen.press('pagedown', 'f2', 'f2')
  await screen.until('Месец от')
  await screen.press('tab')
  await screen.until('Приети суми по отдели')
  await screen.press('esc')
  await screen.until('Кошницата е празна')
})

test('from a row to its payments, to the receipt, and back with the cursor where it was', async () => {
  screen = await atTheTill(town)
  await screen.press('f7')
  await screen.until('Приети суми по отдели')
  await screen.press('left')
  await screen.until('Приети суми по услуги')
  await screen.press('down')
  const before = await stillFrame(screen)
  await screen.press('enter')
  await screen.until('Общо 3')
  await shows('report-payments')
  await screen.press('end', 'enter')
  await screen.until('ПРИХОДНА КВИТАНЦИЯ')
  await shows('report-receipt')
  await screen.press('esc')
  await screen.until('Общо 3')
  await screen.press('esc')
  await screen.until('Приети суми по услуги\n')
  expect(await stillFrame(screen)).toBe(before)
})

test('a head sees all of the town, beside last year, in English too', async () => {
  screen = await openTestDesk(town, { as: 'head', desk: null, lang: 'en' })
  await atCashBoard(screen, 'Board of desks')
  await screen.press('f7')
  await screen.until('Total')
  await screen.press('right', 'right')
  await screen.until('Мария Иванова')
  await shows('report-cashiers-english')
  await screen.press('f3')
  await screen.until('compared with last year')
  await shows('report-compared-english')
  await screen.press('f4')
  await screen.until('only cash')
})

test('reversals by their digit, down to the receipt; on a large terminal with who and why', async () => {
  screen = await openTestDesk(town, { as: 'head', desk: 1, columns: 200, rows: 60 })
  await atCashBoard(screen)
  await screen.press('f7')
  await screen.until('Общо')
  await screen.type('2')
  await screen.until('Сторнирани плащания')
  await shows('report-reversals-large')
  await screen.press('enter')
  await screen.until('ПРИХОДНА КВИТАНЦИЯ')
  await screen.press('esc')
  await screen.type('3')
  await screen.until('Разлики при приключване')
  await screen.press('enter')
  await screen.until('Зад този ред няма')
  await screen.type('5')
  await screen.until('Време за обслужване по касиери')
  await screen.press('right')
  await screen.until('Време за обслужване по каси')
  await screen.press('f8')
  await screen.until('Чака печат: Време за обслужване по каси')
})

test('thousands of payments behind a row come as one goes down', async () => {
  await town.sql.begin(async sql => {
    await sql`set local session_replication_role = replica`
    await sql`create temporary table many on commit drop as
      select gen_random_uuid() as id, n, (select id from tills where staff_id = (select id from staff where login = 'kasa1') limit 1) as till
      from generate_series(1, 1000) n`
    await sql`insert into payments (id, till_id, taken_at, total_cents, content) select id, till, '2026-02-03T08:00:00Z'::timestamptz + n * interval '1 second', 100, n from many`
    await sql`insert into payment_tenders (payment_id, ordinal, tender, amount_cents, given_cents, change_cents) select id, 1, 'cash', 100, 100, 0 from many`
    await sql`insert into payment_lines (payment_id, ordinal, service_id, department_id, name, speed, quantity, price_cents, amount_cents)
      select many.id, 1, s.id, s.department_id, s.name_bg, 'normal', 1, 100, 100 from many, (select * from services order by code limit 1) s`
    await sql`insert into receipts (payment_id, desk_id, year, number) select many.id, t.desk_id, 2026, 900000 + n from many join tills t on t.id = many.till`
  })
  screen = await openTestDesk(town, { as: 'head', desk: null })
  await atCashBoard(screen)
  await screen.press('f7')
  await screen.until('Общо')
  await screen.press('f2', 'f2', 'f2', 'f2')
  await screen.until('Година от')
  await screen.press('right', 'right')
  await screen.until('Мария Иванова')
  await screen.press('enter')
  await screen.until('показани 200')
  for (const shown of ['показани 400', 'показани 600', 'показани 800', 'показани 1000', 'Общо 1005']) {
    await screen.press('end')
    await screen.until(shown)
  }
})
