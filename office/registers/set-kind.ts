import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { documentKinds } from '../../db/schema/registers.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, lineInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'
import { nomenclatureWithIndex } from './lookup.ts'

const SetKind = z.object({
  /** Of the kind, should it be a new one. */
  id: idInput,
  code: z.string().trim(),
  nameBg: textInput(2, 120).nullable().default(null),
  nameEn: textInput(2, 120).nullable().default(null),
  letters: z.string().trim().nullable().default(null),
  mode: z.enum(['starts', 'continues', 'unsolicited']).nullable().default(null),
  /** The index of its cases in the nomenclature. */
  theme: lineInput(20),
  offered: z.boolean().nullable().default(null),
})
export type SetKind = z.input<typeof SetKind>

/**
 * Adds a kind of document, or changes a known one; null leaves what is there. Documents that are registered keep what they say.
 * Refuses a code or letters that are none, a new kind without a name, and an index that the nomenclature has not.
 */
export async function setKind(ctx: Ctx, raw: SetKind): Promise<{ code: string; added: boolean }> {
  authorise(ctx, 'registers.set')
  const { id, code, theme, ...input } = parseInput(SetKind, raw)
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(code)) throw refusal('kind.code_wrong', { text: code })
  if (input.letters !== null && !/^[\p{L}\p{N}-]{0,6}$/u.test(input.letters))
    throw refusal('kind.letters_wrong', { text: input.letters })
  return inTransaction(ctx, async tx => {
    const [known] = await tx.select().from(documentKinds).where(eq(documentKinds.code, code)).for('update')
    const nameBg = input.nameBg ?? known?.nameBg
    if (!nameBg) throw refusal('kind.name_needed', {})
    const set = {
      nameBg,
      nameEn: input.nameEn ?? known?.nameEn ?? nameBg,
      letters: input.letters ?? known?.letters ?? '',
      mode: input.mode ?? known?.mode ?? 'unsolicited',
      nomenclatureId: theme ? await nomenclatureWithIndex(tx, theme) : (known?.nomenclatureId ?? null),
      offered: input.offered ?? known?.offered ?? true,
    }
    if (known) await tx.update(documentKinds).set(set).where(eq(documentKinds.id, known.id))
    else await tx.insert(documentKinds).values({ id, code, ...set })
    await writeLogbook(tx, ctx, 'registers.set', {
      subjectId: known?.id ?? id,
      facts: { kind: code, before: known && { name: known.nameBg, letters: known.letters }, after: set },
    })
    return { code, added: !known }
  })
}
