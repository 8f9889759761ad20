import { mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Emulator } from '../../printers/emulators/emulator.ts'
import { EscposEmulator } from '../../printers/emulators/escpos.ts'
import { readPaper, roms, textsOf } from '../../printers/emulators/escpos-paper.ts'
import { type EmulatorOnPty, emulatorOnPty, emulatorOnTcp } from '../../printers/emulators/lines.ts'
import { deviceOf } from '../../printers/printer.ts'
import { startSpooler } from '../../printers/spooler.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { seeded } from '../days/seeded.ts'
import { type Job, office } from './memory-queue.ts'

const TIMES = 100
const LINES = 8
const receiptPaper = (receipt: number): Paper => ({
  kind: 'receipt',
  title: `Квитанция ${receipt}`,
  blocks: Array.from({ length: LINES }, (_, line) => ({ text: `Квитанция ${receipt} ред ${line}` })),
})

const pace = { poll_ms: 20, again_ms: 5, most_ms: 20, unwell_ms: 20, aside_ms: 60_000, tell_ms: 60_000 }

/** A printer whose cable is pulled after so many bytes and put back in, always under the same name. */
function pluggedPrinter(path: string) {
  const printer = new EscposEmulator({ bytesPerSecond: 40_000 })
  let pty: EmulatorOnPty | null = null
  let left = Number.POSITIVE_INFINITY
  const cable: Emulator = {
    onSay: () => undefined,
    onDrop: () => undefined,
    paper: () => printer.paper(),
    receive(bytes) {
      const arriving = bytes.subarray(0, left)
      left -= arriving.length
      printer.receive(arriving)
      if (left === 0) cable.onDrop()
    },
  }
  printer.onSay = bytes => cable.onSay(bytes)
  printer.onDrop = () => cable.onDrop()
  return {
    printer,
    async plugIn() {
      pty = await emulatorOnPty(cable)
      symlinkSync(pty.path, `${path}.new`)
      renameSync(`${path}.new`, path)
    },
    pullAfter(bytes: number, counted: 'arriving' | 'printed') {
      if (counted === 'arriving') left = bytes
      else printer.set({ unplugAt: printer.printed().length + bytes })
    },
    pullNow: () => pty?.unplug(),
    /** A cable that was to be pulled and was not stays in. */
    async plugBack() {
      left = Number.POSITIVE_INFINITY
      printer.set({ unplugAt: null })
      pty?.unplug()
      await this.plugIn()
    },
  }
}

/** The pieces of paper, each with the receipts of which whole lines stand on it. */
const piecesOf = (printer: EscposEmulator) =>
  readPaper(printer.printed(), roms.epson).papers.map(paper => {
    const lines = textsOf(paper).flatMap(text => text.match(/^Квитанция (\d+) ред (\d+)$/)?.[1] ?? [])
    return { receipts: [...new Set(lines)], isWhole: lines.length === LINES && paper.cut !== null }
  })

const ways = [
  ['serial', 6, (path: string) => `serial:${path}?baud=115200`],
  ['usb', 20261122, (path: string) => `usb:${path}`],
] as const
const title = `a %s cable pulled ${TIMES} times at any byte of a receipt (seed %i) loses and doubles none silently`

test.each(ways)(
  title,
  async (_, seed, lineTo) => {
    const folder = mkdtempSync(join(tmpdir(), 'gishe-cable-'))
    const path = join(folder, 'printer')
    const plugged = pluggedPrinter(path)
    await plugged.plugIn()
    const chance = seeded(seed)
    const here = office()
    const spooler = startSpooler({
      queue: here.connect(),
      device: deviceOf({ profile: 'epson-80', line: lineTo(path) }),
      pace,
    })
    const isSettled = ({ state }: Job) => state === 'printed' || state === 'unsure'
    for (let receipt = 1; receipt <= TIMES; receipt++) {
      plugged.pullAfter(chance.between(1, 420), chance.oneOf(['arriving', 'printed'] as const))
      here.queue(String(receipt), { paper: receiptPaper(receipt) })
      const job = here.jobs.at(-1)!
      await expect
        .poll(() => isSettled(job) || spooler.state().fault !== null, { interval: 2, timeout: 20_000 })
        .toBe(true)
      await plugged.plugBack()
      await expect.poll(() => isSettled(job), { interval: 2, timeout: 20_000 }).toBe(true)
    }
    await spooler.stop()
    plugged.pullNow()
    rmSync(folder, { recursive: true })

    const pieces = piecesOf(plugged.printer)
    expect(pieces.filter(piece => piece.receipts.length > 1)).toEqual([])
    const outcomes = here.jobs.map((job, at) => {
      const mine = pieces.filter(piece => piece.receipts.includes(String(at + 1)))
      const wholeOnes = mine.filter(piece => piece.isWhole).length
      const isTold =
        job.state === 'printed' ? job.confirmed && mine.length === 1 && wholeOnes === 1 : mine.length <= 1
      return { receipt: at + 1, state: job.state, pieces: mine.length, wholeOnes, isTold }
    })
    expect(outcomes.filter(outcome => !outcome.isTold)).toEqual([])
    const count = (state: string) => outcomes.filter(outcome => outcome.state === state).length
    expect(count('printed')).toBeGreaterThan(10)
    expect(count('unsure')).toBeGreaterThan(10)
  },
  120_000,
)

test('a network printer that was switched off goes on by itself when it is back', async () => {
  const printer = new EscposEmulator()
  const first = await emulatorOnTcp(printer, 0)
  const here = office()
  const spooler = startSpooler({
    queue: here.connect(),
    device: deviceOf({ profile: 'epson-80', line: `tcp://127.0.0.1:${first.port}` }),
    pace,
  })
  here.queue('1', { paper: receiptPaper(1) })
  await expect.poll(() => here.states()).toEqual(['1 printed'])
  await first.close()
  here.queue('2', { paper: receiptPaper(2) })
  await expect.poll(() => spooler.state().fault?.code).toBe('no_answer')
  const again = await emulatorOnTcp(printer, first.port)
  await expect.poll(() => here.states()).toEqual(['1 printed', '2 printed'])
  await spooler.stop()
  await again.close()
  expect(piecesOf(printer)).toEqual(['1', '2'].map(receipt => ({ receipts: [receipt], isWhole: true })))
})

test.each(['serial', 'usb'])('a %s printer whose node vanished is no device until it is back', async kind => {
  const folder = mkdtempSync(join(tmpdir(), 'gishe-cable-'))
  const path = join(folder, 'printer')
  const device = deviceOf({ profile: 'epson-80', line: `${kind}:${path}` })
  expect((await device.health()).fault?.code).toBe('no_device')
  const plugged = pluggedPrinter(path)
  await plugged.plugIn()
  expect((await device.health()).fault).toBe(null)
  plugged.pullNow()
  expect((await device.health()).fault).not.toBe(null)
  await plugged.plugIn()
  expect((await device.health()).fault).toBe(null)
  plugged.pullNow()
  rmSync(folder, { recursive: true })
})
