import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShell, root, type Shell } from '../support/cli.ts'

let shell: Shell
let folder: string
beforeAll(() => {
  shell = openShell()
  folder = mkdtempSync(join(tmpdir(), 'gishe-cards-'))
})
afterAll(async () => {
  await shell.close()
  rmSync(folder, { recursive: true })
})

const shipped = (code: string) => join(root, 'data/cards', `${code}.yaml`)
const written = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('every shipped card is right, without any town', async () => {
  const { code, stdout } = await shell.run(`gishe cards check ${join(root, 'data/cards')}/*.yaml`)
  expect(code).toBe(0)
  expect(stdout.trimEnd().split('\n').length).toBeGreaterThanOrEqual(12)
  expect(stdout).toContain('2016 Издаване на удостоверение за наследници. Картата е наред.')
})

test('all that is wrong with all cards is told at once, each with its place', async () => {
  const one = written('едно с интервал.yaml', 'service: 2016\nname: Друго\nphases:\n  - code: a\n')
  const two = written('two.yaml', '[]')
  const ran = await shell.run(`gishe cards check ${shipped('2016')} "${one}" ${two}`)
  expect(ran).toMatchObject({ code: 1, stdout: '' })
  expect(ran.stderr).toContain(`Картата „${one}“ не става:`)
  expect(ran.stderr).toContain('\n  source: липсва')
  expect(ran.stderr).toContain('\n  phases.a.unit: липсва')
  expect(ran.stderr).toContain(`Картата „${two}“ не става:\n  ?: трябва да е поле със стойности.`)
  expect(await shell.json(`gishe cards check ${two}`)).toMatchObject({
    refused: 'card.wrong',
    facts: { cards: [{ card: two, problems: [{ path: '?', problem: 'not_a_mapping' }] }] },
  })
})

test.each([
  ['a tab.yaml', 'service: 2016\n\tname: x\n', 'card.not_yaml'],
  ['twice.yaml', 'service: 2016\nservice: 2037\n', 'card.not_yaml'],
  [
    'bomb.yaml',
    `a: &a [x]\n${'b: [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n'.slice(0, -1)}, *none]`,
    'card.not_yaml',
  ],
  ['self.yaml', 'a: *a\n', 'card.not_yaml'],
  ['large.yaml', `x: ${'а'.repeat(300_000)}`, 'card.too_large'],
])('%s is refused as %s', async (name, text, refused) => {
  expect(await shell.json(`gishe cards check "${written(name, text)}"`)).toMatchObject({ refused })
})

test('a file that is not there is told', async () => {
  expect(await shell.json('gishe cards check /няма/такъв.yaml')).toMatchObject({ refused: 'card.no_file' })
  expect(await shell.json(`gishe cards check ${folder}`)).toMatchObject({ refused: 'card.no_file' })
})

test('a card from a file is drawn as Mermaid, in the language of whoever asks', async () => {
  const { stdout } = await shell.run(`gishe cards draw --file ${shipped('2054')}`)
  expect(stdout).toMatch(/^flowchart TD\n {2}request\(\["Заявление<br\/>2054 /)
  expect(stdout).toContain('p_joint{{"Обобщаване на становищата<br/>Устройство на територията · 2 раб. дни')
  expect(stdout).toContain('  p_completeness -->|"комплектован"| p_structure\n')
  const english = await shell.run(`gishe --lang en cards draw --file ${shipped('2016')}`)
  expect(english.stdout).toContain('Civil registration · 1 working day')
  expect(await shell.run('gishe cards draw')).toMatchObject({ code: 2 })
})

test('a town lists, shows, draws and takes over cards', async () => {
  await shell.run('gishe init --demo')
  const [asClerk, asAdmin] = [{ GISHE_USER: 'delo' }, { GISHE_USER: 'admin' }]
  const list = await shell.run('gishe cards list', asClerk)
  expect(list.stdout).toMatch(/^2016 +Издаване на удостоверение за наследници +1 +7 /m)
  const shown = (await shell.run('gishe cards show 2016', asClerk)).stdout
  expect(shown).toContain('2016 Издаване на удостоверение за наследници · версия 1')
  expect(shown).toMatch(/Данни от акта за смърт +служебно: наш регистър +винаги/)
  expect(shown).toMatch(
    /Проверка и подпис +Ръководител: .*подписано → Извеждане на документа; за доработка →/,
  )
  expect((await shell.run('gishe cards draw 2016', asClerk)).stdout).toContain(
    'p_signing -->|"подписано"| p_ready',
  )
  const text = readFileSync(shipped('2016'), 'utf8').replace('term: 2 working_days', 'term: 1 working_days')
  const mine = written('mine.yaml', text)
  expect(await shell.json(`gishe cards import ${mine} --dry-run`, asAdmin)).toEqual([
    { service: '2016', version: 2, new: true, dry_run: true },
  ])
  expect((await shell.run(`gishe cards import ${mine} ${shipped('2037')}`, asAdmin)).stdout).toBe(
    'Картата на услуга 2016 вече е версия 2.\nКартата на услуга 2037 е същата: остава версия 1.\n',
  )
  expect(await shell.json('gishe cards show 2016 1', asClerk)).toMatchObject({
    version: 1,
    versions: [2, 1],
  })
  expect(await shell.json(`gishe cards import ${mine}`, asClerk)).toMatchObject({
    refused: 'authority.denied',
  })
  expect((await shell.run('gishe cards show 2016 две', asClerk)).code).toBe(2)
})
