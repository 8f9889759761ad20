import { z } from 'zod'
import { caseAccess } from '../../db/schema/cases.ts'
import { may } from '../../rules/authority.ts'
import { whyNotShare } from '../../rules/cases.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { assigneesOf, targetInput } from '../tasks/assignees.ts'
import { inTransaction } from '../transaction.ts'
import { caseWithId } from './lookup.ts'

const ShareCase = z.object({ caseId: idInput, to: targetInput })
export type ShareCase = z.input<typeof ShareCase>

export type CaseShared = { caseId: string; number: string; to: string }

/**
 * Gives a person or a department access to a case, for good (чл. 18 НОДА); done again it stays as it is. A restricted one is shared
 * with people alone, by those who may restrict. Refuses an unknown case, and those who do not work on cases.
 */
export async function shareCase(ctx: Ctx, raw: ShareCase): Promise<CaseShared> {
  authorise(ctx, 'cases.file')
  const { caseId, to } = parseInput(ShareCase, raw)
  return inTransaction(ctx, async tx => {
    const [shared, [target]] = await Promise.all([caseWithId(tx, caseId), assigneesOf(tx, ctx, [to])])
    if (!target) throw refusal('task.nobody', {})
    const isPerson = target.staffId !== null
    refuseIf(whyNotShare(shared, { isPerson, mayRestrict: may(ctx.who.post, 'cases.restrict') }))
    await Promise.all([
      tx
        .insert(caseAccess)
        .values({
          caseId,
          staffId: target.staffId,
          departmentId: isPerson ? null : target.departmentId,
          grantedBy: ctx.who.id,
        })
        .onConflictDoNothing(),
      writeLogbook(tx, ctx, 'cases.file', {
        subjectId: caseId,
        facts: { did: 'share', case: shared.number, with: target.name },
      }),
    ])
    return { caseId, number: shared.number, to: target.name }
  })
}
