import { ZONE } from '../../../rules/dates.ts'
import type { FiscalLine, FiscalTender, SoldBefore, StornoReason } from '../../../rules/fiscal.ts'
import type { TextLine } from '../../../rules/papers/lines.ts'
import type { FiscalIdentity } from '../../device.ts'
import { Fault, type FaultCode } from '../../fault.ts'
import { amount } from '../fiscal-receipt.ts'
import type { FiscalOperator } from '../fiscal-settings.ts'
import type { CashState, ReceiptState } from '../fiscal-talk.ts'
import { type Command, nameOf, once } from '../isl/exchange.ts'
import { islText } from '../isl/letters.ts'
import { centsIn, momentIn, momentText, numberIn } from '../isl/values.ts'

/** The vocabulary of group C, as PROTOCOL.md cites it. Pure. */

/** How long a device may be busy: what drivers in use allow, not the manual. */
const ANSWER_MS = 5_000
const CLOSE_MS = 15_000
const REPORT_MS = 120_000

/** Every parameter ends with a TAB, also an empty one. */
const command = (code: number, given: readonly (string | number)[] = [], total_ms = ANSWER_MS): Command => ({
  code,
  data: given.map(value => `${value}\t`).join(''),
  total_ms,
})

/** What an answer holds after its error code. */
export const fieldsIn = (said: string): string[] => said.split('\t').slice(1)

const ERRORS: Record<number, FaultCode> = {
  [-112006]: 'out_of_paper',
  [-112007]: 'cover_open',
  [-100402]: 'overheated',
  [-112008]: 'device_error',
  [-112004]: 'clock',
  [-111015]: 'receipt_open',
  [-111046]: 'receipt_open',
  [-111047]: 'receipt_open',
  [-111067]: 'receipt_open',
  [-111024]: 'day_not_closed',
  [-102002]: 'password',
  [-101017]: 'password',
  [-105010]: 'memory_full',
  [-100114]: 'memory_full',
}

/** Each answer begins with an error code, 0 where all is well; a command that is not known has no answer. */
export function refusal({ code }: Command, said: string): Fault | null {
  const [error] = said.split('\t')
  if (error === '0') return null
  return new Fault(ERRORS[Number(error)] ?? 'refused', { detail: `${nameOf(code)} ${error}`.trim() })
}

export const NOT_FOUND = -100004
export const NO_MORE = -100003

const TILL = 1

export const openSale = ({ operator, password }: FiscalOperator, unp: string): Command =>
  command(0x30, [operator, password, unp, TILL, ''])

/** Of them: operator error, refund, reduction of the tax base. */
const REASONS: Record<StornoReason, number> = { operator_error: 0, refund: 1, tax_base: 2 }

export function openStorno(
  { operator, password }: FiscalOperator,
  unp: string,
  { reason, of }: { reason: StornoReason; of: SoldBefore },
): Command {
  const at = withSummerTime(Temporal.PlainDateTime.from(of.at))
  const sold = [Number(of.document), at, of.fiscalMemory]
  return command(0x2b, [operator, password, TILL, REASONS[reason], ...sold, '', '', '', unp])
}

/** The number that an opened receipt will have. */
export const numberedIn = (said: string): number => numberIn(fieldsIn(said)[0])

const NAME_LENGTH = 72

export const sell = ({ name, taxGroup, priceCents, quantity }: FiscalLine): Command =>
  command(0x31, [
    islText(name).slice(0, NAME_LENGTH),
    taxGroup,
    amount(priceCents),
    quantity.toFixed(3),
    '',
    '',
    0,
  ])

/** Neither printed nor shown, without a discount, only told: `document, sum, А…З`. */
export const subtotal = (): Command => command(0x33, [0, 0, '', ''])
export const subtotalIn = (said: string): number => centsIn(fieldsIn(said)[1])

/** The other modes, 2 to 5, are the device's own terminal and what whoever set it up named. */
export const TENDERS = ['cash', 'card'] as const

/** Cash, and a card that another terminal took. */
export const pay = ({ how, amountCents }: FiscalTender): Command =>
  once(command(0x35, [how === 'cash' ? 0 : 1, amount(amountCents), '']))

export const close = (): Command => command(0x38, [], CLOSE_MS)
export const cancel = (): Command => command(0x3c, [], CLOSE_MS)

