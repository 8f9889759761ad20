import { asFault } from '../../fault.ts'
import type { Line } from '../../transports/transport.ts'
import { createEar, type Said } from './hearing.ts'
import { troubleIn } from './status.ts'

const LISTEN_MS = 50
/** What comes before an answer with the mark of one is noise; a make that sets no mark is waited for no longer than this. */
const MARKED_SOON_MS = 30

/** Speaking and hearing over one open line. */
export class Talk {
  /** Its answers to DLE EOT bear the mark that tells them from answers to GS r. */
  tellsApart = false
  readonly #line: Line
  readonly #ear = createEar()
  #heard: Said[] = []
  #reading: Promise<Uint8Array> | null = null

  constructor(line: Line) {
    this.#line = line
  }

  /** The next thing that the printer says, null when it says nothing in time. */
  async next(deadline_ms: number): Promise<Said | null> {
    const until = performance.now() + deadline_ms
    for (let left = deadline_ms; ; left = until - performance.now()) {
      const said = this.#heard.shift()
      if (said) return said
      if (left <= 0) return null
      await this.#take(this.#reading ?? this.#line.read(left))
    }
  }

  /** Something that is not answered, or of which the answer is waited for with `next`. */
  say(bytes: Uint8Array, deadline_ms: number): Promise<void> {
    return this.#line.write(bytes, deadline_ms)
  }

  /** A question of which the answer is one byte; null when none comes in time. What was said before is thrown away. */
  async ask(request: Uint8Array, deadline_ms: number): Promise<number | null> {
    await this.#take(this.#reading ?? this.#line.read(0))
    this.#heard = []
    const until = performance.now() + deadline_ms
    await this.#line.write(request, deadline_ms)
    let plain: number | null = null
    for (let left = deadline_ms; ; left = until - performance.now()) {
      const said = await this.next(Math.max(plain === null ? left : Math.min(left, MARKED_SOON_MS), 0))
      if (said === null || said.kind === 'now') return said?.byte ?? plain
      if (said.kind === 'byte' && !this.tellsApart) plain ??= said.byte
    }
  }

  /** Says something that only one answer settles; false when it does not come in time. */
  async tell(request: Uint8Array, isAnswer: (said: Said) => boolean, deadline_ms: number): Promise<boolean> {
    const until = performance.now() + deadline_ms
    await this.#line.write(request, deadline_ms)
    for (;;) {
      const said = await this.next(Math.max(until - performance.now(), 0))
      if (said === null || isAnswer(said)) return said !== null
    }
  }

  /** Sends a paper and hears meanwhile: ends as soon as the printer tells unasked that it stopped. */
  async send(bytes: Uint8Array, deadline_ms: number): Promise<void> {
    const stop = new AbortController()
    let ended = false
    const writing = this.#line.write(bytes, deadline_ms, stop.signal).finally(() => {
      ended = true
    })
    while (!ended) {
      this.#reading ??= this.#line.read(LISTEN_MS)
      const reading = this.#reading
      await Promise.race([writing, reading.catch(() => writing)])
      if (ended) break
      await this.#take(reading)
      const trouble = this.#heard.map(troubleIn).find(fault => fault !== null)
      if (!trouble) continue
      stop.abort()
      await writing.catch(() => undefined)
      throw asFault(trouble, true)
    }
    await writing
  }

  async #take(reading: Promise<Uint8Array>): Promise<void> {
    this.#reading = reading
    const bytes = await reading.finally(() => {
      this.#reading = null
    })
    const said = this.#ear.hear(bytes)
    this.tellsApart ||= said.some(one => one.kind === 'now')
    this.#heard.push(...said)
  }
}
