import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { PrintQueue } from '../../printers/print-queue.ts'
import { type Make, makes, sale } from './fiscal-desk.ts'
import { fiscalDeviceAt, fiscalLine } from './fiscal-line.ts'
import { office } from './memory-queue.ts'
import { start } from './spooling.ts'

const PROGRAM = join(import.meta.dirname, '../support/fiscal-spooler-program.ts')
const UNP = 'DT000600-OP01-0001000'
/** A receipt of two lines, paid in two ways, is open from the eighth command to the thirteenth, one more or less. */
const COMMANDS = [3, 6, 7, 8, 9, 10, 11, 12, 13, 14]

const compiled = mkdtempSync(join(tmpdir(), 'gishe-compiled-'))
afterAll(() => rmSync(compiled, { recursive: true }))

type Call = { id: number; step: keyof PrintQueue; given: unknown[] }

/** A spooler as a program of its own; its queue is kept here. */
function program(make: Make, path: string, queue: PrintQueue): ChildProcess {
  const child = fork(PROGRAM, [JSON.stringify({ make, path })], {
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  })
  child.on('message', async ({ id, step, given }: Call) => {
    const call = queue[step] as (...given: unknown[]) => Promise<unknown>
    const told = await call(...given).then(
      value => ({ id, value }),
      error => ({ id, error: String(error) }),
    )
    if (child.connected) child.send(told)
  })
  return child
}

describe.each(Object.keys(makes) as Make[])('%s and a program that is killed', make => {
  test.each(COMMANDS)('at its command %i: whoever takes over leaves the receipt there once', async nth => {
    const { emulator, path, close } = await fiscalLine(make)
    const here = office()
    here.queue(UNP, {
      paper: sale({
        unp: UNP,
        tenders: [
          { how: 'card', amountCents: 1_700 },
          { how: 'cash', amountCents: 1_300 },
        ],
      }),
    })
    const ended = Promise.withResolvers<void>()
    let heard = 0
    emulator.onCommand = () => {
      if (++heard === nth) child.kill('SIGKILL')
    }
    const child = program(make, path, here.connect())
    child.on('exit', () => ended.resolve())
    const printed = Promise.withResolvers<void>()
    here.before = step => {
      if (step === 'printed') setImmediate(printed.resolve)
    }
    await Promise.race([ended.promise, printed.promise])
    child.kill('SIGKILL')
    await ended.promise
    here.restart()
    start(here, { device: fiscalDeviceAt(make, path) })
    await expect.poll(() => here.jobs[0]?.state, { interval: 10, timeout: 10_000 }).toBe('printed')
    const issued = emulator.journal().filter(({ kind }) => kind === 'sale')
    expect(issued.map(({ unp, total }) => `${unp} ${total}`)).toEqual([`${UNP} 3000`])
    close()
  })
})
