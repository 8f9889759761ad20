import { randomUUIDv7 } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { registerParty } from '../../office/parties/register-party.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import { atTheTill } from '../support/at-the-till.ts'
import { cuttableLine } from '../support/cuttable-line.ts'
import { atCashBoard, openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { lineOf, openTillFor, payOnce, pricedService, type TestTown, testTown } from '../support/town.ts'

const golden = (name: string) => `../golden/screens/${name}.txt`
let town: TestTown
let kasa1: Session
let screen: TestDesk

beforeEach(async () => {
  town = await testTown('18')
  kasa1 = await town.signIn('kasa1')
  await openTillFor(kasa1)
})
afterEach(async () => {
  await screen.close()
  await town.close()
  expect(screen.bugs).toEqual([])
})

const shows = async (name: string) => expect(await stillFrame(screen)).toMatchFileSnapshot(golden(name))
const reversals = async () =>
  (
    await town.sql`select r.reason, s.login as by, r.refund_reference from reversals r
      join confirmations c on c.id = r.confirmation_id join staff s on s.id = c.staff_id`
  ).map(row => ({ ...row }))
const payer = async (name: string) => {
  const id = randomUUIDv7()
  await registerParty(kasa1.ctx(), { id, kind: 'person', identifier: null, name })
  return id
}
const payByCardAndCash = async () => {
  const service = await pricedService(kasa1.ctx(), 'normal', 1)
  const slip = { terminal: 'T0000001', authorisation: 'A1B2C3', rrn: '632700000123', cardTail: '4242' }
  return takePayment(kasa1.ctx(), {
    paymentId: randomUUIDv7(),
    lines: [lineOf(service, 3), lineOf(await pricedService(kasa1.ctx()))],
    given: null,
    others: [{ tender: 'card', amount: 500n, ...slip }],
    payerId: await payer('Калина Христова Бояджиева-Константинова'),
  })
}
/** From the desk to the form of the last receipt. */
const toForm = async () => {
  await screen.press('f6')
  await screen.until('№ 1-2026-0000')
  await screen.press('f8')
  await screen.until('Причина')
}

test('a receipt is reversed with a reason and a second person, and the money is told', async () => {
  const taken = await payByCardAndCash()
  screen = await atTheTill(town)
  await toForm()
  await shows('reversal-empty')
  await screen.type('грешен платец\r')
  await screen.type('RRN 632800000456\r')
  await screen.type('каса2\r')
  await screen.type(DEMO_PASSWORD)
  await shows('reversal-filled')
  await screen.press('enter')
  await screen.until('Сторно № 1-')
  await screen.until('Сторнирана с № 1-')
  await screen.until('С  Кали…     -8,71')
  await shows('reversal-made')
  expect(await reversals()).toEqual([
    { reason: 'грешен платец', by: 'kasa2', refund_reference: 'RRN 632800000456' },
  ])
  await screen.press('f8')
  await screen.until('Това плащане вече е сторнирано')
  expect(taken.total).toBeGreaterThan(500n)
})

test('a wrong password, oneself, a clerk: refused, everything typed but the password stays', async () => {
  await payOnce(kasa1)
  screen = await atTheTill(town)
  await toForm()
  await screen.type('грешна услуга\rhead\rнещо друго\r')
  await screen.until('Грешен потребител или парола')
  await shows('reversal-wrong-password')
  await screen.press('shift-tab', 'end', 'backspace', 'backspace', 'backspace', 'backspace')
  await screen.type('kasa1\r')
  await screen.type(`${DEMO_PASSWORD}\r`)
  await screen.until('Потвърждава друг човек')
  await screen.press('up', 'end', 'backspace', 'backspace', 'backspace', 'backspace', 'backspace')
  await screen.type(`delo\r${DEMO_PASSWORD}\r`)
  await screen.until('не можете да потвърждавате сторно')
  expect(await reversals()).toEqual([])
  await screen.press('up', 'end', 'backspace', 'backspace', 'backspace', 'backspace')
  await screen.type(`head\r${DEMO_PASSWORD}\r`)
  await screen.until('Сторно № 1-')
  expect(await reversals()).toEqual([{ reason: 'грешна услуга', by: 'head', refund_reference: null }])
})

test('too little cash in the drawer is shown before anything is typed', async () => {
  await payOnce(kasa1)
  await town.sql`alter table cash_movements disable trigger all`
  await town.sql`insert into cash_movements (id, till_id, kind, amount_cents, reason)
    select gen_random_uuid(), till_id, 'pay_out', 5200, 'към банката' from open_tills`
  screen = await atTheTill(town)
  await toForm()
  await screen.until('в касата има 0,56 €')
  await screen.type(`грешна услуга\rhead\r${DEMO_PASSWORD}\r`)
  await screen.until('В касата има 0,56 €, а са нужни 2,56 €')
  expect(await reversals()).toEqual([])
})

test('a line lost in the middle: the same reversal is asked for again, and made once', async () => {
  await payOnce(kasa1)
  const line = await cuttableLine(town.place)
  screen = await atTheTill(town, { place: line.place })
  await toForm()
  await screen.type(`грешна услуга\rhead\r${DEMO_PASSWORD}`)
  line.loseAnswer('СТОРНО')
  await line.cut()
  await screen.press('enter')
  await screen.until('Няма връзка с базата')
  await line.mend()
  await screen.until('Сторнирана с № 1-')
  expect(await reversals()).toHaveLength(1)
  await screen.close()
  await line.close()
})

test('without an open till there is nothing to give back from', async () => {
  await payOnce(kasa1)
  screen = await openTestDesk(town, { as: 'kasa2', desk: 2 })
  await screen.until('Касата не е отворена')
  await screen.press('f6')
  await screen.until('Още няма документи')
  await screen.type(`1-${new Date().getFullYear()}-1\r`)
  await screen.until('Намерени: 1')
  await screen.press('f8')
  await screen.until('Нямате отворена каса тук')
})

test('a head sees the receipts of all desks and reverses none', async () => {
  const kasa2 = await town.signIn('kasa2', 2)
  await openTillFor(kasa2)
  await payOnce(kasa1)
  await payOnce(kasa2, 2)
  screen = await openTestDesk(town, { as: 'head', desk: 3 })
  await atCashBoard(screen)
  await screen.press('f6')
  await screen.until('Последните на всички каси')
  await screen.until('2,56')
  await shows('receipts-of-all-desks')
  await screen.press('f8')
  await screen.until('не можете да сторнирате плащания')
})
