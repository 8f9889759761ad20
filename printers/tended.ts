import type { PrinterWarning } from '../rules/printing.ts'
import type { Bell } from './bell.ts'
import type { Device } from './device.ts'
import type { Fault } from './fault.ts'
import type { PrintQueue } from './print-queue.ts'

/** How a printer does, as its spooler sees it. */
export type SpoolerState = {
  /** Id of the job at the printer. */
  printing: string | null
  /** Why the next paper waits. */
  fault: Fault | null
  warnings: readonly PrinterWarning[]
  /** The printer that has taken over what waits here. */
  standIn: string | null
  /** This program prints here. */
  owner: boolean
}

/** What a spooler knows of its printer from turn to turn. */
export type Tended = {
  queue: PrintQueue
  device: Device
  bell: Bell
  pace: Pace
  show: (change: Partial<SpoolerState>) => void
  state: () => SpoolerState
  /** Something went wrong with the database: papers may have been left in sending. */
  isCareful: boolean
  /** Papers are in doubt that the device was not asked about yet. */
  hasDoubts: boolean
  /** The last that was heard of the printer is that it cannot print. */
  isUnable: boolean
  unableSince: number | null
  /** How often in a row it could not, and how often it did not answer about papers in doubt. */
  faults: number
  askings: number
  /** Another printer may have papers of this one. */
  isAside: boolean
  /** Nothing called since the last look: the idle device is asked how it does. */
  isWatching: boolean
  /** What others were told last. */
  told: string | null
}

/**
 * `poll_ms`: the safety net under the wake, and how often an idle printer is asked how it does; `again_ms`: first wait after
 * a fault, doubled each time up to `most_ms`, or up to `unwell_ms` where the device itself says when it is well again;
 * `aside_ms`: how long a printer is unable before another one stands in; `tell_ms`: how often others are told of it.
 */
export type Pace = {
  poll_ms: number
  again_ms: number
  most_ms: number
  unwell_ms: number
  aside_ms: number
  tell_ms: number
}

/** Doubled each time. */
export const pause = ({ again_ms, most_ms }: Pace, misses: number): number =>
  Math.min(again_ms * 2 ** misses, most_ms)
