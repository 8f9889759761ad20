import { type Emulator, PAPER_END } from './emulator.ts'
import { commandLength } from './escpos-commands.ts'
import { EPSON, type EscposFaults, type EscposMake, SOUND } from './escpos-make.ts'
import { type Rom, readPaper } from './escpos-paper.ts'

const TICK_MS = 4

/**
 * A receipt printer at the far end of a line, with a buffer and a mechanism that takes its time. Its faults may be changed while
 * it works: what they change is noticed at the next byte, or at once with `set`.
 */
export class EscposEmulator implements Emulator {
  readonly faults: EscposFaults
  onSay: (bytes: Uint8Array) => void = () => undefined
  onDrop: () => void = () => undefined
  readonly #make: Required<EscposMake>
  readonly #printed: number[] = []
  #line: number[] = []
  #buffer: number[] = []
  #heard: number[] = []
  #received = 0
  #pushing = false
  #pushedLast = ''
  #jammed = false
  #deaf = false
  #due: number
  #timer: NodeJS.Timeout | null = null

  constructor(make: EscposMake = {}, faults: Partial<EscposFaults> = {}) {
    this.#make = { ...EPSON, ...make }
    this.faults = { ...SOUND, ...faults }
    this.#due = this.#make.bytesPerSecond
  }

