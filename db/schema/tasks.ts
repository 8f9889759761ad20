import { sql } from 'drizzle-orm'
import { type AnyPgColumn, boolean, check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from '../columns.ts'
import { cases } from './cases.ts'
import { documents } from './documents.ts'
import { requests } from './requests.ts'
import { staff } from './staff.ts'
import { departments } from './town.ts'

/** What somebody must do by a day (чл. 14, 104–108 НОДА); never changed. A phase of a request is a task while it lasts. */
export const tasks = pgTable(
  'tasks',
  {
    id: uuid().primaryKey(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    documentId: uuid().references(() => documents.id),
    requestId: uuid().references(() => requests.documentId),
    /** The code of the phase in the card of the request. */
    phase: text(),
    parentId: uuid().references((): AnyPgColumn => tasks.id),
    kind: text().$type<'resolution' | 'phase' | 'opinion'>().notNull(),
    /** The result that is wanted. */
    what: text().notNull(),
    /** Who gave it; null where the card did. */
    assignerId: uuid().references(() => staff.id),
    /** To a person, or to the whole department. */
    assigneeId: uuid().references(() => staff.id),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    dueOn: day().notNull(),
    givenAt: instant().notNull().default(sql`now()`),
  },
  t => [
    index('tasks_by_case').on(t.caseId, t.givenAt),
    index('tasks_by_request').on(t.requestId).where(sql`request_id is not null`),
    index('tasks_by_parent').on(t.parentId).where(sql`parent_id is not null`),
    check('tasks_kind_is_known', sql`${t.kind} in ('resolution', 'phase', 'opinion')`),
    check('tasks_say_what', sql`length(trim(${t.what})) between 3 and 2000`),
    check(
      'tasks_phase_is_of_a_request',
      sql`(${t.phase} is null) or (${t.requestId} is not null and ${t.kind} = 'phase')`,
    ),
  ],
)

/** Given on to a subordinate, back to whoever gave it, or to another one by a head. The last one counts. */
export const taskMoves = pgTable(
  'task_moves',
  {
    id: uuid().primaryKey(),
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    kind: text().$type<'delegated' | 'returned' | 'reassigned'>().notNull(),
    assigneeId: uuid().references(() => staff.id),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    reason: text(),
    movedAt: instant().notNull().default(sql`now()`),
    movedBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [
    index('task_moves_by_task').on(t.taskId, t.movedAt),
    check('task_moves_kind_is_known', sql`${t.kind} in ('delegated', 'returned', 'reassigned')`),
    check('task_moves_return_with_reason', sql`${t.kind} <> 'returned' or length(trim(${t.reason})) > 2`),
  ],
)

/** Another last day, within that of the parent and of the request. */
export const taskTerms = pgTable(
  'task_terms',
  {
    id: uuid().primaryKey(),
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    dueOn: day().notNull(),
    reason: text().notNull(),
    setAt: instant().notNull().default(sql`now()`),
    setBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [index('task_terms_by_task').on(t.taskId, t.setAt)],
)

/** The tasks that are not ended, as they are now, kept by triggers: what inboxes and boards read. */
export const openTasks = pgTable(
  'open_tasks',
  {
    taskId: uuid()
      .primaryKey()
      .references(() => tasks.id),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    requestId: uuid(),
    parentId: uuid(),
    kind: text().$type<'resolution' | 'phase' | 'opinion'>().notNull(),
    assignerId: uuid(),
    assigneeId: uuid(),
    departmentId: uuid().notNull(),
    dueOn: day().notNull(),
    isRestricted: boolean().notNull().default(false),
  },
  t => [
    index('open_tasks_by_department').on(t.departmentId, t.dueOn),
    index('open_tasks_by_assignee').on(t.assigneeId, t.dueOn),
    index('open_tasks_by_due').on(t.dueOn),
    index('open_tasks_by_parent').on(t.parentId).where(sql`parent_id is not null`),
    index('open_tasks_by_case').on(t.caseId),
    index('open_tasks_by_request').on(t.requestId).where(sql`request_id is not null`),
  ],
)

/** How a task ended; due day, department, assignee, who and when by the trigger. Nothing ends late without a reason. */
export const taskEndings = pgTable(
  'task_endings',
  {
    taskId: uuid()
      .primaryKey()
      .references(() => tasks.id),
    outcome: text().$type<'done' | 'cancelled' | 'not_done'>().notNull(),
    result: text().notNull(),
    /** Of a phase: which of the outcomes of the card. */
    next: text(),
    dueOn: day(),
    endedOn: day().notNull().default(sql`current_date`),
    lateReason: text(),
    lateNote: text(),
    caseId: uuid().references(() => cases.id),
    departmentId: uuid().references(() => departments.id),
    assigneeId: uuid().references(() => staff.id),
    endedAt: instant().notNull().default(sql`now()`),
    endedBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [
    index('task_endings_by_day').on(t.endedOn),
    index('task_endings_by_department').on(t.departmentId, t.endedOn),
    check('task_endings_outcome_is_known', sql`${t.outcome} in ('done', 'cancelled', 'not_done')`),
    check(
      'task_endings_are_late_with_reason',
      sql`${t.outcome} = 'cancelled' or ${t.dueOn} >= ${t.endedOn} or ${t.dueOn} is null or ${t.lateReason} is not null`,
    ),
  ],
)

/** Становище (чл. 94–96 НОДА): counts while nothing was put into the case's document after it. */
export const opinions = pgTable(
  'opinions',
  {
    id: uuid().primaryKey(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    taskId: uuid().references(() => tasks.id),
    value: text().$type<'agree' | 'disagree' | 'terminate' | 'rework'>().notNull(),
    note: text(),
    givenAt: instant().notNull().default(sql`now()`),
    givenBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [
    index('opinions_by_document').on(t.documentId, t.givenAt),
    check('opinions_value_is_known', sql`${t.value} in ('agree', 'disagree', 'terminate', 'rework')`),
    check('opinions_say_why', sql`${t.value} = 'agree' or length(trim(${t.note})) > 2`),
  ],
)

/** The weekly look of a head at a task (чл. 113–118 НОДА); `week` is its Monday. */
export const reviews = pgTable(
  'reviews',
  {
    id: uuid().primaryKey(),
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    week: day().notNull(),
    status: text().$type<'done' | 'not_done' | 'under_way'>().notNull(),
    verdict: text()
      .$type<'no_problems' | 'lack_of_resources' | 'outside_problem' | 'impossible' | 'sent_back'>()
      .notNull(),
    note: text(),
    reviewedAt: instant().notNull().default(sql`now()`),
    reviewedBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [
    index('reviews_by_task').on(t.taskId, t.week),
    index('reviews_by_week').on(t.week),
    check('reviews_begin_on_monday', sql`extract(isodow from ${t.week}) = 1`),
    check('reviews_status_is_known', sql`${t.status} in ('done', 'not_done', 'under_way')`),
    check(
      'reviews_verdict_is_known',
      sql`${t.verdict} in ('no_problems', 'lack_of_resources', 'outside_problem', 'impossible', 'sent_back')`,
    ),
  ],
)
