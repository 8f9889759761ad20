import { afterEach, beforeEach, expect, test } from 'vitest'
import { told } from '../support/at-the-desk.ts'
import { type DeskOptions, openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { everyDayWorks, type TestTown, testTown } from '../support/town.ts'

let town: TestTown
let screen: TestDesk

beforeEach(async () => {
  town = await testTown('18')
  await everyDayWorks(town)
})
afterEach(async () => {
  await screen.close()
  await town.close()
  expect(screen.bugs).toEqual([])
})

/** The access code is another one each time, and so is the last day. */
const shows = async (name: string) =>
  expect(
    (await stillFrame(screen))
      .replace(/[A-Z2-9]{5}-[A-Z2-9]{5}/g, 'ABCDE-FGHJK')
      .replace(/\b\d\d\.\d\d\b(?!\.)/g, '02.01')
      .replace(/\/\d{4} /g, '/2026 '),
  ).toMatchFileSnapshot(`../golden/screens/${name}.txt`)

async function atTheCounter(options: DeskOptions = {}) {
  screen = await openTestDesk(town, { as: 'delo', desk: 3, ...options })
  await screen.until(options.lang === 'en' ? 'Letter' : 'Писмо')
  await screen.press('f3')
  await screen.until(options.lang === 'en' ? 'Request for a service' : 'Заявление за услуга')
}

test('fee, last day and documents are shown before F8; then number, code and bill', async () => {
  await atTheCounter()
  await screen.press('f8')
  await screen.until(told('entry.service_needed', {}))
  await screen.type('2016')
  await screen.until('2016')
  await shows('registry-service')
  await screen.press('enter')
  await screen.until('Краен ден')
  await screen.type('радичев')
  await screen.until('Намерени: 1')
  await screen.press('enter')
  await screen.until('Радичев 6346')
  await shows('registry-request')
  await screen.press('shift-tab', 'shift-tab', 'shift-tab')
  await screen.type('0')
  await screen.until('[x]')
  await shows('registry-request-documents')
  await screen.press('f8')
  await screen.until('чака на касата')
  await shows('registry-request-registered')
  const [bill] = await town.sql`select number from bills where number like 'ЗВ%'`
  expect(screen.frame()).toContain(bill!['number'])
})

test('what is missing is told; another brings it on a ground; F2 is the speed', async () => {
  await atTheCounter()
  await screen.type('2016')
  await screen.press('enter')
  await screen.type('радичев')
  await screen.press('enter')
  await screen.until('Радичев 6346')
  await screen.type('чаушева')
  await screen.press('enter')
  await screen.until('Чаушева')
  await screen.press('f8')
  await screen.until(told('request.ground_needed', {}))
  await screen.type('пълномощно 123/2026')
  await screen.press('f2')
  await shows('registry-request-fast')
  await screen.press('f8')
  await screen.until('Липсва: ')
  await shows('registry-request-missing')
})

test('the same in English', async () => {
  await atTheCounter({ lang: 'en' })
  await screen.type('2016')
  await screen.press('enter')
  await screen.until('Last day')
  await shows('registry-request-english')
})
