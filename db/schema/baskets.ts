import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { services } from './services.ts'
import { staff } from './staff.ts'
import { desks } from './town.ts'

/** A basket laid aside at a desk until its customer is back. `basket` is the desk's own shape (rules/baskets.ts). */
export const heldBaskets = pgTable(
  'held_baskets',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    heldAt: instant().notNull().default(sql`now()`),
    label: text().notNull(),
    basket: jsonb().$type<unknown>().notNull(),
  },
  t => [index('held_baskets_by_desk').on(t.deskId, t.heldAt)],
)

/** What the digits 1 to 9 of a desk put into the basket. */
export const favourites = pgTable(
  'favourites',
  {
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    digit: smallint().notNull(),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    speed: text().notNull(),
  },
  t => [
    primaryKey({ columns: [t.deskId, t.digit] }),
    check('favourites_digit_is_1_to_9', sql`${t.digit} between 1 and 9`),
    check('favourites_speed_is_known', sql`${t.speed} in ('normal', 'fast', 'express')`),
  ],
)
