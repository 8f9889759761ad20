import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from '../columns.ts'
import { departments } from './town.ts'

/** Each member of staff is a PostgreSQL login role (`dbRole`), member of the group role of the post. */
export const staff = pgTable(
  'staff',
  {
    id: uuid().primaryKey(),
    login: text().notNull().unique(),
    name: text().notNull(),
    post: text().notNull(),
    dbRole: text().notNull().unique(),
    /** The second part of the УНП of their sales; given by the trigger `staff_take_operator_code`. */
    operatorCode: text().notNull().unique('staff_operator_code_is_one').default(''),
    /** Where they work; null is the whole municipality: the secretary, the central registry, who keeps no department. */
    departmentId: uuid().references(() => departments.id),
    /** The name of the post in the town's own table: `главен експерт „Кадастър“`. */
    position: text(),
    addedAt: instant().notNull().default(sql`now()`),
    disabledAt: instant(),
  },
  t => [
    check('staff_login_is_plain', sql`${t.login} ~ '^[a-z][a-z0-9]{1,19}$'`),
    check('staff_operator_code_has_4_digits', sql`${t.operatorCode} ~ '^[0-9]{4}$'`),
    check(
      'staff_post_is_known',
      sql`${t.post} in ('cashier', 'clerk', 'officer', 'head', 'admin', 'auditor', 'hub')`,
    ),
    index('staff_by_department').on(t.departmentId),
  ],
)

/**
 * Somebody acts for somebody absent on these days, both included; sees what the absent one sees. One that was taken back before it
 * began has no day: it ends the day before its first.
 */
export const substitutions = pgTable(
  'substitutions',
  {
    id: uuid().primaryKey(),
    absentId: uuid()
      .notNull()
      .references(() => staff.id),
    substituteId: uuid()
      .notNull()
      .references(() => staff.id),
    fromDay: day().notNull(),
    untilDay: day().notNull(),
    /** The order or the leave it rests on. */
    ground: text().notNull(),
    setAt: instant().notNull().default(sql`now()`),
    setBy: uuid().references(() => staff.id),
  },
  t => [
    check('substitutions_are_of_two', sql`${t.absentId} <> ${t.substituteId}`),
    check('substitutions_end_after_they_begin', sql`${t.fromDay} <= ${t.untilDay} + 1`),
    index('substitutions_by_substitute').on(t.substituteId, t.untilDay),
    index('substitutions_by_absent').on(t.absentId, t.untilDay),
  ],
)
