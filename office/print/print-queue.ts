import { setTimeout as pause } from 'node:timers/promises'
import type { FiscalDocument } from '../../rules/fiscal.ts'
import type { Note, PrinterWarning } from '../../rules/printing.ts'
import type { Session } from '../staff/sign-in.ts'
import {
  claimJob,
  doubtfulJobs,
  doubtOrphans,
  jobFailed,
  jobPrinted,
  jobUnsure,
  jobWaits,
  noteJob,
  type Sending,
} from './move-job.ts'
import { standAside, takeBack } from './stand-aside.ts'
import { tellState } from './tell-state.ts'

type Fault = { code: string }

/**
 * The papers of one printer as a spooler works them off: one program at a time, woken by each commit that owes a paper. The
 * device is held for a turn, with at most one paper from its claim to the record of what became of it: no paper of training
 * comes out in the middle of one of the town, and neither waits longer than for the other's paper.
 */
export function printQueueOf(session: Session, printerId: string) {
  const { holds, ctx } = session
  const done = async (recorded: Promise<unknown>) => void (await recorded)
  return {
    own: () => holds.own('printer', printerId),
    takeTurn: () => takeTurn(session, printerId),
    endTurn: () => holds.release('device', printerId),
    doubtOrphans: () => doubtOrphans(ctx(), printerId),
    claim: (task?: 'z_report') => claimJob(ctx(), printerId, task),
    note: (job: Sending, note: Note) => noteJob(ctx(), job, note),
    doubts: () => doubtfulJobs(ctx(), printerId),
    printed: (job: Sending, how: { confirmed: boolean; document?: FiscalDocument }) =>
      done(jobPrinted(ctx(), job, how)),
    waits: (job: Sending, fault: Fault) => done(jobWaits(ctx(), job, fault.code)),
    unsure: (job: Sending, fault: Fault) => done(jobUnsure(ctx(), job, fault.code)),
    failed: (job: Sending, fault: Fault) => done(jobFailed(ctx(), job, fault.code)),
    tell: ({ fault, warnings }: { fault: Fault | null; warnings: readonly PrinterWarning[] }) =>
      tellState(ctx(), printerId, { fault: fault?.code ?? null, warnings }),
    standAside: () => standAside(ctx(), printerId),
    takeBack: () => takeBack(ctx(), printerId),
    onWake: (wake: () => void) => listen(session, printerId, wake),
    release: () => holds.release('printer', printerId),
  }
}

const TURN_AGAIN_MS = 50
const MOST_TRIES = 40

/** The device itself, for one piece of work. False where another paper takes its time: whoever asked comes again. */
export async function takeTurn(session: Session, printerId: string): Promise<boolean> {
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
