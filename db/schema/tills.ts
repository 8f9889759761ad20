import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { CountedMoney } from '../../rules/counting.ts'
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

/** The closing of a till with its Z: desk, year and the gap-free number are given by the trigger. */
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
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    year: smallint().notNull(),
    number: integer().notNull(),
    /** Null where only the sum was told. */
    countedMoney: jsonb().$type<CountedMoney>(),
    /** What stays in the drawer for the next till; the rest is handed over. */
    leftCents: centsColumn().notNull(),
  },
  t => [
    unique('till_closings_number_is_one').on(t.deskId, t.year, t.number),
    index('till_closings_by_time').on(t.closedAt),
    index('till_closings_by_desk').on(t.deskId, t.closedAt),
    check('till_closings_left_was_counted', sql`${t.leftCents} between 0 and ${t.countedCents}`),
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

/** Money that came into a drawer or left it without a payment, and openings of the drawer without a sale (amount 0). */
export const cashMovements = pgTable(
  'cash_movements',
  {
    id: uuid().primaryKey(),
    tillId: uuid()
      .notNull()
      .references(() => tills.id),
    kind: text().notNull(),
    amountCents: centsColumn().notNull(),
    reason: text().notNull(),
    /** Received from, or paid to. */
    counterparty: text(),
    movedAt: instant().notNull().default(sql`now()`),
  },
  t => [
    check('cash_movements_kind_is_known', sql`${t.kind} in ('pay_in', 'pay_out', 'no_sale')`),
    check(
      'cash_movements_amount_fits_kind',
      sql`(${t.kind} = 'no_sale' and ${t.amountCents} = 0) or (${t.kind} <> 'no_sale' and ${t.amountCents} > 0)`,
    ),
    check('cash_movements_have_reason', sql`length(trim(${t.reason})) >= 3`),
    index('cash_movements_by_till').on(t.tillId),
    index('cash_movements_by_time').on(t.movedAt),
  ],
)

export const VOUCHER_SUBJECTS = ['float', 'movement', 'takings', 'difference', 'handed_over'] as const

/**
 * Cash vouchers (ПКО `in`, РКО `out`): every change of a desk's cash in the cash book, numbered without a gap by the
 * trigger. `subjectId` is the movement of a `movement`, the till of all others.
 */
export const cashVouchers = pgTable(
  'cash_vouchers',
  {
    id: uuid().primaryKey(),
    tillId: uuid()
      .notNull()
      .references(() => tills.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    direction: text().notNull(),
    year: smallint().notNull(),
    number: integer().notNull(),
    issuedAt: instant().notNull().default(sql`now()`),
    subject: text().$type<(typeof VOUCHER_SUBJECTS)[number]>().notNull(),
    subjectId: uuid().notNull(),
    amountCents: centsColumn().notNull(),
    /** What the money is for (основание). */
    ground: text().notNull(),
    counterparty: text(),
  },
  t => [
    unique('cash_vouchers_number_is_one').on(t.deskId, t.direction, t.year, t.number),
    unique('cash_vouchers_subject_is_one').on(t.subjectId, t.subject),
    index('cash_vouchers_by_time').on(t.deskId, t.issuedAt),
    index('cash_vouchers_by_till').on(t.tillId),
    check('cash_vouchers_direction_is_known', sql`${t.direction} in ('in', 'out')`),
    check(
      'cash_vouchers_subject_is_known',
      sql`${t.subject} in ('float', 'movement', 'takings', 'difference', 'handed_over')`,
    ),
    check('cash_vouchers_amount_is_positive', sql`${t.amountCents} > 0`),
  ],
)
