import type { Session } from '../staff/sign-in.ts'
import {
  type ClaimedJob,
  claimJob,
  doubtOrphans,
  jobFailed,
  jobPrinted,
  jobUnsure,
  jobWaits,
} from './move-job.ts'

type Fault = { code: string }

/** The papers of one printer as a spooler works them off: one program at a time, woken by each commit that owes a paper. */
export const printQueueOf = (session: Session, printerId: string) => ({
  own: () => session.holds.take('printer', printerId),
  doubtOrphans: () => doubtOrphans(session.ctx(), printerId),
  claim: () => claimJob(session.ctx(), printerId),
  printed: async (job: ClaimedJob, how: { confirmed: boolean }) =>
    void (await jobPrinted(session.ctx(), job, how.confirmed)),
  waits: async (job: ClaimedJob, fault: Fault) => void (await jobWaits(session.ctx(), job, fault.code)),
  unsure: async (job: ClaimedJob, fault: Fault) => void (await jobUnsure(session.ctx(), job, fault.code)),
  failed: async (job: ClaimedJob, fault: Fault) => void (await jobFailed(session.ctx(), job, fault.code)),
  onWake: (wake: () => void) => listen(session, printerId, wake),
  release: () => session.holds.release('printer', printerId),
})

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
