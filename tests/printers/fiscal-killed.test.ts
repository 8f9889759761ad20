import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { emulatorOnTcp } from '../../printers/emulators/lines.ts'
import { deviceOf, type PrinterSettings } from '../../printers/printer.ts'
import type { Note } from '../../rules/printing.ts'
import { type Make, makes, sale } from './fiscal-desk.ts'

const PROGRAM = join(import.meta.dirname, '../support/fiscal-program.ts')
const PROFILES: Record<Make, string> = { 'Datecs P': 'datecs-fp', 'Datecs X': 'datecs-fp-x' }

const compiled = mkdtempSync(join(tmpdir(), 'gishe-compiled-'))
afterAll(() => rmSync(compiled, { recursive: true }))

/** Prints in a program that is killed when the device has carried out a command; gives its notes. */
async function killedAt(command: string, make: Make) {
  const emulator = makes[make].emulator({ lastDocument: 122 }, {})
  const { port, close } = await emulatorOnTcp(emulator, 0)
  const settings: PrinterSettings = {
    profile: PROFILES[make],
    line: `tcp:127.0.0.1:${port}`,
    fiscal: { operator: 1, password: '0000' },
  }
  const program = spawn(process.execPath, [PROGRAM, JSON.stringify({ settings, paper: sale() })], {
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  emulator.onCommand = name => {
    if (name === command) program.kill('SIGKILL')
  }
  const [said] = await Promise.all([text(program.stdout), once(program, 'exit')])
  emulator.onCommand = () => undefined
  const notes = said.split('\n').filter(Boolean)
  return {
    emulator,
    device: deviceOf(settings),
    note: JSON.parse(notes.at(-1) ?? 'null') as Note | null,
    close,
  }
}

describe.each(Object.keys(makes) as Make[])('%s, its program killed', make => {
  test.each([
    ['identity', 'not_printed'],
    ['open', 'not_printed'],
    ['sale', 'not_printed'],
    ['subtotal', 'not_printed'],
    ['payment', 'printed'],
    ['close', 'printed'],
  ])('at %s: the next program finds it %s', async (command, outcome) => {
    const { emulator, device, note, close } = await killedAt(command, make)
    expect(await device.ask?.(sale(), note)).toMatchObject({ outcome })
    const issued = () => emulator.journal().filter(({ kind }) => kind === 'sale').length
    expect(issued()).toBe(outcome === 'printed' ? 1 : 0)
    if (outcome === 'not_printed') await device.print(sale(), async () => undefined)
    expect(issued()).toBe(1)
    await close()
  })
})
