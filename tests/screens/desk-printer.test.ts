import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { tellState } from '../../office/print/tell-state.ts'
import { atTheTill } from '../support/at-the-till.ts'
import { stillFrame, type TestDesk } from '../support/desk-door.ts'
import { type EmulatedPrinter, emulatedPrinter, printerOnTcp } from '../support/emulated-printer.ts'
import { type TestTown, testTown } from '../support/town.ts'

const golden = (name: string) => `../golden/screens/${name}.txt`
let town: TestTown
let screen: TestDesk
let printer: EmulatedPrinter
let line: { port: number; stop: () => Promise<void> }

beforeAll(async () => {
  town = await testTown('18')
  printer = emulatedPrinter()
  line = await printerOnTcp(printer)
  const desk = (number: number) => town.sql`select printer_id from desks where number = ${number}`
  const [[own], [other]] = await Promise.all([desk(1), desk(2)])
  await town.sql`update printers set profile = 'epson-80', line = ${`tcp://127.0.0.1:${line.port}`}
    where id = ${own?.['printer_id']}`
  await town.sql`update printers set name = 'Каса 2' where id = ${other?.['printer_id']}`
})
afterAll(async () => {
  await town.close()
  await line.stop()
})
beforeEach(() => {
  printer.emulator.set({ paperOut: false, nearEnd: false })
})
afterEach(async () => {
  await screen.close()
  expect(screen.bugs).toEqual([])
})
const shows = async (name: string) => expect(await stillFrame(screen)).toMatchFileSnapshot(golden(name))
/** So that nobody waits long for what the desk sees of its printer. */
const pace = { poll_ms: 200, again_ms: 50, most_ms: 500, unwell_ms: 100, aside_ms: 500, tell_ms: 30_000 }

test('paper that ends soon is told in the top bar, while everything goes on', async () => {
  printer.emulator.set({ nearEnd: true })
  screen = await atTheTill(town, { pace })
  await screen.until('печат: хартията свършва')
  await screen.type('2076\r')
  await screen.until('ОБЩО (1)')
  await shows('desk-paper-near-end')
  await screen.press('f8')
  await screen.until('Дадени')
  expect(screen.frame()).not.toContain('Квитанцията ще чака')
})

test('without paper it is said before the money is taken, and the receipt comes out with the next roll', async () => {
  printer.emulator.set({ paperOut: true })
  screen = await atTheTill(town, { pace })
  await screen.until('! печат: няма хартия')
  await screen.type('2076\r')
  await screen.until('ОБЩО (1)')
  await screen.press('f8')
  await screen.until('Принтер: няма хартия. Квитанцията ще чака.')
  await shows('desk-no-paper')
  await screen.press('enter')
  await screen.until('Прието:')
  await screen.until('! печат: няма хартия')
  const [before] = await town.sql`select attempts, state from print_jobs order by ordinal desc limit 1`
  expect(before).toEqual({ attempts: 0, state: 'queued' })
  printer.emulator.set({ paperOut: false })
  await screen.until('печат: готов')
  const [after] = await town.sql`select attempts, state from print_jobs order by ordinal desc limit 1`
  expect(after).toEqual({ attempts: 1, state: 'printed' })
})

test('where another printer stands in, its name is told', async () => {
  await town.sql`update printers set stand_in_id = (select printer_id from desks where number = 2)
    where id = (select printer_id from desks where number = 1)`
  const kasa2 = await town.signIn('kasa2', 2)
  await town.sql`update printers set line = 'usb:/dev/usb/lp9' where id = ${kasa2.desk!.printerId}`
  await tellState(kasa2.ctx(), kasa2.desk!.printerId, { fault: null, warnings: [] })
  printer.emulator.set({ paperOut: true })
  screen = await atTheTill(town, { pace })
  await screen.until('печата „Каса 2“')
  await screen.type('2076\r')
  await screen.until('ОБЩО (1)')
  await screen.press('f8')
  await screen.until('Квитанцията излиза на „Каса 2“.')
  await shows('desk-stand-in')
})
