import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { settings } from '../../db/schema/settings.ts'
import { showDay } from '../../rules/dates.ts'
import { type Cents, showEuro } from '../../rules/money.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { SETTINGS, type SettingKey, whyNotSet } from '../../rules/settings.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { centsInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'

const SetSetting = z.object({
  key: z.enum(SETTINGS),
  validFrom: z.instanceof(Temporal.PlainDate),
  /** Null: no limit from that day on. */
  amount: centsInput.nullable(),
  /** The act or order that says so. */
  source: textInput(3, 200),
})
export type SetSetting = z.input<typeof SetSetting>

/**
 * Sets a limit from a day on, today or later, with the act that says so. What was written never changes: the same again is
 * done once, another amount from the same day is refused.
 */
export async function setSetting(
  ctx: Ctx,
  raw: SetSetting,
): Promise<{ key: SettingKey; validFrom: Temporal.PlainDate; amount: Cents | null }> {
  authorise(ctx, 'settings.set')
  const { key, validFrom, amount, source } = parseInput(SetSetting, raw)
  refuseIf(whyNotSet(validFrom, amount, ctx.today))
  return inTransaction(ctx, async tx => {
    const [known] = await tx
      .select()
      .from(settings)
      .where(and(eq(settings.key, key), eq(settings.validFrom, sql`${validFrom.toString()}::date`)))
    if (known && known.amountCents === amount) return { key, validFrom, amount }
    if (known)
      throw refusal('setting.set_already', {
        day: showDay(validFrom, ctx.lang),
        amount: known.amountCents === null ? '–' : showEuro(known.amountCents, ctx.lang),
      })
    await tx.insert(settings).values({ key, validFrom, amountCents: amount, source })
    await writeLogbook(tx, ctx, 'settings.set', {
      facts: { key, valid_from: validFrom.toString(), amount_cents: amount, source },
    })
    return { key, validFrom, amount }
  })
}
