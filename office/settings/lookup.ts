import { and, desc, eq, lte, sql } from 'drizzle-orm'
import { settings } from '../../db/schema/settings.ts'
import { LAW_CASH_LIMIT } from '../../rules/cash-limit.ts'
import type { Cents } from '../../rules/money.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

type Key = (typeof settings.$inferSelect)['key']

/** From this sum on cash is not taken on that day; null where the town has set none. Unset, it is the law's. */
export async function cashLimitOn(db: Ctx['db'] | Tx, day: Temporal.PlainDate): Promise<Cents | null> {
  const setting = await settingOn(db, 'cash_limit', day)
  return setting ? setting.amountCents : LAW_CASH_LIMIT
}

/** The setting in force on a day, or undefined where none was ever set. */
export async function settingOn(db: Ctx['db'] | Tx, key: Key, day: Temporal.PlainDate) {
  const [setting] = await db
    .select()
    .from(settings)
    .where(and(eq(settings.key, key), lte(settings.validFrom, sql`${day.toString()}::date`)))
    .orderBy(desc(settings.validFrom))
    .limit(1)
  return setting
}
