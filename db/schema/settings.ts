import { sql } from 'drizzle-orm'
import { check, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { centsColumn, day, instant } from '../columns.ts'

/** What the law or the town sets from a day on, with its source. Null means: no limit from that day. */
export const settings = pgTable(
  'settings',
  {
    key: text().$type<'cash_limit' | 'till_limit'>().notNull(),
    validFrom: day().notNull(),
    amountCents: centsColumn(),
    source: text().notNull(),
    setAt: instant().notNull().default(sql`now()`),
  },
  t => [
    primaryKey({ columns: [t.key, t.validFrom] }),
    check('settings_key_is_known', sql`${t.key} in ('cash_limit', 'till_limit')`),
    check('settings_amount_is_positive', sql`${t.amountCents} > 0`),
  ],
)
