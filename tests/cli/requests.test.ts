import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemoShell, type Shell } from '../support/cli.ts'

let shell: Shell
let folder: string
/** The number of the request of the first test: the demo's own documents come before it. */
let first: string
const as = (login: string) => ({ GISHE_USER: login })

beforeAll(async () => {
  shell = await openDemoShell()
  folder = mkdtempSync(join(tmpdir(), 'gishe-requests-'))
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
  first = /^Заявление (ЗВ-1-\d{5}) от /.exec(made.stdout)?.[1] ?? ''
  expect(first).not.toBe('')
  expect(made.stdout).toMatch(/Такса: 5,11 €, чака на касата \(№ ЗВ-1-\d{5}\/\d{4}\)/)
  expect(made.stdout).toContain('Липсва: Заявление-декларация по образец')
  expect(await run(line)).toEqual(made)
  const bills = (await shell.json(`gishe bills list ${first}`, as('kasa1'))) as { rows: unknown[] }
  expect(bills.rows).toMatchObject([{ amount_cents: 511, payer: 'Мария Петрова Чаушева' }])
  const slip = await run(`slip ${first}`)
  expect(slip.stdout).toContain('ПОТВЪРЖДЕНИЕ ЗА ПОЛУЧАВАНЕ')
  expect(slip.stdout).toMatch(/Такса +5,11 €/)
  const pdf = join(folder, 'slip.pdf')
  await run(`slip ${first} --pdf ${pdf}`)
  expect(existsSync(pdf)).toBe(true)
})

test('an irregularity is told, arrives, is mended; more time, a stop and going on', async () => {
  expect((await run(`irregular ${first} --what "няма подпис"`, 'grao1')).stdout).toContain('нередовно')
  expect((await run(`delivered ${first} --proof "на ръка"`)).stdout).toMatch(/Нередовностите до: \d\d\./)
  expect(await json(`complete ${first}`, 'grao1')).toMatchObject({ refused: 'request.stands_still' })
  expect((await run(`mend ${first} --what "подписано"`, 'grao1')).stdout).toContain('работи се')
  expect(await json(`suspend ${first} --reason "чл. 54 АПК"`, 'grao1')).toMatchObject({
    standing: 'suspended',
    due: null,
  })
  expect(await json(`resume ${first} --reason "отпадна"`, 'grao1')).toMatchObject({ standing: 'under_way' })
  const longer = await json(`extend ${first} --days 7 --reason "становище"`, 'grao1')
  expect(longer).toMatchObject({ document: `${first}#2` })
  const shown = (await run(`show ${first}`)).stdout
  expect(shown).toMatch(/Срок: .*удължен с 7 дни \(чл\. 57, ал\. 7 АПК\)/)
  expect(shown).toMatch(/съобщена нередовност: няма подпис \(ЗВ-1-\d{5}#1\)/)
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
  expect(await numbers('open')).toEqual([first])
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
  expect(await json(`mend ${first} --what x --document ВХ-1`, 'grao1')).toMatchObject({
    refused: 'document.unknown',
  })
})

test('killed at any moment and sent again, a request is registered once and no number is missing', async () => {
  const before = ((await json('list --which all'))['rows'] as unknown[]).length
  const id = randomUUID()
  const line = `gishe requests register 2016 --applicant "Мария Чаушева" --desk 3 --id ${id}`
  for (const after of [0.45, 0.6, 0.7, 0.8, 0.9, 1.1])
    await shell.run(`timeout -s KILL ${after} ${line} > /dev/null 2>&1`, as('delo'))
  const made = (await shell.json(line, as('delo'))) as { number: string; bill: { number: string } }
  const rows = (await json('list --which all'))['rows'] as { number: string }[]
  expect(rows).toHaveLength(before + 1)
  const bills = (await shell.json(`gishe bills list ${made.number}`, as('kasa1'))) as { rows: unknown[] }
  expect(bills.rows).toHaveLength(1)
  const papers = (await shell.json('gishe print jobs --all --limit 200', as('admin'))) as object[]
  expect(papers.filter(paper => JSON.stringify(paper).includes(made.number))).toHaveLength(1)
  // The next number follows at once: nothing that was killed took one along.
  const next = await registered()
  const sequence = (number: string) => Number(number.split('-').at(-1))
  expect(sequence(next)).toBe(sequence(made.number) + 1)
})
