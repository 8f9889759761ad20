import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { kioskStates } from '../../db/schema/kiosks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { inTransaction } from '../transaction.ts'
import { hearWord } from './word.ts'

const HearKiosk = z.object({
  keyId: idInput,
  deviceId: idInput,
  signedMs: z.int(),
  /** The device's clock less ours. */
  skewMs: z.int(),
  outbox: z.int().min(0),
  program: textInput(0, 40),
  configuration: textInput(0, 40).nullable(),
  facts: z.record(z.string(), z.unknown()),
})
export type HearKiosk = z.input<typeof HearKiosk>

/** Notes how a device does. Answers up to which number its presses are kept. Refuses a revoked key and a word heard before. */
export async function hearKiosk(ctx: Ctx, raw: HearKiosk): Promise<{ keptUpTo: number }> {
  authorise(ctx, 'kiosks.hear')
  const { keyId, deviceId, signedMs, ...told } = parseInput(HearKiosk, raw)
  return inTransaction(ctx, async tx => {
    await hearWord(tx, { keyId, deviceId, signedMs })
    const [state] = await tx
      .update(kioskStates)
      .set(told)
      .where(eq(kioskStates.deviceId, deviceId))
      .returning({ keptUpTo: kioskStates.highestSeq })
    return { keptUpTo: state?.keptUpTo ?? 0 }
  })
}
