import { setTimeout as pause } from 'node:timers/promises'
import { askName, askNow, askWhenPrinted, processId, pushStatus } from '../drivers/escpos/commands.ts'
import { healthOf, STATUS_MS } from '../drivers/escpos/status.ts'
import { Talk } from '../drivers/escpos/talk.ts'
import { asFault } from '../fault.ts'
import { openLine } from '../printer.ts'
import type { Line } from '../transports/transport.ts'
import type { FiscalFound, Heard, Work } from './draft.ts'
import { identify } from './identify.ts'
import { atSpeed, isSerial, SPEEDS, speedOf } from './line-meant.ts'
import { speedSheet } from './sheets.ts'

/** At eight speeds each silence is waited for. */
const ANSWER_MS = 300
const SEND_MS = 10_000
const SPEED_MS = 3_000
const AT_LEAST_MS = 100
const BITS_PER_BYTE = 10
const PROCESS = '0001'

/** What the printer or the fiscal device told. */
export type FoundOut = { heard?: Heard; fiscal?: FiscalFound }

/** Does at the printer what a step wants; gives what was found out. Throws a `Fault`. */
export async function carryOut(work: Work, onSpeed: (baud: number) => void): Promise<FoundOut> {
  switch (work.do) {
    case 'listen':
      return isSerial(work.line) && speedOf(work.line) === null
        ? { heard: await listenAtSpeeds(work.line, onSpeed) }
        : { heard: await withLine(work.line, line => listen(line, STATUS_MS)) }
    case 'identify':
      return { fiscal: await identify(work.line, work.operator, onSpeed) }
    case 'print':
      await withLine(work.line, async line => {
        if (work.asks) await refuseUnlessReady(line)
        await line.write(work.bytes, SEND_MS)
      })
      return {}
    case 'speeds':
      for (const baud of SPEEDS) {
        onSpeed(baud)
        await withLine(atSpeed(work.line, baud), line => sendWhole(line, speedSheet(baud), baud))
      }
      return {}
  }
}

/** A sheet that waits for paper would leave a person looking at nothing. */
async function refuseUnlessReady(line: Line): Promise<void> {
  const { fault } = await healthOf(new Talk(line))
  if (fault) throw fault
}

/** USB adapters say that all has left while some still waits in them: the next speed would spoil it. */
async function sendWhole(line: Line, bytes: Uint8Array, baud: number): Promise<void> {
  await line.write(bytes, SPEED_MS)
  await pause(AT_LEAST_MS + (bytes.length * BITS_PER_BYTE * 1_000) / baud)
}

const SILENT: Heard = {
  baud: null,
  status: false,
  whenPrinted: false,
  processId: false,
  pushes: false,
  maker: null,
  model: null,
}

/** The first speed at which something sensible comes back. */
async function listenAtSpeeds(line: string, onSpeed: (baud: number) => void): Promise<Heard> {
  for (const baud of SPEEDS) {
    onSpeed(baud)
    const heard = await withLine(atSpeed(line, baud), open => listen(open, ANSWER_MS))
    if (heard.status || heard.maker !== null) return { ...heard, baud }
  }
  return SILENT
}

async function listen(line: Line, answer_ms: number): Promise<Heard> {
  const talk = new Talk(line)
  const status = await answersStatus(talk, answer_ms)
  const maker = await nameOf(talk, 'maker', answer_ms)
  if (!status && maker === null) return SILENT
  const model = await nameOf(talk, 'model', answer_ms)
  const whenPrinted = await talk.tell(askWhenPrinted(), said => said.kind === 'byte', answer_ms)
  const isOurs = await talk.tell(
    processId(PROCESS),
    said => said.kind === 'id' && said.id === PROCESS,
    answer_ms,
  )
  const pushes = await talk.tell(pushStatus(true), said => said.kind === 'pushed', answer_ms)
  await talk.say(pushStatus(false), answer_ms)
  return { baud: null, status, whenPrinted, processId: isOurs, pushes, maker, model }
}

/** Twice the same, or it may be noise of another speed. */
async function answersStatus(talk: Talk, answer_ms: number): Promise<boolean> {
  const first = await talk.ask(askNow('printer'), answer_ms)
  return first !== null && (await talk.ask(askNow('printer'), answer_ms)) === first
}

async function nameOf(talk: Talk, subject: 'maker' | 'model', answer_ms: number): Promise<string | null> {
  let name: string | null = null
  await talk.tell(
    askName(subject),
    said => {
      if (said.kind === 'name') name = said.text.trim()
      return said.kind === 'name'
    },
    answer_ms,
  )
  return name
}

async function withLine<T>(text: string, work: (line: Line) => Promise<T>): Promise<T> {
  const line = await openLine(text)
  try {
    return await work(line)
  } catch (error) {
    throw asFault(error)
  } finally {
    await line.close().catch(() => undefined)
  }
}
