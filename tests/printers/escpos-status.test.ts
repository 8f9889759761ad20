import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { printOn } from '../../printers/drivers/escpos/conversation.ts'
import { escposBytes } from '../../printers/drivers/escpos/driver.ts'
import { createEar } from '../../printers/drivers/escpos/hearing.ts'
import { EscposEmulator } from '../../printers/emulators/escpos.ts'
import type { EscposFaults, EscposMake } from '../../printers/emulators/escpos-make.ts'
import { readPaper, roms, textsOf } from '../../printers/emulators/escpos-paper.ts'
import { type EmulatorOnPty, emulatorOnPty } from '../../printers/emulators/lines.ts'
import type { Fault } from '../../printers/fault.ts'
import { deviceOf } from '../../printers/printer.ts'
import type { EscposProfile } from '../../printers/profile.ts'
import { profileNamed } from '../../printers/profiles.ts'
import { parseLine } from '../../printers/transports/line.ts'
import { serialTransport } from '../../printers/transports/serial.ts'
import type { SerialAddress } from '../../printers/transports/serial-options.ts'
import type { Line } from '../../printers/transports/transport.ts'
import { fullPaper, paperSaying } from './papers.ts'

const lines: EmulatorOnPty[] = []
afterEach(() => {
  for (const line of lines.splice(0)) line.close()
})

/** A printer on a serial line and the device that the office makes of it. */
async function standing(make: EscposMake = {}, faults: Partial<EscposFaults> = {}, profile = 'epson-80') {
  const printer = new EscposEmulator(make, faults)
  const pty = await emulatorOnPty(printer)
  lines.push(pty)
  const line = `serial:${pty.path}?baud=115200`
  const device = deviceOf({ profile, line })
  return {
    printer,
    device,
    print: (text: string) => device.print(paperSaying(text), async () => undefined),
    openLine: () => serialTransport(parseLine(line) as SerialAddress).open(),
  }
}

const faultOf = (work: Promise<unknown>): Promise<Fault> =>
  work.then(
    () => Promise.reject(new Error('no fault')),
    fault => fault,
  )
const papersOf = (printer: EscposEmulator) =>
  readPaper(printer.printed(), roms.epson).papers.map(paper => ({
    texts: textsOf(paper).filter(text => text !== ''),
    cut: paper.cut,
  }))
const whole = (text: string) => ({ texts: [text], cut: 'partial' })

describe('what keeps it from printing is known before anything is sent', () => {
  test.each([
    [{ paperOut: true }, 'out_of_paper', []],
    [{ coverOpen: true, paperOut: false }, 'cover_open', []],
    [{ coverOpen: true, nearEnd: true }, 'cover_open', ['paper_near_end']],
    [{ overheated: true }, 'overheated', []],
    [{ offline: true }, 'offline', []],
    [{ nearEnd: true }, undefined, ['paper_near_end']],
    [{ drawerOpen: true }, undefined, []],
  ])('%o', async (faults, code, warnings) => {
    const { device } = await standing({}, faults)
    const health = await device.health()
    expect([health.fault?.code, health.warnings]).toEqual([code, warnings])
  })

  test('a make that leaves the fixed bits of its answers clear is understood as well', async () => {
    const { device, printer, print } = await standing({ base: 0x00 }, { nearEnd: true })
    expect(await device.health()).toEqual({ fault: null, warnings: ['paper_near_end'] })
    expect(await print('ясно')).toEqual({ confirmed: true })
    printer.set({ coverOpen: true })
    expect((await device.health()).fault?.code).toBe('cover_open')
  })

  test.each([
    ['byte by byte', { byteByByte: true }],
    ['behind noise', { garbage: [0xff, 0x41, 0x80] }],
  ])('answers that come %s', async (_, faults) => {
    const { print, printer, device } = await standing({}, faults)
    expect(await print('чуто')).toEqual({ confirmed: true })
    printer.set({ nearEnd: true })
    expect(await device.health()).toEqual({ fault: null, warnings: ['paper_near_end'] })
  })
})

describe('printed is said only of what the printer confirmed', () => {
  const waits = { send_ms: 5_000, printed_ms: 60_000 }
  const epson = { asks: true, pushes: true, processId: true }
  const older = { asks: true, pushes: false, processId: false }
  const bytes = escposBytes(fullPaper, profileNamed('epson-80') as EscposProfile)

  test.each([
    ['process id', epson],
    ['GS r', older],
  ])('an answer that got lost on a living line is asked for again: %s', async (_, manner) => {
    const { printer, openLine } = await standing({}, { repliesLost: 1 })
    expect(await printOn(await openLine(), bytes, { manner, waits })).toEqual({ confirmed: true })
    expect(papersOf(printer)).toHaveLength(1)
  })

  test('a make whose answers look alike is not asked twice: silence leaves the paper in doubt', async () => {
    const { openLine } = await standing({ base: 0x00 }, { repliesLost: 1 })
    const brief = { send_ms: 5_000, printed_ms: 3_000 }
    const fault = await faultOf(printOn(await openLine(), bytes, { manner: older, waits: brief }))
    expect(fault).toMatchObject({ code: 'no_answer', sentBytes: true })
  })

  test('a printer that lost its power under a paper leaves it in doubt, though it answers again', async () => {
    const { printer, openLine } = await standing({ bytesPerSecond: 2_000 }, { resetAt: 100 })
    const brief = { send_ms: 5_000, printed_ms: 4_500 }
    const fault = await faultOf(printOn(await openLine(), bytes, { manner: epson, waits: brief }))
    expect(fault).toMatchObject({ code: 'no_answer', sentBytes: true })
    expect(papersOf(printer).every(paper => paper.cut === null)).toBe(true)
  })

  test('one that says that it was switched on again ends the paper at once', async () => {
    const make = { bytesPerSecond: 2_000, boot_ms: 100, tellsPowerOn: true }
    const { openLine } = await standing(make, { resetAt: 100 })
    const fault = await faultOf(printOn(await openLine(), bytes, { manner: epson, waits }))
    expect(fault).toMatchObject({ code: 'no_answer', detail: 'switched on again', sentBytes: true })
  })

  test('a hot head that cools prints on, and the paper is confirmed', async () => {
    const { printer, openLine } = await standing({ bytesPerSecond: 2_000 })
    setTimeout(() => printer.set({ overheated: true }), 100)
    setTimeout(() => printer.set({ overheated: false }), 900)
    expect(await printOn(await openLine(), bytes, { manner: epson, waits })).toEqual({ confirmed: true })
  })
})

