import { and, eq, or } from 'drizzle-orm'
import { z } from 'zod'
import { filings } from '../../db/schema/filings.ts'
import { whyNotWorkIn } from '../../rules/cases.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, lineInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime } from '../transaction.ts'
import { caseWithId } from './lookup.ts'

const LinkCases = z.object({
  caseId: idInput,
  otherId: idInput,
  /** How they belong together. */
  note: lineInput(500),
})
export type LinkCases = z.input<typeof LinkCases>

export type CasesLinked = { caseId: string; number: string; otherId: string; otherNumber: string }

/**
 * Puts another case into the internal section of a case; each shows the other from then on. Sent again with the same note it is done
 * once. Refuses an unknown case, the case itself, a closed case, and cases that are linked already.
 */
export async function linkCases(ctx: Ctx, raw: LinkCases): Promise<CasesLinked> {
  authorise(ctx, 'cases.file')
  const { caseId, otherId, note } = parseInput(LinkCases, raw)
  return inTransaction(ctx, async tx => {
    const [, one, other, [linked]] = await Promise.all([
      oneAtATime(tx, [caseId, otherId].toSorted().join()),
      caseWithId(tx, caseId),
      caseWithId(tx, otherId),
      tx
        .select()
        .from(filings)
        .where(
          or(
            and(eq(filings.caseId, caseId), eq(filings.linkedCaseId, otherId)),
            and(eq(filings.caseId, otherId), eq(filings.linkedCaseId, caseId)),
          ),
        ),
    ])
    const answer = { caseId, number: one.number, otherId, otherNumber: other.number }
    if (caseId === otherId) throw refusal('case.linked_to_itself', { number: one.number })
    if (linked?.caseId === caseId && linked.note === note && linked.filedBy === ctx.who.id) return answer
    refuseIf(whyNotWorkIn(one))
    if (linked) throw refusal('case.linked_already', { number: other.number })
    await Promise.all([
      tx.insert(filings).values({
        caseId,
        linkedCaseId: otherId,
        section: 'internal',
        note,
        filedBy: ctx.who.id,
      }),
      writeLogbook(tx, ctx, 'cases.file', {
        subjectId: caseId,
        facts: { did: 'link', case: one.number, to: other.number },
      }),
    ])
    return answer
  })
}
