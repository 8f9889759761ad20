import { setTimeout as pause } from 'node:timers/promises'
import { type KioskFault, PACE, type Pace } from '../rules/kiosks.ts'
import {
  Configuration,
  Heard,
  type Heartbeat,
  Kept as KeptAnswer,
  MOST_PRESSES,
  PATHS,
  type Presses,
  type Why,
} from '../web/contract.ts'
import type { Clock } from './clock.ts'
import type { Answer, HubLine } from './hub-line.ts'
import type { HubKey } from './kept-words.ts'
import type { Kept, Outbox } from './outbox.ts'
import { type SignedLine, signedLine } from './signed-line.ts'

/** How the device stands with the hub; `refused` is kept across starts, `holds` until the hub takes presses again. */
export type Standing = {
  /** Why the last request failed; null where it did not, or before the first. */
  trouble: Why | 'no_answer' | null
  /** By the running clock. */
  heardMs: number | null
  /** The presses of this device would not count: its key was revoked, or the hub does not know it. */
  refused: 'revoked' | 'unsigned' | null
  /** Another device sends as this one: no press is sent until that is over. */
  holds: boolean
  /** What the device's clock is ahead of the hub's; null until they were compared. */
  skewMs: number | null
}

export type Sender = {
  standing: () => Standing
  /** Waits no longer: there is another key, or somebody wants to see now whether the hub answers. */
  nudge: () => void
  /** Gives up the request that is on its way: what it sent is sent again, and kept once. */
  stop: () => Promise<void>
}

export type SenderOptions = {
  outbox: Outbox
  clock: Clock
  program: string
  /** What is told of the device with each heartbeat. */
  facts: () => { faults: KioskFault[]; boxes: Heartbeat['boxes'] }
  log: (line: string) => void
  open?: (hub: string) => HubLine
}

/** Each failure doubles the wait, up to so many sendings, give or take half, so that not all devices come at once. */
const BACK_OFF = { most: 60, jitter: 0.5 } as const
/** So many sendings pass before a device that another one speaks for tries again. */
const HOLD = 120
/** Between two batches of a long queue: the screen comes first. */
const BREATH_MS = 20
const TIDY_MS = 3_600_000
/** A line that is too weak for many may be good for so many. */
const LEAST_OF_WEAK_LINE = 50

/** Sends what waits, tells how the device does and asks what it is told; one request at a time, for as long as it is not stopped. */
export function startSender(options: SenderOptions): Sender {
  const sending = new Sending(options)
  const ended = sending.run()
  return {
    standing: () => sending.standing,
    nudge: () => sending.nudge(),
    stop: async () => {
      sending.stop()
      await ended
    },
  }
}

class Sending {
  standing: Standing
  private readonly o: SenderOptions
  private readonly line: SignedLine
  private isStopped = false
  private waiting = new AbortController()
  private keyId: string | null = null
  private failures = 0
  private batch = MOST_PRESSES
  private heartbeatAt = 0
  private sendAt = 0
  private tidyAt = 0
  private isConfigured = false
  private lastPace: Pace = PACE

  constructor(options: SenderOptions) {
    this.o = options
    this.line = signedLine(options.clock, options.open)
    const refused = options.outbox.fact('refused')
    this.standing = {
      trouble: null,
      heardMs: null,
      refused: refused === 'revoked' || refused === 'unsigned' ? refused : null,
      holds: false,
      skewMs: null,
    }
  }

  nudge(): void {
    this.heartbeatAt = 0
    this.waiting.abort()
  }

  stop(): void {
    this.isStopped = true
    this.waiting.abort()
    this.line.end()
  }

  async run(): Promise<void> {
    await this.wait(Math.random() * this.pace().upload * 1000)
    while (!this.isStopped) {
      let waitMs: number
      try {
        waitMs = await this.step()
      } catch (error) {
        this.o.log(`sender: ${String(error).slice(0, 200)}`)
        waitMs = this.backOff()
      }
      await this.wait(waitMs)
    }
  }

  private async wait(ms: number): Promise<void> {
    if (this.isStopped) return
    this.waiting = new AbortController()
    await pause(ms, undefined, { signal: this.waiting.signal }).catch(() => undefined)
  }

  /** A disk that cannot be read changes nothing in how long is waited. */
  private pace(): Pace {
    try {
      this.lastPace = this.o.outbox.configuration()?.pace ?? PACE
    } catch {
      // The last one holds.
    }
    return this.lastPace
  }

  /** The next request; how long to wait after it. */
  private async step(): Promise<number> {
    const { outbox, clock } = this.o
    const pace = this.pace()
    const key = outbox.key()
    if (!key) return pace.upload * 1000
    if (key.id !== this.keyId) this.begin(key)
    const now = clock.runningMs()
    if (now >= this.tidyAt) {
      this.tidyAt = now + TIDY_MS
      outbox.tidy()
    }
    const isProbe = this.standing.heardMs === null || this.failures > 0
    if (isProbe || now >= this.heartbeatAt) return this.heartbeat(key, pace)
    if (!this.isConfigured) return this.configure(key)
    const waiting = now >= this.sendAt ? outbox.waiting(this.batch) : []
    return waiting.length > 0 ? this.send(key, waiting) : this.untilNext(pace)
  }

  /** What was between the hub and the key before is not between it and this one. */
  private begin(key: HubKey): void {
    if (this.keyId !== null) this.set({ refused: null, holds: false, trouble: null, heardMs: null })
    this.keyId = key.id
    this.failures = 0
    this.sendAt = 0
    this.isConfigured = false
  }

  private untilNext(pace: Pace): number {
    return Math.max(1, Math.min(pace.upload * 1000, this.heartbeatAt - this.o.clock.runningMs()))
  }

