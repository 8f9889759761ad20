import { and, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { caseClosings, caseReopenings, cases, restrictedCases } from '../../db/schema/cases.ts'
import { documents } from '../../db/schema/documents.ts'
import { filings } from '../../db/schema/filings.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Ctx } from '../context.ts'
import { corrected } from '../documents/lookup.ts'
import type { Tx } from '../transaction.ts'

/** Whether the case that a column names is closed now. */
export const isClosedCase = (caseId: PgColumn): SQL<boolean> =>
  sql<boolean>`exists (select from ${caseClosings} where ${caseClosings.caseId} = ${caseId}
    and not exists (select from ${caseReopenings} where ${caseReopenings.closingId} = ${caseClosings.id}))`

/** Whether the case that a column names is seen by its own people alone. */
export const isRestrictedCase = (caseId: PgColumn): SQL<boolean> =>
  sql<boolean>`exists (select from ${restrictedCases} where ${restrictedCases.caseId} = ${caseId})`

/** A case as its head says it. */
export type CaseHead = {
  id: string
  number: string
  uri: string
  subject: string
  /** The day of its number. */
  day: Temporal.PlainDate
  documentId: string
  accessCode: string
  departmentId: string | null
  nomenclatureId: string | null
  openedAt: Temporal.Instant
  isClosed: boolean
  isRestricted: boolean
}

/** Cases whose opening document fits the condition, the newest first. */
export const casesWhere = (db: Ctx['db'] | Tx, which: SQL | undefined, limit: number): Promise<CaseHead[]> =>
  db
    .select({
      id: cases.id,
      number: documents.number,
      uri: documents.uri,
      subject: corrected('subject', documents.subject),
      day: documents.day,
      documentId: documents.id,
      accessCode: cases.accessCode,
      departmentId: cases.departmentId,
      nomenclatureId: cases.nomenclatureId,
      openedAt: cases.openedAt,
      isClosed: isClosedCase(cases.id),
      isRestricted: isRestrictedCase(cases.id),
    })
    .from(cases)
    .innerJoin(documents, and(eq(documents.caseId, cases.id), eq(documents.opensCase, true)))
    .where(which)
    .orderBy(desc(cases.openedAt), desc(cases.id))
    .limit(limit)

/** The case with this id; refuses one that is not there or not theirs to see. */
export async function caseWithId(db: Ctx['db'] | Tx, id: string): Promise<CaseHead> {
  const [found] = await casesWhere(db, eq(cases.id, id), 1)
  if (!found) throw refusal('case.unknown', { text: id })
  return found
}

/** Cases that people know by this number or URI, as it is typed. */
export const casesWithNumber = (db: Ctx['db'] | Tx, number: string, limit: number): Promise<CaseHead[]> =>
  casesWhere(db, or(eq(documents.number, number), eq(documents.uri, number)), limit)

/** The cases that a document is in: its own, and those into which it was put; refuses one that is not there or not theirs to see. */
export async function casesOfDocument(
  db: Ctx['db'] | Tx,
  id: string,
): Promise<{ number: string; caseIds: string[] }> {
  const rows = await db
    .select({ number: documents.number, own: documents.caseId, other: filings.caseId })
    .from(documents)
    .leftJoin(filings, eq(filings.documentId, documents.id))
    .where(eq(documents.id, id))
  const [first] = rows
  if (!first) throw refusal('document.unknown', { text: id })
  return { number: first.number, caseIds: rows.flatMap(({ own, other }) => (other ? [own, other] : [own])) }
}
