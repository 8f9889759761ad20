import { randomUUIDv7 } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { setFee } from '../../office/services/set-fee.ts'
import { addStaff } from '../../office/staff/add-staff.ts'
import { disableStaff } from '../../office/staff/disable-staff.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { myTill } from '../../office/tills/lookup.ts'
import { atTheTill, paymentsOf } from '../support/at-the-till.ts'
import { type CuttableLine, cuttableLine } from '../support/cuttable-line.ts'
import { type DeskOptions, openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { type TestTown, testTown } from '../support/town.ts'

const golden = (name: string) => `../golden/screens/${name}.txt`
let town: TestTown
let screen: TestDesk
let before: Awaited<ReturnType<typeof paymentsOf>>

beforeAll(async () => {
  town = await testTown('18')
})
afterAll(async () => town.close())
beforeEach(async () => {
  // A line that was cut may leave a paper in doubt, which the top bar of the next test would tell.
  await town.sql`update print_jobs set state = 'printed' where state <> 'printed'`
  before = await paymentsOf(town)
})
afterEach(async () => {
  await screen.close()
  expect(screen.bugs).toEqual([])
})

const atTill = async (options: DeskOptions = {}) => {
  screen = await atTheTill(town, options)
}
const taken = async () => (await paymentsOf(town)).payments - before.payments
const shows = async (name: string) => expect(await stillFrame(screen)).toMatchFileSnapshot(golden(name))

describe('what the office refuses', () => {
  test('a till that was closed meanwhile keeps the basket, the cash and what was typed ahead', async () => {
    await atTill()
    await screen.type('2076\r\r5')
    await screen.until('РЕСТО')
    const elsewhere = await town.signIn('kasa1')
    const till = await myTill(elsewhere.ctx())
    if (!till) throw new Error('the till is not open')
    await closeTill(elsewhere.ctx(), { tillId: till.id, counted: till.expected, reason: null })
    await screen.type('\r1998')
    await screen.until('! Нямате отворена каса тук')
    await screen.until('[5 ')
    await screen.until('За следващия чака: 1998')
    await shows('desk-till-closed-meanwhile')
    await screen.press('esc')
    await screen.until('Касата не е отворена. Enter я отваря.')
    await screen.press('enter')
    await screen.until('Пребройте парите')
    await screen.type('20\r')
    await screen.until('Enter Плати')
    await screen.type('\r5\r')
    await screen.until('Прието: 2,05 €')
    await screen.until('[1998 ')
    expect(await taken()).toBe(1)
  })

  test('a fee that changed meanwhile is seen, and the service put in again has the new one', async () => {
    await atTill()
    await screen.type('2037\r\r')
    await screen.until('Дадени')
    const admin = await town.signIn('admin')
    await setFee(admin.ctx(), {
      code: '2037',
      speed: 'normal',
      pricing: 'fixed',
      fee: 400n,
      validFrom: admin.ctx().today,
    })
    await screen.press('enter')
    await screen.until('Таксата на услуга 2037 вече е 4,00 €')
    await screen.press('esc')
    await screen.until('F8 (Плати)')
    await screen.press('f5')
    await screen.type('2037\r')
    await screen.until('4,00')
    await screen.type('\r\r')
    await screen.until('Прието: 4,00 €')
    expect(await taken()).toBe(1)
  })

  test('a second program at the same till is told which one has it, and may try again', async () => {
    await atTill({ program: 'gishe desk' })
    const second = await openTestDesk(town)
    await second.until('С тази каса вече се работи от друга програма (gishe desk')
    await expect(await stillFrame(second)).toMatchFileSnapshot(golden('desk-second-program'))
    await second.press('enter')
    await second.until('! С тази каса вече се работи')
    await second.type('2076\r')
    await second.press('f8')
    await second.until('! С тази каса вече се работи')
    await screen.close()
    await second.press('enter')
    await second.until('Enter Плати')
    screen = second
    await screen.type('\r\r')
    await screen.until('Прието: 2,05 €')
    expect(await taken()).toBe(1)
  })

  test('the till stays with the first program when the line by which it holds it was lost and came back', async () => {
    await atTill({ program: 'gishe desk' })
    const holders = () =>
      town.sql`select pid from pg_locks where locktype = 'advisory' and classid = 4710 and granted
        and database = (select oid from pg_database where datname = current_database())`
    const [lost] = await holders()
    await town.sql`select pg_terminate_backend(${lost!['pid']})`
    await vi.waitUntil(async () => {
      const [held] = await holders()
      return held !== undefined && held['pid'] !== lost!['pid']
    }, 6000)
    const second = await openTestDesk(town)
    await second.until('С тази каса вече се работи от друга програма (gishe desk')
    await second.close()
    await screen.type('2076\r\r\r')
    await screen.until('Прието: 2,05 €')
  })

  test('a till that is open at another desk is told, and nothing is paid here', async () => {
    await atTill()
    await screen.close()
    screen = await openTestDesk(town, { desk: 2 })
    await screen.until('Вече имате отворена каса 1')
    await screen.until('Каса 2')
    await screen.type('2076\r')
    await screen.press('f8')
    await screen.until('Първо я приключете')
  })
})

describe('a lost database', () => {
  let line: CuttableLine
  beforeEach(async () => {
    line = await cuttableLine(town.place)
  })
  afterEach(async () => line.close())

  test('before the payment arrives: it is said, typing goes on, the payment is taken once', async () => {
    await atTill({ place: line.place })
    await screen.type('2076\r\r5')
    await screen.until('РЕСТО')
    await line.cut()
    await screen.type('\r1998')
    await screen.until('Няма връзка с базата. Опитвам отново')
    await screen.until('[1998 ')
    await screen.until('работи…')
    await shows('desk-line-lost')
    expect(await taken()).toBe(0)
    await line.mend()
    await screen.until('Прието: 2,05 €')
    await screen.until('[1998 ')
    expect(await taken()).toBe(1)
    await screen.type('\r')
    await screen.until('ОБЩО (1)')
  })

  test('after the payment was taken, before the answer came: it is not taken again', async () => {
    await atTill({ place: line.place })
    await screen.type('2076\r\r5')
    await screen.until('РЕСТО')
    line.loseAnswer('COMMIT')
    await screen.press('enter')
    await vi.waitFor(async () => expect(await taken()).toBe(1), 4000)
    await screen.type('19')
    await line.cut()
    await screen.until('Няма връзка с базата')
    await screen.type('98')
    await line.mend()
    await screen.until('Прието: 2,05 €')
    await screen.until('[1998 ')
    expect(await taken()).toBe(1)
  })

  test('stopped with Esc: nobody knows, Enter asks with the same payment, what was typed ahead waits', async () => {
    await atTill({ place: line.place })
    await screen.type('2076\r\r5')
    await screen.until('РЕСТО')
    await line.cut()
    await screen.type('\r1998')
    await screen.until('Няма връзка с базата')
    await screen.press('esc')
    await screen.until('Спряно без връзка')
    await shows('desk-payment-unknown')
    await line.mend()
    await screen.press('enter')
    await screen.until('Прието: 2,05 €')
    await screen.until('[1998 ')
    expect(await taken()).toBe(1)
  })

  test('whose backend is ended by the administrator is taken up again', async () => {
    await atTill()
    await screen.type('2076\r\r')
    await screen.until('Дадени')
    await town.sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'gishe desk'`
    await screen.press('enter')
    await screen.until('Прието: 2,05 €')
    expect(await taken()).toBe(1)
  })

  test('by somebody whose access was ended meanwhile: it is told, and they can leave', async () => {
    const admin = await town.signIn('admin')
    await addStaff(admin.ctx(), {
      id: randomUUIDv7(),
      login: 'zamestnik',
      name: 'Заместник',
      post: 'cashier',
      password: 'gishe-demo',
    })
    await atTill({ as: 'zamestnik', desk: 3 })
    await screen.type('2076\r\r')
    await screen.until('Дадени')
    await disableStaff(admin.ctx(), 'zamestnik')
    await screen.press('enter')
    await screen.until('Достъпът ви е спрян')
    await screen.until('F12 Изход')
    expect(await taken()).toBe(0)
    await screen.press('f12')
    await screen.until('Парола')
  })

  test('at the door is told in a sentence', async () => {
    await line.cut()
    screen = await openTestDesk(town, { as: null, place: line.place })
    await screen.press('enter')
    await screen.until('Няма връзка с базата')
    await line.mend()
    await screen.until('Каса 1')
  })
})
