import { desk as bg } from '../locales/bg/screens/desk.ts'
import { desk as en } from '../locales/en/screens/desk.ts'
import { describePrintFault } from '../locales/texts.ts'
import { isScreen } from '../office/print/lookup.ts'
import type { PrinterAsSeen } from '../office/print/see-devices.ts'
import type { PrinterWarning } from '../rules/printing.ts'
import type { Door } from './door.ts'

/** How a printer does, as far as it is known: `unknown` where nobody has seen it lately. */
export type PrinterCondition = {
  state: 'screen' | 'unknown' | 'ready' | 'unable'
  fault: string | null
  warnings: readonly PrinterWarning[]
}

/** By what its owner told last; a printer of an agent that nobody has seen lately has no agent. */
export function conditionOf({ line, printedBy, seen }: PrinterAsSeen): PrinterCondition {
  if (isScreen(line)) return { state: 'screen', fault: null, warnings: [] }
  if (seen?.isFresh) return asCondition(seen.fault, seen.warnings)
  if (printedBy === 'agent') return asCondition('no_agent', [])
  return { state: 'unknown', fault: null, warnings: [] }
}

export const asCondition = (fault: string | null, warnings: readonly PrinterWarning[]): PrinterCondition => ({
  state: fault === null ? 'ready' : 'unable',
  fault,
  warnings,
})

/** In a few words, for tables and lines. */
export function shortCondition({ state, fault, warnings }: PrinterCondition, door: Door): string {
  const { printerFaults, printerWarnings } = door.lang === 'bg' ? bg : en
  const faultWords: Record<string, string> = printerFaults
  const told = fault === null ? door.words.printerState[state] : (faultWords[fault] ?? fault)
  return [told, ...warnings.map(warning => printerWarnings[warning] ?? warning)].join(', ')
}

/** In sentences, with what to do. */
export function wholeCondition(condition: PrinterCondition, door: Door, detail = ''): string {
  const { printerWarnings } = door.lang === 'bg' ? bg : en
  const { state, fault, warnings } = condition
  const told = fault === null ? door.words.printerState[state] : describePrintFault(fault, door.lang, detail)
  return [told, ...warnings.map(warning => door.words.printerWarns(printerWarnings[warning]))].join('\n')
}

export const printerJson = (printer: PrinterAsSeen, condition: PrinterCondition) => ({
  name: printer.name,
  profile: printer.profile,
  line: printer.line,
  desks: printer.desks,
  printed_by: printer.printedBy,
  stand_in: printer.standIn,
  ...condition,
  seen_at: printer.seen?.seenAt.toString() ?? null,
  seen_by: printer.seen?.program ?? null,
})
