import { afterAll, beforeAll, expect, test } from 'vitest'
import { showDay } from '../../rules/dates.ts'
import { openDemoShell, type Shell } from '../support/cli.ts'

let shell: Shell
const [asClerk, asAdmin] = [{ GISHE_USER: 'delo' }, { GISHE_USER: 'admin' }]

beforeAll(async () => {
  shell = await openDemoShell()
})
afterAll(() => shell.close())

const run = (line: string, env: Record<string, string> = asClerk) => shell.run(line, env)
const line = async (text: string, env: Record<string, string> = asClerk) =>
  (await run(text, env)).stdout.trim()
const json = (text: string, env: Record<string, string> = asClerk) =>
  shell.json(text, env) as Promise<Record<string, unknown>>

test('a year shows its days off, how many are worked, and for programs where each is from', async () => {
  const text = (await run('gishe calendar list 2026')).stdout
  expect(text.split('\n')[0]).toBe('2026: 248 работни дни')
  expect(text).toMatch(/02\.01\.2026 +петък +Неработен ден .* почивен с акт +решение на МС от 19\.11\.2025/)
  expect(text).toMatch(/28\.12\.2026 +понеделник +Неприсъствен ден вместо 26\.12\.2026/)
  const { working_days, days } = (await json('gishe calendar list 2027')) as {
    working_days: number
    days: { day: string; basis: string; source: string }[]
  }
  expect(working_days).toBe(249)
  expect(days.find(({ day }) => day === '2027-05-04')).toMatchObject({ basis: 'чл. 154, ал. 2 КТ' })
  expect(days.every(({ source }) => source.startsWith('https://'))).toBe(true)
  expect((await run('gishe calendar list 2015')).stdout).toContain('До 2016 г. дните са размествани')
  expect(await run('gishe calendar list 20226')).toMatchObject({ code: 1, stdout: '' })
})

test('a term is explained on one line', async () => {
  expect(await line('gishe calendar due --from 24.11.2026 --rule information-answer')).toBe(
    '08.12.2026: 14 дни от 24.11 (чл. 28, ал. 1 ЗДОИ)',
  )
  expect(await line('gishe calendar due --from 22.11.2026 --term 7 --article "чл. 57, ал. 2 АПК"')).toBe(
    '30.11.2026: 7 дни от 22.11 (чл. 57, ал. 2 АПК), 29.11 е неделя',
  )
  expect(await line('gishe calendar due --from 20.11.2026 --time 18:30 --rule act-general')).toBe(
    '07.12.2026: получено на 20.11 извън работно време, тече от 23.11 (чл. 29, ал. 6 АПК), 14 дни от 23.11 (чл. 57, ал. 1 АПК)',
  )
  expect(await line('gishe calendar due --from 2026-01-31 --term 1 --unit months --lang en')).toBe(
    '2026-03-02: 1 month from 2026-01-31, 2026-02-28 is the end of the month, which has no day 31, 2026-02-28 is a Saturday',
  )
  expect(
    await json('gishe calendar due --from 02.11.2026 --term 14 --suspended 05.11.2026 --resumed 10.11.2026'),
  ).toMatchObject({ on: '2026-11-23', from: '2026-11-02', is_running: true })
})

test('what is written wrong is told, and nothing is worked out', async () => {
  expect(await run('gishe calendar due --from 24.11.2026')).toMatchObject({ code: 2, stdout: '' })
  expect(await run('gishe calendar due --from 24.11.2026 --term 7 --unit години')).toMatchObject({ code: 2 })
  expect(await run('gishe calendar due --from 24.11.2026 --term 7,5')).toMatchObject({ code: 2 })
  expect(await run('gishe calendar due --from 24.11.2026 --time 25:00 --term 7')).toMatchObject({ code: 2 })
  expect(await run('gishe calendar due --from 31.11.2026 --term 7')).toMatchObject({ code: 1, stdout: '' })
  expect(await json('gishe calendar due --from 24.11.2026 --rule срок')).toMatchObject({
    refused: 'term.unknown_rule',
  })
})

test('the working hours are shown and set', async () => {
  expect(await line('gishe calendar hours')).toBe('Работно време: от 08:00 до 17:00 ч.')
  expect(await json('gishe calendar hours --until 17:30')).toMatchObject({ refused: 'authority.denied' })
  expect(await json('gishe calendar hours --until 17:30', asAdmin)).toEqual({ from: '08:00', until: '17:30' })
  expect(await run('gishe calendar hours --until 18', asAdmin)).toMatchObject({ code: 2 })
  expect(await json('gishe calendar hours --until 07:30', asAdmin)).toMatchObject({
    refused: 'calendar.hours_wrong',
  })
  expect(await line('gishe calendar hours')).toBe('Работно време: от 08:00 до 17:30 ч.')
})

test('the terms of the law stand with their articles', async () => {
  const { rows } = (await json('gishe calendar rules')) as { rows: Record<string, string>[] }
  expect(rows.find(({ rule }) => rule === 'signal-decision')).toMatchObject({
    term: '2 месеца',
    article: 'чл. 121 АПК',
    extension: '+1 месец (чл. 121 АПК)',
  })
  expect((await run('gishe calendar rules')).stdout).toMatch(
    /act-general +индивидуален акт, общ срок +14 дни/,
  )
})

test('the administrator sets a day off by order, and terms go by it at once', async () => {
  // A Wednesday in June of next year: orders reach three years ahead.
  const june = Temporal.Now.plainDateISO().with({ month: 6, day: 10 }).add({ years: 1 })
  const day = june.add({ days: 3 - june.dayOfWeek })
  const [shown, next] = [showDay(day, 'bg'), showDay(day.add({ days: 1 }), 'bg')]
  const set = `gishe calendar set ${shown} --off --order "РМС 812/20.11.2026"`
  expect(await json(set)).toMatchObject({ refused: 'authority.denied' })
  expect(await run(`gishe calendar set ${shown} --order "РМС 812/20.11.2026"`, asAdmin)).toMatchObject({
    code: 2,
  })
  expect(await line(set, asAdmin)).toBe(
    `${shown} е почивен ден. Срок, който изтича тогава, изтича на ${next}.`,
  )
  expect(
    await line(`gishe calendar due --from ${day.subtract({ days: 14 })} --rule act-announce --lang en`),
  ).not.toContain('812')
  expect(await line(`gishe calendar due --from ${day.subtract({ days: 14 })} --rule act-general`)).toMatch(
    new RegExp(`^${next}: .*, ${shown.slice(0, 5)} е почивен \\(РМС 812/20\\.11\\.2026\\)$`),
  )
  expect((await run(`gishe calendar list ${day.year}`)).stdout).toMatch(
    new RegExp(`${shown} +сряда .*РМС 812/20\\.11\\.2026`),
  )
})
