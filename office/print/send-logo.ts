import { randomUUIDv7 } from 'node:crypto'
import { z } from 'zod'
import { logoPaper } from '../../rules/papers/logo.ts'
import { type Refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { inTransaction } from '../transaction.ts'
import { type Printer, printerNamed } from './lookup.ts'
import { queuePrint } from './queue-print.ts'

const SendLogo = z.object({
  printer: textInput(1, 40),
  logo: z.object({ width: z.int().positive(), rows: z.base64() }),
})
export type SendLogo = z.input<typeof SendLogo>

/** Why this printer cannot keep the picture; what printers keep is known to them, and the office does not import them. */
export type WhyNotKept = (printer: Printer) => Refusal | null

/**
 * Owes a printer the town's sign, which it keeps and prints from then on. It waits among its papers, so that it reaches a
 * printer of another desk or machine too.
 */
export async function sendLogo(
  ctx: Ctx,
  raw: SendLogo,
  whyNotKept: WhyNotKept,
): Promise<{ jobId: string; printer: Printer }> {
  authorise(ctx, 'printers.set')
  const input = parseInput(SendLogo, raw)
  return inTransaction(ctx, async tx => {
    const printer = await printerNamed(tx, input.printer)
    refuseIf(whyNotKept(printer))
    const jobId = randomUUIDv7()
    const paper = logoPaper(input.logo, paperTexts(ctx.lang))
    const owed = { id: jobId, printerId: printer.id, deskId: ctx.desk?.id ?? null, subjectId: null, paper }
    await Promise.all([
      queuePrint(tx, ctx, owed),
      writeLogbook(tx, ctx, 'printers.set', {
        subjectId: printer.id,
        facts: { name: printer.name, logo: { width: input.logo.width } },
      }),
    ])
    return { jobId, printer }
  })
}
