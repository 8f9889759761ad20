import type { PrinterWarning } from '../../../rules/printing.ts'
import type { Health } from '../../device.ts'
import { Fault } from '../../fault.ts'
import { askNow, says } from './commands.ts'
import type { Said } from './hearing.ts'
import type { Talk } from './talk.ts'

/** Printers answer in 2–10 ms; a line over the network may lose a packet. */
export const STATUS_MS = 500

/** Why the printer would not print now and what it warns of. Costs two short questions when all is well. */
export async function healthOf(talk: Talk): Promise<Health> {
  const paper = await talk.ask(askNow('paper'), STATUS_MS)
  const printer = paper === null ? null : await talk.ask(askNow('printer'), STATUS_MS)
  if (paper === null || printer === null)
    return { fault: new Fault('no_answer', { detail: 'DLE EOT' }), warnings: [] }
  const warnings: PrinterWarning[] = says.paperNearEnd(paper) ? ['paper_near_end'] : []
  if (says.paperEnd(paper))
    return { fault: new Fault('out_of_paper', { detail: said(4, paper) }), warnings: [] }
  return { fault: says.offline(printer) ? await causeOf(talk, printer) : null, warnings }
}

/** Why it is offline, in the order in which a person mends it. */
async function causeOf(talk: Talk, printer: number): Promise<Fault> {
  const offline = (await talk.ask(askNow('offline'), STATUS_MS)) ?? 0
  if (says.coverOpen(offline)) return new Fault('cover_open', { detail: said(2, offline) })
  if (says.stoppedByPaperEnd(offline)) return new Fault('out_of_paper', { detail: said(2, offline) })
  if (!says.error(offline)) return new Fault('offline', { detail: said(1, printer) })
  const error = (await talk.ask(askNow('error'), STATUS_MS)) ?? 0
  const code = says.cutter(error)
    ? 'cutter'
    : says.endsByItself(error) && !says.unrecoverable(error)
      ? 'overheated'
      : 'device_error'
  return new Fault(code, { detail: said(3, error) })
}

/** What the printer told unasked that stops the paper under way. A hot head is none: it cools and goes on. */
export function troubleIn(told: Said): Fault | null {
  if (told.kind === 'power_on') return new Fault('no_answer', { detail: 'switched on again' })
  if (told.kind !== 'pushed') return null
  const [state, errors, paper] = told.bytes
  const detail = `ASB ${told.bytes.map(hex).join(' ')}`
  if ((state & 0b0010_0000) !== 0) return new Fault('cover_open', { detail })
  if ((paper & 0b0000_1100) !== 0) return new Fault('out_of_paper', { detail })
  if (says.cutter(errors)) return new Fault('cutter', { detail })
  if (says.unrecoverable(errors)) return new Fault('device_error', { detail })
  return null
}

const said = (n: number, status: number): string => `DLE EOT ${n} = ${hex(status)}`
export const hex = (byte: number): string => byte.toString(16).padStart(2, '0').toUpperCase()
