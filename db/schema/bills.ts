import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { centsColumn, day, instant } from '../columns.ts'
import { parties } from './parties.ts'
import { services } from './services.ts'
import { staff } from './staff.ts'
import { departments } from './town.ts'

/**
 * What somebody owes for something that another module holds: one shape for all of them. `number` is the one people know
 * it by (of the request); name, department and payment code go onto the receipt as they are here.
 */
export const bills = pgTable(
  'bills',
  {
    id: uuid().primaryKey(),
    kind: text().$type<'request'>().notNull(),
    number: text().notNull(),
    payerId: uuid().references(() => parties.id),
    serviceId: uuid().references(() => services.id),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    name: text().notNull(),
    paymentCode: text(),
    amountCents: centsColumn().notNull(),
    dueOn: day(),
    issuedAt: instant().notNull().default(sql`now()`),
    issuedBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [
    unique('bills_number_is_one').on(t.number, t.kind),
    index('bills_by_payer').on(t.payerId).where(sql`payer_id is not null`),
    check('bills_kind_is_known', sql`${t.kind} in ('request')`),
    check('bills_amount_is_positive', sql`${t.amountCents} > 0`),
    check('bills_payment_code_is_digits', sql`${t.paymentCode} ~ '^[0-9]{6,7}$'`),
  ],
)

/** The bills that wait for their money, kept by triggers of bills, payment lines, reversals and withdrawals. */
export const openBills = pgTable('open_bills', {
  billId: uuid()
    .primaryKey()
    .references(() => bills.id),
})

/** A bill that was taken back by whoever issues bills; only while it is open. */
export const billWithdrawals = pgTable('bill_withdrawals', {
  billId: uuid()
    .primaryKey()
    .references(() => bills.id),
  withdrawnAt: instant().notNull().default(sql`now()`),
  reason: text().notNull(),
})
