import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from '../columns.ts'
import { nomenclature } from './registers.ts'
import { staff } from './staff.ts'
import { departments } from './town.ts'

/** Преписка (чл. 29б АПК, чл. 41–49 НОДА). Its number is that of the document that opened it. */
export const cases = pgTable(
  'cases',
  {
    id: uuid().primaryKey(),
    nomenclatureId: uuid().references(() => nomenclature.id),
    /** With it whoever brought the matter sees how it stands. */
    accessCode: text().notNull().unique('cases_access_code_is_one'),
    /** Who works on it first, and the mayoralty that took it in (by the trigger). */
    departmentId: uuid().references(() => departments.id),
    intakeId: uuid().references(() => departments.id),
    openedAt: instant().notNull().default(sql`now()`),
    openedBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [
    check('cases_access_code_is_long', sql`${t.accessCode} ~ '^[0-9A-Z]{10}$'`),
    index('cases_by_time').on(t.openedAt),
  ],
)

/** Who sees a case beside those who see all: a department or a person. Kept by triggers, and by those who share a case. */
export const caseAccess = pgTable(
  'case_access',
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    departmentId: uuid().references(() => departments.id),
    staffId: uuid().references(() => staff.id),
    grantedAt: instant().notNull().default(sql`now()`),
    grantedBy: uuid().references(() => staff.id),
  },
  t => [
    unique('case_access_is_once').on(t.caseId, t.departmentId, t.staffId).nullsNotDistinct(),
    index('case_access_by_staff').on(t.staffId),
    index('case_access_by_department').on(t.departmentId),
    check('case_access_is_of_one', sql`(${t.departmentId} is null) <> (${t.staffId} is null)`),
  ],
)

/** Cases that only their own people see. */
export const restrictedCases = pgTable('restricted_cases', {
  caseId: uuid()
    .primaryKey()
    .references(() => cases.id),
  reason: text().notNull(),
  restrictedAt: instant().notNull().default(sql`now()`),
  restrictedBy: uuid()
    .notNull()
    .references(() => staff.id),
})

/** The end of a case with its retention mark; a reopening takes it back. */
export const caseClosings = pgTable(
  'case_closings',
  {
    id: uuid().primaryKey(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    nomenclatureId: uuid()
      .notNull()
      .references(() => nomenclature.id),
    /** As the nomenclature had it that day: `П`, `20 г.`, `5 г. ЕК`. */
    retention: text().notNull(),
    /** The last day of keeping; null is for ever. */
    keepUntil: day(),
    note: text(),
    closedAt: instant().notNull().default(sql`now()`),
    closedBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [index('case_closings_by_case').on(t.caseId)],
)

export const caseReopenings = pgTable('case_reopenings', {
  closingId: uuid()
    .primaryKey()
    .references(() => caseClosings.id),
  reason: text().notNull(),
  reopenedAt: instant().notNull().default(sql`now()`),
  reopenedBy: uuid()
    .notNull()
    .references(() => staff.id),
})
