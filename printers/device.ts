import type { FiscalDocument } from '../rules/fiscal.ts'
import type { Paper } from '../rules/papers/paper.ts'
import type { Note, PrinterWarning } from '../rules/printing.ts'
import type { Fault } from './fault.ts'

/** A printer of whatever make, as the spooler and the commands know it. Each call opens the line and closes it again. */
export type Device = {
  /**
   * Prints one paper. Throws a `Fault`; with `sentBytes` false nothing reached the paper and it may be sent again. `note` is
   * called, where a device can be asked afterwards, before the first byte that could put something on paper.
   */
  print(paper: Paper, note: TakeNote): Promise<Printed>
  /** True where it cannot tell how it does: then it is not asked while nothing is owed to it. */
  isMute?: boolean
  /** What keeps it from printing now, and what it warns of, as far as it can tell without printing. Never throws. */
  health(): Promise<Health>
  /** All that it says of itself, question by question; absent where it answers none. Throws a `Fault`. */
  answers?(): Promise<StatusAnswer[]>
  /** What became of a paper that is in doubt; absent where a device cannot know. Throws a `Fault` where it cannot be asked now. */
  ask?(paper: Paper, note: Note | null): Promise<Answer>
  /** Absent where it is no fiscal device. */
  fiscal?: FiscalWork
}

export type TakeNote = (note: Note) => Promise<void>

/** `confirmed`: the printer said after the last byte that it printed, or the file is on the disk. */
export type Printed = { confirmed: boolean; document?: FiscalDocument }

export type Health = { fault: Fault | null; warnings: PrinterWarning[] }

/** `byte` is null where no answer came in time. */
export type StatusAnswer = { question: string; byte: number | null; words: StatusWord[] }

export type StatusWord =
  | 'no_answer'
  | 'online'
  | 'offline'
  | 'cover_open'
  | 'cover_closed'
  | 'feed_pressed'
  | 'stopped_by_paper_end'
  | 'error'
  | 'no_error'
  | 'cutter'
  | 'unrecoverable'
  | 'ends_by_itself'
  | 'paper_there'
  | 'paper_near_end'
  | 'paper_end'

/** `unknown`: only a person can tell. */
export type Answer =
  | { outcome: 'printed'; document?: FiscalDocument }
  | { outcome: 'not_printed' }
  | { outcome: 'unknown'; detail: string }

/** What a fiscal device tells and does besides papers. All throw a `Fault`. */
export type FiscalWork = {
  identity(): Promise<FiscalIdentity>
  /** The device's own clock. */
  clock(): Promise<Temporal.PlainDateTime>
  /** Refused by devices that sold something since the last Z report. */
  setClock(to: Temporal.PlainDateTime): Promise<void>
  lastDocument(): Promise<FiscalDocument>
  cashInDrawer(): Promise<number>
  /** Ends a receipt that was left open: cancels it, or pays and closes it where cancelling is no longer allowed. */
  endOpenReceipt(): Promise<'none_open' | 'cancelled' | 'closed'>
}

export type FiscalIdentity = {
  model: string
  firmware: string
  /** The number on the seal, the first part of each УНП. */
  deviceNumber: string
  fiscalMemory: string
}
