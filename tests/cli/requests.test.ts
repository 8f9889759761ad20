import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShell, type Shell } from '../support/cli.ts'

let shell: Shell
let folder: string
const as = (login: string) => ({ GISHE_USER: login })

beforeAll(async () => {
  shell = openShell()
  folder = mkdtempSync(join(tmpdir(), 'gishe-requests-'))
  await shell.run('gishe init --demo')
})
afterAll(async () => {
  await shell.close()
  rmSync(folder, { recursive: true })
})

const run = (line: string, login = 'delo') => shell.run(`gishe requests ${line}`, as(login))
const json = async (line: string, login = 'delo') =>
  (await shell.json(`gishe requests ${line}`, as(login))) as Record<string, unknown>

test('a request is registered at the desk with its slip, once, and waits at the cash desk', async () => {
  const line = `register 2016 --applicant "Мария Чаушева" --missing form --desk 3 --id ${randomUUID()}`
  const made = await run(line)
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect(made.stdout).toMatch(/^Заявление ЗВ-1-00001 от /)
  expect(made.stdout).toMatch(/Такса: 5,11 €, чака на касата \(№ ЗВ-1-00001\/\d{4}\)/)
  expect(made.stdout).toContain('Липсва: Заявление-декларация по образец')
  expect(await run(line)).toEqual(made)
  const bills = (await shell.json('gishe bills list ЗВ-1-00001', as('kasa1'))) as { rows: unknown[] }
  expect(bills.rows).toMatchObject([{ amount_cents: 511, payer: 'Мария Петрова Чаушева' }])
  const slip = await run('slip ЗВ-1-00001')
  expect(slip.stdout).toContain('ПОТВЪРЖДЕНИЕ ЗА ПОЛУЧАВАНЕ')
  expect(slip.stdout).toMatch(/Такса +5,11 €/)
  const pdf = join(folder, 'slip.pdf')
  await run(`slip ЗВ-1-00001 --pdf ${pdf}`)
  expect(existsSync(pdf)).toBe(true)
})

test('an irregularity is told, arrives, is mended; more time, a stop and going on', async () => {
  expect((await run('irregular ЗВ-1-00001 --what "няма подпис"', 'grao1')).stdout).toContain('нередовно')
  expect((await run('delivered ЗВ-1-00001 --proof "на ръка"')).stdout).toMatch(/Нередовностите до: \d\d\./)
  expect(await json('complete ЗВ-1-00001', 'grao1')).toMatchObject({ refused: 'request.stands_still' })
  expect((await run('mend ЗВ-1-00001 --what "подписано"', 'grao1')).stdout).toContain('работи се')
  expect(await json('suspend ЗВ-1-00001 --reason "чл. 54 АПК"', 'grao1')).toMatchObject({
    standing: 'suspended',
    due: null,
  })
  expect(await json('resume ЗВ-1-00001 --reason "отпадна"', 'grao1')).toMatchObject({ standing: 'under_way' })
  const longer = await json('extend ЗВ-1-00001 --days 7 --reason "становище"', 'grao1')
  expect(longer).toMatchObject({ document: 'ЗВ-1-00001#2' })
  const shown = (await run('show ЗВ-1-00001')).stdout
  expect(shown).toMatch(/Срок: .*удължен с 7 дни \(чл\. 57, ал\. 7 АПК\)/)
  expect(shown).toMatch(/съобщена нередовност: няма подпис \(ЗВ-1-00001#1\)/)
  expect(shown).toContain('редовно / няма право')
})

const registered = async () =>
  String((await json('register 2052 --applicant "Елена Узунова" --without-slip'))['number'])

test('a request ends with its document and is handed out; a refusal has its motives', async () => {
  const [done, denied, back] = [await registered(), await registered(), await registered()]
  const given = `hand-out ${done} --to "Елена Узунова"`
  expect(await json(given)).toMatchObject({ refused: 'request.not_ended' })
  expect((await run(`complete ${done} --kind certificate`, 'grao1')).stdout).toContain('издадено')
  expect(await json(given)).toMatchObject({ refused: 'hand_out.identity_needed' })
  expect((await run(`${given} --identity "лична карта"`)).stdout).toContain('Връчено: Елена Узунова')
  expect(await json(`refuse ${denied} --reason "няма съставен акт"`, 'grao1')).toMatchObject({
    standing: 'refused',
    document: `${denied}#1`,
  })
  const withdrawn = await json(`terminate ${back} --withdrawn --reason "с молба"`, 'grao1')
  expect(withdrawn).toMatchObject({ standing: 'withdrawn', document: null })
  expect((await json('list --which ready'))['rows']).toMatchObject([{ number: denied }])
})

test('lists by state, as text and for programs', async () => {
  const numbers = async (which: string) =>
    ((await json(`list --which ${which}`))['rows'] as { number: string }[]).map(({ number }) => number)
  expect(await numbers('open')).toEqual(['ЗВ-1-00001'])
  expect((await run('list --which ended --csv')).stdout.split('\r\n')).toHaveLength(5)
  expect((await run('list --which overdue')).stderr).toBe('Няма такива заявления.\n')
  expect((await run('list --which просрочени')).code).toBe(2)
})

test('what is typed wrong is told', async () => {
  expect(await json('register 2016 --applicant "Никой Никаквичев"')).toMatchObject({
    refused: 'party.unknown',
  })
  expect(await json('register 9999 --applicant "Мария Чаушева"')).toMatchObject({
    refused: 'service.unknown',
  })
  expect(await json('register 2016 --applicant "Мария Чаушева" --received "32.11.2026"')).toMatchObject({
    refused: 'period.wrong',
  })
  expect((await run('register 2016')).code).toBe(2)
  expect((await run('register 2016 --applicant "Мария Чаушева" --channel факс')).code).toBe(2)
  expect(await json('show ЗВ-9-9')).toMatchObject({ refused: 'request.unknown' })
  expect(await json('mend ЗВ-1-00001 --what x --document ВХ-1', 'grao1')).toMatchObject({
    refused: 'document.unknown',
  })
})
