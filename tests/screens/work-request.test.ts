import { randomUUIDv7 } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { describeRefusal } from '../../locales/texts.ts'
import { registerRequest } from '../../office/requests/register-request.ts'
import { showRequest } from '../../office/requests/show-request.ts'
import { listServices } from '../../office/services/list-services.ts'
import { endTask } from '../../office/tasks/end-task.ts'
import { refusal } from '../../rules/refusal.ts'
import { openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { everyDayWorks, type TestTown, testTown } from '../support/town.ts'

const FIRST = 'ЗВ-1-00001'
const SECOND = 'ЗВ-1-00002'

let town: TestTown
let screen: TestDesk

beforeAll(async () => {
  town = await testTown('18')
  await everyDayWorks(town)
  const [delo, grao, head] = await Promise.all([
    town.signIn('delo', 3),
    town.signIn('grao1', null),
    town.signIn('diradm', null),
  ])
  const [party] = await town.sql`select id from parties where name = 'Мария Петрова Чаушева'`
  const heirs = (await listServices(delo.ctx())).find(({ code }) => code === '2016')
  const register = () =>
    registerRequest(delo.ctx(), {
      id: randomUUIDv7(),
      serviceId: heirs!.id,
      applicantId: party!['id'] as string,
    })
  const { requestId } = await register()
  await register()
  const ways = ['редовно', 'данните са пълни', 'изготвено', 'подписано']
  for (const next of ways) {
    const { tasks } = await showRequest(grao.ctx(), { requestId })
    const open = tasks.find(({ ending }) => ending === null)
    const by = next === 'подписано' ? head : grao
    await endTask(by.ctx(), { taskId: open!.id, outcome: 'done', result: 'готово', next })
  }
})
afterAll(async () => town.close())
afterEach(async () => {
  await screen.close()
  expect(screen.bugs).toEqual([])
})

const steady = (frame: string): string =>
  frame
    .replace(/(код|code) [0-9A-Z]{10}/, '$1 0123456789')
    .replace(/((?:Срок|Term) +)\S+: [^\n]*/, '$102.01.2026: 5 дни от 02.01 (каталог на услугите)')
const shows = async (name: string) =>
  expect(steady(await stillFrame(screen))).toMatchFileSnapshot(`../golden/screens/work-${name}.txt`)
const told = (...args: Parameters<typeof refusal>) => describeRefusal(refusal(...args), 'bg').slice(0, 48)

async function atTheCase(number: string, as = 'grao1', lang: 'bg' | 'en' = 'bg') {
  screen = await openTestDesk(town, { as, desk: null, lang })
  await screen.until('F10 ')
  await screen.press('f6')
  await screen.until(lang === 'bg' ? 'Намерени: ' : 'Found: ')
  await screen.type(number)
  await screen.until(lang === 'bg' ? 'Enter Намери' : 'Enter Find')
  await screen.until(lang === 'bg' ? 'Намерени: 1' : 'Found: 1')
  await screen.until(lang === 'bg' ? 'Enter Отвори' : 'Enter Open')
  await screen.press('enter')
  await screen.until(lang === 'bg' ? 'История ' : 'History ')
}

test('with the last phase the request ends; unpaid it is given out only on a ground', async () => {
  screen = await openTestDesk(town, { as: 'grao1', desk: null })
  await screen.until('непоети')
  await screen.press('tab')
  await screen.until('Извеждане на документа')
  const at = () =>
    screen
      .frame()
      .split('\n')
      .find(line => line.startsWith('>')) ?? ''
  for (let row = 0; row < 4 && !at().includes('Извеждане'); row++) await screen.press('down')
  await screen.press('f8')
  await screen.until('Поета: Извеждане')
  await screen.press('shift-tab')
  await screen.until('Мои 1')
  await screen.until('Извеждане на документа')
  await screen.press('f8')
  await screen.until('Издаване на резултата')
  await screen.until('не е платена')
  await screen.press('f8')
  await screen.until(told('request.unpaid', { number: FIRST }))
  await screen.type('освободен по чл. 5, т. 2 от тарифата')
  await shows('complete')
  await screen.press('f8')
  await screen.until(`${FIRST}: издадено, документ`)
})

test('the result is handed out to somebody who shows who they are; then the case is closed and opened again', async () => {
  await atTheCase(FIRST)
  await screen.until('F8 Връчи')
  await screen.press('f8')
  await screen.until('Връчване на резултата')
  await screen.press('f8')
  await screen.until(told('hand_out.identity_needed', {}))
  await screen.type('лична карта')
  await shows('hand-out')
  await screen.press('f8')
  await screen.until(`Резултатът по ${FIRST} е връчен на Мария Петрова`)
  await screen.until('F8 Приключи')
  await screen.press('f9')
  await screen.until('7  Приключи')
  await screen.type('7')
  await screen.until('Приключване на преписка')
  for (let sign = 0; sign < 12; sign++) await screen.press('backspace')
  await screen.type('няма')
  await screen.press('f8')
  await screen.until(told('case.index_unknown', { text: 'няма' }))
  for (let sign = 0; sign < 4; sign++) await screen.press('backspace')
  const [entry] =
    await town.sql`select index from nomenclature where closed_at is null order by index limit 1`
  await screen.type(entry!['index'] as string)
  await screen.until('Съхранение')
  await screen.press('f8')
  await screen.until(`${FIRST} е приключена`)
  await screen.until('приключена · издадено')
  await screen.press('f9')
  await screen.type('7')
  await screen.until('Отваряне на приключена преписка')
  await screen.type('нови данни за наследник')
  await screen.press('f8')
  await screen.until(`${FIRST} е отворена пак`)
})

test('cases are linked and shared, a document is filed beside its own case', async () => {
  await atTheCase(FIRST)
  await screen.press('f9')
  await screen.type('4')
  await screen.until('С преписка №')
  await screen.type(SECOND)
  await screen.press('f8')
  await screen.until(`${FIRST} и ${SECOND} са свързани`)
  await screen.press('f9')
  await screen.type('3')
  await screen.until('Документ №')
  await screen.type(SECOND)
  await screen.press('f8')
  await screen.until(`${SECOND} е в раздел „официален“`)
  await screen.press('f11')
  await screen.until('Споделяне на преписка')
  await screen.press('f8')
  await screen.until(told('task.nobody', {}))
  await screen.type('екол')
  await screen.until('Виолета Русева')
  await screen.press('enter', 'f8')
  await screen.until('се вижда и от')
  await screen.press('left')
  await screen.until('вижда Виолета')
  await shows('case-links')
})

test('a head restricts a case; the decisions are in English too', async () => {
  await atTheCase(SECOND, 'head', 'en')
  await screen.press('f9')
  await screen.type('6')
  await screen.until('Restricting access')
  await screen.type('a family matter')
  await screen.press('f8')
  await screen.until(`Access to ${SECOND} is restricted.`)
  await screen.until('open · confidential')
  await shows('case-english')
  await screen.press('f9')
  await screen.type('17')
  await screen.until('Suspending the proceedings')
  await screen.type('art. 54(1)(3) АПК')
  await screen.press('f8')
  await screen.until('The proceedings are suspended.')
  await screen.press('f9')
  await screen.type('17')
  await screen.until('Resuming the proceedings')
  await screen.type('the court has decided')
  await screen.press('f8')
  await screen.until('The last day is')
  await screen.press('f9')
  await screen.type('18')
  await screen.until('Extending the term')
  await screen.type('30')
  await screen.press('tab')
  await screen.type('another body was asked')
  await screen.press('f8')
  await screen.until('!')
  await screen.press('shift-tab', 'backspace', 'backspace')
  await screen.type('7')
  await screen.until('The new term')
  await screen.press('f8')
  await screen.until('The last day is')
  await screen.press('f9')
  await screen.type('13')
  await screen.until('Terminate or withdraw')
  await screen.type('2')
  await screen.press('tab', 'tab')
  await screen.type('the applicant took it back')
  await screen.press('f8')
  await screen.until('withdrawn')
})
