import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { printerProfiles } from '../../db/schema/printing.ts'
import { printers } from '../../db/schema/town.ts'
import { type Refusal, refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'

const SetPrinter = z.object({
  /** Of the printer, should it be a new one. */
  id: idInput,
  name: textInput(1, 40),
  profile: textInput(1, 40).nullable(),
  line: textInput(1, 200).nullable(),
})
export type SetPrinter = z.input<typeof SetPrinter>

/** Why a printer cannot be set so; profiles and lines are known to the printers, which the office does not import. */
export type WhyNotSet = (profile: string, line: string, townProfiles: string[]) => Refusal | null

/**
 * Adds a printer, or changes the profile or the line of a known one (null leaves it as it is). Refuses settings that no
 * printer understands and a new printer without a profile or a line.
 */
export async function setPrinter(
  ctx: Ctx,
  raw: SetPrinter,
  whyNotSet: WhyNotSet,
): Promise<{ name: string; added: boolean }> {
  authorise(ctx, 'printers.set')
  const input = parseInput(SetPrinter, raw)
  return inTransaction(ctx, async tx => {
    const [[known], own] = await Promise.all([
      tx.select().from(printers).where(eq(printers.name, input.name)).for('update'),
      tx.select({ name: printerProfiles.name }).from(printerProfiles),
    ])
    const profile = input.profile ?? known?.profile
    const line = input.line ?? known?.line
    if (!profile || !line) throw refusal('printer.incomplete', { name: input.name })
    refuseIf(
      whyNotSet(
        profile,
        line,
        own.map(({ name }) => name),
      ),
    )
    if (known) await tx.update(printers).set({ profile, line }).where(eq(printers.id, known.id))
    else await tx.insert(printers).values({ id: input.id, name: input.name, profile, line })
    await writeLogbook(tx, ctx, 'printers.set', {
      subjectId: known?.id ?? input.id,
      facts: {
        name: input.name,
        before: known && { profile: known.profile, line: known.line },
        after: { profile, line },
      },
    })
    return { name: input.name, added: !known }
  })
}
