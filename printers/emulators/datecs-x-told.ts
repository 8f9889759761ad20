import { type FiscalMemory, type Receipt, refuseWhen } from './fiscal-memory.ts'
import { sumOf } from './fiscal-receipt.ts'
import { codeOf, money, shortStamp, stampOf } from './fiscal-text.ts'
import { statusBytes } from './isl-status.ts'

/** The fields of an answer, the error code left out. */
export type Told = readonly (string | number)[]

export const STATUS = { length: 8, tellsStorno: false } as const

export const withSummerTime = (at: Temporal.PlainDateTime): string => {
  const { offsetNanoseconds } = at.toZonedDateTime('Europe/Sofia')
  return `${shortStamp(at)}${offsetNanoseconds === 3 * 3_600_000_000_000 ? ' DST' : ''}`
}

/** The sums of a receipt by tax group. */
export const byGroup = (receipt: Receipt | null): string[] =>
  Array.from({ length: 8 }, (_, at) =>
    money(sumOf((receipt?.lines ?? []).filter(line => line.group === at + 1))),
  )

/** 0 closed, 1 a sale, 2–4 a storno by its reason, 5 a service receipt. */
function isOpen({ receipt, isServiceOpen }: FiscalMemory): number {
  if (isServiceOpen) return 5
  if (!receipt) return 0
  return receipt.reason === null ? 1 : receipt.reason + 2
}

const current = ({ receipt, last }: FiscalMemory): Receipt | null => receipt ?? last

export function transaction(memory: FiscalMemory): Told {
  const receipt = current(memory)
  const number = memory.receipt?.document ?? memory.lastDocument
  return [
    isOpen(memory),
    number,
    receipt?.lines.length ?? 0,
    money(receipt?.total ?? 0),
    money(receipt?.paid ?? 0),
  ]
}

export function receiptStatus(memory: FiscalMemory, option: string): Told {
  const last = memory.journal.findLast(({ kind }) => kind === 'sale' || kind === 'storno')
  const at = last ? momentOfIso(last.at) : ''
  if (option === '1') return [last ? codeOf(memory, last.document, last.total) : '']
  const number = memory.receipt?.document ?? memory.lastDocument
  if (option === '0') return [0, isOpen(memory), number, money(last?.total ?? 0), last?.document ?? 0, at]
  return [String.fromCharCode(...statusBytes(memory, null, STATUS))]
}

const momentOfIso = (iso: string): string => stampOf(Temporal.PlainDateTime.from(iso))

export const identity = ({ model, serial, fiscalMemory }: FiscalMemory): Told => [
  model,
  '2.00BG',
  '22NOV26',
  '1000',
  'FFFF',
  '00000000',
  serial,
  fiscalMemory,
]

export function sums(memory: FiscalMemory): Told {
  return [...byGroup(current(memory)), 0, 0, memory.receipt?.kind === 'storno' ? 1 : 0]
}

export function information(memory: FiscalMemory, option: string): Told {
  const [one = '', two = '', three = '', four = ''] = memory.header
  if (option === '1') return [memory.serial, memory.fiscalMemory, one, two, memory.eik, three, four]
  refuseWhen(option !== '3', 'syntax')
  const last = memory.journal.findLast(({ kind }) => kind === 'sale')
  const z = memory.journal.findLast(({ kind }) => kind === 'z')
  return [memory.day.fiscal, last ? momentOfIso(last.at) : '', memory.closedDays, z ? momentOfIso(z.at) : '']
}
