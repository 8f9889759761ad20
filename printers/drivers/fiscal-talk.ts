import type { FiscalLine, FiscalTender, SoldBefore, StornoReason } from '../../rules/fiscal.ts'
import type { PaperPicture, TextLine } from '../../rules/papers/lines.ts'
import type { PrinterWarning } from '../../rules/printing.ts'
import type { FiscalIdentity } from '../device.ts'
import type { Fault } from '../fault.ts'

/**
 * What a fiscal device of whatever make is told over an open line. Everything throws a `Fault`: with `sentBytes` false the
 * device said that it did not do it, with `sentBytes` true nobody knows.
 */
export type FiscalTalk = {
  state(): Promise<DeviceState>
  identity(): Promise<FiscalIdentity>
  clock(): Promise<Temporal.PlainDateTime>
  setClock(to: Temporal.PlainDateTime): Promise<void>

  lastNumber(): Promise<number>
  /** `lastNumber` is of the last document of any kind, not of the last receipt only. */
  countsAll: boolean
  /** The receipt that is open, else the last one. A cancelled one was not paid. */
  receipt(): Promise<ReceiptState>
  /** How it can be paid. */
  tenders: readonly FiscalTender['how'][]
  /** Opens a receipt; the number that it will have, where the make tells it. */
  openSale(unp: string): Promise<number | null>
  openStorno(unp: string, reason: StornoReason, of: SoldBefore): Promise<number | null>
  sell(line: FiscalLine): Promise<void>
  subtotal(): Promise<number>
  pay(tender: FiscalTender): Promise<void>
  close(): Promise<void>
  cancel(): Promise<void>
  /** When a document was issued, by the clock of the device: `2026-11-22T10:15:00`. */
  issuedAt(number: number): Promise<string>
  /** What the electronic journal has under a number; null where there is no such document. */
  journal(number: number): Promise<JournalEntry | null>

  cash(): Promise<CashState>
  /** Negative takes out. */
  moveCash(cents: number): Promise<void>
  /** The number of the report, null where it has none. */
  report(kind: 'x_report' | 'z_report'): Promise<number | null>
  /** The number of the last Z report; refused by devices that count documents only. */
  lastReport(): Promise<number>
  /** When the device began to sell since its last Z report, null where it did not; absent where it cannot tell. */
  dayBegan?(): Promise<Temporal.PlainDateTime | null>

  openService(): Promise<void>
  write(line: TextLine): Promise<void>
  /** Throws a `Fault` with the code 'refused' where the device cannot draw it. */
  draw(picture: PaperPicture): Promise<void>
  closeService(): Promise<void>
  openDrawer(): Promise<void>
  /** Whether a command had to be sent again since the line was opened. */
  wasRepeated(): boolean
  hangUp(): Promise<void>
}

export type DeviceState = { fault: Fault | null; warnings: PrinterWarning[]; open: OpenDocument | null }

export type OpenDocument = 'storno' | 'sale' | 'service'

/** `items` are the sales so far. */
export type ReceiptState = { isOpen: boolean; items: number; amountCents: number; paidCents: number }

/** A document that was printed, and when, as `issuedAt`; only receipts have an УНП. */
export type JournalEntry = { unp: string | null; isCancelled: boolean; at: string | null }

/** What is in the drawer, and what was put in and taken out since the last Z report. */
export type CashState = { cashCents: number; inCents: number; outCents: number }
