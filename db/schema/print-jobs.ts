import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Paper } from '../../rules/papers/paper.ts'
import type { Note } from '../../rules/printing.ts'
import { instant } from '../columns.ts'
import { desks, printers } from './town.ts'

/** Paper that is owed. The paper itself never changes; only the state of its printing does. */
export const printJobs = pgTable(
  'print_jobs',
  {
    id: uuid().primaryKey(),
    ordinal: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    printerId: uuid()
      .notNull()
      .references(() => printers.id),
    deskId: uuid().references(() => desks.id),
    kind: text().notNull(),
    /** The payment or till that the paper tells of; null for a test page. */
    subjectId: uuid(),
    /** 0 is the original; 1 and up are its duplicates in the order they were asked for. */
    copy: smallint().notNull().default(0),
    title: text().notNull(),
    paper: jsonb().$type<Paper>().notNull(),
    queuedAt: instant().notNull().default(sql`now()`),
    state: text().notNull().default('queued'),
    /** True when the device itself said that the paper came out. */
    confirmed: boolean().notNull().default(false),
    attempts: integer().notNull().default(0),
    /** What the device told just before the last sending: asked again by it after a doubt. */
    note: jsonb().$type<Note>(),
    /** The printer of the desk, where another one stands in for it. */
    standsInForId: uuid().references(() => printers.id),
    fault: text(),
    changedAt: instant().notNull().default(sql`now()`),
  },
  t => [
    check(
      'print_jobs_state_is_known',
      sql`${t.state} in ('queued', 'sending', 'printed', 'failed', 'unsure')`,
    ),
    index('print_jobs_owed').on(t.printerId, t.ordinal).where(sql`state <> 'printed'`),
    index('print_jobs_by_desk').on(t.deskId, t.ordinal),
    uniqueIndex('print_jobs_copy_is_one').on(t.subjectId, t.kind, t.copy),
  ],
)
