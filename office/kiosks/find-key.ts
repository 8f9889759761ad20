import { eq } from 'drizzle-orm'
import { kioskKeys } from '../../db/schema/kiosks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'

/** The key of an enrolled device: whose it is, and what it signs with. */
export type KioskKey = { id: string; deviceId: string; kioskId: string; key: string; isRevoked: boolean }

/** The key with this id; null where no device was enrolled with it. */
export async function findKey(ctx: Ctx, keyId: string): Promise<KioskKey | null> {
  authorise(ctx, 'kiosks.hear')
  const [row] = await ctx.db.select().from(kioskKeys).where(eq(kioskKeys.id, keyId))
  if (!row) return null
  const { id, deviceId, kioskId, key, revokedAt } = row
  return { id, deviceId, kioskId, key, isRevoked: revokedAt !== null }
}
