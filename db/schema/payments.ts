import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { centsColumn, instant } from '../columns.ts'
import { bills } from './bills.ts'
import { confirmations } from './confirmations.ts'
import { parties } from './parties.ts'
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
    /** Null where nobody was named: the catalogue allows it. */
    payerId: uuid().references(() => parties.id),
    /** The payer's name as it was on the day. */
    payerName: text(),
    /** Who handed over the money, where that was somebody else («платено от друго лице»). */
    paidBy: text(),
    /** From the first key to the payment, as the desk measured it; null where nobody served at a screen. */
    servedMs: integer(),
  },
  t => [
    check('payments_total_is_positive', sql`${t.totalCents} > 0`),
    check('payments_payer_has_name', sql`(${t.payerId} is null) = (${t.payerName} is null)`),
    check('payments_served_time_is_not_negative', sql`${t.servedMs} >= 0`),
    index('payments_by_time').on(t.takenAt),
    index('payments_by_amount').on(t.totalCents, t.takenAt),
    index('payments_by_till').on(t.tillId),
    index('payments_by_payer').on(t.payerId, t.takenAt).where(sql`payer_id is not null`),
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
    /** Null only where a bill is no service's. */
    serviceId: uuid().references(() => services.id),
    billId: uuid().references(() => bills.id),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    name: text().notNull(),
    speed: text().notNull(),
    quantity: integer().notNull(),
    priceCents: centsColumn().notNull(),
    amountCents: centsColumn().notNull(),
    paymentCode: text(),
    /** Of a line that the fiscal receipt tells of (1 is А); null where the town's own receipt does. */
    taxGroup: smallint(),
    /** The published fee where another price was agreed to; then the reason and the confirmation of a second person. */
    overrideOfCents: centsColumn(),
    overrideReason: text(),
    confirmationId: uuid().references(() => confirmations.id),
  },
  t => [
    primaryKey({ columns: [t.paymentId, t.ordinal] }),
    index('payment_lines_by_bill').on(t.billId).where(sql`bill_id is not null`),
    check('payment_lines_are_of_something', sql`${t.serviceId} is not null or ${t.billId} is not null`),
    check(
      'payment_lines_override_is_explained',
      sql`num_nulls(${t.overrideOfCents}, ${t.overrideReason}, ${t.confirmationId}) in (0, 3) and (${t.overrideReason} is null or length(trim(${t.overrideReason})) >= 3)`,
    ),
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
    /** Of a card: the terminal (TID), the authorisation code, the RRN and the last four digits of the card. */
    terminal: text(),
    authorisation: text(),
    rrn: text(),
    cardTail: text(),
    /** Of a bank transfer: what the bank's statement calls it. */
    reference: text(),
  },
  t => [
    primaryKey({ columns: [t.paymentId, t.ordinal] }),
    unique('payment_tenders_card_slip_is_one').on(t.terminal, t.rrn),
    check('payment_tenders_kind_is_known', sql`${t.tender} in ('cash', 'card', 'bank')`),
    check('payment_tenders_change_is_cash', sql`${t.tender} = 'cash' or ${t.changeCents} = 0`),
    check(
      'payment_tenders_card_is_whole',
      sql`(${t.tender} = 'card' and num_nulls(${t.terminal}, ${t.authorisation}, ${t.rrn}, ${t.cardTail}) = 0) or (${t.tender} <> 'card' and num_nonnulls(${t.terminal}, ${t.authorisation}, ${t.rrn}, ${t.cardTail}) = 0)`,
    ),
    check(
      'payment_tenders_card_is_as_on_the_slip',
      sql`${t.terminal} ~ '^[0-9A-Z]{4,16}$' and ${t.authorisation} ~ '^[0-9A-Z]{4,8}$' and ${t.rrn} ~ '^[0-9]{12}$' and ${t.cardTail} ~ '^[0-9]{4}$'`,
    ),
    check(
      'payment_tenders_transfer_has_reference',
      sql`(${t.tender} = 'bank') = (${t.reference} is not null) and coalesce(length(trim(${t.reference})), 2) >= 2`,
    ),
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

/** What carries a gap-free number of its own per desk and year: see `take_number` in the walls. */
export const SERIES = ['receipt', 'reversal', 'z', 'cash_in', 'cash_out', 'deposit'] as const
export type Series = (typeof SERIES)[number]

export const numberSeries = pgTable(
  'number_series',
  {
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    year: smallint().notNull(),
    series: text().notNull().default('receipt'),
    lastNumber: integer().notNull(),
  },
  t => [
    primaryKey({ columns: [t.deskId, t.year, t.series] }),
    check(
      'number_series_is_known',
      sql`${t.series} in ('receipt', 'reversal', 'z', 'cash_in', 'cash_out', 'deposit')`,
    ),
  ],
)
