import {
  type FiscalLine,
  type FiscalTender,
  type SoldBefore,
  type StornoReason,
  taxLetter,
} from '../../../rules/fiscal.ts'
import type { FiscalIdentity } from '../../device.ts'
import { Fault } from '../../fault.ts'
import { amount } from '../fiscal-receipt.ts'
import type { FiscalOperator } from '../fiscal-settings.ts'
import type { CashState, ReceiptState } from '../fiscal-talk.ts'
import { type Command, once } from '../isl/exchange.ts'
import { islText } from '../isl/letters.ts'
import { centsIn, momentIn, momentText, numberIn } from '../isl/values.ts'

/** The vocabulary of group A, as PROTOCOL.md cites it. Pure. */

/** How long a device may be busy: what drivers in use allow, not the manual. */
const ANSWER_MS = 5_000
const CLOSE_MS = 15_000
const REPORT_MS = 120_000

const command = (code: number, data = '', total_ms = ANSWER_MS): Command => ({ code, data, total_ms })

const TILL = 1

export const openSale = ({ operator, password }: FiscalOperator, unp: string): Command =>
  command(0x30, `${operator},${password},${TILL},${unp}`)

/** Ours of: operator error, refund, reduction of the tax base. */
const REASONS: Record<StornoReason, string> = { operator_error: 'E', refund: 'R', tax_base: 'T' }

export function openStorno(
  { operator, password }: FiscalOperator,
  unp: string,
  { reason, of }: { reason: StornoReason; of: SoldBefore },
): Command {
  const [day, month, year, ...time] = momentText(Temporal.PlainDateTime.from(of.at)).split(/[-: ]/)
  const sold = [of.unp, [day, month, year, ...time].join(''), of.fiscalMemory]
  const document = `${REASONS[reason]}${Number(of.document)}`
  return command(0x2e, [operator, password, TILL, unp, document, ...sold].join(','))
}

/** The name on at most two lines of `columns` letters. */
export function sell({ name, taxGroup, priceCents, quantity }: FiscalLine, columns: number): Command {
  const lines = wrapped(islText(name), columns).slice(0, 2)
  const count = Number(quantity.toFixed(3))
  return command(0x31, `${lines.join('\n')}\t${taxLetter(taxGroup)}${amount(priceCents)}*${count}`)
}

function wrapped(text: string, columns: number): string[] {
  const words = text.trim().split(/ +/)
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= columns)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.slice(0, columns))
  }
  return lines
}

/** Neither printed nor shown, only told. */
export const subtotal = (): Command => command(0x33, '00')
export const subtotalIn = (said: string): number => centsIn(said.split(',')[0])

/** P cash, D debit card, r bank transfer. */
const MODES: Record<FiscalTender['how'], string> = { cash: 'P', card: 'D', bank: 'r' }

export const pay = ({ how, amountCents }: FiscalTender): Command =>
  once(command(0x35, `\t${MODES[how]}${amount(amountCents)}`))

/** `D` with what is left to pay, `R` with the change; every other letter is a no. */
export const isPaid = (said: string): boolean => /^[DR]/.test(said)

export const close = (): Command => command(0x38, '', CLOSE_MS)
export const cancel = (): Command => command(0x3c, '', CLOSE_MS)

/** T: with what was paid. `open,items,amount,paid` */
export const receipt = (): Command => command(0x4c, 'T')
export function receiptIn(said: string): ReceiptState {
  const [open, items, sum, paid] = said.split(',')
  return {
    isOpen: numberIn(open) !== 0,
    items: numberIn(items),
    amountCents: Math.abs(centsIn(sum)),
    paidCents: Math.abs(centsIn(paid)),
  }
}

/** The last document of any kind. */
export const lastNumber = (): Command => command(0x71)
export const lastNumberIn = numberIn

/** `W` begins to read a document as data, `w` goes on; `F` is the end. */
export const journal = (number: number): Command => command(0x77, `W,${number}`)
export const journalNext = (): Command => command(0x77, 'w')

/** `0` cash, `100.00` in, `-50.00` out; `P|F,cash,in,out`. */
export const moveCash = (cents: number): Command =>
  cents === 0 ? command(0x46, '0') : once(command(0x46, amount(cents), CLOSE_MS))
export function cashIn(said: string): CashState {
  const [done, cash, into, out] = said.split(',')
  if (done !== 'P') throw new Fault('refused', { detail: `46h: ${said}` })
  return { cashCents: centsIn(cash), inCents: Math.abs(centsIn(into)), outCents: Math.abs(centsIn(out)) }
}

export const report = (kind: 'x_report' | 'z_report'): Command =>
  once(command(0x45, kind === 'z_report' ? '0' : '2', REPORT_MS))
/** `closure,total,А…З` */
export const reportIn = (said: string): number => numberIn(said.split(',')[0])

/** The last record of the fiscal memory: `P,number,А…З,day`, or `F` where there is none. */
export const lastReport = (): Command => command(0x40)
export function lastReportIn(said: string): number {
  const [done, number] = said.split(',')
  return done === 'P' ? numberIn(number) : 0
}

export const clock = (): Command => command(0x3e)
export const clockIn = momentIn
export const setClock = (to: Temporal.PlainDateTime): Command => command(0x3d, momentText(to))

/** `1` would count the checksum, which takes its time: `name,firmware,checksum,switches,device number,fiscal memory` */
export const identity = (): Command => command(0x5a, '0')
export function identityIn(said: string): FiscalIdentity {
  const [model = '', firmware = '', , , deviceNumber = '', fiscalMemory = ''] = said.split(',')
  return { model, firmware, deviceNumber, fiscalMemory }
}

export const openService = (): Command => command(0x26)
export const write = (text: string): Command => command(0x2a, text)
export const closeService = (): Command => command(0x27, '', CLOSE_MS)

export const MOST = { code128: 30, qr: 140 }

/** 3 is Code 128, Q a QR code. */
export const draw = (kind: 'code128' | 'qr', data: string): Command =>
  command(0x54, `${kind === 'qr' ? 'Q' : '3'};${data}`)

const DRAWER_MS = 15
export const openDrawer = (): Command => command(0x6a, String(DRAWER_MS))
