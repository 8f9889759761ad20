import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { services } from '../../db/schema/services.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'

const SetPayer = z.object({ code: z.string().trim(), needsPayer: z.boolean() })
export type SetPayer = z.input<typeof SetPayer>

/** Sets whether a payment for a service must name its payer. Refuses an unknown service. */
export async function setPayer(ctx: Ctx, raw: SetPayer): Promise<SetPayer> {
  authorise(ctx, 'services.set_payer')
  const { code, needsPayer } = parseInput(SetPayer, raw)
  return inTransaction(ctx, async tx => {
    const [service] = await tx.select().from(services).where(eq(services.code, code)).for('update')
    if (!service) throw refusal('service.unknown', { code })
    if (service.needsPayer === needsPayer) return { code, needsPayer }
    await Promise.all([
      tx.update(services).set({ needsPayer }).where(eq(services.id, service.id)),
      writeLogbook(tx, ctx, 'services.set_payer', {
        subjectId: service.id,
        facts: { code, needs_payer: needsPayer, before: service.needsPayer },
      }),
    ])
    return { code, needsPayer }
  })
}
