import { randomUUID } from 'node:crypto'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemoShell, type Shell } from '../support/cli.ts'

let shell: Shell
const [asClerk, asAdmin, asOfficer] = [
  { GISHE_USER: 'delo', GISHE_DESK: '3' },
  { GISHE_USER: 'admin' },
  { GISHE_USER: 'grao1' },
]

beforeAll(async () => {
  shell = await openDemoShell()
  await shell.run('gishe parties add --name "Щилян Жабленски"', asClerk)
})
afterAll(() => shell.close())

const run = (line: string, env: Record<string, string> = asClerk) => shell.run(line, env)
const json = (line: string, env: Record<string, string> = asClerk) =>
  shell.json(line, env) as Promise<Record<string, unknown>>
const registered = (options = '') =>
  json(
    `gishe documents register "Скица на имот в Райково" --kind заявление --from "Щилян Жабленски" ${options}`,
  )

test('a document is registered with its slip, found by any word and shown', async () => {
  const done = await run(
    'gishe documents register "Скица на имот в Райково" --kind application --from "Щилян Жабленски" --sheets 2 --received 20.11.2026 --slip',
  )
  expect(done).toMatchObject({ code: 0, stderr: '' })
  expect(done.stdout).toMatch(/№ ЗВ-1-\d{5}\nУРИ 1-\d+-20\.11\.2026\nКод за достъп [A-Z2-9]{5}-[A-Z2-9]{5}\n/)
  expect(done.stdout).toContain('ПОТВЪРЖДЕНИЕ ЗА ПОЛУЧАВАНЕ')
  const number = /№ (\S+)/.exec(done.stdout)![1]!
  const found = await run('gishe documents find жабленски скиците')
  expect(found.stdout).toMatch(
    new RegExp(`${number} +20\\.11\\.2026 +входящ +Заявление +Скица на имот в Райково`),
  )
  const shown = await run(`gishe documents show ${number.toLowerCase()}`)
  expect(shown.stdout).toMatch(/Кореспонденти: +Щилян Жабленски\nПостъпил: +на гише\n/)
  expect(shown.stdout).toMatch(/Листове: +2\n/)
})

test('sent again with its id it is the same document', async () => {
  const id = randomUUID()
  const first = await registered(`--id ${id}`)
  expect(await registered(`--id ${id}`)).toEqual(first)
  expect(await json(`gishe documents register "Друго" --from "Щилян Жабленски" --id ${id}`)).toMatchObject({
    refused: 'document.id_reused',
  })
})

test('a reply goes out in the same case, is sent and delivered', async () => {
  const { number, case_id } = await registered()
  const reply = await json(
    `gishe documents register "Изпращане на скица" --direction outgoing --kind отговор --to "Щилян Жабленски" --answers ${number}`,
  )
  expect(reply).toMatchObject({ number: `${number}#1`, case_id })
  const send = await run(`gishe documents send "${reply['number']}" --way post --to "ул. Първа 5"`)
  expect(send).toMatchObject({ code: 0, stdout: `Изпращането на ${reply['number']} е вписано.\n` })
  await run(`gishe documents delivered "${reply['number']}" --proof "обратна разписка"`)
  expect((await run(`gishe documents show "${reply['number']}"`)).stdout).toMatch(
    /Изпращания:\n.*по пощата, ул\. Първа 5; връчено .*обратна разписка/,
  )
})

test('a correction says what was and why; an annulled one stays to be seen', async () => {
  const { number } = await registered()
  const line = `gishe documents correct ${number} --field subject --to "Скица на имот в Устово" --reason "грешно село"`
  expect((await run(line)).stdout).toBe(
    `${number}: относно беше „Скица на имот в Райково“, вече е „Скица на имот в Устово“.\n`,
  )
  expect((await run(line)).stderr).toBe('Няма какво да се поправи: записаното вече е такова.\n')
  await run(`gishe documents annul ${number} --reason "въведен два пъти"`)
  const shown = await run(`gishe documents show ${number}`)
  expect(shown.stdout).toMatch(/^АНУЛИРАН\n/)
  expect(shown.stdout).toContain('(било Скица на имот в Райково); грешно село')
})