  receive(bytes: Uint8Array): void {
    const { losesEvery } = this.faults
    for (const byte of bytes) {
      this.#received++
      if (this.#deaf || (losesEvery !== null && this.#received % losesEvery === 0)) continue
      this.#line.push(byte)
    }
    this.#work()
  }

  /** Somebody opens the cover, puts paper in …: a host that asked for it is told, and what waited goes on. */
  set(faults: Partial<EscposFaults>): void {
    Object.assign(this.faults, faults)
    this.#work()
  }

  /** Power off and on: what it had received and the settings of the host are gone, and for a while it is deaf. */
  reset(): void {
    this.#line = []
    this.#buffer = []
    this.#heard = []
    this.#pushing = false
    this.#jammed = false
    this.#deaf = true
    this.#printed.push(0x1b, 0x40)
    setTimeout(() => {
      this.#deaf = false
      if (this.#make.tellsPowerOn) this.#say([0x3b, 0x31, 0x00])
    }, this.#make.boot_ms).unref()
  }

  /** The bytes that reached the paper, questions left out. */
  printed(): Uint8Array {
    return Uint8Array.from(this.#printed)
  }

  paper(): string[] {
    return drawn(this.printed(), this.#make.rom)
  }

  #work(): void {
    do {
      this.#takeIn()
      this.#tellChange()
    } while (this.#printNext())
    const { bytesPerSecond } = this.#make
    const rests = this.#timer !== null || this.#buffer.length === 0 || this.#isStopped()
    if (rests || bytesPerSecond === Number.POSITIVE_INFINITY) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#due = Math.min(this.#due, 0) + (bytesPerSecond * TICK_MS) / 1_000
      this.#work()
    }, TICK_MS)
  }

  /** What the host is told at once is found as the bytes come in, the rest when its turn comes. */
  #takeIn(): void {
    const fitting = this.#line.splice(0, Math.max(this.#make.buffer - this.#buffer.length, 0))
    for (const byte of fitting) {
      this.#buffer.push(byte)
      this.#heard = [...this.#heard.slice(-9), byte]
      const request = realTime(this.#heard)
      if (request) this.#atOnce(request)
    }
  }

  #atOnce(request: number[]): void {
    this.#heard = []
    const [, kind, n = 0] = request
    if (kind === 0x04) this.#say([this.#answerTo(n)])
    if (kind === 0x05 && this.#jammed && !this.faults.cutterJam) {
      this.#jammed = false
      if (n === 2) this.#buffer = []
    }
    if (kind === 0x14 && this.#make.clears) {
      this.#buffer = []
      this.#say([0x37, 0x25, 0x00])
    }
  }

  /** True when a command was done and another may follow. */
  #printNext(): boolean {
    if (this.#isHeldUp()) return false
    const length = commandLength(this.#buffer)
    if (length === null || this.#buffer.length === 0) return false
    this.#happen()
    if (this.#isHeldUp()) return false
    if (isCut(this.#buffer) && this.faults.cutterJam) {
      this.#jammed = true
      this.#tellChange()
      return false
    }
    const command = this.#buffer.splice(0, length)
    this.#due -= length
    if (!this.#answered(command)) this.#printed.push(...command)
    return true
  }

  /** What was to happen at this byte. */
  #happen(): void {
    const { faults } = this
    const here = (at: number | null) => at !== null && this.#printed.length >= at
    if (here(faults.paperOutAt)) Object.assign(faults, { paperOut: true, paperOutAt: null })
    if (here(faults.coverOpenAt)) Object.assign(faults, { coverOpen: true, coverOpenAt: null })
    if (here(faults.unplugAt)) {
      faults.unplugAt = null
      this.#line = []
      this.onDrop()
    }
    if (here(faults.resetAt)) {
      faults.resetAt = null
      this.reset()
    }
    this.#tellChange()
  }

  #isHeldUp(): boolean {
    return this.#isStopped() || this.#deaf || this.#due <= 0
  }

  #isStopped(): boolean {
    return this.#isOffline() || this.faults.busy
  }

  #isOffline(): boolean {
    const { paperOut, coverOpen, offline, overheated } = this.faults
    return paperOut || coverOpen || offline || overheated || this.#jammed
  }

  #answerTo(subject: number): number {
    const { paperOut, nearEnd, coverOpen, overheated, drawerOpen } = this.faults
    const bits = [
      0,
      (drawerOpen ? 0x04 : 0) | (this.#isOffline() ? 0x08 : 0),
      (coverOpen ? 0x04 : 0) | (paperOut ? 0x20 : 0) | (this.#jammed || overheated ? 0x40 : 0),
      (this.#jammed ? 0x08 : 0) | (overheated ? 0x40 : 0),
      (nearEnd || paperOut ? 0x0c : 0) | (paperOut ? 0x60 : 0),
    ]
    return this.#make.base | (bits[subject] ?? 0)
  }

  #pushed(): number[] {
    const { paperOut, nearEnd, coverOpen, overheated, drawerOpen } = this.faults
    const state = (drawerOpen ? 0x04 : 0) | (this.#isOffline() ? 0x08 : 0) | (coverOpen ? 0x20 : 0)
    const errors = (this.#jammed ? 0x08 : 0) | (overheated ? 0x40 : 0)
    return [0x10 | state, errors, (nearEnd || paperOut ? 0x03 : 0) | (paperOut ? 0x0c : 0), 0x00]
  }

  #tellChange(): void {
    const now = this.#pushed()
    const key = now.join()
    if (this.#pushing && key !== this.#pushedLast) this.#say(now)
    this.#pushedLast = key
  }

  /** Questions that wait for their turn; true when it was one. */
  #answered(command: number[]): boolean {
    const name = Buffer.from(command.slice(0, 2)).toString('hex')
    const [, , n = 0] = command
    if (name === '1004' || name === '1005' || name === '1014') return true
    if (name === '1d61') {
      this.#pushing = this.#make.pushes && n !== 0
      if (this.#pushing) this.#say(this.#pushed())
      return true
    }
    if (name === '1d72') {
      const { paperOut, nearEnd } = this.faults
      this.#reply([n === 1 ? (nearEnd ? 0x03 : 0) | (paperOut ? 0x0c : 0) : 0])
      return true
    }
    if (name === '1d49') {
      const { maker, model, serial } = this.#make.identity ?? {}
      const text = { 66: maker, 67: model, 68: serial }[n]
      if (text) this.#reply([0x5f, ...Buffer.from(text, 'latin1'), 0x00])
      return true
    }
    if (name !== '1d28' || n !== 0x48) return false
    if (this.#make.processId) this.#reply([0x37, 0x22, ...command.slice(7, 11), 0x00])
    return true
  }

  #reply(bytes: number[]): void {
    if (this.faults.repliesLost > 0) this.faults.repliesLost--
    else this.#say(bytes)
  }

  #say(bytes: number[]): void {
    const { mute, garbage, byteByByte } = this.faults
    if (mute || this.#deaf) return
    const all = [...garbage, ...bytes]
    for (const part of byteByByte ? all.map(byte => [byte]) : [all]) this.onSay(Uint8Array.from(part))
  }
}

const isCut = ([first, second]: number[]): boolean => first === 0x1d && second === 0x56

/** The request at the end of what was heard: DLE EOT n, DLE ENQ n, or DLE DC4 8 with its seven bytes. */
function realTime(heard: number[]): number[] | null {
  const [first, second] = heard.slice(-3)
  if (heard.length >= 3 && first === 0x10 && (second === 0x04 || second === 0x05)) return heard.slice(-3)
  const clear = [0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08]
  return clear.every((byte, at) => heard[at] === byte) ? heard : null
}

/** What a person reads, paper after paper. */
function drawn(bytes: Uint8Array, rom: Rom): string[] {
  return readPaper(bytes, rom).papers.flatMap(({ lines, drawer }) => [
    ...lines.map(line => line.text),
    ...drawer.map(({ pin }) => `[drawer ${pin}]`),
    PAPER_END,
  ])
}
