import { randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { kioskRules } from '../../db/schema/kiosks.ts'
import { RULE_BOUNDS, whyNotPin } from '../../rules/kiosk-rules.ts'
import { type Pace, WATCH } from '../../rules/kiosks.ts'
import { refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime } from '../transaction.ts'

const within = ([least, most]: readonly [number, number]) => z.int().min(least).max(most).optional()

const SetRules = z.object({
  rulesId: idInput,
  silentMinutes: within(RULE_BOUNDS.silentMinutes),
  negatives: within(RULE_BOUNDS.negatives),
  negativeMinutes: within(RULE_BOUNDS.negativeMinutes),
  pace: z
    .object({
      thanks: within(RULE_BOUNDS.thanks),
      followUp: within(RULE_BOUNDS.followUp),
      heartbeat: within(RULE_BOUNDS.heartbeat),
    })
    .optional(),
  /** The technician's, 4 to 8 digits; null takes it away. */
  pin: z.string().nullish(),
})
export type SetRules = z.input<typeof SetRules>

/** How devices are watched, how quick they are, what a technician types; what is not named stays. Refuses a PIN that is easily guessed. */
export async function setRules(ctx: Ctx, raw: SetRules): Promise<void> {
  authorise(ctx, 'kiosks.set')
  const { rulesId, pin, pace, ...watch } = parseInput(SetRules, raw)
  if (typeof pin === 'string') refuseIf(whyNotPin(pin))
  const pinHash = typeof pin === 'string' ? await hashOfPin(pin) : pin
  await inTransaction(ctx, async tx => {
    await oneAtATime(tx, 'kiosk rules')
    const [[done], [now]] = await Promise.all([
      tx.select({ id: kioskRules.id }).from(kioskRules).where(eq(kioskRules.id, rulesId)),
      tx.select().from(kioskRules).orderBy(desc(kioskRules.setAt)).limit(1),
    ])
    if (done) return
    const rules = {
      silentMinutes: watch.silentMinutes ?? now?.silentMinutes ?? WATCH.silentMinutes,
      negatives: watch.negatives ?? now?.negatives ?? WATCH.negatives,
      negativeMinutes: watch.negativeMinutes ?? now?.negativeMinutes ?? WATCH.negativeMinutes,
      pace: { ...now?.pace, ...given(pace ?? {}) },
    }
    await tx
      .insert(kioskRules)
      .values({ id: rulesId, ...rules, pinHash: pinHash === undefined ? (now?.pinHash ?? null) : pinHash })
    const facts = {
      ...rules,
      ...(pinHash === undefined ? {} : { pin: pinHash === null ? 'removed' : 'set' }),
    }
    await writeLogbook(tx, ctx, 'kiosks.set', { subjectId: rulesId, facts })
  })
}

/** What was named alone. */
const given = (pace: { [Key in keyof Pace]?: number | undefined }): Partial<Pace> =>
  Object.fromEntries(Object.entries(pace).filter(([, value]) => value !== undefined))

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

/** As a device compares it: N 16384, r 8, p 1. */
async function hashOfPin(pin: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(pin, salt, 32)
  return `scrypt:${salt.toString('base64url')}:${hash.toString('base64url')}`
}
