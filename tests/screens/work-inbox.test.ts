import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { describeRefusal } from '../../locales/texts.ts'
import { refusal } from '../../rules/refusal.ts'
import { openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { type RegistryTown, registryTown } from '../support/registry-town.ts'

let town: RegistryTown
let screen: TestDesk
let late: string
let caseId: string

beforeAll(async () => {
  town = await registryTown('18')
  const on = (days: number) => town.today.add({ days })
  ;({ caseId } = await town.seedDocument({ department: 'kad1', subject: 'Молба за сверяване на граници' }))
  late = (
    await town.seedTask({
      caseId,
      to: 'kada1',
      department: 'kad1',
      what: 'Проверка на място и становище по границата между имоти 23.118 и 23.119',
      dueOn: on(-3),
    })
  ).taskId
  await town.seedTask({ to: 'kada1', department: 'kad1', what: 'Отговор на кмета', dueOn: on(0) })
  await town.seedTask({ to: 'kada1', department: 'kad1', what: 'Скица на имот', dueOn: on(1) })
  await town.seedTask({ to: 'kada1', department: 'kad1', what: 'Справка за собственост', dueOn: on(20) })
  await town.seedTask({ department: 'kad1', what: 'Заверка на скица', dueOn: on(5) })
})
afterAll(async () => town.close())
afterEach(async () => {
  await screen.close()
  expect(screen.bugs).toEqual([])
})

const shows = async (name: string) =>
  expect(await stillFrame(screen)).toMatchFileSnapshot(`../golden/screens/work-${name}.txt`)
const told = (...args: Parameters<typeof refusal>) => describeRefusal(refusal(...args), 'bg').slice(0, 48)
const sitDown = async (as: string, lang: 'bg' | 'en' = 'bg') => {
  screen = await openTestDesk(town, { as, desk: null, lang })
}

test('an officer begins with the tasks, the most urgent first, each with its words', async () => {
  await sitDown('kada1')
  await screen.until('закъсняла 3 дни')
  await shows('inbox')
  await screen.press('tab')
  await screen.until('Заверка на скица')
  await shows('inbox-department')
  await screen.press('tab')
  await screen.until('Няма незавършени задачи, дадени от вас.')
  await screen.press('f8')
  await screen.until(told('list.nothing_chosen', {}))
})

test('a late task ends only with its reason; what was typed stays', async () => {
  await sitDown('kada1')
  await screen.until('закъсняла 3 дни')
  await screen.press('f8')
  await screen.until('Завършване на задача')
  await screen.type('Границата е проверена на място, протокол 12')
  await screen.press('f8')
  await screen.until(told('task.late_reason_needed', { due: '' }).slice(0, 16))
  await screen.until('7  друга причина')
  await shows('end-late')
  await screen.type('7')
  await screen.press('f8')
  await screen.until(told('late_reason.note_needed', {}))
  await screen.type('3')
  await screen.press('f8')
  await screen.until('Завършена: Проверка на място')
  await screen.untilGone('закъсняла 3 дни')
  const [ending] =
    await town.sql`select outcome, result, late_reason from task_endings where task_id = ${late}`
  expect(ending).toEqual({
    outcome: 'done',
    result: 'Границата е проверена на място, протокол 12',
    late_reason: 'other_body',
  })
})

test('a term that passes while the form is open asks for its reason in place', async () => {
  const what = 'Съгласуване с друг отдел'
  const { taskId } = await town.seedTask({
    caseId,
    to: 'kada1',
    department: 'kad1',
    what,
    dueOn: town.today,
  })
  await sitDown('kada1')
  await screen.until(what)
  await screen.press('down')
  await screen.press('f8')
  await screen.until('Завършване на задача')
  await town.sql`update open_tasks set due_on = ${town.today.subtract({ days: 1 }).toString()} where task_id = ${taskId}`
  await screen.type('Съгласувано е')
  await screen.press('f8')
  await screen.until(told('task.late_reason_needed', { due: '' }).slice(0, 16))
  await screen.until('7  друга причина')
  await screen.type('3')
  await screen.press('f8')
  await screen.until(`Завършена: ${what}`)
})

test('a task of the department is taken by F8, opened by Enter, and tells its history', async () => {
  await sitDown('kada1')
  await screen.until('Отговор на кмета')
  await screen.press('tab')
  await screen.until('Заверка на скица')
  await screen.press('f8')
  await screen.until('Поета: Заверка на скица')
  await screen.until('Няма задачи на звеното')
  await screen.press('shift-tab')
  await screen.until('Заверка на скица')
  await screen.press('down', 'down', 'enter')
  await screen.until('поета')
  await shows('task')
  await screen.press('f5')
  await screen.until('Връщане на задача')
  await screen.press('f8')
  await screen.until(told('task.return_needs_reason', {}))
  await screen.type('работя по друга преписка')
  await screen.press('f8')
  await screen.until('Върната на')
})

test('the actions of a task are behind F9; what a post may not do says so', async () => {
  await sitDown('kada1')
  await screen.until('Отговор на кмета')
  await screen.press('f9')
  await screen.until('Действия със задачата')
  await shows('acts')
  await screen.press('esc')
  await screen.press('f11')
  await screen.until('Като служител не можете')
})

test('whoever stands in sees the tasks of the absent one, with the name', async () => {
  const [day, until] = [town.today.toString(), town.today.add({ days: 5 }).toString()]
  await town.seedTask({ to: 'kada2', department: 'kad1', what: 'Опис на граници', dueOn: town.today })
  await town.sql`insert into substitutions (id, absent_id, substitute_id, from_day, until_day, ground)
    values (gen_random_uuid(), ${town.staff('kada2')}, ${town.staff('kada1')}, ${day}, ${until}, 'Заповед 12')`
  await sitDown('kada1')
  await screen.until('за Явор Манолов: Опис на')
  await shows('inbox-acting')
})

test('a head gives a task to another one and another term; who is absent is told with who stands in', async () => {
  await sitDown('glava1')
  await screen.until('Най-старо')
  await screen.press('down', 'right', 'enter')
  await screen.until('Опис на граници')
  await screen.press('down', 'enter')
  await screen.until('Преписка 0')
  await screen.press('left', 'left', 'left')
  await screen.until('Явор Манолов')
  await screen.press('enter')
  await screen.until('замества Румяна Велева')
  await screen.press('f11')
  await screen.until('Задачата на друг')
  await screen.type('явор')
  await screen.until('отсъства до')
  await shows('pass')
  for (let letter = 0; letter < 4; letter++) await screen.press('backspace')
  await screen.type('огнян')
  await screen.until('Огнян Лазаров')
  await screen.press('enter', 'f8')
  await screen.until('Дадена на Огнян Лазаров')
  await screen.press('f9')
  await screen.type('6')
  await screen.until('Друг срок')
  for (let sign = 0; sign < 10; sign++) await screen.press('backspace')
  await screen.press('f8')
  await screen.until(told('form.needed', { what: 'До кога' }))
  await screen.type('32.13')
  await screen.until('Това не е ден')
  for (let sign = 0; sign < 5; sign++) await screen.press('backspace')
  await screen.type('3')
  await screen.press('tab')
  await screen.type('чака се скица')
  await screen.press('f8')
  await screen.until('Новият срок е')
})

test('a task that somebody ended meanwhile says so, and nothing typed is lost', async () => {
  const what = 'Копие от плана'
  const { taskId } = await town.seedTask({ to: 'stro1', department: 'str1', what, dueOn: town.today })
  await sitDown('stro1')
  await screen.until(what)
  await screen.press('down', 'down', 'up')
  await screen.until('> днес')
  await screen.press('f8')
  await screen.until('Завършване на задача')
  await screen.until(what)
  await screen.type('копието е дадено')
  await town.endTask(taskId, { by: 'glava1' })
  await screen.press('f8')
  await screen.until(told('task.ended', {}))
  await screen.until('копието е дадено')
})
