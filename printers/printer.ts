import type { Paper } from '../rules/papers/paper.ts'
import { escposBytes } from './drivers/escpos/driver.ts'
import { untilPrinted, whyNotReady } from './drivers/escpos/status.ts'
import { textBytes } from './drivers/text/driver.ts'
import { asFault, Fault } from './fault.ts'
import { type Profile, profileNamed } from './profiles.ts'
import { deviceFileTransport } from './transports/device-file.ts'
import { fileTransport } from './transports/file.ts'
import { isProblem, type LineAddress, parseLine } from './transports/line.ts'
import { serialTransport } from './transports/serial.ts'
import { tcpTransport } from './transports/tcp.ts'
import type { Line, Transport } from './transports/transport.ts'

/** How a printer is set: the name of a profile, a line as `parseLine` reads it, columns where the profile errs. */
export type PrinterSettings = { profile: string; line: string; columns?: number }

/** `confirmed`: the printer said after the last byte that it printed, or the file is on the disk. */
export type Printed = { confirmed: boolean }

/**
 * Prints one paper. Throws a `Fault`; with `sentBytes` false nothing reached the paper and it may be sent again. A preview
 * line prints nowhere: the paper is shown on the screen only.
 */
export async function printPaper(settings: PrinterSettings, paper: Paper): Promise<Printed> {
  const { profile, address } = resolve(settings)
  const bytes = bytesOf(paper, profile)
  if (address.kind === 'preview') return { confirmed: false }
  const line = await opened(address)
  const printed = await printOn(line, bytes, {
    asks: asks(profile, address),
    waits: waitsFor(bytes.length, address),
  })
  return address.kind === 'file' ? { confirmed: true } : printed
}

/** What keeps this printer from printing now, as far as it can tell without printing; null when nothing is known. */
export async function whyNotPrint(settings: PrinterSettings): Promise<Fault | null> {
  try {
    const { profile, address } = resolve(settings)
    if (address.kind === 'preview') return null
    const line = await opened(address)
    const why = asks(profile, address) ? await whyNotReady(line).catch(error => asFault(error, false)) : null
    await line.close().catch(() => undefined)
    return why
  } catch (error) {
    return asFault(error, false)
  }
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

function resolve({ profile: name, line, columns }: PrinterSettings): {
  profile: Profile
  address: LineAddress
} {
  const profile = profileNamed(name)
  if (!profile) throw new Fault('bad_settings', { detail: `profile ${name}` })
  const address = parseLine(line)
  if (isProblem(address)) throw new Fault('bad_settings', { detail: `${address.problem}: ${address.piece}` })
  const width = columns ?? profile.columns
  if (!Number.isInteger(width) || width < LEAST_COLUMNS || width > MOST_COLUMNS)
    throw new Fault('bad_settings', { detail: `columns ${width}` })
  return { profile: { ...profile, columns: width }, address }
}

/** A paper that cannot be drawn can never be printed, so it is reported as a matter of settings, nothing sent. */
function bytesOf(paper: Paper, profile: Profile): Uint8Array {
  try {
    return profile.driver === 'text' ? textBytes(paper, profile) : escposBytes(paper, profile)
  } catch (error) {
    throw new Fault('bad_settings', { detail: `${paper.kind}: ${error}` })
  }
}

const asks = (profile: Profile, address: LineAddress): boolean =>
  profile.driver === 'escpos' && profile.status === 'dle-eot' && address.kind !== 'file'

const opened = (address: Exclude<LineAddress, { kind: 'preview' }>): Promise<Line> =>
  transportTo(address)
    .open()
    .catch(error => {
      throw asFault(error, false)
    })

function transportTo(address: Exclude<LineAddress, { kind: 'preview' }>): Transport {
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

const AT_LEAST_MS = 5_000
/** A full line of 48 letters is 40 ms of paper at the 100 mm/s of a slow printer; five times that leaves room for cuts. */
const PRINTING_MS_PER_BYTE = 4
const BITS_PER_BYTE = 10

/** A line that takes its time (ten bits a byte, twice over for flow control) and a mechanism that takes its own. */
function waitsFor(bytes: number, address: LineAddress): Waits {
  const line_ms = address.kind === 'serial' ? (bytes * BITS_PER_BYTE * 2 * 1_000) / address.baud : 0
  const printed_ms = AT_LEAST_MS + bytes * PRINTING_MS_PER_BYTE
  return { send_ms: printed_ms + line_ms, printed_ms }
}
