import type { PrinterWarning } from '../../../rules/printing.ts'
import { Fault, type FaultCode } from '../../fault.ts'
import type { Message } from './contract.ts'

/** Codes that have a meaning of their own here; the others are by their hundred. */
const FAULTS: Record<string, FaultCode> = {
  E101: 'no_answer',
  E103: 'clock',
  E108: 'busy',
  E201: 'memory_full',
  E206: 'memory_full',
  E301: 'out_of_paper',
  E302: 'cover_open',
  E304: 'overheated',
  E306: 'cutter',
  E408: 'password',
  E409: 'device_error',
  E499: 'device_error',
  E502: 'day_not_closed',
  E509: 'memory_full',
}

/** W502 (a report that is not zeroed) some makes say all day long, from the first sale on: it warns of nothing. */
const WARNINGS: Record<string, PrinterWarning> = {
  W201: 'memory_near_full',
  W202: 'journal_near_full',
  W301: 'paper_near_end',
}

/**
 * Said by the service itself, or by a device before a document is begun. All else may also be what a device said to the
 * cancelling that the service sends after a document was issued and something small failed.
 */
const NEVER_PRINTED = /^E(103|108|110|401|402|403|405|406|407|408|410|411|412|413|502)$/

/** The first error among what was said; its code and words are the detail. */
export function faultIn(messages: readonly Message[]): Fault {
  const error = messages.find(isError)
  const code = error?.code ?? ''
  const detail = error ? [code, error.text].filter(Boolean).join(' ') : null
  return new Fault(FAULTS[code] ?? (code.startsWith('E4') ? 'refused' : 'device_error'), { detail })
}

/** Whether these errors mean for certain that no document was issued. */
export const areOfNoDocument = (messages: readonly Message[]): boolean => {
  const errors = messages.filter(isError)
  return errors.length > 0 && errors.every(({ code }) => NEVER_PRINTED.test(code ?? ''))
}

/** A day that must be closed hinders everything but the report that closes it. */
export const isDayNotClosed = ({ code }: Message): boolean => code === 'E502'

export const isDuplicate = ({ code }: Message): boolean => code === 'E109'

export const isError = ({ type }: Message): boolean => type === 'error'

export const warningsIn = (messages: readonly Message[]): PrinterWarning[] => [
  ...new Set(messages.flatMap(({ code }) => WARNINGS[code ?? ''] ?? [])),
]
