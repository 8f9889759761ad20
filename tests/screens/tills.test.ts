import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { atTheTill } from '../support/at-the-till.ts'
import { openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { payOnce, type TestTown, testTown } from '../support/town.ts'

const golden = (name: string) => `../golden/screens/${name}.txt`
let town: TestTown
let screen: TestDesk

beforeAll(async () => {
  town = await testTown('18')
})
afterAll(async () => town.close())
afterEach(async () => {
  await screen.close()
  expect(screen.bugs).toEqual([])
})

/** F10, the till, its closing: three keys. */
const closing = async () => {
  await screen.press('f10')
  await screen.type('12')
}
const shows = async (name: string) => expect(await stillFrame(screen)).toMatchFileSnapshot(golden(name))

test('what is no amount opens no till', async () => {
  screen = await openTestDesk(town)
  await screen.until('Касата не е отворена')
  await screen.press('enter')
  await screen.until('Пребройте парите')
  await screen.type('12,5,0')
  await screen.until('(Отвори)')
  await screen.press('enter')
  await screen.until('„12,5,0“ не е сума')
  await screen.press('esc')
  await screen.until('Касата не е отворена')
})

test('a till is closed with its count: a difference wants its reason, and the desk is closed after it', async () => {
  screen = await atTheTill(town)
  await screen.type('2076\r\r\r')
  await screen.until('Прието: 2,05 €')
  await closing()
  await screen.until('Трябва да има')
  await screen.press('enter')
  await screen.until('Няма въведена сума')
  await screen.type('50')
  await screen.until('Недостиг')
  await shows('till-closing')
  await screen.type('\r\r')
  await screen.until('Недостиг 2,05 €. Пребройте отново или напишете причината')
  await screen.type('върнати на гражданин\r')
  await screen.until('Касата е приключена. Разлика: -2,05 €')
  await screen.until('Каса 1 – затворена')
  await shows('till-closed')
})

test('an exact count closes at once', async () => {
  screen = await atTheTill(town)
  await closing()
  await screen.until('Трябва да има')
  await screen.type('50')
  await screen.until('Няма разлика')
  await screen.press('enter')
  await screen.until('Разлика: 0,00 €')
})

test('a payment that another program took meanwhile is in the sum that is then shown', async () => {
  screen = await atTheTill(town)
  await closing()
  await screen.until('Трябва да има')
  const other = await town.signIn('kasa1')
  const { total } = await payOnce(other)
  expect(total).toBeGreaterThan(0n)
  await screen.type('50\r')
  await screen.until('Недостиг')
  await screen.until('Плащания                                 1')
})

test('in English', async () => {
  screen = await atTheTill(town, { lang: 'en', as: 'kasa2', desk: 2 })
  await closing()
  await screen.until('There should be')
  await screen.type('51')
  await screen.until('Surplus')
  await shows('till-closing-english')
})
