import { ZONE } from '../../rules/dates.ts'
import type { PrinterWarning } from '../../rules/printing.ts'
import type { Health } from '../device.ts'
import { Fault } from '../fault.ts'
import type { DeviceState, FiscalTalk } from './fiscal-talk.ts'

/** What keeps a device from beginning a document. */
export const whyNot = ({ fault, open }: DeviceState): Fault | null =>
  fault ?? (open === null ? null : new Fault('receipt_open', { detail: open }))

const CLOCK_MAY_BE_OFF_SECONDS = 60
/** A day that is not closed within 24 hours blocks the device; two are left to close it. */
const DAY_SECONDS = 24 * 3_600
const DAY_ENDS_SOON_SECONDS = 22 * 3_600

/** What a device tells of itself without printing. */
export async function healthTold(talk: FiscalTalk): Promise<Health> {
  const state = await talk.state()
  const clock = await talk.clock().catch(() => null)
  const began = (await talk.dayBegan?.().catch(() => null)) ?? null
  const old = clock && began ? began.until(clock).total('seconds') : 0
  const isOver = old > DAY_SECONDS
  const warnings: PrinterWarning[] = [...state.warnings]
  if (clock && isFarFromNow(clock)) warnings.push('clock_is_off')
  if (old >= DAY_ENDS_SOON_SECONDS && !isOver) warnings.push('day_ends_soon')
  return { fault: whyNot(state) ?? (isOver ? new Fault('day_not_closed') : null), warnings }
}

const isFarFromNow = (clock: Temporal.PlainDateTime): boolean =>
  clock.until(Temporal.Now.plainDateTimeISO(ZONE)).abs().total('seconds') > CLOCK_MAY_BE_OFF_SECONDS
