import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, timeOfDay } from '../columns.ts'

/** One row: the municipality this database belongs to. */
export const town = pgTable(
  'town',
  {
    id: smallint().primaryKey().default(1),
    municipalityCode: text().notNull(),
    nameBg: text().notNull(),
    nameEn: text().notNull(),
    bulstat: text().notNull(),
    demo: boolean().notNull().default(false),
    /** The database where people practise: its papers say so, its numbers are its own. */
    training: boolean().notNull().default(false),
    foundedAt: instant().notNull().default(sql`now()`),
    /** When the offices work, on each working day: by them goes what arrives by post or wire. */
    opensAt: timeOfDay().notNull().default(sql`'08:00'`),
    closesAt: timeOfDay().notNull().default(sql`'17:00'`),
  },
  t => [
    check('town_opens_before_it_closes', sql`${t.opensAt} < ${t.closesAt}`),
    check('town_is_one', sql`${t.id} = 1`),
    check('town_bulstat_has_9_digits', sql`${t.bulstat} ~ '^[0-9]{9}$'`),
  ],
)

/** The structure of the town: a tree of directorates, departments and mayoralties; services and work belong to its nodes. */
export const departments = pgTable(
  'departments',
  {
    id: uuid().primaryKey(),
    code: text().notNull().unique(),
    nameBg: text().notNull(),
    nameEn: text().notNull(),
    kind: text()
      .$type<'directorate' | 'department' | 'mayoralty' | 'centre'>()
      .notNull()
      .default('department'),
    parentId: uuid().references((): AnyPgColumn => departments.id),
    /** The settlement of a mayoralty. */
    ekatte: text(),
    closedAt: instant(),
  },
  t => [
    check(
      'departments_kind_is_known',
      sql`${t.kind} in ('directorate', 'department', 'mayoralty', 'centre')`,
    ),
    check('departments_are_not_under_themselves', sql`${t.parentId} <> ${t.id}`),
    index('departments_by_parent').on(t.parentId),
  ],
)

/** `line` says how to reach the device (serial:/dev/ttyUSB0?baud=9600, tcp://…); `profile` how it draws. */
export const printers = pgTable(
  'printers',
  {
    id: uuid().primaryKey(),
    name: text().notNull().unique(),
    profile: text().notNull(),
    line: text().notNull(),
    /** Who prints: the program of its desk, or an agent beside the printer where the desk runs on another machine. */
    printedBy: text().notNull().default('desk'),
    /** The printer that takes over what waits here while this one cannot print. */
    standInId: uuid().references((): AnyPgColumn => printers.id),
  },
  t => [
    check('printers_are_printed_by_somebody', sql`${t.printedBy} in ('desk', 'agent')`),
    check('printers_stand_in_is_another', sql`${t.standInId} <> ${t.id}`),
  ],
)

export const desks = pgTable(
  'desks',
  {
    id: uuid().primaryKey(),
    number: integer().notNull().unique(),
    name: text().notNull(),
    printerId: uuid()
      .notNull()
      .references(() => printers.id),
    /** The card terminal (TID) that stands here. */
    terminal: text(),
  },
  t => [
    check('desks_number_is_positive', sql`${t.number} between 1 and 9999`),
    check('desks_terminal_is_plain', sql`${t.terminal} ~ '^[0-9A-Z]{4,16}$'`),
  ],
)
