import { readBillNumber } from './bills.ts'
import { type Identifier, looksLikeIdentifier, readIdentifier } from './identifiers.ts'
import { plainText } from './plain-text.ts'

/**
 * What was typed or scanned at the desk, as far as the text alone tells. `number` may be of a service, a favourite or a bill;
 * `mistyped` has the length of a ЕГН, ЛНЧ or ЕИК and a wrong digit; `receipt` may also be the number of a bill.
 */
export type Entry =
  | { kind: 'nothing' }
  | { kind: 'again' }
  | { kind: 'identifier'; identifier: Identifier }
  | { kind: 'mistyped' }
  | { kind: 'receipt' }
  | { kind: 'number' }
  | { kind: 'bill' }
  | { kind: 'name' }

export type Typed = {
  /** What stands before a `*`, still to be read; null where there is none. */
  quantity: string | null
  /** What follows it. */
  text: string
  entry: Entry
}

/** The signs that ask for the last basket again: both are on every layout, the second also beside the digits. */
const AGAIN = ['=', '+']

/** Reads the entry line; a leading `3*` is how many. */
export function readEntry(value: string): Typed {
  const match = /^\s*(\d+)\s*[*×xх]\s*(.*)$/.exec(value)
  const text = plainText(match?.[2] ?? value).trim()
  return { quantity: match?.[1] ?? null, text, entry: entryOf(text) }
}

function entryOf(text: string): Entry {
  if (text === '') return { kind: 'nothing' }
  if (AGAIN.includes(text)) return { kind: 'again' }
  const identifier = readIdentifier(text)
  if (identifier) return { kind: 'identifier', identifier }
  if (looksLikeIdentifier(text)) return { kind: 'mistyped' }
  if (/^\d+$/.test(text)) return { kind: 'number' }
  if (/^\d{1,4}-\d{4}-\d{1,6}$/.test(text)) return { kind: 'receipt' }
  return isBillNumber(text) ? { kind: 'bill' } : { kind: 'name' }
}

/** A digit and a sign between the pieces: a name with a number in it is still a name. */
const isBillNumber = (text: string): boolean => readBillNumber(text) !== null && /[-/.]|^№/.test(text)

/** The favourite that a single digit stands for, or null. */
export const favouriteDigit = (text: string): number | null => (/^[1-9]$/.test(text) ? Number(text) : null)
