import { and, count, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { caseClosings } from '../../db/schema/cases.ts'
import { nomenclature } from '../../db/schema/registers.ts'
import { openRequests } from '../../db/schema/requests.ts'
import { openTasks } from '../../db/schema/tasks.ts'
import { whyNotClose } from '../../rules/cases.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { keptUntil, type Retention, showRetention } from '../../rules/retention.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, lineInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'
import { caseWithId } from './lookup.ts'

const CloseCase = z.object({
  id: idInput,
  caseId: idInput,
  /** Where it belongs in the nomenclature; null is where it was opened. */
  nomenclatureId: idInput.nullable().default(null),
  note: lineInput(500),
})
export type CloseCase = z.input<typeof CloseCase>

export type CaseClosed = {
  caseId: string
  number: string
  index: string
  /** The mark as the nomenclature had it that day. */
  retention: string
  /** The last day of keeping; null is for ever. */
  keepUntil: Temporal.PlainDate | null
}

/**
 * Closes a case with its retention mark; the years of keeping run from 1 January of the next year. Sent again with the same id it is
 * done once. Refuses an unknown case, one that is closed or has work under way, and one that belongs nowhere in the nomenclature.
 */
export async function closeCase(ctx: Ctx, raw: CloseCase): Promise<CaseClosed> {
  authorise(ctx, 'cases.close')
  const { id, caseId, nomenclatureId, note } = parseInput(CloseCase, raw)
  return inTransaction(ctx, async tx => {
    const [, found, openWork, [earlier]] = await Promise.all([
      oneAtATime(tx, caseId),
      caseWithId(tx, caseId),
      openWorkOf(tx, caseId),
      tx.select().from(caseClosings).where(eq(caseClosings.id, id)),
    ])
    const indexId = earlier?.nomenclatureId ?? nomenclatureId ?? found.nomenclatureId
    const entry = indexId ? await entryWithId(tx, indexId, earlier === undefined) : null
    const { number } = found
    if (earlier && entry)
      return {
        caseId,
        number,
        index: entry.index,
        retention: earlier.retention,
        keepUntil: earlier.keepUntil,
      }
    refuseIf(whyNotClose(found, { openWork, hasIndex: entry !== null }))
    if (!entry) throw refusal('case.index_needed', { number })
    const kept = entry as Retention
    const closing = {
      retention: showRetention(kept, 'bg'),
      keepUntil: keptUntil(kept, ctx.today),
    }
    await Promise.all([
      tx
        .insert(caseClosings)
        .values({ id, caseId, nomenclatureId: entry.id, note, closedBy: ctx.who.id, ...closing }),
      writeLogbook(tx, ctx, 'cases.close', {
        subjectId: caseId,
        facts: { did: 'close', case: number, index: entry.index, retention: closing.retention },
      }),
    ])
    return { caseId, number, index: entry.index, ...closing }
  })
}

async function openWorkOf(tx: Tx, caseId: string): Promise<number> {
  const [[tasks], [requests]] = await Promise.all([
    tx.select({ open: count() }).from(openTasks).where(eq(openTasks.caseId, caseId)),
    tx.select({ open: count() }).from(openRequests).where(eq(openRequests.caseId, caseId)),
  ])
  return (tasks?.open ?? 0) + (requests?.open ?? 0)
}

/** A line of the nomenclature; refuses an unknown one, and a new closing under one that is no longer in force. */
async function entryWithId(tx: Tx, id: string, isNew: boolean) {
  const [entry] = await tx
    .select()
    .from(nomenclature)
    .where(and(eq(nomenclature.id, id), isNew ? isNull(nomenclature.closedAt) : undefined))
  if (!entry) throw refusal('case.index_unknown', { text: id })
  return entry
}
