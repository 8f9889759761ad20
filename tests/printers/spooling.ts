import { afterEach, expect } from 'vitest'
import type { Device } from '../../printers/device.ts'
import { type Spooler, type SpoolerOptions, startSpooler } from '../../printers/spooler.ts'
import type { Office } from './memory-queue.ts'
import { pace } from './spooling-pace.ts'

export const running: Spooler[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map(spooler => spooler.stop()))
})

export const atRest = { printing: null, fault: null, warnings: [], standIn: null }

export type Print = Device['print']

/** A device that prints like this and is always well. */
export const deviceThat = (print: Print): Device => ({
  print,
  health: async () => ({ fault: null, warnings: [] }),
})

export function start(
  here: Office,
  { print, ...options }: Partial<SpoolerOptions> & { print?: Print } = {},
): Spooler {
  const device = deviceThat(print ?? (async () => ({ confirmed: false })))
  const spooler = startSpooler({ queue: here.connect(), device, pace, ...options })
  running.push(spooler)
  return spooler
}

export const states = (here: Office) => expect.poll(() => here.states(), { interval: 5, timeout: 4_000 })
