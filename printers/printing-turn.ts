import type { Answer, Device, Health, Printed, TakeNote } from './device.ts'
import { asFault, Fault, isHopeless } from './fault.ts'
import type { ClaimedJob, DoubtfulJob } from './print-queue.ts'
import { pause, type Tended } from './tended.ts'

/**
 * What follows a turn: at once the next; `idle`: until something is owed; `unwell`: until the device says that it is well;
 * `again`: the paper is tried once more.
 */
export type Next = 'next' | 'idle' | 'unwell' | 'again'

/** One turn at the device, with at most one paper. */
export async function printingTurn(tended: Tended): Promise<Next> {
  const { queue } = tended
  if (!(await queue.takeTurn())) return 'next'
  try {
    return await turn(tended)
  } finally {
    await queue.endTurn()
  }
}

async function turn(tended: Tended): Promise<Next> {
  const { queue } = tended
  const health = tended.isUnable ? await healthBeyondDoubts(tended) : null
  if (health) {
    if (health.fault && !isHopeless(health.fault.code)) return unwell(tended, health)
    tended.hasDoubts = true
  }
  if (tended.hasDoubts && !(await settleDoubts(tended))) return 'unwell'
  const job = (await reportAskedFor(tended)) ?? (await queue.claim())
  return job ? printOne(tended, job) : idle(tended, health)
}

/** A receipt that stands open may be the one in doubt: to ask about it brings it to its end. */
async function healthBeyondDoubts(tended: Tended): Promise<Health> {
  const { device } = tended
  const health = await device.health()
  const isOpen = health.fault?.code === 'receipt_open'
  return isOpen && tended.hasDoubts && (await settleDoubts(tended)) ? device.health() : health
}

/** No attempt is made and nothing is written. */
async function unwell(tended: Tended, { fault, warnings }: Health): Promise<Next> {
  tended.show({ fault, warnings })
  const report = await reportAskedFor(tended)
  if (report) return printOne(tended, report)
  await standAside(tended)
  return 'unwell'
}

/**
 * A device that wants its day closed prints the report that closes it and nothing else: that one goes first. The papers in
 * doubt are asked about before it, for it makes an end of what the device counts.
 */
async function reportAskedFor(tended: Tended): Promise<ClaimedJob | null> {
  if (tended.state().fault?.code !== 'day_not_closed') return null
  return !tended.hasDoubts || (await settleDoubts(tended)) ? tended.queue.claim('z_report') : null
}

async function standAside(tended: Tended): Promise<void> {
  tended.isUnable = true
  tended.unableSince ??= performance.now()
  if (performance.now() - tended.unableSince < tended.pace.aside_ms) return
  const standIn = await tended.queue.standAside()
  if (standIn !== null) tended.isAside = true
  tended.show({ standIn })
}

/** Nothing is owed. A device that can tell is asked how it does before the next money is taken. */
async function idle(tended: Tended, asked: Health | null): Promise<Next> {
  const { device, show } = tended
  if (device.isMute) await well(tended, false)
  else if (asked || tended.isWatching) {
    const { fault, warnings } = asked ?? (await device.health())
    show({ warnings })
    if (!fault) await well(tended, true)
    else {
      show({ fault })
      if (!isHopeless(fault.code)) await standAside(tended)
    }
  }
  return tended.isUnable ? 'unwell' : 'idle'
}

/** `isProven`: the printer itself said or showed it, so that what another has not printed yet comes back. */
async function well(tended: Tended, isProven: boolean): Promise<void> {
  if (isProven && tended.isAside) {
    await tended.queue.takeBack()
    tended.isAside = false
  }
  if (tended.unableSince !== null) tended.hasDoubts = true
  Object.assign(tended, { isUnable: false, unableSince: null, faults: 0 })
  tended.show({ fault: null, standIn: null })
}

const MOST_ASKINGS = 5

/**
 * Asks the device what became of the papers in doubt; what it does not know stays for a person. False where it cannot be
 * asked now; it keeps the others waiting for its answer only so often.
 */
async function settleDoubts(tended: Tended): Promise<boolean> {
  const { device, queue } = tended
  if (device.ask)
    for (const job of await queue.doubts()) {
      const answer = await device.ask(job.paper, job.note).catch(error => asFault(error))
      if (answer instanceof Fault && ++tended.askings < MOST_ASKINGS) {
        tended.show({ fault: answer })
        tended.isUnable = true
        return false
      }
      if (!(answer instanceof Fault)) await settle(tended, job, answer)
    }
  Object.assign(tended, { hasDoubts: false, askings: 0 })
  return true
}

async function settle({ queue }: Tended, job: DoubtfulJob, answer: Answer): Promise<void> {
  if (answer.outcome === 'not_printed') await queue.waits(job, new Fault('no_answer'))
  if (answer.outcome === 'printed') await queue.printed(job, asPrinted(answer))
}

const asPrinted = ({ document }: Extract<Answer, { outcome: 'printed' }>): Printed => ({
  confirmed: true,
  ...(document && { document }),
})

/** A line on which a paper is refused so often is no better the next time; a person tries again. */
const MOST_ATTEMPTS = 20

async function printOne(tended: Tended, job: ClaimedJob): Promise<Next> {
  const { device, queue, show } = tended
  if (job.isLate) return recorded(tended, () => queue.failed(job, new Fault('too_late')), 'next')
  show({ printing: job.id })
  const note: TakeNote = told => queue.note(job, told)
  const outcome = await printedOnce(device, job, note).catch(error => asFault(error))
  if (!(outcome instanceof Fault)) {
    const next = await recorded(tended, () => queue.printed(job, outcome), 'next')
    show({ printing: null })
    await well(tended, true)
    return next
  }
  const next = await recordFault(tended, job, outcome)
  show({ printing: null, fault: outcome })
  if (next === 'again') await standAside(tended)
  return next
}

/** What a person sends again may be out all the same: of fiscal papers the device has the last word, and issues none twice. */
async function printedOnce(
  device: Device,
  { paper, note: before }: ClaimedJob,
  note: TakeNote,
): Promise<Printed> {
  if (paper.fiscal && before && device.ask) {
    const answer = await device.ask(paper, before).catch(error => {
      throw asFault(error, true)
    })
    if (answer.outcome === 'printed') return asPrinted(answer)
  }
  return device.print(paper, note)
}

function recordFault(tended: Tended, job: ClaimedJob, fault: Fault): Promise<Next> {
  const { queue } = tended
  if (fault.sentBytes) {
    Object.assign(tended, { hasDoubts: true, askings: 0, isUnable: true })
    return recorded(tended, () => queue.unsure(job, fault), 'next')
  }
  const isGivenUp = isHopeless(fault.code) || job.attempt % MOST_ATTEMPTS === 0
  if (isGivenUp) return recorded(tended, () => queue.failed(job, fault), 'next')
  return recorded(tended, () => queue.waits(job, fault), 'again')
}

/**
 * Repeats until the database takes it; one that was not taken at once calls for care. Once stopped it tries one last time:
 * what then stays 'sending' is doubted at the next start.
 */
async function recorded(tended: Tended, write: () => Promise<void>, next: Next): Promise<Next> {
  const { bell, pace, show } = tended
  for (let misses = 0; ; misses++) {
    try {
      await write()
      return next
    } catch {
      tended.isCareful = true
      show({ owner: false })
      if (bell.ended()) return next
      await bell.hold(pause(pace, misses))
    }
  }
}
