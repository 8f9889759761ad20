import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { isScreen } from '../office/print/lookup.ts'
import { type DevicesOfDesk, devicesOfDesk, type PrinterToRun } from '../office/print/see-devices.ts'
import type { Session } from '../office/staff/sign-in.ts'
import type { Spooler } from '../printers/spooler.ts'
import type { Pace } from '../printers/tended.ts'
import { isProblem, parseLine } from '../printers/transports/line.ts'
import type { PrinterWarning } from '../rules/printing.ts'
import { refusal } from '../rules/refusal.ts'
import { startPrinting } from './printing.ts'

const SETTLED_MS = 1_000
const LOOK_EVERY_MS = 5_000

/** How often it looks at the settings, and how patient its spoolers are. */
type Rhythm = { every_ms?: number; pace?: Pace | undefined }

/** A printer of the desk, and the spooler of this program; null where an agent beside the printer prints. */
type Tended = { printer: PrinterToRun; began: number; spooler: Spooler | null }

/** How a device does, as far as the desk can know. */
type DeviceState = { fault: string | null; warnings: readonly PrinterWarning[]; standIn: string | null }

/**
 * The desk's own printing, on its printer, its fiscal device and, over the network, the printer that stands in. It follows
 * the printers and the settings that the desk is given while it runs. That another program has the printer is said only once
 * it can be known; how it does is then what that program told last. Refuses a session without a desk.
 */
export async function printingOfDesk(
  session: Session,
  onChange: () => void,
  { every_ms = LOOK_EVERY_MS, pace }: Rhythm = {},
) {
  const { desk } = session
  if (!desk) throw refusal('desk.needed', {})
  const look = () => devicesOfDesk(session.ctx(), desk.id)
  const begin = (printer: PrinterToRun): Tended => ({
    printer,
    began: performance.now(),
    spooler: printer.printedBy === 'agent' ? null : startPrinting(session, printer, onChange, pace),
  })
  const ending = new AbortController()
  let now = await look()
  let tended = wantedOf(now).map(begin)
  const follow = async () => {
    const before = now
    now = await look()
    const wanted = wantedOf(now)
    const isKept = (one: Tended) => wanted.some(printer => isSame(printer, one.printer))
    await Promise.all(tended.filter(one => !isKept(one)).map(one => one.spooler?.stop()))
    if (ending.signal.aborted) return
    tended = wanted.map(printer => tended.find(one => isSame(printer, one.printer)) ?? begin(printer))
    if (!isDeepStrictEqual(now, before)) onChange()
  }
  void repeat(follow, every_ms, ending.signal)
  const stateOf = (printer: PrinterToRun) => stateFrom(tended, printer)
  return {
    get isPreview() {
      return isScreen(now.printer.line)
    },
    get fiscal() {
      return now.fiscal && { ...stateOf(now.fiscal), isPrinter: now.fiscal.id === now.printer.id }
    },
    fault: () => stateOf(now.printer).fault,
    warnings: () => stateOf(now.printer).warnings,
    standIn: () => stateOf(now.printer).standIn,
    isElsewhere: () => tended.some(one => one.printer.id === now.printer.id && isElsewhere(one)),
    stop: async () => {
      ending.abort()
      await Promise.all(tended.map(one => one.spooler?.stop()))
    },
  }
}

/** The printers that this program prints on, each once. A line into another machine leads nowhere from here. */
function wantedOf({ printer, fiscal, standIn }: DevicesOfDesk): PrinterToRun[] {
  const wanted = [printer]
  if (fiscal && fiscal.id !== printer.id) wanted.push(fiscal)
  if (standIn && standIn.id !== fiscal?.id && standIn.printedBy === 'desk' && isOnNetwork(standIn))
    wanted.push(standIn)
  return wanted
}

function isOnNetwork({ line }: PrinterToRun): boolean {
  const address = parseLine(line)
  return !isProblem(address) && (address.kind === 'tcp' || address.kind === 'http')
}

/** The same printer with the same settings; how it was last seen changes all the time. */
const isSame = (one: PrinterToRun, another: PrinterToRun): boolean =>
  isDeepStrictEqual({ ...one, seen: null }, { ...another, seen: null })

const isElsewhere = ({ spooler, began }: Tended): boolean =>
  spooler !== null && !spooler.state().owner && performance.now() - began > SETTLED_MS

/** What this program sees itself; else what the owner told last, unless that is too old to be true. */
function stateFrom(tended: Tended[], { id, seen, printedBy }: PrinterToRun): DeviceState {
  const one = tended.find(({ printer }) => printer.id === id)
  if (one?.spooler && !isElsewhere(one)) {
    const { fault, warnings, standIn } = one.spooler.state()
    return { fault: fault?.code ?? null, warnings, standIn }
  }
  if (seen?.isFresh) return { fault: seen.fault, warnings: seen.warnings, standIn: null }
  return { fault: printedBy === 'agent' ? 'no_agent' : null, warnings: [], standIn: null }
}

/** A look that fails, as when the database is away, changes nothing: the next one comes. */
async function repeat(look: () => Promise<void>, every_ms: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(every_ms, undefined, { signal }).catch(() => undefined)
    if (!signal.aborted) await look().catch(() => undefined)
  }
}
