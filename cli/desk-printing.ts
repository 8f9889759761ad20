import { isScreen } from '../office/print/lookup.ts'
import type { DevicesOfDesk, PrinterToRun } from '../office/print/see-devices.ts'
import type { Session } from '../office/staff/sign-in.ts'
import { isProblem, parseLine } from '../printers/transports/line.ts'
import type { PrinterWarning } from '../rules/printing.ts'
import { refusal } from '../rules/refusal.ts'
import { toldBy, withFiscalDevice } from './fiscal-device.ts'
import { followPrinters, type Rhythm, type Tended } from './follow-printers.ts'

const SETTLED_MS = 1_000

/** How a device does, as far as the desk can know. */
type DeviceState = { fault: string | null; warnings: readonly PrinterWarning[]; standIn: string | null }

/**
 * The desk's own printing, on its printer, its fiscal device and, over the network, the printer that stands in. What an agent
 * prints on is left alone. That another program has the printer is said only once it can be known; how it does is then what
 * that program told last. Refuses a session without a desk.
 */
export async function printingOfDesk(session: Session, onChange: () => void, rhythm: Rhythm = {}) {
  const { desk } = session
  if (!desk) throw refusal('desk.needed', {})
  const { devices, tended, stop } = await followPrinters(session, desk.id, {
    ...rhythm,
    pick: printedHere,
    onState: onChange,
    onChange,
  })
  const stateOf = (printer: PrinterToRun) => stateFrom(tended(), printer)
  return {
    get isPreview() {
      return isScreen(devices().printer.line)
    },
    get fiscal() {
      const { fiscal, printer } = devices()
      return fiscal && { ...stateOf(fiscal), isPrinter: fiscal.id === printer.id }
    },
    askFiscal: () => {
      const { fiscal } = devices()
      if (!fiscal) throw refusal('fiscal.none_here', {})
      return withFiscalDevice(session, fiscal, toldBy)
    },
    fault: () => stateOf(devices().printer).fault,
    warnings: () => stateOf(devices().printer).warnings,
    standIn: () => stateOf(devices().printer).standIn,
    isElsewhere: () => tended().some(one => one.printer.id === devices().printer.id && isElsewhere(one)),
    stop,
  }
}

/** The printers that a desk's program prints on, each once. A line into another machine leads nowhere from here. */
function printedHere({ printer, fiscal, standIn }: DevicesOfDesk): PrinterToRun[] {
  const others = [
    ...(fiscal && fiscal.id !== printer.id ? [fiscal] : []),
    ...(standIn && standIn.id !== fiscal?.id && isOnNetwork(standIn) ? [standIn] : []),
  ]
  return [printer, ...others].filter(one => one.printedBy === 'desk' && !one.isOthers)
}

function isOnNetwork({ line }: PrinterToRun): boolean {
  const address = parseLine(line)
  return !isProblem(address) && address.kind === 'tcp'
}

const isElsewhere = ({ spooler, began }: Tended): boolean =>
  !spooler.state().owner && performance.now() - began > SETTLED_MS

/** What this program sees itself; else what the owner told last, unless that is too old to be true. */
function stateFrom(tended: readonly Tended[], { id, seen, printedBy, isOthers }: PrinterToRun): DeviceState {
  const one = tended.find(({ printer }) => printer.id === id)
  if (one && !isElsewhere(one)) {
    const { fault, warnings, standIn } = one.spooler.state()
    return { fault: fault?.code ?? null, warnings, standIn }
  }
  if (seen?.isFresh) return { fault: seen.fault, warnings: seen.warnings, standIn: null }
  return { fault: printedBy === 'agent' || isOthers ? 'no_agent' : null, warnings: [], standIn: null }
}
