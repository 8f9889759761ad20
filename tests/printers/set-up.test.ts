import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { datecsEmulator } from '../../printers/emulators/datecs.ts'
import { datecsXEmulator } from '../../printers/emulators/datecs-x.ts'
import type { EscposFaults, EscposMake } from '../../printers/emulators/escpos-make.ts'
import { readPaper, roms } from '../../printers/emulators/escpos-paper.ts'
import { emulatorOnPty } from '../../printers/emulators/lines.ts'
import { deviceOf } from '../../printers/printer.ts'
import type { Draft, SetUp, Town } from '../../printers/set-up/draft.ts'
import { carryOut } from '../../printers/set-up/hear.ts'
import { atSpeed, isSameDevice, lineMeant } from '../../printers/set-up/line-meant.ts'
import { makeOf, pagesOf } from '../../printers/set-up/makes.ts'
import { findPorts } from '../../printers/set-up/ports.ts'
import { answered, nextOf, printedAgain, worked } from '../../printers/set-up/steps.ts'
import { emulatedPrinter, printerOnPty } from '../support/emulated-printer.ts'
import { type AtPrinter, seenOnPaper, untilPaperRests } from '../support/set-up-person.ts'
import { paperSaying } from './papers.ts'

const town: Town = {
  printers: [{ name: 'екран 1', line: 'preview:' }],
  profiles: ['escpos-80', 'other-48-8'],
  desks: [{ number: 1, name: 'Каса 1', printer: 'екран 1' }],
  isTraining: false,
}
const SILENT = {
  baud: null,
  status: false,
  whenPrinted: false,
  processId: false,
  pushes: false,
  maker: null,
  model: null,
}
const first = (more: Partial<Draft> = {}): Draft => ({ town, ports: [], done: [], ...more })

/** Looks at the paper only when it has come out to its end. */
type Waiting = AtPrinter & { paperRests: (lines: number) => Promise<void> }

/** Goes through the whole set-up with a printer at the end of a real line. */
async function throughSetUp(begin: Draft, person: Waiting, answers: Record<string, string>): Promise<SetUp> {
  const MOST_STEPS = 40
  for (let draft = begin, steps = 0; ; steps++) {
    const next = nextOf(draft)
    if (steps > MOST_STEPS) throw new Error(`no end: ${JSON.stringify(next)}\n${person.paper().join('\n')}`)
    if ('finished' in next) return next.finished
    if ('work' in next) {
      const before = person.paper().length
      const told = await carryOut(next.work, () => undefined)
      if (next.work.do === 'print' || next.work.do === 'speeds') await person.paperRests(before)
      draft = worked(draft, next.step, told)
      continue
    }
    const typed = answers[next.step] ?? seenOnPaper(next.step, person) ?? ''
    const after = answered(draft, typed)
    if (!after) throw new Error(`«${typed}» is no answer to ${next.step}`)
    draft = after
  }
}

type Printer = { make: EscposMake; faults?: Partial<EscposFaults>; person: Omit<AtPrinter, 'paper'> }

async function setUpAt({ make, faults = {}, person }: Printer, answers: Record<string, string>) {
  const printer = emulatedPrinter(faults, make)
  const { path, unplug } = await printerOnPty(printer)
  const paper = () => printer.emulator.paper()
  const paperRests = async (lines: number) => {
    await expect.poll(() => paper().length).toBeGreaterThan(lines)
    await untilPaperRests(paper)
  }
  const made = await throughSetUp(
    first(),
    { ...person, paper, paperRests },
    { line: path, name: 'нов', ...answers },
  )
  const before = printer.emulator.printed().length
  await deviceOf({ profile: made.profileName, townProfile: made.profile, line: made.line }).print(
    paperSaying('Ъгъл с рстуфхцчшщьюя № 7'),
    async () => undefined,
  )
  const rom = make.rom ?? roms.epson
  const read = () =>
    readPaper(printer.emulator.printed().subarray(before), rom)
      .papers.flatMap(one => one.lines.map(line => line.text))
      .join('\n')
  await expect.poll(read).toMatch(/Ъгъл с рстуфхцчшщьюя (№|No\.) 7/)
  unplug()
  return made
}

const UNNAMED = { identity: null, processId: false } as const

