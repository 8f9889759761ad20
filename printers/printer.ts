import type { Paper } from '../rules/papers/paper.ts'
import type { Device, Printed } from './device.ts'
import { escposBytes } from './drivers/escpos/driver.ts'
import { untilPrinted, whyNotReady } from './drivers/escpos/status.ts'
import { textBytes } from './drivers/text/driver.ts'
import { asFault, Fault } from './fault.ts'
import type { Profile as PaperProfile } from './profile.ts'
import { profileOf } from './profiles.ts'
import { deviceFileTransport } from './transports/device-file.ts'
import { fileTransport } from './transports/file.ts'
import { isProblem, type LineAddress, parseLine } from './transports/line.ts'
import { serialTransport } from './transports/serial.ts'
import { tcpTransport } from './transports/tcp.ts'
import type { Line, Transport } from './transports/transport.ts'

/** Who works with a fiscal device, as the device knows them. */
export type FiscalOperator = { operator: number; password: string }

/**
 * How a printer is set: the name of a profile, where the town made it also the profile itself; a line as `parseLine` reads
 * it; columns where the profile errs.
 */
export type PrinterSettings = {
  profile: string
  townProfile?: unknown
  line: string
  columns?: number
  fiscal?: FiscalOperator
}

/** The printer that these settings mean; settings that mean none are told by each call. */
export function deviceOf(settings: PrinterSettings): Device {
  try {
    const { profile, address } = resolve(settings)
    if (address.kind === 'preview') return previewDevice
    return receiptDevice(profile, address)
  } catch (error) {
    return noDevice(asFault(error, false))
  }
}

/** A screen: papers are shown there and printed nowhere. */
const previewDevice: Device = {
  isMute: true,
  print: async () => ({ confirmed: false }),
  health: async () => ({ fault: null, warnings: [] }),
}

const noDevice = (fault: Fault): Device => ({
  print: () => Promise.reject(fault),
  health: async () => ({ fault, warnings: [] }),
})

const receiptDevice = (profile: PaperProfile, address: DeviceAddress): Device => ({
  isMute: !asks(profile, address),
  async print(paper) {
    const bytes = bytesOf(paper, profile)
    const line = await opened(address)
    const printed = await printOn(line, bytes, {
      asks: asks(profile, address),
      waits: waitsFor(bytes.length, address),
    })
    return address.kind === 'file' ? { confirmed: true } : printed
  },
  async health() {
    const fault = await whyNotPrint(profile, address).catch(error => asFault(error, false))
    return { fault, warnings: [] }
  },
})

async function whyNotPrint(profile: PaperProfile, address: DeviceAddress): Promise<Fault | null> {
  const line = await opened(address)
  const why = asks(profile, address) ? await whyNotReady(line).catch(error => asFault(error, false)) : null
  await line.close().catch(() => undefined)
  return why
}

export type Waits = { send_ms: number; printed_ms: number }

/** The conversation over an open line, which it closes: is it ready, here is the paper, is it printed. */
export async function printOn(
  line: Line,
  bytes: Uint8Array,
  { asks, waits }: { asks: boolean; waits: Waits },
): Promise<Printed> {
  try {
    if (asks) await refuseUnlessReady(line)
    await line.write(bytes, waits.send_ms).catch(error => explain(line, asks, asFault(error)))
    if (asks) await untilPrinted(line, waits.printed_ms).catch(touched)
  } catch (error) {
    await line.close().catch(() => undefined)
    throw asFault(error)
  }
  await line.close().catch(error => (asks ? undefined : touched(error)))
  return { confirmed: asks }
}

async function refuseUnlessReady(line: Line): Promise<void> {
  const why = await whyNotReady(line).catch(error => asFault(error, false))
  if (why) throw why
}

/** A printer that stops taking bytes half-way usually knows why. */
async function explain(line: Line, asks: boolean, fault: Fault): Promise<never> {
  const why = asks && fault.code === 'timeout' ? await whyNotReady(line).catch(() => null) : null
  throw why ? asFault(why, fault.sentBytes) : fault
}

const touched = (error: unknown): never => {
  throw asFault(error, true)
}

const LEAST_COLUMNS = 20
const MOST_COLUMNS = 132

function resolve({ profile: name, townProfile, line, columns }: PrinterSettings): {
  profile: PaperProfile
  address: LineAddress
} {
  const profile = profileOf({ profile: name, townProfile })
  if (!profile) throw new Fault('bad_settings', { detail: `profile ${name}` })
  const address = parseLine(line)
  if (isProblem(address)) throw new Fault('bad_settings', { detail: `${address.problem}: ${address.piece}` })
  const width = columns ?? profile.columns
  if (!Number.isInteger(width) || width < LEAST_COLUMNS || width > MOST_COLUMNS)
    throw new Fault('bad_settings', { detail: `columns ${width}` })
  return { profile: { ...profile, columns: width }, address }
}

/** A paper that cannot be drawn can never be printed, so it is reported as a matter of settings, nothing sent. */
function bytesOf(paper: Paper, profile: PaperProfile): Uint8Array {
  try {
    return profile.driver === 'text' ? textBytes(paper, profile) : escposBytes(paper, profile)
  } catch (error) {
    throw new Fault('bad_settings', { detail: `${paper.kind}: ${error}` })
  }
}

const asks = (profile: PaperProfile, address: DeviceAddress): boolean =>
  profile.driver === 'escpos' && profile.status === 'dle-eot' && address.kind !== 'file'

const opened = (address: DeviceAddress): Promise<Line> =>
  transportTo(address)
    .open()
    .catch(error => {
      throw asFault(error, false)
    })

function transportTo(address: DeviceAddress): Transport {
  switch (address.kind) {
    case 'serial':
      return serialTransport(address)
    case 'usb':
      return deviceFileTransport(address.path)
    case 'tcp':
      return tcpTransport(address.host, address.port)
    case 'file':
      return fileTransport(address.path)
  }
}

type DeviceAddress = Exclude<LineAddress, { kind: 'preview' }>

const AT_LEAST_MS = 5_000
/** A full line of 48 letters is 40 ms of paper at the 100 mm/s of a slow printer; five times that leaves room for cuts. */
const PRINTING_MS_PER_BYTE = 4
const BITS_PER_BYTE = 10

/** A line that takes its time (ten bits a byte, twice over for flow control) and a mechanism that takes its own. */
function waitsFor(bytes: number, address: DeviceAddress): Waits {
  const line_ms = address.kind === 'serial' ? (bytes * BITS_PER_BYTE * 2 * 1_000) / address.baud : 0
  const printed_ms = AT_LEAST_MS + bytes * PRINTING_MS_PER_BYTE
  return { send_ms: printed_ms + line_ms, printed_ms }
}
