import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemoShell, type Shell } from '../support/cli.ts'

let shell: Shell
const asCashier = { GISHE_USER: 'kasa1', GISHE_DESK: '1' }
const asHead = { GISHE_USER: 'head' }

beforeAll(async () => {
  shell = await openDemoShell()
  await shell.run('gishe till open --float 50', asCashier)
  await shell.run('gishe payments take --service 2016', asCashier)
  await shell.run('gishe till close --exact --left 0', asCashier)
})
afterAll(() => shell.close())

const run = (line: string, env: Record<string, string> = asCashier) => shell.run(line, env)
const steady = (text: string) =>
  text
    .replace(/\d\d\.\d\d\.\d{4}/g, '02.01.2026')
    .replace(/\b\d\d:\d\d\b/g, '10:15')
    .replace(/(\d)-\d{4}-/g, '$1-2026-')
    .replace(/ОБЩИНА .*, ЕИК \d{9}/, 'ОБЩИНА ДЕМО, ЕИК 000000000')

test('a page of the cash book begins and ends with what lies in the drawer', async () => {
  const page = await run('gishe books cash')
  expect(page).toMatchObject({ code: 0, stderr: '' })
  expect(steady(page.stdout)).toBe(`КАСОВА КНИГА
ОБЩИНА ДЕМО, ЕИК 000000000
Каса 1 (Каса партер), за 02.01.2026 г.
Салдото е преброеното и оставено в касата: 0,00 €.

Час    Документ           Основание                    От/на кого  Приход, €  Разход, €
---------------------------------------------------------------------------------------
                          Начално салдо                                 0,00
10:15  ПКО 1-2026-000001  Начална наличност на касата                  50,00
10:15  ПКО 1-2026-000002  Постъпления на каса 1                         5,11
10:15  РКО 1-2026-000001  Предадени при приключване                               55,11
                          Обороти                                      55,11      55,11
---------------------------------------------------------------------------------------
                          Крайно салдо                                  0,00
`)
})

test('the book as data, for all desks, and as a month', async () => {
  expect(await shell.json('gishe books cash --all', asHead)).toMatchObject([
    { desk: 1, opening_cents: 0, in_cents: 5511, out_cents: 5511, closing_cents: 0, agrees: true },
    { desk: 2, vouchers: [] },
    { desk: 3 },
  ])
  const csv = await run('gishe books cash --month --csv')
  expect(csv.stdout.split('\r\n')[0]).toBe(
    'Ден,Каса,"Начално, €","Приход, €","Разход, €","Крайно, €",Състояние',
  )
  expect(await run('gishe books cash --day --month')).toMatchObject({ code: 2 })
  expect(await run('gishe books cash --print --all', asHead)).toMatchObject({ code: 2 })
})

test('a voucher by its number, on the screen that stands for the printer, and as PDF', async () => {
  expect((await run('gishe books vouchers')).stdout).toContain('ПКО 1-')
  const shown = await run('gishe books vouchers РКО 1-$(date +%Y)-000001')
  expect(shown.stdout).toContain('РАЗХОДЕН КАСОВ ОРДЕР')
  expect(shown.stdout).toContain('Словом: петдесет и пет евро и единадесет цента')
  const printed = await run('gishe books vouchers ПКО 1-$(date +%Y)-000001 --print')
  expect(printed.stdout).toMatch(/ПРИХОДЕН КАСОВ ОРДЕР[\s\S]+За печат: ПРИХОДЕН КАСОВ ОРДЕР ПКО №/)
  const again = await run('gishe books vouchers ПКО 1-$(date +%Y)-000001 --print')
  expect(again.stdout).toContain('ДУБЛИКАТ № 1')
  const missing = await run('gishe books vouchers ПКО 17 --json')
  expect(JSON.parse(missing.stdout)).toMatchObject({ refused: 'voucher.unknown' })
  const file = join(shell.home, 'stranica.pdf')
  expect(await run(`gishe books cash --pdf ${file}`)).toMatchObject({
    code: 0,
    stdout: `Записано: ${file}\n`,
  })
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await run('gishe books cash --pdf /no/such/folder/x.pdf')).toMatchObject({ code: 2 })
})

test('money is handed over with its notes and coins, once', async () => {
  const before = await run('gishe books deposit')
  expect(steady(before.stdout)).toMatch(/1-2026-000001 +1 +Мария Иванова +02\.01\.2026 10:15 +55,11/)
  expect(await run('gishe books deposit --make')).toMatchObject({ code: 2 })
  const wrong = await run('gishe books deposit --make --money "1x50" --json')
  expect(JSON.parse(wrong.stdout)).toMatchObject({ refused: 'deposit.count_differs' })
  const made = await run(
    'gishe books deposit --make --money "1x50 1x5 1x0,10 1x0,01" --note "плик 17" --print',
  )
  expect(made.stdout).toContain('ОПИС НА ПРЕДАДЕНИТЕ ПАРИ')
  expect(steady(made.stdout)).toContain('Опис № 1-2026-000001: предадени са 55,11 €.\n')
  const empty = await run('gishe books deposit --make --money "1x50" --json')
  expect(JSON.parse(empty.stdout)).toMatchObject({ refused: 'deposit.empty' })
  expect(await shell.json('gishe books deposit', asCashier)).toMatchObject({
    waiting: [],
    deposits: [{ amount_cents: 5511, note: 'плик 17', tills: [expect.stringMatching(/^1-\d{4}-000001$/)] }],
  })
  const shown = await run('gishe books deposit --show 1-$(date +%Y)-000001')
  expect(shown.stdout).toContain('плик 17')
})

test('a terminal is matched with its slip', async () => {
  await shell.run('gishe desks set 1 --terminal T0000001', { GISHE_USER: 'admin' })
  const matched = await run('gishe books terminals --match T0000001=0 --json')
  expect(matched.code === 0 ? JSON.parse(matched.stdout) : matched.stderr).toMatchObject({
    terminal: 'T0000001',
    state: 'matched',
    expected_cents: 0,
  })
  const differs = await run('gishe books terminals --match T0000001=12,50 --json')
  expect(JSON.parse(differs.stdout)).toMatchObject({ refused: 'terminal.difference_needs_reason' })
  const explained = await run('gishe books terminals --match T0000001=12,50 --reason "бон от вчера"')
  expect(explained.stdout).toMatch(/T0000001 .* 12,50 +12,50 +с разлика +бон от вчера/)
  expect(await run('gishe books terminals --match 12,50 --json')).toMatchObject({ code: 1 })
  expect(await shell.json('gishe books terminals --unmatched', asHead)).toEqual([])
})
