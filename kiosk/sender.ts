import { setTimeout as pause } from 'node:timers/promises'
import { type Face, type KioskFault, PACE, type Pace } from '../rules/kiosks.ts'
import {
  Configuration,
  Heard,
  type Heartbeat,
  Kept as KeptAnswer,
  MOST_PRESSES,
  PATHS,
  type Presses,
  sign,
  type Why,
} from '../web/contract.ts'
import { type Clock, hubClock } from './clock.ts'
import { type Answer, type HubLine, hubLine } from './hub-line.ts'
import type { HubKey, Kept, Outbox } from './outbox.ts'

/** How the device stands with the hub; `refused` is kept across starts, `holds` until the hub takes presses again. */
export type Standing = {
  line: 'starting' | 'well' | 'away'
  /** By the running clock. */
  heardMs: number | null
  /** The presses of this device would not count: its key was revoked, or the hub does not know it. */
  refused: 'revoked' | 'unsigned' | null
  /** Another device sends as this one: nothing is sent until that is over. */
  holds: boolean
}

export type Sender = {
  standing: () => Standing
  /** Ends after the request that is on its way, or without it. */
  stop: () => Promise<void>
}

export type SenderOptions = {
  outbox: Outbox
  clock: Clock
  program: string
  /** What is told of the device with each heartbeat. */
  facts: () => { faults: KioskFault[]; boxes: Heartbeat['boxes'] }
  onConfiguration: (configuration: Configuration) => void
  onStanding: (standing: Standing) => void
  log: (line: string) => void
  open?: (hub: string) => HubLine
}

/** Each failure doubles the wait, up to so many sendings; it is then shortened or lengthened by up to half, so that not all come at once. */
const MOST_BACK_OFF = 60
const JITTER = 0.5
/** So many sendings pass before a device that another one speaks for tries again. */
const HOLD = 120
/** Between two batches of a long queue: the screen comes first. */
const BREATH_MS = 20
const TIDY_MS = 3_600_000

/** Sends what waits, tells how the device does and asks what it is told; one request at a time, for as long as it is not stopped. */
export function startSender(options: SenderOptions): Sender {
  const sender = new Sending(options)
  const ended = sender.run()
  return {
    standing: () => sender.standing,
    stop: async () => {
      sender.stop()
      await ended
    },
  }
}

class Sending {
  standing: Standing
  private readonly o: SenderOptions
  private readonly stopping = new AbortController()
  private readonly hubTime
  private line: { hub: string; line: HubLine } | null = null
  private failures = 0
  private batch = MOST_PRESSES
  private heartbeatAt = 0
  private sendAt = 0
  private tidyAt = 0
  private isConfigured = false

  constructor(options: SenderOptions) {
    this.o = options
    this.hubTime = hubClock(options.clock)
    const refused = options.outbox.fact('refused')
    this.standing = {
      line: 'starting',
      heardMs: null,
      refused: refused === 'revoked' || refused === 'unsigned' ? refused : null,
      holds: false,
    }
  }

  stop(): void {
    this.stopping.abort()
    this.line?.line.end()
  }

  async run(): Promise<void> {
    await this.wait(Math.random() * this.pace().upload * 1000)
    while (!this.stopping.signal.aborted) {
      let waitMs: number
      try {
        waitMs = await this.step()
      } catch (error) {
        this.o.log(`sender: ${error instanceof Error ? error.message : String(error)}`)
        waitMs = this.backOff()
      }
      await this.wait(waitMs)
    }
  }

  private readonly wait = (ms: number): Promise<unknown> =>
    pause(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined)

  private readonly pace = (): Pace => this.o.outbox.configuration()?.pace ?? PACE

  /** The next request; how long to wait after it. */
  private async step(): Promise<number> {
    const { outbox, clock } = this.o
    const pace = this.pace()
    const key = outbox.key()
    if (!key) return pace.upload * 1000
    const now = clock.runningMs()
    if (now >= this.tidyAt) {
      outbox.tidy()
      this.tidyAt = now + TIDY_MS
    }
    const isProbe = this.standing.line !== 'well' || this.standing.refused !== null
    if (isProbe || now >= this.heartbeatAt) return this.heartbeat(key, pace)
    if (!this.isConfigured) return this.configure(key)
    const waiting = now >= this.sendAt ? outbox.waiting(this.batch) : []
    return waiting.length > 0 ? this.send(key, waiting) : this.untilNext(pace)
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
    const answer = await this.ask(key, 'POST', PATHS.heartbeat, JSON.stringify(word))
    if (answer.kind !== 'done') return this.failed(answer)
    const heard = Heard.parse(answer.body)
    this.hubTime.set(heard.hubMs)
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
    const answer = await this.ask(key, 'GET', PATHS.configuration, '')
    if (answer.kind !== 'done') return this.failed(answer)
    const configuration = Configuration.parse(answer.body)
    this.o.outbox.keepConfiguration(configuration)
    this.isConfigured = true
    this.o.onConfiguration(configuration)
    this.well()
    return 0
  }

