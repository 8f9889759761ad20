import { readAmount } from './amounts.ts'
import { type Cents, cents } from './money.ts'
import { isReason } from './reason.ts'
import { Refusal, refusal } from './refusal.ts'

/** The end of day of a terminal as somebody typed it from its slip; `expected` is what the receipts said at that moment. */
export type TerminalReport = {
  stated: Cents
  expected: Cents
  reason: string | null
  who: string
  at: Temporal.Instant
}

/** What one card terminal took on one day, less what went back to cards; the last report of the day counts. */
export type TerminalDay = {
  terminal: string
  day: Temporal.PlainDate
  payments: number
  paid: Cents
  reversals: number
  returned: Cents
  report: TerminalReport | null
}

/** `missing`: nobody matched it; `changed`: money moved after the match; `explained`: matched with a difference that has its reason; `idle`: nothing to match. */
export type TerminalState = 'matched' | 'explained' | 'missing' | 'changed' | 'idle'

export const terminalExpected = ({ paid, returned }: Pick<TerminalDay, 'paid' | 'returned'>): Cents =>
  cents(paid - returned)

export function terminalState(day: TerminalDay): TerminalState {
  const { report } = day
  if (!report) return day.payments + day.reversals === 0 ? 'idle' : 'missing'
  if (report.expected !== terminalExpected(day)) return 'changed'
  return report.stated === report.expected ? 'matched' : 'explained'
}

/** Whether somebody still has to look at it. */
export const isUnmatched = (day: TerminalDay): boolean =>
  terminalState(day) === 'missing' || terminalState(day) === 'changed'

/** Why a terminal cannot be matched with this total, or null: a difference wants its reason in words. */
export function whyNotMatched(
  terminal: string,
  stated: Cents,
  expected: Cents,
  reason: string | null,
): Refusal | null {
  return stated === expected || isReason(reason)
    ? null
    : refusal('terminal.difference_needs_reason', { terminal, difference: cents(stated - expected) })
}

/** The total as a slip shows it: below zero where more went back than came in. */
export function readTerminalTotal(text: string): Cents | Refusal {
  const [, minus, digits = ''] = /^\s*([-−–])?(.*)$/u.exec(text) ?? []
  const read = readAmount(digits)
  return minus && !(read instanceof Refusal) ? cents(-read) : read
}
