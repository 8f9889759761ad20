import type { PrinterWarning } from '../rules/printing.ts'
import { type Bell, createBell } from './bell.ts'
import type { Answer, Device, TakeNote } from './device.ts'
import { asFault, Fault, isHopeless } from './fault.ts'
import type { ClaimedJob, DoubtfulJob, PrintQueue } from './print-queue.ts'

/** `printing`: id of the job at the printer; `fault`: why the next paper waits; `owner`: this program prints here. */
export type SpoolerState = {
  printing: string | null
  fault: Fault | null
  warnings: PrinterWarning[]
  owner: boolean
}

export type Spooler = {
  state(): SpoolerState
  /** Lets the paper at the printer end, records it, gives the printer to others. */
  stop(): Promise<void>
}

export type SpoolerOptions = {
  queue: PrintQueue
  device: Device
  onChange?: (state: SpoolerState) => void
  pace?: Pace
}

/** `poll_ms`: the safety net under the wake; `again_ms`: first wait after a fault, doubled each time up to `most_ms`. */
export type Pace = { poll_ms: number; again_ms: number; most_ms: number }

const PACE: Pace = { poll_ms: 5_000, again_ms: 500, most_ms: 10_000 }

/**
 * Prints what the queue owes to one printer, in order, one at a time. A paper of which nothing was sent waits and is tried
 * again; one of which something was sent is left in doubt and never sent again; what was printed is recorded until the
 * database takes it. Runs until stopped, whatever the database or the printer do.
 */
export function startSpooler({ queue, device, onChange, pace = PACE }: SpoolerOptions): Spooler {
  let state: SpoolerState = { printing: null, fault: null, warnings: [], owner: false }
  const show: Show = change => {
    const next = { ...state, ...change }
    const same = next.printing === state.printing && next.fault === state.fault && next.owner === state.owner
    state = next
    if (!same) onChange?.(state)
  }
  const bell = createBell()
  const hush = queue.onWake(() => bell.ring())
  const ended = tend({ queue, bell, pace, show, device })
  return {
    state: () => state,
    async stop() {
      hush()
      bell.end()
      await ended
    },
  }
}

type Show = (change: Partial<SpoolerState>) => void

type Desk = {
  queue: PrintQueue
  bell: Bell
  pace: Pace
  show: Show
  device: Device
}

async function tend(desk: Desk): Promise<void> {
  const { queue, bell, pace, show } = desk
  for (let misses = 0; !bell.ended(); ) {
    try {
      if (await takeOver(desk)) {
        await settleDoubts(desk)
        await printAll(desk)
      } else await bell.rest(pace.poll_ms)
      misses = 0
    } catch {
      show({ owner: false })
      await bell.hold(pause(pace, misses++))
    }
  }
  await queue.release().catch(() => undefined)
  show({ owner: false })
}

async function takeOver({ queue, show }: Desk): Promise<boolean> {
  const owner = await queue.own()
  if (owner) await queue.doubtOrphans()
  show({ owner })
  return owner
}

/** Asks the device what became of the papers in doubt; what it does not know stays for a person. */
async function settleDoubts(desk: Desk): Promise<void> {
  const { device, queue } = desk
  if (!device.ask) return
  for (const job of await queue.doubts()) {
    const answer = await device.ask(job.paper, job.note).catch(() => null)
    if (answer === null) return
    await settle(desk, job, answer)
  }
}

async function settle({ queue }: Desk, job: DoubtfulJob, answer: Answer): Promise<void> {
  if (answer.outcome === 'not_printed') await queue.waits(job, new Fault('no_answer'))
  if (answer.outcome === 'printed')
    await queue.printed(job, { confirmed: true, ...(answer.document && { document: answer.document }) })
}

/**
 * Until a poll finds nothing new, a record came late or the printer is another program's: a database that restarted while
 * this program rested or printed has given it to whoever asked first.
 */
async function printAll(desk: Desk): Promise<void> {
  const { queue, bell, pace, show } = desk
  for (let faults = 0; !bell.ended() && (await queue.own()); ) {
    const job = await queue.claim()
    if (!job) {
      show({ fault: null })
      if (!(await bell.rest(pace.poll_ms))) return
      continue
    }
    const outcome = await printOne(desk, job)
    if (!outcome.inTime) return
    faults = outcome.waits ? faults + 1 : 0
    if (outcome.waits) await bell.hold(pause(pace, faults - 1))
  }
}

async function printOne(desk: Desk, job: ClaimedJob): Promise<{ waits: boolean; inTime: boolean }> {
  const { queue, show } = desk
  show({ printing: job.id })
  const note: TakeNote = told => queue.note(job, told)
  const outcome = await desk.device.print(job.paper, note).catch(error => asFault(error))
  const inTime = await record(desk, () => {
    if (!(outcome instanceof Fault)) return queue.printed(job, outcome)
    if (outcome.sentBytes) return queue.unsure(job, outcome)
    if (isHopeless(outcome.code)) return queue.failed(job, outcome)
    return queue.waits(job, outcome)
  })
  const fault = outcome instanceof Fault ? outcome : null
  show({ printing: null, fault })
  return { waits: fault !== null && !fault.sentBytes && !isHopeless(fault.code), inTime }
}

/**
 * Repeats until the database takes it; false when it was not taken at once. Once stopped it tries one last time: what then
 * stays 'sending' is doubted at the next start.
 */
async function record({ bell, pace, show }: Desk, write: () => Promise<void>): Promise<boolean> {
  for (let misses = 0; ; misses++) {
    try {
      await write()
      return misses === 0
    } catch {
      show({ owner: false })
      if (bell.ended()) return false
      await bell.hold(pause(pace, misses))
    }
  }
}

const pause = ({ again_ms, most_ms }: Pace, misses: number): number =>
  Math.min(again_ms * 2 ** misses, most_ms)
