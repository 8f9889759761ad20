import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemoShell, type Shell } from '../support/cli.ts'

let shell: Shell
const as = (login: string) => ({ GISHE_USER: login })
let number: string

beforeAll(async () => {
  shell = await openDemoShell()
  const made = await shell.json(
    'gishe documents register "Скица на имот в Райково" --kind application --from 6244103745 --department grao',
    as('delo'),
  )
  number = (made as { number: string }).number
})
afterAll(() => shell.close())

const run = (line: string, login = 'head') => shell.run(line, as(login))
const json = async (line: string, login = 'head') =>
  (await shell.json(line, as(login))) as Record<string, unknown> & { rows: Record<string, string>[] }
const day = Temporal.Now.plainDateISO('Europe/Sofia').add({ days: 3 })
const signs = (id: unknown) => String(id).slice(-6)

async function given(more = ''): Promise<Record<string, string>> {
  const tasks = (await shell.json(
    `gishe tasks give ${number} --to grao1 --what "Да се изготви скица" --due ${day} ${more}`,
    as('head'),
  )) as Record<string, string>[]
  return tasks[0]!
}

test('a head gives a task, an officer sees it, works on it and ends it', async () => {
  const id = randomUUID()
  const line = `gishe tasks give ${number} --to grao1 --what "Да се изготви скица" --due ${day} --id ${id}`
  const first = await run(line)
  expect(first).toMatchObject({ code: 0, stderr: '' })
  expect(first.stdout).toContain(
    `${signs(id)} Да се изготви скица\nПреписка: ${number} Скица на имот в Райково\n`,
  )
  expect(await run(line)).toEqual(first)
  const { rows } = await json('gishe tasks list', 'grao1')
  expect(rows).toMatchObject([
    { id, case: number, to: 'Калина Маринова', from: 'Стоян Стоянов', state: 'open' },
  ])
  expect((await run('gishe tasks list', 'grao1')).stdout).toMatch(
    new RegExp(
      `${signs(id)} +\\d\\d\\.\\d\\d\\.\\d{4} +след 3 дни +${number} +Да се изготви скица +Калина Маринова`,
    ),
  )
  const ended = await run(`gishe tasks end ${signs(id)} --result "Скицата е готова"`, 'grao1')
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  expect(await run(`gishe tasks end ${id} --result "Скицата е готова"`, 'grao1')).toEqual(ended)
  const shown = await json(`gishe tasks show ${signs(id)}`, 'grao1')
  expect(shown).toMatchObject({ outcome: 'done', result: 'Скицата е готова' })
  expect(shown['history']).toMatchObject([{ kind: 'given' }, { kind: 'ended', by: 'Калина Маринова' }])
  expect((await run('gishe tasks list --ended', 'grao1')).stdout).toContain('изпълнена')
})

test('what cannot be given is refused with its reason, and wrong usage is told apart', async () => {
  expect(await json(`gishe tasks give ${number} --to grao1 --what "..." --due ${day}`)).toMatchObject({
    refused: 'task.what_needed',
  })
  expect(
    await json(`gishe tasks give ${number} --to няма --what "Да се провери" --due ${day}`),
  ).toMatchObject({
    refused: 'staff.unknown',
  })
  const several = await run(`gishe tasks give ${number} --to ст --what "Да се провери" --due ${day}`)
  expect(several.code).toBe(1)
  expect(await json('gishe tasks list --person ст')).toMatchObject({ refused: 'staff.ambiguous' })
  expect(several.stderr).toMatch(/няколко служители „ст“.*\n {2}/)
  expect(await run(`gishe tasks give --to grao1 --what "Да се провери" --due ${day}`)).toMatchObject({
    code: 2,
  })
  expect(await run(`gishe tasks give ${number} --to grao1 --what "Да се провери" --due вчера`)).toMatchObject(
    {
      code: 1,
    },
  )
  expect(await run('gishe tasks list --box чужди')).toMatchObject({ code: 2 })
  expect(
    await run(`gishe tasks give ${number} --to tsu1 --what "Да се провери" --due ${day}`, 'grao1'),
  ).toMatchObject({
    code: 1,
  })
})

