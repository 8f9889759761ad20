import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeRefusal } from '../../locales/texts.ts'
import { refusal } from '../../rules/refusal.ts'
import { openDemoShell, type Shell } from '../support/cli.ts'
import { readPdf } from '../support/pdf-text.ts'
import { type RegistryTown, withRegistry } from '../support/registry-town.ts'
import { townOfShell } from '../support/shell-town.ts'

let shell: Shell
let town: RegistryTown
const secretary = { GISHE_USER: 'head' }
const glava = { GISHE_USER: 'glava1', GISHE_PASSWORD: 'gishe-demo' }
const run = (line: string, env: Record<string, string> = secretary) => shell.run(`gishe control ${line}`, env)
const json = <T>(line: string, env: Record<string, string> = secretary) =>
  shell.json(`gishe control ${line}`, env) as Promise<T>
type Board = { totals: { tasks: { overdue: number } }; departments: { code: string }[] }
type Report = { rows: Record<string, unknown>[]; totals: Record<string, unknown> }

beforeAll(async () => {
  shell = await openDemoShell()
  town = await withRegistry(await townOfShell(shell))
})
afterAll(async () => {
  await town.close()
  await shell.close()
})

describe('the control of the terms by command', () => {
  test('every morning cron may ask: nothing overdue is 0, and something overdue is 1 with its sentence', async () => {
    await town.seedTask({ department: 'dan2', to: 'dana1', dueOn: town.today.add({ days: 90 }) })
    expect((await run('board --department dir2 --fail-if-overdue')).code).toBe(0)
    await town.seedTask({ department: 'dan2', to: 'dana1', dueOn: town.today.subtract({ days: 3 }) })
    const failed = await run('board --department dir2 --json --fail-if-overdue')
    expect(failed.code).toBe(1)
    const why = refusal('control.overdue', { tasks: 1, requests: 0 })
    expect(failed.stderr).toBe(`${describeRefusal(why, 'bg')}\n`)
    expect((JSON.parse(failed.stdout) as Board).totals.tasks.overdue).toBe(1)
    expect((await run('board --department dir2 --overdue-only')).code).toBe(0)
  })

  test('the board is drawn for people, as PDF and as CSV; a unit that is not there is refused', async () => {
    const text = (await run('board --department dir2')).stdout
    expect(text).toMatch(/^Контрол на сроковете\n/)
    expect(text).toMatch(/^Дирекция „Приходи“ +1 +0 +0 +0 +1 +2 /m)
    expect(text).toMatch(/^ {2}Отдел „Данъци“ +1 +0 +0 +0 +1 +2 /m)
    const file = join(shell.home, 'tablo.pdf')
    expect((await run(`board --department dir2 --pdf ${file}`)).code).toBe(0)
    const { pages } = await readPdf(readFileSync(file))
    expect(pages.join(' ')).toContain('ЗАЯВЛЕНИЯ ЗА УСЛУГИ')
    expect((await run('board --csv')).stdout.split('\r\n')[0]).toMatch(/^Звено,Закъснели,Днес,/)
    expect(await run('board --department nyama')).toMatchObject({ code: 1 })
    expect(await run('list --near vchera')).toMatchObject({ code: 2 })
  })

  test('a late task with its reason goes from the board to the report, with the unit and its words', async () => {
    const { taskId } = await town.seedTask({
      department: 'kad1',
      to: 'kada1',
      givenOn: town.today.subtract({ days: 20 }),
      dueOn: town.today.subtract({ days: 6 }),
      what: 'скица на имота за съда',
    })
    const before = await json<Report>('list --near overdue --department dir1', glava)
    expect(before.rows).toMatchObject([
      { what: 'скица на имота за съда', daysLate: 6, holder: 'Румяна Велева' },
    ])
    await expect(town.endTask(taskId, { by: 'kada1' })).rejects.toThrow('task.late_reason_needed')
    await town.endTask(taskId, { by: 'kada1', lateReason: 'other_body', lateNote: 'АГКК отговори вчера' })
    expect((await json<Report>('list --near overdue --department dir1', glava)).rows).toEqual([])
    const late = await json<Report>('report late --day', glava)
    expect(late.rows).toMatchObject([
      {
        what: 'скица на имота за съда',
        department: 'Отдел „Кадастър“',
        daysLate: 6,
        reason: 'чакане на друго ведомство',
        note: 'АГКК отговори вчера',
      },
    ])
    const reasons = await json<Report>('report reasons --month --by department')
    expect(reasons.rows).toMatchObject([{ department: 'Отдел „Кадастър“', tasks: 1, requests: 0 }])
  })

  test('the week is reviewed by the number of a case, and the protocol tells what was not', async () => {
    const { caseId, number } = await town.seedDocument({ department: 'str1' })
    await town.seedTask({ caseId, department: 'str1', to: 'stro1', dueOn: town.today.add({ days: 5 }) })
    const left = await json<{ all: number; tasks: { number: string }[] }>('review --unreviewed', glava)
    expect(left.tasks.map(task => task.number)).toContain(number)
    expect(await run(`review ${number} --verdict impossible`, glava)).toMatchObject({ code: 1 })
    const done = await run(`review ${number} --verdict impossible --note "теренът е наводнен"`, glava)
    expect(done.stdout).toMatch(/в изпълнение; невъзможност за изпълнение\.\n$/)
    await town.seedTask({ caseId, department: 'str1', dueOn: town.today.add({ days: 5 }) })
    expect(await json(`review ${number}`, glava)).toMatchObject({
      refused: 'review.several',
      facts: { number },
    })
    const file = join(shell.home, 'protokol.pdf')
    await run(`protocol --pdf ${file}`, glava)
    const read = (await readPdf(readFileSync(file))).pages.join(' ')
    for (const words of ['НЕПРЕГЛЕДАНА', 'теренът е наводнен', 'Ръководител:']) expect(read).toContain(words)
  })

  test('services of the month by every dimension, and the page for the head', async () => {
    const made = await town.seedRequest({
      department: 'kad1',
      on: town.today.subtract({ days: 30 }),
      dueOn: town.today.subtract({ days: 16 }),
    })
    await town.endRequest(made.requestId, { by: 'kada2', lateReason: 'overload', lateNote: 'двама в отпуск' })
    const services = await json<Report>('report requests --day --by service')
    expect(services.rows).toMatchObject([
      { key: '2016', ended: 1, kept: 0, late: 1, percent: 0, median_days: 30, term_days: 14 },
    ])
    expect(services.totals).toMatchObject({ ended: 1, late: 1 })
    const page = await json<{ tables: (Report & { name: string })[] }>('head')
    expect(page.tables.map(({ name }) => name)).toEqual([
      'head',
      'board-requests',
      'requests-by-service',
      'late',
      'control-tasks',
    ])
    const file = join(shell.home, 'za-kmeta.pdf')
    await run(`head --pdf ${file}`)
    expect((await readPdf(readFileSync(file))).pages).toHaveLength(1)
    expect(await run('report requests --by nyama')).toMatchObject({ code: 2 })
    expect(await run('report requests --day --month')).toMatchObject({ code: 2 })
    expect((await run('report workload --lang en')).stdout).toMatch(/^Workload by person\n/)
  })

  test('a report is owed to the printer of the desk, by those who may print', async () => {
    expect((await run('head --print --desk 1')).stderr).toContain('За ръководителя')
    expect(await run('board --print', { GISHE_USER: 'audit' })).toMatchObject({ code: 1 })
  })
})
