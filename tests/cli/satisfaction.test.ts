import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hub } from '../../office/kiosks/open-hub.ts'
import { answeringTown } from '../support/answers.ts'
import { openDemoShell, type Shell } from '../support/cli.ts'
import { hubOf } from '../support/hub.ts'
import { readPdf } from '../support/pdf-text.ts'
import { readXlsx } from '../support/read-xlsx.ts'
import { townOfShell } from '../support/shell-town.ts'
import type { TestTown } from '../support/town.ts'

let shell: Shell
let town: TestTown
let hub: Hub
const head = { GISHE_USER: 'head' }
const run = (line: string, env: Record<string, string> = head) => shell.run(`gishe satisfaction ${line}`, env)
const WEEK = '--from 2026-11-16 --to 2026-11-22 --question 2'

beforeAll(async () => {
  shell = await openDemoShell()
  town = await townOfShell(shell)
  hub = await hubOf(town)
  await answeringTown(town, await town.signIn('admin'), hub, Temporal.PlainDate.from('2026-11-18'))
})
afterAll(async () => {
  await hub.close()
  await town.close()
  await shell.close()
})

/** The moment of making is of this run. */
const steady = (text: string) => text.replace(/на \d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d/, 'на 22.11.2026 10:15:00')

test('the whole page prints its formulas, and halls beside each other say what they differ by', async () => {
  const page = await run(WEEK)
  expect(page).toMatchObject({ code: 0, stderr: '' })
  await expect(steady(page.stdout)).toMatchFileSnapshot('../golden/satisfaction.txt')
  const halls = await run(`${WEEK} --by hall`)
  expect(halls.stdout).toMatch(/^2 +taxes +.*40 +50,0 +35,2 +64,8 +53,1 .*под 3$/m)
  const heat = await run(`${WEEK} --by heat --measure count`)
  expect(heat.stdout).toMatch(/^09:00–09:59 .*█/m)
})

test('programs get bare numbers: JSON, CSV, and a spreadsheet whose numbers are numbers', async () => {
  const json = (await shell.json(`gishe satisfaction ${WEEK} --by week`, head)) as { rows: object[] }
  expect(json.rows).toEqual([
    {
      week: '2026-W47',
      days: '16.11.2026–22.11.2026',
      answers: 145,
      share: 81.4,
      low: 74.3,
      high: 86.9,
      index: 81.4,
      note: null,
    },
  ])
  const csv = await run(`${WEEK} --by hour --csv`)
  expect(csv.stdout.split('\r\n')[0]).toBe('Час,Гласове,Дял %,от,до,Индекс,Бележка')
  const file = join(shell.home, 'доволни.xlsx')
  expect(await run(`${WEEK} --xlsx ${file}`)).toEqual({ code: 0, stdout: `Записано: ${file}\n`, stderr: '' })
  const [figures, faces] = readXlsx(readFileSync(file))
  expect(figures).toMatchObject({ name: 'Удовлетвореност на гражданите' })
  expect(figures?.rows[0]?.[0]?.text).toBe('Удовлетвореност на гражданите')
  const heads = figures?.rows.findIndex(row => row[0]?.text === 'Показател') ?? 0
  expect(figures?.frozenRows).toBe(heads + 1)
  expect(figures?.rows[heads + 1]?.slice(0, 2)).toMatchObject([
    { text: 'Дял на доволните, %', isNumber: false },
    { text: '81.4', isNumber: true, format: '0.0' },
  ])
  expect(faces?.name).toBe('ГЛАСОВЕ ПО ЛИЦА')
})

