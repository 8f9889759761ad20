import { ZONE } from '../rules/dates.ts'
import { BURST, isHallClosed, type KioskFault, markOf } from '../rules/kiosks.ts'
import type { Configuration } from '../web/contract.ts'
import type { Boxes, BoxListener } from './buttons/box-line.ts'
import type { Clock } from './clock.ts'
import { type Outbox, OutboxFault, openOutbox } from './outbox.ts'
import { type PinGate, pinGate } from './pin.ts'
import type { Size } from './screens/picture.ts'
import type { TechnicianFacts } from './screens/technician-view.ts'
import { FIRST_TURN, nextMs, on, type Turn, type TurnAct, type TurnEvent } from './screens/turn.ts'
import type { Scene, Unready } from './screens/view.ts'
import { type Sender, startSender } from './sender.ts'

export type DeviceOptions = {
  home: string
  program: string
  clock: Clock
  log: (line: string) => void
  /** Something else is to be seen. */
  draw: () => void
}

/** A disk that took nothing is tried again this often. */
const TRY_DISK_MS = 5_000
const SORRY_MS = 6_000

/** The device: what is on its screen, what it keeps and what it sends. It lives on whatever the disk and the line do. */
export class Device {
  private readonly o: DeviceOptions
  private readonly pin: PinGate
  private readonly faults = new Set<KioskFault>()
  private turn: Turn = FIRST_TURN
  private outbox: Outbox | null = null
  private sender: Sender | null = null
  private boxes: Pick<Boxes, 'facts' | 'lines'> = { facts: () => [], lines: () => [] }
  private configuration: Configuration | null = null
  private known: { key: string | null; configuration: string | null } = { key: null, configuration: null }
  /** Presses whose end could not be kept: until it is, they hold back all after them. */
  private unclosed: number[] = []
  private diskTriedMs = Number.NEGATIVE_INFINITY
  private timer: NodeJS.Timeout | undefined

  constructor(options: DeviceOptions) {
    this.o = options
    this.pin = pinGate(options.clock)
    this.look()
  }

  /** What happened goes in, and what must be done at once is done before this returns; only then it is seen. */
  take(event: TurnEvent): void {
    const { clock, log } = this.o
    try {
      const events = [event]
      for (let next = events.shift(); next; next = events.shift()) {
        const { turn, acts } = on(this.turn, next, this.asked(), clock.runningMs())
        this.turn = turn
        for (const act of acts) events.push(...this.act(act))
      }
    } catch (error) {
      log(error instanceof Error ? (error.stack ?? error.message) : String(error))
      this.apologise()
    }
    this.o.draw()
    this.wake()
  }

  /** Something failed that nobody foresaw: a friendly word, and the question again. */
  apologise(): void {
    this.kept(outbox => outbox.closeAll())
    this.turn = { ...FIRST_TURN, shown: { at: 'sorry', ends: this.o.clock.runningMs() + SORRY_MS } }
  }

  /** Each second: what another program changed, what the disk takes again, what time alone has changed. */
  tick(): void {
    this.look()
    this.take({ kind: 'tick' })
  }

  /** Listens to the boxes of these lines from now on. */
  hear(open: (listener: BoxListener) => Pick<Boxes, 'facts' | 'lines'>): void {
    this.boxes = open({
      press: ({ face, box }) => this.take({ kind: 'box', face, box }),
      seen: id => this.kept(outbox => outbox.boxSeen(id)) ?? null,
    })
  }

  /** The screen could not be drawn, or could again. */
  screenFailed(failed: boolean): void {
    if (failed) this.faults.add('screen')
    else this.faults.delete('screen')
  }

  /** A device without a screen is better started anew; one without a disk or a line is not. */
  isWell(): boolean {
    return !this.faults.has('screen')
  }

  scene(size: Size): Scene {
    const { turn } = this
    const isClosed = this.configuration !== null && isHallClosed(this.townTime(), this.configuration)
    const facts = turn.shown.at === 'technician' ? this.technicianFacts() : null
    return { turn, configuration: this.asked(), unready: this.unready(), isClosed, facts, size }
  }

  /** In one line, for whoever looks at the machine and not at the screen. */
  status(): string {
    const { refused, holds, trouble } = this.sender?.standing() ?? {
      refused: null,
      holds: false,
      trouble: null,
    }
    const depth = this.kept(outbox => outbox.depth()) ?? '?'
    return [`waiting=${depth}`, refused, holds && 'doubled', trouble, ...this.allFaults()]
      .filter(Boolean)
      .join(' ')
  }

  async end(): Promise<void> {
    clearTimeout(this.timer)
    await this.sender?.stop()
    this.outbox?.end()
    this.outbox = null
  }

  private act(act: TurnAct): TurnEvent[] {
    switch (act.act) {
      case 'press':
        return [this.press(act)]
      case 'giveReason':
        this.kept(outbox => outbox.giveReason(act.seq, act.code))
        return []
      case 'close':
        this.unclosed.push(act.seq)
        this.closeAll()
        return []
      case 'pin':
        this.pin(act.typed, this.configuration?.pin ?? null).then(
          isRight => this.take({ kind: 'pin', isRight }),
          error => this.o.log(String(error)),
        )
        return []
    }
  }

