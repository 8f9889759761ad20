import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { centsColumn, day } from '../columns.ts'
import { departments } from './town.ts'

export const services = pgTable(
  'services',
  {
    id: uuid().primaryKey(),
    code: text().notNull().unique(),
    nameBg: text().notNull(),
    nameEn: text().notNull(),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    pricing: text().notNull(),
    note: text(),
    paymentCode: text(),
    legalBasis: text(),
    source: text(),
    sourceUrl: text(),
    offered: boolean().notNull().default(true),
    /** Whether a payment for it must name the payer; else it may be anonymous. */
    needsPayer: boolean().notNull().default(false),
  },
  t => [
    check('services_code_is_digits', sql`${t.code} ~ '^[0-9]{1,6}$'`),
    check('services_pricing_is_known', sql`${t.pricing} in ('fixed', 'per_unit', 'open')`),
    check('services_payment_code_is_digits', sql`${t.paymentCode} ~ '^[0-9]{6,7}$'`),
  ],
)

/** The fee and the term of a service at a speed from a day on. `levCents` keeps the amount as published in leva. */
export const serviceFees = pgTable(
  'service_fees',
  {
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    speed: text().notNull(),
    validFrom: day().notNull(),
    feeCents: centsColumn(),
    levCents: centsColumn(),
    term: integer(),
    termUnit: text(),
  },
  t => [
    primaryKey({ columns: [t.serviceId, t.speed, t.validFrom] }),
    check('service_fees_speed_is_known', sql`${t.speed} in ('normal', 'fast', 'express')`),
    check('service_fees_are_not_negative', sql`${t.feeCents} >= 0 and ${t.levCents} >= 0`),
    check(
      'service_fees_term_has_unit',
      sql`(${t.term} is null) = (${t.termUnit} is null) and ${t.termUnit} in ('working_days', 'calendar_days', 'days', 'hours')`,
    ),
  ],
)
