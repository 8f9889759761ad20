import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeTraining } from '../../db/training.ts'
import { fillTraining } from '../../office/town/fill-training.ts'
import { dayOf } from '../../rules/dates.ts'
import { type DeskOptions, openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { type TestTown, testTown } from '../support/town.ts'

const golden = (name: string) => `../golden/screens/${name}.txt`
const BAND = 'ОБУЧЕНИЕ: отделни номера, нищо не влиза в отчетите'
let town: TestTown
let screen: TestDesk

const make = () =>
  makeTraining(town.place, town.owner, {
    force: true,
    progress: () => undefined,
    fill: db => fillTraining(db, dayOf(Temporal.Now.instant())),
  })

beforeAll(async () => {
  town = await testTown('18')
})
afterAll(async () => town.close())
afterEach(async () => {
  await screen.close()
  expect(screen.bugs).toEqual([])
})

const atTheDoor = async (options: DeskOptions = {}) => {
  screen = await openTestDesk(town, { as: null, ...options })
}
const shows = async (name: string) => expect(await stillFrame(screen)).toMatchFileSnapshot(golden(name))

test('before it is made, whoever wants to practise is told whom to ask, and works all the same', async () => {
  await atTheDoor()
  await screen.press('f2', 'enter')
  await screen.until('Още няма база за обучение')
  expect(screen.frame()).toContain(BAND)
  await screen.press('f2', 'enter')
  await screen.until('Касата не е отворена')
  expect(screen.frame()).toContain('Смолян')
})

test('F2 at the door turns to practice and back, and every screen of it says so', async () => {
  await make()
  await atTheDoor()
  await screen.press('f2')
  await screen.until(BAND)
  await shows('sign-in-training')
  await screen.press('f2')
  expect(screen.frame()).not.toContain('ОБУЧЕНИЕ')
  await screen.press('f2', 'enter')
  await screen.until('Касата не е отворена')
  expect(screen.frame()).toContain('! ОБУЧЕНИЕ')
  await screen.type('\r50\r')
  await screen.until('Кошницата е празна')
  await screen.type('2016\r')
  await screen.until('ОБЩО (1)')
  await shows('desk-training')
  await screen.press('f8')
  await screen.until('РЕСТО')
  await screen.type('20\r')
  await screen.until('Платено')
  await shows('desk-training-paid')
  for (const key of ['f6', 'f7', 'f10'] as const) {
    await screen.press('esc', key)
    expect(screen.frame().split('\n')[0]).toContain('! ОБУЧЕНИЕ')
  }
})

test('the menu leads from the desk to practice and back, and leaving practice is leaving it', async () => {
  await make()
  await atTheDoor({ as: 'kasa2', desk: 2 })
  await screen.until('Касата не е отворена')
  await screen.press('f10')
  await screen.until('Обучение')
  const entry = /(\d) {2}Обучение/.exec(screen.frame())?.[1] ?? ''
  await screen.type(entry)
  await screen.until(BAND)
  await screen.press('down', 'enter')
  await screen.until('! ОБУЧЕНИЕ')
  await screen.press('f10')
  await screen.until('Към истинската каса')
  await shows('menu-training')
  await screen.press('esc', 'f12')
  await screen.until('Потребител')
  expect(screen.frame()).not.toContain('ОБУЧЕНИЕ')
})

test('a program that was started for practice opens for it', async () => {
  await atTheDoor({ as: 'audit', desk: null, training: true })
  await screen.until('! ОБУЧЕНИЕ')
  await screen.press('f7')
  await screen.until('Справки    ')
  expect(screen.frame()).toContain('! ОБУЧЕНИЕ')
  await screen.press('esc')
  await screen.until('Табло на касите')
  await screen.press('f12')
  await screen.until(BAND)
})

test('English practice', async () => {
  await atTheDoor({ lang: 'en', training: true })
  await shows('sign-in-training-english')
})
