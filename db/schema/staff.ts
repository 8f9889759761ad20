import { sql } from 'drizzle-orm'
import { check, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

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
    addedAt: instant().notNull().default(sql`now()`),
    disabledAt: instant(),
  },
  t => [
    check('staff_login_is_plain', sql`${t.login} ~ '^[a-z][a-z0-9]{1,19}$'`),
    check('staff_operator_code_has_4_digits', sql`${t.operatorCode} ~ '^[0-9]{4}$'`),
    check('staff_post_is_known', sql`${t.post} in ('cashier', 'clerk', 'head', 'admin', 'auditor')`),
  ],
)
