import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { datecsXEmulator } from '../../printers/emulators/datecs-x.ts'
import { emulatorOnTcp } from '../../printers/emulators/lines.ts'
import { openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { emulatedPrinter, printerOnTcp } from '../support/emulated-printer.ts'
import { seenOnPaper, untilPaperRests } from '../support/set-up-person.ts'
import { type TestTown, testTown } from '../support/town.ts'

const golden = (name: string) => `../golden/screens/${name}.txt`
let town: TestTown
let screen: TestDesk

beforeAll(async () => {
  town = await testTown('18')
})
afterAll(async () => town.close())
afterEach(async () => {
  await screen.close()
  expect(screen.bugs).toEqual([])
})

const PORT = /127\.0\.0\.1:\d+( *)/g
/** The port is another one at each run. */
const shows = async (name: string) =>
  expect((await stillFrame(screen)).replaceAll(PORT, '127.0.0.1:9100')).toMatchFileSnapshot(golden(name))

const openSetUp = async () => {
  await screen.press('f10')
  await screen.until('Меню')
  await screen.type('5')
  await screen.until('Настройка')
  await screen.type('2')
  await screen.until('Къде е принтерът?')
}

const openPrinter = async (digit: string) => {
  await screen.press('f10')
  await screen.type(`${digit}1`)
}

test('a cashier sees how the printer does, and prints a test page on it', async () => {
  const printer = emulatedPrinter()
  const { port, stop } = await printerOnTcp(printer)
  await town.sql`update printers set profile = 'epson-80', line = ${`tcp://127.0.0.1:${port}`}
    where id = (select printer_id from desks where number = 1)`
  screen = await openTestDesk(town)
  await screen.until('Касата не е отворена')
  await openPrinter('7')
  await screen.until('Състояние      готов')
  await shows('printer')
  await screen.press('enter')
  await screen.until('Пробната страница чака')
  await expect.poll(() => printer.emulator.paper().join('\n')).toContain('рстуфхцчшщъьюя')
  printer.emulator.set({ paperOut: true })
  await screen.press('enter')
  await screen.until('Хартията в принтера е свършила')
  await screen.until('Чакат печат         1')
  await shows('printer-out-of-paper')
  printer.emulator.set({ paperOut: false })
  await screen.until('Чакат печат         0')
  await screen.close()
  await stop()
  screen = await openTestDesk(town, { as: 'audit', desk: null, lang: 'en' })
  await screen.until('Board of desks')
  await openPrinter('5')
  await screen.until('As auditor you may not')
})

test('an admin sets up a printer from the menu, reading its paper', async () => {
  const printer = emulatedPrinter()
  const { port, stop } = await printerOnTcp(printer)
  const paper = () => printer.emulator.paper()
  const person = { paper, columns: 48, cutter: 'partial', drawer: 2, wants: 17 } as const
  const says = async (step: string, next: string) => {
    await untilPaperRests(paper)
    await screen.type(`${seenOnPaper(step, person)}\r`)
    await screen.until(next)
  }
  screen = await openTestDesk(town, { as: 'admin', desk: null })
  await screen.until('Табло на касите')
  await openSetUp()
  await shows('printer-set-up-line')
  await screen.type('нищо тук\r')
  await screen.until('Това не е отговор')
  await screen.until('нищо тук')
  await shows('printer-set-up-no-answer')
  await screen.press(...Array.from({ length: 8 }, () => 'backspace' as const))
  await screen.type(`127.0.0.1:${port}\r`)
  await screen.until('Каква марка е?')
  await shows('printer-set-up-make')
  await screen.press('esc')
  await screen.until('Къде е принтерът?')
  await screen.type(`127.0.0.1:${port}\r`)
  await screen.until('Каква марка е?')
  await screen.press('enter')
  await screen.until('Кой ред на хартията се чете правилно?')
  await shows('printer-set-up-page')
  await screen.press('enter')
  await screen.until('Това не е отговор')
  await screen.press('f5')
  await untilPaperRests(paper)
  await screen.untilGone('Това не е отговор')
  expect(paper().filter(line => line.startsWith('n=17 CP866'))).toHaveLength(2)
  await says('page', 'Кой ред завършва със знака €?')
  await says('euro', 'Кое е най-голямото число')
  await says('columns', 'Как се отряза хартията?')
  await says('cutter', 'Свързано ли е чекмедже')
  await says('drawer', 'Отвори ли се чекмеджето?')
  await says('opened_2', 'Как се казва принтерът?')
  await screen.type('касов\r')
  await screen.until('Под какво име')
  await screen.press('enter')
  await screen.until('На коя каса е?')
  await screen.type('2\r')
  await screen.until('Да се запази ли?')
  await shows('printer-set-up-save')
  await screen.press('enter')
  await screen.until('„касов“ е настроен с профил epson-48-17. Пробна страница: отпечатан')
  expect(paper().join('\n')).toContain('рстуфхцчшщъьюя')
  const [desk] =
    await town.sql`select p.name from desks d join printers p on p.id = d.printer_id where number = 2`
  expect(desk?.['name']).toBe('касов')
  await stop()
})

test('a fiscal device in English: the password is not shown, the device tells the rest', async () => {
  const { port, close } = await emulatorOnTcp(datecsXEmulator({ serial: 'DT000777' }), 0)
  screen = await openTestDesk(town, { as: 'admin', desk: null, lang: 'en' })
  await screen.until('Board of desks')
  await screen.press('f10')
  await screen.type('52')
  await screen.until('Where is the printer?')
  await screen.type(`127.0.0.1:${port}\r`)
  await screen.until('Which make is it?')
  await screen.type('9\r')
  await screen.until('Which operator')
  await screen.press('enter')
  await screen.until("That operator's password?")
  await screen.type('0000')
  await screen.until('••••')
  await screen.press('enter')
  await screen.until('DT000777')
  await shows('printer-set-up-fiscal-english')
  await screen.type('fiscal\r')
  await screen.until('At which desk is it?')
  await screen.type('3\r')
  await screen.until('Save it?')
  await screen.press('enter')
  await screen.until('"fiscal" is set up with profile datecs-fp-x. Test page: printed')
  const [given] = await town.sql`select device_number from fiscal_desks join fiscal_devices using (printer_id)
    where desk_id = (select id from desks where number = 3)`
  expect(given?.['device_number']).toBe('DT000777')
  await close()
})
