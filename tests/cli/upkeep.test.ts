import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placeOf } from '../../db/embedded/folders.ts'
import { attachedDevices } from '../../printers/attached.ts'
import { readPaper, roms } from '../../printers/emulators/escpos-paper.ts'
import { openShell, type Shell } from '../support/cli.ts'

const attached = await attachedDevices()
let shell: Shell
const asAdmin = { GISHE_USER: 'glavna', GISHE_PASSWORD: 'parola-glavna' }
const run = (line: string, env: Record<string, string> = asAdmin) => shell.run(line, env)

const INIT =
  'gishe init --municipality smolyan --admin glavna --admin-name "Десислава Петрова" --desk 3 --desk-name "Каса партер"'

beforeAll(() => {
  shell = openShell()
})
afterAll(() => shell.close())

describe('init', () => {
  test('says what is missing when nobody can be asked', async () => {
    expect((await run('gishe init')).stderr).toContain('Липсва задължителната опция --municipality')
    expect((await run(INIT)).stderr).toContain('посочете я с GISHE_ADMIN_PASSWORD')
  })

  test.each([
    ['gishe init --municipality Смолиан --admin-name "Д П"', 'municipality.unknown', 'Няма община „Смолиан“'],
    [
      'gishe init --municipality Бяла --admin-name "Д П"',
      'municipality.ambiguous',
      'Има няколко общини „Бяла“',
    ],
    [`${INIT} --printer-line com1`, 'printer.line_wrong', 'Връзката „com1“ е грешна'],
    [`${INIT} --printer-profile star`, 'printer.profile_unknown', 'Няма профил „star“'],
    [INIT.replace('glavna', '7'), 'input.invalid', 'Данните не могат да се приемат'],
  ])('%s is refused: %s', async (line, code, said) => {
    const ran = await run(`${line} --json`, { GISHE_ADMIN_PASSWORD: 'parola-glavna' })
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.stdout)).toMatchObject({ refused: code })
    expect(ran.stderr).toContain(said)
  })

  test('makes the town once; again it finds it there', async () => {
    const password = join(shell.home, 'password')
    writeFileSync(password, 'parola-glavna\n', { mode: 0o600 })
    const made = await run(`${INIT} --admin-password-file ${password}`)
    expect(made).toMatchObject({ code: 0 })
    expect(made.stdout).toMatch(/^Община Смолян е създадена\./)
    expect((await run(`${INIT} --admin-password-file ${password}`)).stdout).toBe(
      'Община Смолян вече е създадена; нищо не липсва.\n',
    )
    expect(await shell.json('gishe desks list', asAdmin)).toMatchObject({
      rows: [{ number: 3, name: 'Каса партер' }],
    })
    expect((await run('gishe init --demo')).stderr).toContain('В тази база вече е община Смолян')
  })

  test('start does not play with a real town', async () => {
    expect(await run('gishe start')).toMatchObject({ code: 0 })
    expect(await shell.json('gishe reports cash', asAdmin)).toMatchObject({ totals: { payments: 0 } })
  })
})