describe('a printer that was set up prints right Cyrillic', () => {
  test('Epson names itself: WPC1251 on 46, € on 88, is the shipped profile', async () => {
    const person = { columns: 48, cutter: 'partial', drawer: 2, wants: 46 } as const
    const made = await setUpAt({ make: {}, person }, {})
    expect(made).toMatchObject({ name: 'нов', profileName: 'epson-80', profile: null, desk: null })
    expect(made.line).toMatch(/^serial:.*\?baud=115200$/)
  })

  test('an unknown clone in Chinese mode: CP866 on 17', async () => {
    const person = { columns: 48, cutter: 'partial', drawer: 5, wants: 17 } as const
    const made = await setUpAt({ make: { ...UNNAMED, rom: roms.clone }, person }, { desk: '1' })
    expect(made).toMatchObject({
      profileName: 'other-48-17',
      desk: 1,
      profile: {
        page: { encoding: 'cp866', number: 17 },
        euro: 'EUR',
        cancelKanji: true,
        drawer: { pin: 5 },
        status: 'dle-eot',
        processId: false,
      },
    })
  })

  test('Rongta with MIK on 8; a name that the town has is not given twice', async () => {
    const person = { columns: 48, cutter: 'full', drawer: null, wants: 8 } as const
    const made = await setUpAt({ make: { ...UNNAMED, rom: roms.rongta }, person }, {})
    expect(made).toMatchObject({
      profileName: 'other-48-8-2',
      profile: { page: { encoding: 'mik', number: 8 }, cutter: 'full', drawer: null },
    })
  })

  test('a mute 58 mm printer: the speed is read on the paper', async () => {
    const person = { columns: 32, cutter: 'none', drawer: 2, wants: 17 } as const
    const printer = { make: { ...UNNAMED, rom: roms.clone }, faults: { mute: true }, person }
    const made = await setUpAt(printer, { make: '5' })
    expect(made).toMatchObject({ profileName: 'xprinter-58', profile: null })
    expect(made.line).toContain('?baud=9600')
  })

  test('Datecs: CP866 with the euro sign on 22', async () => {
    const person = { columns: 48, cutter: 'partial', drawer: 2, wants: 22 } as const
    const make = { ...UNNAMED, rom: roms.datecs, identity: { maker: 'Datecs', model: 'EP-60', serial: '' } }
    const made = await setUpAt({ make, person }, {})
    expect(made.profile).toMatchObject({ page: { number: 22 }, euro: { byte: 0xf2 }, code128: 'native' })
  })

  test('a make that has none of its pages is tried with those of all', async () => {
    const person = { columns: 42, cutter: 'partial', drawer: 2 } as const
    const made = await setUpAt({ make: { ...UNNAMED, rom: roms.yhd8390 }, person }, { make: '2' })
    expect(made.profile).toMatchObject({ page: { number: 12 }, columns: 42, dots: 504 })
  })
})

test.each([
  ['datecs-fp', datecsEmulator],
  ['datecs-fp-x', datecsXEmulator],
] as const)('a fiscal device is found by its own questions: %s', async (profile, emulator) => {
  const { path, unplug } = await emulatorOnPty(emulator({ serial: 'DT123456' }))
  const person = {
    paper: () => [],
    columns: 0,
    cutter: 'none',
    drawer: null,
    paperRests: async () => undefined,
  }
  const answers = { line: path, make: '9', operator: '2', password: '0002', name: 'нов', desk: '1' }
  const made = await throughSetUp(first(), person as Waiting, answers)
  expect(made).toMatchObject({
    profileName: profile,
    profile: null,
    desk: 1,
    fiscal: { number: 'DT123456', operator: 2, password: '0002' },
  })
  expect(made.line).toContain('?baud=115200')
  unplug()
})

test('a printer without paper says so before the sheet is sent, and goes on when it has some', async () => {
  const printer = emulatedPrinter({ paperOut: true })
  const { path, unplug } = await printerOnPty(printer)
  const sheet = { do: 'print', line: `serial:${path}`, bytes: Buffer.from('проба\n'), asks: true } as const
  await expect(carryOut(sheet, () => undefined)).rejects.toMatchObject({ code: 'out_of_paper' })
  expect(printer.emulator.paper()).toEqual([])
  printer.emulator.set({ paperOut: false })
  await carryOut(sheet, () => undefined)
  await expect.poll(() => printer.emulator.paper().length).toBeGreaterThan(0)
  unplug()
})

test('practice knows no fiscal devices', () => {
  const asked = first({ town: { ...town, isTraining: true }, line: 'usb:/dev/usb/lp0', heard: SILENT })
  expect(answered({ ...asked, done: ['listen'] }, '9')).toBeNull()
})

