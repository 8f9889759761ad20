import { randomInt } from 'node:crypto'
import type { Printed } from '../../device.ts'
import { asFault, Fault, type FaultCode } from '../../fault.ts'
import type { Line } from '../../transports/transport.ts'
import {
  askNow,
  askWhenPrinted,
  clearBuffers,
  initialise,
  processId,
  pushStatus,
  recoverByClearing,
  says,
} from './commands.ts'
import type { Said } from './hearing.ts'
import { healthOf, hex, STATUS_MS, troubleIn } from './status.ts'
import { Talk } from './talk.ts'

/** What a make understands besides paper. */
export type Manner = {
  /** Answers DLE EOT and GS r. */
  asks: boolean
  /** Tells by itself, once it was asked to, when its state changes. */
  pushes: boolean
  /** Says a process id back and clears its buffers at any time: Epson's own commands. */
  processId: boolean
}

export type Conversation = {
  manner: Manner
  waits: { send_ms: number; printed_ms: number }
  /** A piece of an earlier paper may lie in the printer: nothing of it may come out with this one, or swallow its beginning. */
  isFresh?: boolean
  /** What ends a paper that was torn before this one. */
  apart?: Uint8Array
}

/** The conversation over an open line, which it closes: is it ready, here is the paper, is it printed. */
export async function printOn(line: Line, bytes: Uint8Array, about: Conversation): Promise<Printed> {
  const { manner, waits } = about
  const talk = new Talk(line)
  try {
    if (manner.asks) await makeReady(talk, about).catch(untouched)
    const question = questionAfter(manner, about.apart !== undefined)
    const paper = Buffer.concat([
      about.apart ?? NONE,
      ...(manner.pushes ? pushing(bytes) : [bytes]),
      question.bytes,
    ])
    const sent = manner.asks ? talk.send(paper, waits.send_ms) : talk.say(paper, waits.send_ms)
    await sent.catch(error => explain(talk, manner, asFault(error)))
    if (manner.asks) await untilPrinted(talk, question, waits.printed_ms).catch(touched)
  } catch (error) {
    const fault = asFault(error)
    if (manner.processId && fault.sentBytes && STANDS_STILL.includes(fault.code)) await forgetTheRest(talk)
    await line.close().catch(() => undefined)
    throw fault
  }
  await line.close().catch(error => (manner.asks ? undefined : touched(error)))
  return { confirmed: manner.asks }
}

const NONE = new Uint8Array()
const SETTLE_MS = 3_000

async function makeReady(talk: Talk, { manner, isFresh = true }: Conversation): Promise<void> {
  let { fault } = await healthOf(talk)
  if (fault?.code === 'cutter') {
    await talk.say(recoverByClearing(), STATUS_MS)
    fault = (await healthOf(talk)).fault
  }
  if (fault) throw fault
  if (isFresh || !manner.processId) return
  const id = newId()
  const isClean = await talk.tell(processId(id), said => said.kind === 'id' && said.id === id, SETTLE_MS)
  if (!isClean) await forgetTheRest(talk)
}

/** While a printer stands still the rest of a torn paper waits in it, to come out with the new roll. */
const STANDS_STILL: readonly FaultCode[] = ['out_of_paper', 'cover_open', 'cutter', 'offline', 'device_error']

/** GS r tells of the paper by the way: what ended with it is torn. */
const endOfPaper = (said: Said): void => {
  if (said.kind === 'byte' && says.paperEndAfterPrinting(said.byte))
    throw new Fault('out_of_paper', { detail: `GS r 1 = ${hex(said.byte)}` })
}

const forgetTheRest = (talk: Talk): Promise<unknown> =>
  talk.tell(clearBuffers(), said => said.kind === 'cleared', STATUS_MS).catch(() => undefined)

/** The beginning of a paper resets what is pushed, so that is asked for right behind it. */
const pushing = (bytes: Uint8Array): Uint8Array[] => {
  const begin = initialise().length
  return [bytes.subarray(0, begin), pushStatus(true), bytes.subarray(begin)]
}

