import { randomUUIDv7 } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeParty } from '../../office/parties/change-party.ts'
import { findParties } from '../../office/parties/find-parties.ts'
import { registerParty } from '../../office/parties/register-party.ts'
import { showParty } from '../../office/parties/show-party.ts'
import { atTheTill } from '../support/at-the-till.ts'
import { openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { type TestTown, testTown } from '../support/town.ts'

const golden = (name: string) => `../golden/screens/${name}.txt`
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

const shows = async (name: string) => expect(await stillFrame(screen)).toMatchFileSnapshot(golden(name))

/** The register, from the menu of a desk. */
async function atTheRegister(lang: 'bg' | 'en' = 'bg') {
  screen = await atTheTill(town, { lang })
  const label = lang === 'bg' ? 'Хора и организации' : 'People and organisations'
  await screen.press('f10')
  await screen.until(label)
  await screen.type(/(\d)[^\n\d]*(Хора и|People and)/.exec(screen.frame())?.[1] ?? '?')
  await screen.until(lang === 'bg' ? 'Напишете номер' : 'Type a number')
}

const deskOf = (login: string) => town.signIn(login)

test('nothing typed, some found, nobody found, a wrong number', async () => {
  await atTheRegister()
  await shows('parties-empty')
  await screen.type('ив гео')
  await screen.until('Намерени: ')
  await shows('parties-found')
  await screen.press('down', 'down')
  await screen.until('с. Смилян, ул. Капитан Петко войвода 40')
  await screen.press('home', 'delete')
  await screen.type('щръ')
  await screen.until('Няма такова лице')
  for (let letter = 0; letter < 8; letter++) await screen.press('end', 'backspace')
  await screen.type('7523169264')
  await screen.until('Контролната цифра')
  await shows('parties-wrong-number')
})

test('a long name is cut in the list and the whole record is below; more than are shown is said', async () => {
  await town.sql`insert into parties (id, kind, name, name_folded)
    select gen_random_uuid(), 'person', 'Зорница ' || n, ' зорница ' || n from generate_series(1, 10000) n`
  await atTheRegister()
  await screen.type('александрина')
  await screen.until('Намерени: 1')
  await shows('parties-long-name')
  for (let letter = 0; letter < 12; letter++) await screen.press('backspace')
  await screen.type('зорн')
  await screen.until('първите 50')
  await shows('parties-many')
})

test('a record is changed: Enter opens it, the settlement is chosen as it is typed, F8 writes', async () => {
  await atTheRegister()
  await screen.type('радичев')
  await screen.until('Намерени: 1')
  await screen.press('enter')
  await screen.until('Запис: Йордан Стоянов Радичев')
  await shows('party-change')
  await screen.press('tab', 'tab')
  for (let letter = 0; letter < 20; letter++) await screen.press('backspace')
  await screen.type('смил')
  await screen.until('67547')
  await shows('party-settlement')
  await screen.press('enter')
  await screen.until('с. Смилян')
  await screen.press('tab')
  await screen.type('0888 777 666')
  await screen.press('f8')
  await screen.until('Записано: Йордан Стоянов Радичев')
  await screen.until('с. Смилян, ул. Бяла река 21')
})

test('a new record begins with what was searched for; a wrong one keeps what was typed', async () => {
  await atTheRegister()
  await screen.type('7523169263')
  await screen.until('Няма такова лице')
  await screen.press('f8')
  await screen.until('Нов запис')
  await screen.until('7523169263')
  await screen.press('f8')
  await screen.until('Няма име')
  await screen.type('Зоя Новакова')
  await screen.press('tab', 'tab')
  await screen.type('Атлантида')
  await screen.press('tab', 'tab', 'tab')
  await screen.type('няма')
  await screen.press('enter')
  await screen.until('„няма“ не е имейл')
  await screen.type('@example.bg')
  await screen.press('enter')
  await screen.until('Няма населено място „Атлантида“')
  await screen.until('Зоя Новакова')
  await screen.press('shift-tab', 'shift-tab', 'shift-tab')
  for (let letter = 0; letter < 9; letter++) await screen.press('backspace')
  await screen.press('f8')
  await screen.until('Записано: Зоя Новакова')
  await screen.until('Намерени: 1')
  const ctx = (await deskOf('delo')).ctx()
  expect(await findParties(ctx, { text: '7523169263' })).toMatchObject([
    { name: 'Зоя Новакова', kind: 'person' },
  ])
})

test('what a second clerk changed meanwhile is told, and not written over', async () => {
  await atTheRegister()
  await screen.type('радичев')
  await screen.until('Намерени: 1')
  await screen.press('enter')
  await screen.until('Запис: Йордан')
  const ctx = (await deskOf('delo')).ctx()
  const [found] = await findParties(ctx, { text: 'радичев' })
  const { changedAt, identifierKind, identifier, street, ...party } = await showParty(ctx, {
    partyId: found?.id ?? '',
  })
  await changeParty(ctx, {
    ...party,
    partyId: party.id,
    seen: changedAt,
    identifier: { kind: identifierKind!, digits: identifier! },
    address: street,
    phone: '0888 111 222',
  })
  await screen.press('tab', 'tab', 'tab', 'tab')
  await screen.type('0888 999 999')
  await screen.press('f8')
  await screen.until('друг служител промени данните за Йордан')
  await screen.press('esc')
  await screen.until('Намерени: 1')
  await screen.press('enter')
  await screen.until('0888 111 222')
})

test('the same in English', async () => {
  await atTheRegister('en')
  await screen.type('строй')
  await screen.until('Found: 1')
  await shows('parties-english')
})

test('a record much like another is told before it is written; the two are merged beside each other, and a dossier shows both', async () => {
  const clerk = await deskOf('delo')
  const first = { kind: 'person', identifier: null, name: 'Стоил Кацарски', phone: '0888 321 001' } as const
  await registerParty(clerk.ctx(), { id: randomUUIDv7(), ekatte: '67653', ...first })
  screen = await openTestDesk(town, { as: 'delo' })
  await screen.press('f10')
  await screen.until('Хора, структура и обратна връзка')
  await screen.type(/(\d)[^\n\d]*Хора, структура/.exec(screen.frame())?.[1] ?? '?')
  await screen.until('Хора и организации')
  await screen.type('1')
  await screen.until('Напишете номер')
  await screen.type('Стоил Кацарскъ')
  await screen.until('Няма такова лице')
  await screen.press('f8')
  await screen.until('Нов запис')
  await screen.press('shift-tab', 'shift-tab')
  await screen.type('0888321001')
  await screen.press('f8')
  await screen.until('F8 още веднъж')
  await shows('party-near')
  await screen.press('f8')
  await screen.until('Записано: Стоил Кацарскъ')
  await screen.press('f9')
  await screen.until('Близки записи на този')
  await shows('party-acts')
  await screen.type('3')
  await screen.until('Двойки: 1')
  await shows('duplicates')
  await screen.press('enter')
  await screen.until('Обединяване на два записа')
  await screen.press('tab')
  await screen.type('лична карта')
  await shows('duplicates-merge')
  await screen.press('f8')
  await screen.until('вече води към')
  await screen.until('Няма записи, които')
  await screen.press('esc')
  await screen.until('Намерени: 1')
  await screen.press('f9')
  await screen.until('Досие:')
  await screen.type('1')
  await screen.until('Обединени записи')
  await shows('dossier')
})
