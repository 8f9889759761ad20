import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { kioskCodes, kioskKeys, kioskStates, kiosks } from '../../db/schema/kiosks.ts'
import type { KioskConfiguration } from '../../rules/kiosks.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'
import { configurationFor } from './configuration.ts'
import { hashOfCode } from './lookup.ts'

const EnrolDevice = z.object({
  code: z.string().max(40),
  deviceId: idInput,
  keyId: idInput,
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  program: textInput(0, 40),
})
export type EnrolDevice = z.input<typeof EnrolDevice>

/**
 * Takes the key that a device made for itself in exchange for a one-time code. Sent again with the same key it is the same enrolment.
 * Refuses a code that is not known, was used by another device or for a key that was revoked, is too old, or is for a place that is closed.
 */
export async function enrolDevice(ctx: Ctx, raw: EnrolDevice): Promise<KioskConfiguration> {
  authorise(ctx, 'kiosks.enrol')
  const input = parseInput(EnrolDevice, raw)
  const codeHash = hashOfCode(input.code)
  return inTransaction(ctx, async tx => {
    await oneAtATime(tx, codeHash)
    const [code] = await tx
      .select({
        kioskId: kioskCodes.kioskId,
        expiresAt: kioskCodes.expiresAt,
        closedAt: kiosks.closedAt,
        key: kioskKeys,
      })
      .from(kioskCodes)
      .innerJoin(kiosks, eq(kiosks.id, kioskCodes.kioskId))
      .leftJoin(kioskKeys, eq(kioskKeys.codeHash, kioskCodes.codeHash))
      .where(eq(kioskCodes.codeHash, codeHash))
    if (!code || code.closedAt) throw refusal('kiosk.code_wrong', {})
    if (code.key) {
      const { id, key, revokedAt } = code.key
      if (id !== input.keyId || key !== input.key || revokedAt) throw refusal('kiosk.code_wrong', {})
      return configurationFor(tx, ctx, code.kioskId)
    }
    if (Temporal.Instant.compare(code.expiresAt, ctx.now) <= 0) throw refusal('kiosk.code_wrong', {})
    await enter(tx, ctx, { ...input, codeHash, kioskId: code.kioskId })
    return configurationFor(tx, ctx, code.kioskId)
  })
}

type Entered = z.output<typeof EnrolDevice> & { codeHash: string; kioskId: string }

async function enter(
  tx: Tx,
  ctx: Ctx,
  { keyId, deviceId, kioskId, key, codeHash, program }: Entered,
): Promise<void> {
  await Promise.all([
    tx.insert(kioskKeys).values({ id: keyId, deviceId, kioskId, key, codeHash }),
    tx
      .insert(kioskStates)
      .values({ deviceId, kioskId, program })
      .onConflictDoUpdate({
        target: kioskStates.deviceId,
        set: { kioskId, program, lastWordAt: sql`now()` },
      }),
    writeLogbook(tx, ctx, 'kiosks.enrol', { subjectId: kioskId, facts: { keyId, deviceId } }),
  ])
}