/** `open, number, items, amount, paid` of the receipt that is open, else of the last one. */
export const receipt = (): Command => command(0x4c)
export function receiptIn(said: string): ReceiptState & { number: number } {
  const [open, number, items, sum, paid] = fieldsIn(said)
  return {
    isOpen: numberIn(open) !== 0,
    number: numberIn(number),
    items: numberIn(items),
    amountCents: Math.abs(centsIn(sum)),
    paidCents: Math.abs(centsIn(paid)),
  }
}

/** Looks a document of any kind up: `number, number of its kind, moment, kind, Z`. */
export const journal = (number: number): Command => command(0x7d, [0, number, 0])
export const journalMomentIn = (said: string): Temporal.PlainDateTime => momentIn(fieldsIn(said)[2])
const CANCELLED = '8'
export const isCancelledIn = (said: string): boolean => fieldsIn(said)[3] === CANCELLED
/** Its next line as text. */
export const journalNext = (): Command => command(0x7d, [1])
export const journalTextIn = (said: string): string => fieldsIn(said)[0] ?? ''

/** 0 in, 1 out; nothing only asks: `cash, in, out`. */
export const moveCash = (cents: number): Command => {
  const asked = command(0x46, [cents < 0 ? 1 : 0, amount(Math.abs(cents))], CLOSE_MS)
  return cents === 0 ? asked : once(asked)
}
export function cashIn(said: string): CashState {
  const [cash, into, out] = fieldsIn(said)
  return { cashCents: centsIn(cash), inCents: Math.abs(centsIn(into)), outCents: Math.abs(centsIn(out)) }
}

export const report = (kind: 'x_report' | 'z_report'): Command =>
  once(command(0x45, [kind === 'z_report' ? 'Z' : 'X'], REPORT_MS))
export const reportIn = (said: string): number => numberIn(fieldsIn(said)[0])

/** 3: the last receipt and the last Z report, `number, moment, number, moment`. */
export const lastReport = (): Command => command(0x7b, [3])
/** Before the first Z report there is no number. */
export const lastReportIn = (said: string): number => numberIn(fieldsIn(said)[2] || '0')
/** When the last receipt and the last Z report were issued; null where there was none. */
export function lastMomentsIn(said: string): { receipt: Moment; report: Moment } {
  const [, receipt, , report] = fieldsIn(said)
  return { receipt: momentOrNone(receipt), report: momentOrNone(report) }
}

type Moment = Temporal.PlainDateTime | null
const momentOrNone = (said: string | undefined): Moment => (/\d/.test(said ?? '') ? momentIn(said) : null)

/** The documents of a kind in a period, 1 for sales: `from, to, first number, last number`. */
export const searchSales = (from: Temporal.PlainDateTime): Command => command(0x7c, [momentText(from), '', 1])
export const firstFoundIn = (said: string): number => numberIn(fieldsIn(said)[2])

export const clock = (): Command => command(0x3e)
export const clockIn = (said: string): Temporal.PlainDateTime => momentIn(fieldsIn(said)[0])
export const setClock = (to: Temporal.PlainDateTime): Command => command(0x3d, [withSummerTime(to)])

const SUMMER_HOURS = '+03:00'

function withSummerTime(at: Temporal.PlainDateTime): string {
  return at.toZonedDateTime(ZONE).offset === SUMMER_HOURS ? `${momentText(at)} DST` : momentText(at)
}

/** Without the checksum: `name, firmware, its day, its time, checksum, switches, device number, fiscal memory` */
export const identity = (): Command => command(0x5a, [''])
export function identityIn(said: string): FiscalIdentity {
  const fields = fieldsIn(said)
  const [deviceNumber = '', fiscalMemory = ''] = fields.slice(6)
  return { model: fields[0] ?? '', firmware: fields[1] ?? '', deviceNumber, fiscalMemory }
}

export const openService = (): Command => command(0x26)
/** `text, bold, italic, height, underlined, alignment` */
export const write = ({ text, bold }: TextLine): Command =>
  command(0x2a, [text, bold ? 1 : '', '', '', '', ''])
export const closeService = (): Command => command(0x27, [], CLOSE_MS)

const QR_SIZE = 5
/** A QR code may be longer than what a frame holds. */
export const MOST = { code128: 31, qr: 200 }

/** 3 is Code 128, 4 a QR code with the size of its dots. */
export const draw = (kind: 'code128' | 'qr', data: string): Command =>
  command(0x54, kind === 'qr' ? [4, data, QR_SIZE] : [3, data])

const DRAWER_MS = 15
export const openDrawer = (): Command => command(0x6a, [DRAWER_MS])