  private async heartbeat(key: HubKey, pace: Pace): Promise<number> {
    const { outbox, clock, program, facts } = this.o
    const configuration = outbox.configuration()?.version ?? null
    const word: Heartbeat = {
      sentMs: clock.wallMs(),
      program,
      configuration,
      outbox: outbox.depth(),
      lastSeq: outbox.lastSeq(),
      uptimeSeconds: Math.floor(process.uptime()),
      ...facts(),
    }
    const answer = await this.line.ask(key, 'POST', PATHS.heartbeat, word)
    if (answer.kind !== 'done') return this.failed(answer)
    const heard = Heard.parse(answer.body)
    this.line.time.set(heard.hubMs)
    this.isConfigured = heard.configuration === configuration
    this.heartbeatAt = clock.runningMs() + pace.heartbeat * 1000 * (1 + (Math.random() - 0.5) / 5)
    this.compare(heard.keptUpTo)
    this.well()
    return 0
  }

  /** The hub may know less than was sent (it was restored from a backup), or more than this disk (which lost its last writes). */
  private compare(keptUpTo: number): void {
    const { outbox, log } = this.o
    if (keptUpTo < outbox.lastSentSeq()) {
      log(`hub: kept up to ${keptUpTo} only, sending again`)
      outbox.sendAgainAbove(keptUpTo)
    }
    if (keptUpTo > outbox.lastSeq()) {
      log(`hub: has ${keptUpTo}, going on after it`)
      outbox.skipTo(keptUpTo)
    }
  }

  private async configure(key: HubKey): Promise<number> {
    // What cannot be had or read is asked for again after the next heartbeat; presses do not wait for it.
    this.isConfigured = true
    const answer = await this.line.ask(key, 'GET', PATHS.configuration)
    if (answer.kind !== 'done') return this.failed(answer)
    this.o.outbox.keepConfiguration(Configuration.parse(answer.body))
    this.well()
    return 0
  }

  private async send(key: HubKey, waiting: Kept[]): Promise<number> {
    const { outbox, clock } = this.o
    const body: Presses = { sentMs: clock.wallMs(), presses: waiting.map(kept => this.pressOf(kept)) }
    const answer = await this.line.ask(key, 'POST', PATHS.presses, body)
    if (answer.kind === 'refused' && isOfThePresses(answer.why))
      return this.refusedPresses(answer.why, waiting)
    if (answer.kind !== 'done') {
      this.batch = Math.max(LEAST_OF_WEAK_LINE, Math.floor(this.batch / 2))
      return this.failed(answer)
    }
    const last = waiting.at(-1)?.seq ?? 0
    const { keptUpTo } = KeptAnswer.parse(answer.body)
    outbox.sent(Math.min(keptUpTo, last))
    if (keptUpTo < last) return this.backOff()
    const areMore = waiting.length >= this.batch
    this.batch = Math.min(MOST_PRESSES, this.batch * 2)
    this.set({ holds: false })
    this.well()
    return areMore ? BREATH_MS : this.untilNext(this.pace())
  }

  private pressOf({ runningMs, bootId, ...press }: Kept): Presses['presses'][number] {
    const { clock } = this.o
    const ageMs = bootId === clock.bootId ? Math.max(0, clock.runningMs() - runningMs) : null
    return { ...press, ageMs }
  }

  /** Of a batch that is not taken half is sent; a press that is not taken even alone is put aside and lets the others pass. */
  private refusedPresses(why: OfThePresses, waiting: Kept[]): number {
    const { outbox, log, clock } = this.o
    const [first] = waiting
    log(`presses ${first?.seq}–${waiting.at(-1)?.seq}: ${why}`)
    if (why === 'doubled') {
      this.sendAt = clock.runningMs() + HOLD * this.pace().upload * 1000
      this.set({ holds: true })
    } else if (waiting.length > 1) this.batch = Math.max(1, Math.floor(waiting.length / 2))
    else if (first) outbox.putAside(first.seq)
    return BREATH_MS
  }

  private failed(answer: Exclude<Answer, { kind: 'done' }>): number {
    if (this.isStopped) return 0
    if (this.failures === 0) this.o.log(`hub: ${answer.kind === 'away' ? answer.words : answer.why}`)
    if (answer.kind === 'away') return this.backOff()
    const { why, hubMs } = answer
    if (why === 'clock' || why === 'replayed') {
      this.line.time.refused(why, hubMs)
      this.set({ skewMs: this.line.time.skewMs() })
      if (this.failures === 0) return this.backOff(why, BREATH_MS)
    }
    if (why === 'revoked' || why === 'unsigned') this.keepRefused(why)
    return this.backOff(why)
  }

  private backOff(trouble: Standing['trouble'] = 'no_answer', atFirstMs?: number): number {
    this.set({ trouble })
    const sendings = Math.min(BACK_OFF.most, 2 ** Math.min(this.failures++, 30))
    const jitter = 1 + (Math.random() * 2 - 1) * BACK_OFF.jitter
    return atFirstMs ?? sendings * this.pace().upload * 1000 * jitter
  }

  private well(): void {
    if (this.failures > 0) this.o.log('hub: well again')
    this.failures = 0
    this.keepRefused(null)
    this.set({ trouble: null, heardMs: this.o.clock.runningMs(), skewMs: this.line.time.skewMs() })
  }

  private keepRefused(refused: Standing['refused']): void {
    if (this.standing.refused === refused) return
    this.set({ refused })
    this.o.outbox.keepFact('refused', refused)
  }

  private set(change: Partial<Standing>): void {
    this.standing = { ...this.standing, ...change }
  }
}

type OfThePresses = 'doubled' | 'malformed' | 'too_large'
const isOfThePresses = (why: Why): why is OfThePresses =>
  why === 'doubled' || why === 'malformed' || why === 'too_large'
