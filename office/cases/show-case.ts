import { asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { opinions, tasks } from '../../db/schema/tasks.ts'
import { textsFor } from '../../locales/texts.ts'
import { explainDue } from '../../rules/due-explained.ts'
import { authorise } from '../authority.ts'
import { calendarOf } from '../calendar/lookup.ts'
import type { Ctx } from '../context.ts'
import { correctionsOf } from '../documents/lookup.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { dueAfter } from '../requests/events.ts'
import { type HandedOut, handOutOf, type RequestFound, requestWithId } from '../requests/lookup.ts'
import { type OpinionEvent, opinionsWhere, type TaskEvent, taskHistory } from '../tasks/history.ts'
import { type TaskRow, tasksWhere } from '../tasks/lookup.ts'
import { inTransaction } from '../transaction.ts'
import {
  type AccessShown,
  accessTo,
  type ClosingShown,
  closingsOf,
  type FilingShown,
  filingsOf,
  type LinkedCase,
  linkedFrom,
  mattersOf,
  requestIdsIn,
} from './contents.ts'
import { type CaseHead, caseWithId } from './lookup.ts'

const ShowCase = z.object({ caseId: idInput })

const MOST_TASKS = 500

export type CaseShown = CaseHead & {
  openedBy: string
  department: string | null
  /** Where it belongs in the nomenclature. */
  index: string | null
  indexName: string | null
  /** Why it is confidential; null where it is not. */
  restrictedFor: string | null
  filings: FilingShown[]
  linkedFrom: LinkedCase[]
  /** With the last day and why it is that one, in one line, and whoever took the result. */
  requests: (RequestFound & { dueExplained: string; handOut: HandedOut | null })[]
  tasks: TaskRow[]
  taskEvents: TaskEvent[]
  opinions: OpinionEvent[]
  corrections: (Awaited<ReturnType<typeof correctionsOf>>[number] & { documentNumber: string })[]
  access: AccessShown[]
  closings: ClosingShown[]
}

/** All of a case that whoever asks may see; the look at it is in the logbook. Refuses one that is not there or not theirs to see. */
export async function showCase(ctx: Ctx, raw: z.input<typeof ShowCase>): Promise<CaseShown> {
  authorise(ctx, 'cases.see')
  const { caseId } = parseInput(ShowCase, raw)
  const head = await inTransaction(ctx, async tx => {
    const found = await caseWithId(tx, caseId)
    await writeLogbook(tx, ctx, 'cases.see', { subjectId: caseId, facts: { case: found.number } })
    return found
  })
  const [matters, filed, links, requests, given, taskEvents, access, closings] = await Promise.all([
    mattersOf(ctx.db, ctx, caseId),
    filingsOf(ctx, caseId),
    linkedFrom(ctx, caseId),
    requestsIn(ctx, caseId),
    tasksWhere(ctx.db, eq(tasks.caseId, caseId), [asc(tasks.givenAt), asc(tasks.id)], MOST_TASKS),
    taskHistory(ctx, eq(tasks.caseId, caseId)),
    accessTo(ctx, caseId),
    closingsOf(ctx, caseId),
  ])
  if (!matters) throw new Error('a case that was seen is not there')
  const known = [...new Map(filed.flatMap(({ document }) => (document ? [[document.id, document]] : [])))]
  const [stated, corrections] = await Promise.all([
    opinionsWhere(
      ctx,
      inArray(
        opinions.documentId,
        known.map(([id]) => id),
      ),
    ),
    Promise.all(known.map(([id, { number }]) => correctionsIn(ctx, id, number))),
  ])
  return {
    ...head,
    ...matters,
    filings: filed,
    linkedFrom: links,
    requests,
    tasks: given,
    taskEvents,
    opinions: stated,
    corrections: corrections.flat(),
    access,
    closings,
  }
}

async function requestsIn(ctx: Ctx, caseId: string): Promise<CaseShown['requests']> {
  const [ids, calendar] = await Promise.all([requestIdsIn(ctx.db, caseId), calendarOf(ctx.db)])
  const found = await Promise.all(
    ids.map(id => Promise.all([requestWithId(ctx.db, id), handOutOf(ctx.db, id)])),
  )
  const { explained } = textsFor(ctx.lang).deadlines
  return found.map(([request, handOut]) => {
    const due = dueAfter(ctx, request, [], calendar)
    return { ...request, handOut, dueExplained: explainDue(due, explained, ctx.lang) }
  })
}

const correctionsIn = async (ctx: Ctx, documentId: string, documentNumber: string) =>
  (await correctionsOf(ctx.db, documentId)).map(correction => ({ ...correction, documentNumber }))
