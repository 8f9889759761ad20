import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

/** Who did what, when, from which desk. `at` and `who` are stamped by the database. */
export const logbook = pgTable(
  'logbook',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull().default(sql`now()`),
    who: text().notNull().default(sql`session_user`),
    desk: integer(),
    act: text().notNull(),
    subjectId: uuid(),
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  t => [index('logbook_by_time').on(t.at), index('logbook_by_subject').on(t.subjectId)],
)
