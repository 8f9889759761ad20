import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { describeRefusal } from '../../locales/texts.ts'
import { addWorkingDays, LAW_CALENDAR } from '../../rules/calendar.ts'
import { refusal } from '../../rules/refusal.ts'
import { openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { type RegistryTown, registryTown } from '../support/registry-town.ts'

let town: RegistryTown
let screen: TestDesk
let requestId: string

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
  requestId = (await town.seedRequest({ department: 'kad1', dueOn: working(4) })).requestId
})
afterAll(async () => town.close())
afterEach(async () => {
  await screen.close()
  expect(screen.bugs).toEqual([])
})

/** A median of days depends on the day of the week. */
const shows = async (name: string) =>
  expect((await stillFrame(screen)).replace(/(?<=Срок, дни\s+)\d+,\d/, '4,0')).toMatchFileSnapshot(
    `../golden/screens/work-${name}.txt`,
  )

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

test('the weekly review: a digit says the verdict, a problem is told in words first', async () => {
  screen = await openTestDesk(town, { as: 'glava1', desk: null })
  await screen.until('Най-старо')
  await screen.press('f10')
  await screen.until('5  Седмичен преглед')
  await screen.type('5')
  await screen.until('прегледани 0 от 4')
  await shows('review')
  await screen.type('1')
  await screen.until('прегледани 1 от 4')
  await screen.type('3')
  await screen.until('Оценка от прегледа')
  await screen.press('f8')
  await screen.until(describeRefusal(refusal('review.note_needed', {}), 'bg').slice(0, 30))
  await screen.type('чака се становище на друго ведомство')
  await screen.press('f8')
  await screen.until('прегледани 2 от 4')
  const verdicts = await town.sql`select verdict from reviews order by reviewed_at`
  expect(verdicts.map(row => row['verdict'])).toEqual(['no_problems', 'outside_problem'])
  await screen.press('f2')
  await screen.until('F2 Всички')
  await shows('review-left')
})

test('the reports of the registry are at F7', async () => {
  await town.endRequest(requestId, { by: 'glava1', outcome: 'completed' })
  screen = await openTestDesk(town, { as: 'head', desk: null })
  await screen.until('Най-старо')
  await screen.press('f7')
  await screen.until('Приключени услуги по вид услуга')
  await shows('figures')
  await screen.press('right', 'right')
  await screen.until('Приключени услуги по звена')
  await screen.type('4')
  await screen.until('Натовареност по служители')
  await screen.press('f8')
  await screen.until('Чака печат: Натовареност')
})
