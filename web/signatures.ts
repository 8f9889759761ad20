import type { Context, MiddlewareHandler } from 'hono'
import type { KioskKey } from '../office/kiosks/find-key.ts'
import { addressOf, type HubEnv } from './asked.ts'
import { CLOCK_WINDOW_MS, isSigned, MOST_BYTES, readSignature } from './contract.ts'
import type { Limits } from './limits.ts'
import { No } from './no.ts'

/** Of a key that was revoked less than this ago the hub may not know yet; whatever is written asks the database again. */
const FRESH_MS = 5_000

type Find = (keyId: string) => Promise<KioskKey | null>

/**
 * Lets through what is signed by a device, with its key and its time. A key that nobody knows is told like a wrong signature, that a key
 * was revoked only to whoever has it. An unknown key is refused before the body is read.
 */
export function signedByDevice(find: Find, limits: Limits): MiddlewareHandler<HubEnv> {
  const keys = knownKeys(find)
  return async (c, next) => {
    const claim = readSignature(c.req.header('authorization'))
    const known = claim && (await keys(claim.keyId, () => limits.refuseGuessing(addressOf(c))))
    if (!claim || !known) return refuse(c, limits)
    await limits.heardDevice(known.deviceId)
    const body = await bodyOf(c)
    const { method, path } = c.req
    if (!isSigned(known.key, { method, path, timeMs: claim.timeMs, body }, claim.mac))
      return refuse(c, limits)
    if (known.isRevoked) throw new No('revoked')
    if (Math.abs(Temporal.Now.instant().epochMilliseconds - claim.timeMs) > CLOCK_WINDOW_MS)
      throw new No('clock')
    c.set('device', { ...known, keyId: known.id, signedMs: claim.timeMs })
    c.set('body', body)
    await next()
  }
}

async function refuse(c: Context<HubEnv>, limits: Limits): Promise<never> {
  await limits.unsigned(addressOf(c))
  throw new No('unsigned')
}

/** Keys as they were found, for a few seconds; before one that was never found is asked for, `first` may refuse. */
function knownKeys(find: Find) {
  const known = new Map<string, { key: KioskKey; untilMs: number }>()
  return async (keyId: string, first: () => Promise<void>): Promise<KioskKey | null> => {
    const kept = known.get(keyId)
    if (kept && kept.untilMs > performance.now()) return kept.key
    if (!kept) await first()
    const key = await find(keyId)
    if (key) known.set(keyId, { key, untilMs: performance.now() + FRESH_MS })
    return key
  }
}

/** The body as it came, no longer than the contract says however long its sender says it is. */
export async function bodyOf(c: Context<HubEnv>): Promise<Uint8Array> {
  const said = c.req.header('content-length')
  if (said !== undefined && Number(said) > MOST_BYTES) throw new No('too_large')
  const stream = c.req.raw.body
  if (!stream) return new Uint8Array()
  const parts: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const part of stream) {
      bytes += part.byteLength
      if (bytes > MOST_BYTES) throw new No('too_large')
      parts.push(part)
    }
  } catch (error) {
    // Otherwise the line was cut in the middle of it.
    throw error instanceof No ? error : new No('malformed')
  }
  return Buffer.concat(parts)
}