describe('a paper that stops half-way', () => {
  const slow = { bytesPerSecond: 1_500 }
  const long = 'Разпределение на задълженията по партиди '.repeat(6)

  test.each([
    ['cover_open', { coverOpenAt: 60 }, { coverOpen: false }],
    ['out_of_paper', { paperOutAt: 60 }, { paperOut: false }],
  ] as const)(
    '%s is told at once; its rest never comes out, and the next one is whole',
    async (code, faults, mended) => {
      const { printer, print } = await standing(slow, faults)
      expect(await faultOf(print(long))).toMatchObject({ code, sentBytes: true })
      printer.set(mended)
      expect(await print('следваща')).toEqual({ confirmed: true })
      const [torn, next, ...others] = papersOf(printer)
      expect(long.startsWith(torn!.texts[0]!.trim())).toBe(true)
      expect(torn!.texts.join('').length).toBeLessThan(100)
      expect([next, others]).toEqual([whole('следваща'), []])
    },
  )

  /** A make that answers with one byte: so often after a paper, and to looks until then or also afterwards. */
  const answering = (answers: number[], isThere: boolean) => {
    const said: number[] = []
    let isSilent = false
    const line: Line = {
      async write(bytes) {
        const isLook = bytes.length === 3
        if (!isSilent) said.push(...(isLook ? [0x12] : answers))
        if (!isLook) isSilent = !isThere
      },
      async read(deadline_ms) {
        if (said.length === 0) await pause(Math.min(deadline_ms, 20))
        return Uint8Array.from(said.splice(0))
      },
      close: async () => undefined,
    }
    return line
  }

  test.each([
    ['one answer is that of the torn paper', answering([0x00], true), Uint8Array.of(0x0a), false],
    ['the second is that of the next one', answering([0x00, 0x00], true), Uint8Array.of(0x0a), true],
    ['one is enough behind a whole one', answering([0x00], true), null, true],
    ['a byte of a line that goes dead is none', answering([0x00], false), null, false],
  ])('where answers look alike, %s', async (_, line, apart, isConfirmed) => {
    const manner = { asks: true, pushes: false, processId: false }
    const waits = { send_ms: 1_000, printed_ms: 600 }
    const printing = printOn(line, Uint8Array.of(0x41, 0x0a), { manner, waits, ...(apart && { apart }) })
    if (isConfirmed) expect(await printing).toEqual({ confirmed: true })
    else expect(await faultOf(printing)).toMatchObject({ code: 'no_answer', sentBytes: true })
  })

  test('a stuck blade stops it; freed, it is told so and the next one comes out', async () => {
    const { printer, print, device } = await standing({}, { cutterJam: true })
    expect(await faultOf(print('първа'))).toMatchObject({ code: 'cutter', sentBytes: true })
    expect((await device.health()).fault?.code).toBe('cutter')
    expect(await faultOf(print('втора'))).toMatchObject({ code: 'cutter', sentBytes: false })
    printer.set({ cutterJam: false })
    expect(await print('трета')).toEqual({ confirmed: true })
    expect(papersOf(printer).at(-1)).toEqual(whole('трета'))
  })

  test('a command that somebody left begun does not swallow the head of the next paper', async () => {
    const { printer, print } = await standing()
    printer.receive(Uint8Array.of(0x1d, 0x28, 0x6b, 0x80, 0x00, 0x31))
    expect(await print('цяла')).toEqual({ confirmed: true })
    expect(papersOf(printer)).toEqual([whole('цяла')])
  })
})

test('a printer slower than the line holds it back and loses nothing', async () => {
  const { printer, device } = await standing({ bytesPerSecond: 40_000, buffer: 256 })
  const blocks = Array.from({ length: 60 }, (_, i) => ({ text: `ред ${i}` }))
  const paper = { kind: 'test-page' as const, title: '', blocks }
  expect(await device.print(paper, async () => undefined)).toEqual({ confirmed: true })
  expect(papersOf(printer)).toEqual([{ texts: blocks.map(block => block.text), cut: 'partial' }])
})

test('what is said is told apart wherever it is cut', () => {
  const bytes = [0x16, 0x11, 0x3c, 0x08, 0x03, 0x00, 0x37, 0x22, 0x31, 0x32, 0x33, 0x34, 0x00, 0x0c, 0xff]
  const more = [0x37, 0x25, 0x00, 0x3b, 0x31, 0x00, 0x5f, 0x45, 0x50, 0x00, 0x12]
  const ear = createEar()
  expect([...bytes, ...more].flatMap(byte => ear.hear(Uint8Array.of(byte)))).toEqual([
    { kind: 'now', byte: 0x16 },
    { kind: 'pushed', bytes: [0x3c, 0x08, 0x03, 0x00] },
    { kind: 'id', id: '1234' },
    { kind: 'byte', byte: 0x0c },
    { kind: 'cleared' },
    { kind: 'power_on' },
    { kind: 'name', text: 'EP' },
    { kind: 'now', byte: 0x12 },
  ])
})
