import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { day, instant } from '../columns.ts'
import { bills } from './bills.ts'
import { cases } from './cases.ts'
import { documents } from './documents.ts'
import { services } from './services.ts'
import { staff } from './staff.ts'
import { departments } from './town.ts'

/** A technology card as it was brought in; a request runs on the version it started with. */
export const cards = pgTable(
  'cards',
  {
    id: uuid().primaryKey(),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    version: integer().notNull(),
    /** Checked and read (rules/cards.ts), beside the text it was read from. */
    card: jsonb().$type<Record<string, unknown>>().notNull(),
    source: text().notNull(),
    importedAt: instant().notNull().default(sql`now()`),
    /** Null for what is shipped. */
    importedBy: uuid().references(() => staff.id),
  },
  t => [
    unique('cards_version_is_one').on(t.serviceId, t.version),
    check('cards_version_is_positive', sql`${t.version} > 0`),
  ],
)

/** What a document asks for; never changed: what happens with it are its events. */
export const requests = pgTable(
  'requests',
  {
    documentId: uuid()
      .primaryKey()
      .references(() => documents.id),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    speed: text().notNull(),
    cardId: uuid().references(() => cards.id),
    /** Null where it is free. */
    billId: uuid()
      .unique('requests_bill_is_one')
      .references(() => bills.id),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    /** On what ground somebody else asks: power of attorney, law. */
    representation: text(),
    delivery: text().$type<'desk' | 'mayoralty' | 'post' | 'email' | 'ssev'>().notNull(),
    deliverTo: text(),
    termAmount: smallint().notNull(),
    termUnit: text().notNull(),
    termArticle: text().notNull(),
    /** The day from which the term runs, and its last day at registration. */
    startsOn: day().notNull(),
    dueOn: day().notNull(),
  },
  t => [
    index('requests_by_service').on(t.serviceId),
    check('requests_speed_is_known', sql`${t.speed} in ('normal', 'fast', 'express')`),
    check('requests_delivery_is_known', sql`${t.delivery} in ('desk', 'mayoralty', 'post', 'email', 'ssev')`),
    check('requests_term_is_positive', sql`${t.termAmount} >= 0`),
    check(
      'requests_term_unit_is_known',
      sql`${t.termUnit} in ('hours', 'calendar_days', 'working_days', 'weeks', 'months')`,
    ),
  ],
)

/** The checklist as it was at the desk. What the office finds itself is never asked. */
export const requestItems = pgTable(
  'request_items',
  {
    requestId: uuid()
      .notNull()
      .references(() => requests.documentId),
    ordinal: smallint().notNull(),
    name: text().notNull(),
    isExOfficio: boolean().notNull(),
    state: text().$type<'brought' | 'missing' | 'not_needed' | 'ex_officio'>().notNull(),
  },
  t => [
    primaryKey({ columns: [t.requestId, t.ordinal] }),
    check(
      'request_items_state_is_known',
      sql`${t.state} in ('brought', 'missing', 'not_needed', 'ex_officio')`,
    ),
    check('request_items_never_ask_ex_officio', sql`${t.isExOfficio} = (${t.state} = 'ex_officio')`),
  ],
)

/** What happened with a request between its registration and its end. `dueOn` is its last day from then on; null stands still. */
export const requestEvents = pgTable(
  'request_events',
  {
    id: uuid().primaryKey(),
    requestId: uuid()
      .notNull()
      .references(() => requests.documentId),
    kind: text()
      .$type<
        | 'irregular'
        | 'notified'
        | 'brought'
        | 'mended'
        | 'suspended'
        | 'resumed'
        | 'extended'
        | 'forwarded'
        | 'moved'
      >()
      .notNull(),
    /** The day it counts from. */
    onDay: day().notNull(),
    dueOn: day(),
    reason: text(),
    /** The notice, the order, what was brought. */
    documentId: uuid().references(() => documents.id),
    facts: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    toldAt: instant().notNull().default(sql`now()`),
    toldBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [
    index('request_events_by_request').on(t.requestId, t.toldAt),
    check(
      'request_events_kind_is_known',
      sql`${t.kind} in ('irregular', 'notified', 'brought', 'mended', 'suspended', 'resumed', 'extended', 'forwarded', 'moved')`,
    ),
  ],
)

/** The requests under way with their last day, kept by triggers: what the boards and lists read. Null `dueOn` stands still. */
export const openRequests = pgTable(
  'open_requests',
  {
    requestId: uuid()
      .primaryKey()
      .references(() => requests.documentId),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    serviceId: uuid().notNull(),
    departmentId: uuid().notNull(),
    dueOn: day(),
    isRestricted: boolean().notNull().default(false),
  },
  t => [
    index('open_requests_by_department').on(t.departmentId, t.dueOn),
    index('open_requests_by_due').on(t.dueOn),
    index('open_requests_by_case').on(t.caseId),
  ],
)

/** How a request ended; due day, department, who and when by the trigger. Nothing ends late without a reason. */
export const requestEndings = pgTable(
  'request_endings',
  {
    requestId: uuid()
      .primaryKey()
      .references(() => requests.documentId),
    outcome: text().$type<'completed' | 'refused' | 'terminated' | 'withdrawn'>().notNull(),
    /** The act, the refusal. */
    documentId: uuid().references(() => documents.id),
    reason: text(),
    dueOn: day(),
    endedOn: day().notNull().default(sql`current_date`),
    lateReason: text(),
    lateNote: text(),
    caseId: uuid().references(() => cases.id),
    departmentId: uuid().references(() => departments.id),
    endedAt: instant().notNull().default(sql`now()`),
    endedBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [
    index('request_endings_by_day').on(t.endedOn),
    check(
      'request_endings_outcome_is_known',
      sql`${t.outcome} in ('completed', 'refused', 'terminated', 'withdrawn')`,
    ),
    check(
      'request_endings_are_late_with_reason',
      sql`${t.dueOn} >= ${t.endedOn} or ${t.dueOn} is null or ${t.lateReason} is not null`,
    ),
  ],
)

/** Requests that ended with a paper that nobody took yet, kept by triggers: what waits at the desks. */
export const readyRequests = pgTable('ready_requests', {
  requestId: uuid()
    .primaryKey()
    .references(() => requests.documentId),
})

/** The result in the hands of whoever asked. */
export const handOuts = pgTable(
  'hand_outs',
  {
    requestId: uuid()
      .primaryKey()
      .references(() => requests.documentId),
    way: text().$type<'desk' | 'mayoralty' | 'post' | 'email' | 'ssev'>().notNull(),
    /** Who took it, and how they showed who they are. */
    takenBy: text().notNull(),
    identity: text(),
    reference: text(),
    handedAt: instant().notNull().default(sql`now()`),
    handedBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [check('hand_outs_way_is_known', sql`${t.way} in ('desk', 'mayoralty', 'post', 'email', 'ssev')`)],
)
