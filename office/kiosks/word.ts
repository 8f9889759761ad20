import { type SQL, sql } from 'drizzle-orm'
import { refusal } from '../../rules/refusal.ts'
import type { Tx } from '../transaction.ts'

/** Who speaks and when it signed, in milliseconds of the hub's clock. */
export type Signed = { keyId: string; deviceId: string; signedMs: number }

/** The highest number of a press that is kept, and the version of what the device was told to go by last. */
export type WordHeard = { keptUpTo: number; version: string | null }

/**
 * Notes a request of a device, and with it what it says of itself (`told`: columns of `kiosk_states`), before anything else of it is done.
 * Refuses a key that is not known or was revoked, and a signed time that is not later than
 * the last one: whoever listened sends it again in vain. A last one that is still to come was heard while the hub's clock was wrong, and
 * keeps nobody out. Until the commit the device's other requests wait.
 */
export async function hearWord(tx: Tx, { keyId, deviceId, signedMs }: Signed, told: SQL): Promise<WordHeard> {
  const [heard] = await tx.execute<{ kept: string; version: string | null }>(sql`
    update kiosk_states s set signed_ms = ${signedMs}, last_word_at = now(), ${told} from kiosk_keys k
      where s.device_id = ${deviceId} and k.id = ${keyId} and k.device_id = s.device_id and k.revoked_at is null
        and (s.signed_ms < ${signedMs} or s.signed_ms > extract(epoch from now() + interval '1 hour') * 1000)
      returning s.highest_seq as kept, s.facts->>'told' as version`)
  if (heard) return { keptUpTo: Number(heard.kept), version: heard.version }
  const [key] = await tx.execute<{ revoked: boolean }>(
    sql`select revoked_at is not null as revoked from kiosk_keys where id = ${keyId} and device_id = ${deviceId}`,
  )
  if (!key) throw refusal('kiosk.key_unknown', {})
  throw refusal(key.revoked ? 'kiosk.revoked' : 'kiosk.replayed', {})
}
