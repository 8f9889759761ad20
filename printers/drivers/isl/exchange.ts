import { asFault, Fault } from '../../fault.ts'
import type { Line } from '../../transports/transport.ts'
import { type DeviceFrame, type FrameFormat, frameOf, frameReader } from './frame.ts'
import { islBytes } from './letters.ts'

/**
 * One command: its number, its parameters spelled for the wire, and how long the device may be busy with it. `isOnce`: sent
 * again only when the device said that it did not understand it. A device that lost its power forgets which number it had
 * last, and would do it twice: money is asked after, not sent again.
 */
export type Command = { code: number; data: string; total_ms: number; isOnce?: boolean }

/** `again`: the command was sent more than once, so a device that lost its memory of the first may have done it twice. */
export type Reply = { data: Uint8Array; status: Uint8Array; again: boolean }

/** One command after the other over an open line. */
export type Exchange = {
  /**
   * What the device answers. Throws a `Fault`, with `sentBytes` true: whether the command was executed is not known, because
   * its answer may be what got lost.
   */
  ask(command: Command): Promise<Reply>
  close(): Promise<void>
}

/**
 * `silence_ms`: the manuals ask the host to wait 500 ms at least, the open driver ErpNet.FP waits 800; `sendings`: of the same
 * frame until the device counts as gone.
 */
export type ExchangePace = { silence_ms: number; sendings: number }

const PACE: ExchangePace = { silence_ms: 800, sendings: 5 }

/** How long this device may be silent. */
export const paceOf = ({ silence_ms = PACE.silence_ms }: { silence_ms?: number }): ExchangePace => ({
  ...PACE,
  silence_ms,
})

export const once = (command: Command): Command => ({ ...command, isOnce: true })

const SEND_MS = 3_000
const STATUS = 0x4a
const STATUS_MS = 5_000

/**
 * Begins a conversation. A device that gets the number of its last command again does nothing and repeats its last answer:
 * that makes sending again harmless, and the first command of a new program unsafe, so this one is a question for the status,
 * of which no answer is believed.
 */
export async function converse(line: Line, format: FrameFormat, pace: ExchangePace): Promise<Exchange> {
  const reader = frameReader(format)
  const numbers = format.mostSeq - format.leastSeq + 1
  let seq = format.leastSeq + Math.floor(Math.random() * numbers)

  async function ask({ code, data, total_ms, isOnce }: Command, anyAnswer = false): Promise<Reply> {
    seq = format.leastSeq + ((seq - format.leastSeq + 1) % numbers)
    const frame = frameOf(format, seq, code, islBytes(data))
    const until = performance.now() + total_ms
    const isAnswer = (heard: DeviceFrame) => heard.seq === seq && (anyAnswer || heard.command === code)
    for (let sending = 1; sending <= pace.sendings && performance.now() <= until; sending++) {
      await line.write(frame, SEND_MS).catch(unsure)
      const answer = await hear(isAnswer, until).catch(unsure)
      if (typeof answer === 'object') return { data: answer.data, status: answer.status, again: sending > 1 }
      if (answer === 'silence' && isOnce) break
    }
    throw new Fault('no_answer', { detail: nameOf(code), sentBytes: true })
  }

  async function hear(
    isAnswer: (heard: DeviceFrame) => boolean,
    until: number,
  ): Promise<DeviceFrame | 'nak' | 'silence'> {
    for (;;) {
      const bytes = await line.read(pace.silence_ms)
      const heard = bytes.length > 0 ? reader.take(bytes) : reader.rest()
      const answer = heard.filter(one => typeof one === 'object').find(isAnswer)
      if (answer) return answer
      if (heard.includes('nak')) return 'nak'
      if (bytes.length === 0) return 'silence'
      if (performance.now() > until) throw new Fault('timeout', { detail: 'busy', sentBytes: true })
    }
  }

  await ask({ code: STATUS, data: '', total_ms: STATUS_MS }, true).catch(error => {
    throw asFault(error, false)
  })
  return { ask, close: () => line.close() }
}

const unsure = (error: unknown): never => {
  throw asFault(error, true)
}

/** A command as the manuals name it. */
export const nameOf = (code: number): string => `${code.toString(16).padStart(2, '0').toUpperCase()}h`
