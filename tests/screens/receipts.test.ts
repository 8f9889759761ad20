import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeRefusal } from '../../locales/texts.ts'
import { printerOfDesk } from '../../office/print/lookup.ts'
import { printTestPage } from '../../office/print/print-test-page.ts'
import { refusal } from '../../rules/refusal.ts'
import { atTheTill } from '../support/at-the-till.ts'
import { stillFrame, type TestDesk } from '../support/desk-door.ts'
import { pictureOfScreen, readCodes } from '../support/read-codes.ts'
import { openTillFor, payOnce, type TestTown, testTown } from '../support/town.ts'

const golden = (name: string) => `../golden/screens/${name}.txt`
let town: TestTown
let screen: TestDesk

beforeEach(async () => {
  town = await testTown('18')
  const session = await town.signIn('kasa1')
  await openTillFor(session)
  for (const at of [0, 1, 2]) await payOnce(session, at)
})
afterEach(async () => {
  await screen.close()
  await town.close()
  expect(screen.bugs).toEqual([])
})

/** The beginning of the sentence, which takes two rows. */
const notChosen = describeRefusal(refusal('receipt.not_chosen', {}), 'bg').slice(0, 24)
const shows = async (name: string) => expect(await stillFrame(screen)).toMatchFileSnapshot(golden(name))
const setPrinter = (line: string) => town.sql`update printers set profile = 'text', line = ${line}`
const setState = (number: number, state: string, fault: string | null) =>
  town.sql`update print_jobs set state = ${state}, fault = ${fault}, confirmed = false
    where ordinal = (select ordinal from print_jobs order by ordinal limit 1 offset ${number - 1})`

test('the papers of the desk, newest first, and the chosen one as it is on paper', async () => {
  screen = await atTheTill(town)
  await screen.press('f6')
  await screen.until('000003: на екрана')
  await screen.press('down')
  await screen.until('> ')
  await shows('receipts')
  await screen.press('f8')
  await screen.until('Сторно на № 1-')
  await screen.press('esc')
  await screen.until('Търси')
})

test('a duplicate of the last receipt is two keys away and says what it is', async () => {
  screen = await atTheTill(town)
  await screen.press('f6')
  await screen.until('000003: на екрана')
  await screen.press('f6')
  await screen.until('Печата се дубликат № 1.')
  await screen.until('000003 Д1')
  await screen.press('up')
  await screen.until('ДУБЛИКАТ № 1')
  await screen.until('Отпечатал: Мария Иванова')
  await screen.untilGone('Д1…')
  await screen.press('f6')
  await screen.until('000003 Д2')
})

test('a paper in doubt is asked about however many came after it', async () => {
  await setPrinter('file:/nowhere/paper.txt')
  await setState(1, 'unsure', 'interrupted')
  await town.sql`insert into print_jobs (id, printer_id, desk_id, kind, title, paper, state)
    select gen_random_uuid(), printer_id, desk_id, kind, title, paper, 'printed'
    from print_jobs, generate_series(1, 60)`
  screen = await atTheTill(town)
  await screen.press('f6')
  await screen.until('Излезе ли')
})

test('a test page has its QR code in the window, and a phone reads it there', async () => {
  const session = await town.signIn('kasa1')
  await printTestPage(session.ctx(), await printerOfDesk(session.ctx().db, session.desk!.id), 42)
  screen = await atTheTill(town)
  await screen.press('f6')
  await screen.until('ПРОБ…')
  await screen.press('up')
  await screen.until('ПРОБНА СТРАНИЦА')
  for (let page = 0; page < 8; page++) await screen.press('pagedown')
  await screen.until('принтерът е готов')
  const rows = (await stillFrame(screen)).split('\n').map(row => row.split('│ ')[1] ?? '')
  expect(await readCodes(pictureOfScreen(rows))).toEqual(['QRCode Гише 0123456789'])
})

test('receipts are looked for by number, amount and day; Esc goes back to the latest, once more to the desk', async () => {
  screen = await atTheTill(town)
  await screen.press('f6')
  await screen.until('000003')
  await screen.type('2,05')
  await screen.until('Enter търси за 2,05 €')
  await screen.press('enter')
  await screen.until('Намерени: 1')
  await screen.untilGone('000002 …')
  await shows('receipts-found')
  await screen.press('esc')
  await screen.until('Последните документи')
  await screen.until('000003')
  await screen.type('1\r')
  await screen.until('Намерени: 1')
  await screen.until('№ 1-2026-000001'.replace('2026', String(new Date().getFullYear())))
  await screen.press('backspace')
  await screen.type('Никой\r')
  await screen.until('Няма такива квитанции.')
  await screen.press('esc', 'esc')
  await screen.until('Кошницата е празна')
})

test('of another desk one is found by its whole number', async () => {
  await town.sql`update print_jobs set state = 'printed', confirmed = true`
  screen = await atTheTill(town, { as: 'kasa2', desk: 2 })
  await screen.press('f6')
  await screen.until('Още няма документи.')
  await screen.type(`1-${new Date().getFullYear()}-2\r`)
  await screen.until('Намерени: 1')
  await shows('receipts-of-another-desk')
  await screen.press('f6')
  await screen.until('Печата се дубликат № 1.')
})

test('no papers yet', async () => {
  screen = await atTheTill(town, { as: 'kasa2', desk: 2 })
  await screen.press('f6')
  await screen.until('Още няма документи.')
  await screen.press('f6')
  await screen.until(notChosen)
  await screen.press('f8')
  await screen.until(notChosen)
})

test('papers in doubt are asked about one after another: one came out, one is printed again', async () => {
  await setState(1, 'unsure', 'interrupted')
  await setState(2, 'unsure', 'timeout')
  screen = await atTheTill(town)
  await screen.until('F6: проверете 2')
  await screen.press('f6')
  await screen.until('000003')
  await screen.until('Излезе ли? 1 да, 2 печатай пак.')
  await screen.untilGone('000003 …')
  await shows('receipts-in-doubt')
  expect(screen.frame()).toContain('> ')
  await screen.type('1')
  await screen.until('Отбелязано: документът е излязъл.')
  await screen.until('Излезе ли? 1 да, 2 печатай пак.')
  await screen.type('2')
  await screen.until('Документът се печата отново.')
  await screen.untilGone('Излезе ли')
  await screen.press('esc')
  await screen.untilGone('F6: проверете')
})

test('a printer that does not answer: the payment stands, the paper waits and says why, then it comes by itself', async () => {
  const folder = mkdtempSync('/tmp/gishe-paper-')
  await setPrinter(`file:${join(folder, 'missing', 'paper.txt')}`)
  screen = await atTheTill(town)
  await screen.type('2076\r\r\r')
  await screen.until('Прието: 2,05 €')
  await screen.until('! печат:')
  await screen.press('f6')
  await screen.until('Принтерът го няма')
  await shows('receipts-waiting')
  rmSync(folder, { recursive: true })
})

test('in English', async () => {
  await setState(3, 'failed', 'bad_settings')
  screen = await atTheTill(town, { lang: 'en' })
  await screen.press('f6')
  await screen.until('Did it come out?')
  for (const number of ['000001', '000002']) await screen.untilGone(`${number} …`)
  await shows('receipts-english')
})
