import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemoShell, type Shell } from '../support/cli.ts'

let shell: Shell
const [asCashier, asClerk, asAuditor] = [
  { GISHE_USER: 'kasa1' },
  { GISHE_USER: 'delo' },
  { GISHE_USER: 'audit' },
]

beforeAll(async () => {
  shell = await openDemoShell()
})
afterAll(() => shell.close())

const run = (line: string, env: Record<string, string> = asCashier) => shell.run(line, env)
const rows = async (line: string, env: Record<string, string> = asCashier) =>
  ((await shell.json(line, env)) as { rows: Record<string, unknown>[] }).rows

test('somebody is found by pieces of the name, as text, JSON and CSV', async () => {
  const text = (await run('gishe parties find кехай асен')).stdout
  expect(text).toMatch(/Асен Димитров Кехайов +човек +\d{10} +гр\. Смолян, ул\. Дичо Петров 3/)
  const [ivan, other] = await rows('gishe parties find иван георгиев')
  expect(ivan).toMatchObject({ name: 'Иван Георгиев Иванов', kind: 'person' })
  expect(other).toMatchObject({ name: 'Иван Георгиев Иванов' })
  expect((await run('gishe parties find кехай --csv')).stdout.split('\r\n')).toHaveLength(4)
  expect(await run('gishe parties find няматакъв')).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'В регистъра няма лице „няматакъв“. Проверете го или го добавете.\n  gishe parties add --name …\n',
  })
  expect((await run('gishe parties find 7523169264')).stderr).toContain('има сгрешена цифра')
})

test('who may not see personal numbers gets the first six digits', async () => {
  expect((await run('gishe parties find кехай асен', asAuditor)).stdout).toMatch(/ \d{6}\*{4} /)
  expect(await run('gishe parties add --name "Нов Човек"', asAuditor)).toMatchObject({ code: 1 })
})

test('somebody is written down once, shown, and changed in part', async () => {
  const line = `gishe parties add --name "Ана Петкова" --identifier "752316 9263" --settlement момчиловци --address "ул. Бяла река 1" --phone "0888 123 456" --id ${randomUUID()}`
  const made = await run(line, asClerk)
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect(made.stdout).toMatch(
    /ЕГН: +7523169263\nАдрес: +с\. Момчиловци, ул\. Бяла река 1\nТелефон: +0888 123 456\n/,
  )
  expect(await run(line, asClerk)).toEqual(made)
  expect(await shell.json('gishe parties add --name "Друга" --identifier 7523169263', asClerk)).toMatchObject(
    {
      refused: 'party.registered',
      facts: { name: 'Ана Петкова' },
    },
  )
  const changed = await shell.json(
    'gishe parties change ана петкова --phone "" --email ana@example.bg',
    asClerk,
  )
  expect(changed).toMatchObject({
    name: 'Ана Петкова',
    identifier: '7523169263',
    address: 'с. Момчиловци, ул. Бяла река 1',
    phone: null,
    email: 'ana@example.bg',
  })
  expect(await shell.json('gishe parties show 7523169263', asCashier)).toEqual(changed)
})

test('a name that several have, and a settlement that is several, are refused with who they are', async () => {
  const several = await run('gishe parties show Иван Георгиев Иванов')
  expect(several.code).toBe(1)
  expect(several.stderr).toMatch(/няколко лица „Иван Георгиев Иванов“.*\n {2}Иван Георгиев Иванов, \d{10}, /)
  const place = 'gishe parties add --name "Ян Ян" --settlement'
  expect(await shell.json(`${place} черешо`, asClerk)).toMatchObject({ refused: 'settlement.ambiguous' })
  expect(await shell.json(`${place} Атлантида`, asClerk)).toMatchObject({ refused: 'settlement.unknown' })
  expect(await run('gishe parties add --name "Ян Ян" --kind дух', asClerk)).toMatchObject({ code: 2 })
  expect(await shell.json('gishe parties add --name "Ян Ян" --identifier 123', asClerk)).toMatchObject({
    refused: 'identifier.wrong',
  })
  expect(await shell.json('gishe parties show Иван Георгиев Иванов', asCashier)).toMatchObject({
    refused: 'party.ambiguous',
  })
})

