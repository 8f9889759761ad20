import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Device } from '../../printers/device.ts'
import type { FiscalEmulator } from '../../printers/emulators/isl.ts'
import { emulatorOnPty } from '../../printers/emulators/lines.ts'
import { isProblem, parseLine } from '../../printers/transports/line.ts'
import { serialTransport } from '../../printers/transports/serial.ts'
import { faultNamed, type Make, makes } from './fiscal-desk.ts'

const PACE = { again_ms: 20, mend_ms: 2_000, doubt_ms: [20, 100, 400] }
const SILENCE_MS = 80
const BACK_IN_MS = 40

/** A fiscal device at the end of a serial cable that somebody puts back whenever it was pulled. */
export type FiscalLine = { emulator: FiscalEmulator; path: string; close(): void }

export async function fiscalLine(make: Make, faults: readonly string[] = []): Promise<FiscalLine> {
  const folder = mkdtempSync(join(tmpdir(), 'gishe-fiscal-'))
  const path = join(folder, 'fp')
  const emulator = makes[make].emulator({ lastDocument: 122 }, { faults: faults.map(faultNamed) })
  let unplug: () => void = () => undefined
  let isOver = false
  const plugIn = async () => {
    if (isOver) return
    const pty = await emulatorOnPty(emulator)
    unplug = pty.unplug
    emulator.onDrop = () => {
      pty.unplug()
      setTimeout(() => void plugIn(), BACK_IN_MS)
    }
    rmSync(path, { force: true })
    symlinkSync(pty.path, path)
  }
  await plugIn()
  return {
    emulator,
    path,
    close() {
      isOver = true
      unplug()
      rmSync(folder, { recursive: true })
    },
  }
}

/** The device as a program at the near end of that cable knows it. */
export function fiscalDeviceAt(make: Make, path: string): Device {
  const address = parseLine(`serial:${path}?baud=115200`)
  if (isProblem(address) || address.kind !== 'serial') throw new Error(path)
  return makes[make].driver({
    open: () => serialTransport(address).open(),
    operator: { operator: 1, password: '0000' },
    columns: 42,
    silence_ms: SILENCE_MS,
    pace: PACE,
  })
}
