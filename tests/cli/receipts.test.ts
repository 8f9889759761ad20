import { randomUUID } from 'node:crypto'
import { chmodSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemoShell, type Shell } from '../support/cli.ts'

let shell: Shell
const year = new Date().getFullYear()
const asCashier = { GISHE_USER: 'kasa1', GISHE_DESK: '1' }

beforeAll(async () => {
  shell = await openDemoShell()
  await run('gishe till open --float 50')
  await run('gishe payments take --service 2016 --print')
  await run('gishe payments take --service 2076 --print')
  await run('gishe payments take --service 2*2076 --print')
})
afterAll(() => shell.close())

const run = (line: string, env: Record<string, string> = {}) => shell.run(line, { ...asCashier, ...env })
const json = (line: string, env: Record<string, string> = {}) => shell.json(line, { ...asCashier, ...env })
const held = async () => ((await json('gishe till show')) as { expected_cents: number }).expected_cents

test('receipts are listed, looked for and paged through', async () => {
  const numbers = async (words: string) =>
    ((await json(`gishe receipts list ${words}`)) as { rows: { number: string }[] }).rows.map(
      row => row.number,
    )
  expect(await numbers('')).toEqual([3, 2, 1].map(at => `1-${year}-00000${at}`))
  expect(await numbers('2,05')).toEqual([`1-${year}-000002`])
  expect(await numbers('2')).toEqual([`1-${year}-000002`])
  expect(await numbers('вчера')).toEqual([])
  expect(await numbers(`--limit 1 --before 1-${year}-3`)).toEqual([`1-${year}-000002`])
  expect(await run('gishe receipts list Никой Няма')).toMatchObject({
    code: 0,
    stdout: '',
    stderr: 'Няма такива квитанции.\n',
  })
  expect((await run('gishe receipts list --limit 2')).stderr).toBe(
    `Има и по-стари: --before 1-${year}-000002\n`,
  )
  expect((await run('gishe receipts list --limit 0')).code).toBe(2)
})

test('a receipt is shown with its lines and papers; an unknown one is refused', async () => {
  expect(await json('gishe receipts show 2')).toMatchObject({
    receipt: `1-${year}-000002`,
    cashier: 'Мария Иванова',
    payer: null,
    total_cents: 205,
    lines: [{ code: '2076', quantity: 1 }],
    tenders: [{ tender: 'cash', amount_cents: 205 }],
    papers: [{ kind: 'receipt', copy: 0 }],
    reversal: null,
  })
  expect((await run('gishe receipts show 77')).stderr).toContain('Няма квитанция „77“')
})

test('a duplicate is of receipts here, of other papers by print copy', async () => {
  expect(await run('gishe receipts copy 2')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Чака печат: ПРИХОДНА КВИТАНЦИЯ № 1-\d{4}-000002 \(ДУБЛИКАТ № 1\)/),
  })
  expect((await run('gishe receipts show 2')).stdout).toContain('Дубликат № 1: Мария Иванова')
  const wrong = await run('gishe print copy last')
  expect(wrong).toMatchObject({ code: 2, stdout: '' })
  expect(wrong.stderr).toContain('gishe receipts copy')
  expect(await json('gishe receipts copy 2 --reversal')).toMatchObject({ refused: 'receipt.not_reversed' })
})

test('a reversal needs its reason and a second person with a right password', async () => {
  expect((await run('gishe receipts reverse 3 --confirm-user head')).code).toBe(2)
  const line = 'gishe receipts reverse 3 --reason отказ --confirm-user'
  expect(await json(`${line} kasa1`)).toMatchObject({ refused: 'confirmation.same_person' })
  expect(await json(`${line} head`, { GISHE_CONFIRM_PASSWORD: 'друга-парола' })).toMatchObject({
    refused: 'sign_in.wrong',
  })
  expect(await json(`${line} delo`)).toMatchObject({ refused: 'authority.denied' })
  expect(await json('gishe receipts reverse 3 --reason x --confirm-user head')).toMatchObject({
    refused: 'reversal.needs_reason',
  })
  expect(await held()).toBe(5000 + 511 + 3 * 205)
})

test('it is made once for one id, its money is out of the till, its paper has duplicates too', async () => {
  const secret = `${shell.home}/secret`
  writeFileSync(secret, 'gishe-demo\n')
  chmodSync(secret, 0o600)
  const line = `gishe receipts reverse last --reason "сгрешена услуга" --confirm-user head --id ${randomUUID()}`
  const made = await json(line, { GISHE_CONFIRM_PASSWORD_FILE: secret })
  expect(made).toMatchObject({
    reversal: `1-${year}-000001`,
    receipt: `1-${year}-000003`,
    total_cents: 410,
    given_back: [{ tender: 'cash', amount_cents: 410 }],
  })
  expect(await json(line)).toEqual(made)
  expect(await held()).toBe(5000 + 511 + 205)
  expect(await run('gishe receipts reverse 2 --reason отказ --confirm-user kasa2')).toEqual({
    code: 0,
    stdout: `Сторно № 1-${year}-000002 на квитанция № 1-${year}-000002. Върнете: 2,05 € в брой.\n`,
    stderr: '',
  })
  expect((await run('gishe receipts reverse 2 --reason отказ --confirm-user kasa2')).stderr).toMatch(
    /^Това плащане вече е сторнирано: сторно № 1-\d{4}-000002, Мария Иванова/,
  )
  const shown = (await run('gishe receipts show 2')).stdout
  expect(shown).toContain(`Сторнирана: сторно № 1-${year}-000002`)
  expect(shown).toContain('от Мария Иванова, потвърдил Петър Георгиев: отказ')
  expect(await json('gishe receipts copy 2 --reversal')).toMatchObject({ refused: 'job.still_owed' })
})
