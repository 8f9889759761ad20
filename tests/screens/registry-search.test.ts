import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Session } from '../../office/staff/sign-in.ts'
import { told } from '../support/at-the-desk.ts'
import { register, somebody } from '../support/at-the-registry.ts'
import { type DeskOptions, openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { type TestTown, testTown } from '../support/town.ts'

let town: TestTown
let screen: TestDesk
let delo: Session

beforeEach(async () => {
  town = await testTown('18')
  delo = await town.signIn('delo', 3)
})
afterEach(async () => {
  await screen.close()
  await town.close()
  expect(screen.bugs).toEqual([])
})

const shows = async (name: string) =>
  expect(
    (await stillFrame(screen))
      .replace(/[A-Z2-9]{5}-[A-Z2-9]{5}/g, 'ABCDE-FGHJK')
      .replace(/\b\d\d:\d\d:\d\d\b/g, '10:15:00'),
  ).toMatchFileSnapshot(`../golden/screens/${name}.txt`)

const SUBJECTS = ['Издаване на скица за имот в Райково', 'Запитване за ремонт на улица', 'Жалба за шум']

async function threeDocuments(): Promise<void> {
  const partyId = await somebody(delo, 'Асен Кехайов')
  for (const subject of SUBJECTS)
    await register(town, delo, { subject, parties: [{ partyId, role: 'sender' }], sheets: 2 })
}

async function atTheSearch(options: DeskOptions = {}) {
  screen = await openTestDesk(town, { as: 'delo', desk: 3, ...options })
  await screen.until(options.lang === 'en' ? 'Letter' : 'Писмо')
  await screen.press('f6')
  await screen.until(options.lang === 'en' ? 'Finding documents' : 'Търсене на документи')
}

test('the latest, then by words in any form, by number, narrowed by the way it went; Enter opens one', async () => {
  await threeDocuments()
  await atTheSearch()
  await screen.until('намерени: 3')
  await shows('registry-search')
  await screen.type('скици райково')
  await screen.until('намерени: 1')
  await screen.press('tab')
  await screen.type('изх')
  await screen.until('Няма такива документи')
  await shows('registry-search-none')
  await screen.press('backspace', 'backspace', 'backspace', 'backspace')
  await screen.until('намерени: 1')
  await screen.press('tab', 'tab', 'tab')
  await screen.type('32.13')
  await screen.until('денят не се разбира')
  for (let sign = 0; sign < 5; sign++) await screen.press('backspace')
  await screen.press('enter')
  await screen.until('Документ П-1-00001')
  await shows('registry-document')
})

test('a record is corrected with a reason and annulled; both stay to be seen', async () => {
  await threeDocuments()
  await atTheSearch()
  await screen.type('шум')
  await screen.until('намерени: 1')
  await screen.press('enter')
  await screen.until('Документ П-1-00003')
  await screen.press('f9')
  await screen.until('1  Поправка')
  await screen.type('1')
  await screen.until('1  Относно')
  await screen.type('1')
  await screen.until('Поправка на П-1-00003')
  await screen.type(' от строеж')
  await screen.press('f8')
  await screen.until(told('document.reason_needed', {}))
  await screen.type('допълнено по текста')
  await shows('registry-correct')
  await screen.press('f8')
  await screen.until('Поправено: П-1-00003')
  await screen.until('„Жалба за шум“ → „Жалба за шум от строеж“')
  await screen.press('f9')
  await screen.until('2  ')
  await screen.type('2')
  await screen.until('Анулиране на П-1-00003')
  await screen.type('въведен два пъти')
  await screen.press('f8')
  await screen.until('АНУЛИРАН: въведен два пъти')
  await shows('registry-annulled')
  await screen.press('f8')
  await screen.until('анулиран')
})

test('a file is attached; one of no bytes is refused and what was typed stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gishe-scan-'))
  process.env['GISHE_FILES'] = join(folder, 'files')
  writeFileSync(join(folder, 'scan.pdf'), '%PDF-1.7\n%%EOF\n')
  writeFileSync(join(folder, 'empty.pdf'), '')
  await threeDocuments()
  await atTheSearch()
  await screen.until('намерени: 3')
  await screen.press('enter')
  await screen.until('Документ П-1-0000')
  await screen.press('f8')
  await screen.until('Файл към')
  await screen.type(join(folder, 'empty.pdf'))
  await screen.press('f8')
  await screen.until('empty.pdf')
  await screen.until('!')
  for (let sign = 0; sign < 'empty.pdf'.length; sign++) await screen.press('backspace')
  await screen.type('scan.pdf')
  await screen.press('f8')
  await screen.until('Приложен: scan.pdf')
  await screen.until('сканиран документ')
  delete process.env['GISHE_FILES']
  rmSync(folder, { recursive: true })
})

test('the confirmation is written on A4; a place where nothing can be written keeps what was typed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gishe-pdf-'))
  await threeDocuments()
  await atTheSearch()
  await screen.until('намерени: 3')
  await screen.press('enter')
  await screen.until('Документ П-1-00003')
  await screen.press('f9')
  await screen.until('6  Потвърждение на А4')
  await screen.type('6')
  await screen.until('П-1-00003.pdf')
  for (let sign = 0; sign < 60; sign++) await screen.press('backspace')
  await screen.type(join(folder, 'no', 'a.pdf'))
  await screen.press('f8')
  await screen.until(told('file.not_written', { path: join(folder, 'no', 'a.pdf') }).slice(0, 20))
  for (let sign = 0; sign < 'no/a.pdf'.length; sign++) await screen.press('backspace')
  await screen.type('a.pdf')
  await screen.press('f8')
  await screen.until('Записано: ')
  expect(readFileSync(join(folder, 'a.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  rmSync(folder, { recursive: true })
})

test('a label and a duplicate of the confirmation come out', async () => {
  await threeDocuments()
  await atTheSearch()
  await screen.until('намерени: 3')
  await screen.press('f4')
  await screen.until('Етикетът се печата')
  await screen.press('f5')
  await screen.until('Потвърждението се печата')
  await expect
    .poll(
      async () =>
        (await town.sql`select from print_jobs where state = 'printed' and kind in ('slip', 'label')`).length,
    )
    .toBe(2)
  await screen.press('f5')
  await screen.until('Печата се дубликат № 1')
})

test('ten thousand documents are paged; the line answers while they are there', async () => {
  await register(town, delo)
  await town.sql`insert into documents (id, register_id, day, number, direction, kind_id, channel, subject, words, case_id, opens_case,
      received_at, registered_by, content)
    select gen_random_uuid(), register_id, day, 'ВХ-{nnnnn}', direction, kind_id, channel, 'Писмо номер ' || n, ' писмо номер ' || n,
      case_id, false, received_at, registered_by, 'x' from documents, generate_series(1, 10000) n`
  await atTheSearch()
  await screen.until('първите 50')
  for (let page = 0; page < 5; page++) await screen.press('pagedown')
  await screen.until('първите 100')
  await screen.type('номер 7777')
  await screen.until('Писмо номер 7777')
}, 60_000)

test('the same in English', async () => {
  await threeDocuments()
  await atTheSearch({ lang: 'en' })
  await screen.until('found: 3')
  await shows('registry-search-english')
  await screen.press('enter')
  await screen.until('Document П-1-0000')
  await shows('registry-document-english')
})
