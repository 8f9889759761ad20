import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { nomenclature } from '../../db/schema/registers.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { readRetention } from '../../rules/retention.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, lineInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'
import { retentionOf, whyNotIndex } from './lookup.ts'

const SetNomenclature = z.object({
  /** Of the kind of case, should it be a new one. */
  id: idInput,
  index: z.string().trim(),
  name: textInput(2, 200).nullable().default(null),
  /** `П`, `П – в институцията`, or years with ЕК or without. */
  retention: lineInput(40),
  /** What it rests on: the head's order, the minutes of the commission. */
  source: lineInput(200),
  close: z.boolean().default(false),
})
export type SetNomenclature = z.input<typeof SetNomenclature>

/**
 * Adds a kind of case to the nomenclature, or changes one; null leaves what is there, and cases that are closed keep the mark of
 * their day. Refuses an index, a name or a mark of keeping that is none.
 */
export async function setNomenclature(
  ctx: Ctx,
  raw: SetNomenclature,
): Promise<{ index: string; added: boolean }> {
  authorise(ctx, 'registers.set')
  const { id, index, close, ...input } = parseInput(SetNomenclature, raw)
  refuseIf(whyNotIndex(index))
  const typed = input.retention === null ? null : readRetention(input.retention)
  if (input.retention !== null && !typed)
    throw refusal('nomenclature.retention_wrong', { text: input.retention })
  return inTransaction(ctx, async tx => {
    const [known] = await tx.select().from(nomenclature).where(eq(nomenclature.index, index)).for('update')
    const name = input.name ?? known?.name
    if (!name) throw refusal('nomenclature.name_needed', {})
    const retention = typed ?? (known && retentionOf(known))
    if (!retention) throw refusal('nomenclature.retention_wrong', { text: '' })
    const set = { name, ...retention, source: input.source ?? known?.source ?? '' }
    if (known)
      await tx
        .update(nomenclature)
        .set({ ...set, ...(close && { closedAt: sql`now()` }) })
        .where(eq(nomenclature.id, known.id))
    else await tx.insert(nomenclature).values({ id, index, ...set })
    await writeLogbook(tx, ctx, 'registers.set', {
      subjectId: known?.id ?? id,
      facts: {
        nomenclature: index,
        before: known && { name: known.name, ...retentionOf(known) },
        after: set,
        close,
      },
    })
    return { index, added: !known }
  })
}
