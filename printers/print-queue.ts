import type { Paper } from '../rules/papers/paper.ts'
import type { Note } from '../rules/printing.ts'
import type { Printed } from './device.ts'
import type { Fault } from './fault.ts'

/** `attempt` counts the sendings of one paper. */
export type ClaimedJob = { id: string; attempt: number; paper: Paper }

/** A paper in doubt, with what the device told before it was sent; null where it told nothing. */
export type DoubtfulJob = ClaimedJob & { note: Note | null }

/**
 * The papers owed to one printer. Every method may throw when the database is away; the spooler asks `own` again after
 * that, so each may be repeated.
 */
export type PrintQueue = {
  /**
   * Exclusive across programs until `release` or until the connection is lost, which nobody is told of: asked before each
   * paper. True also when it is already ours.
   */
  own(): Promise<boolean>
  /** Jobs left in 'sending' by whoever printed before become 'unsure'. How many. */
  doubtOrphans(): Promise<number>
  /** The oldest queued job, committed as 'sending', or null. */
  claim(): Promise<ClaimedJob | null>
  /** Kept before the first byte leaves, so that the device can be asked after a doubt. */
  note(job: ClaimedJob, note: Note): Promise<void>
  /** The papers in doubt, oldest first. */
  doubts(): Promise<DoubtfulJob[]>
  /**
   * Also when the job was doubted meanwhile: the one who printed it knows; but nothing when it was sent anew since. The same
   * holds for the next three.
   */
  printed(job: ClaimedJob, printed: Printed): Promise<void>
  /** Nothing was sent: queued again, in its old place. */
  waits(job: ClaimedJob, fault: Fault): Promise<void>
  /** Something was sent and nobody knows what came out: a person looks. */
  unsure(job: ClaimedJob, fault: Fault): Promise<void>
  /** Can never be printed with these settings. */
  failed(job: ClaimedJob, fault: Fault): Promise<void>
  /** Calls back when a job was queued; gives back how to stop that. */
  onWake(wake: () => void): () => void
  release(): Promise<void>
}
