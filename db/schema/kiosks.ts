import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Alarm, Face, Mark, Origin, Pace, Reason } from '../../rules/kiosks.ts'
import { day, instant } from '../columns.ts'
import { staff } from './staff.ts'
import { departments } from './town.ts'

/** A place where a satisfaction device stands: the hall is a node of the structure, the place says where in it. */
export const kiosks = pgTable(
  'kiosks',
  {
    id: uuid().primaryKey(),
    number: integer().notNull().unique(),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    place: text().notNull(),
    addedAt: instant().notNull().default(sql`now()`),
    /** Since when no device stands there any more. */
    closedAt: instant(),
  },
  t => [check('kiosks_number_is_positive', sql`${t.number} between 1 and 9999`)],
)

/** A one-time code by which a device is enrolled for a place; of the code itself only its SHA-256 is kept. It is used when a key names it. */
export const kioskCodes = pgTable('kiosk_codes', {
  codeHash: text().primaryKey(),
  kioskId: uuid()
    .notNull()
    .references(() => kiosks.id),
  madeAt: instant().notNull().default(sql`now()`),
  madeBy: uuid()
    .notNull()
    .references(() => staff.id),
  expiresAt: instant().notNull(),
})

/** The key of an enrolled device: with it the device signs all it sends. `deviceId` is the outbox of the device and outlives its keys. */
export const kioskKeys = pgTable(
  'kiosk_keys',
  {
    id: uuid().primaryKey(),
    deviceId: uuid().notNull(),
    kioskId: uuid()
      .notNull()
      .references(() => kiosks.id),
    /** 32 bytes, base64url. Read by the hub alone. */
    key: text().notNull(),
    codeHash: text()
      .notNull()
      .unique()
      .references(() => kioskCodes.codeHash),
    enrolledAt: instant().notNull().default(sql`now()`),
    revokedAt: instant(),
    revokedBy: uuid().references(() => staff.id),
    revokeReason: text(),
  },
  t => [
    check('kiosk_keys_have_32_bytes', sql`${t.key} ~ '^[A-Za-z0-9_-]{43}$'`),
    check(
      'kiosk_keys_are_revoked_by_somebody',
      sql`(${t.revokedAt} is null) = (${t.revokedBy} is null) and (${t.revokedAt} is null) = (${t.revokeReason} is null)`,
    ),
    index('kiosk_keys_by_kiosk').on(t.kioskId),
    index('kiosk_keys_by_device').on(t.deviceId),
  ],
)

/** A question as it is asked: another wording, another number of faces, other reasons are another question. Never changed. */
export const kioskQuestions = pgTable(
  'kiosk_questions',
  {
    id: uuid().primaryKey(),
    textBg: text().notNull(),
    textEn: text().notNull(),
    faces: smallint().$type<4 | 5>().notNull(),
    /** What is asked after a face up to `followUpTo`; null where nothing is. */
    followUpBg: text(),
    followUpEn: text(),
    followUpTo: smallint(),
    reasons: jsonb().$type<Reason[]>().notNull().default([]),
    thanksBg: text(),
    thanksEn: text(),
    madeAt: instant().notNull().default(sql`now()`),
    madeBy: uuid().references(() => staff.id),
  },
  t => [
    check('kiosk_questions_have_4_or_5_faces', sql`${t.faces} in (4, 5)`),
    check(
      'kiosk_questions_follow_up_is_whole',
      sql`(${t.followUpBg} is null) = (${t.followUpTo} is null) and (${t.followUpBg} is null) = (${t.followUpEn} is null)
        and (${t.followUpBg} is null) = (${t.reasons} = '[]'::jsonb)`,
    ),
    check('kiosk_questions_follow_up_is_after_a_face', sql`${t.followUpTo} between 1 and ${t.faces}`),
  ],
)

/** From this moment this place asks this question; the newest is the one asked now. */
export const kioskAsks = pgTable(
  'kiosk_asks',
  {
    id: uuid().primaryKey(),
    kioskId: uuid()
      .notNull()
      .references(() => kiosks.id),
    questionId: uuid()
      .notNull()
      .references(() => kioskQuestions.id),
    askedFrom: instant().notNull().default(sql`now()`),
    askedBy: uuid().references(() => staff.id),
  },
  t => [
    unique('kiosk_asks_of_a_kiosk').on(t.id, t.kioskId),
    index('kiosk_asks_by_kiosk').on(t.kioskId, t.askedFrom),
  ],
)

/** How devices are watched and what a technician types; the newest row holds. */
export const kioskRules = pgTable(
  'kiosk_rules',
  {
    id: uuid().primaryKey(),
    /** A device that is silent so long in working hours is told of. */
    silentMinutes: integer().notNull(),
    /** So many presses of the worst faces within so many minutes are told of. */
    negatives: integer().notNull(),
    negativeMinutes: integer().notNull(),
    /** What devices do otherwise than `PACE` says. */
    pace: jsonb().$type<Partial<Pace>>().notNull().default({}),
    /** scrypt of the technician's PIN; null while none is set. */
    pinHash: text(),
    setAt: instant().notNull().default(sql`now()`),
    setBy: uuid().references(() => staff.id),
  },
  t => [
    check(
      'kiosk_rules_are_positive',
      sql`${t.silentMinutes} > 0 and ${t.negatives} > 0 and ${t.negativeMinutes} > 0`,
    ),
  ],
)

