import { afterEach, beforeEach, expect, test } from 'vitest'
import { told } from '../support/at-the-desk.ts'
import { type DeskOptions, openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { type TestTown, testTown } from '../support/town.ts'

const NOBODY = 'Изберете или впишете лице.'

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

/** The access code is another one each time. */
const shows = async (name: string) =>
  expect((await stillFrame(screen)).replace(/[A-Z2-9]{5}-[A-Z2-9]{5}/g, 'ABCDE-FGHJK')).toMatchFileSnapshot(
    `../golden/screens/${name}.txt`,
  )

async function sitDown(options: DeskOptions = {}) {
  screen = await openTestDesk(town, { as: 'delo', desk: 3, ...options })
  await screen.until(options.lang === 'en' ? 'Incoming document' : 'Входящ документ')
}

test('a clerk begins at the registry; who is known is found as they are typed, and the number stands large', async () => {
  await sitDown()
  await screen.until('Писмо')
  await shows('registry-empty')
  await screen.type('р')
  await screen.until('Още една буква')
  await screen.type('адичев')
  await screen.until('Намерени: 1')
  await shows('registry-found')
  await screen.press('enter')
  await screen.until('Радичев')
  await screen.type('Издаване на скица')
  await shows('registry-typed')
  await screen.press('f8')
  await screen.until('Регистриран: П-1-00001')
  await shows('registry-registered')
  const [document] = await town.sql`
    select d.number, d.subject, p.name from documents d join document_parties p on p.document_id = d.id`
  expect(document).toEqual({
    number: 'П-1-00001',
    subject: 'Издаване на скица',
    name: 'Йордан Стоянов Радичев',
  })
})

test('what is missing is said, and the cursor stands there; nothing typed is lost', async () => {
  await sitDown()
  await screen.until('Писмо')
  await screen.press('f8')
  await screen.until('Входящият документ няма подател')
  await screen.press('f11')
  await screen.until(told('entry.nothing_before', {}))
  await screen.press('f5')
  await screen.until(told('entry.no_slip', {}))
  await screen.press('f4')
  await screen.until(told('entry.nothing_registered', {}))
  await screen.type('7523169264')
  await screen.until('„7523169264“ не е ЕГН')
  await screen.press('enter')
  await screen.until('7523169264')
  for (let digit = 0; digit < 10; digit++) await screen.press('backspace')
  await screen.type('радичев')
  await screen.press('enter')
  await screen.until('Радичев 6346')
  await screen.press('f8')
  await screen.until('Документът няма относно')
  await screen.type('Молба')
  await screen.press('tab')
  await screen.type('31.12.2035')
  await screen.until('още не е дошъл')
  await shows('registry-future')
  await screen.press('f12')
  await screen.until(told('entry.unfinished', {}))
  for (let letter = 0; letter < 10; letter++) await screen.press('backspace')
  await screen.type('утре')
  await screen.press('tab')
  await screen.type('два')
  await screen.until('„два“ не е брой')
  await screen.press('f8')
  await screen.until('„утре“ не е ден или час')
  await screen.press('esc', 'esc')
  await screen.until('Изчистено')
  await screen.press('esc')
  await screen.until('Радичев 6346')
  await screen.until('утре')
})

test('while one is registered the next is typed; its subject is completed from the one before', async () => {
  await sitDown()
  await screen.until('Писмо')
  await screen.type('радичев')
  await screen.press('enter')
  await screen.until('Радичев 6346')
  await screen.type('Издаване на скица за имот')
  await screen.press('f8', 'f11')
  await screen.until('Радичев 6346')
  await screen.type('изд')
  await screen.until('издаване на скица')
  await shows('registry-completion')
  await screen.press('tab', 'f8')
  await screen.until('Регистриран: П-1-00002')
  const subjects = await town.sql`select subject from documents order by sequence`
  expect(subjects.map(row => row['subject'])).toEqual([
    'Издаване на скица за имот',
    'Издаване на скица за имот',
  ])
})

test('somebody unknown is written down in place; an outgoing document answers, a memo needs nobody', async () => {
  await sitDown()
  await screen.until('Писмо')
  await screen.press('f8')
  await screen.until(NOBODY)
  await screen.type('7523169263')
  await screen.until('Няма записан с този номер')
  expect(screen.frame()).not.toContain(NOBODY)
  await screen.until('Enter Нов запис')
  await screen.press('enter')
  await screen.until('│ Нов запис')
  await screen.type('Зоя Новакова')
  await screen.press('f8')
  await screen.until('Зоя Новакова 752316')
  await screen.type('Запитване')
  await screen.press('f8')
  await screen.until('Регистриран: П-1-00001')
  await screen.press('f2')
  await screen.until('Изходящ документ')
  await screen.press('f11')
  await screen.until('Зоя Новакова 752316')
  await screen.type('Отговор на запитване')
  for (let field = 0; field < 5; field++) await screen.press('tab')
  await screen.type('1')
  await screen.until('Намерени: 1')
  await screen.press('enter')
  await screen.until('П-1-00001')
  await shows('registry-outgoing')
  await screen.press('f8')
  await screen.until('Регистриран: П-1-00001#1')
  await screen.press('f2')
  await screen.until('Вътрешен документ')
  await screen.type('Докладна за ремонт')
  await shows('registry-internal')
  await screen.press('f8')
  await screen.until('Регистриран: ВН-00001')
})

test('the same in English', async () => {
  await sitDown({ lang: 'en' })
  await screen.until('Letter')
  await shows('registry-english')
})
