import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { roms } from '../../printers/emulators/escpos-paper.ts'
import { openDemoShell, root, type Shell } from '../support/cli.ts'
import { type EmulatedPrinter, emulatedPrinter, printerOnTcp } from '../support/emulated-printer.ts'

const asCashier = { GISHE_USER: 'kasa1', GISHE_DESK: '1' }
const asAdmin = { GISHE_USER: 'admin', GISHE_DESK: '1' }
let shell: Shell
let printer: EmulatedPrinter
let line: { port: number; stop: () => Promise<void> }
const children: ChildProcess[] = []

beforeAll(async () => {
  shell = await openDemoShell()
  printer = emulatedPrinter({}, { rom: roms.epson })
  line = await printerOnTcp(printer)
  await set(`--profile epson-80 --line tcp://127.0.0.1:${line.port}`)
  await shell.run('gishe till open --float 50', asCashier)
})
afterEach(async () => {
  for (const child of children.splice(0)) await ended(child, 'SIGTERM')
  printer.emulator.set({ paperOut: false, nearEnd: false, busy: false })
  await set('--printed-by desk --stand-in none')
})
afterAll(async () => {
  await line.stop()
  await shell.close()
})

const set = (options: string) => shell.run(`gishe printers set "екран 1" ${options}`, asAdmin)
const pay = () => shell.run('gishe payments take --service 2016', asCashier)
const onPaper = () => printer.emulator.paper().join('\n')
const jobs = async () =>
  (await shell.json('gishe print jobs --limit 50', asCashier)) as {
    id: string
    state: string
    title: string
    fault: string | null
    attempts: number
  }[]

