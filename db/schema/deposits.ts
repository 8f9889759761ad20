import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { CountedMoney } from '../../rules/counting.ts'
import { centsColumn, day, instant } from '../columns.ts'
import { staff } from './staff.ts'
import { tillClosings } from './tills.ts'
import { desks } from './town.ts'

/** Money handed over by closed tills that was taken to the bank. Desk, year and number are given by the trigger. */
export const bankDeposits = pgTable(
  'bank_deposits',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    year: smallint().notNull(),
    number: integer().notNull(),
    madeAt: instant().notNull().default(sql`now()`),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    amountCents: centsColumn().notNull(),
    countedMoney: jsonb().$type<CountedMoney>().notNull(),
    /** Number of the bag, of the bank's slip or of who carries it. */
    note: text(),
  },
  t => [
    unique('bank_deposits_number_is_one').on(t.deskId, t.year, t.number),
    index('bank_deposits_by_time').on(t.madeAt),
    check('bank_deposits_amount_is_positive', sql`${t.amountCents} > 0`),
  ],
)

/** Which closings a deposit carries: each at most once. */
export const depositedTills = pgTable(
  'deposited_tills',
  {
    tillId: uuid()
      .primaryKey()
      .references(() => tillClosings.tillId),
    depositId: uuid()
      .notNull()
      .references(() => bankDeposits.id),
  },
  t => [index('deposited_tills_by_deposit').on(t.depositId)],
)

/** The closed tills whose money waits to be taken to the bank, kept by triggers of closings and deposits. */
export const undepositedTills = pgTable('undeposited_tills', {
  tillId: uuid()
    .primaryKey()
    .references(() => tillClosings.tillId),
})

/** The end of day of a card terminal beside what the desks took with it. The last one of a day counts. */
export const terminalReports = pgTable(
  'terminal_reports',
  {
    id: uuid().primaryKey(),
    terminal: text().notNull(),
    day: day().notNull(),
    reportedAt: instant().notNull().default(sql`now()`),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    statedCents: centsColumn().notNull(),
    expectedCents: centsColumn().notNull(),
    reason: text(),
  },
  t => [
    index('terminal_reports_by_day').on(t.day, t.terminal, t.reportedAt),
    check(
      'terminal_reports_difference_has_reason',
      sql`${t.statedCents} = ${t.expectedCents} or coalesce(length(trim(${t.reason})), 0) >= 3`,
    ),
  ],
)
