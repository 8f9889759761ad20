import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemoShell, type Shell } from '../support/cli.ts'

let shell: Shell
beforeAll(async () => {
  shell = await openDemoShell()
})
afterAll(() => shell.close())

const run = (line: string, login = 'admin', env = {}) => shell.run(line, { GISHE_USER: login, ...env })
const json = (line: string, login = 'admin') => shell.json(line, { GISHE_USER: login })

test('a place is added with its code, moved, closed; what cannot be is said', async () => {
  const added = await run('gishe kiosks add --hall cao --place "Партер, до гише 1" --number 101')
  expect(added.stderr).toBe('')
  expect(added.stdout).toMatch(
    /^Добавено: устройство 101, Център за административно обслужване, Партер, до гише 1\.\nКод за включване на устройство 101; важи до \d/,
  )
  const big = /│ {3}((?:[A-Z2-9] ){5} {2}— {2}(?: [A-Z2-9]){5}) {3}│/
    .exec(added.stdout)?.[1]
    ?.replace(/[ —]/g, '')
  const typed = /gishe kiosk enrol --hub \S+ --code ([A-Z2-9]{5}-[A-Z2-9]{5})$/m.exec(added.stdout)?.[1]
  expect(big).toHaveLength(10)
  expect(typed?.replace('-', '')).toBe(big)
  expect(await json('gishe kiosks add --hall cao --place Фоайе --number 101')).toMatchObject({
    refused: 'kiosk.number_taken',
  })
  expect(await run('gishe kiosks change 101 --place "Вход Б"')).toEqual({
    code: 0,
    stdout: 'Устройство 101: Вход Б.\n',
    stderr: '',
  })
  expect((await run('gishe kiosks close 101')).stdout).toBe('Място 101 е закрито; събраното остава.\n')
  expect((await run('gishe kiosks code 101')).stderr).toContain('Място 101 е закрито')
  expect((await run('gishe kiosks code седем')).code).toBe(2)
  expect((await run('gishe kiosks add --hall cao', 'admin')).code).toBe(2)
  expect((await run('gishe kiosks add --hall cao --place Фоайе', 'delo')).stderr).toContain(
    'не можете да настройвате устройствата',
  )
})

test('a question is asked from what is shipped, from a file, and from options', async () => {
  const made = (await json('gishe kiosks add --hall taxes --place "Етаж 2" --number 201')) as {
    number: number
  }
  expect(made).toMatchObject({ number: 201, code: expect.stringMatching(/^[A-Z2-9]{10}$/) })
  const ready = 'Отсега устройства 201 питат: „Доволни ли сте от обслужването днес?“\n'
  expect((await run('gishe kiosks ask satisfaction --kiosk 201', 'head')).stdout).toBe(ready)
  const question = 'gishe kiosks ask --kiosk 201 --text "Лесно ли беше?" --text-en "Was it easy?" --faces 4'
  const reasons = '--follow-up "Кое не?" --follow-up-en "What was not?" --reason forms=Формулярите=Forms'
  expect((await run(`${question} ${reasons}`, 'head')).code).toBe(0)
  const questions = (await run('gishe kiosks questions', 'delo')).stdout
  expect(questions).toMatch(
    /^Лесно ли беше\?\n {2}4 лица, от [\d.]+, 0 гласа; пита се на 201\n {2}до лице 2: Кое не\? \(Формулярите\)\n/,
  )
  expect(questions).toMatch(/Доволни ли сте[^\n]+\n[^\n]+вече не се пита/)
  const file = join(shell.home, 'въпрос.yaml')
  writeFileSync(file, 'text: {bg: Къде: сме}\nfaces: 5\n')
  expect((await run(`gishe kiosks ask ${file} --all`, 'head')).stderr).toContain(
    'не е въпрос в YAML или JSON',
  )
  expect(await json(`gishe kiosks ask ${file} --all`, 'head')).toMatchObject({
    refused: 'kiosk.question_not_yaml',
    facts: { line: 1 },
  })
  expect((await run('gishe kiosks ask nyama --all', 'head')).stderr).toContain('satisfaction, waiting')
  expect((await run('gishe kiosks ask waiting', 'head')).code).toBe(2)
})

test('what is watched is set and shown; a PIN comes from where nobody sees it', async () => {
  expect((await run('gishe kiosks rules --silence 15 --thanks 4')).stdout).toBe(
    'Тревога: мълчание 15 мин в работно време; 5 недоволни за 30 мин.\nУстройствата: „Благодарим“ 4 сек, втори въпрос 12 сек, вест на 60 сек.\n',
  )
  expect((await run('gishe kiosks rules --silence 1')).code).toBe(2)
  expect((await run('gishe kiosks pin')).stderr).toContain('GISHE_KIOSK_PIN')
  expect((await run('gishe kiosks pin', 'admin', { GISHE_KIOSK_PIN: '4821' })).stdout).toContain(
    'ПИН кодът е сменен',
  )
  expect((await run('gishe kiosks pin', 'admin', { GISHE_KIOSK_PIN: '1234' })).stderr).toContain(
    'не вървят подред',
  )
})

test('the list and a device say how they do, in both languages', async () => {
  const row = /201 +Местни данъци[^\n]*не е включено/
  expect((await run('gishe kiosks list', 'audit')).stdout).toMatch(row)
  expect(await json('gishe kiosks list', 'audit')).toMatchObject({
    kiosks: expect.arrayContaining([
      expect.objectContaining({ number: 201, hall_code: 'taxes', is_enrolled: false, device: null }),
    ]),
  })
  expect((await run('gishe kiosks status 201 --lang en', 'audit')).stdout).toMatch(
    /^Device 201, [^\n]+\n {2}Place +Етаж 2\n {2}Question +Was it easy\?\n {2}Last word +not enrolled\n {2}Today +0 presses, 0 left out\n$/,
  )
  expect((await run('gishe kiosks status', 'head')).stdout).toMatch(
    /^Към [\d.: ]+: \d+ включени от \d+, днес \d+ гласа/,
  )
  expect((await run('gishe kiosks status 999', 'head')).stderr).toContain('Няма устройство 999')
  expect((await run('gishe kiosks revoke 201 --reason свалено')).stderr).toContain('няма включено устройство')
})
