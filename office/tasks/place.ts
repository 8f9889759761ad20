import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { cases } from '../../db/schema/cases.ts'
import { documents } from '../../db/schema/documents.ts'
import { filings } from '../../db/schema/filings.ts'
import { openRequests } from '../../db/schema/requests.ts'
import { openTasks, tasks } from '../../db/schema/tasks.ts'
import { refusal } from '../../rules/refusal.ts'
import { isClosedCase } from '../cases/lookup.ts'
import type { Ctx } from '../context.ts'
import { idInput } from '../input.ts'
import type { Tx } from '../transaction.ts'

/** A part of a task, or a task about a document of a case: about the one that opened it where none is told. */
export const placeInput = z.union([
  z.object({ parentId: idInput }),
  z.object({ caseId: idInput, documentId: idInput.nullable().default(null) }),
])
export type Place = z.output<typeof placeInput>

/** Where a task stands, and the last day that it must keep to. */
export type TaskPlace = {
  caseId: string
  caseNumber: string
  isClosed: boolean
  /** Who works on the case first. */
  departmentId: string | null
  documentId: string | null
  /** The request under way that the document is. */
  requestId: string | null
  parent: typeof openTasks.$inferSelect | null
  most: Temporal.PlainDate | null
}

/** The place that is meant; refuses an unknown case, document or task, and a task that has ended. */
export const placeOf = (tx: Ctx['db'] | Tx, place: Place): Promise<TaskPlace> =>
  'parentId' in place ? placeUnder(tx, place.parentId) : placeIn(tx, place)

async function placeUnder(tx: Ctx['db'] | Tx, parentId: string): Promise<TaskPlace> {
  const [row] = await tx
    .select({ ...COLUMNS, documentId: tasks.documentId, parent: openTasks, parentId: tasks.id })
    .from(tasks)
    .innerJoin(cases, eq(cases.id, tasks.caseId))
    .leftJoin(opening, isOpening)
    .leftJoin(openTasks, eq(openTasks.taskId, tasks.id))
    .leftJoin(openRequests, eq(openRequests.requestId, tasks.requestId))
    .where(eq(tasks.id, parentId))
  if (!row) throw refusal('task.unknown', { text: parentId })
  if (!row.parent) throw refusal('task.parent_ended', {})
  const { parentId: _, requestDue, ...place } = row
  return { ...place, most: earlier(row.parent.dueOn, requestDue) }
}

async function placeIn(tx: Ctx['db'] | Tx, { caseId, documentId }: Exclude<Place, { parentId: string }>) {
  const [row] = await tx
    .select({ ...COLUMNS, documentId: documents.id })
    .from(cases)
    .leftJoin(opening, isOpening)
    .leftJoin(documents, isMeant(documentId))
    .leftJoin(openRequests, eq(openRequests.requestId, documents.id))
    .where(eq(cases.id, caseId))
  if (!row) throw refusal('case.unknown', { text: caseId })
  if (documentId !== null && row.documentId === null) throw refusal('document.unknown', { text: documentId })
  const { requestDue, ...place } = row
  return { ...place, parent: null, most: requestDue }
}

/** A document that was put into the case, or the one that opened it. */
const isMeant = (documentId: string | null): SQL | undefined =>
  documentId === null
    ? and(eq(documents.caseId, cases.id), eq(documents.opensCase, true))
    : and(
        eq(documents.id, documentId),
        or(
          eq(documents.caseId, cases.id),
          sql`exists (select from ${filings} where ${filings.caseId} = ${cases.id} and ${filings.documentId} = ${documents.id})`,
        ),
      )

const opening = alias(documents, 'opening')
const isOpening = and(eq(opening.caseId, cases.id), eq(opening.opensCase, true))

const COLUMNS = {
  caseId: cases.id,
  caseNumber: sql<string>`coalesce(${opening.number}, '')`,
  isClosed: isClosedCase(cases.id),
  departmentId: cases.departmentId,
  requestId: openRequests.requestId,
  requestDue: openRequests.dueOn,
}

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate | null): Temporal.PlainDate =>
  other !== null && Temporal.PlainDate.compare(other, one) < 0 ? other : one