  private async send(key: HubKey, waiting: Kept[]): Promise<number> {
    const { outbox, clock } = this.o
    const body: Presses = { sentMs: clock.wallMs(), presses: waiting.map(kept => this.pressOf(kept)) }
    const answer = await this.ask(key, 'POST', PATHS.presses, JSON.stringify(body))
    if (answer.kind === 'refused' && isOfThePresses(answer.why))
      return this.refusedPresses(answer.why, waiting)
    if (answer.kind !== 'done') return this.failed(answer)
    const last = waiting.at(-1)?.seq ?? 0
    const { keptUpTo } = KeptAnswer.parse(answer.body)
    outbox.sent(Math.min(keptUpTo, last))
    if (keptUpTo < last) return this.backOff()
    this.batch = Math.min(MOST_PRESSES, this.batch * 2)
    this.set({ holds: false })
    this.well()
    return BREATH_MS
  }

  private pressOf({ runningMs, bootId, face, ...press }: Kept): Presses['presses'][number] {
    const { clock } = this.o
    const ageMs = bootId === clock.bootId ? Math.max(0, clock.runningMs() - runningMs) : null
    return { ...press, face: face as Face, ageMs }
  }

  /** Of a batch that is not taken half is sent; a press that is not taken even alone is put aside and lets the others pass. */
  private refusedPresses(why: OfThePresses, waiting: Kept[]): number {
    const { outbox, log } = this.o
    const [first] = waiting
    log(`presses ${first?.seq}–${waiting.at(-1)?.seq}: ${why}`)
    if (why === 'doubled') {
      this.sendAt = this.o.clock.runningMs() + HOLD * this.pace().upload * 1000
      this.set({ holds: true })
    } else if (waiting.length > 1) this.batch = Math.max(1, Math.floor(waiting.length / 2))
    else if (first) outbox.putAside(first.seq)
    return BREATH_MS
  }

  private async ask(key: HubKey, method: 'GET' | 'POST', path: string, body: string): Promise<Answer> {
    const timeMs = this.hubTime.nextMs()
    const authorization = sign(key, { method, path, timeMs, body })
    return this.lineTo(key.hub).ask({ method, path, body, authorization })
  }

  private lineTo(hub: string): HubLine {
    if (this.line?.hub !== hub) {
      this.line?.line.end()
      this.line = { hub, line: (this.o.open ?? hubLine)(hub) }
    }
    return this.line.line
  }

  private failed(answer: Exclude<Answer, { kind: 'done' }>): number {
    if (this.stopping.signal.aborted) return 0
    const why = answer.kind === 'away' ? answer.words : answer.why
    if (this.failures === 0) this.o.log(`hub: ${why}`)
    if (answer.kind === 'refused' && (answer.why === 'clock' || answer.why === 'replayed')) {
      this.hubTime.refused(answer.why, answer.hubMs)
      if (this.failures++ === 0) return BREATH_MS
    }
    if (answer.kind === 'refused' && (answer.why === 'revoked' || answer.why === 'unsigned'))
      this.keepRefused(answer.why)
    return this.backOff()
  }

  private backOff(): number {
    this.set({ line: 'away' })
    const sendings = Math.min(MOST_BACK_OFF, 2 ** Math.min(this.failures++, 30))
    return sendings * this.pace().upload * 1000 * (1 + (Math.random() * 2 - 1) * JITTER)
  }

  private well(): void {
    if (this.failures > 0) this.o.log('hub: well again')
    this.failures = 0
    this.keepRefused(null)
    this.set({ line: 'well', heardMs: this.o.clock.runningMs() })
  }

  private keepRefused(refused: Standing['refused']): void {
    if (this.standing.refused === refused) return
    this.set({ refused })
    this.o.outbox.keepFact('refused', refused)
  }

  private set(change: Partial<Standing>): void {
    this.standing = { ...this.standing, ...change }
    this.o.onStanding(this.standing)
  }
}

type OfThePresses = 'doubled' | 'malformed' | 'too_large'
const isOfThePresses = (why: Why): why is OfThePresses =>
  why === 'doubled' || why === 'malformed' || why === 'too_large'
