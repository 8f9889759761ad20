import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { KioskConfiguration } from '../rules/kiosks.ts'
import type { Door } from './door.ts'
import { programVersion } from './installation.ts'
import { becomeDevice } from './start-device.ts'
import { WrongUsage } from './wrong-usage.ts'

/** Becomes the device on this terminal. */
export function runDevice(boxes: readonly string[], door: Door): never {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new WrongUsage(door.lang, usage => usage.deviceNeedsTerminal)
  return becomeDevice(boxes, { ...process.env, GISHE_LANG: door.lang })
}

/** Exchanges a code for a key of this device. */
export async function enrolDevice(asked: {
  hub: URL
  code: string
  isAnew: boolean
}): Promise<{ home: string; deviceId: string; configuration: KioskConfiguration }> {
  const { enrol } = await import('../kiosk/enrol.ts')
  const { openOutbox } = await import('../kiosk/outbox.ts')
  const { kioskHome } = await import('../kiosk/home.ts')
  const home = kioskHome()
  const outbox = openOutbox(home, { beside: true })
  try {
    const configuration = await enrol(outbox, { ...asked, program: programVersion() })
    return { home, deviceId: outbox.deviceId, configuration }
  } finally {
    outbox.end()
  }
}

/** The address of a hub as it was typed. */
export async function hubGiven(typed: string, isPlainAllowed: boolean, door: Door): Promise<URL> {
  const { hubAddress } = await import('../kiosk/enrol.ts')
  const hub = hubAddress(typed, isPlainAllowed)
  if (hub === 'no_address')
    throw new WrongUsage(door.lang, usage => usage.notThus('--hub', 'https://hub.smolyan.bg', typed))
  if (hub === 'not_secure') throw new WrongUsage(door.lang, usage => usage.hubNotSecure(typed))
  return hub
}

export type DeviceStatus = {
  home: string
  deviceId: string | null
  isRunning: boolean
  hub: string | null
  refused: string | null
  configuration: KioskConfiguration | null
  waiting: number
  aside: number
  lastSeq: number
}

/** What this machine keeps as a device, whether it runs or not. */
export async function deviceStatus(): Promise<DeviceStatus> {
  const { isRunning, kioskHome } = await import('../kiosk/home.ts')
  const home = kioskHome()
  const nothing = { hub: null, refused: null, configuration: null, waiting: 0, aside: 0, lastSeq: 0 }
  if (!existsSync(join(home, 'outbox.db'))) return { home, deviceId: null, isRunning: false, ...nothing }
  const { openOutbox } = await import('../kiosk/outbox.ts')
  const outbox = openOutbox(home, { beside: true })
  try {
    return {
      home,
      deviceId: outbox.deviceId,
      isRunning: isRunning(home),
      hub: outbox.key()?.hub ?? null,
      refused: outbox.fact('refused'),
      configuration: outbox.configuration(),
      waiting: outbox.depth(),
      aside: outbox.aside(),
      lastSeq: outbox.lastSeq(),
    }
  } finally {
    outbox.end()
  }
}
