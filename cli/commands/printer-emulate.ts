import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { WrongUsage } from '../wrong-usage.ts'

const PORTS = { least: 1, most: 65_535 }

export const printerEmulateCommands = () => [declare('printers emulate', emulate, { repeated: ['fault'] })]

/** Stands in for a device until it is told to stop. The emulators are read only by whoever wants one. */
async function emulate(given: Given<'printers emulate'>, door: Door): Promise<void> {
  const { emulatedDevice, isEmulatedMake, emulatedMakes } = await import('../emulated-device.ts')
  const make = given.arg('device')
  if (!isEmulatedMake(make))
    throw new WrongUsage(door.lang, usage => usage.notOneOf(door.words.emulated.device, make, emulatedMakes))
  const device = emulatedDevice(make, { rom: given.text('rom'), faults: given.list('fault') }, door)
  const { emulateUntilStopped } = await import('../emulating.ts')
  await emulateUntilStopped(device, lineOf(given, door), {
    door,
    link: given.text('link') ?? null,
    paper: given.text('paper') ?? null,
  })
}

/** The TCP port, or null for a serial line of this machine. */
function lineOf(given: Given<'printers emulate'>, door: Door): number | null {
  const typed = given.text('tcp')
  if (given.has('pty') === (typed !== undefined))
    throw new WrongUsage(door.lang, usage => usage.oneOfBoth('--pty', '--tcp'))
  if (typed === undefined) return null
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : 0
  const { least, most } = PORTS
  if (port < least || port > most)
    throw new WrongUsage(door.lang, usage => usage.notBetween('--tcp', typed, least, most))
  return port
}
