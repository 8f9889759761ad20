import type { PrinterWarning } from '../../../rules/printing.ts'
import { Fault, type FaultCode } from '../../fault.ts'
import type { OpenDocument } from '../fiscal-talk.ts'

/** Byte, bit and what it means. Faults stand in the order in which a person has to mend them. */
export type StatusTable = {
  faults: readonly Bit<FaultCode>[]
  warnings: readonly Bit<PrinterWarning>[]
  /** Why the command before was not done, in the words of the manual. */
  refusals: readonly Bit<string>[]
  /** With these a command that prints was not done either. */
  stops: readonly Bit<true>[]
  open: readonly Bit<OpenDocument>[]
}

type Bit<T> = readonly [byte: number, bit: number, means: T]

export type DeviceStatus = {
  faults: Fault[]
  warnings: PrinterWarning[]
  refusal: string | null
  isStopped: boolean
  open: OpenDocument | null
}

/** The status bytes of an answer. The detail of a fault names its bit, for whoever reads the manual of the device. */
export function readStatus(table: StatusTable, status: Uint8Array): DeviceStatus {
  const isSet = ([byte, bit]: Bit<unknown>): boolean => ((status[byte] ?? 0) & (1 << bit)) !== 0
  const faults = table.faults
    .filter(isSet)
    .map(([byte, bit, code]) => new Fault(code, { detail: `S${byte}.${bit}` }))
  return {
    faults,
    warnings: [...new Set(table.warnings.filter(isSet).map(([, , warning]) => warning))],
    refusal: table.refusals.find(isSet)?.[2] ?? null,
    isStopped: table.stops.some(isSet),
    open: table.open.find(isSet)?.[2] ?? null,
  }
}
