import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { caseClosings, caseReopenings } from '../../db/schema/cases.ts'
import { whyNotReopen } from '../../rules/cases.ts'
import { refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'
import { type CaseHead, caseWithId } from './lookup.ts'

const ReopenCase = z.object({ caseId: idInput, reason: textInput(0, 500) })
export type ReopenCase = z.input<typeof ReopenCase>

/** Takes the last closing of a case back, with its ground. Sent again with the same ground it is done once. Refuses an unknown case, one that is not closed, and a missing ground. */
export async function reopenCase(ctx: Ctx, raw: ReopenCase): Promise<CaseHead> {
  authorise(ctx, 'cases.close')
  const { caseId, reason } = parseInput(ReopenCase, raw)
  return inTransaction(ctx, async tx => {
    const [, found, [last]] = await Promise.all([
      oneAtATime(tx, caseId),
      caseWithId(tx, caseId),
      lastClosing(tx, caseId),
    ])
    const isDone = !found.isClosed && last?.reason === reason && last.by === ctx.who.id
    if (isDone) return found
    refuseIf(whyNotReopen(found, reason))
    if (!last) throw new Error('a closed case has no closing')
    await Promise.all([
      tx.insert(caseReopenings).values({ closingId: last.id, reason, reopenedBy: ctx.who.id }),
      writeLogbook(tx, ctx, 'cases.close', {
        subjectId: caseId,
        facts: { did: 'reopen', case: found.number, reason },
      }),
    ])
    return { ...found, isClosed: false }
  })
}

/** The last closing, and on what ground and by whom it was taken back. */
const lastClosing = async (tx: Tx, caseId: string) =>
  await tx
    .select({ id: caseClosings.id, reason: caseReopenings.reason, by: caseReopenings.reopenedBy })
    .from(caseClosings)
    .leftJoin(caseReopenings, eq(caseReopenings.closingId, caseClosings.id))
    .where(eq(caseClosings.caseId, caseId))
    .orderBy(desc(caseClosings.closedAt), desc(caseClosings.id))
    .limit(1)
