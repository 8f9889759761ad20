import type { FiscalTask } from '../fiscal.ts'

/**
 * A printed document as data: what is on it, not how a device draws it. Rendered by `lines.ts` for a width in columns.
 * Texts hold no control characters (see `plainText`); amounts are already text.
 */
export type Paper = {
  kind: PaperKind
  title: string
  blocks: Block[]
  /** Of a duplicate: which one, printed by whom and when. */
  duplicate?: { copy: number; who: string; at: string }
  /** Of the paper that brings the town's sign: what the printer keeps and `{ logo: true }` prints from then on. */
  newLogo?: Bitmap
  /** Of a paper that a fiscal device issues: what it is asked to do. The blocks tell the same to people. */
  fiscal?: FiscalTask
}

/** A picture of black dots: rows of bytes from the left, eight dots in each, all of them in base64. */
export type Bitmap = { width: number; rows: string }

export type PaperKind =
  | 'receipt'
  | 'reversal'
  | 'till-closing'
  | 'x-report'
  | 'no-sale'
  | 'report'
  | 'cash-in-voucher'
  | 'cash-out-voucher'
  | 'cash-book'
  | 'deposit'
  | 'terminal-day'
  | 'test-page'
  | 'slip'
  | 'label'
  | 'hand-out'
  | 'fiscal-receipt'
  | 'fiscal-storno'
  | 'fiscal-cash'
  | 'fiscal-report'

export type Align = 'left' | 'center' | 'right'

export type Block =
  /** A paragraph, wrapped at words. `large` is double width and height. */
  | { text: string; align?: Align; bold?: boolean; large?: boolean }
  /** Left part wrapped, right part (an amount) kept whole on its last line; wrapped where it is wider than the paper. */
  | { left: string; right: string; bold?: boolean; large?: boolean }
  /** A line across the paper. */
  | { rule: '-' | '=' }
  /** Empty lines. */
  | { feed: number }
  /** Opens the cash drawer; only ever on a paper that is queued in the transaction that took or gave cash. */
  | { drawer: true }
  /** A Code 128 barcode in the middle of the paper, of letters and signs of ASCII from space to `~`; its text stands below. */
  | { code128: string }
  /** A QR code in the middle of the paper. */
  | { qr: string }
  /** The coat of arms or sign of the town in the middle of the paper, where the printer or the sheet has one. */
  | { logo: true }
