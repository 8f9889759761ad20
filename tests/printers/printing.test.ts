import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { printOn } from '../../printers/drivers/escpos/conversation.ts'
import { escposBytes } from '../../printers/drivers/escpos/driver.ts'
import { readPaper, roms, textsOf } from '../../printers/emulators/escpos-paper.ts'
import { openPty } from '../../printers/emulators/pty.ts'
import type { Fault } from '../../printers/fault.ts'
import { deviceOf, type PrinterSettings } from '../../printers/printer.ts'
import type { EscposProfile } from '../../printers/profile.ts'
import { profileNamed } from '../../printers/profiles.ts'
import { parseLine } from '../../printers/transports/line.ts'
import { serialTransport } from '../../printers/transports/serial.ts'
import type { SerialAddress } from '../../printers/transports/serial-options.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import {
  type EmulatedPrinter,
  emulatedPrinter,
  printerOnPty,
  printerOnTcp,
} from '../support/emulated-printer.ts'
import { fullPaper, paperSaying } from './papers.ts'

const printPaper = (settings: PrinterSettings, paper: Paper) =>
  deviceOf(settings).print(paper, async () => undefined)
const whyNotPrint = async (settings: PrinterSettings) => (await deviceOf(settings).health()).fault
const faultOf = (work: Promise<unknown>): Promise<Fault> =>
  work.then(
    () => Promise.reject(new Error('no fault')),
    fault => fault,
  )
const readOn = (printer: EmulatedPrinter): string[] =>
  readPaper(printer.paper(), roms.epson).papers.flatMap(paper => textsOf(paper))

/** The same printer at the end of each kind of line that can answer. */
const lines = {
  serial: async (printer: EmulatedPrinter) => ({
    line: `serial:${(await printerOnPty(printer)).path}?baud=115200`,
    end: async () => undefined,
  }),
  usb: async (printer: EmulatedPrinter) => {
    const { path, unplug } = await printerOnPty(printer)
    return { line: `usb:${path}`, end: async () => unplug() }
  },
  tcp: async (printer: EmulatedPrinter) => {
    const { port, stop } = await printerOnTcp(printer)
    return { line: `tcp://127.0.0.1:${port}`, end: stop }
  },
}

test.each([
  ['an ordinary printer', { profile: 'epson-80', line: 'tcp://127.0.0.1:1' }],
  ['a screen', { profile: 'datecs-fp', line: 'preview:' }],
])('%s issues no fiscal receipt, and does not say so', async (_, settings) => {
  const fiscal = { task: 'z_report' } as const
  const fault = await faultOf(printPaper(settings, { ...paperSaying('Z'), fiscal }))
  expect(fault).toMatchObject({ code: 'bad_settings', sentBytes: false })
})

describe.each(Object.entries(lines))('over %s', (_, lineTo) => {
  const printing = async (printer: EmulatedPrinter, work: (line: string) => Promise<void>) => {
    const { line, end } = await lineTo(printer)
    await work(line)
    await end()
  }
  const onEpson = (line: string) => printPaper({ profile: 'epson-80', line }, fullPaper)

  test('a ready printer prints and confirms', () => {
    const printer = emulatedPrinter()
    return printing(printer, async line => {
      expect(await whyNotPrint({ profile: 'epson-80', line })).toBe(null)
      expect(await onEpson(line)).toEqual({ confirmed: true })
      expect(readOn(printer)).toContain('Такса битови отпадъци за 2026 г.      1 234,56 €')
    })
  })

  test.each([
    [{ paperOut: true }, 'out_of_paper'],
    [{ coverOpen: true }, 'cover_open'],
    [{ offline: true }, 'offline'],
    [{ mute: true }, 'no_answer'],
  ] as const)('with %o it refuses and sends nothing', (faults, code) => {
    const printer = emulatedPrinter(faults)
    return printing(printer, async line => {
      expect(await whyNotPrint({ profile: 'epson-80', line })).toMatchObject({ code, sentBytes: false })
      expect(await faultOf(onEpson(line))).toMatchObject({ code, sentBytes: false })
      expect(printer.paper()).toHaveLength(0)
    })
  })

  test('a line that breaks during the paper leaves it in doubt', () => {
    const printer = emulatedPrinter({ unplugAt: 100 })
    return printing(printer, async line => {
      const long = { ...fullPaper, blocks: Array.from({ length: 400 }, () => fullPaper.blocks).flat() }
      expect(await faultOf(printPaper({ profile: 'epson-80', line }, long))).toMatchObject({
        code: 'line_broken',
        sentBytes: true,
      })
    })
  })
})

