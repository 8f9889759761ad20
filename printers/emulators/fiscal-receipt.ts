import { PAPER_END } from './emulator.ts'
import {
  type FiscalMemory,
  type Issued,
  type IssuedKind,
  type Original,
  type Receipt,
  Refused,
  refuseWhen,
  type SoldLine,
} from './fiscal-memory.ts'
import {
  centred,
  codeOf,
  endText,
  freeText,
  isoOf,
  openText,
  plain,
  saleText,
  tenderText,
  totalText,
} from './fiscal-text.ts'
import { feed } from './roll.ts'

const MOST_LINES = 512
const MOST_CENTS = 999_999_999
const UNP = /^[A-Z]{2}\d{6}-[0-9A-Za-z]{4}-\d{7}$/

/** Prints all of it or refuses, so that a command without paper changes nothing. */
export function print(memory: FiscalMemory, lines: readonly string[]): void {
  for (const [condition, why] of [
    ['cover-open', 'cover_open'],
    ['overheated', 'overheated'],
    ['print-fault', 'print_fault'],
  ] as const)
    refuseWhen(memory.conditions.has(condition), why)
  refuseWhen(!feed(memory.roll, lines), 'no_paper')
  memory.page.push(...lines)
}

/** The operator's password; three wrong ones lock the device until it is switched off. */
export function checkOperator(memory: FiscalMemory, operator: string, password: string): number {
  refuseWhen(memory.wrongPasswords >= 3, 'locked')
  refuseWhen(!/^(?:[1-9]|[12]\d|30)$/.test(operator), 'syntax')
  if (password !== memory.password) {
    memory.wrongPasswords++
    throw new Refused('password')
  }
  memory.wrongPasswords = 0
  return Number(operator)
}

export type Opening = { operator: number; unp: string | null }

/** Opens a receipt for a sale. */
export function openSale(memory: FiscalMemory, opening: Opening): Receipt {
  return open(memory, { ...opening, kind: 'sale', reason: null, original: null })
}

/** Opens one that takes a sale back. */
export function openStorno(
  memory: FiscalMemory,
  opening: Opening & { reason: 0 | 1 | 2; original: Original },
): Receipt {
  const { original, reason } = opening
  const own = memory.journal.find(one => one.kind === 'sale' && one.document === original.document)
  const isOurs = original.fiscalMemory === memory.fiscalMemory
  refuseWhen(isOurs && own !== undefined && own.unp !== original.unp, 'not_found')
  refuseWhen(reason === 0 && isTooLate(memory, original.at), 'not_allowed')
  return open(memory, { ...opening, kind: 'storno' })
}

/** A mistake of the operator can be taken back until the seventh of the next month. */
function isTooLate(memory: FiscalMemory, at: string | null): boolean {
  const sold = at === null ? null : plain(at)
  if (!sold) return false
  const last = sold.toPlainDate().with({ day: 7 }).add({ months: 1 })
  return Temporal.PlainDate.compare(memory.now().toPlainDate(), last) > 0
}

function open(
  memory: FiscalMemory,
  { operator, unp, kind, reason, original }: Opening & Pick<Receipt, 'kind' | 'reason' | 'original'>,
): Receipt {
  refuseUnlessIdle(memory)
  refuseWhen(isDayOver(memory), 'day_over')
  refuseWhen(memory.conditions.has('memory-full'), 'memory_full')
  const given = unp ?? nextUnp(memory)
  refuseWhen(given === null || !UNP.test(given), 'syntax')
  const receipt: Receipt = {
    kind,
    document: memory.lastDocument + 1,
    unp: given ?? '',
    operator,
    lines: [],
    tenders: [],
    total: 0,
    paid: 0,
    reason,
    original,
    isPaymentStarted: false,
  }
  memory.page = []
  print(memory, openText(memory, receipt))
  memory.receipt = receipt
  memory.lastUnp = receipt.unp
  memory.day.since ??= memory.now()
  return receipt
}

/** Nothing is open and the device can begin a document. */
export function refuseUnlessIdle(memory: FiscalMemory): void {
  refuseWhen(memory.receipt !== null, 'receipt_open')
  refuseWhen(memory.isServiceOpen, 'service_open')
  refuseWhen(memory.header.length < 2, 'header')
  refuseWhen(memory.conditions.has('clock-unset'), 'clock')
  refuseWhen(memory.conditions.has('journal-full'), 'journal_full')
}

const A_DAY = { hours: 24 }

export function isDayOver(memory: FiscalMemory): boolean {
  const { since } = memory.day
  if (memory.conditions.has('day-blocked')) return true
  return since !== null && Temporal.PlainDateTime.compare(memory.now(), since.add(A_DAY)) > 0
}

/** The device counts on where the host names no number; it has to have heard one before. */
function nextUnp({ lastUnp }: FiscalMemory): string | null {
  if (lastUnp === null) return null
  const [device, operator, number] = lastUnp.split('-')
  return `${device}-${operator}-${String(Number(number) + 1).padStart(7, '0')}`
}

