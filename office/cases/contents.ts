import { and, asc, desc, eq, isNotNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { caseAccess, caseClosings, caseReopenings, cases } from '../../db/schema/cases.ts'
import { documents } from '../../db/schema/documents.ts'
import { filings } from '../../db/schema/filings.ts'
import { nomenclature } from '../../db/schema/registers.ts'
import { requests } from '../../db/schema/requests.ts'
import { staff } from '../../db/schema/staff.ts'
import { departments } from '../../db/schema/town.ts'
import type { Section } from '../../rules/cases.ts'
import type { Ctx } from '../context.ts'
import { type DocumentRow, rowsWithIds } from '../documents/lookup.ts'
import type { Tx } from '../transaction.ts'
import { isRestrictedCase } from './lookup.ts'

/** Another case, as far as whoever looks may see it. */
export type LinkedCase = { id: string; number: string; subject: string }

/** One putting into a case: of a document, or of another case. */
export type FilingShown = {
  ordinal: number
  section: Section
  document: DocumentRow | null
  linked: LinkedCase | null
  note: string | null
  filedAt: Temporal.Instant
  filedBy: string
  /** It was taken out of the official section later. */
  isTakenOut: boolean
}

const opening = alias(documents, 'opening')

/** All that was put into a case, in its order. */
export async function filingsOf(ctx: Ctx, caseId: string): Promise<FilingShown[]> {
  const rows = await ctx.db
    .select({
      filing: filings,
      by: staff.name,
      linked: { id: opening.caseId, number: opening.number, subject: opening.subject },
    })
    .from(filings)
    .innerJoin(staff, eq(staff.id, filings.filedBy))
    .leftJoin(opening, sql`${opening.caseId} = ${filings.linkedCaseId} and ${opening.opensCase}`)
    .where(eq(filings.caseId, caseId))
    .orderBy(asc(filings.ordinal))
  const ids = [...new Set(rows.flatMap(({ filing }) => filing.documentId ?? []))]
  const known = new Map((await rowsWithIds(ctx.db, ctx, ids)).map(row => [row.id, row]))
  const takenOut = rows.flatMap(({ filing }) => (filing.section === 'control' ? filing.documentId : []))
  return rows.map(({ filing, by, linked }) => ({
    ordinal: filing.ordinal,
    section: filing.section,
    document: (filing.documentId && known.get(filing.documentId)) || null,
    linked,
    note: filing.note,
    filedAt: filing.filedAt,
    filedBy: by,
    isTakenOut: filing.section === 'official' && takenOut.includes(filing.documentId),
  }))
}

/** The cases in whose sections this one was put. */
export const linkedFrom = async ({ db }: Ctx, caseId: string): Promise<LinkedCase[]> =>
  await db
    .select({ id: opening.caseId, number: opening.number, subject: opening.subject })
    .from(filings)
    .innerJoin(opening, sql`${opening.caseId} = ${filings.caseId} and ${opening.opensCase}`)
    .where(eq(filings.linkedCaseId, caseId))
    .orderBy(asc(opening.number))

/** A person or department that sees a case by name: of a restricted one people alone. `by` is null where the work on it brought that. */
export type AccessShown = { name: string; isPerson: boolean; grantedAt: Temporal.Instant; by: string | null }

const granter = alias(staff, 'granter')

export async function accessTo({ db, lang }: Ctx, caseId: string): Promise<AccessShown[]> {
  const rows = await db
    .select({
      person: staff.name,
      unit: lang === 'bg' ? departments.nameBg : departments.nameEn,
      grantedAt: caseAccess.grantedAt,
      by: granter.name,
    })
    .from(caseAccess)
    .leftJoin(staff, eq(staff.id, caseAccess.staffId))
    .leftJoin(departments, eq(departments.id, caseAccess.departmentId))
    .leftJoin(granter, eq(granter.id, caseAccess.grantedBy))
    .where(
      and(
        eq(caseAccess.caseId, caseId),
        or(isNotNull(caseAccess.staffId), sql`not ${isRestrictedCase(caseAccess.caseId)}`),
      ),
    )
    .orderBy(asc(caseAccess.grantedAt))
  return rows.map(({ person, unit, ...row }) => ({
    ...row,
    name: person ?? unit ?? '',
    isPerson: person !== null,
  }))
}

/** A closing of a case, and how it was taken back; the last one counts. */
export type ClosingShown = {
  index: string
  retention: string
  keepUntil: Temporal.PlainDate | null
  note: string | null
  closedAt: Temporal.Instant
  by: string
  reopened: { reason: string; at: Temporal.Instant; by: string } | null
}

const reopener = alias(staff, 'reopener')

export async function closingsOf({ db }: Ctx, caseId: string): Promise<ClosingShown[]> {
  const rows = await db
    .select({
      closing: caseClosings,
      index: nomenclature.index,
      by: staff.name,
      reopening: caseReopenings,
      reopenedBy: reopener.name,
    })
    .from(caseClosings)
    .innerJoin(nomenclature, eq(nomenclature.id, caseClosings.nomenclatureId))
    .innerJoin(staff, eq(staff.id, caseClosings.closedBy))
    .leftJoin(caseReopenings, eq(caseReopenings.closingId, caseClosings.id))
    .leftJoin(reopener, eq(reopener.id, caseReopenings.reopenedBy))
    .where(eq(caseClosings.caseId, caseId))
    .orderBy(desc(caseClosings.closedAt))
  return rows.map(({ closing, index, by, reopening, reopenedBy }) => ({
    index,
    retention: closing.retention,
    keepUntil: closing.keepUntil,
    note: closing.note,
    closedAt: closing.closedAt,
    by,
    reopened: reopening && {
      reason: reopening.reason,
      at: reopening.reopenedAt,
      by: reopenedBy ?? '',
    },
  }))
}

/** Who opened a case, whose it is, where it belongs, and why it is confidential. */
export async function mattersOf(db: Ctx['db'] | Tx, { lang }: Pick<Ctx, 'lang'>, caseId: string) {
  const [row] = await db
    .select({
      openedBy: staff.name,
      department: lang === 'bg' ? departments.nameBg : departments.nameEn,
      index: nomenclature.index,
      indexName: nomenclature.name,
      restrictedFor: sql<string | null>`why_restricted(${cases.id})`,
    })
    .from(cases)
    .innerJoin(staff, eq(staff.id, cases.openedBy))
    .leftJoin(departments, eq(departments.id, cases.departmentId))
    .leftJoin(nomenclature, eq(nomenclature.id, cases.nomenclatureId))
    .where(eq(cases.id, caseId))
  return row ?? null
}

/** The requests of a case, the first one first. */
export const requestIdsIn = async (db: Ctx['db'] | Tx, caseId: string): Promise<string[]> =>
  (
    await db
      .select({ id: requests.documentId })
      .from(requests)
      .innerJoin(documents, eq(documents.id, requests.documentId))
      .where(eq(documents.caseId, caseId))
      .orderBy(asc(documents.registeredAt))
  ).map(({ id }) => id)
