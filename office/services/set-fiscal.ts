import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { fiscalRevenues } from '../../db/schema/fiscal.ts'
import { services } from '../../db/schema/services.ts'
import { showDay } from '../../rules/dates.ts'
import { whyNotFiscal } from '../../rules/fiscal.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'

const SetFiscal = z.object({
  code: z.string().trim(),
  /** 1 is А; null: no fiscal receipt from that day on. */
  taxGroup: z.int().min(1).max(8).nullable(),
  validFrom: z.instanceof(Temporal.PlainDate),
  /** Who decided so and by what rule: the town's chief accountant answers for it. */
  ground: textInput(0, 200),
})
export type SetFiscal = z.input<typeof SetFiscal>
export type FiscalSet = { code: string; taxGroup: number | null; validFrom: Temporal.PlainDate }

/**
 * Says whether a service needs a fiscal receipt from a day on, in which tax group and on what ground. What was written never
 * changes: the same again is done once. Refuses a day that is past, no ground, an unknown service and a day that was set
 * otherwise.
 */
export async function setFiscal(ctx: Ctx, raw: SetFiscal): Promise<FiscalSet> {
  authorise(ctx, 'services.set_fiscal')
  const { code, taxGroup, validFrom, ground } = parseInput(SetFiscal, raw)
  refuseIf(whyNotFiscal(validFrom, ground, ctx.today))
  return inTransaction(ctx, async tx => {
    const [service] = await tx.select({ id: services.id }).from(services).where(eq(services.code, code))
    if (!service) throw refusal('service.unknown', { code })
    const [, known] = await Promise.all([oneAtATime(tx, service.id), revenueSetOn(tx, service.id, validFrom)])
    if (known && known.taxGroup === taxGroup) return { code, taxGroup, validFrom }
    if (known) throw refusal('fiscal.revenue_set_already', { code, day: showDay(validFrom, ctx.lang) })
    await Promise.all([
      tx.insert(fiscalRevenues).values({ serviceId: service.id, validFrom, taxGroup, ground }),
      writeLogbook(tx, ctx, 'services.set_fiscal', {
        subjectId: service.id,
        facts: { code, tax_group: taxGroup, valid_from: validFrom.toString(), ground },
      }),
    ])
    return { code, taxGroup, validFrom }
  })
}

async function revenueSetOn(tx: Tx, serviceId: string, day: Temporal.PlainDate) {
  const [known] = await tx
    .select({ taxGroup: fiscalRevenues.taxGroup })
    .from(fiscalRevenues)
    .where(
      and(
        eq(fiscalRevenues.serviceId, serviceId),
        eq(fiscalRevenues.validFrom, sql`${day.toString()}::date`),
      ),
    )
  return known
}
