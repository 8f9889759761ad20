import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { day, instant } from '../columns.ts'
import { cases } from './cases.ts'
import { parties } from './parties.ts'
import { documentKinds, registers } from './registers.ts'
import { staff } from './staff.ts'
import { departments } from './town.ts'

/**
 * A registered document; never changed. The trigger gives year, sequence, URI, number, sub, who, when and the mayoralty:
 * `number` comes in as the form with `{n…}` and `{s}` (rules/numbering.ts) and is filled there.
 */
export const documents = pgTable(
  'documents',
  {
    id: uuid().primaryKey(),
    registerId: uuid()
      .notNull()
      .references(() => registers.id),
    year: smallint().notNull().default(0),
    sequence: integer().notNull().default(0),
    /** The day of its receipt or signing: the date of the URI. */
    day: day().notNull(),
    /** `index-sequence-ДД.ММ.ГГГГ`, чл. 28 НОДА. */
    uri: text().notNull().unique('documents_uri_is_one').default(''),
    number: text().notNull(),
    /** The ordinal among the replies of its case, where its form has one. */
    sub: integer(),
    direction: text().$type<'incoming' | 'outgoing' | 'internal'>().notNull(),
    kindId: uuid()
      .notNull()
      .references(() => documentKinds.id),
    channel: text().$type<'desk' | 'mayoralty' | 'post' | 'email' | 'portal' | 'ssev'>(),
    subject: text().notNull(),
    /** What is searched: folded and stemmed words of subject, kind and correspondents (rules/search-words.ts). */
    words: text().notNull(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    opensCase: boolean().notNull(),
    answersId: uuid().references((): AnyPgColumn => documents.id),
    /** Whose document it is: who wrote it, or to whom it was given first. */
    departmentId: uuid().references(() => departments.id),
    intakeId: uuid().references(() => departments.id),
    receivedAt: instant().notNull(),
    registeredAt: instant().notNull().default(sql`now()`),
    registeredBy: uuid()
      .notNull()
      .references(() => staff.id),
    sheets: smallint(),
    attachments: smallint(),
    attachmentsNote: text(),
    foreignNumber: text(),
    foreignDay: day(),
    /** The URI that it already had from another body: it keeps it. */
    foreignUri: text(),
    /** What makes two registrations with one id the same one. */
    content: text().notNull(),
  },
  t => [
    unique('documents_sequence_is_one').on(t.registerId, t.year, t.sequence),
    unique('documents_number_is_one').on(t.registerId, t.year, t.number),
    uniqueIndex('documents_open_one_case').on(t.caseId).where(sql`opens_case`),
    index('documents_by_case').on(t.caseId),
    index('documents_by_number').on(t.number.op('text_pattern_ops')),
    index('documents_by_foreign_number').on(t.foreignNumber).where(sql`foreign_number is not null`),
    index('documents_by_day').on(t.day, t.sequence),
    index('documents_by_intake').on(t.intakeId, t.day).where(sql`intake_id is not null`),
    index('documents_by_registrar').on(t.registeredBy, t.registeredAt),
    index('documents_by_word_starts').using('gin', sql`word_starts(${t.words})`),
    check('documents_direction_is_known', sql`${t.direction} in ('incoming', 'outgoing', 'internal')`),
    check(
      'documents_channel_is_known',
      sql`${t.channel} in ('desk', 'mayoralty', 'post', 'email', 'portal', 'ssev')`,
    ),
    check('documents_come_somehow', sql`${t.direction} <> 'incoming' or ${t.channel} is not null`),
    check('documents_have_a_subject', sql`length(trim(${t.subject})) between 2 and 1000`),
    check('documents_counts_are_not_negative', sql`${t.sheets} >= 0 and ${t.attachments} >= 0`),
  ],
)

/** Who sent a document, whom it goes to, who asks in it; `name` as it was then. */
export const documentParties = pgTable(
  'document_parties',
  {
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    ordinal: smallint().notNull(),
    role: text().$type<'sender' | 'recipient' | 'applicant' | 'representative'>().notNull(),
    partyId: uuid()
      .notNull()
      .references(() => parties.id),
    name: text().notNull(),
  },
  t => [
    primaryKey({ columns: [t.documentId, t.ordinal] }),
    index('document_parties_by_party').on(t.partyId, t.documentId),
    check(
      'document_parties_role_is_known',
      sql`${t.role} in ('sender', 'recipient', 'applicant', 'representative')`,
    ),
  ],
)

/** What of a record was wrong and what is right, with author and reason; an annulled document keeps its number. */
export const documentCorrections = pgTable(
  'document_corrections',
  {
    id: uuid().primaryKey(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    field: text()
      .$type<
        | 'subject'
        | 'kind'
        | 'correspondents'
        | 'channel'
        | 'received_at'
        | 'sheets'
        | 'attachments'
        | 'foreign_number'
        | 'foreign_day'
        | 'annulled'
      >()
      .notNull(),
    before: text(),
    after: text(),
    /** What is searched of the document from then on: the words that it had and those of what is right. */
    words: text(),
    /** Who the corrected correspondents are. */
    partyIds: uuid().array(),
    reason: text().notNull(),
    correctedAt: instant().notNull().default(sql`now()`),
    correctedBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [
    index('document_corrections_by_document').on(t.documentId),
    index('document_corrections_by_word_starts')
      .using('gin', sql`word_starts(${t.words})`)
      .where(sql`words is not null`),
    index('document_corrections_by_party').using('gin', t.partyIds).where(sql`party_ids is not null`),
    index('document_corrections_by_foreign_number').on(t.after).where(sql`field = 'foreign_number'`),
  ],
)

/** A file, stored once by what it holds, outside the tables. */
export const files = pgTable(
  'files',
  {
    sha256: text().primaryKey(),
    bytes: integer().notNull(),
    mediaType: text().notNull(),
    storedAt: instant().notNull().default(sql`now()`),
    storedBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [
    check('files_sha256_is_one', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('files_are_not_empty', sql`${t.bytes} > 0`),
  ],
)

export const documentFiles = pgTable(
  'document_files',
  {
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    ordinal: smallint().notNull(),
    sha256: text()
      .notNull()
      .references(() => files.sha256),
    name: text().notNull(),
    role: text().$type<'scan' | 'attachment' | 'draft' | 'result'>().notNull(),
    /** Whoever scanned it says that the image matches the paper (чл. 134 НОДА). */
    isAttested: boolean().notNull().default(false),
    attachedAt: instant().notNull().default(sql`now()`),
    attachedBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [
    primaryKey({ columns: [t.documentId, t.ordinal] }),
    index('document_files_by_file').on(t.sha256),
    check('document_files_role_is_known', sql`${t.role} in ('scan', 'attachment', 'draft', 'result')`),
  ],
)

/** How a document went out, and when it arrived. */
export const dispatches = pgTable(
  'dispatches',
  {
    id: uuid().primaryKey(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    way: text().$type<'desk' | 'mayoralty' | 'post' | 'email' | 'ssev'>().notNull(),
    sentTo: text(),
    /** The number of the registered letter or of the message. */
    reference: text(),
    sentAt: instant().notNull().default(sql`now()`),
    sentBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [
    index('dispatches_by_document').on(t.documentId),
    check('dispatches_way_is_known', sql`${t.way} in ('desk', 'mayoralty', 'post', 'email', 'ssev')`),
  ],
)

export const deliveries = pgTable('deliveries', {
  dispatchId: uuid()
    .primaryKey()
    .references(() => dispatches.id),
  deliveredOn: day().notNull(),
  /** What proves it: the receipt, the day of downloading, the week that went by. */
  proof: text().notNull(),
  toldAt: instant().notNull().default(sql`now()`),
  toldBy: uuid()
    .notNull()
    .references(() => staff.id),
})

/** A paper goes from hand to hand: the giver says so, the taker says so (чл. 138 НОДА); or out of the house (чл. 141). */
export const handovers = pgTable(
  'handovers',
  {
    id: uuid().primaryKey(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    giverId: uuid()
      .notNull()
      .references(() => staff.id),
    givenAt: instant().notNull().default(sql`now()`),
    takerId: uuid().references(() => staff.id),
    takerDepartmentId: uuid().references(() => departments.id),
    /** Somebody outside, identified, with the day by which it comes back. */
    outsideName: text(),
    backBy: day(),
    note: text(),
  },
  t => [
    index('handovers_by_document').on(t.documentId, t.givenAt),
    check(
      'handovers_have_one_taker',
      sql`num_nonnulls(${t.takerId}, ${t.takerDepartmentId}, ${t.outsideName}) = 1`,
    ),
  ],
)

export const handoverReceipts = pgTable('handover_receipts', {
  handoverId: uuid()
    .primaryKey()
    .references(() => handovers.id),
  takenAt: instant().notNull().default(sql`now()`),
  takenBy: uuid()
    .notNull()
    .references(() => staff.id),
})
