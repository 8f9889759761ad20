import { setTimeout as pause } from 'node:timers/promises'
import type { Printer } from '../office/print/lookup.ts'
import { deviceOfPrinter } from '../office/print/see-devices.ts'
import type { Session } from '../office/staff/sign-in.ts'
import type { FiscalWork } from '../printers/device.ts'
import { Fault } from '../printers/fault.ts'
import { deviceOf } from '../printers/printer.ts'
import { ZONE } from '../rules/dates.ts'
import type { FiscalTold } from '../rules/fiscal.ts'
import { refusal } from '../rules/refusal.ts'

const TURN_AGAIN_MS = 100
const PATIENCE_MS = 15_000

/**
 * Works with a fiscal device between two papers: it is held so long, and whoever prints there waits. Refuses a printer that is
 * no fiscal device; one where a paper takes its time is told as busy.
 */
export async function withFiscalDevice<T>(
  session: Session,
  printer: Pick<Printer, 'id' | 'name'>,
  work: (device: FiscalWork) => Promise<T>,
): Promise<T> {
  const { operator, ...settings } = await deviceOfPrinter(session.ctx(), printer)
  const { fiscal } = deviceOf({ ...settings, ...(operator && { fiscal: operator }) })
  if (!operator || !fiscal) throw refusal('fiscal.not_a_device', { name: printer.name })
  const { holds } = session
  for (let waited = 0; !(await holds.take('device', printer.id)); waited += TURN_AGAIN_MS) {
    if (waited >= PATIENCE_MS)
      throw new Fault('busy', { detail: (await holds.holder('device', printer.id))?.program ?? null })
    await pause(TURN_AGAIN_MS)
  }
  try {
    return await work(fiscal)
  } finally {
    await holds.release('device', printer.id)
  }
}

/** What a fiscal device says of itself, its clock beside that of this machine. */
export async function toldBy(device: FiscalWork): Promise<FiscalTold> {
  const identity = await device.identity()
  const clock = await device.clock()
  const ahead = clock.toZonedDateTime(ZONE).toInstant().since(Temporal.Now.instant())
  const lastDocument = await device.lastDocument()
  const cashCents = await device.cashInDrawer()
  return { ...identity, clock, aheadSeconds: Math.round(ahead.total('seconds')), lastDocument, cashCents }
}

/** Whether a printer with these settings is one that issues fiscal receipts. */
export const isFiscalPrinter = (printer: { profile: string; townProfile: unknown; line: string }): boolean =>
  deviceOf({ ...printer, fiscal: { operator: 1, password: '0' } }).fiscal !== undefined
