import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { isScreen, type Printer, printerOfDesk } from '../office/print/lookup.ts'
import type { Session } from '../office/staff/sign-in.ts'
import { refusal } from '../rules/refusal.ts'
import { startPrinting } from './printing.ts'

const SETTLED_MS = 1_000
const LOOK_EVERY_MS = 5_000

/**
 * The desk's own printing, which follows the printer and the settings that the desk is given while it runs. That another
 * program has the printer is said only once it can be known. Refuses a session without a desk.
 */
export async function printingOfDesk(session: Session, onChange: () => void, every_ms = LOOK_EVERY_MS) {
  const { desk } = session
  if (!desk) throw refusal('desk.needed', {})
  const printerNow = () => printerOfDesk(session.ctx().db, desk.id)
  const begin = (printer: Printer) => ({
    printer,
    began: performance.now(),
    spooler: startPrinting(session, printer, onChange),
  })
  const ending = new AbortController()
  let now = begin(await printerNow())
  const follow = async () => {
    const printer = await printerNow()
    if (isDeepStrictEqual(printer, now.printer)) return
    await now.spooler.stop()
    if (ending.signal.aborted) return
    now = begin(printer)
    onChange()
  }
  void repeat(follow, every_ms, ending.signal)
  return {
    get isPreview() {
      return isScreen(now.printer.line)
    },
    fault: () => now.spooler.state().fault?.code ?? null,
    isElsewhere: () => !now.spooler.state().owner && performance.now() - now.began > SETTLED_MS,
    stop: () => {
      ending.abort()
      return now.spooler.stop()
    },
  }
}

/** A look that fails, as when the database is away, changes nothing: the next one comes. */
async function repeat(look: () => Promise<void>, every_ms: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(every_ms, undefined, { signal }).catch(() => undefined)
    if (!signal.aborted) await look().catch(() => undefined)
  }
}
