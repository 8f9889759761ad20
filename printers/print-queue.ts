import type { Paper } from '../rules/papers/paper.ts'
import type { Note, PrinterWarning } from '../rules/printing.ts'
import type { Printed } from './device.ts'
import type { Fault } from './fault.ts'

/**
 * `attempt` counts the sendings of one paper; `note`: what the device told before it was sent earlier, null where nothing can
 * have come of that; `isLate`: it waited so long that a person decides whether it is still wanted.
 */
export type ClaimedJob = { id: string; attempt: number; paper: Paper; note: Note | null; isLate: boolean }

/** A paper in doubt, with what the device told before it was sent; null where it told nothing. */
export type DoubtfulJob = Pick<ClaimedJob, 'id' | 'attempt' | 'paper' | 'note'>

/** Which sending of which paper. */
export type Sending = Pick<ClaimedJob, 'id' | 'attempt'>

/** `new`: ours from now on, whoever had it before. */
export type Owning = 'new' | 'kept' | 'elsewhere'

/**
 * The papers owed to one printer. Every method may throw when the database is away; the spooler asks `own` again after
 * that, so each may be repeated.
 */
export type PrintQueue = {
  /**
   * Exclusive across programs until `release` or until the connection is lost, which nobody is told of: asked before each
   * paper.
   */
  own(): Promise<Owning>
  /** Nobody else talks to the device, in practice either, until `endTurn`; false where another's paper takes its time. */
  takeTurn(): Promise<boolean>
  endTurn(): Promise<void>
  /** Jobs left in 'sending' by whoever printed before become 'unsure'. How many. */
  doubtOrphans(): Promise<number>
  /** The oldest queued job, or the oldest of one fiscal task, committed as 'sending', or null. */
  claim(task?: 'z_report'): Promise<ClaimedJob | null>
  /** Kept before the first byte leaves, so that the device can be asked after a doubt. */
  note(job: Sending, note: Note): Promise<void>
  /** The papers in doubt, oldest first. */
  doubts(): Promise<DoubtfulJob[]>
  /**
   * Also when the job was doubted meanwhile: the one who printed it knows; but nothing when it was sent anew since. The same
   * holds for the next three.
   */
  printed(job: Sending, printed: Printed): Promise<void>
  /** Nothing was sent: queued again, in its old place, and what was noted tells nothing any more. */
  waits(job: Sending, fault: Fault): Promise<void>
  /** Something was sent and nobody knows what came out: a person looks. */
  unsure(job: Sending, fault: Fault): Promise<void>
  /** Can never be printed with these settings, or no longer should. */
  failed(job: Sending, fault: Fault): Promise<void>
  /** Tells others how the printer does. */
  tell(state: { fault: Fault | null; warnings: readonly PrinterWarning[] }): Promise<void>
  /** Gives what waits to the printer that stands in, where that one is well. Its name, or null where none took anything over. */
  standAside(): Promise<string | null>
  /** Takes back what the other has not printed yet. */
  takeBack(): Promise<void>
  /** Calls back when a job was queued; gives back how to stop that. */
  onWake(wake: () => void): () => void
  release(): Promise<void>
}
