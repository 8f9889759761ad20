import { afterEach, beforeEach, expect, test } from 'vitest'
import type { KeyName } from '../../tui/keys.ts'
import { openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { type TestTown, testTown } from '../support/town.ts'

let town: TestTown
let screen: TestDesk

beforeEach(async () => {
  town = await testTown('18')
  screen = await openTestDesk(town, { as: 'delo', desk: 3 })
  await screen.until('Писмо')
})
afterEach(async () => {
  await screen.close()
  await town.close()
  expect(screen.bugs).toEqual([])
})

/** Counts every key that goes down beside the letters of the subject. */
function counted() {
  let keys = 0
  return {
    keys: () => keys,
    press: async (...names: KeyName[]) => {
      keys += names.length
      await screen.press(...names)
    },
    type: async (text: string) => {
      keys += [...text].length
      await screen.type(text)
    },
    subject: (text: string) => screen.type(text),
  }
}

test('a whole document of somebody known takes 25 keys at most beside its subject', async () => {
  const hand = counted()
  await hand.type('6346157446')
  await hand.press('enter')
  await screen.until('Радичев 6346')
  await hand.subject('Молба за ремонт на улица „Бяла река“')
  await hand.press('tab', 'tab')
  await hand.type('3')
  await hand.press('tab')
  await hand.type('1')
  await hand.press('f8')
  await screen.until('Регистриран: П-1-')
  expect(hand.keys()).toBeLessThanOrEqual(25)
  expect(hand.keys()).toBe(17)
})

test('the next of the same person, about the same, takes six', async () => {
  await screen.type('радичев')
  await screen.press('enter')
  await screen.until('Радичев 6346')
  await screen.type('Молба за ремонт')
  await screen.press('f8')
  await screen.until('Регистриран: П-1-')
  const hand = counted()
  await hand.press('f11')
  await screen.until('Радичев 6346')
  await hand.type('мол')
  await screen.until('Tab или →')
  await hand.press('tab', 'f8')
  await screen.until('-1-00002')
  expect(hand.keys()).toBe(6)
})

test('a request of somebody known takes 19', async () => {
  const hand = counted()
  await hand.press('f3')
  await screen.until('Заявление за услуга')
  await hand.type('2016')
  await hand.press('enter')
  await screen.until('Краен ден')
  await hand.type('радичев')
  await hand.press('enter')
  await screen.until('Радичев 6346')
  await hand.press('shift-tab', 'shift-tab', 'shift-tab')
  await hand.type('0')
  await hand.press('f8')
  await screen.until('Регистриран: ЗВ-1-')
  expect(hand.keys()).toBe(19)
})

test('what came out of the printer is looked at, and a paper in doubt is answered by whoever sees it', async () => {
  await screen.type('радичев')
  await screen.press('enter')
  await screen.until('Радичев 6346')
  await screen.type('Молба за ремонт')
  await screen.press('f8')
  await screen.until('Регистриран: П-1-')
  await expect
    .poll(async () => (await town.sql`select state from print_jobs where kind = 'slip'`)[0]?.['state'])
    .toBe('printed')
  await town.sql`update print_jobs set state = 'unsure', fault = 'no_answer' where kind = 'slip'`
  await screen.until('F10: проверете 1')
  await screen.press('f10')
  await screen.until('Потвърждения и печат')
  await screen.type(/(\d) {2}Потвърждения/.exec(screen.frame())?.[1] ?? '?')
  await screen.until('Излезе ли?')
  expect((await stillFrame(screen)).replace(/[A-Z2-9]{5}-[A-Z2-9]{5}/g, 'ABCDE-FGHJK')).toContain(
    'ПОТВЪРЖДЕНИЕ',
  )
  await screen.type('1')
  await screen.until('Отбелязано: документът е излязъл')
})
