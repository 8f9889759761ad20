import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { describeRefusal } from '../../locales/texts.ts'
import { setSetting } from '../../office/settings/set-setting.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { refusal } from '../../rules/refusal.ts'
import { atCashBoard, openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { openTillFor, payOnce, type TestTown, testTown } from '../support/town.ts'

const golden = (name: string) => `../golden/screens/${name}.txt`
let town: TestTown
let screen: TestDesk
let kasa1: Session

beforeAll(async () => {
  town = await testTown('18')
  const [admin, kasa2] = await Promise.all([town.signIn('admin'), town.signIn('kasa2', 2)])
  kasa1 = await town.signIn('kasa1', 1)
  await openTillFor(kasa1)
  await openTillFor(kasa2, 20_000n)
  await payOnce(kasa1)
  const limit = { key: 'till_limit' as const, amount: 10_000n, source: 'Заповед РД-15-17' }
  await setSetting(admin.ctx(), { ...limit, validFrom: admin.ctx().today })
  await town.sql`update print_jobs set state = 'failed' where state = 'queued'`
})
afterAll(async () => town.close())
afterEach(async () => {
  await screen.close()
  expect(screen.bugs).toEqual([])
})

const shows = async (name: string) => expect(await stillFrame(screen)).toMatchFileSnapshot(golden(name))

test('a head sees every desk at once, with its alarms, and what changes by itself', async () => {
  screen = await openTestDesk(town, { as: 'head', desk: null })
  await atCashBoard(screen)
  await screen.until('Мария Иванова')
  await screen.until('неуспешни 1')
  await shows('board')
  await screen.press('down')
  await screen.until('Над лимита: в касата са 200,00 € при лимит 100,00 €')
  await shows('board-over-limit')
  await payOnce(kasa1)
  await screen.until('2 / 2')
  await screen.press('down', 'enter')
  await screen.until(describeRefusal(refusal('till.none_at_desk', { desk: 3 }), 'bg'))
})

test('Enter shows the X of the till; reports are at F7', async () => {
  screen = await openTestDesk(town, { as: 'head', desk: null })
  await atCashBoard(screen)
  await screen.until('Мария Иванова')
  await screen.press('enter')
  await screen.until('X ОТЧЕТ')
  await screen.press('esc')
  await screen.until('Табло на касите')
  await screen.press('f7')
  await screen.until('Приети суми')
})

test('an auditor looks on; a head closes the till of a cashier who cannot, saying why', async () => {
  screen = await openTestDesk(town, { as: 'audit', desk: null })
  await screen.until('Мария Иванова')
  await screen.press('f8')
  await screen.until('Като одитор не можете')
  await screen.close()
  screen = await openTestDesk(town, { as: 'head', desk: null, lang: 'en' })
  await atCashBoard(screen, 'Board of desks')
  await screen.until('Мария Иванова')
  await screen.press('down', 'f8')
  await screen.until('Closing till 2 for')
  await screen.press('f2')
  await screen.type('200')
  await screen.press('enter')
  await screen.until('No difference')
  await screen.press('f8')
  await screen.until('Say why')
  await shows('till-closing-forced-english')
  await screen.type('the cashier is ill')
  await screen.press('f8')
  await screen.until('Closed, Z No.')
  await shows('board-english')
})
