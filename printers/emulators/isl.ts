import { setTimeout as pause } from 'node:timers/promises'
import type { Emulator } from './emulator.ts'
import { type FaultName, type FaultPlan, faultPlan, type ScriptedFault } from './faults.ts'
import { type Condition, type FiscalMemory, type Issued, Refused, type Why } from './fiscal-memory.ts'
import { centred } from './fiscal-text.ts'
import { answerFrame, type Framing, type HostFrame, readFrames } from './isl-frame.ts'

const NAK = 0x15
const SYN = 0x16
const SYN_EVERY_MS = 60
/** A frame that stops for so long is given up. */
const GAP_MS = 300

/** One make's words: its frames, its commands by number, and what it answers. */
export type Dialect = {
  framing: Framing
  /** The name of a command, for faults and for people. */
  nameOf(command: number, data: string): string
  textOf(data: Uint8Array): string
  /** Does it; throws `Refused`. The data of the answer. */
  execute(command: number, data: string): string
  /** The data that tells a refusal. */
  refusal(command: number, why: Why): string
  status(why: Why | null): number[]
}

/** The names of a make's commands that a fault may wait for: a report is X or Z. */
export const commandsNamed = (names: Readonly<Record<number, string>>): readonly string[] =>
  [...Object.values(names), 'x', 'z'].filter(name => name !== 'report').toSorted()

export type FiscalEmulator = Emulator & {
  /** Every document that the device issued, in order. */
  journal(): readonly Issued[]
  /** Makes something go wrong now. */
  cause(fault: ScriptedFault): void
  /** New paper, cover closed, everything in order. */
  mend(): void
  /** Every command as it is carried out; for people who watch. */
  onCommand: (name: string, data: string, why: Why | null) => void
}

export type Conduct = { faults?: readonly ScriptedFault[]; sleep?: (ms: number) => Promise<unknown> }

/** A fiscal device at the end of a line: frames, sequence numbers, NAK, SYN, and everything that goes wrong on the way. */
export function islEmulator(memory: FiscalMemory, dialect: Dialect, conduct: Conduct): FiscalEmulator {
  const plan = faultPlan(conduct.faults ?? [])
  const device = new IslDevice(memory, dialect, plan, conduct.sleep ?? (ms => pause(ms)))
  for (const fault of conduct.faults ?? []) if (isThereAtOnce(fault)) device.begin(fault)
  return device
}

const CONDITIONS: ReadonlySet<string> = new Set<Condition>([
  'near-end',
  'cover-open',
  'overheated',
  'print-fault',
  'mute',
  'day-blocked',
  'memory-near-full',
  'memory-full',
  'journal-near-full',
  'journal-full',
  'clock-unset',
])
/** The end of the paper is counted in lines; what waits for a command begins with it. */
const isThereAtOnce = ({ name, where }: ScriptedFault): boolean =>
  where === null || (name === 'paper-out' && where.command === null)

const isCondition = (name: string): name is Condition => CONDITIONS.has(name)

class IslDevice implements FiscalEmulator {
  onSay: (bytes: Uint8Array) => void = () => undefined
  onDrop: () => void = () => undefined
  onCommand: FiscalEmulator['onCommand'] = () => undefined
  #memory: FiscalMemory
  #dialect: Dialect
  #plan: FaultPlan
  #sleep: (ms: number) => Promise<unknown>
  #heard: number[] = []
  #heardAt = 0
  #bytes = 0
  #work: Promise<void> = Promise.resolve()
  #lastAnswer: { seq: number; bytes: Uint8Array } | null = null
  #isOff = false
  /** How often it was switched off: what it had heard before is forgotten. */
  #outages = 0
  #paperBack_ms: number | null = null

  constructor(
    memory: FiscalMemory,
    dialect: Dialect,
    plan: FaultPlan,
    sleep: (ms: number) => Promise<unknown>,
  ) {
    this.#memory = memory
    this.#dialect = dialect
    this.#plan = plan
    this.#sleep = sleep
  }

