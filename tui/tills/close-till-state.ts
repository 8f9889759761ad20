import type { DeviceDay } from '../../office/fiscal/see-device.ts'
import type { OpenTill } from '../../office/tills/lookup.ts'
import { readAmount } from '../../rules/amounts.ts'
import { type CountedMoney, sumOfMoney, whyNotCounted } from '../../rules/counting.ts'
import { type Cents, ZERO } from '../../rules/money.ts'
import { Refusal } from '../../rules/refusal.ts'
import { floatToLeave, whyNotClose, whyNotLeft } from '../../rules/tills.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import {
  emptyCount,
  isNothingTyped,
  MONEY_ROWS,
  type MoneyCount,
  readCount,
  typeCount,
} from '../parts/money-count.tsx'

/** `count`: blind, what there should be is not told; `told`: the difference, its reason, and what stays in the drawer. */
export type CloseState = {
  /** As it stood when the difference was told. */
  till: OpenTill
  /** Whose till a head closes; null for the own one. */
  forCashier: string | null
  step: 'count' | 'told'
  field: 'money' | 'sum' | 'reason' | 'left'
  count: MoneyCount
  /** Only the sum, by whoever does not count by notes and coins. */
  sum: EntryLine
  reason: EntryLine
  /** Nothing typed is the float that the till was opened with. */
  left: EntryLine
  /** What the fiscal device of the desk sold since its last Z; null where none stands there. */
  soldSinceZ: DeviceDay['sold'] | null
  /** Esc was pressed over a count: once more leaves it. */
  isLeaving: boolean
}

export const closingOf = (till: OpenTill, forCashier: string | null): CloseState => ({
  till,
  forCashier,
  step: 'count',
  field: 'money',
  count: emptyCount(),
  sum: entryLine(),
  reason: entryLine(),
  left: entryLine(),
  soldSinceZ: null,
  isLeaving: false,
})

export type Counted = { counted: Cents; countedMoney: CountedMoney | null }

/** What was counted, by notes and coins, as a sum, or both in agreement; or what is wrong with it. */
export function countedOf({ count, sum }: CloseState): Counted | Refusal {
  const money = readCount(count)
  if (money instanceof Refusal) return money
  if (sum.value.trim() === '' && !isNothingTyped(count))
    return { counted: sumOfMoney(money), countedMoney: money }
  const counted = readAmount(sum.value)
  if (counted instanceof Refusal || isNothingTyped(count))
    return counted instanceof Refusal ? counted : { counted, countedMoney: null }
  return whyNotCounted(money, counted) ?? { counted, countedMoney: money }
}

/** The sum of all that is typed so far; what cannot be read counts for nothing yet. */
export function sumSoFar({ count, sum }: CloseState): Cents {
  const typed = readAmount(sum.value)
  if (!(typed instanceof Refusal)) return typed
  const money = readCount(count)
  return money instanceof Refusal ? ZERO : sumOfMoney(money)
}

export function leftOf({ till, left }: CloseState, counted: Cents): Cents | Refusal {
  return left.value.trim() === '' ? floatToLeave(till.openingFloat, counted) : readAmount(left.value)
}

/** Why the till cannot be closed like this, or null. */
export function whyNotNow(s: CloseState): Refusal | null {
  const counted = countedOf(s)
  if (counted instanceof Refusal) return counted
  const left = leftOf(s, counted.counted)
  if (left instanceof Refusal) return left
  return (
    whyNotClose(s.till.expected, counted.counted, s.reason.value, s.forCashier) ??
    whyNotLeft(left, counted.counted)
  )
}

/** The count is said to be finished: what there should be is told, and what is asked for first stands ready. */
export function told(s: CloseState, till: OpenTill): CloseState {
  const counted = countedOf(s)
  const agrees = !(counted instanceof Refusal) && counted.counted === till.expected && s.forCashier === null
  return { ...s, till, step: 'told', field: agrees ? 'left' : 'reason' }
}

export const recounted = (s: CloseState): CloseState => ({
  ...s,
  step: 'count',
  field: s.sum.value === '' ? 'money' : 'sum',
})

export const otherWay = (s: CloseState): CloseState => ({
  ...s,
  field: s.field === 'money' ? 'sum' : 'money',
})

export function typeAtClosing(before: CloseState, key: Key): CloseState {
  const s = before.isLeaving ? { ...before, isLeaving: false } : before
  return s.step === 'told' ? typeTold(s, key) : typeCounting(s, key)
}

function typeTold(s: CloseState, key: Key): CloseState {
  if (key.kind === 'key' && ['tab', 'shift-tab', 'up', 'down'].includes(key.name))
    return { ...s, field: s.field === 'reason' ? 'left' : 'reason' }
  return s.field === 'reason'
    ? { ...s, reason: typeInto(s.reason, key, 200) }
    : { ...s, left: typeInto(s.left, key, 20) }
}

/** The rows of notes and coins and the sum after them are one column of fields. */
function typeCounting(s: CloseState, key: Key): CloseState {
  const step =
    key.kind === 'text' ? 0 : ({ up: -1, 'shift-tab': -1, down: 1, tab: 1 }[key.name as string] ?? 0)
  if (s.field === 'sum') {
    if (step < 0) return { ...s, field: 'money', count: { ...s.count, at: MONEY_ROWS - 1 } }
    return step > 0 ? s : { ...s, sum: typeInto(s.sum, key, 20) }
  }
  if (step > 0 && s.count.at === MONEY_ROWS - 1) return { ...s, field: 'sum' }
  return { ...s, count: typeCount(s.count, key) }
}

export const isTouched = (s: CloseState): boolean => !isNothingTyped(s.count) || s.sum.value !== ''