test('every command that gives CSV writes a spreadsheet too: money and days are what they are', async () => {
  const file = join(shell.home, 'takси.xlsx')
  await shell.run('gishe till open --float 50', { GISHE_USER: 'kasa1' })
  await shell.run('gishe payments take --service 2016', { GISHE_USER: 'kasa1' })
  expect((await shell.run(`gishe reports cash --day --by department --xlsx ${file}`, head)).code).toBe(0)
  const [cash] = readXlsx(readFileSync(file))
  const amounts = cash?.rows.at(-1)?.filter(cell => cell.format === '#,##0.00') ?? []
  expect(amounts.length).toBeGreaterThan(0)
  for (const amount of amounts) expect(amount).toMatchObject({ isNumber: true })
  expect(await shell.json(`gishe reports times --xlsx ${file}`, head)).toEqual({ xlsx: file })
  expect(await run(`${WEEK} --xlsx /няма/такава/a.xlsx`)).toMatchObject({ code: 2 })
})

test.each([
  ['--by moon', 2, '--by не може да е „moon“'],
  ['--by heat --measure moon', 2, '--measure не може да е „moon“'],
  ['--hall cao --kiosk 1', 2, '--hall и --kiosk не могат да се посочат заедно'],
  ['--kiosk x', 2, '--kiosk е цяло число'],
  ['--month --year', 2, 'Посочете един период'],
  ['--question 99', 1, 'Няма въпрос „99“'],
])('%s ends with %i', async (line, code, said) => {
  expect(await run(line)).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(said) })
})

test('the questions with their numbers, in English too; a cashier sees none of it', async () => {
  expect((await run('questions --lang en')).stdout).toMatch(/^The questions asked\n/)
  expect(await run(WEEK, { GISHE_USER: 'kasa1' })).toMatchObject({ code: 1 })
})

test('a method is noted, the list says what is missing, and the report is a PDF, Markdown or JSON by what is asked', async () => {
  const words = '--conduct "две срещи" --findings "чака се на гише 3" --measures "второ гише"'
  expect(await run(`note --year 2026 --method 2 --carried-out ${words}`)).toEqual({
    code: 0,
    stdout:
      'Отбелязано: 2026 г., метод 2 – проведен.\nПроведени са 1 от 11; задължителни, които не са: 1, 3, 4, 5.\n',
    stderr: '',
  })
  const list = await run('methods --year 2026')
  expect(list.stdout).toMatch(/^ *2 +Консултации със служителите +задължителен +проведен/m)
  expect(list.stdout).toContain('Докладът се публикува до 01.04.2027 г.')
  const [pdf, md] = ['доклад.pdf', 'доклад.md'].map(name => join(shell.home, name))
  expect(await run(`report --year 2026 --out ${pdf}`)).toMatchObject({
    code: 0,
    stdout: `Записано: ${pdf}\n`,
  })
  expect((await readPdf(readFileSync(pdf ?? ''))).pages.join(' ')).toContain('второ гише')
  expect(await run(`report --year 2026 --out ${md}`)).toMatchObject({ code: 0, stdout: `Записано: ${md}\n` })
  const markdown = readFileSync(md ?? '', 'utf8')
  expect(markdown).toContain(
    '### 2.2. Консултации със служителите (задължителен)\n\nКак е проведен: две срещи\n',
  )
  expect(markdown).toContain('От 145 оценки доволни са 81,4 %')
  const json = (await shell.json('gishe satisfaction report --year 2026', head)) as Record<string, unknown[]>
  expect(json).toMatchObject({ year: 2026, due: '2027-04-01' })
  expect(json['methods']?.[1]).toMatchObject({
    method: 2,
    note: { carried_out: true, measures: 'второ гише' },
  })
  expect(json['parts']).toContainEqual({ heading: '2. Използвани методи', level: 2 })
})

test.each([
  ['note --year 2026 --method 2', 2, '--carried-out'],
  ['note --year 2026 --method 2 --carried-out --why x', 2, '--carried-out и --why'],
  ['note --year 2026 --method 12 --not-carried-out --why x', 1, 'Няма метод 12'],
  ['note --year 2026 --method 3 --carried-out', 1, '--conduct'],
  ['report --year 2026 --out доклад.doc', 2, '--out не може да е „доклад.doc“'],
])('%s ends with %i', async (line, code, said) => {
  expect(await run(line)).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(said) })
})
