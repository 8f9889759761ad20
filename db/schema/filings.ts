import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { cases } from './cases.ts'
import { documents } from './documents.ts'
import { staff } from './staff.ts'

/** Everything put into a case, in order: a document, or another case beside it. `ordinal`, who and when by the trigger. */
export const filings = pgTable(
  'filings',
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    ordinal: integer().notNull().default(0),
    section: text().$type<'official' | 'internal' | 'control'>().notNull(),
    documentId: uuid().references(() => documents.id),
    linkedCaseId: uuid().references(() => cases.id),
    /** Why it is here, where that does not speak for itself: what was taken out of the official section, how cases belong together. */
    note: text(),
    filedAt: instant().notNull().default(sql`now()`),
    filedBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [
    primaryKey({ columns: [t.caseId, t.ordinal] }),
    unique('filings_are_once').on(t.caseId, t.section, t.documentId),
    unique('filings_links_are_once').on(t.caseId, t.linkedCaseId),
    index('filings_by_document').on(t.documentId),
    index('filings_by_linked_case').on(t.linkedCaseId).where(sql`linked_case_id is not null`),
    check('filings_section_is_known', sql`${t.section} in ('official', 'internal', 'control')`),
    check('filings_are_of_one', sql`(${t.documentId} is null) <> (${t.linkedCaseId} is null)`),
    check('filings_link_another', sql`${t.linkedCaseId} <> ${t.caseId}`),
  ],
)
