import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printingOfDesk } from '../../cli/desk-printing.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { type EmulatedPrinter, emulatedPrinter, printerOnTcp } from '../support/emulated-printer.ts'
import { openTillFor, payOnce, servers, type TestTown, testTown } from '../support/town.ts'

const nothing = () => undefined
const pace = { poll_ms: 100, again_ms: 20, most_ms: 100, unwell_ms: 50, aside_ms: 200, tell_ms: 30_000 }
const soon = { timeout: 10_000, interval: 20 }
const DRAWER = [0x1b, 0x70]

describe.each(servers)('a printer that stands in, on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  let kasa2: Session
  const printers: EmulatedPrinter[] = [emulatedPrinter(), emulatedPrinter()]
  const stops: (() => Promise<void>)[] = []
  const [own, other] = printers as [EmulatedPrinter, EmulatedPrinter]
  const onPaper = (printer: EmulatedPrinter) => printer.emulator.paper().join('\n')
  const kicks = (printer: EmulatedPrinter) => {
    const bytes = Buffer.from(printer.paper())
    return bytes.includes(Buffer.from(DRAWER))
  }

  beforeAll(async () => {
    town = await testTown(version)
    kasa1 = await town.signIn('kasa1', 1)
    kasa2 = await town.signIn('kasa2', 2)
    await Promise.all([openTillFor(kasa1), openTillFor(kasa2)])
    for (const [at, session] of [kasa1, kasa2].entries()) {
      const { port, stop } = await printerOnTcp(printers[at]!)
      stops.push(stop)
      await town.sql`update printers set profile = 'epson-80', line = ${`tcp://127.0.0.1:${port}`}, name = ${`Каса ${at + 1}`}
        where id = ${session.desk!.printerId}`
    }
    await town.sql`update printers set stand_in_id = ${kasa2.desk!.printerId} where id = ${kasa1.desk!.printerId}`
    await town.sql`delete from print_jobs`
  })
  afterAll(async () => {
    await town.close()
    await Promise.all(stops.map(stop => stop()))
  })

  test('prints what waits at the other desk, whoever works there; then the own printer goes on', async () => {
    own.emulator.set({ paperOut: true })
    const here = await printingOfDesk(kasa1, nothing, { every_ms: 50, pace })
    const there = await printingOfDesk(kasa2, nothing, { every_ms: 50, pace })
    const [first, second] = [await payOnce(kasa1), await payOnce(kasa1)]
    await expect.poll(() => here.standIn(), soon).toBe('Каса 2')
    await expect.poll(() => onPaper(other), soon).toContain(second.receiptNumber)
    const paper = onPaper(other)
    expect(paper.indexOf(first.receiptNumber)).toBeLessThan(paper.indexOf(second.receiptNumber))
    expect(paper.match(/За каса 1/g)).toHaveLength(2)
    expect([kicks(other), onPaper(own)]).toEqual([false, ''])
    const [theirs] = [await payOnce(kasa2)]
    await expect.poll(() => onPaper(other), soon).toContain(theirs.receiptNumber)
    expect(onPaper(other).match(/За каса 1/g)).toHaveLength(2)
    own.emulator.set({ paperOut: false })
    await expect.poll(() => [here.fault(), here.standIn()], soon).toEqual([null, null])
    const third = await payOnce(kasa1)
    await expect.poll(() => onPaper(own), soon).toContain(third.receiptNumber)
    expect(onPaper(own)).not.toContain(first.receiptNumber)
    await Promise.all([here.stop(), there.stop()])
  })

  test('is printed on by the desk itself where nobody works at the other one', async () => {
    own.emulator.set({ paperOut: true })
    const here = await printingOfDesk(kasa1, nothing, { every_ms: 50, pace })
    const paid = await payOnce(kasa1)
    await expect.poll(() => onPaper(other), soon).toContain(paid.receiptNumber)
    own.emulator.set({ paperOut: false })
    await here.stop()
  })
})
