import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { registers } from '../../db/schema/registers.ts'
import { whyNotTemplate } from '../../rules/numbering.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'

const SetRegister = z.object({
  /** Of the register, should it be a new one. */
  id: idInput,
  index: z.int().min(1).max(9999),
  nameBg: textInput(2, 120).nullable().default(null),
  nameEn: textInput(2, 120).nullable().default(null),
  /** Null leaves what is there; a new register is `{index}-{seq}`. */
  template: z.string().max(200).nullable().default(null),
  /** Empty takes it away: replies are numbered like all others. */
  replyTemplate: z.string().max(200).nullable().default(null),
  close: z.boolean().default(false),
})
export type SetRegister = z.input<typeof SetRegister>

/**
 * Adds a register for the house, or changes how the numbers of a known one look from the next document on: those that are given
 * stay. Refuses a template that makes no numbers (rules/numbering.ts), a new register without a name, and closing the official one.
 */
export async function setRegister(ctx: Ctx, raw: SetRegister): Promise<{ index: number; added: boolean }> {
  authorise(ctx, 'registers.set')
  const { id, index, close, ...input } = parseInput(SetRegister, raw)
  refuseIf(input.template === null ? null : whyNotTemplate(input.template))
  refuseIf(input.replyTemplate ? whyNotTemplate(input.replyTemplate, 'reply') : null)
  return inTransaction(ctx, async tx => {
    const [known] = await tx.select().from(registers).where(eq(registers.index, index)).for('update')
    const nameBg = input.nameBg ?? known?.nameBg
    if (!nameBg) throw refusal('register.name_needed', {})
    if (close && known?.isOfficial) throw refusal('register.official_stays', { name: known.nameBg })
    const set = {
      nameBg,
      nameEn: input.nameEn ?? known?.nameEn ?? nameBg,
      template: input.template?.trim() ?? known?.template ?? '{index}-{seq}',
      replyTemplate:
        input.replyTemplate === null ? (known?.replyTemplate ?? null) : input.replyTemplate.trim() || null,
    }
    if (known)
      await tx
        .update(registers)
        .set({ ...set, ...(close && { closedAt: sql`now()` }) })
        .where(eq(registers.id, known.id))
    else await tx.insert(registers).values({ id, index, isOfficial: false, ...set })
    await writeLogbook(tx, ctx, 'registers.set', {
      subjectId: known?.id ?? id,
      facts: {
        index,
        before: known && { template: known.template, replies: known.replyTemplate },
        after: set,
        close,
      },
    })
    return { index, added: !known }
  })
}
