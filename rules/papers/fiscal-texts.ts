import type { FiscalTask, FiscalTender, StornoReason } from '../fiscal.ts'

/** What the town's own receipt says of the part of a payment that a fiscal receipt tells of. */
export type FiscalPartTexts = {
  /** The title where nothing else was paid. */
  noteTitle: string
  isNoReceipt: string
  ownTotal: string
  part: (unp: string) => string
}

/** What people read of the papers that a fiscal device issues itself. */
export type FiscalTexts = FiscalPartTexts & {
  titles: Record<FiscalTask['task'], string>
  /** The name of such a paper in lists: with the УНП of a sale. */
  named: (title: string, unp: string) => string
  forReading: string
  unp: string
  receipt: string
  total: string
  tenders: Record<FiscalTender['how'], string>
  reason: (reason: string) => string
  reasons: Record<StornoReason, string>
  of: (document: string) => string
  issuedAt: string
  fiscalMemory: string
  amount: string
}
