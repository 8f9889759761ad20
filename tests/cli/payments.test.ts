import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn } from '../../office/staff/sign-in.ts'
import { myTill } from '../../office/tills/lookup.ts'
import { openDemoShell, type Shell } from '../support/cli.ts'

let shell: Shell
const asCashier = { GISHE_USER: 'kasa1' }

beforeAll(async () => {
  shell = await openDemoShell()
})
afterAll(() => shell.close())

const run = (line: string, env: Record<string, string> = asCashier) => shell.run(line, env)

test('no payment without an open till; the hint opens one', async () => {
  const refused = await run('gishe payments take --service 2016')
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toBe(
    'Нямате отворена каса тук. Първо отворете каса.\n  gishe till open --float 50\n',
  )
  expect(await run('gishe till open --float 50')).toEqual({
    code: 0,
    stdout: 'Каса 1 е отворена с 50,00 €.\n',
    stderr: '',
  })
  expect((await run('gishe till open --float 50')).stderr).toMatch(
    /^Вече имате отворена каса 1 от \d\d:\d\d ч\./,
  )
})

describe('what cannot be paid is refused with its reason', () => {
  test.each([
    [
      '--service 99999',
      'service.unknown',
      'Няма услуга с код „99999“. Потърсете я по част от името.\n  gishe services list\n',
    ],
    ['--service ""', 'service.unknown', 'Няма услуга с код „“'],
    ['--service 0*2016', 'quantity.out_of_range', 'Броят е цяло число от 1 до 9999'],
    ['--service 1000000000*2016', 'quantity.out_of_range', 'Броят е цяло число от 1 до 9999'],
    ['--service -1*2016', 'quantity.out_of_range', 'Броят е цяло число от 1 до 9999'],
    ['--service x*2016', 'quantity.out_of_range', 'Броят е цяло число от 1 до 9999'],
    ['--service 2016:soon', 'service.no_such_speed', 'Услуга 2016 не се предлага като soon'],
    ['--service 2076:normal=3', 'service.fixed_amount', 'Услуга 2076 има определена такса'],
    ['--service 2027', 'service.needs_amount', 'За услуга 2027 сумата се въвежда'],
    ['--service 2027=12,5,0', 'amount.not_an_amount', '„12,5,0“ не е сума. Напишете я така: 12,50.\n'],
    ['--service 2027=12,505', 'amount.too_many_decimals', 'повече от две цифри след запетаята'],
    ['--service 2027=0', 'service.needs_amount', 'За услуга 2027 сумата се въвежда'],
    ['--service 2052', 'service.is_free', 'Услуга 2052 е безплатна и не минава през касата.\n'],
    ['--service 2016 --given 5', 'payment.too_little_cash', 'Парите не стигат: липсват 0,11 €.'],
    ['--service 2016 --given 2037', 'payment.too_much_cash', 'Дадени са 2 037,00 €, а се дължат 5,11 €'],
    ['--service 2016 --given 12,5,0', 'amount.not_an_amount', '„12,5,0“ не е сума'],
    ['--service 2016 --given ""', 'amount.empty', 'Няма въведена сума'],
    [
      '--service 2016 --given 100000000',
      'amount.too_large',
      'Сумата не може да е отрицателна или над 99 999 999,99 €',
    ],
    ['--service 2016 --id abc', 'input.invalid', 'Данните не могат да се приемат'],
  ])('%s: %s', async (options, code, said) => {
    const ran = await run(`gishe payments take ${options} --json`)
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.stdout)).toMatchObject({ refused: code })
    expect(ran.stderr).toContain(said)
  })

  test('nothing of it was taken', async () => {
    expect(await shell.json('gishe till show', asCashier)).toMatchObject({
      payments: 0,
      expected_cents: 5000,
    })
  })
})

test('a payment answers with its receipt, total and change, and owes one paper', async () => {
  const ran = await run('gishe payments take --service 2016 --given 20')
  expect(ran).toEqual({
    code: 0,
    stdout: `Квитанция № 1-${new Date().getFullYear()}-000001\nОбщо: 5,11 €\nДадени: 20,00 €\nРесто: 14,89 €\n`,
    stderr: '',
  })
  const [job, ...others] = (await shell.json('gishe print jobs', asCashier)) as {
    kind: string
    state: string
  }[]
  expect(others).toEqual([])
  expect(job).toMatchObject({ kind: 'receipt', state: 'queued', printer: 'екран 1', desk: 1 })
})

test('the same id is the same payment; other content under it is refused', async () => {
  const line = `gishe payments take --service 2*2037:fast --service 2027=12,50 --id ${randomUUID()}`
  const first = await shell.json(line, asCashier)
  expect(first).toMatchObject({ total_cents: 2324, given_cents: 2324, change_cents: 0 })
  expect(await shell.json(line, asCashier)).toEqual(first)
  expect((await run(`${line} --given 50`)).stderr).toContain('вече е прието плащане с друго съдържание')
  expect(await shell.json('gishe till show', asCashier)).toMatchObject({ payments: 2, expected_cents: 7835 })
})

