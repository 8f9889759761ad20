import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { atTheTill } from '../support/at-the-till.ts'
import { openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { openTillFor, payOnce, type TestTown, testTown } from '../support/town.ts'

const golden = (name: string) => `../golden/screens/${name}.txt`
let town: TestTown
let screen: TestDesk

beforeAll(async () => {
  town = await testTown('18')
  const session = await town.signIn('kasa1')
  await openTillFor(session)
  for (const at of [0, 1, 40]) await payOnce(session, at, 2)
})
afterAll(async () => town.close())
afterEach(async () => {
  await screen.close()
  expect(screen.bugs).toEqual([])
})

const shows = async (name: string) => expect(await stillFrame(screen)).toMatchFileSnapshot(golden(name))

test('the cash of the day by department, by service, and on another day', async () => {
  screen = await atTheTill(town)
  await screen.press('f7')
  await screen.until('Приети суми по отдели')
  await shows('report-departments')
  await screen.press('left')
  await screen.until('Приети суми по услуги')
  await shows('report-services')
  await screen.press('f2')
  await screen.until('Няма плащания за този ден.')
  await screen.press('f5')
  await screen.untilGone('Няма плащания')
  await screen.press('esc')
  await screen.until('Кошницата е празна')
})

test('a head sees all of the town, in English too', async () => {
  screen = await openTestDesk(town, { as: 'head', desk: null, lang: 'en' })
  await screen.until('Total')
  await screen.press('right', 'right')
  await screen.until('Мария Иванова')
  await shows('report-cashiers-english')
})
