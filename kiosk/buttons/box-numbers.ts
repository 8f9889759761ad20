import { HIGHEST_SEQ } from './box-protocol.ts'

/** The last press of a box: its number, and when it came by a clock that never goes back; null: long ago. */
export type LastPress = { seq: number; atMs: number | null }

/** What the numbers of a box have told: `missing` never came and may still come late; `startedMs` is when the box was last started. */
export type BoxNumbers = { last: LastPress | null; startedMs: number | null; missing: number[]; lost: number }

export const NO_NUMBERS: BoxNumbers = { last: null, startedMs: null, missing: [], lost: 0 }

/** A box repeats a press within seconds; the device may have been started anew meanwhile. */
export const REPEATED_WITHIN_MS = 60_000
/** A box repeats none but its newest presses. */
const REPEATED = 32
/** A longer gap is no loss: the box was exchanged or started anew. */
const MOST_LOST = 1_000

/** Whether this number is a press that was not taken yet, and what is known after it. */
export function takeNumber(
  before: BoxNumbers,
  seq: number,
  nowMs: number,
): { isNew: boolean; numbers: BoxNumbers } {
  const { last, missing } = before
  const after = { ...before, last: { seq, atMs: nowMs } }
  if (last === null || isBegunAnew(before, last, seq, nowMs))
    return { isNew: true, numbers: { ...after, missing: [] } }
  const ahead = aheadOf(seq, last.seq)
  if (!isBehind(ahead)) {
    const skipped = Array.from({ length: ahead - 1 }, (_, i) => (last.seq + 1 + i) & HIGHEST_SEQ)
    return {
      isNew: true,
      numbers: {
        ...after,
        missing: [...missing, ...skipped].slice(-REPEATED),
        lost: before.lost + skipped.length,
      },
    }
  }
  if (!missing.includes(seq)) return { isNew: false, numbers: before }
  const still = missing.filter(one => one !== seq)
  return { isNew: true, numbers: { ...before, missing: still, lost: before.lost - 1 } }
}

/** A box that was started after its last press begins its numbers anew. */
export const heardUptime = (before: BoxNumbers, uptimeSeconds: number, nowMs: number): BoxNumbers => ({
  ...before,
  startedMs: nowMs - uptimeSeconds * 1_000,
})

function isBegunAnew({ startedMs }: BoxNumbers, last: LastPress, seq: number, nowMs: number): boolean {
  const lastMs = last.atMs ?? Number.NEGATIVE_INFINITY
  const ahead = aheadOf(seq, last.seq)
  if (startedMs !== null && startedMs > lastMs) return true
  return isBehind(ahead) ? nowMs - lastMs > REPEATED_WITHIN_MS : ahead > MOST_LOST
}

const aheadOf = (seq: number, last: number): number => (seq - last) & HIGHEST_SEQ
const isBehind = (ahead: number): boolean => ahead === 0 || ahead > HIGHEST_SEQ - REPEATED
