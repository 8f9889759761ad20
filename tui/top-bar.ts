import type { AtDesk, Printing } from './door.ts'
import { fit, widthOf } from './parts/fit.ts'
import type { StatusItem } from './parts/frame.tsx'

const MOST_NAME = 24
const MOST_PRINTER = 14

/** On every screen first that this is practice, then who sits here and how the printers do. */
export function statusOf(desk: AtDesk): StatusItem[] {
  const { training } = desk.door.texts.screens.frame
  return [
    ...(desk.session.town.training ? [{ text: training, isAlarm: true }] : []),
    ...personAndPrinters(desk),
  ]
}

/**
 * What needs a person now takes the name's place: papers to be looked at, else a device that does not do its work. Where both
 * are there, the device stands in the place of a printer that does its own.
 */
function personAndPrinters(desk: AtDesk): StatusItem[] {
  const { desk: texts } = desk.door.texts.screens
  const { owed, printing, session } = desk
  const name = { text: fit(session.who.name, Math.min(MOST_NAME, widthOf(session.who.name))) }
  if (!printing) return [name]
  const toCheck = owed.unsure + owed.failed
  const told = session.who.post === 'clerk' ? texts.toCheckInMenu : texts.toCheck
  const check = toCheck > 0 ? { text: told(toCheck), isAlarm: true } : null
  const fiscal = fiscalItem(desk, printing)
  const printer = printerItem(desk, printing)
  if (check) return [check, fiscal?.isAlarm && !printer.isAlarm ? fiscal : printer]
  return [besideStandIn(desk, printing) ?? fiscal ?? name, printer]
}

/** Where another printer prints, the printer's place tells which; the fault that must be mended stands before it. */
const besideStandIn = (desk: AtDesk, printing: Printing): StatusItem | null =>
  printing.standIn() === null ? null : faultItem(desk, printing)

function printerItem(desk: AtDesk, printing: Printing): StatusItem {
  const { desk: texts } = desk.door.texts.screens
  const standIn = printing.standIn()
  if (standIn !== null) return { text: texts.printsAt(shortName(standIn)) }
  const [warning] = printing.warnings()
  const fault = faultItem(desk, printing)
  if (fault) return fault
  if (printing.isPreview) return { text: texts.printerScreen }
  if (desk.owed.waiting > 0) return { text: texts.waiting(desk.owed.waiting) }
  if (warning) return { text: texts.printer(wordFor(texts.printerWarnings, warning)) }
  return { text: printing.isElsewhere() ? texts.printerElsewhere : texts.printerReady }
}

function faultItem({ door }: AtDesk, printing: Printing): StatusItem | null {
  const { desk: texts } = door.texts.screens
  const fault = printing.fault()
  return fault === null ? null : { text: texts.printer(wordFor(texts.printerFaults, fault)), isAlarm: true }
}

/** A fiscal device that prints the receipts too is the printer; its faults are told as such. */
function fiscalItem({ door }: AtDesk, { fiscal }: Printing): StatusItem | null {
  const { desk: texts } = door.texts.screens
  if (!fiscal || fiscal.isPrinter) return null
  if (fiscal.fault !== null)
    return { text: texts.fiscalDevice(wordFor(texts.printerFaults, fiscal.fault)), isAlarm: true }
  const [warning] = fiscal.warnings
  return warning ? { text: texts.fiscalDevice(wordFor(texts.printerWarnings, warning)) } : null
}

/** The word for a fault or a warning; one of a newer program that has none is told by its code. */
export const wordFor = (words: Record<string, string>, code: string): string =>
  words[code] ?? fit(code, MOST_NAME)

const shortName = (name: string): string => fit(name, Math.min(MOST_PRINTER, widthOf(name)))
