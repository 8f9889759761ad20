import { PAPER_END } from './emulator.ts'
import { type FiscalMemory, newDay, Refused, refuseWhen } from './fiscal-memory.ts'
import { issue, print, refuseUnlessIdle } from './fiscal-receipt.ts'
import { centred, endText, freeText, headerText, letterOf, money, sides } from './fiscal-text.ts'

const SERVICE = 'СЛУЖЕБЕН БОН'

/** Money put into the drawer or taken out of it; the drawer cannot give what it does not hold. */
export function moveCash(memory: FiscalMemory, cents: number): void {
  if (cents === 0) return
  refuseUnlessIdle(memory)
  refuseWhen(cents < 0 && memory.day.cash + cents < 0, 'no_cash')
  const words = cents > 0 ? 'СЛУЖЕБЕН ВНОС' : 'СЛУЖЕБЕН ИЗНОС'
  printWhole(memory, [sides(words, money(Math.abs(cents)))], SERVICE)
  memory.day.cash += cents
  if (cents > 0) memory.day.cashIn += cents
  else memory.day.cashOut -= cents
  issue(memory, cents > 0 ? 'cash_in' : 'cash_out', Math.abs(cents), null)
}

export type DayReport = { number: number; sold: number[]; reversed: number[] }

/** X tells the sums of the day, Z also ends it. */
export function report(memory: FiscalMemory, kind: 'x' | 'z'): DayReport {
  refuseWhen(memory.receipt !== null, 'receipt_open')
  refuseWhen(memory.isServiceOpen, 'service_open')
  refuseWhen(memory.conditions.has('clock-unset'), 'clock')
  refuseWhen(kind === 'z' && memory.conditions.has('memory-full'), 'memory_full')
  const { sold, reversed, cash } = memory.day
  const number = memory.closedDays + 1
  const rows = sold.flatMap((cents, at) =>
    cents === 0 ? [] : [sides(`ОБОРОТ ${letterOf(at + 1)}`, money(cents))],
  )
  const back = reversed.flatMap((cents, at) =>
    cents === 0 ? [] : [sides(`СТОРНО ${letterOf(at + 1)}`, money(cents))],
  )
  const title = kind === 'z' ? `ДНЕВЕН ОТЧЕТ С НУЛИРАНЕ ${number}` : 'ДНЕВЕН ОТЧЕТ БЕЗ НУЛИРАНЕ'
  const body = [centred(title), ...rows, ...back, sides('КАСОВА НАЛИЧНОСТ', money(cash))]
  printWhole(memory, body, kind === 'z' ? 'ФИСКАЛЕН БОН' : SERVICE)
  issue(memory, kind, total(sold) - total(reversed), null)
  if (kind === 'z') endDay(memory)
  return { number, sold, reversed }
}

function endDay(memory: FiscalMemory): void {
  memory.day = newDay()
  memory.closedDays++
  memory.conditions.delete('day-blocked')
}

const total = (sums: readonly number[]): number => sums.reduce((all, cents) => all + cents, 0)

export function openService(memory: FiscalMemory): void {
  refuseUnlessIdle(memory)
  memory.page = []
  print(memory, headerText(memory))
  memory.isServiceOpen = true
}

export function writeService(memory: FiscalMemory, lines: readonly string[]): void {
  refuseWhen(!memory.isServiceOpen, 'receipt_closed')
  print(memory, lines)
}

export const writeServiceText = (memory: FiscalMemory, text: string): void =>
  writeService(memory, freeText(text))

export function closeService(memory: FiscalMemory): void {
  refuseWhen(!memory.isServiceOpen, 'receipt_closed')
  print(memory, [...endText(memory, memory.lastDocument + 1, SERVICE), PAPER_END])
  memory.isServiceOpen = false
  issue(memory, 'service', 0, null)
}

/** The last receipt once more, once. */
export function printDuplicate(memory: FiscalMemory): void {
  refuseUnlessIdle(memory)
  const last = memory.journal.at(-1)
  if (last?.kind !== 'sale') throw new Refused('not_found')
  printWhole(memory, [centred('ДУБЛИКАТ'), ...last.text.slice(0, -1)], SERVICE)
  issue(memory, 'service', 0, null)
}

function printWhole(memory: FiscalMemory, body: readonly string[], kind: string): void {
  memory.page = []
  print(memory, [
    ...headerText(memory),
    ...body,
    ...endText(memory, memory.lastDocument + 1, kind),
    PAPER_END,
  ])
}
