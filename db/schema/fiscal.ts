import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { centsColumn, day, instant } from '../columns.ts'
import { payments } from './payments.ts'
import { printJobs } from './print-jobs.ts'
import { services } from './services.ts'
import { desks, printers } from './town.ts'

/** A printer that is a fiscal device: its individual number, and who works with it as the device knows them. */
export const fiscalDevices = pgTable(
  'fiscal_devices',
  {
    printerId: uuid()
      .primaryKey()
      .references(() => printers.id),
    /** Two letters and six digits, as the seal says: the first part of each УНП. */
    deviceNumber: text().notNull().unique('fiscal_devices_number_is_one'),
    operator: smallint().notNull().default(1),
    operatorPassword: text().notNull(),
  },
  t => [
    check('fiscal_devices_number_is_on_the_seal', sql`${t.deviceNumber} ~ '^[A-Z]{2}[0-9]{6}$'`),
    check('fiscal_devices_operator_is_known', sql`${t.operator} between 1 and 30`),
    check('fiscal_devices_password_is_digits', sql`${t.operatorPassword} ~ '^[0-9]{1,8}$'`),
  ],
)

/** Which fiscal device stands at a desk. Practice knows of none. */
export const fiscalDesks = pgTable('fiscal_desks', {
  deskId: uuid()
    .primaryKey()
    .references(() => desks.id),
  printerId: uuid()
    .notNull()
    .references(() => fiscalDevices.printerId),
})

/** Whether a revenue needs a fiscal receipt from a day on: its tax group (1 is А), or null for none; and on what ground. */
export const fiscalRevenues = pgTable(
  'fiscal_revenues',
  {
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    validFrom: day().notNull(),
    taxGroup: smallint(),
    ground: text().notNull(),
  },
  t => [
    primaryKey({ columns: [t.serviceId, t.validFrom] }),
    check('fiscal_revenues_tax_group_is_known', sql`${t.taxGroup} between 1 and 8`),
    check('fiscal_revenues_ground_is_told', sql`length(trim(${t.ground})) >= 3`),
  ],
)

/** The sale behind the fiscal part of a payment. Device, number and УНП are given by the trigger `fiscal_sales_take_number`. */
export const fiscalSales = pgTable(
  'fiscal_sales',
  {
    paymentId: uuid()
      .primaryKey()
      .references(() => payments.id),
    printerId: uuid()
      .notNull()
      .references(() => fiscalDevices.printerId),
    number: integer().notNull(),
    unp: text().notNull().unique(),
  },
  t => [
    unique('fiscal_sales_number_is_one').on(t.printerId, t.number),
    check(
      'fiscal_sales_unp_is_whole',
      sql`${t.unp} ~ '^[A-Z]{2}[0-9]{6}-[A-Z0-9]{4}-[0-9]{7}$' and right(${t.unp}, 7)::integer = ${t.number}`,
    ),
  ],
)

/** The last sale of each fiscal device. */
export const fiscalSeries = pgTable('fiscal_series', {
  printerId: uuid()
    .primaryKey()
    .references(() => fiscalDevices.printerId),
  lastNumber: integer().notNull(),
})

/** What a fiscal device said that it issued. */
export const fiscalDocuments = pgTable(
  'fiscal_documents',
  {
    jobId: uuid()
      .primaryKey()
      .references(() => printJobs.id),
    printerId: uuid()
      .notNull()
      .references(() => printers.id),
    task: text().notNull(),
    /** The payment of a sale or its storno. */
    paymentId: uuid().references(() => payments.id),
    /** The number of the document in the device; null where a document of this kind has none. */
    document: text(),
    fiscalMemory: text(),
    issuedAt: instant().notNull(),
    amountCents: centsColumn(),
  },
  t => [
    check(
      'fiscal_documents_task_is_known',
      sql`${t.task} in ('sale', 'storno', 'cash_in', 'cash_out', 'x_report', 'z_report')`,
    ),
    index('fiscal_documents_by_payment').on(t.paymentId),
    index('fiscal_documents_by_device').on(t.printerId, t.issuedAt),
    index('fiscal_documents_by_time').on(t.issuedAt),
  ],
)
