import { spawn } from '@lydell/node-pty'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeRefusal } from '../../locales/texts.ts'
import { datecsEmulator } from '../../printers/emulators/datecs.ts'
import type { EscposFaults, EscposMake } from '../../printers/emulators/escpos-make.ts'
import { roms } from '../../printers/emulators/escpos-paper.ts'
import { emulatorOnPty } from '../../printers/emulators/lines.ts'
import { refusal } from '../../rules/refusal.ts'
import { openDemoShell, root, type Shell } from '../support/cli.ts'
import { emulatedPrinter, printerOnPty, printerOnTcp } from '../support/emulated-printer.ts'
import { type AtPrinter, seenOnPaper, untilPaperRests } from '../support/set-up-person.ts'

let shell: Shell
beforeAll(async () => {
  shell = await openDemoShell()
})
afterAll(() => shell.close())

/** A person at the terminal, who is asked one question after another. */
function sitAt(line: string) {
  const program = spawn('sh', ['-c', line], {
    name: 'xterm',
    cols: 200,
    rows: 40,
    env: { PATH: `${root}:${process.env['PATH']}`, HOME: shell.home, GISHE_HOME: shell.home },
  })
  let seen = ''
  program.onData(bytes => {
    seen += bytes
  })
  const ended = new Promise<number>(resolve => program.onExit(({ exitCode }) => resolve(exitCode)))
  /** All that was said until the program waits at this question; from there on it counts anew. */
  const asks = async (question: string): Promise<string> => {
    const asked = new RegExp(`${question.replace(/[?()]/g, '\\$&')}[\\s\\S]*Отговор[^\\r\\n]*: `)
    await expect.poll(() => seen, { timeout: 8_000 }).toMatch(asked)
    const all = seen
    seen = ''
    return all
  }
  return { asks, types: (text: string) => program.write(`${text}\r`), ended, seen: () => seen, program }
}

const QUESTIONS: [step: string, question: string][] = [
  ['page', 'Кой ред на хартията се чете правилно?'],
  ['euro', 'Кой ред завършва със знака €?'],
  ['columns', 'Кое е най-голямото число'],
  ['cutter', 'Как се отряза хартията?'],
  ['drawer', 'Свързано ли е чекмедже'],
]

/** From the make to the last question, answering what the paper shows. */
async function readPapers(at: ReturnType<typeof sitAt>, person: AtPrinter, without: string[] = []) {
  for (const [step, question] of QUESTIONS.filter(([one]) => !without.includes(one))) {
    await at.asks(question)
    await untilPaperRests(person.paper)
    at.types(seenOnPaper(step, person) ?? '')
  }
  if (person.drawer === null) return
  await at.asks('Отвори ли се чекмеджето?')
  at.types(seenOnPaper('opened_2', person) ?? '')
}

const TELLTALE = 'рстуфхцчшщъьюя'

const printed = (faults: Partial<EscposFaults>, make: EscposMake) => {
  const printer = emulatedPrinter(faults, make)
  return { printer, paper: () => printer.emulator.paper() }
}

test('an Epson in the network: from nothing to its test page, at its desk', async () => {
  const { printer, paper } = printed({}, {})
  const { port, stop } = await printerOnTcp(printer)
  const at = sitAt('gishe printers set-up --user admin')
  await at.asks('Къде е принтерът?')
  at.types('никъде такъв')
  await at.asks('Къде е принтерът?')
  at.types(`127.0.0.1:${port}`)
  expect(await at.asks('Каква марка е?')).toMatch(/1 {2}Epson[\s\S]*Отговор \[1\]/)
  at.types('')
  await readPapers(at, { paper, columns: 48, cutter: 'partial', drawer: 2, wants: 46 })
  await at.asks('Как се казва принтерът?')
  at.types('касов')
  await at.asks('На коя каса е?')
  at.types('3')
  await at.asks('Да се запази ли?')
  at.types('')
  expect(await at.ended).toBe(0)
  expect(at.seen()).toContain('„касов“ е настроен с профил epson-80. Пробна страница: отпечатан')
  expect(paper().join('\n')).toContain(TELLTALE)
  await stop()
  const line = `tcp://127.0.0.1:${port}`
  expect(await shell.json('gishe printers list --user admin')).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ name: 'касов', profile: 'epson-80', line })]),
  })
  const desks = (await shell.json('gishe desks list --user admin')) as { rows: { printer: string }[] }
  expect(desks.rows[2]).toMatchObject({ number: 3, printer: 'касов' })
})

test('a Chinese printer with MIK on a serial port becomes a profile of the town', async () => {
  const { printer, paper } = printed({}, { rom: roms.rongta, identity: null, processId: false })
  const { path, unplug } = await printerOnPty(printer)
  const at = sitAt('gishe printers set-up --user admin')
  await at.asks('Къде е принтерът?')
  at.types(path)
  await at.asks('Каква марка е?')
  at.types('4')
  await readPapers(at, { paper, columns: 48, cutter: 'full', drawer: null, wants: 8 }, ['euro'])
  await at.asks('Как се казва принтерът?')
  at.types('китайски')
  await at.asks('Под какво име да се запази профилът?')
  at.types('')
  await at.asks('На коя каса е?')
  at.types('')
  await at.asks('Да се запази ли?')
  at.types('')
  expect(await at.ended).toBe(0)
  expect(at.seen()).toContain('профил rongta-48-8. Пробна страница: отпечатан')
  expect(paper().join('\n')).toContain(TELLTALE)
  unplug()
  expect(await shell.json('gishe printers show-profile rongta-48-8 --user admin')).toMatchObject({
    page: { encoding: 'mik', number: 8 },
    cutter: 'full',
    drawer: null,
  })
})