describe('the conversation', () => {
  const waits = { send_ms: 1_000, printed_ms: 100 }
  const manner = { asks: true, pushes: true, processId: true }
  const bytes = escposBytes(fullPaper, profileNamed('epson-80') as EscposProfile)
  const lineTo = async (printer: EmulatedPrinter) => {
    const { path } = await printerOnPty(printer)
    return serialTransport(parseLine(`serial:${path}`) as SerialAddress).open()
  }

  test('paper that ends half-way is out of paper, in doubt', async () => {
    const printer = emulatedPrinter({ paperOutAt: 200 })
    const fault = await faultOf(printOn(await lineTo(printer), bytes, { manner, waits }))
    expect(fault).toMatchObject({ code: 'out_of_paper', sentBytes: true })
  })

  test('a printer that falls silent after the paper leaves it in doubt', async () => {
    const printer = emulatedPrinter()
    const line = await lineTo(printer)
    const falling = {
      ...line,
      write: async (sent: Uint8Array, deadline_ms: number) => {
        if (sent.length > 100) printer.faults.mute = true
        await line.write(sent, deadline_ms)
      },
    }
    const fault = await faultOf(printOn(falling, bytes, { manner, waits }))
    expect(fault).toMatchObject({ code: 'no_answer', sentBytes: true })
    expect(readOn(printer)[0]).toContain('ОБЩИНА ТРОЯН')
  })

  test('what the printer said unasked is not taken for an answer', async () => {
    const printer = emulatedPrinter()
    const pty = await openPty()
    pty.onBytes(sent => {
      const answer = printer.receive(sent)
      if (answer.length > 0) pty.write(Buffer.concat([Uint8Array.of(0x11, 0x14, 0x00, 0x03, 0x00), answer]))
    })
    const line = await serialTransport(parseLine(`serial:${pty.path}`) as SerialAddress).open()
    pty.write(Uint8Array.of(0x7e, 0x60))
    await expect.poll(() => line.read(10)).not.toHaveLength(0)
    expect(await printOn(line, bytes, { manner, waits })).toEqual({ confirmed: true })
    pty.close()
  })
})

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'gishe-papers-'))
  folders.push(made)
  return made
}
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true })
})

test('a printer that cannot be asked prints unconfirmed', async () => {
  const printer = emulatedPrinter({ mute: true })
  const { path } = await printerOnPty(printer)
  const printed = await printPaper({ profile: 'escpos-80', line: `serial:${path}` }, paperSaying('Ъгъл'))
  expect(printed).toEqual({ confirmed: false })
  await expect.poll(() => textsOf(readPaper(printer.paper(), roms.clone).papers[0])).toEqual(['Ъгъл'])
})

test('a file is on the disk when it is printed', async () => {
  const path = join(folder(), 'papers.txt')
  expect(await printPaper({ profile: 'text', line: `file:${path}` }, paperSaying('едно'))).toEqual({
    confirmed: true,
  })
  expect(await printPaper({ profile: 'epson-80', line: `file:${path}` }, paperSaying('две'))).toEqual({
    confirmed: true,
  })
  const bytes = readFileSync(path)
  expect(bytes.subarray(0, 11).toString()).toBe('едно\n\f\n')
  expect(textsOf(readPaper(bytes.subarray(11), roms.epson).papers[0])).toEqual(['две'])
})

test('a preview prints nowhere', async () => {
  expect(await printPaper({ profile: 'escpos-80', line: 'preview:' }, fullPaper)).toEqual({
    confirmed: false,
  })
})

test('the office may correct the columns of a profile', async () => {
  const path = join(folder(), 'papers.txt')
  const rule = { ...fullPaper, blocks: [{ rule: '=' as const }] }
  await printPaper({ profile: 'text', line: `file:${path}`, columns: 42 }, rule)
  expect(readFileSync(path, 'utf8')).toBe(`${'='.repeat(42)}\n\f\n`)
})

test.each([
  [{ profile: 'epson-81', line: 'preview:' }, 'profile epson-81'],
  [{ profile: 'epson-80', line: 'tcp:' }, 'host_missing: '],
  [{ profile: 'epson-80', line: 'preview:', columns: 0 }, 'columns 0'],
])('settings %o can never print', async (settings, detail) => {
  expect(await faultOf(printPaper(settings, fullPaper))).toMatchObject({
    code: 'bad_settings',
    detail,
    sentBytes: false,
  })
})
