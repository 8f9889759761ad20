import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDemoShell, type Shell } from '../support/cli.ts'

let shell: Shell
const year = new Date().getFullYear()

beforeAll(async () => {
  shell = await openDemoShell()
})
afterAll(() => shell.close())

const as = (user: string) => ({
  run: (line: string) => shell.run(line, { GISHE_USER: user }),
  json: (line: string) => shell.json(line, { GISHE_USER: user }),
})
const kasa1 = as('kasa1')
const head = as('head')
const admin = as('admin')
const steady = (text: string) => text.replace(/\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d/g, '02.01.2026 10:15:00')

test('money comes in and goes out with vouchers, the drawer opens without a sale', async () => {
  expect((await kasa1.run('gishe till pay-in 10 --reason дребни')).stderr).toContain('Нямате отворена каса')
  await kasa1.run('gishe till open --float 50')
  expect(await kasa1.run('gishe till pay-in 100 --reason "дребни за ресто" --from "Главна каса"')).toEqual({
    code: 0,
    stdout: `Касата е захранена с 100,00 €. ПКО № 1-${year}-000002.\n`,
    stderr: '',
  })
  expect(await kasa1.json('gishe till pay-out 12,80 --reason марки --to Пощата')).toMatchObject({
    kind: 'pay_out',
    amount_cents: 1280,
    voucher: `1-${year}-000001`,
  })
  expect(await kasa1.run('gishe till no-sale --reason разваляне --lang en')).toMatchObject({
    code: 0,
    stdout: 'The drawer opens with the slip.\n',
  })
  expect((await kasa1.run('gishe till pay-out 500 --reason много')).stderr).toContain('В касата има 137,20 €')
  expect((await kasa1.run('gishe till no-sale --reason ""')).stderr).toContain('Напишете причината')
  expect(await kasa1.run('gishe till no-sale')).toMatchObject({ code: 2 })
})

test('the X is shown any time: the own, or for a head that of the desk', async () => {
  await kasa1.run('gishe payments take --service 2016 --given 20')
  expect(await kasa1.json('gishe till x')).toMatchObject({
    expected_cents: 14231,
    payments: 1,
    tenders: [{ tender: 'cash', payments: 1, amount_cents: 511 }],
    closing: null,
  })
  const shown = await head.run('gishe till x --desk 1 --print')
  expect(shown.stdout).toMatch(/X ОТЧЕТ.*Касиер +Мария Иванова.*Изготвил +Стоян Стоянов/s)
  expect(shown.stderr).toMatch(/^Чака печат: X ОТЧЕТ, Каса 1/)
  expect((await head.run('gishe till x --desk 2')).stderr).toContain('Нямате отворена каса')
})

test('the board shows every desk; limits are set by the administrator', async () => {
  expect(await admin.run('gishe settings set till-limit 100 --source "Заповед РД-15-17"')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Лимит за наличност в касата от \d\d\.\d\d\.\d{4}: 100,00 €\.\n$/),
  })
  expect((await admin.run('gishe settings set till-limit 200 --source "Заповед"')).stderr).toContain(
    'вече важи 100,00 €',
  )
  expect((await admin.run('gishe settings set till-limit 1 --source x1x --from вчера')).stderr).toContain(
    'не се променя със задна дата',
  )
  expect(await admin.run('gishe settings set nothing 1 --source x1x')).toMatchObject({ code: 2 })
  expect(await kasa1.json('gishe settings list')).toMatchObject([
    { setting: 'cash-limit', valid_from: null, amount_cents: 511292, in_force: true },
    { setting: 'till-limit', amount_cents: 10000, source: 'Заповед РД-15-17', in_force: true },
    { setting: 'till-limit', valid_from: null, amount_cents: null, in_force: false },
  ])
  expect(await head.json('gishe board')).toMatchObject({
    till_limit_cents: 10000,
    desks: [
      { desk: 1, cashier: 'Мария Иванова', held_cents: 14231, payments: 1, alarms: ['over_limit'] },
      { desk: 2, till: null },
      { desk: 3, till: null },
    ],
  })
  expect((await head.run('gishe board')).stdout).toMatch(/Мария Иванова .* 142,31 .*над лимита/)
  expect(await kasa1.run('gishe board')).toMatchObject({ code: 1 })
})

test('a card terminal stands at a desk', async () => {
  expect((await admin.run('gishe desks set 1 --terminal 93001234')).code).toBe(0)
  expect((await kasa1.run('gishe desks list')).stdout).toContain('93001234')
  expect((await admin.run('gishe desks set 1 --terminal "№ 1"')).stderr).toContain('не е номер на терминал')
})

describe('closing', () => {
  test('tells in one way what was counted', async () => {
    expect(await kasa1.run('gishe till close --counted 1 --exact')).toMatchObject({ code: 2 })
    expect((await kasa1.run('gishe till close --money "3x30"')).stderr).toContain('не е брой евро банкноти')
    expect((await kasa1.run('gishe till close --counted 142,31 --left 200')).stderr).toContain(
      'не може да остане повече от преброеното',
    )
  })

  test('by notes and coins; the float stays, the rest is handed over, the next till opens with it', async () => {
    expect(await kasa1.run('gishe till close --money "2x50 2x20 1x2 3x0,1 1x0,01"')).toEqual({
      code: 0,
      stdout: `Каса 1 е приключена. Очаквани 142,31 €, преброени 142,31 €, без разлика.\nZ № 1-${year}-000001: предадени 92,31 €, в касата остават 50,00 €.\n`,
      stderr: '',
    })
    expect((await kasa1.run('gishe till open')).stdout).toBe('Каса 1 е отворена с 50,00 €.\n')
  })

  test('its Z is shown again as it was, and a duplicate only of what came out', async () => {
    const z = await kasa1.run('gishe till z')
    expect(z.stdout).toMatch(/Z № 1-\d{4}-000001.*2 x 50 +100,00 €.*ПРЕДАДЕНИ +92,31 €/s)
    for (const number of ['1', `1-${year}-000001`, `1-${year}-1`])
      expect((await kasa1.run(`gishe till z ${number}`)).stdout).toBe(z.stdout)
    expect(await head.json('gishe till z --desk 1')).toMatchObject({
      closing: { z: `1-${year}-000001`, counted_money: { '5000': 2, '2000': 2, '200': 1, '10': 3, '1': 1 } },
    })
    expect(await kasa1.json('gishe till z 77')).toMatchObject({ refused: 'till.unknown' })
    expect(await kasa1.json('gishe till z --print')).toMatchObject({ refused: 'job.still_owed' })
  })

  test('tills are listed with their closings', async () => {
    const listed = await kasa1.run('gishe till list')
    expect(
      steady(listed.stdout)
        .split('\n')
        .map(line => line.trimEnd()),
    ).toEqual([
      expect.stringMatching(
        /^Каса +Касиер +Отворена +Приключена +Z № +Начална +Преброени +Разлика +Остават$/,
      ),
      expect.stringMatching(/^-+$/),
      expect.stringMatching(/^ +1 +Мария Иванова +02\.01\.2026 10:15:00 +50,00$/),
      expect.stringMatching(/^ +1 +Мария Иванова .* 1-\d{4}-000001 +50,00 +142,31 +0,00 +50,00$/),
      '',
    ])
    expect((await kasa1.run('gishe till list --day вчера')).stdout).toBe('Няма каси за този период.\n')
    expect((await as('kasa2').run('gishe till list')).stdout).toBe('Няма каси за този период.\n')
  })
})
