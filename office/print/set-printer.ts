import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { printerProfiles } from '../../db/schema/printing.ts'
import { printers } from '../../db/schema/town.ts'
import { type Refusal, refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { printerNamed } from './lookup.ts'

const SetPrinter = z.object({
  /** Of the printer, should it be a new one. */
  id: idInput,
  name: textInput(1, 40),
  profile: textInput(1, 40).nullable(),
  line: textInput(1, 200).nullable(),
  /** The program of its desk, or an agent beside the printer. */
  printedBy: z.enum(['desk', 'agent']).nullable().default(null),
  /** Name of the printer that takes over while this one cannot print; empty for none. */
  standIn: textInput(0, 40).nullable().default(null),
})
export type SetPrinter = z.input<typeof SetPrinter>

/** Why a printer cannot be set so; profiles and lines are known to the printers, which the office does not import. */
export type WhyNotSet = (profile: string, line: string, townProfiles: string[]) => Refusal | null

/**
 * Adds a printer, or changes the settings of a known one (null leaves one as it is). Refuses settings that no printer
 * understands, a new printer without a profile or a line, and one that would stand in for itself.
 */
export async function setPrinter(
  ctx: Ctx,
  raw: SetPrinter,
  whyNotSet: WhyNotSet,
): Promise<{ name: string; added: boolean }> {
  authorise(ctx, 'printers.set')
  const input = parseInput(SetPrinter, raw)
  return inTransaction(ctx, async tx => {
    const [[known], townProfiles] = await Promise.all([
      tx.select().from(printers).where(eq(printers.name, input.name)).for('update'),
      tx.select({ name: printerProfiles.name }).from(printerProfiles),
    ])
    const profile = input.profile ?? known?.profile
    const line = input.line ?? known?.line
    if (!profile || !line) throw refusal('printer.incomplete', { name: input.name })
    const own = townProfiles.map(({ name }) => name)
    refuseIf(whyNotSet(profile, line, own))
    const before = known && settingsOf(known)
    const printedBy = input.printedBy ?? known?.printedBy ?? 'desk'
    const standInId = await standInOf(tx, input, known?.standInId ?? null)
    const after = { profile, line, printedBy, standInId }
    if (known) await tx.update(printers).set(after).where(eq(printers.id, known.id))
    else await tx.insert(printers).values({ id: input.id, name: input.name, ...after })
    await writeLogbook(tx, ctx, 'printers.set', {
      subjectId: known?.id ?? input.id,
      facts: { name: input.name, before, after },
    })
    return { name: input.name, added: !known }
  })
}

const settingsOf = ({ profile, line, printedBy, standInId }: typeof printers.$inferSelect) => ({
  profile,
  line,
  printedBy,
  standInId,
})

async function standInOf(
  tx: Tx,
  { name, standIn }: z.output<typeof SetPrinter>,
  known: string | null,
): Promise<string | null> {
  if (standIn === null) return known
  if (standIn === '') return null
  if (standIn === name) throw refusal('printer.stands_in_for_itself', { name })
  return (await printerNamed(tx, standIn)).id
}
