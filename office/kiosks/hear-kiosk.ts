import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { inTransaction } from '../transaction.ts'
import { versionOf } from './configuration.ts'
import { hearWord } from './word.ts'

const HearKiosk = z.object({
  keyId: idInput,
  deviceId: idInput,
  kioskId: idInput,
  signedMs: z.int(),
  /** The device's clock less ours. */
  skewMs: z.int(),
  outbox: z.int().min(0),
  program: textInput(0, 40),
  configuration: textInput(0, 40).nullable(),
  facts: z.record(z.string(), z.unknown()),
})
export type HearKiosk = z.input<typeof HearKiosk>

/** Up to which number the presses of a device are kept, and the version of what it should be told. */
export type KioskHeard = { keptUpTo: number; configuration: string }

/**
 * Notes how a device does. Refuses a revoked key, a word heard before and a place that has no question yet. What it says comes anew in a
 * minute: nobody waits for the disk.
 */
export async function hearKiosk(ctx: Ctx, raw: HearKiosk): Promise<KioskHeard> {
  authorise(ctx, 'kiosks.hear')
  const { facts, ...input } = parseInput(HearKiosk, raw)
  const told = sql`skew_ms = ${input.skewMs}, outbox = ${input.outbox}, program = ${input.program}, configuration = ${input.configuration},
    facts = ${JSON.stringify(facts)}::text::jsonb || jsonb_build_object('told', ${versionOf(ctx, input.kioskId)})`
  return inTransaction(ctx, async tx => {
    const [, { keptUpTo, version }] = await Promise.all([
      tx.execute(sql`set local synchronous_commit to off`),
      hearWord(tx, input, told),
    ])
    if (version === null) throw refusal('kiosk.asks_nothing', { number: 0 })
    return { keptUpTo, configuration: version }
  })
}
