import { scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Clock } from './clock.ts'

/** Whether a typed PIN is the technician's. */
export type PinGate = (typed: string, pin: string | null) => Promise<boolean>

/** So many wrong ones are free; then none is looked at for a while, which doubles. */
const FREE = 3
const FIRST_MS = 30_000
const MOST_MS = 15 * 60_000

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

/** Knows the PIN by its hash; who guesses waits longer and longer, and is not told that nobody looks. */
export function pinGate(clock: Pick<Clock, 'runningMs'>): PinGate {
  let wrong = 0
  let shutUntilMs = 0
  return async (typed, pin) => {
    if (clock.runningMs() < shutUntilMs) return false
    if (await isPin(typed, pin)) {
      wrong = 0
      return true
    }
    wrong++
    if (wrong >= FREE) shutUntilMs = clock.runningMs() + Math.min(MOST_MS, FIRST_MS * 2 ** (wrong - FREE))
    return false
  }
}

async function isPin(typed: string, pin: string | null): Promise<boolean> {
  const [kind, salt = '', hash = ''] = pin?.split(':') ?? []
  const known = Buffer.from(hash, 'base64url')
  if (kind !== 'scrypt' || known.length === 0) return false
  return timingSafeEqual(await derive(typed, Buffer.from(salt, 'base64url'), known.length), known)
}
