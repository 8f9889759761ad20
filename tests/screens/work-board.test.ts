import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addWorkingDays, LAW_CALENDAR } from '../../rules/calendar.ts'
import { openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { type RegistryTown, registryTown } from '../support/registry-town.ts'

let town: RegistryTown
let screen: TestDesk

beforeAll(async () => {
  town = await registryTown('18')
  const { today } = town
  const working = (days: number) => addWorkingDays(LAW_CALENDAR, today, days)
  const task = (department: 'kad1' | 'str1' | 'dan2' | 'selo', dueOn: Temporal.PlainDate, what?: string) =>
    town.seedTask({ department, dueOn, ...(what ? { what } : {}) })
  await task('kad1', today.subtract({ days: 9 }), 'Становище по границата между два имота')
  await task('kad1', today)
  await task('kad1', working(2))
  await task('str1', working(5))
  await task('dan2', working(20))
  await task('dan2', today.subtract({ days: 1 }))
  await task('selo', working(3))
  await town.seedRequest({ department: 'kad1', dueOn: working(4) })
})
afterAll(async () => town.close())
afterEach(async () => {
  await screen.close()
  expect(screen.bugs).toEqual([])
})

const shows = async (name: string) =>
  expect(await stillFrame(screen)).toMatchFileSnapshot(`../golden/screens/work-${name}.txt`)

test('a head begins with what is overdue and what is due soon; a number opens its list, a row its case', async () => {
  screen = await openTestDesk(town, { as: 'head', desk: null })
  await screen.until('Най-старо')
  await shows('deadlines')
  await screen.press('down')
  await screen.until('> Дирекция')
  await screen.press('enter')
  await screen.until('Становище по границата')
  await shows('deadlines-list')
  await screen.press('enter')
  await screen.until('Преписка 0')
  await screen.press('esc', 'esc')
  await screen.press('tab')
  await screen.until('·       1')
  await shows('deadlines-requests')
  await screen.press('f3')
  await screen.until('Няма задачи за вас.')
})

test('the head of a directorate sees what is under it; the menu is in English too', async () => {
  screen = await openTestDesk(town, { as: 'glava2', desk: null, lang: 'en' })
  await screen.until('Oldest')
  await shows('deadlines-english')
  await screen.press('f10')
  await screen.until('Cash desks')
  await shows('menu-english')
})