/** What a device said of itself last, and how far its presses have come in. */
export const kioskStates = pgTable('kiosk_states', {
  deviceId: uuid().primaryKey(),
  kioskId: uuid()
    .notNull()
    .references(() => kiosks.id),
  lastWordAt: instant().notNull().default(sql`now()`),
  /** The time signed in its newest request, in milliseconds: an older one is a replay. */
  signedMs: bigint({ mode: 'number' }).notNull().default(0),
  /** The highest number of a press that is kept. */
  highestSeq: bigint({ mode: 'number' }).notNull().default(0),
  /** Its clock less ours; null before it told. */
  skewMs: bigint({ mode: 'number' }),
  /** Presses that wait in it. */
  outbox: integer(),
  program: text(),
  /** The configuration it works by. */
  configuration: text(),
  /** What else it says: button boxes with their millivolts, lost presses, a full disk. */
  facts: jsonb().$type<Record<string, unknown>>().notNull().default({}),
})

/** A press of a face. Never changed: what is not counted says why in `mark`. */
export const kioskPresses = pgTable(
  'kiosk_presses',
  {
    deviceId: uuid()
      .notNull()
      .references(() => kioskStates.deviceId),
    seq: bigint({ mode: 'number' }).notNull(),
    kioskId: uuid().notNull(),
    askId: uuid().notNull(),
    face: smallint().$type<Face>().notNull(),
    reason: text(),
    mark: text().$type<Mark>(),
    origin: text().$type<Origin>().notNull(),
    /** When it was pressed, by our clock. */
    pressedAt: instant().notNull(),
    /** The same by the clock of the device. */
    deviceAt: instant().notNull(),
    /** The clock of the device less ours when it was sent. */
    skewMs: bigint({ mode: 'number' }).notNull(),
    arrivedAt: instant().notNull().default(sql`now()`),
  },
  t => [
    primaryKey({ columns: [t.deviceId, t.seq] }),
    foreignKey({ columns: [t.askId, t.kioskId], foreignColumns: [kioskAsks.id, kioskAsks.kioskId] }),
    check('kiosk_presses_seq_is_positive', sql`${t.seq} > 0`),
    check('kiosk_presses_face_is_known', sql`${t.face} between 1 and 5`),
    check('kiosk_presses_mark_is_known', sql`${t.mark} in ('test', 'closed', 'burst', 'repeat')`),
    check('kiosk_presses_origin_is_known', sql`${t.origin} in ('keys', 'touch', 'box')`),
    index('kiosk_presses_by_time').on(t.kioskId, t.pressedAt),
  ],
)

/** The presses of a place, a question and an hour (of the town's clock) summed up as they come in, by a trigger; exact at every moment. */
export const kioskHours = pgTable(
  'kiosk_hours',
  {
    questionId: uuid()
      .notNull()
      .references(() => kioskQuestions.id),
    kioskId: uuid()
      .notNull()
      .references(() => kiosks.id),
    day: day().notNull(),
    hour: smallint().notNull(),
    face1: integer().notNull().default(0),
    face2: integer().notNull().default(0),
    face3: integer().notNull().default(0),
    face4: integer().notNull().default(0),
    face5: integer().notNull().default(0),
    tests: integer().notNull().default(0),
    closed: integer().notNull().default(0),
    bursts: integer().notNull().default(0),
    repeats: integer().notNull().default(0),
  },
  t => [primaryKey({ columns: [t.questionId, t.day, t.hour, t.kioskId] })],
)

/** The reasons given after counted presses, summed up by day in the same way. */
export const kioskReasons = pgTable(
  'kiosk_reasons',
  {
    questionId: uuid()
      .notNull()
      .references(() => kioskQuestions.id),
    kioskId: uuid()
      .notNull()
      .references(() => kiosks.id),
    day: day().notNull(),
    face: smallint().notNull(),
    reason: text().notNull(),
    times: integer().notNull(),
  },
  t => [primaryKey({ columns: [t.questionId, t.day, t.kioskId, t.face, t.reason] })],
)

/** What somebody should know of: a device is silent, many negatives came, two devices send under one number. */
export const kioskEvents = pgTable(
  'kiosk_events',
  {
    id: uuid().primaryKey(),
    kioskId: uuid()
      .notNull()
      .references(() => kiosks.id),
    kind: text().$type<Alarm>().notNull(),
    facts: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    raisedAt: instant().notNull().default(sql`now()`),
    endedAt: instant(),
  },
  t => [
    check(
      'kiosk_events_kind_is_known',
      sql`${t.kind} in ('silent', 'negatives', 'doubled', 'clock', 'fault')`,
    ),
    uniqueIndex('kiosk_events_open_once').on(t.kioskId, t.kind).where(sql`${t.endedAt} is null`),
    index('kiosk_events_by_time').on(t.raisedAt),
  ],
)

/** What was done of the eleven methods of чл. 24 НАО in a year; the newest word on each holds. */
export const satisfactionMethods = pgTable(
  'satisfaction_methods',
  {
    id: uuid().primaryKey(),
    year: smallint().notNull(),
    /** By the order of чл. 24, ал. 2: 1 surveys … 11 secondary data. */
    method: smallint().notNull(),
    carriedOut: boolean().notNull(),
    /** How, with how many people; what was found; what was done about it. */
    conduct: text(),
    findings: text(),
    measures: text(),
    notedAt: instant().notNull().default(sql`now()`),
    notedBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [
    check('satisfaction_methods_are_11', sql`${t.method} between 1 and 11`),
    check('satisfaction_methods_year_is_sane', sql`${t.year} between 2020 and 2100`),
    index('satisfaction_methods_by_year').on(t.year, t.method),
  ],
)
