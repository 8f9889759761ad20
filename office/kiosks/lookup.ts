import { createHash, randomInt } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { kioskCodes, kiosks } from '../../db/schema/kiosks.ts'
import { departments } from '../../db/schema/town.ts'
import type { KioskConfiguration, Reason } from '../../rules/kiosks.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

export type KioskRow = typeof kiosks.$inferSelect

/** The place of this number. Refuses one that is not there. */
export async function kioskNumbered(db: Ctx['db'] | Tx, number: number): Promise<KioskRow> {
  const [row] = await db.select().from(kiosks).where(eq(kiosks.number, number))
  if (!row) throw refusal('kiosk.unknown', { number })
  return row
}

/** The same of a place that is not closed. Refuses one that is. */
export async function standingKiosk(db: Ctx['db'] | Tx, number: number): Promise<KioskRow> {
  const row = await kioskNumbered(db, number)
  if (row.closedAt) throw refusal('kiosk.closed', { number })
  return row
}

/** The department, directorate or mayoralty whose hall is meant. Refuses one that is not there or is closed. */
export async function hallNamed(
  db: Ctx['db'] | Tx,
  ctx: Ctx,
  code: string,
): Promise<{ id: string; name: string }> {
  const [hall] = await db
    .select({ id: departments.id, name: ctx.lang === 'bg' ? departments.nameBg : departments.nameEn })
    .from(departments)
    .where(and(eq(departments.code, code), isNull(departments.closedAt)))
  if (!hall) throw refusal('kiosk.hall_unknown', { text: code })
  return hall
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

/** What a question asks after its worst faces; null where it asks nothing. */
export const followUpOf = (
  bg: string | null,
  en: string | null,
  upTo: number | null,
  reasons: Reason[],
): KioskConfiguration['followUp'] => (bg && en && upTo ? { question: { bg, en }, upTo, reasons } : null)

/** Letters and digits without those that look alike; case, blanks and hyphens do not matter. */
export const hashOfCode = (typed: string): string =>
  createHash('sha256')
    .update(typed.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest('hex')