  paper(): string[] {
    return [...this.#memory.roll.lines]
  }

  journal(): readonly Issued[] {
    return this.#memory.journal
  }

  receive(bytes: Uint8Array): void {
    if (this.#isOff) return
    const heard = this.#untilUnplugged(bytes)
    const now = performance.now()
    if (now - this.#heardAt > GAP_MS) this.#heard = []
    this.#heardAt = now
    const { frames, bad, rest } = readFrames([...this.#heard, ...heard], this.#dialect.framing)
    this.#heard = rest
    for (let n = 0; n < bad; n++) this.#say(Uint8Array.of(NAK))
    const outages = this.#outages
    for (const frame of frames)
      this.#work = this.#work.then(() => (outages === this.#outages ? this.#handle(frame) : undefined))
    if (heard.length < bytes.length) this.onDrop()
  }

  /** The bytes that still come in before the plug is pulled. */
  #untilUnplugged(bytes: Uint8Array): Uint8Array {
    const { where } = this.#plan.find('unplug') ?? {}
    const left = where && !where.command ? where.nth - this.#bytes : bytes.length
    if (left < bytes.length) this.#plan.remove('unplug')
    const heard = bytes.slice(0, Math.max(0, left))
    this.#bytes += heard.length
    return heard
  }

  async #handle(frame: HostFrame): Promise<void> {
    const data = this.#dialect.textOf(frame.data)
    const name = this.#dialect.nameOf(frame.command, data)
    this.#plan.arrive(name)
    if (this.#due('lost')) return
    if (this.#due('nak')) return this.#say(Uint8Array.of(NAK))
    const cut = this.#due('reset-before')
    if (cut) return this.#cutPower(cut)
    if (this.#lastAnswer?.seq === frame.seq) return this.#answer(this.#lastAnswer.bytes)
    this.#beginDue()
    const bytes = this.#carryOut(frame, name, data)
    const busy = this.#due('syn')
    if (busy) await this.#stayBusy(busy.value ?? 1_000)
    const after = this.#due('reset')
    if (after) return this.#cutPower(after)
    this.#lastAnswer = { seq: frame.seq, bytes }
    await this.#answer(bytes)
  }

  #carryOut(frame: HostFrame, name: string, data: string): Uint8Array {
    const dialect = this.#dialect
    let why: Why | null = null
    let answer = ''
    try {
      answer = dialect.execute(frame.command, data)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      why = error.why
      answer = dialect.refusal(frame.command, why)
    }
    this.#memory.miscount = 0
    this.#noticeNoPaper()
    this.onCommand(name, data, why)
    return answerFrame(frame, inCyrillic(answer), dialect.status(why), dialect.framing)
  }

  #noticeNoPaper(): void {
    const back_ms = this.#paperBack_ms
    if (!this.#memory.roll.isOut || back_ms === null) return
    this.#paperBack_ms = null
    void this.#mendLater('paper-out', back_ms)
  }

  async #stayBusy(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= SYN_EVERY_MS) {
      this.#say(Uint8Array.of(SYN))
      await this.#sleep(Math.min(left, SYN_EVERY_MS))
    }
  }

  /** Sends the answer, or what the line leaves of it. */
  async #answer(bytes: Uint8Array): Promise<void> {
    const unplugged = this.#due('unplug')
    if (unplugged) return this.onDrop()
    if (this.#due('reply-lost')) return
    let said = [...bytes]
    const dropped = this.#due('dropped')
    if (dropped) said.splice(Math.floor(said.length / 2), dropped.value ?? 1)
    if (this.#due('noise'))
      said[Math.floor(said.length / 2)] = (said[Math.floor(said.length / 2)] ?? 0) ^ 0x11
    const garbage = this.#due('garbage')
    if (garbage) said = [...GARBAGE.slice(0, garbage.value ?? GARBAGE.length), ...said]
    const size = this.#plan.find('chunks')?.value
    if (!size) return this.#say(Uint8Array.from(said))
    for (let at = 0; at < said.length; at += size) {
      this.#say(Uint8Array.from(said.slice(at, at + size)))
      await new Promise(setImmediate)
    }
  }

  #say(bytes: Uint8Array): void {
    if (!this.#memory.conditions.has('mute') && !this.#isOff) this.onSay(bytes)
  }

  /** Off and on again: what was open stays open, the last sequence number is forgotten and wrong passwords too. */
  async #cutPower(fault: ScriptedFault): Promise<void> {
    this.#isOff = true
    this.#outages++
    this.#lastAnswer = null
    this.#heard = []
    this.#memory.wrongPasswords = 0
    if (fault.value) await this.#sleep(fault.value)
    if (this.#memory.receipt) this.#memory.roll.lines.push(centred('*VOLTAGE DROP*'))
    this.#isOff = false
  }

  #due(name: FaultName): ScriptedFault | null {
    return this.#plan.due(name)
  }

  /** Conditions that begin at the command that came. */
  #beginDue(): void {
    for (const name of ['paper-out', 'wrong-total', ...CONDITIONS] as FaultName[]) {
      const fault = this.#due(name)
      if (fault && !isThereAtOnce(fault)) this.begin(fault)
    }
  }

  begin(fault: ScriptedFault): void {
    const memory = this.#memory
    const { name, value, text, where } = fault
    if (name === 'paper-out' && where && !where.command) memory.roll.left = where.nth
    else if (name === 'paper-out') memory.roll.isOut = true
    else if (name === 'wrong-total') memory.miscount = value ?? 1
    else if (name === 'password') memory.password = text ?? ''
    else if (name === 'clock') shiftClock(memory, value ?? 0)
    else if (isCondition(name)) memory.conditions.add(name)
    if (name === 'paper-out') this.#paperBack_ms = value
    else if (value !== null && isCondition(name)) void this.#mendLater(name, value)
  }

  async #mendLater(name: FaultName, ms: number): Promise<void> {
    await this.#sleep(ms)
    if (name === 'paper-out') this.#newPaper()
    else if (isCondition(name)) this.#memory.conditions.delete(name)
  }

  #newPaper(): void {
    this.#memory.roll.isOut = false
    this.#memory.roll.left = null
    this.#memory.conditions.delete('near-end')
  }

  cause(fault: ScriptedFault): void {
    if (fault.name === 'unplug' && !fault.where) this.onDrop()
    else if (fault.name === 'reset' && !fault.where) void this.#cutPower(fault)
    else {
      this.#plan.add(fault)
      if (isThereAtOnce(fault)) this.begin(fault)
    }
  }

  mend(): void {
    this.#newPaper()
    this.#memory.conditions.clear()
  }
}

const GARBAGE = [0xff, 0x00, 0x01, 0x7e, 0x03, 0x41, 0x15 ^ 0xff, 0x05]

function shiftClock(memory: FiscalMemory, ms: number): void {
  const { now } = memory
  memory.now = () => now().add({ milliseconds: ms }).round('second')
}

/** Device text in cp1251, of which it uses ASCII and the letters А–я; bytes that are no text pass. */
const inCyrillic = (text: string): number[] =>
  [...text].map(letter => {
    const code = letter.codePointAt(0) ?? 0x3f
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code < 0x100 ? code : 0x3f
  })
