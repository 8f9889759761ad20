import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { type TestTown, testTown } from '../support/town.ts'

let town: TestTown
let screen: TestDesk
beforeEach(async () => {
  town = await testTown('18')
})
afterEach(async () => {
  await screen.close()
  await town.close()
  expect(screen.bugs).toEqual([])
})

const shows = async (name: string) =>
  expect(await stillFrame(screen)).toMatchFileSnapshot(`../golden/screens/structure${name}.txt`)

async function atTheStructure(as: string, lang: 'bg' | 'en' = 'bg') {
  screen = await openTestDesk(town, { as, desk: null, lang })
  await screen.until('F10')
  await screen.press('f10')
  const [people, label] =
    lang === 'bg'
      ? ['Хора, структура и обратна връзка', 'Структура и заместване']
      : ['People, structure and feedback', 'Structure and substitution']
  const choose = async (entry: string) => {
    await screen.until(entry)
    await screen.type(new RegExp(`(\\d)[^\\n\\d]*${entry}`).exec(screen.frame())?.[1] ?? '?')
  }
  await screen.until(lang === 'bg' ? 'Обучение' : 'Training')
  if (screen.frame().includes(people)) await choose(people)
  await choose(label)
  await screen.until(lang === 'bg' ? 'Дирекция „Административно' : 'Administrative and Legal')
}

test('the tree with its people; a director names who acts for somebody of the own, and ends it', async () => {
  await atTheStructure('dirtsu')
  await shows('')
  await screen.press('f3')
  await screen.until('не можете да променяте структурата')
  await screen.press('pagedown')
  await screen.press('down')
  for (let turn = 0; turn < 12 && !/> +Виолета Русева/.test(screen.frame()); turn++)
    await screen.press('down')
  await screen.press('f8')
  await screen.until('Отсъствие и заместник')
  await screen.type('борис')
  await screen.until('Устройство на територията')
  await screen.press('enter')
  await screen.press('tab')
  await screen.type('5')
  await screen.press('tab')
  await screen.type('заповед № 812')
  await shows('-absence')
  await screen.press('f8')
  await screen.until('Борис Хаджиев замества Виолета Русева до')
  await screen.until('отсъства → Борис Хаджиев')
  await screen.press('f8')
  await screen.until('Край на заместването')
  await screen.press('f8')
  await screen.until('Заместването на Виолета Русева е прекратено')
  await screen.press('home')
  for (let turn = 0; turn < 4; turn++) await screen.press('down')
})

test('the administrator adds a department and is told why another one cannot be closed', async () => {
  await atTheStructure('admin')
  await screen.press('f3')
  await screen.until('Ново звено')
  await screen.type('arhiv')
  await screen.press('tab')
  await screen.type('Общински архив')
  await shows('-new')
  await screen.press('f8')
  await screen.until('Добавено: Общински архив')
  await screen.press('down')
  await screen.press('enter')
  await screen.until('Място на служител')
  await shows('-place')
  await screen.press('esc')
  await screen.press('home')
  await screen.press('enter')
  await screen.until('Закрий')
  await screen.type('2')
  await screen.until('Закриване на звено')
  await screen.press('f8')
  await screen.until('не може да се закрие')
})

test('the same in English', async () => {
  await atTheStructure('grao1', 'en')
  await shows('-english')
})
