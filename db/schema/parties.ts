import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { staff } from './staff.ts'

/** Settlements by their EKATTE code (data/settlements.csv; a town's own import adds others). */
export const settlements = pgTable(
  'settlements',
  {
    ekatte: text().primaryKey(),
    nameBg: text().notNull(),
    nameEn: text().notNull(),
    /** гр. or с. */
    kind: text().notNull(),
    municipalityBg: text().notNull(),
    districtBg: text().notNull(),
  },
  t => [check('settlements_ekatte_has_5_digits', sql`${t.ekatte} ~ '^[0-9]{5}$'`)],
)

/** People and organisations: the one register that every module uses. */
export const parties = pgTable(
  'parties',
  {
    id: uuid().primaryKey(),
    kind: text().$type<'person' | 'organisation'>().notNull(),
    identifierKind: text().$type<'egn' | 'lnch' | 'eik'>(),
    /** Digits only, already checked. */
    identifier: text(),
    /** What people without the right to the whole see, and what papers carry. */
    identifierMasked: text().generatedAlwaysAs(
      sql`case when identifier is null then null when identifier_kind = 'eik' then identifier else left(identifier, 6) || '****' end`,
    ),
    name: text().notNull(),
    /** The name as it is searched: small letters, one blank before each word. */
    nameFolded: text().notNull(),
    ekatte: text().references(() => settlements.ekatte),
    /** Street, number, flat; with the settlement where that has no code here. */
    address: text(),
    phone: text(),
    email: text(),
    addedAt: instant().notNull().default(sql`now()`),
    changedAt: instant().notNull().default(sql`now()`),
  },
  t => [
    check('parties_kind_is_known', sql`${t.kind} in ('person', 'organisation')`),
    check('parties_have_a_name', sql`length(trim(${t.name})) >= 2`),
    check(
      'parties_identifier_fits_its_kind',
      sql`(${t.identifier} is null and ${t.identifierKind} is null) or (${t.identifierKind} in ('egn', 'lnch') and ${t.kind} = 'person' and ${t.identifier} ~ '^[0-9]{10}$') or (${t.identifierKind} = 'eik' and ${t.identifier} ~ '^([0-9]{9}|[0-9]{13})$')`,
    ),
    uniqueIndex('parties_identifier_is_one')
      .on(t.identifier, t.identifierKind)
      .where(sql`identifier is not null`),
    index('parties_by_masked_identifier').on(t.identifierMasked).where(sql`identifier_masked is not null`),
    index('parties_by_name').on(t.nameFolded.op('text_pattern_ops')),
    index('parties_by_word_starts').using('gin', sql`word_starts(${t.nameFolded})`),
  ],
)

/** Correction records: this record and that one are the same somebody; `intoId` null separates them again. The last one counts. */
export const partyMerges = pgTable(
  'party_merges',
  {
    id: uuid().primaryKey(),
    partyId: uuid()
      .notNull()
      .references(() => parties.id),
    intoId: uuid().references(() => parties.id),
    reason: text().notNull(),
    mergedAt: instant().notNull().default(sql`now()`),
    mergedBy: uuid()
      .notNull()
      .references(() => staff.id),
  },
  t => [check('party_merges_are_of_two', sql`${t.partyId} <> ${t.intoId}`)],
)

/** The records that lead to another one now, kept by the trigger of `party_merges`. */
export const mergedParties = pgTable(
  'merged_parties',
  {
    partyId: uuid()
      .primaryKey()
      .references(() => parties.id),
    intoId: uuid()
      .notNull()
      .references(() => parties.id),
  },
  t => [index('merged_parties_by_other').on(t.intoId)],
)
