import { randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { kioskCodes, kiosks } from '../../db/schema/kiosks.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'
import { hashOfCode } from './enrol-device.ts'

export type KioskRow = typeof kiosks.$inferSelect

/** The place of this number. Refuses one that is not there. */
export async function kioskNumbered(db: Ctx['db'] | Tx, number: number): Promise<KioskRow> {
  const [row] = await db.select().from(kiosks).where(eq(kiosks.number, number))
  if (!row) throw refusal('kiosk.unknown', { number })
  return row
}

/** No letter or digit that is taken for another one when it is read out or typed from paper. */
const CODE_SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const CODE_LENGTH = 10
const CODE_HOURS = 48

export type EnrolmentCode = { code: string; expiresAt: Temporal.Instant }

/** A one-time code for this place, good for two days. The database keeps its hash: it is told once. */
export async function insertCode(tx: Tx, ctx: Ctx, kioskId: string): Promise<EnrolmentCode> {
  const code = Array.from({ length: CODE_LENGTH }, () =>
    CODE_SIGNS.charAt(randomInt(CODE_SIGNS.length)),
  ).join('')
  const expiresAt = ctx.now.add({ hours: CODE_HOURS })
  await tx.insert(kioskCodes).values({ codeHash: hashOfCode(code), kioskId, madeBy: ctx.who.id, expiresAt })
  return { code, expiresAt }
}
