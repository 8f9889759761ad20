import { and, eq, inArray, ne, notLike } from 'drizzle-orm'
import { z } from 'zod'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { desks } from '../../db/schema/town.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { whyNoTerminal } from '../../rules/tenders.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { printerNamed } from '../print/lookup.ts'
import { inTransaction } from '../transaction.ts'

const SetDesk = z.object({
  /** Of the desk, should it be a new one. */
  id: idInput,
  number: z.int().min(1).max(9999),
  name: textInput(1, 60).nullable(),
  printer: textInput(1, 40).nullable(),
  /** The card terminal (TID) that stands there. */
  terminal: textInput(1, 16).nullable().default(null),
})
export type SetDesk = z.input<typeof SetDesk>

/**
 * Adds a desk, or changes the name, the printer or the card terminal of a known one (null leaves it as it is); its papers that wait, or wait
 * for a person's word, go to the new printer. Refuses an unknown printer and a new desk without a name or a printer.
 */
export async function setDesk(ctx: Ctx, raw: SetDesk): Promise<{ number: number; added: boolean }> {
  authorise(ctx, 'desks.set')
  const input = parseInput(SetDesk, raw)
  refuseIf(input.terminal === null ? null : whyNoTerminal(input.terminal))
  return inTransaction(ctx, async tx => {
    const [known] = await tx.select().from(desks).where(eq(desks.number, input.number)).for('update')
    const name = input.name ?? known?.name
    const printerId = input.printer === null ? known?.printerId : (await printerNamed(tx, input.printer)).id
    if (!name || !printerId) throw refusal('desk.incomplete', { number: input.number })
    const terminal = input.terminal ?? known?.terminal ?? null
    const desk = { number: input.number, name, printerId, terminal }
    if (known) {
      await tx.update(desks).set({ name, printerId, terminal }).where(eq(desks.id, known.id))
      await tx
        .update(printJobs)
        .set({ printerId, standsInForId: null })
        .where(
          and(
            eq(printJobs.deskId, known.id),
            inArray(printJobs.state, ['queued', 'failed', 'unsure']),
            ne(printJobs.printerId, printerId),
            notLike(printJobs.kind, 'fiscal-%'),
          ),
        )
    } else await tx.insert(desks).values({ id: input.id, ...desk })
    await writeLogbook(tx, ctx, 'desks.set', {
      subjectId: known?.id ?? input.id,
      facts: {
        before: known && { name: known.name, printerId: known.printerId, terminal: known.terminal },
        after: desk,
      },
    })
    return { number: input.number, added: !known }
  })
}
