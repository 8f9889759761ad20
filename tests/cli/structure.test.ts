import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemoShell, type Shell } from '../support/cli.ts'

let shell: Shell
beforeAll(async () => {
  shell = await openDemoShell()
})
afterAll(() => shell.close())

const as = (login: string) => ({ GISHE_USER: login })
const run = (line: string, login: string) => shell.run(line, as(login))
const json = (line: string, login: string) => shell.json(line, as(login)) as Promise<never>
const today = () => Temporal.Now.plainDateISO('Europe/Sofia')

test('the structure is shown as a tree, built on, and a department in use is not closed', async () => {
  const tree = (await run('gishe departments tree', 'delo')).stdout
  expect(tree).toMatch(
    /Дирекция „Устройство на територията и екология“ \[ustroistvo\]\n {4}Пламен Чакъров \(dirtsu\), директор на дирекция, главен архитект\n/,
  )
  expect(tree).toMatch(/За цялата община\n {4}Стоян Стоянов \(head\), секретар на общината/)
  const add = 'gishe departments add kadastar --name "Отдел „Кадастър“" --under tsu'
  expect(await run(add, 'admin')).toMatchObject({
    code: 0,
    stdout: 'Добавено: Отдел „Кадастър“ (kadastar).\n',
  })
  expect(await json(add, 'admin')).toMatchObject({ refused: 'department.code_taken' })
  expect((await run('gishe departments change kadastar --kind центрове', 'admin')).code).toBe(2)
  expect(await json('gishe departments change tsu --under kadastar', 'admin')).toMatchObject({
    refused: 'department.under_itself',
  })
  const closing = await run('gishe departments close tsu', 'admin')
  expect(closing).toMatchObject({ code: 1, stdout: '' })
  expect(closing.stderr).toMatch(/не може да се закрие \(служители: 1, услуги: \d+, звена под него: 1\)/)
  expect((await run('gishe departments close kadastar', 'admin')).code).toBe(0)
  expect((await run('gishe departments tree', 'admin')).stdout).not.toContain('kadastar')
  expect((await run('gishe departments tree --closed', 'admin')).stdout).toContain('[kadastar] (закрито)')
  expect((await run('gishe departments close grao', 'head')).stderr).toContain(
    'не можете да променяте структурата',
  )
})

test('staff are placed, the absent have substitutes, and whoever is back ends it', async () => {
  const place = 'gishe staff place kasa2 --department trade --position "касиер"'
  expect((await run(place, 'admin')).stdout).toBe('Петър Георгиев: Търговия и туризъм, касиер.\n')
  const until = today().add({ days: 7 })
  const line = `gishe staff absent tsu1 --substitute eko1 --until ${until} --ground "заповед № 812" --id ${randomUUID()}`
  const made = await run(line, 'dirtsu')
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect(made.stdout).toContain('Виолета Русева замества Борис Хаджиев от ')
  expect(await run(line, 'dirtsu')).toEqual(made)
  expect((await run(line.replace('tsu1', 'grao1').replace(/--id .*/, ''), 'dirtsu')).stderr).toContain(
    'не е от Вашите служители',
  )
  expect((await run('gishe departments tree', 'delo')).stdout).toContain('замества Виолета Русева')
  expect((await run('gishe staff substitutes', 'tsu1')).stdout).toMatch(
    /Борис Хаджиев +Виолета Русева .*сега/,
  )
  expect(
    (await run('gishe staff absent eko1 --substitute dirtsu --until вчера --ground отпуск', 'dirtsu')).code,
  ).toBe(1)
  expect((await run('gishe staff back tsu1', 'dirtsu')).code).toBe(0)
  expect((await run('gishe staff substitutes', 'tsu1')).stdout).toBe('Сега никой никого не замества.\n')
  expect(await json('gishe staff back tsu1', 'dirtsu')).toMatchObject({ refused: 'substitution.unknown' })
})

test('a person written twice is found, merged, seen as one, parted, and every look is told', async () => {
  const add = 'gishe parties add --name "Стоил Кацарски" --phone "0888 321 001"'
  const first = await json(`${add} --settlement Смолян`, 'delo')
  expect((await run(add, 'delo')).stderr).toMatch(
    /вече има близък запис[\s\S]*Стоил Кацарски, гр\. Смолян \(същото име, същият телефон\)/,
  )
  const second = await json(`${add} --another`, 'delo')
  const { id: one } = first as { id: string }
  const { id: other } = second as { id: string }
  expect((await run('gishe parties duplicates', 'delo')).stdout).toMatch(
    /Стоил Кацарски, [^\n]*\n +Стоил Кацарски/,
  )
  expect(await json(`gishe parties duplicates ${one}`, 'delo')).toMatchObject([{ other: { id: other } }])
  const merge = `gishe parties merge ${other} --into ${one} --reason "лична карта"`
  expect((await run(merge, 'delo')).stdout).toBe('Стоил Кацарски вече води към Стоил Кацарски.\n')
  expect(await json(merge, 'delo')).toMatchObject({ refused: 'party.merged_already' })
  expect((await run(`gishe parties show ${other}`, 'delo')).stdout).toMatch(/Обединен с: +Стоил Кацарски/)
  expect((await run('gishe parties dossier стоил кацарски', 'delo')).stdout).toMatch(
    /Обединени записи:\n {2}Стоил Кацарски \(лична карта\) [0-9a-f-]{36}/,
  )
  const looks = await run('gishe parties looks стоил кацарски', 'audit')
  expect(looks.stdout).toMatch(/delo +Елена Димитрова +досие/)
  expect((await run(`gishe parties separate ${other} --reason "двама братовчеди"`, 'head')).stdout).toBe(
    'Стоил Кацарски пак е отделен запис.\n',
  )
  expect((await run('gishe parties dossier 1', 'kasa1')).stderr).toContain('не можете да виждате досието')
})
