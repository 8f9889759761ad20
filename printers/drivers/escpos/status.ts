import { Fault } from '../../fault.ts'
import type { Line } from '../../transports/transport.ts'
import { askNow, askWhenPrinted, says, statusIn } from './commands.ts'

/** Printers answer in 2–10 ms; a line over the network may lose a packet. */
const STATUS_MS = 500

/** Why the printer would not print now; null when it is ready. Costs two short questions. */
export async function whyNotReady(line: Line): Promise<Fault | null> {
  const paper = await ask(line, askNow('paper'), STATUS_MS)
  const printer = paper === null ? null : await ask(line, askNow('printer'), STATUS_MS)
  if (paper === null || printer === null) return new Fault('no_answer', { detail: 'DLE EOT' })
  if (says.paperEnd(paper)) return new Fault('out_of_paper', { detail: said(4, paper) })
  if (!says.offline(printer)) return null
  const offline = (await ask(line, askNow('offline'), STATUS_MS)) ?? 0
  if (says.coverOpen(offline)) return new Fault('cover_open', { detail: said(2, offline) })
  if (says.stoppedByPaperEnd(offline)) return new Fault('out_of_paper', { detail: said(2, offline) })
  return new Fault('offline', { detail: said(1, printer) })
}

/** Resolves when the printer says that the paper is out; else throws what keeps it, or that it keeps silent. */
export async function untilPrinted(line: Line, deadline_ms: number): Promise<void> {
  const answer = await ask(line, askWhenPrinted(), deadline_ms)
  if (answer === null) throw (await whyNotReady(line)) ?? new Fault('no_answer', { detail: 'GS r 1' })
  if (says.paperEndAfterPrinting(answer))
    throw new Fault('out_of_paper', { detail: `GS r 1 = ${hex(answer)}` })
}

/** The printer's answer, null when it gives none in time. What it said unasked before is thrown away. */
async function ask(line: Line, request: Uint8Array, deadline_ms: number): Promise<number | null> {
  const until = performance.now() + deadline_ms
  await line.read(0)
  await line.write(request, deadline_ms)
  let heard = new Uint8Array()
  for (let left = deadline_ms; left > 0; left = until - performance.now()) {
    heard = Buffer.concat([heard, await line.read(left)])
    const status = statusIn(heard)
    if (status !== null) return status
  }
  return null
}

const said = (n: number, status: number): string => `DLE EOT ${n} = ${hex(status)}`
const hex = (byte: number): string => byte.toString(16).padStart(2, '0').toUpperCase()