test('a file is attached and comes back as it was; an empty one and one of 3 GB get their sentence', async () => {
  const { number } = await registered()
  const file = (name: string, content: string) => {
    writeFileSync(join(shell.home, name), content)
    return join(shell.home, name)
  }
  const scan = file('скан.pdf', '%PDF-1.7 сканирано')
  const done = await run(`gishe documents attach ${number} ${scan} --role scan --attested`)
  expect(done).toMatchObject({ code: 0, stdout: `„скан.pdf“ е приложен към ${number} като файл 1.\n` })
  const out = join(shell.home, 'обратно.pdf')
  await run(`gishe documents file ${number} --out ${out}`)
  expect(readFileSync(out, 'utf8')).toBe('%PDF-1.7 сканирано')
  const film = file('филм.pdf', '')
  const before = (await json('gishe registers list'))['rows']
  const withFile = `gishe documents register "Скица" --from "Щилян Жабленски" --file ${scan} --file ${film}`
  expect((await run(withFile)).stderr).toContain('е празен')
  expect((await json('gishe registers list'))['rows']).toEqual(before)
  expect((await run(`gishe documents attach ${number} ${film}`)).stderr).toBe(
    'Файлът „филм.pdf“ е празен (0 байта). Сканирайте или изтеглете го отново.\n',
  )
  truncateSync(film, 3_000_000_000)
  expect((await run(`gishe documents attach ${number} ${film}`)).stderr).toContain(
    'е 3000 MB, а най-много са 100 MB',
  )
})

test('what is wrong is said in one sentence, and nothing gets a number', async () => {
  const before = (await json('gishe registers list'))['rows']
  const say = async (line: string) => (await run(line)).stderr
  expect(await say('gishe documents register "Скица"')).toBe(
    'Входящият документ няма подател. Изберете или впишете лице.\n',
  )
  const from = '--from "Щилян Жабленски"'
  expect(await say(`gishe documents register " " ${from}`)).toContain('няма относно')
  expect(await say(`gishe documents register "Скица" ${from} --received 31.12.2026`)).toContain(
    'още не е дошъл',
  )
  expect(await say(`gishe documents register "Скица" ${from} --received 01.01.2020`)).toContain(
    'твърде назад',
  )
  expect(await say('gishe documents register "Скица" --from 7523169264')).toContain('има сгрешена цифра')
  expect(await say(`gishe documents register "Скица" ${from} --kind няма`)).toContain(
    'Няма вид документ „няма“',
  )
  expect(await say(`gishe documents register "Скица" ${from} --direction насам`)).toContain('--direction')
  expect(await say('gishe documents show 99-99-99')).toContain('Няма документ „99-99-99“')
  expect((await json('gishe registers list'))['rows']).toEqual(before)
})

test('who may not see a document is not told that it is there', async () => {
  const { number } = await registered()
  expect((await run(`gishe documents show ${number}`, asOfficer)).stderr).toContain(
    `Няма документ „${number}“`,
  )
  expect((await run('gishe documents find скица', asOfficer)).stdout).toBe('')
})

test('two documents of one sequence in two registers are told apart', async () => {
  const memo = await json('gishe documents register "Докладна за ремонт" --direction internal --kind memo')
  const [, sequence] = String(memo['uri']).split('-')
  expect(await run(`gishe documents show ${sequence}`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`Повече от един документ е „${sequence}“`),
  })
  expect(await json(`gishe documents show ${sequence}`)).toMatchObject({ refused: 'document.ambiguous' })
})

test('the administrator sets how numbers look; a template without a sequence is refused', async () => {
  const set = (template: string) => run(`gishe registers set 2 --template "${template}"`, asAdmin)
  expect((await set('ВН-{year}')).stderr).toBe(
    'В шаблона липсва поредният номер. Добавете {seq} или {seq:5}.\n',
  )
  expect(await set('ВН/{yy}-{seq}')).toMatchObject({ code: 0 })
  const memo = await json('gishe documents register "Докладна" --direction internal --kind memo')
  expect(memo['number']).toMatch(/^ВН\/\d\d-\d+$/)
  expect(await run('gishe nomenclature set 12-01 --name Спорт --retention "5 ЕК"', asAdmin)).toMatchObject({
    code: 0,
  })
  await run('gishe registers kind tender --name Оферта --letters ОФ --nomenclature 12-01', asAdmin)
  expect((await run('gishe registers kinds')).stdout).toMatch(/tender +Оферта +ОФ +идва само +12-01 +да/)
})

test('the confirmation is also an A4 page', async () => {
  const { number } = await registered()
  const file = join(shell.home, 'confirm.pdf')
  await run(`gishe documents confirm ${number} --pdf ${file}`)
  expect(readFileSync(file, 'latin1').slice(0, 5)).toBe('%PDF-')
})
