import { asc, desc } from 'drizzle-orm'
import { settings } from '../../db/schema/settings.ts'
import { LAW_CASH_LIMIT } from '../../rules/cash-limit.ts'
import type { Cents } from '../../rules/money.ts'
import { SETTINGS, type SettingKey } from '../../rules/settings.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'

export type SettingListed = {
  key: SettingKey
  /** Null for what holds where the town has set nothing. */
  validFrom: Temporal.PlainDate | null
  /** Null is no limit. */
  amount: Cents | null
  /** Null where nobody has set it. */
  source: string | null
  isInForce: boolean
}

/** Every limit that was ever set, the latest first, and which one is in force today. */
export async function listSettings(ctx: Ctx): Promise<SettingListed[]> {
  authorise(ctx, 'settings.see')
  const rows = await ctx.db.select().from(settings).orderBy(asc(settings.key), desc(settings.validFrom))
  return SETTINGS.flatMap(key => {
    const own = rows.filter(row => row.key === key)
    const inForce = own.find(row => Temporal.PlainDate.compare(row.validFrom, ctx.today) <= 0)
    const unset = {
      key,
      validFrom: null,
      amount: key === 'cash_limit' ? LAW_CASH_LIMIT : null,
      source: null,
      isInForce: inForce === undefined,
    }
    const set = own.map(row => ({
      key,
      validFrom: row.validFrom,
      amount: row.amountCents,
      source: row.source,
      isInForce: row === inForce,
    }))
    return [...set, unset]
  })
}
