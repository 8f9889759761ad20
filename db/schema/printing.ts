import { sql } from 'drizzle-orm'
import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { printers } from './town.ts'

/** Profiles that the town made or brought from a file, beside those that the program ships. */
export const printerProfiles = pgTable('printer_profiles', {
  name: text().primaryKey(),
  profile: jsonb().notNull(),
  addedAt: instant().notNull().default(sql`now()`),
})

/** How a printer does, as the program that prints there last saw it: for those who cannot ask the device themselves. */
export const printerStates = pgTable('printer_states', {
  printerId: uuid()
    .primaryKey()
    .references(() => printers.id),
  /** Null where nothing stands in the way of the next paper. */
  fault: text(),
  warnings: text().array().notNull().default([]),
  program: text().notNull(),
  seenAt: instant().notNull(),
})