describe('the questions', () => {
  const known = first({
    line: 'tcp://10.0.0.7',
    heard: SILENT,
    done: ['listen'],
  })
  const questionOf = (draft: Draft) => {
    const next = nextOf(draft)
    if (!('question' in next)) throw new Error(`no question but ${JSON.stringify(next)}`)
    return next.question
  }

  test.each([
    ['nothing', ''],
    ['what leads nowhere', 'file:/tmp/x'],
    ['a screen', 'preview:'],
  ])('a line is not answered by %s', (_, typed) => {
    expect(answered(first(), typed)).toBeNull()
  })

  test('the only port that was found is proposed', () => {
    const found = first({ ports: [{ line: 'usb:/dev/usb/lp0', what: '', fault: null }] })
    expect(questionOf(found)).toMatchObject({ step: 'line', proposal: '1' })
    expect(answered(found, '')?.line).toBe('usb:/dev/usb/lp0')
  })

  test('a speed that nobody can read leads back to the line', () => {
    const silent = first({ ...known, make: 'other', line: 'serial:/dev/ttyUSB0', done: ['listen', 'speed'] })
    expect(questionOf(silent).step).toBe('speed')
    const after = answered(silent, '0')
    expect(after).toMatchObject({ told: 'no_speed' })
    expect(questionOf(after ?? silent).step).toBe('line')
  })

  test('where a printer has no page at all the question stays, with a word', () => {
    const asked = first({ ...known, make: 'other', done: ['listen', 'page'] })
    expect(answered(asked, '0')).toMatchObject({ told: 'no_page' })
    expect(answered(asked, '99')).toBeNull()
  })

  test('a sheet is printed again when asked for', () => {
    const asked = first({ ...known, make: 'epson', done: ['listen', 'page'] })
    expect(nextOf(printedAgain(asked))).toMatchObject({ step: 'page', work: { do: 'print' } })
  })

  test('a last line that stayed inside is fed further, and cut once more', () => {
    const asked = first({
      ...known,
      make: 'epson',
      page: { encoding: 'win1251', number: 46 },
      euro: { byte: 0x88 },
      columns: 48,
      done: ['listen', 'page', 'euro', 'columns', 'cutter'],
    })
    const again = answered(asked, '4')
    expect(again).toMatchObject({ feedLines: 3, told: 'fed_more' })
    expect(nextOf(again ?? asked)).toMatchObject({ step: 'cutter', work: { do: 'print' } })
  })

  test.each(['epson-80', '-x', 'a b', 'x'.repeat(41)])('„%s“ is no name for a profile of the town', name => {
    const asked = first({
      ...known,
      make: 'other',
      page: { encoding: 'mik', number: 8 },
      columns: 48,
      cutter: 'full',
      pin: null,
      name: 'нов',
      done: ['listen', 'page', 'columns', 'cutter'],
    })
    expect(questionOf(asked)).toMatchObject({ step: 'profile', proposal: 'other-48-8-2' })
    expect(answered(asked, name)).toBeNull()
  })
})

test.each([
  ['/dev/ttyUSB0', 'serial:/dev/ttyUSB0'],
  ['/dev/serial/by-id/usb-FTDI-if00', 'serial:/dev/serial/by-id/usb-FTDI-if00'],
  ['COM3', 'serial:COM3'],
  ['/dev/usb/lp0', 'usb:/dev/usb/lp0'],
  ['/dev/lp0', 'usb:/dev/lp0'],
  ['10.0.0.7', 'tcp://10.0.0.7'],
  ['printer.local:9101', 'tcp://printer.local:9101'],
  ['printer:9100', 'tcp://printer:9100'],
  ['serial:/dev/ttyS0?parity=even', 'serial:/dev/ttyS0?parity=even'],
  ['tcp://10.0.0.7:99999', null],
  ['file:/tmp/papers', null],
  ['serial:', null],
])('„%s“ typed means %s', (typed, line) => {
  expect(lineMeant(typed)).toBe(line)
})

test('a speed is put into a line without losing the rest', () => {
  expect(atSpeed('serial:/dev/ttyS0?parity=even&baud=9600', 19_200)).toBe(
    'serial:/dev/ttyS0?baud=19200&parity=even',
  )
})

test('one device is known by its place, however it is spoken to', () => {
  expect(isSameDevice('serial:/dev/ttyS0?baud=9600', 'serial:/dev/ttyS0')).toBe(true)
  expect(isSameDevice('tcp://10.0.0.7', 'tcp:10.0.0.7:9100')).toBe(true)
  expect(isSameDevice('tcp://10.0.0.7', 'tcp://10.0.0.7:9101')).toBe(false)
  expect(isSameDevice('usb:/dev/usb/lp0', 'usb:/dev/usb/lp1')).toBe(false)
  expect(isSameDevice('preview:', 'preview:')).toBe(false)
})

test('makes are known by what their printers say', () => {
  expect(makeOf(['EPSON', 'TM-T20II'])).toBe('epson')
  expect(makeOf([null, 'TSP100'])).toBe('star')
  expect(makeOf(['_', null])).toBeNull()
})

test('every page of every make is tried where nobody knows the make, no number twice', () => {
  const numbers = pagesOf('other').map(page => page.number)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers).toEqual(expect.arrayContaining([17, 7, 46, 6, 73, 28, 8, 88, 66]))
})

test('ports are found by the names that stay', async () => {
  const dev = mkdtempSync(join(tmpdir(), 'gishe-dev-'))
  mkdirSync(join(dev, 'serial', 'by-id'), { recursive: true })
  mkdirSync(join(dev, 'usb'))
  for (const name of ['ttyUSB0', 'ttyACM1', 'ttyS0', 'tty1', 'usb/lp0']) writeFileSync(join(dev, name), '')
  symlinkSync('../../ttyUSB0', join(dev, 'serial', 'by-id', 'usb-FTDI_A50285BI-if00-port0'))
  expect((await findPorts(dev)).map(port => port.line)).toEqual([
    `serial:${dev}/ttyACM1`,
    `serial:${dev}/serial/by-id/usb-FTDI_A50285BI-if00-port0`,
    `usb:${dev}/usb/lp0`,
  ])
  rmSync(dev, { recursive: true })
  expect(await findPorts(dev)).toEqual([])
})
