import { setTimeout as pause } from 'node:timers/promises'
import type { FiscalDocument } from '../../rules/fiscal.ts'
import type { Note } from '../../rules/printing.ts'
import type { Session } from '../staff/sign-in.ts'
import {
  type ClaimedJob,
  claimJob,
  doubtfulJobs,
  doubtOrphans,
  jobFailed,
  jobPrinted,
  jobUnsure,
  jobWaits,
  noteJob,
} from './move-job.ts'

type Fault = { code: string }

/**
 * The papers of one printer as a spooler works them off: one program at a time, woken by each commit that owes a paper. The
 * device is held from the claim of a paper to the record of what became of it: no paper of training comes out in the middle
 * of one of the town, and neither waits longer than for the other's paper.
 */
export function printQueueOf(session: Session, printerId: string) {
  const free = () => session.holds.release('device', printerId)
  const record = async (recorded: Promise<unknown>) => {
    await recorded
    await free()
  }
  return {
    own: () => session.holds.take('printer', printerId),
    doubtOrphans: () => doubtOrphans(session.ctx(), printerId),
    claim: async () => {
      if (!(await takeTurn(session, printerId))) return null
      let job: ClaimedJob | null = null
      try {
        job = await claimJob(session.ctx(), printerId)
      } finally {
        if (!job) await free()
      }
      return job
    },
    note: (job: ClaimedJob, note: Note) => noteJob(session.ctx(), job, note),
    doubts: () => doubtfulJobs(session.ctx(), printerId),
    printed: (job: ClaimedJob, how: { confirmed: boolean; document?: FiscalDocument }) =>
      record(jobPrinted(session.ctx(), job, how)),
    waits: (job: ClaimedJob, fault: Fault) => record(jobWaits(session.ctx(), job, fault.code)),
    unsure: (job: ClaimedJob, fault: Fault) => record(jobUnsure(session.ctx(), job, fault.code)),
    failed: (job: ClaimedJob, fault: Fault) => record(jobFailed(session.ctx(), job, fault.code)),
    onWake: (wake: () => void) => listen(session, printerId, wake),
    release: () => session.holds.release('printer', printerId),
  }
}

const TURN_AGAIN_MS = 50
const MOST_TRIES = 40

/** False where another paper takes its time: the spooler comes again. */
async function takeTurn(session: Session, printerId: string): Promise<boolean> {
  for (let turn = 1; ; turn++) {
    if (await session.holds.take('device', printerId)) return true
    if (turn === MOST_TRIES) return false
    await pause(TURN_AGAIN_MS)
  }
}

/** Listens on a line of its own, made again after a lost one; a missed call is made good by the spooler's polling. */
function listen(session: Session, printerId: string, wake: () => void): () => void {
  const listening = session.database.sql
    .listen(
      'print_jobs',
      woken => {
        if (woken === printerId) wake()
      },
      wake,
    )
    .catch(() => null)
  return () => void listening.then(line => line?.unlisten()).catch(() => undefined)
}