/** A program that goes on until it is ended, and what it said. */
function running(command: string, env: Record<string, string>) {
  const child = spawn(join(root, 'gishe'), command.split(' '), {
    env: { PATH: process.env['PATH'], HOME: shell.home, GISHE_HOME: shell.home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', text => (said += text))
  return { child, said: () => said }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal)
    await once(child, 'exit')
  }
  return child.exitCode
}

const soon = { timeout: 20_000, interval: 100 }

describe('an agent beside the printer', () => {
  test('prints for the desk and nobody else does; what happens to the printer it says, once', async () => {
    await set('--printed-by agent')
    const agent = running('printers agent', asCashier)
    await expect.poll(agent.said, soon).toContain(`Печатам за „екран 1“ (tcp://127.0.0.1:${line.port}).`)
    expect((await pay()).stderr).toBe('')
    const [job] = await jobs()
    expect(job).toMatchObject({ state: 'printed', attempts: 1 })
    expect(onPaper()).toContain('ПРИХОДНА КВИТАНЦИЯ')
    printer.emulator.set({ paperOut: true })
    await expect.poll(agent.said, soon).toContain('екран 1: Хартията в принтера е свършила.')
    printer.emulator.set({ paperOut: false })
    await expect.poll(agent.said, soon).toContain('екран 1: Отново е готов.')
    expect(agent.said().match(/свършила/g)).toHaveLength(1)
    expect(await ended(agent.child, 'SIGTERM')).toBe(0)
    expect(agent.said()).toContain('Печатането е спряно.')
  })

  test('is told where the desk prints itself, and begins as soon as that is changed', async () => {
    const agent = running('printers agent', asCashier)
    await expect.poll(agent.said, soon).toContain('се печата от касата')
    expect((await pay()).stderr).toBe('')
    await set('--printed-by agent')
    await expect.poll(agent.said, soon).toContain('Печатам за „екран 1“')
    expect((await pay()).stderr).toBe('')
  })

  test('killed in the middle of a paper, another takes over: that paper is in doubt, the next comes out', async () => {
    await set('--printed-by agent')
    const first = running('printers agent', asCashier)
    await expect.poll(first.said, soon).toContain('Печатам за')
    await expect
      .poll(async () => (await shell.json('gishe printers status', asCashier)) as object[], soon)
      .toMatchObject([{ state: 'ready', seen_by: 'gishe printers agent' }])
    const second = running('printers agent', asCashier)
    await expect.poll(second.said, soon).toContain('Печатам за')
    printer.emulator.set({ busy: true })
    const torn = pay()
    await expect.poll(async () => (await jobs())[0]?.state, soon).toBe('sending')
    await ended(first.child, 'SIGKILL')
    printer.emulator.set({ busy: false })
    const next = pay()
    await expect
      .poll(async () => (await jobs()).slice(0, 2).map(({ state, fault }) => [state, fault]), soon)
      .toEqual([
        ['printed', null],
        ['unsure', 'interrupted'],
      ])
    await Promise.all([torn, next])
    await shell.run('gishe print resolve last --came-out no', asCashier)
  }, 60_000)

  test('needs to be told its desk, and who may not print is refused', async () => {
    const noDesk = await shell.run('gishe printers agent', { GISHE_USER: 'kasa1' })
    expect([noDesk.code, noDesk.stderr]).toEqual([2, expect.stringContaining('--desk')])
    const head = await shell.run('gishe printers agent --desk 1', { GISHE_USER: 'head' })
    expect(head.code).toBe(1)
  })
})

describe('how the printers do', () => {
  test('the device itself is asked where nobody prints; exit 3 says that it cannot', async () => {
    const well = await shell.run('gishe printers status', asCashier)
    expect(well).toMatchObject({ code: 0, stderr: '' })
    expect(well.stdout).toBe(
      [
        `екран 1 (epson-80, tcp://127.0.0.1:${line.port})`,
        '  готов',
        '  Попитан сега.',
        '  DLE EOT 1 = 12: на линия',
        '  DLE EOT 2 = 12: капакът е затворен',
        '  DLE EOT 3 = 12: няма грешка',
        '  DLE EOT 4 = 12: има хартия\n',
      ].join('\n'),
    )
    printer.emulator.set({ paperOut: true, nearEnd: true })
    const empty = await shell.run('gishe printers status "екран 1"', asCashier)
    expect(empty.code).toBe(3)
    expect(empty.stdout).toContain('  Хартията в принтера е свършила. Сложете нова ролка.\n')
    expect(empty.stdout).toMatch(
      /DLE EOT 1 = ..: спрян\n.*DLE EOT 2 = ..: капакът е затворен, спрян без хартия\n/,
    )
    expect(await shell.json('gishe printers status "екран 1"', asCashier)).toMatchObject([
      { name: 'екран 1', state: 'unable', fault: 'out_of_paper', asked: true, desks: [1] },
    ])
    expect((await shell.run('gishe printers status няма', asCashier)).code).toBe(1)
  })

  test('a printer without its agent says so', async () => {
    await set('--printed-by agent')
    const status = await shell.run('gishe printers status', asCashier)
    expect([status.code, status.stdout]).toEqual([3, expect.stringContaining('там никой не печата')])
    const doctor = await shell.run('gishe doctor', asAdmin)
    expect(doctor.stdout).toMatch(/^OK .*екран 1, epson-80, tcp:.*, агент$/m)
    const list = await shell.run('gishe printers list', asCashier)
    expect(list.stdout).toMatch(/^екран 1 +1 .*агент +epson-80 +tcp:/m)
    expect(list.stdout).toMatch(/^екран 2 +2 +екран +касата/m)
  })

  test('who stands in is set, listed and taken away; nobody stands in for themselves', async () => {
    expect(await set('--stand-in "екран 2"')).toMatchObject({ code: 0 })
    const listed = async () =>
      (
        (await shell.json('gishe printers list', asAdmin)) as {
          rows: { name: string; stand_in: string | null }[]
        }
      ).rows
    expect(await listed()).toContainEqual(expect.objectContaining({ name: 'екран 1', stand_in: 'екран 2' }))
    await set('--stand-in none')
    expect(await listed()).toContainEqual(expect.objectContaining({ name: 'екран 1', stand_in: null }))
    expect((await set('--stand-in "екран 1"')).stderr).toContain('не може да замества сам себе си')
    expect((await set('--stand-in няма')).code).toBe(1)
    expect((await set('--printed-by everybody')).code).toBe(2)
  })

  test('each change is a line with its time, for people and for programs', async () => {
    await set('--printed-by agent')
    const agent = running('printers agent', asCashier)
    await expect.poll(agent.said, soon).toContain('Печатам за')
    const watching = running('printers watch --json', asCashier)
    const records = () =>
      watching
        .said()
        .split('\n')
        .filter(Boolean)
        .map(text => JSON.parse(text) as { name: string; at: string; state: string; warnings: string[] })
        .filter(({ name }) => name === 'екран 1')
    await expect.poll(() => records().at(-1)?.state, soon).toBe('ready')
    printer.emulator.set({ nearEnd: true })
    await expect.poll(() => records().at(-1)?.warnings, soon).toEqual(['paper_near_end'])
    const read = running('printers watch', { ...asCashier })
    await expect.poll(read.said, soon).toMatch(/\d\d:\d\d:\d\d {2}екран 1: готов, хартията свършва\n/)
    expect(await ended(watching.child, 'SIGINT')).toBe(0)
  })
})
