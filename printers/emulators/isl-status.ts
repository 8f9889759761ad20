import type { Condition, FiscalMemory, Why } from './fiscal-memory.ts'

type Bits = readonly [number, number, number]

/** The bits of the first three bytes that tell why a command was refused; for all else it is «not allowed now». */
const REFUSALS: Partial<Record<Why, Bits>> = {
  syntax: [0x01, 0, 0],
  unknown_command: [0x02, 0, 0],
  print_fault: [0x10, 0, 0],
  no_paper: [0, 0, 0x01],
}
const NOT_ALLOWED: Bits = [0, 0x02, 0]
const NO_ERROR: Bits = [0, 0, 0]
const ANY_ERROR = 0x20

export type StatusShape = { length: 6 | 8; tellsStorno: boolean }

/** The status field of both families: they agree in all bits but for the storno receipt and the overheated head. */
export function statusBytes(memory: FiscalMemory, why: Why | null, shape: StatusShape): number[] {
  const { conditions, roll, receipt } = memory
  const when = (is: boolean, bit: number): number => (is ? bit : 0)
  const has = (condition: Condition, bit: number): number => when(conditions.has(condition), bit)
  const [error0, error1, error2] = why === null ? NO_ERROR : (REFUSALS[why] ?? NOT_ALLOWED)
  const marked = error0 | error1 | error2 | has('print-fault', 0x10) | when(roll.isOut, 0x01)
  const general = error0 | has('clock-unset', 0x04) | has('print-fault', 0x10) | has('cover-open', 0x40)
  const paper =
    error2 |
    when(roll.isOut, 0x01) |
    has('near-end', 0x02) |
    has('journal-full', 0x04) |
    when(receipt !== null, 0x08) |
    has('journal-near-full', 0x10) |
    when(memory.isServiceOpen, 0x20)
  const heat = shape.tellsStorno ? has('overheated', 0x40) : 0
  const bytes = [
    general | when(marked > 0, ANY_ERROR),
    error1 | when(shape.tellsStorno && receipt?.kind === 'storno', 0x10),
    paper,
    0,
    0x06 | has('memory-near-full', 0x08) | has('memory-full', 0x30) | heat,
    0x1a,
    0,
    0,
  ]
  return bytes.slice(0, shape.length).map(byte => 0x80 | byte)
}
