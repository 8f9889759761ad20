import type { Channel } from '../documents.ts'
import type { Speed } from '../services.ts'
import type { TenderKind } from '../tenders.ts'
import type { MovementKind } from '../till-report.ts'
import type { BookTexts } from './book-texts.ts'
import type { FiscalTexts } from './fiscal-texts.ts'

/** The words of every paper in one language. Each locale has them all; they keep to letters that old printers have. */
export type PaperTexts = {
  heading: HeadingTexts
  receipt: ReceiptTexts
  reversal: ReversalTexts
  tillReport: TillReportTexts
  tillClosing: TillClosingTexts
  xReport: XReportTexts
  noSale: NoSaleTexts
  testPage: TestPageTexts
  logo: { title: string; kept: string }
  duplicate: DuplicateTexts
  standIn: StandInTexts
  vouchers: VoucherTexts
  cashVoucher: CashVoucherTexts
  books: BookTexts
  slip: SlipTexts
  label: LabelTexts
  handOut: HandOutTexts
  fiscal: FiscalTexts
}

/** Whose paper it is that comes out of another printer. */
export type StandInTexts = { forDesk: (desk: number) => string; forPrinter: (printer: string) => string }

/** The papers of the cash book: приходен (`in`) and разходен (`out`) касов ордер. */
export type CashVoucherTexts = {
  title: Record<'in' | 'out', string>
  number: Record<'in' | 'out', (number: string) => string>
  counterparty: Record<'in' | 'out', (name: string) => string>
  ground: (ground: string) => string
  amount: string
  inWords: (words: string) => string
  accountant: string
  manager: string
  cashier: string
  signedBy: Record<'in' | 'out', string>
}

/** What the cash book says the money is for (основание). */
export type VoucherTexts = {
  float: string
  takings: (desk: number) => string
  shortage: string
  surplus: string
  handedOver: string
}

export type HeadingTexts = {
  municipality: (name: string) => string
  bulstat: (bulstat: string) => string
  demo: string
  training: string
  desk: (number: number) => string
  cashier: string
}

export type ReceiptTexts = {
  title: string
  number: (number: string) => string
  speed: Record<Speed, string>
  paymentCode: (code: string) => string
  departmentTotal: string
  total: string
  inWords: (words: string) => string
  given: string
  change: string
  payer: string
  paidBy: string
  /** What a price that was agreed to stands instead of. */
  insteadOf: (price: string) => string
  card: string
  cardSlip: (slip: { terminal: string; authorisation: string; rrn: string; cardTail: string }) => string
  bank: string
  signature: string
  thanks: string
}

export type ReversalTexts = {
  title: string
  number: (number: string) => string
  receipt: string
  receiptTakenAt: string
  receiptCashier: string
  payer: string
  total: string
  back: Record<TenderKind, string>
  refundReference: (reference: string) => string
  reason: (reason: string) => string
  madeBy: string
  confirmedBy: string
  receivedBy: string
}

/** What the X and the Z of a till have in common. */
export type TillReportTexts = {
  openedAt: string
  payments: string
  firstReceipt: string
  lastReceipt: string
  openingFloat: string
  cashTaken: string
  cashReturned: string
  paidIn: string
  paidOut: string
  expected: string
  byTender: string
  tenders: Record<TenderKind, string>
  /** A sum and how many payments it is of. */
  counted: (name: string, payments: number) => string
  reversals: (count: number) => string
  reversal: (number: string, receipt: string) => string
  returned: Record<TenderKind, string>
  net: string
  byTerminal: string
  byService: string
  byPaymentCode: string
  noPaymentCode: string
  total: string
  movements: string
  movement: Record<MovementKind, string>
  overrides: string
  override: (receipt: string, code: string, published: string) => string
}

export type TillClosingTexts = {
  title: string
  number: (number: string) => string
  closedBy: string
  closedAt: string
  counted: string
  noDifference: string
  shortage: string
  surplus: string
  reason: (reason: string) => string
  left: string
  money: string
  handedOverSum: string
  handedOver: string
  takenOver: string
}

export type XReportTexts = { title: string; madeBy: string; closesNothing: string }

export type NoSaleTexts = { title: string; reason: (reason: string) => string }

export type DuplicateTexts = {
  mark: (copy: number) => string
  madeBy: (who: string, at: string) => string
}

export type TestPageTexts = {
  title: string
  printer: (name: string) => string
  profile: (profile: string) => string
  line: (line: string) => string
  columns: (columns: number) => string
  letters: string
  telltale: string
  signs: string
  sizes: string
  normal: string
  bold: string
  large: string
  left: string
  center: string
  right: string
  barcode: string
  qr: string
  readable: string
}

export type SlipTexts = {
  title: string
  uri: string
  cameBy: string
  channels: Record<Channel, string>
  applicant: string
  registeredBy: string
  dueOn: string
  fee: string
  bill: string
  missing: string
  accessCode: string
  checkAt: (address: string) => string
  checkByPhone: (phone: string) => string
  keepCode: string
}

export type HandOutTexts = {
  title: string
  request: string
  document: string
  applicant: string
  takenBy: string
  identity: string
  handedBy: string
  signature: string
}

export type LabelTexts = { title: string; accessCode: (code: string) => string }
