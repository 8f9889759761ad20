import { randomUUIDv7 } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addStaff } from '../../office/staff/add-staff.ts'
import { disableStaff } from '../../office/staff/disable-staff.ts'
import { type DeskOptions, openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { type TestTown, testTown } from '../support/town.ts'

const golden = (name: string) => `../golden/screens/${name}.txt`
let town: TestTown
let screen: TestDesk

beforeAll(async () => {
  town = await testTown('18')
})
afterAll(async () => town.close())
afterEach(async () => {
  await screen.close().catch(() => undefined)
  expect(screen.bugs).toEqual([])
})

const atTheDoor = async (options: DeskOptions = {}) => {
  screen = await openTestDesk(town, { as: null, ...options })
}

test('a demo town names its users and their password, and Enter is enough', async () => {
  await atTheDoor()
  await expect(await stillFrame(screen)).toMatchFileSnapshot(golden('sign-in-demo'))
  await screen.press('down', 'down', 'up')
  expect(screen.frame()).toContain('> kasa2')
  await screen.press('enter')
  await screen.until('Петър Георгиев')
  await screen.until('Касата не е отворена')
})

test('what is typed before the desk is there is not lost', async () => {
  await atTheDoor()
  await screen.type('\r2076\r1998\r')
  await screen.until('ОБЩО (2)')
})

test('whoever types over the demo user means their own', async () => {
  await atTheDoor()
  await screen.type('каса2')
  await screen.until('[каса2 ')
  expect(screen.frame()).not.toContain('>')
  expect(screen.frame()).not.toContain('•')
  await screen.type('\rgishe-demo\r')
  await screen.until('Петър Георгиев')
})

test('a wrong password is told, emptied and asked for again; the rest is still there', async () => {
  await atTheDoor({ isDemo: false })
  await expect(await stillFrame(screen)).toMatchFileSnapshot(golden('sign-in'))
  await screen.type('КАСА1\r')
  await screen.type('gishe-dem')
  await screen.press('tab')
  await screen.type('2')
  await screen.press('enter')
  await screen.until('Грешен потребител или парола')
  await expect(await stillFrame(screen)).toMatchFileSnapshot(golden('sign-in-wrong'))
  await screen.type('gishe-demo\r')
  await screen.until('Каса 2 – затворена')
})

test('a desk that is not there is told', async () => {
  await atTheDoor()
  await screen.press('tab', 'tab')
  await screen.type('77\r')
  await screen.until('Няма каса с номер 77.')
  expect(screen.frame()).toContain('> kasa1')
})

test('a disabled user is told whom to ask', async () => {
  const admin = await town.signIn('admin')
  const password = 'до пенсия 2026'
  await addStaff(admin.ctx(), {
    id: randomUUIDv7(),
    login: 'stara',
    name: 'Стара Касиерка',
    post: 'cashier',
    password,
  })
  await disableStaff(admin.ctx(), 'stara')
  await atTheDoor()
  await screen.type(`stara\r${password}\r`)
  await screen.until('! Достъпът на „stara“ е спрян. Обърнете се към администратора.')
})

test.each([
  ['head', 'Срокове'],
  ['grao1', 'Задачи'],
  ['admin', 'Табло на касите'],
  ['audit', 'Табло на касите'],
])('%s begins with «%s», and comes back to the door', async (login, title) => {
  await atTheDoor({ as: login, desk: null })
  await screen.until(title)
  await screen.press('f12')
  await screen.until('Потребител')
})

test('a clerk begins at the registry, and comes back to the door', async () => {
  await atTheDoor()
  await screen.press('down', 'down', 'enter')
  await screen.until('Входящ документ')
  await screen.press('f12')
  await screen.until('Потребител')
})

test('whoever is named on the command line and refused leaves no line to the database behind', async () => {
  await atTheDoor({ as: 'delo', desk: 99, program: 'gishe refused' })
  await expect(screen.host.ended).rejects.toMatchObject({ code: 'desk.unknown' })
  const lines = () => town.sql`select from pg_stat_activity where application_name = 'gishe refused'`
  await expect.poll(lines).toHaveLength(0)
})

test('the English door', async () => {
  await atTheDoor({ lang: 'en' })
  await expect(await stillFrame(screen)).toMatchFileSnapshot(golden('sign-in-english'))
})
