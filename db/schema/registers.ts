import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

/** A series of documents. `index` is its ordinal in the register of registers (чл. 28 НОДА); one is the official one (чл. 23–24). */
export const registers = pgTable(
  'registers',
  {
    id: uuid().primaryKey(),
    index: integer().notNull().unique('registers_index_is_one'),
    nameBg: text().notNull(),
    nameEn: text().notNull(),
    isOfficial: boolean().notNull(),
    /** How its numbers look (rules/numbering.ts), and those of replies in a case where they look otherwise. */
    template: text().notNull(),
    replyTemplate: text(),
    closedAt: instant(),
  },
  t => [
    check('registers_index_is_positive', sql`${t.index} between 1 and 9999`),
    uniqueIndex('registers_official_is_one').on(t.isOfficial).where(sql`is_official`),
  ],
)

/** The last sequence of a register in a year: moved only by the insert of a document. */
export const documentSeries = pgTable(
  'document_series',
  {
    registerId: uuid()
      .notNull()
      .references(() => registers.id),
    year: smallint().notNull(),
    lastNumber: integer().notNull(),
  },
  t => [primaryKey({ columns: [t.registerId, t.year] })],
)

/** Номенклатура на делата: kinds of cases with what is kept how long (чл. 37 от Наредбата за архивите, 2024). */
export const nomenclature = pgTable(
  'nomenclature',
  {
    id: uuid().primaryKey(),
    index: text().notNull().unique('nomenclature_index_is_one'),
    name: text().notNull(),
    /** `permanent` goes to the state archive, `permanent_here` stays in the institution; a term is in `years`. */
    retention: text().$type<'permanent' | 'permanent_here' | 'term'>().notNull(),
    years: smallint(),
    /** ЕК: the expert commission looks when the term is over. */
    isExpert: boolean().notNull().default(false),
    source: text().notNull(),
    closedAt: instant(),
  },
  t => [
    check('nomenclature_retention_is_known', sql`${t.retention} in ('permanent', 'permanent_here', 'term')`),
    check(
      'nomenclature_term_has_years',
      sql`(${t.retention} = 'term') = (${t.years} is not null) and ${t.years} > 0`,
    ),
  ],
)

/** Видове документи (чл. 52 НОДА). */
export const documentKinds = pgTable(
  'document_kinds',
  {
    id: uuid().primaryKey(),
    code: text().notNull().unique('document_kinds_code_is_one'),
    nameBg: text().notNull(),
    nameEn: text().notNull(),
    /** What `{letters}` of a template becomes. */
    letters: text().notNull().default(''),
    /** What it does: starts a service, goes on with something, or comes by itself. */
    mode: text().$type<'starts' | 'continues' | 'unsolicited'>().notNull(),
    /** Where its case belongs, unless told otherwise. */
    nomenclatureId: uuid().references(() => nomenclature.id),
    offered: boolean().notNull().default(true),
  },
  t => [
    check('document_kinds_mode_is_known', sql`${t.mode} in ('starts', 'continues', 'unsolicited')`),
    check('document_kinds_code_is_plain', sql`${t.code} ~ '^[a-z][a-z0-9-]{1,39}$'`),
  ],
)