test('--print waits; what the screen is printer for is shown', async () => {
  const ran = await run('gishe payments take --service 2016 --print --lang en')
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  expect(ran.stdout).toContain('SMOLYAN MUNICIPALITY')
  expect(ran.stdout).toContain('Total: 5.11 €')
  expect(await shell.json('gishe print jobs --owed', asCashier)).toEqual([])
})

test('a receipt on a file printer arrives there, and the printer that is gone leaves the payment standing', async () => {
  const file = `${shell.home}/paper.txt`
  const asAdmin = { GISHE_USER: 'admin' }
  expect((await run(`gishe printers set "екран 1" --line file:${file}`, asAdmin)).code).toBe(0)
  const taken = await shell.json('gishe payments take --service 2016 --print', asCashier)
  expect(taken).toMatchObject({ print_state: 'printed', print_confirmed: true })
  expect((await shell.run(`cat ${file}`)).stdout).toContain(
    'ОБЩО                                      5,11 €',
  )
  expect((await run('gishe printers test --print', asCashier)).code).toBe(0)
  expect((await shell.run(`cat ${file}`)).stdout).toContain('ПРОБНА СТРАНИЦА')
})

describe('reports', () => {
  test('text, JSON and CSV agree', async () => {
    const text = (await run('gishe reports cash --day')).stdout
    expect(text).toMatch(/Общо +4 +6 +38,57 +0,00 +38,57/)
    const json = (await shell.json('gishe reports cash --day', asCashier)) as {
      rows: object[]
      totals: object
    }
    expect(json.totals).toMatchObject({ payments: 4, quantity: 6, amount_cents: 3857 })
    expect(json.rows).toContainEqual({
      key: '2016',
      name: 'Издаване на удостоверение за наследници',
      payments: 3,
      quantity: 3,
      gross_cents: 1533,
      reversed_cents: 0,
      amount_cents: 1533,
    })
    const csv = await run('gishe reports cash --csv')
    expect(csv.stdout.split('\r\n').slice(0, 2)).toEqual([
      'Код,Услуга,Плащания,Брой,"Приети, €","Сторно, €","Сума, €"',
      '2016,Издаване на удостоверение за наследници,3,3,15.33,0.00,15.33',
    ])
  })

  test.each(['service', 'department', 'desk', 'cashier', 'tender', 'payment-code'])('by %s', async by => {
    expect(await shell.json(`gishe reports cash --month --by ${by}`, { GISHE_USER: 'head' })).toMatchObject({
      name: `cash-by-${by}`,
      totals: { payments: 4, amount_cents: 3857 },
    })
  })

  test('a period that is none is refused', async () => {
    expect(await run('gishe reports cash --day 31.02.2026')).toMatchObject({ code: 1, stdout: '' })
    expect(await shell.json('gishe reports cash --day 31.02.2026', asCashier)).toMatchObject({
      refused: 'period.wrong',
    })
    expect((await run('gishe reports cash --from 2026-11-02 --to 2026-11-01')).stderr).toContain(
      'не е период',
    )
  })
})

test('the till closes with its difference explained, once', async () => {
  expect((await run('gishe till close --counted 80')).stderr).toContain('Недостиг 8,57 €')
  const closed = await run('gishe till close --counted 80 --reason "грешно ресто"')
  expect(closed).toMatchObject({
    code: 0,
    stdout: `Каса 1 е приключена. Очаквани 88,57 €, преброени 80,00 €, разлика -8,57 €.\nZ № 1-${new Date().getFullYear()}-000001: предадени 30,00 €, в касата остават 50,00 €.\n`,
  })
  expect(await run('gishe till close --exact')).toMatchObject({ code: 1, stdout: '' })
})

test('a till that a desk screen works with is left to it', async () => {
  await run('gishe till open --float 5')
  const place = { host: `${shell.home}/run`, port: 5432, database: 'gishe', tls: 'off' } as const
  const who = {
    login: 'kasa1',
    password: 'gishe-demo',
    desk: null,
    lang: 'bg',
    program: 'gishe desk',
  } as const
  const desk = await signIn({ place, ...who })
  try {
    const till = await myTill(desk.ctx())
    expect(await desk.holds.take('till', till?.id ?? '')).toBe(true)
    for (const line of ['gishe payments take --service 2016', 'gishe till close --exact'])
      expect(await shell.json(line, asCashier)).toMatchObject({
        refused: 'till.other_session',
        facts: { where: 'gishe desk' },
      })
  } finally {
    await desk.close()
  }
  expect(await run('gishe till close --exact')).toMatchObject({ code: 0 })
})

test('by card alone no cash is spoken of', async () => {
  await run('gishe till open --float 5')
  const ran = await run('gishe payments take --service 2016 --card 5,11:16P00001:A1B2C3:123456789012:4242')
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  expect(ran.stdout).toMatch(/^Квитанция № \S+\nОбщо: 5,11 €\nС карта: 5,11 €\n$/)
  expect(await run('gishe till close --exact')).toMatchObject({ code: 0 })
})

test.each([
  'payments take --service 2016',
  'till open --float 50',
  'till x',
  'till close --counted 5',
  'till z',
  'favourites list',
])('a clerk may not: %s', async command => {
  const ran = await run(`gishe ${command} --json`, { GISHE_USER: 'delo' })
  expect(ran.code).toBe(1)
  expect(JSON.parse(ran.stdout).refused).toBe('authority.denied')
})
