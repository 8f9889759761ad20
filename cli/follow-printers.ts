import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type DevicesOfDesk, devicesOfDesk, type PrinterToRun } from '../office/print/see-devices.ts'
import type { Session } from '../office/staff/sign-in.ts'
import type { Spooler } from '../printers/spooler.ts'
import type { Pace, SpoolerState } from '../printers/tended.ts'
import { startPrinting } from './printing.ts'

const LOOK_EVERY_MS = 5_000

/** How often it looks at the settings, and how patient its spoolers are. */
export type Rhythm = { every_ms?: number; pace?: Pace | undefined }

/** A printer on which this program prints. */
export type Tended = { printer: PrinterToRun; began: number; spooler: Spooler }

export type Followed = {
  devices: () => DevicesOfDesk
  tended: () => readonly Tended[]
  stop: () => Promise<void>
}

export type FollowOptions = Rhythm & {
  /** On which of them this program prints. */
  pick: (devices: DevicesOfDesk) => PrinterToRun[]
  onState: (printer: PrinterToRun, state: SpoolerState) => void
  /** The desk has other devices or settings, or one of them was seen to do otherwise. */
  onChange?: (devices: DevicesOfDesk) => void
  /** A look that failed, as when the database is away, changes nothing: the next one comes. */
  onMissed?: (error: unknown) => void
}

/** Prints on the devices of a desk, and follows the devices and the settings that the desk is given while it runs. */
export async function followPrinters(
  session: Session,
  deskId: string,
  { pick, onState, onChange, onMissed, every_ms = LOOK_EVERY_MS, pace }: FollowOptions,
): Promise<Followed> {
  const begin = (printer: PrinterToRun): Tended => ({
    printer,
    began: performance.now(),
    spooler: startPrinting(session, printer, state => onState(printer, state), pace),
  })
  const ending = new AbortController()
  let now = await devicesOfDesk(session.ctx(), deskId)
  let tended = pick(now).map(begin)
  const follow = async () => {
    const before = now
    now = await devicesOfDesk(session.ctx(), deskId)
    const wanted = pick(now)
    const isKept = (one: Tended) => wanted.some(printer => isSame(printer, one.printer))
    await Promise.all(tended.filter(one => !isKept(one)).map(one => one.spooler.stop()))
    if (ending.signal.aborted) return
    tended = wanted.map(printer => tended.find(one => isSame(printer, one.printer)) ?? begin(printer))
    if (!isDeepStrictEqual(now, before)) onChange?.(now)
  }
  void (async () => {
    while (!ending.signal.aborted) {
      await pause(every_ms, undefined, { signal: ending.signal }).catch(() => undefined)
      if (!ending.signal.aborted) await follow().catch(error => onMissed?.(error))
    }
  })()
  return {
    devices: () => now,
    tended: () => tended,
    stop: async () => {
      ending.abort()
      await Promise.all(tended.map(one => one.spooler.stop()))
    },
  }
}

/** The same printer with the same settings; how it was last seen changes all the time. */
const isSame = (one: PrinterToRun, another: PrinterToRun): boolean =>
  isDeepStrictEqual({ ...one, seen: null }, { ...another, seen: null })
