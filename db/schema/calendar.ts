import { sql } from 'drizzle-orm'
import { boolean, check, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from '../columns.ts'
import { staff } from './staff.ts'

/** Days that are off, or worked, otherwise than their weekday says; beside the law's own days the Council of Ministers orders others. */
export const calendarDays = pgTable(
  'calendar_days',
  {
    day: day().primaryKey(),
    isWorking: boolean().notNull(),
    nameBg: text().notNull(),
    nameEn: text().notNull(),
    kind: text().$type<'fixed' | 'easter' | 'compensation' | 'one-off' | 'worked'>().notNull(),
    /** The article, or the order of the Council of Ministers. */
    basis: text().notNull(),
    source: text().notNull(),
    setAt: instant().notNull().default(sql`now()`),
    /** Null for what is shipped. */
    setBy: uuid().references(() => staff.id),
  },
  t => [
    check(
      'calendar_days_kind_is_known',
      sql`${t.kind} in ('fixed', 'easter', 'compensation', 'one-off', 'worked')`,
    ),
  ],
)