describe('staff', () => {
  test('are added, listed, given passwords and disabled', async () => {
    const added = await run('gishe staff add иванова --name "Мария Иванова" --post cashier', {
      ...asAdmin,
      GISHE_NEW_PASSWORD: 'ivanova-2026',
    })
    expect(added).toEqual({ code: 0, stdout: 'Добавен: ivanova, касиер.\n', stderr: '' })
    const asNew = { GISHE_USER: 'ivanova', GISHE_PASSWORD: 'ivanova-2026' }
    expect(await run('gishe till open --float 10', asNew)).toMatchObject({ code: 0 })
    expect(await run('gishe staff password', { ...asNew, GISHE_NEW_PASSWORD: 'kratka' })).toMatchObject({
      code: 1,
    })
    expect(await run('gishe staff password', { ...asNew, GISHE_NEW_PASSWORD: 'nova-parola' })).toMatchObject({
      code: 0,
    })
    expect((await run('gishe till show', asNew)).stderr).toContain('Грешен потребител или парола')
    expect(await run('gishe staff disable ivanova')).toMatchObject({ code: 0 })
    const after = await run('gishe till show', { ...asNew, GISHE_PASSWORD: 'nova-parola' })
    expect(after).toMatchObject({ code: 1, stdout: '' })
    expect(after.stderr).toBe('Достъпът на „ivanova“ е спрян. Обърнете се към администратора.\n')
    const { rows } = (await shell.json('gishe staff list', asAdmin)) as {
      rows: { login: string; disabled: string }[]
    }
    expect(rows.map(({ login, disabled }) => [login, disabled !== null])).toEqual([
      ['glavna', false],
      ['ivanova', true],
    ])
  })

  test('one does not disable oneself, nor add a taken or unknown post', async () => {
    expect((await run('gishe staff disable glavna')).stderr).toContain(
      'Не можете да спрете собствения си достъп',
    )
    expect((await run('gishe staff disable nobody')).stderr).toContain('Няма служител с потребител „nobody“')
    const again = await run('gishe staff add glavna --name "Друга" --post clerk', {
      ...asAdmin,
      GISHE_NEW_PASSWORD: 'x'.repeat(9),
    })
    expect(again.stderr).toContain('Вече има служител с потребител „glavna“')
    expect(await run('gishe staff add x1 --name Х --post king')).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('fees', () => {
  const feeOf = async (code: string) => {
    const { rows } = (await shell.json(`gishe services find ${code}`, asAdmin)) as { rows: object[] }
    return rows[0]
  }

  test('a typed amount becomes a set fee, is corrected, and is typed again', async () => {
    expect(await feeOf('2016')).toMatchObject({ code: '2016', pricing: 'open', normal_cents: null })
    expect(await run('gishe services set-fee 2016 5,11')).toMatchObject({ code: 0 })
    expect(await run('gishe services set-fee 2016 5,12')).toMatchObject({ code: 0 })
    expect(await run('gishe services set-fee 2016 7,67 --speed fast --from 01.01.2099')).toMatchObject({
      code: 0,
    })
    expect(await feeOf('2016')).toMatchObject({ pricing: 'fixed', normal_cents: 512, fast_cents: null })
    expect(await run('gishe services set-fee 2016 --open')).toMatchObject({ code: 0 })
    expect(await feeOf('2016')).toMatchObject({ pricing: 'open', normal_cents: null })
  })

  test.each([
    ['gishe services set-fee 2016 5 --from вчера', 'fee.in_the_past', 'не се променя със задна дата'],
    ['gishe services set-fee 2016 5 --from 2099-01-01', 'fee.pricing_only_today', 'се променя само от днес'],
    ['gishe services set-fee 2016 5 --from петък', 'period.wrong', 'не е период'],
    ['gishe services set-fee 9999 5', 'service.unknown', 'Няма услуга с код „9999“'],
    ['gishe services set-fee 2016 5,x', 'amount.not_an_amount', 'не е сума'],
  ])('%s: %s', async (line, code, said) => {
    const ran = await run(`${line} --json`)
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.stdout)).toMatchObject({ refused: code })
    expect(ran.stderr).toContain(said)
  })

  test.each([
    ['gishe services set-fee 2016', 'Липсва'],
    ['gishe services set-fee 2016 5 --speed slow', 'normal, fast, express'],
  ])('%s is wrong usage', async (line, said) => {
    const ran = await run(line)
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain(said)
  })
})

describe('desks and printers', () => {
  test('are added and changed by the administrator alone', async () => {
    const refused = async (line: string) => ((await shell.json(line, asAdmin)) as { refused: string }).refused
    expect(await refused('gishe printers set касов')).toBe('printer.incomplete')
    expect(await refused('gishe printers set касов --profile star --line preview:')).toBe(
      'printer.profile_unknown',
    )
    expect(await run('gishe printers set касов --profile escpos-80 --line usb:/dev/usb/lp9')).toMatchObject({
      code: 0,
    })
    expect(await refused('gishe printers set касов --line usb:lp9')).toBe('printer.line_wrong')
    await run('gishe printers set фискален --profile erpnet-fp --line http://kasa1:8001/printers/dt517985')
    expect(await refused('gishe printers test фискален')).toBe('printer.fiscal_only')
    expect(await refused('gishe desks set 4 --name Кметство')).toBe('desk.incomplete')
    expect((await run('gishe desks set 4 --name Кметство --printer няма')).stderr).toContain(
      'Няма принтер „няма“',
    )
    expect(await run('gishe desks set 4 --name Кметство --printer касов')).toMatchObject({ code: 0 })
    expect(await run('gishe desks set 4 --name "Кметство Момчиловци"')).toMatchObject({ code: 0 })
    expect(await shell.json('gishe desks list', asAdmin)).toMatchObject({
      rows: [{ number: 3 }, { number: 4, name: 'Кметство Момчиловци', printer: 'касов' }],
    })
    expect((await run('gishe desks set 0 --name x --printer касов')).code).toBe(1)
  })

  test("a profile of the town's own begins with a shipped one and prints by its file", async () => {
    const file = join(shell.home, 'наш.json')
    const shown = await run('gishe printers show-profile escpos-58')
    const ours = { ...JSON.parse(shown.stdout), name: 'наш-58', columns: 30, dots: 360 }
    const add = async (written: string) => {
      writeFileSync(file, written)
      return run(`gishe printers add-profile ${file}`)
    }
    expect(await add('{ name: ')).toMatchObject({ code: 2, stderr: expect.stringContaining('не е JSON') })
    expect(await run('gishe printers add-profile няма.json')).toMatchObject({ code: 2 })
    const wrong = await add(JSON.stringify({ ...ours, cutter: 'зъби', dots: undefined, colour: 'red' }))
    expect(wrong).toMatchObject({ code: 1 })
    expect(wrong.stderr).toContain(
      'липсва „dots“; „cutter“ може да е "partial" | "full" | "none"; поле „colour“ не се познава',
    )
    expect((await add(JSON.stringify({ ...ours, name: 'escpos-58' }))).stderr).toContain('на програмата')
    expect(await add(JSON.stringify(ours))).toMatchObject({ code: 0 })
    expect(await run('gishe printers set тесен --profile наш-58 --line preview:')).toMatchObject({ code: 0 })
    expect((await shell.json('gishe printers profiles', asAdmin)) as { rows: unknown[] }).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ name: 'наш-58', columns: 30 })]),
    })
    expect((await run('gishe printers show-profile няма')).stderr).toContain('наш-58')
    const page = await run('gishe printers test тесен --print')
    expect(page.stdout).toContain('\n123456789012345678901234567890\n')
  })

  test("the town's sign is sent once, kept by the printer and printed on papers", async () => {
    const out = join(shell.home, 'касов.bin')
    const picture = (name: string, width: number, height: number) => {
      const png = new PNG({ width, height })
      png.data.fill(255)
      for (let x = 0; x < width; x++) png.data.set([20, 60, 40, 255], x * 4)
      writeFileSync(join(shell.home, name), PNG.sync.write(png))
      return join(shell.home, name)
    }
    const arms = picture('герб.png', 100, 40)
    const send = (file: string) => run(`gishe printers logo знаков ${file} --print`)
    await run(`gishe printers set знаков --profile escpos-80 --line file:${out}`)
    expect((await send(arms)).stderr).toContain('не пази знак')
    await run('gishe printers set знаков --profile epson-80')
    expect(await send(join(shell.home, 'наш.json'))).toMatchObject({ code: 2 })
    const wide = await shell.json(`gishe printers logo знаков ${picture('широк.png', 600, 9)}`, asAdmin)
    expect(wide).toMatchObject({ refused: 'printer.logo_too_large', facts: { width: 600, mostWidth: 576 } })
    expect(await send(arms)).toMatchObject({ code: 0, stdout: 'Герб на общината: отпечатан\n' })
    const { papers, unknown } = readPaper(readFileSync(out), roms.epson)
    expect(unknown).toEqual([])
    const kept = papers[0]?.lines[0]?.picture
    expect(kept?.kind === 'image' && kept.rows.map(row => row.filter(Boolean).length)).toEqual([
      100,
      ...Array(39).fill(0),
    ])
  })

  test('a printer that keeps no sign is refused by its code', async () => {
    const arms = join(shell.home, 'герб.png')
    expect(await shell.json(`gishe printers logo тесен ${arms}`, asAdmin)).toMatchObject({
      refused: 'printer.no_logo',
    })
  })

  test('a profile that will not do is refused by its code', async () => {
    const file = join(shell.home, 'грешен.json')
    writeFileSync(file, '{}')
    const refused = async () =>
      ((await shell.json(`gishe printers add-profile ${file}`, asAdmin)) as { refused: string }).refused
    expect(await refused()).toBe('printer.profile_wrong')
    const text = await run('gishe printers show-profile text')
    writeFileSync(file, text.stdout)
    expect(await refused()).toBe('printer.profile_shipped')
  })

  test('doctor asks nobody: without a login it tells what it can', async () => {
    await shell.run('gishe db start')
    const { host, port } = placeOf(shell.home)
    const ofNobody = (at: string) => shell.run('gishe doctor', { GISHE_DATABASE_URL: `postgres://${at}` })
    const answering = await ofNobody(`/gishe?host=${host}&port=${port}`)
    expect(answering.stdout).toMatch(/OK {2}База данни: .*за повече посочете --user/)
    const silent = await ofNobody('localhost:1/gishe')
    expect(silent).toMatchObject({ code: 3 })
    expect(silent.stdout).toContain('!!  База данни: няма')
  })

  test.skipIf(attached.length > 0)('doctor has no rule to write where nothing is attached', async () => {
    const rules = join(shell.home, 'printers.rules')
    const ran = await run(`gishe doctor --udev ${rules}`)
    expect(ran).toMatchObject({ code: 3, stdout: expect.stringContaining('На USB няма') })
    expect(existsSync(rules)).toBe(false)
  })

  test('doctor names the printer that is not there and ends with 3', async () => {
    const ran = await run('gishe doctor', { LANG: 'bg_BG.UTF-8' })
    expect(ran.code).toBe(3)
    expect(ran.stdout).toContain('OK  База данни')
    expect(ran.stdout).toMatch(
      /!! {2}Принтер на каса 4: касов, escpos-80, usb:\/dev\/usb\/lp9\n {6}Принтерът го няма/,
    )
    const checks = (await shell.json('gishe doctor', asAdmin)) as { ok: boolean; checks: { ok: boolean }[] }
    expect(checks.ok).toBe(false)
    expect(checks.checks.filter(check => !check.ok)).toHaveLength(1)
  })
})

test('the database is stopped, seen to be stopped, and starts by itself when needed', async () => {
  expect(await run('gishe db status')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Община Смолян.'),
  })
  expect((await run('gishe db stop')).stdout).toBe('Базата данни е спряна.\n')
  expect((await run('gishe db stop')).stdout).toBe('Базата данни не работеше.\n')
  expect(await shell.json('gishe db status')).toMatchObject({ made: true, running: false })
  expect(await run('gishe desks list')).toMatchObject({ code: 0, stderr: '' })
  expect(await shell.json('gishe db start')).toMatchObject({ running: true, started_now: false })
  expect((await run('gishe db migrate')).stdout).toBe('Базата вече е от тази версия.\n')
})
