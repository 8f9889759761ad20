import { and, desc, eq, lte } from 'drizzle-orm'
import { z } from 'zod'
import { serviceFees, services } from '../../db/schema/services.ts'
import { MOST } from '../../rules/money.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { PRICINGS, SPEEDS, type Speed } from '../../rules/services.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { centsInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, type Tx } from '../transaction.ts'

const SetFee = z.object({
  code: z.string().trim(),
  speed: z.enum(SPEEDS),
  pricing: z.enum(PRICINGS),
  /** Null leaves the amount to the cashier: for open pricing only. */
  fee: centsInput.nullable(),
  validFrom: z.custom<Temporal.PlainDate>(day => day instanceof Temporal.PlainDate),
})
export type SetFee = z.input<typeof SetFee>

/**
 * Sets the fee of a service at a speed from a day on, and how the service is priced. Payments keep the price they were taken
 * at, the term stays. Refuses an unknown service, a day that is past, a set price without an amount, and another way of pricing
 * from a later day: how a service is priced has no history.
 */
export async function setFee(ctx: Ctx, raw: SetFee): Promise<{ code: string }> {
  authorise(ctx, 'services.set_fee')
  const input = parseInput(SetFee, raw)
  const { code, speed, pricing, fee, validFrom } = input
  refuseIf(Temporal.PlainDate.compare(validFrom, ctx.today) < 0 ? refusal('fee.in_the_past', {}) : null)
  refuseIf(fee === null && pricing !== 'open' ? refusal('amount.empty', {}) : null)
  refuseIf(fee !== null && (fee < 0n || fee > MOST) ? refusal('amount.too_large', { most: MOST }) : null)
  return inTransaction(ctx, async tx => {
    const [service] = await tx.select().from(services).where(eq(services.code, code)).for('update')
    if (!service) throw refusal('service.unknown', { code })
    if (pricing !== service.pricing && !validFrom.equals(ctx.today))
      throw refusal('fee.pricing_only_today', { code })
    const before = await feeBefore(tx, service.id, speed, validFrom)
    const term = { term: before?.term ?? null, termUnit: before?.termUnit ?? null }
    await Promise.all([
      tx
        .insert(serviceFees)
        .values({ serviceId: service.id, speed, validFrom, feeCents: fee, ...term })
        .onConflictDoUpdate({
          target: [serviceFees.serviceId, serviceFees.speed, serviceFees.validFrom],
          set: { feeCents: fee, levCents: null },
        }),
      tx.update(services).set({ pricing }).where(eq(services.id, service.id)),
      writeLogbook(tx, ctx, 'services.set_fee', {
        subjectId: service.id,
        facts: {
          speed,
          valid_from: validFrom.toString(),
          pricing,
          fee_cents: fee,
          before: { pricing: service.pricing, fee_cents: before?.feeCents ?? null },
        },
      }),
    ])
    return { code }
  })
}

async function feeBefore(tx: Tx, serviceId: string, speed: Speed, day: Temporal.PlainDate) {
  const [fee] = await tx
    .select()
    .from(serviceFees)
    .where(
      and(
        eq(serviceFees.serviceId, serviceId),
        eq(serviceFees.speed, speed),
        lte(serviceFees.validFrom, day),
      ),
    )
    .orderBy(desc(serviceFees.validFrom))
    .limit(1)
  return fee
}
