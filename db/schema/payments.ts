import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { centsColumn, instant } from '../columns.ts'
import { services } from './services.ts'
import { tills } from './tills.ts'
import { departments, desks } from './town.ts'

/** Money taken, once and for ever. `id` is minted by the client; `content` tells a repeat from a clash of ids. */
export const payments = pgTable(
  'payments',
  {
    id: uuid().primaryKey(),
    tillId: uuid()
      .notNull()
      .references(() => tills.id),
    takenAt: instant().notNull().default(sql`now()`),
    totalCents: centsColumn().notNull(),
    content: text().notNull(),
  },
  t => [
    check('payments_total_is_positive', sql`${t.totalCents} > 0`),
    index('payments_by_time').on(t.takenAt),
    index('payments_by_till').on(t.tillId),
  ],
)

/** Names and prices as they were on the day, so that a receipt can be told again word for word. */
export const paymentLines = pgTable(
  'payment_lines',
  {
    paymentId: uuid()
      .notNull()
      .references(() => payments.id),
    ordinal: smallint().notNull(),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    name: text().notNull(),
    speed: text().notNull(),
    quantity: integer().notNull(),
    priceCents: centsColumn().notNull(),
    amountCents: centsColumn().notNull(),
    paymentCode: text(),
  },
  t => [
    primaryKey({ columns: [t.paymentId, t.ordinal] }),
    check('payment_lines_quantity_is_positive', sql`${t.quantity} between 1 and 9999`),
    check('payment_lines_price_is_positive', sql`${t.priceCents} > 0`),
    check('payment_lines_amount_multiplies_up', sql`${t.amountCents} = ${t.priceCents} * ${t.quantity}`),
    check('payment_lines_speed_is_known', sql`${t.speed} in ('normal', 'fast', 'express')`),
  ],
)

export const paymentTenders = pgTable(
  'payment_tenders',
  {
    paymentId: uuid()
      .notNull()
      .references(() => payments.id),
    ordinal: smallint().notNull(),
    tender: text().notNull(),
    amountCents: centsColumn().notNull(),
    givenCents: centsColumn().notNull(),
    changeCents: centsColumn().notNull(),
  },
  t => [
    primaryKey({ columns: [t.paymentId, t.ordinal] }),
    check('payment_tenders_kind_is_known', sql`${t.tender} in ('cash')`),
    check('payment_tenders_amount_is_positive', sql`${t.amountCents} > 0 and ${t.changeCents} >= 0`),
    check('payment_tenders_change_adds_up', sql`${t.givenCents} = ${t.amountCents} + ${t.changeCents}`),
  ],
)

/** Desk, year and number are given by the trigger `receipts_take_number`, never by the writer. */
export const receipts = pgTable(
  'receipts',
  {
    paymentId: uuid()
      .primaryKey()
      .references(() => payments.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    year: smallint().notNull(),
    number: integer().notNull(),
  },
  t => [unique('receipts_number_is_one').on(t.deskId, t.year, t.number)],
)

export const numberSeries = pgTable(
  'number_series',
  {
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    year: smallint().notNull(),
    lastNumber: integer().notNull(),
  },
  t => [primaryKey({ columns: [t.deskId, t.year] })],
)
