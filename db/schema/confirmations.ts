import { sql } from 'drizzle-orm'
import { check, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { staff } from './staff.ts'

/**
 * A second person's yes, written under that person's own login at the same keyboard. `subjectId` is the payment to be
 * reversed, or the one whose price is changed; `what` says the line and its price. Staff and time are the database's.
 */
export const confirmations = pgTable(
  'confirmations',
  {
    id: uuid().primaryKey(),
    act: text().$type<'reversals.make' | 'payments.override'>().notNull(),
    subjectId: uuid().notNull(),
    what: text().notNull().default(''),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    givenAt: instant().notNull().default(sql`now()`),
  },
  t => [check('confirmations_act_is_known', sql`${t.act} in ('reversals.make', 'payments.override')`)],
)