test('a bill is issued, listed, and withdrawn with its reason', async () => {
  const issued = await run(
    'gishe bills issue усл-7 --service 2*2037:fast --payer "ана петкова" --due 31.12.2026',
    asClerk,
  )
  expect(issued).toMatchObject({ code: 0, stderr: '' })
  expect(issued.stdout).toMatch(
    /^Сметка № УСЛ-7: 10,74 €\nЗа: 2 × Издаване на .* \(бърза услуга\)\nПлатец: Ана Петкова\nСрок: 31\.12\.2026\n$/,
  )
  const other = 'gishe bills issue РД-08/114 --department grao --name "Препис от архива"'
  expect((await run(other, asClerk)).stderr).toContain('Няма въведена сума')
  expect((await run(`${other} --amount 12,50`, asClerk)).stdout).toContain('Сметка № РД-08/114: 12,50 €')
  expect(await rows('gishe bills list петкова')).toEqual([
    expect.objectContaining({ number: 'УСЛ-7', due: '2026-12-31', state: 'open', amount_cents: 1074 }),
  ])
  expect(await rows('gishe bills list')).toHaveLength(12)
  expect((await run('gishe bills withdraw РД-08/114 --reason "вече не е нужен"', asClerk)).stdout).toBe(
    'Сметка № РД-08/114 е оттеглена.\n',
  )
  expect(await rows('gishe bills list рд-08/114')).toEqual([expect.objectContaining({ state: 'settled' })])
  expect(await run('gishe bills issue УСЛ-8', asClerk)).toMatchObject({ code: 2, stdout: '' })
  expect(await run('gishe bills issue УСЛ-8 --service 2016 --department grao', asClerk)).toMatchObject({
    code: 2,
  })
  expect(await shell.json('gishe bills withdraw УСЛ-999 --reason "няма"', asClerk)).toMatchObject({
    refused: 'bill.unknown',
  })
})

test('bills and services are paid together by card, bank and cash, in the name of the payer', async () => {
  await run('gishe till open --float 50')
  const taken = await run(
    'gishe payments take --service 2016 --bill усл-7 --payer 7523169263 --paid-by "Нейна съседка" --card 5:16p00001:a1b2c3:123456789012:4242 --bank "3,00:ПН 17/2026" --given 10',
  )
  expect(taken).toMatchObject({ code: 0, stderr: '' })
  expect(taken.stdout).toMatch(
    /^Квитанция № 1-\d{4}-000001\nОбщо: 15,85 €\nС карта: 5,00 €\nПо банка: 3,00 €\nДадени: 10,00 €\nРесто: 2,15 €\nПлатец: Ана Петкова\n$/,
  )
  expect((await run('gishe print preview last')).stdout).toContain('Нейна съседка')
  const again = await shell.json('gishe payments take --bill УСЛ-7', asCashier)
  expect(again).toMatchObject({ refused: 'bill.paid', facts: { cashier: 'Мария Иванова' } })
  expect(await shell.json('gishe bills withdraw УСЛ-7 --reason "късно"', asClerk)).toMatchObject({
    refused: 'bill.paid',
    facts: { cashier: 'Мария Иванова' },
  })
})

test.each([
  ['--card 5', 'AMOUNT:TID:AC:RRN:LAST4'],
  ['--bank 5', 'AMOUNT:REFERENCE'],
])('%s is written as its option says', async (option, shape) => {
  const ran = await run(`gishe payments take --service 2016 ${option}`)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(shape)
})

test('a payment without a service and without a bill is wrong usage', async () => {
  expect(await run('gishe payments take')).toMatchObject({ code: 2, stdout: '' })
})

test('a service that needs a payer is not paid without one', async () => {
  const asAdmin = { GISHE_USER: 'admin' }
  expect((await run('gishe services set-payer 2076 required', asAdmin)).stdout).toBe(
    'Услуга 2076 вече иска платец.\n',
  )
  expect(await shell.json('gishe payments take --service 2076', asCashier)).toMatchObject({
    refused: 'payment.payer_needed',
  })
  expect(await run('gishe payments take --service 2076 --payer 7523169263')).toMatchObject({ code: 0 })
  expect(await run('gishe services set-payer 2076 може', asAdmin)).toMatchObject({ code: 2 })
})
