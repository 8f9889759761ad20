import type { Paper } from '../rules/papers/paper.ts'
import type { Device, Health, StatusAnswer } from './device.ts'
import { datecsDevice } from './drivers/datecs/driver.ts'
import { datecsXDevice } from './drivers/datecs-x/driver.ts'
import { erpnetDevice } from './drivers/erpnet-fp/driver.ts'
import { answersOf } from './drivers/escpos/answers.ts'
import { type Conversation, type Manner, printOn } from './drivers/escpos/conversation.ts'
import { endOfTornPaper, escposBytes } from './drivers/escpos/driver.ts'
import { healthOf } from './drivers/escpos/status.ts'
import { Talk } from './drivers/escpos/talk.ts'
import type { FiscalOperator, FiscalSettings } from './drivers/fiscal-settings.ts'
import { textBytes } from './drivers/text/driver.ts'
import { asFault, Fault } from './fault.ts'
import type { ErpnetProfile, FiscalProfile, Profile } from './profile.ts'
import { profileOf } from './profiles.ts'
import { deviceFileTransport } from './transports/device-file.ts'
import { fileTransport } from './transports/file.ts'
import { isProblem, type LineAddress, parseLine } from './transports/line.ts'
import { serialTransport } from './transports/serial.ts'
import { shareTransport } from './transports/share.ts'
import { tcpTransport } from './transports/tcp.ts'
import type { Line, Transport } from './transports/transport.ts'

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
    if (address.kind === 'preview') return issuingNothing(previewDevice)
    if (profile.driver === 'erpnet-fp') return erpnetAt(address, settings.fiscal)
    if (address.kind === 'http') throw new Fault('bad_settings', { detail: `${profile.name}: http` })
    if (isFiscal(profile)) return fiscalDevice(profile, address, settings.fiscal)
    return issuingNothing(receiptDevice(profile, address))
  } catch (error) {
    return noDevice(asFault(error, false))
  }
}

function erpnetAt(address: LineAddress, operator: FiscalOperator | undefined): Device {
  if (address.kind === 'http') return erpnetDevice(address.url, operator)
  throw new Fault('bad_settings', { detail: `erpnet-fp: ${address.kind}` })
}

/** A screen: papers are shown there and printed nowhere. */
const previewDevice: Device = {
  isMute: true,
  print: async () => ({ confirmed: false }),
  health: async () => ({ fault: null, warnings: [] }),
}

/** No fiscal device: what it printed of a fiscal paper would only look like one. */
const issuingNothing = (device: Device): Device => ({
  ...device,
  print: (paper, note) =>
    paper.fiscal
      ? Promise.reject(new Fault('bad_settings', { detail: `${paper.fiscal.task}: no fiscal device` }))
      : device.print(paper, note),
})

const noDevice = (fault: Fault): Device => ({
  print: () => Promise.reject(fault),
  health: async () => ({ fault, warnings: [] }),
})

type PaperProfile = Exclude<Profile, FiscalProfile | ErpnetProfile>

const isFiscal = (profile: Profile): profile is FiscalProfile => profile.driver in FISCAL_DRIVERS

const FISCAL_DRIVERS: Record<FiscalProfile['driver'], (settings: FiscalSettings) => Device> = {
  datecs: datecsDevice,
  'datecs-x': datecsXDevice,
}

/** It answers each command, so it stands on a line that can answer. */
function fiscalDevice(
  { driver, columns }: FiscalProfile,
  address: DeviceAddress,
  operator: FiscalOperator | undefined,
): Device {
  if (isDumb(address)) throw new Fault('bad_settings', { detail: address.kind })
  if (!operator) throw new Fault('bad_settings', { detail: 'operator' })
  return FISCAL_DRIVERS[driver]({ open: () => opened(address), operator, columns })
}

/** Every make of receipt printer, over every line. It remembers whether the paper before came out whole. */
function receiptDevice(profile: PaperProfile, address: DeviceAddress): Device {
  const manner = mannerOf(profile, address)
  let before: 'whole' | 'torn' | 'unknown' = 'unknown'
  return {
    isMute: !manner.asks,
    ...(manner.asks && { answers: () => answersOver(address) }),
    async print(paper) {
      const bytes = bytesOf(paper, profile)
      const line = await opened(address)
      try {
        const apart = before === 'torn' && profile.driver === 'escpos' ? endOfTornPaper(profile) : undefined
        const waits = waitsFor(bytes.length + (apart?.length ?? 0), address)
        const about = { manner, waits, isFresh: before === 'whole' }
        const printed = await printOn(line, bytes, { ...about, ...(apart && { apart }) })
        before = 'whole'
        return address.kind === 'file' ? { confirmed: true } : printed
      } catch (error) {
        const fault = asFault(error)
        if (fault.sentBytes) before = 'torn'
        throw fault
      }
    },
    async health() {
      const line = await opened(address).catch(error => asFault(error, false))
      if (line instanceof Fault) return { fault: line, warnings: [] }
      const health = manner.asks ? await healthOf(new Talk(line)).catch(unwell) : WELL
      await line.close().catch(() => undefined)
      return health
    },
  }
}

async function answersOver(address: DeviceAddress): Promise<StatusAnswer[]> {
  const line = await opened(address)
  try {
    return await answersOf(new Talk(line))
  } finally {
    await line.close().catch(() => undefined)
  }
}

const WELL: Health = { fault: null, warnings: [] }
const unwell = (error: unknown): Health => ({ fault: asFault(error, false), warnings: [] })

const LEAST_COLUMNS = 20
const MOST_COLUMNS = 132

function resolve({ profile: name, townProfile, line, columns }: PrinterSettings): {
  profile: Profile
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

/** Nothing ever comes back over it. */
const isDumb = ({ kind }: DeviceAddress): boolean => kind === 'file' || kind === 'share'

/** What can be said to it besides papers: nothing where nobody answers. */
function mannerOf(profile: PaperProfile, address: DeviceAddress): Manner {
  if (profile.driver !== 'escpos' || profile.status === 'none' || isDumb(address)) return SILENT
  return { asks: true, pushes: profile.pushes, processId: profile.processId }
}

const SILENT: Manner = { asks: false, pushes: false, processId: false }

/** The line to the device itself, for whoever speaks to it before it has a profile. Throws a `Fault`. */
export async function openLine(text: string): Promise<Line> {
  const address = parseLine(text)
  if (isProblem(address) || address.kind === 'preview' || address.kind === 'http')
    throw new Fault('bad_settings', { detail: text })
  return opened(address)
}

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
    case 'share':
      return shareTransport(address.path)
    case 'file':
      return fileTransport(address.path)
  }
}

type DeviceAddress = Exclude<LineAddress, { kind: 'preview' | 'http' }>

const AT_LEAST_MS = 5_000
/** A full line of 48 letters is 40 ms of paper at the 100 mm/s of a slow printer; five times that leaves room for cuts. */
const PRINTING_MS_PER_BYTE = 4
const BITS_PER_BYTE = 10

/** A line that takes its time (ten bits a byte, twice over for flow control) and a mechanism that takes its own. */
function waitsFor(bytes: number, address: DeviceAddress): Conversation['waits'] {
  const line_ms = address.kind === 'serial' ? (bytes * BITS_PER_BYTE * 2 * 1_000) / address.baud : 0
  const printed_ms = AT_LEAST_MS + bytes * PRINTING_MS_PER_BYTE
  return { send_ms: printed_ms + line_ms, printed_ms }
}