test('a task goes back, aside and down, and asks for an opinion', async () => {
  const { id } = await given()
  expect(await run(`gishe tasks return ${id} --reason "не е в моя район"`, 'grao1')).toMatchObject({
    code: 0,
  })
  expect(await json(`gishe tasks reassign ${id} --to diradm --reason "по компетентност"`)).toMatchObject({
    to: 'Антоанета Кирова',
  })
  expect(await json(`gishe tasks delegate ${id} --to grao`, 'diradm')).toMatchObject({
    to: null,
    department: 'grao',
  })
  expect(await json(`gishe tasks take ${id}`, 'grao1')).toMatchObject({ to: 'Калина Маринова' })
  expect(await json(`gishe tasks term ${id} --due ${day.add({ days: 1 })} --reason "оглед"`)).toMatchObject({
    due: day.add({ days: 1 }).toString(),
  })
  const asked = await given('--opinion')
  expect(await json(`gishe tasks opinion ${asked['id']} --value rework`, 'grao1')).toMatchObject({
    refused: 'opinion.note_needed',
  })
  const opined = await run(
    `gishe tasks opinion ${asked['id']} --value rework --note "липсва подпис"`,
    'grao1',
  )
  expect(opined).toMatchObject({ code: 0, stdout: `Становище по ${number}: за доработка.\n` })
  expect(await json(`gishe tasks show ${asked['id']}`)).toMatchObject({
    result: 'за доработка: липсва подпис',
  })
})

test('a program that dies while it gives a task leaves all of it or nothing', async () => {
  for (const delay of [0.1, 0.3, 0.5]) {
    const id = randomUUID()
    const line = `gishe tasks give ${number} --to grao1 --what "Да се провери" --due ${day} --id ${id}`
    await run(`timeout -s KILL ${delay} ${line}`)
    expect(await run(line)).toMatchObject({ code: 0, stderr: '' })
    const { rows } = await json('gishe tasks list --box given')
    expect(rows.filter(row => row['id'] === id)).toHaveLength(1)
  }
})

test('a paper goes from hand to hand, and is handed over by whoever has it', async () => {
  expect(await json(`gishe papers hand ${number} --to grao1`, 'delo')).toMatchObject({ at: 'on_the_way' })
  expect((await json('gishe papers list', 'grao1')).rows).toMatchObject([
    { document: number, from: 'Елена Димитрова' },
  ])
  expect((await run(`gishe papers take ${number}`, 'grao1')).stdout).toContain(
    `${number}: при Калина Маринова от `,
  )
  expect(await run(`gishe papers hand ${number} --to tsu1`, 'delo')).toMatchObject({ code: 1 })
})

test('a case is shown to its people, and shared with others', async () => {
  const shown = await run(`gishe cases show ${number}`, 'grao1')
  expect(shown.stdout).toContain('Раздел официален\n   1. ')
  expect(await run(`gishe cases show ${number}`, 'sobst1')).toMatchObject({ code: 1 })
  expect(await run(`gishe cases share ${number} --with sobst1`, 'delo')).toMatchObject({ code: 0 })
  expect(await run(`gishe cases show ${number}`, 'sobst1')).toMatchObject({ code: 0 })
})

test('a case is closed when its work is done, and opened again', async () => {
  expect(await json(`gishe cases close ${number}`, 'delo')).toMatchObject({ refused: 'case.has_open_work' })
  const { rows } = await json(`gishe tasks list --case ${number}`)
  const cancelled = rows.map(({ id }) => `gishe tasks end ${id} --outcome cancelled --result "отпада"`)
  expect(await run(cancelled.join(' && '))).toMatchObject({ code: 0 })
  const closed = await json(`gishe cases close ${number}`, 'delo')
  expect(closed).toMatchObject({ number, keep_until: expect.stringMatching(/^\d{4}-12-31$/) })
  expect((await json('gishe cases list --state closed', 'delo')).rows).toMatchObject([
    { number, state: 'closed' },
  ])
  expect((await run(`gishe cases reopen ${number} --reason "ново искане"`, 'delo')).stdout).toBe(
    `Преписка ${number} е отворена отново.\n`,
  )
})

test('how a case stands is told by its number and access code', async () => {
  const { access_code: code } = await json(`gishe cases show ${number}`, 'delo')
  expect((await run(`gishe cases status ${number} --code ${code}`, 'delo')).stdout).toMatch(
    /Състояние: работи се\n/,
  )
})