/**
 * What is sent behind a paper, and what of it may be repeated: the answer comes when all before it was printed. `answers`: the
 * one that proves it.
 */
type Question = {
  bytes: Uint8Array
  again: Uint8Array
  isAnswer: (said: Said) => boolean
  answers: number
  isUnlikeStatus: boolean
}

/** Behind a torn paper waits a question as well: where one answer is like another, ours is the second. */
function questionAfter({ asks, pushes, processId: knowsIds }: Manner, isBehindTorn: boolean): Question {
  const id = newId()
  const again = knowsIds ? processId(id) : asks ? askWhenPrinted() : NONE
  const answers = isBehindTorn && !knowsIds ? 2 : 1
  return {
    again,
    answers,
    isUnlikeStatus: knowsIds,
    bytes: Buffer.concat([...Array(answers).fill(again), pushes ? pushStatus(false) : NONE]),
    isAnswer: knowsIds ? said => said.kind === 'id' && said.id === id : said => said.kind === 'byte',
  }
}

const newId = (): string => String(randomInt(10_000)).padStart(4, '0')

/** So long it may be quiet before it is looked at. */
const LOOK_MS = 250
const LOOKS_BEFORE_ASKING_AGAIN = 8

/**
 * Resolves when the printer says that the paper is out; else throws what keeps it, or that it keeps silent. Meanwhile it is looked at.
 * An answer that got lost is asked for again, but only where each look was answered: a printer that was silent may have lost its
 * power, and with it the rest of the paper.
 */
async function untilPrinted(talk: Talk, question: Question, deadline_ms: number): Promise<void> {
  const until = performance.now() + deadline_ms
  const mayLook = question.isUnlikeStatus || talk.tellsApart
  let [looks, unanswered, wasSilent] = [0, 0, false]
  let { answers } = question
  while (performance.now() < until) {
    const said = await talk.next(Math.min(LOOK_MS, Math.max(until - performance.now(), 0)))
    if (said === null) {
      if (!mayLook) continue
      wasSilent ||= unanswered > 1
      const asksAgain = !wasSilent && ++looks % LOOKS_BEFORE_ASKING_AGAIN === 0
      await talk.say(asksAgain ? Buffer.concat([question.again, LOOK]) : LOOK, STATUS_MS)
      unanswered++
    } else if (question.isAnswer(said)) {
      if (--answers > 0) continue
      endOfPaper(said)
      return question.isUnlikeStatus ? undefined : refuseIfGone(talk)
    } else if (said.kind === 'now' || said.kind === 'byte') {
      unanswered = 0
      if (says.offline(said.byte)) await stopUnlessPassing(talk)
    } else {
      const trouble = troubleIn(said)
      if (trouble) throw trouble
    }
  }
  throw (await healthOf(talk)).fault ?? new Fault('no_answer', { detail: 'after the paper' })
}

/** A line that goes dead may bring a byte by itself. */
async function refuseIfGone(talk: Talk): Promise<void> {
  const { fault } = await healthOf(talk)
  if (fault?.code === 'no_answer') throw fault
}

const LOOK = askNow('printer')

/** A hot head cools and prints on. */
async function stopUnlessPassing(talk: Talk): Promise<void> {
  const { fault } = await healthOf(talk)
  if (fault && fault.code !== 'overheated') throw fault
}

/** A printer that stops taking bytes half-way usually knows why. */
async function explain(talk: Talk, { asks }: Manner, fault: Fault): Promise<never> {
  const health = asks && fault.code === 'timeout' ? await healthOf(talk).catch(() => null) : null
  throw health?.fault ? asFault(health.fault, fault.sentBytes) : fault
}

const touched = (error: unknown): never => {
  throw asFault(error, true)
}
const untouched = (error: unknown): never => {
  throw asFault(error, false)
}
