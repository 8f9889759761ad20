import { createBell } from './bell.ts'
import type { Device } from './device.ts'
import type { PrintQueue } from './print-queue.ts'
import { type Next, printingTurn } from './printing-turn.ts'
import { type Pace, pause, type SpoolerState, type Tended } from './tended.ts'

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

const PACE: Pace = {
  poll_ms: 5_000,
  again_ms: 500,
  most_ms: 10_000,
  unwell_ms: 2_000,
  aside_ms: 20_000,
  tell_ms: 30_000,
}

/**
 * Prints what the queue owes to one printer, in order, one at a time. While the device says that it cannot, it is only asked
 * again. A paper of which nothing was sent waits and is tried again; one of which something was sent is left in doubt, asked
 * about where the device can tell, and never sent again blindly; what was printed is recorded until the database takes it.
 * Runs until stopped, whatever the database or the printer do.
 */
export function startSpooler({ queue, device, onChange, pace = PACE }: SpoolerOptions): Spooler {
  let state: SpoolerState = { printing: null, fault: null, warnings: [], standIn: null, owner: false }
  const show = (change: Partial<SpoolerState>) => {
    const next = { ...state, ...change }
    const same = Object.entries(next).every(([key, value]) =>
      isAlike(value, state[key as keyof SpoolerState]),
    )
    state = next
    if (!same) onChange?.(state)
  }
  const bell = createBell()
  const hush = queue.onWake(() => bell.ring())
  const tended: Tended = {
    queue,
    device,
    bell,
    pace,
    show,
    state: () => state,
    isCareful: true,
    hasDoubts: true,
    isUnable: false,
    unableSince: null,
    faults: 0,
    askings: 0,
    isAside: true,
    isWatching: false,
    told: null,
  }
  const heart = setInterval(() => void beat(tended), pace.tell_ms).unref()
  const ended = tend(tended)
  return {
    state: () => state,
    async stop() {
      clearInterval(heart)
      hush()
      bell.end()
      await ended
    },
  }
}

const isAlike = (one: unknown, another: unknown): boolean =>
  Array.isArray(one) && Array.isArray(another) ? one.join() === another.join() : one === another

async function tend(tended: Tended): Promise<void> {
  const { queue, bell, pace, show } = tended
  for (let misses = 0; !bell.ended(); ) {
    try {
      const owning = await queue.own()
      show({ owner: owning !== 'elsewhere' })
      if (owning === 'elsewhere') await bell.rest(pace.poll_ms)
      else await printHere(tended, owning === 'new')
      misses = 0
    } catch {
      tended.isCareful = true
      show({ owner: false })
      await bell.hold(pause(pace, misses++))
    }
  }
  await queue.release().catch(() => undefined)
  show({ owner: false })
}

async function printHere(tended: Tended, isNew: boolean): Promise<void> {
  if (isNew || tended.isCareful) await begin(tended)
  const next = await printingTurn(tended)
  await tellOthers(tended)
  await wait(tended, next)
}

/** Whatever another program or a lost line left behind; a device that can tell is asked how it does before the first paper. */
async function begin(tended: Tended): Promise<void> {
  await tended.queue.doubtOrphans()
  const anew: Partial<Tended> = {
    isCareful: false,
    hasDoubts: true,
    askings: 0,
    isUnable: !tended.device.isMute,
    isAside: true,
    told: null,
  }
  Object.assign(tended, anew)
}

/** An idle printer is asked how it does whenever nothing called for this long. */
async function wait(tended: Tended, next: Next): Promise<void> {
  const { bell, pace } = tended
  if (next === 'idle') tended.isWatching = !(await bell.rest(pace.poll_ms))
  if (next === 'unwell') await bell.hold(Math.min(pause(pace, tended.faults++), pace.unwell_ms))
  if (next === 'again') await bell.hold(pause(pace, tended.faults++))
}

/** Others are told of each change at once. */
async function tellOthers(tended: Tended): Promise<void> {
  const { queue, told } = tended
  const { fault, warnings } = tended.state()
  const what = [fault?.code, ...warnings].join()
  if (told === what) return
  await queue.tell({ fault, warnings })
  tended.told = what
}

/** That the owner is there, also while a paper takes long; one that does not arrive is followed by the next. */
async function beat({ queue, state }: Tended): Promise<void> {
  const { owner, fault, warnings } = state()
  if (owner) await queue.tell({ fault, warnings }).catch(() => undefined)
}
