import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { opinions } from '../../db/schema/tasks.ts'
import { textsFor } from '../../locales/texts.ts'
import { LATE_REASONS } from '../../rules/late-reasons.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { OPINIONS, whyNotEnd, whyNotHeld, whyNotOpinion } from '../../rules/tasks.ts'
import { authorise } from '../authority.ts'
import { casesOfDocument } from '../cases/lookup.ts'
import type { Ctx } from '../context.ts'
import { idInput, lineInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { type EnteredEnding, enterEnding } from './enter-ending.ts'
import { foundTask, handsOf, type OpenTask, openPartsOf, stillOpen } from './lookup.ts'

const GiveOpinion = z.object({
  id: idInput,
  documentId: idInput,
  /** The task that asks for it. */
  taskId: idInput.nullable().default(null),
  value: z.enum(OPINIONS),
  note: lineInput(2000),
  /** Why it comes after the last day of the task. */
  lateReason: z.enum(LATE_REASONS).nullable().default(null),
  lateNote: lineInput(500),
})
export type GiveOpinion = z.input<typeof GiveOpinion>
type Input = z.output<typeof GiveOpinion>

export type OpinionGiven = Pick<Input, 'id' | 'documentId' | 'taskId' | 'value' | 'note'> & {
  documentNumber: string
}

/**
 * An opinion about a document, with one of the values of the ordinance (чл. 94 НОДА); it counts until the document changes. A task
 * that asks for an opinion ends with it; any other stays open. Sent again with the same id it is given once. Refuses an unknown
 * document or task, whom the task does not belong to, a document of another case, what is not agreement without a reason, and a delay without a reason.
 */
export async function giveOpinion(ctx: Ctx, raw: GiveOpinion): Promise<OpinionGiven> {
  authorise(ctx, 'opinions.give')
  const input = parseInput(GiveOpinion, raw)
  const { id, documentId, taskId, value, note } = input
  return inTransaction(ctx, async tx => {
    const [document, hands, found, [earlier]] = await Promise.all([
      casesOfDocument(tx, documentId),
      handsOf(tx),
      taskId ? foundTask(tx, taskId) : null,
      earlierOpinion(tx, id),
    ])
    if (earlier) return { ...earlier, documentNumber: document.number }
    const task = found && stillOpen(found)
    refuseIf(task ? whyNotHeld(task, hands) : null)
    if (task && !document.caseIds.includes(task.caseId))
      throw refusal('opinion.other_case', { number: document.number })
    refuseIf(whyNotOpinion(value, note))
    const ending = task && task.kind === 'opinion' ? await endingOf(tx, ctx, input, task) : null
    await Promise.all([
      tx.insert(opinions).values({ id, documentId, taskId, value, note, givenBy: ctx.who.id }),
      ending && enterEnding(tx, ctx, ending),
      writeLogbook(tx, ctx, 'opinions.give', {
        subjectId: documentId,
        facts: { number: document.number, value },
      }),
    ])
    return { id, documentId, taskId, value, note, documentNumber: document.number }
  })
}

/** A task that asks for an opinion has it as its result. */
async function endingOf(tx: Tx, ctx: Ctx, input: Input, task: OpenTask): Promise<EnteredEnding> {
  const { lateReason, lateNote } = input
  const result = [textsFor(ctx.lang).tasks.opinions[input.value], input.note].filter(Boolean).join(': ')
  const ending = { taskId: task.taskId, outcome: 'done' as const, result, next: null, lateReason, lateNote }
  const openParts = await openPartsOf(tx, task.taskId)
  refuseIf(whyNotEnd({ ...ending, dueOn: task.dueOn, openParts, isCommanded: false }, ctx.today, ctx.lang))
  return ending
}

const earlierOpinion = async (tx: Tx, id: string) =>
  await tx
    .select({
      id: opinions.id,
      documentId: opinions.documentId,
      taskId: opinions.taskId,
      value: opinions.value,
      note: opinions.note,
    })
    .from(opinions)
    .where(eq(opinions.id, id))
