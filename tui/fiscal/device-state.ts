import { randomUUIDv7 } from 'node:crypto'
import type { AskDevice } from '../../office/fiscal/ask-device.ts'
import type { DeviceSeen } from '../../office/fiscal/see-device.ts'
import type { PrintJob } from '../../office/print/list-jobs.ts'
import { readAmount } from '../../rules/amounts.ts'
import type { FiscalTold } from '../../rules/fiscal.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'

/** `z`: asks once more, for a day that is closed stays closed; the other two ask how much. */
export type Asking = 'z_report' | 'cash_in' | 'cash_out'

export type DeviceState = {
  /** What the office knows; null until it is looked up. */
  seen: DeviceSeen | null
  /** What the device said of itself when it was asked last. */
  told: FiscalTold | null
  asking: Asking | null
  amount: EntryLine
  /** Of the next paper: asked for twice on a bad line, it is issued once. */
  nextId: string
  /** The paper that was asked for last, until it is out. */
  paper: Pick<PrintJob, 'id' | 'title' | 'state' | 'fault'> | null
}

export const deviceAtOpening = (): DeviceState => ({
  seen: null,
  told: null,
  asking: null,
  amount: entryLine(),
  nextId: randomUUIDv7(),
  paper: null,
})

export const asks = (s: DeviceState, asking: Asking | null): DeviceState => ({
  ...s,
  asking,
  amount: entryLine(),
})

const MOST_LETTERS = 20

export const typeAtDevice = (s: DeviceState, key: Key): DeviceState =>
  s.asking === 'cash_in' || s.asking === 'cash_out'
    ? { ...s, amount: typeInto(s.amount, key, MOST_LETTERS) }
    : s

/** What the device is asked for by the form as it stands, or why it cannot be. */
export function taskAsked({ asking, amount }: DeviceState): AskDevice['task'] | Refusal {
  if (asking === null || asking === 'z_report') return { task: 'z_report' }
  const typed = readAmount(amount.value)
  if (typed instanceof Refusal) return typed
  return typed > 0n ? { task: asking, amount: typed } : refusal('amount.zero', {})
}

/** The paper is owed; the next one is another. */
export const owed = (s: DeviceState, id: string, title: string): DeviceState => ({
  ...asks(s, null),
  nextId: randomUUIDv7(),
  paper: { id, title, state: 'queued', fault: null },
})