  private press({ askId, face, origin, box, isTest }: TurnAct & { act: 'press' }): TurnEvent {
    const repeatMs = this.configuration?.pace.repeatMs ?? 0
    const seq = this.kept(outbox => {
      const earlier = outbox.recent(Math.max(BURST.withinMs, repeatMs))
      const mark = markOf(this.o.clock.runningMs(), earlier, { isTest, repeatMs })
      return outbox.press({ askId, face, origin, mark, box })
    })
    if (seq === null) return { kind: 'refused' }
    this.diskTakes()
    return { kind: 'kept', seq }
  }

  private closeAll(): void {
    this.unclosed = this.unclosed.filter(seq => this.kept(outbox => outbox.close(seq)) === null)
  }

  /** Null where the disk did not take it or could not tell; that is noted until it takes something. */
  private kept<T>(act: (outbox: Outbox) => T): T | null {
    const { outbox } = this
    if (!outbox) return null
    try {
      return act(outbox)
    } catch (error) {
      this.diskFailed(error)
      return null
    }
  }

  private diskTakes(): void {
    this.faults.delete('disk_full')
    this.faults.delete('disk_fault')
  }

  private diskFailed(error: unknown): void {
    if (!(error instanceof OutboxFault)) throw error
    if (!this.faults.has(error.code)) this.o.log(`${error.message}: ${error.detail}`)
    this.faults.add(error.code)
  }

  private look(): void {
    const now = this.o.clock.runningMs()
    if (this.isDiskFaulty() && now - this.diskTriedMs < TRY_DISK_MS) return
    this.diskTriedMs = now
    if (!this.outbox) this.open()
    if (this.isDiskFaulty()) {
      if (this.kept(outbox => outbox.keepFact('tried', String(now))) === null) return
      this.diskTakes()
      this.o.log('outbox: well again')
    }
    if (this.unclosed.length > 0) this.closeAll()
    this.kept(outbox => this.read(outbox))
  }

  private isDiskFaulty(): boolean {
    return this.faults.has('disk_full') || this.faults.has('disk_fault')
  }

  private open(): void {
    const { home, clock, program, log } = this.o
    try {
      this.outbox = openOutbox(home, { clock })
      this.diskTakes()
    } catch (error) {
      this.diskFailed(error)
      return
    }
    const facts = () => ({ faults: this.allFaults(), boxes: this.boxes.facts() })
    this.sender = startSender({ outbox: this.outbox, clock, program, facts, log })
  }

  /** The sender, or somebody who enrols the device beside it, may have kept another key or configuration. */
  private read(outbox: Outbox): void {
    const key = outbox.fact('key')
    const configuration = outbox.fact('configuration')
    if (configuration !== this.known.configuration) this.configuration = outbox.configuration()
    if (key !== this.known.key && this.known.key !== null) this.sender?.nudge()
    this.known = { key, configuration }
  }

  /** What is asked now; null while the device may not ask. */
  private asked(): Configuration | null {
    const isRefused = this.sender?.standing().refused != null
    return this.outbox && this.known.key !== null && !isRefused ? this.configuration : null
  }

  private unready(): Unready {
    if (!this.outbox) return 'broken'
    if (this.known.key === null) return 'unenrolled'
    return this.sender?.standing().refused ? 'revoked' : 'waiting'
  }

  /** The town's time, by the hub's clock where that is known. */
  private townTime(): Temporal.PlainDateTime {
    const ms = this.o.clock.wallMs() - (this.sender?.standing().skewMs ?? 0)
    return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(ZONE).toPlainDateTime()
  }

  private allFaults(): KioskFault[] {
    const isLost = this.boxes.lines().some(line => !line.isOpen)
    return [...this.faults, ...(isLost ? (['line_lost'] as const) : [])]
  }

  private technicianFacts(): TechnicianFacts {
    const { program, clock } = this.o
    const standing = this.sender?.standing()
    const heardMs = standing?.heardMs ?? null
    return {
      program,
      deviceId: this.kept(outbox => outbox.deviceId) ?? '',
      hub: this.kept(outbox => outbox.key())?.hub ?? null,
      lastWordSeconds: heardMs === null ? null : Math.floor((clock.runningMs() - heardMs) / 1_000),
      trouble: standing?.holds ? 'doubled' : (standing?.trouble ?? null),
      outbox: this.kept(outbox => outbox.depth()) ?? 0,
      lastSeq: this.kept(outbox => outbox.lastSeq()) ?? 0,
      skewMs: standing?.skewMs ?? null,
      faults: this.allFaults(),
      boxes: this.boxes.facts(),
    }
  }

  /** What gives way by itself does so in time. */
  private wake(): void {
    clearTimeout(this.timer)
    const at = nextMs(this.turn)
    if (at === null) return
    const waitMs = Math.max(1, at - this.o.clock.runningMs())
    this.timer = setTimeout(() => this.take({ kind: 'tick' }), waitMs)
  }
}
