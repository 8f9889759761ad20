import { setTimeout as sleep } from 'node:timers/promises'
import { Fault } from '../fault.ts'

/** So much may still reach a printer that has just said that its buffer is full. */
const PIECE = 64
const LOOK_AGAIN_MS = 5

/** A port that looks at a wire before it sends; `takes` is null where the port has no such wire. */
export type Watched = { takes(): Promise<boolean | null>; send(piece: Uint8Array): Promise<void> }

/** Sends piece by piece, each only while the printer says that it takes bytes. */
export async function sendWhileTaken(
  bytes: Uint8Array,
  { takes, send }: Watched,
  isLate: () => boolean,
): Promise<void> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    while ((await takes()) === false) {
      if (isLate()) throw new Fault('timeout', { detail: 'DSR is low', sentBytes: at > 0 })
      await sleep(LOOK_AGAIN_MS)
    }
    await send(bytes.subarray(at, at + PIECE))
  }
}
