import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { centsColumn, instant } from '../columns.ts'
import { staff } from './staff.ts'
import { desks } from './town.ts'

/** A till is one cashier's money at one desk, from opening to closing. Rows are never changed. */
export const tills = pgTable(
  'tills',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    openedAt: instant().notNull().default(sql`now()`),
    openingFloatCents: centsColumn().notNull(),
  },
  t => [
    check('tills_float_is_not_negative', sql`${t.openingFloatCents} >= 0`),
    index('tills_by_staff').on(t.staffId, t.openedAt),
    index('tills_by_desk').on(t.deskId, t.openedAt),
  ],
)

/** The tills open now, kept by triggers of `tills` and `till_closings`: one per desk, one per cashier. */
export const openTills = pgTable('open_tills', {
  deskId: uuid()
    .primaryKey()
    .references(() => desks.id),
  staffId: uuid()
    .notNull()
    .unique()
    .references(() => staff.id),
  tillId: uuid()
    .notNull()
    .unique()
    .references(() => tills.id),
})

export const tillClosings = pgTable(
  'till_closings',
  {
    tillId: uuid()
      .primaryKey()
      .references(() => tills.id),
    closedAt: instant().notNull().default(sql`now()`),
    expectedCents: centsColumn().notNull(),
    countedCents: centsColumn().notNull(),
    differenceCents: centsColumn().notNull(),
    reason: text(),
  },
  t => [
    check('till_closings_count_is_not_negative', sql`${t.countedCents} >= 0`),
    check(
      'till_closings_difference_adds_up',
      sql`${t.differenceCents} = ${t.countedCents} - ${t.expectedCents}`,
    ),
    check(
      'till_closings_difference_has_reason',
      sql`${t.differenceCents} = 0 or coalesce(length(trim(${t.reason})), 0) >= 3`,
    ),
  ],
)
