import { randomUUIDv7 } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { describeRefusal } from '../../locales/texts.ts'
import { handPaper } from '../../office/handovers/hand-paper.ts'
import { registerRequest } from '../../office/requests/register-request.ts'
import { listServices } from '../../office/services/list-services.ts'
import { refusal } from '../../rules/refusal.ts'
import { openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { type TestTown, testTown } from '../support/town.ts'

const NUMBER = 'ЗВ-1-00001'

let town: TestTown
let screen: TestDesk
let requestId: string

beforeAll(async () => {
  town = await testTown('18')
  const delo = await town.signIn('delo', 3)
  const [party] = await town.sql`select id from parties where name = 'Мария Петрова Чаушева'`
  const heirs = (await listServices(delo.ctx())).find(({ code }) => code === '2016')
  const registered = await registerRequest(delo.ctx(), {
    id: randomUUIDv7(),
    serviceId: heirs!.id,
    applicantId: party!['id'] as string,
  })
  requestId = registered.requestId
})
afterAll(async () => town.close())
afterEach(async () => {
  await screen.close()
  expect(screen.bugs).toEqual([])
})

/** Access codes are drawn by lot; how a term is told depends on the day of the week. */
const lasting = (frame: string): string =>
  frame
    .replace(/(код|code) [0-9A-Z]{10}/, '$1 0123456789')
    .replace(/(Срок +)02\.01\.2026: [^\n]*\n[^\n]*/, '$102.01.2026: 5 дни от 02.01 (каталог на услугите)\n')
    .replace(/(Срок +)(?:днес|утре|до [\d.]+)/, '$1до 02.01.2026')
    .replace(/(понеделник|вторник|сряда|четвъртък|петък|събота|неделя)/g, 'неделя')
const shows = async (name: string) =>
  expect(lasting(await stillFrame(screen))).toMatchFileSnapshot(`../golden/screens/work-${name}.txt`)
const told = (...args: Parameters<typeof refusal>) => describeRefusal(refusal(...args), 'bg').slice(0, 48)

const sitDown = async (as: string) => {
  screen = await openTestDesk(town, { as, desk: null })
}

/** The case of the request, found by its number. */
async function atTheCase(as = 'grao1') {
  await sitDown(as)
  await screen.until('F10 Меню')
  await screen.press('f10')
  await screen.until('3  Преписки')
  await screen.type('3')
  await screen.until('Намерени: ')
  await screen.type(NUMBER)
  await screen.until('Enter Отвори')
  await screen.press('enter')
  await screen.until('История ')
}

test('a phase is taken and ended by the way that the card offers; the next one begins', async () => {
  await sitDown('grao1')
  await screen.until('На звеното, непоети 1')
  await screen.press('tab')
  await screen.until('Проверка на заявлението')
  await screen.press('f8')
  await screen.until('Поета: ')
  await screen.press('shift-tab')
  await screen.until('Мои 1')
  await screen.until('Проверка на заявлението')
  await screen.press('f8')
  await screen.until('Завършване на етап')
  await screen.press('f8')
  await screen.until(told('form.needed', { what: 'Изход' }))
  await screen.type('1')
  await screen.until('Служебна проверка на наследниците')
  await shows('phase')
  await screen.press('tab')
  await screen.type('правният интерес е доказан')
  await screen.press('f8')
  await screen.until('Завършена: Проверка на заявлението')
  const open = await town.sql`select t.phase from open_tasks join tasks t on t.id = task_id`
  expect(open.map(row => row['phase'])).toEqual(['heirs'])
})

test('a case tells how it stands and why, what is in it, and all that happened', async () => {
  await atTheCase()
  await screen.until('Официален 1')
  await shows('case')
  await screen.press('left', 'left')
  await screen.until('поета')
  await shows('case-history')
  await screen.press('left')
  await screen.until('Служебна проверка на наследниците')
  await shows('case-tasks')
  await screen.press('up', 'enter')
  await screen.until('Задача по')
})

test('an irregularity stops the term, and what comes of it is shown before it is written', async () => {
  await atTheCase()
  await screen.press('f9')
  await screen.until('Решения по заявлението')
  await shows('case-acts')
  await screen.type('1')
  await screen.until('Нередовност')
  await shows('case-decisions')
  await screen.type('4')
  await screen.until('Срокът спира')
  await screen.press('f8')
  await screen.until(told('request.reason_needed', {}))
  await screen.type('Липсва документ за правния интерес')
  await screen.press('f8')
  await screen.until('срокът е спрян')
  await screen.until('нередовно')
  await screen.press('f9')
  await screen.type('16')
  await screen.until('Новият срок')
  await screen.type('пълномощно и удостоверение')
  await screen.press('f8')
  await screen.until('Крайният ден е')
  const events =
    await town.sql`select kind from request_events where request_id = ${requestId} order by told_at`
  expect(events.map(row => row['kind'])).toEqual(['irregular', 'mended'])
})

test('a resolution goes to several at once, with days that the calendar suggests', async () => {
  await atTheCase('head')
  await screen.press('f3')
  await screen.until('Резолюция')
  await screen.type('калина')
  await screen.until('Калина Маринова')
  await screen.press('enter')
  await screen.type('дирекция адм')
  await screen.until('цялото звено')
  await screen.press('enter', 'enter')
  await screen.type('Проверка на регистъра и писмен отговор')
  await screen.press('enter')
  await screen.until('Брой работни дни')
  await screen.type('0')
  await shows('resolution')
  await screen.press('f8')
  await screen.until('Възложена: ')
  const given =
    await town.sql`select count(*)::int as many from tasks where what = 'Проверка на регистъра и писмен отговор'`
  expect(given[0]).toEqual({ many: 2 })
})

test('where the paper is, one key away; it is handed over and taken', async () => {
  await atTheCase()
  await screen.press('f4')
  await screen.until('Хартията на')
  await shows('paper')
  await screen.press('f8')
  await screen.until('Елена Димитрова')
  await screen.close()
  const delo = await town.signIn('delo', 3)
  const [grao] = await town.sql`select id from staff where login = 'grao1'`
  await handPaper(delo.ctx(), {
    id: randomUUIDv7(),
    documentId: requestId,
    to: { staffId: grao!['id'] as string },
    note: null,
  })
  await sitDown('grao1')
  await screen.until('хартия за приемане 1')
  await screen.press('f10')
  await screen.type('4')
  await screen.until('За приемане')
  await screen.until(NUMBER)
  await shows('papers')
  await screen.press('f8')
  await screen.until(`Хартията на ${NUMBER} е при вас`)
})
