import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDemoShell, type Shell } from '../support/cli.ts'
import { readPdf } from '../support/pdf-text.ts'

let shell: Shell
const cashier = { GISHE_USER: 'kasa1' }
const head = { GISHE_USER: 'head' }
const run = (line: string, env: Record<string, string> = head) => shell.run(`gishe reports ${line}`, env)

beforeAll(async () => {
  shell = await openDemoShell()
  await shell.run('gishe till open --float 50', cashier)
  await shell.run('gishe payments take --service 2016 --service 2*2037:fast', cashier)
  await shell.run('gishe payments take --service 2016', cashier)
})
afterAll(() => shell.close())

describe('the reports of a town, one command each', () => {
  test('money beside that of last year, with the same columns every day', async () => {
    const csv = await run('cash --month --by department --compare --csv')
    expect(csv).toMatchObject({ code: 0, stderr: '' })
    expect(csv.stdout.split('\r\n')[0]).toBe(
      'Код,Отдел,Плащания,Брой,"Приети, €","Сторно, €","Сума, €","Лани, €","Разлика, €","Ръст, %"',
    )
    expect(csv.stdout.split('\r\n')[1]).toMatch(/^grao,.*,2,4,[\d.]+,0\.00,([\d.]+),0\.00,\1,$/)
    const json = (await shell.json(
      'gishe reports cash --quarter --by tender --tender cash --compare previous',
      head,
    )) as {
      about: string[]
      rows: object[]
    }
    expect(json.about.some(line => line.startsWith('сравнено с предишния период'))).toBe(true)
    expect(json.about).toContain('само в брой')
    expect(json.rows).toMatchObject([{ name: 'в брой', before_cents: 0, percent: null }])
  })

  test('the payments behind a row add up to it', async () => {
    const cash = (await shell.json('gishe reports cash --year --by service', head)) as {
      rows: { key: string; amount_cents: number; payments: number }[]
    }
    const row = cash.rows.find(one => one.key === '2016')
    const behind = (await shell.json('gishe reports payments --year --by service --key 2016', head)) as {
      rows: { receipt: string; amount_cents: number }[]
      totals: object
    }
    expect(row?.payments).toBe(2)
    expect(behind.rows.map(one => one.receipt.slice(-6))).toEqual(['000002', '000001'])
    expect(behind.totals).toMatchObject({ at: 'Общо 2', amount_cents: row?.amount_cents })
    expect((await run('payments --week', cashier)).stdout).toMatch(/Общо 2 /)
  })

  test.each(['reversals', 'differences', 'overrides'])('%s of a quiet day are an empty table', async name => {
    expect(await shell.json(`gishe reports ${name} --day`, head)).toMatchObject({ name, rows: [] })
    expect((await run(`${name} --month last --csv`)).stdout.split('\r\n')).toHaveLength(2)
  })

  test('times say that nothing was measured where no desk measured', async () => {
    expect(await shell.json('gishe reports times --by hour', head)).toMatchObject({
      totals: { payments: 2, measured: 0, median_ms: null },
    })
  })

  test('a PDF is written whole, in Cyrillic, over an older one; a folder that is not there is said', async () => {
    const file = join(shell.home, 'отчет.pdf')
    for (let turn = 0; turn < 2; turn++)
      expect(await run(`cash --by department --pdf ${file}`)).toEqual({
        code: 0,
        stdout: `Записано: ${file}\n`,
        stderr: '',
      })
    const { pages, title } = await readPdf(readFileSync(file))
    expect(title).toBe('Приети суми по отдели')
    expect(pages[0]).toContain('Гражданска регистрация')
    expect(pages[0]).toContain('стр. 1 от 1')
    expect(await run('cash --pdf /няма/такава/a.pdf')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Файлът /няма/такава/a.pdf не може да се запише.'),
    })
  })

  test('on the printer of the desk, by who may print', async () => {
    expect(await run('times --print', cashier)).toMatchObject({ code: 0, stdout: '' })
    expect((await shell.run('gishe print preview last', cashier)).stdout).toContain('Време за обслужване')
    expect(await run('times --print', { GISHE_USER: 'audit' })).toMatchObject({ code: 1 })
  })

  test.each([
    ['cash --by moon', '--by не може да е „moon“'],
    ['cash --tender gold', '--tender не може да е „gold“. Изберете: cash, card, bank.'],
    ['cash --compare never', '--compare не може да е „never“. Изберете: last-year, previous.'],
    ['times --by service', '--by не може да е „service“. Изберете: cashier, desk, hour.'],
    ['cash --month --year', 'Посочете един период'],
    ['reversals --week --from 2026-11-01', 'Посочете един период'],
  ])('%s is wrong usage', async (line, said) => {
    expect(await run(line)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(said) })
  })

  test('a period that is none is refused', async () => {
    expect(await run('times --quarter 2026-5')).toMatchObject({ code: 1, stdout: '' })
  })
})
