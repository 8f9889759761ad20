import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { confirmations } from './confirmations.ts'
import { payments } from './payments.ts'
import { tills } from './tills.ts'
import { desks } from './town.ts'

/**
 * A reversed payment (сторно): the whole of it, its money back by the tenders it came by, out of the till that was open.
 * Desk, year and the gap-free number are given by the trigger. Nothing of the payment itself changes.
 */
export const reversals = pgTable(
  'reversals',
  {
    id: uuid().primaryKey(),
    paymentId: uuid()
      .notNull()
      .unique('reversals_payment_is_one')
      .references(() => payments.id),
    tillId: uuid()
      .notNull()
      .references(() => tills.id),
    reversedAt: instant().notNull().default(sql`now()`),
    reason: text().notNull(),
    confirmationId: uuid()
      .notNull()
      .unique('reversals_confirmation_is_one')
      .references(() => confirmations.id),
    /** What the terminal or the bank calls the money that went back; null for cash alone. */
    refundReference: text(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    year: smallint().notNull(),
    number: integer().notNull(),
  },
  t => [
    unique('reversals_number_is_one').on(t.deskId, t.year, t.number),
    index('reversals_by_time').on(t.reversedAt),
    index('reversals_by_till').on(t.tillId),
    check('reversals_have_reason', sql`length(trim(${t.reason})) >= 3`),
  ],
)
