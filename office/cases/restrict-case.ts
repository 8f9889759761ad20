import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { caseAccess, restrictedCases } from '../../db/schema/cases.ts'
import { whyNotRestrict } from '../../rules/cases.ts'
import { refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { assigneesOf } from '../tasks/assignees.ts'
import { inTransaction, oneAtATime } from '../transaction.ts'
import { type CaseHead, caseWithId } from './lookup.ts'

const RestrictCase = z.object({
  caseId: idInput,
  reason: textInput(0, 500),
  /** Who sees it beside those who work on it by name. */
  staffIds: z.array(idInput).max(50).default([]),
})
export type RestrictCase = z.input<typeof RestrictCase>

/**
 * Makes a case confidential: from now on only people named for it see it, never whole departments. Sent again with the same reason
 * it is done once. Refuses an unknown case, people who do not work on cases, one restricted already, and a missing reason.
 */
export async function restrictCase(ctx: Ctx, raw: RestrictCase): Promise<CaseHead> {
  authorise(ctx, 'cases.restrict')
  const { caseId, reason, staffIds } = parseInput(RestrictCase, raw)
  return inTransaction(ctx, async tx => {
    const [, found, people, [earlier]] = await Promise.all([
      oneAtATime(tx, caseId),
      caseWithId(tx, caseId),
      assigneesOf(
        tx,
        ctx,
        staffIds.map(staffId => ({ staffId })),
      ),
      tx
        .select({ reason: sql<string | null>`why_restricted(${caseId})` })
        .from(restrictedCases)
        .where(eq(restrictedCases.caseId, caseId)),
    ])
    if (earlier?.reason === reason) return found
    refuseIf(whyNotRestrict(found, reason))
    await Promise.all([
      people.length > 0 &&
        tx
          .insert(caseAccess)
          .values(people.map(({ staffId }) => ({ caseId, staffId, grantedBy: ctx.who.id })))
          .onConflictDoNothing(),
      tx.insert(restrictedCases).values({ caseId, reason, restrictedBy: ctx.who.id }),
      writeLogbook(tx, ctx, 'cases.restrict', {
        subjectId: caseId,
        facts: { case: found.number, people: people.map(({ name }) => name) },
      }),
    ])
    return { ...found, isRestricted: true }
  })
}
