import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { caseAccess, cases } from '../../db/schema/cases.ts'
import { handovers } from '../../db/schema/documents.ts'
import { may } from '../../rules/authority.ts'
import { whyNotShare } from '../../rules/cases.ts'
import { whyNotHand, whyNotLend } from '../../rules/handovers.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import { casesWhere } from '../cases/lookup.ts'
import type { Ctx } from '../context.ts'
import { dayInput, idInput, lineInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { type Assignee, assigneesOf, type Target, targetInput } from '../tasks/assignees.ts'
import { handsOf } from '../tasks/lookup.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'
import { type PaperFound, paperOf } from './lookup.ts'

const Outside = z.object({
  outside: z.object({ name: textInput(0, 120), identity: textInput(0, 120), backBy: dayInput }),
})

const HandPaper = z.object({
  id: idInput,
  documentId: idInput,
  /** A colleague, a department, or somebody identified outside with the day of return. */
  to: z.union([targetInput, Outside]),
  note: lineInput(300),
})
export type HandPaper = z.input<typeof HandPaper>
type To = z.output<typeof HandPaper>['to']

/**
 * The giver's side of a hand-over: the paper is on the way until the taker takes it; whoever gets it sees its case from then on.
 * Sent again with the same id it is done once. Refuses an unknown document, a paper that is on the way, outside or with somebody
 * else, those who do not work on cases, whoever has it already, a whole department for a restricted case, and somebody outside who
 * is not identified or a day of return that is over.
 */
export async function handPaper(ctx: Ctx, raw: HandPaper): Promise<PaperFound> {
  authorise(ctx, 'papers.hand')
  const { id, documentId, to, note } = parseInput(HandPaper, raw)
  return inTransaction(ctx, async tx => {
    const [, hands, target, paper] = await Promise.all([
      oneAtATime(tx, documentId),
      handsOf(tx),
      takerOf(tx, ctx, to),
      paperOf(tx, ctx, documentId),
    ])
    if (paper.handovers.some(one => one.id === id)) return paper
    refuseIf(whyNotHand(paper.place, hands, ctx.who.post === 'clerk', ctx.lang))
    if ('outside' in to) refuseIf(whyNotLend(to.outside, ctx.today))
    if (target) refuseHolder(paper, target)
    await Promise.all([
      target && shareWith(tx, ctx, paper.caseId, target),
      tx.insert(handovers).values({ id, documentId, giverId: ctx.who.id, note, ...columnsOf(to, target) }),
      writeLogbook(tx, ctx, 'papers.hand', {
        subjectId: documentId,
        facts: { did: 'hand', number: paper.number, to: target?.name ?? 'outside' },
      }),
    ])
    return paperOf(tx, ctx, documentId)
  })
}

async function takerOf(tx: Tx, ctx: Ctx, to: To): Promise<Assignee | null> {
  if ('outside' in to) return null
  const target: Target = to
  const [taker] = await assigneesOf(tx, ctx, [target])
  return taker ?? null
}

function refuseHolder({ place }: PaperFound, { staffId, name }: Assignee): void {
  const holder = 'holder' in place ? place.holder.id : null
  if (staffId !== null && staffId === holder) throw refusal('paper.held_already', { name })
}

function columnsOf(to: To, target: Assignee | null) {
  if ('outside' in to) {
    const { name, identity, backBy } = to.outside
    return { outsideName: `${name} (${identity})`, backBy }
  }
  return target?.staffId ? { takerId: target.staffId } : { takerDepartmentId: target?.departmentId ?? null }
}

/** Whoever has a paper sees the case it is in, as far as the giver does. */
async function shareWith(tx: Tx, ctx: Ctx, caseId: string, { staffId, departmentId }: Assignee) {
  const [found] = await casesWhere(tx, eq(cases.id, caseId), 1)
  if (!found) return
  const isPerson = staffId !== null
  refuseIf(whyNotShare(found, { isPerson, mayRestrict: may(ctx.who.post, 'cases.restrict') }))
  const access = { caseId, staffId, departmentId: isPerson ? null : departmentId, grantedBy: ctx.who.id }
  await tx.insert(caseAccess).values(access).onConflictDoNothing()
}