test('a mute 58 mm printer on a line whose speed nobody knows', async () => {
  const { printer, paper } = printed({ mute: true }, { rom: roms.clone })
  const { path, unplug } = await printerOnPty(printer)
  const at = sitAt('gishe printers set-up --user admin')
  await at.asks('Къде е принтерът?')
  at.types(path)
  await at.asks('Каква марка е?')
  at.types('5')
  await at.asks('Коя скорост се чете на хартията?')
  await untilPaperRests(paper)
  expect(paper()).toContain('9600 9600 9600')
  at.types('9600')
  await readPapers(at, { paper, columns: 32, cutter: 'none', drawer: 2, wants: 17 })
  await at.asks('Как се казва принтерът?')
  at.types('малък')
  await at.asks('На коя каса е?')
  at.types('')
  await at.asks('Да се запази ли?')
  at.types('1')
  expect(await at.ended).toBe(0)
  expect(at.seen()).toContain('профил xprinter-58. Пробна страница: изпратен')
  await expect.poll(() => paper().join('\n')).toContain(TELLTALE)
  unplug()
})

test('a fiscal device tells its number; it is given to a desk beside the receipt printer there', async () => {
  const device = datecsEmulator({ serial: 'DT000600' })
  const { path, unplug } = await emulatorOnPty(device)
  const at = sitAt('gishe printers set-up --user admin')
  await at.asks('Къде е принтерът?')
  at.types(path)
  expect(await at.asks('Каква марка е?')).toContain('9  фискално устройство Datecs')
  at.types('9')
  await at.asks('С кой оператор работи касата?')
  at.types('')
  await at.asks('Паролата на този оператор?')
  at.types('1')
  await at.asks('Как се казва принтерът?')
  at.types('фискален')
  await at.asks('На коя каса е?')
  at.types('1')
  await at.asks('Да се запази ли?')
  at.types('')
  expect(await at.ended).toBe(0)
  expect(at.seen()).toContain('„фискален“ е настроен с профил datecs-fp. Пробна страница: отпечатан')
  const status = await shell.json('gishe fiscal status фискален --user admin')
  expect(status).toMatchObject({ number: 'DT000600' })
  unplug()
  const desks = (await shell.json('gishe desks list --user admin')) as { rows: { printer: string }[] }
  expect(desks.rows[0]?.printer).not.toBe('фискален')
})

test('a fault leaves the question; one goes back; Ctrl-C leaves nothing behind', async () => {
  const before = await shell.json('gishe printers list --user admin')
  const at = sitAt('gishe printers set-up --user admin')
  await at.asks('Къде е принтерът?')
  at.types('127.0.0.1:1')
  expect(await at.asks('Къде е принтерът?')).toContain('Принтерът не отговаря')
  const { printer } = printed({}, {})
  const { port, stop } = await printerOnTcp(printer)
  at.types(`127.0.0.1:${port}`)
  await at.asks('Каква марка е?')
  at.types('<')
  await at.asks('Къде е принтерът?')
  at.program.write('\x03')
  expect(await at.ended).toBe(130)
  await stop()
  expect(await shell.json('gishe printers list --user admin')).toEqual(before)
})

test('what was typed comes back with the arrow up, «не» is an answer, Ctrl-D leaves like Ctrl-C', async () => {
  const before = await shell.json('gishe printers list --user admin')
  const { printer } = printed({}, {})
  const { port, stop } = await printerOnTcp(printer)
  const at = sitAt('gishe printers set-up --user admin')
  await at.asks('Къде е принтерът?')
  at.types(`127.0.0.1:${port}x`)
  expect(await at.asks('Къде е принтерът?')).toContain('Стрелка нагоре връща написаното.')
  at.program.write('\x1b[A')
  await expect.poll(at.seen).toContain(`127.0.0.1:${port}x`)
  at.types('\x7f')
  await at.asks('Каква марка е?')
  at.types('')
  await readPapers(
    at,
    { paper: () => printer.emulator.paper(), columns: 48, cutter: 'partial', drawer: null, wants: 46 },
    ['drawer'],
  )
  await at.asks('Свързано ли е чекмедже')
  at.types('не')
  await at.asks('Как се казва принтерът?')
  at.program.write('\x04')
  expect(await at.ended).toBe(130)
  await stop()
  expect(await shell.json('gishe printers list --user admin')).toEqual(before)
})

test('a printer on which a program prints is not taken from it: who has it is told', async () => {
  const { printer } = printed({}, {})
  const { port, stop } = await printerOnTcp(printer)
  const line = `tcp://127.0.0.1:${port}`
  await shell.run(`gishe printers set зает --profile epson-80 --line ${line} --user admin`)
  const owner = sitAt('gishe printers agent зает --user admin')
  await expect.poll(owner.seen, { timeout: 8_000 }).toContain('Печатам за „зает“')
  const at = sitAt('gishe printers set-up --user admin')
  await at.asks('Къде е принтерът?')
  const held = describeRefusal(
    refusal('printer.held', { name: 'зает', program: 'gishe printers agent' }),
    'bg',
  )
  await expect
    .poll(async () => {
      at.types(line)
      return (await at.asks('Къде е принтерът?')).includes(held)
    })
    .toBe(true)
  at.program.write('\x03')
  await at.ended
  owner.program.write('\x03')
  expect(await owner.ended).toBe(0)
  await stop()
})

test('without a terminal it says what to use; a cashier may not', async () => {
  const ran = await shell.run('gishe printers set-up --user admin')
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain('gishe printers set')
  const at = sitAt('gishe printers set-up --user kasa1')
  expect(await at.ended).toBe(1)
  expect(at.seen()).toContain('не можете да настройвате принтери')
})