export function openReceipt(memory: FiscalMemory): Receipt {
  if (!memory.receipt) throw new Refused('receipt_closed')
  return memory.receipt
}

/** Price times quantity, half a cent and more up. A line may take back what was sold, never more. */
export function sell(memory: FiscalMemory, line: Omit<SoldLine, 'cents'>): Receipt {
  const receipt = openReceipt(memory)
  refuseWhen(receipt.isPaymentStarted, 'payment_started')
  refuseWhen(receipt.lines.length >= MOST_LINES, 'too_many')
  refuseWhen(!memory.taxGroups.includes(line.group), 'tax_group')
  const cents =
    Math.sign(line.price) * Math.round((Math.abs(line.price) * line.thousandths) / 1_000) + memory.miscount
  const inGroup = sumOf(receipt.lines.filter(sold => sold.group === line.group))
  refuseWhen(inGroup + cents < 0, 'negative')
  refuseWhen(receipt.total + cents > MOST_CENTS, 'not_allowed')
  const sold = { ...line, cents }
  print(memory, saleText(sold))
  receipt.lines.push(sold)
  receipt.total += cents
  return receipt
}

export const sumOf = (lines: readonly SoldLine[]): number => lines.reduce((sum, { cents }) => sum + cents, 0)

export type Paid = { due: number; change: number }

/** Pays a part or all; only cash has change, and a storno none. `cents` null pays what is due. */
export function pay(memory: FiscalMemory, mode: string, cents: number | null, words: string): Paid {
  const receipt = openReceipt(memory)
  const due = receipt.total - receipt.paid
  const given = cents ?? due
  const isCash = mode === memory.cashMode
  refuseWhen(given > due && receipt.kind === 'storno', 'change_in_storno')
  refuseWhen(given > due && !isCash, 'paid_too_much')
  const wantsCash = receipt.kind === 'storno' && isCash && receipt.reason !== 0
  refuseWhen(wantsCash && given > memory.day.cash, 'no_cash')
  const change = Math.max(0, given - due)
  const head = receipt.isPaymentStarted ? [] : totalText(receipt.total)
  print(memory, [...head, ...tenderText(words, { mode, cents: given }, change)])
  receipt.isPaymentStarted = true
  receipt.tenders.push({ mode, cents: given - change })
  receipt.paid += given - change
  return { due: receipt.total - receipt.paid, change }
}

/** Free text in an open receipt. */
export function writeText(memory: FiscalMemory, text: string): void {
  openReceipt(memory)
  print(memory, freeText(text))
}

/** Closes a receipt that is paid in full; only then is it issued. */
export function close(memory: FiscalMemory): Receipt {
  const receipt = openReceipt(memory)
  refuseWhen(!receipt.isPaymentStarted || receipt.paid < receipt.total, 'not_paid')
  print(memory, [
    codeOf(memory, receipt.document, receipt.total),
    ...endText(memory, receipt.document, 'ФИСКАЛЕН БОН'),
    PAPER_END,
  ])
  settle(memory, receipt)
  issue(memory, receipt.kind, receipt.total, receipt)
  memory.day.fiscal++
  if (receipt.kind === 'storno') memory.day.storno++
  memory.last = receipt
  memory.receipt = null
  return receipt
}

function settle({ day, cashMode }: FiscalMemory, { kind, lines, tenders }: Receipt): void {
  const sums = kind === 'sale' ? day.sold : day.reversed
  for (const { group, cents } of lines) sums[group - 1] = (sums[group - 1] ?? 0) + cents
  const cash = tenders.filter(({ mode }) => mode === cashMode).reduce((sum, { cents }) => sum + cents, 0)
  day.cash += kind === 'sale' ? cash : -cash
}

/** Before anything is paid a receipt can be given up; it keeps its number. */
export function cancel(memory: FiscalMemory): void {
  const receipt = openReceipt(memory)
  refuseWhen(receipt.isPaymentStarted, 'payment_started')
  print(memory, [centred('=АНУЛИРАНО='), ...endText(memory, receipt.document, 'ФИСКАЛЕН БОН'), PAPER_END])
  issue(memory, 'cancelled', receipt.total, receipt)
  memory.last = { ...receipt, total: 0 }
  memory.receipt = null
}

/** Enters the document that was just printed. */
export function issue(
  memory: FiscalMemory,
  kind: IssuedKind,
  total: number,
  receipt: Receipt | null,
): Issued {
  const issued: Issued = {
    document: ++memory.lastDocument,
    kind,
    at: isoOf(memory.now()),
    unp: receipt?.unp ?? null,
    total,
    z: memory.closedDays + 1,
    receipt,
    text: memory.page,
  }
  memory.journal.push(issued)
  memory.day.all++
  memory.page = []
  return issued
}
