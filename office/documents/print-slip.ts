import { z } from 'zod'
import { labelPaper } from '../../rules/papers/label.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { slipPaper } from '../../rules/papers/slip.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { printerOfDesk } from '../print/lookup.ts'
import { queuePrint } from '../print/queue-print.ts'
import { deskOf } from '../tills/open-till.ts'
import { inTransaction, oneAtATime } from '../transaction.ts'
import { entryOf, slipFacts } from './lookup.ts'

const PrintSlip = z.object({
  /** Of the print job, minted by the door: sent twice, one paper is printed. */
  id: idInput,
  documentId: idInput,
  kind: z.enum(['slip', 'label']),
})
export type PrintSlip = z.input<typeof PrintSlip>

export type SlipOwed = { jobId: string; paper: Paper; isNew: boolean }

/**
 * Owes the slip or the label of a document to the printer of the desk, where it was never printed; else it tells which paper has it,
 * for a duplicate (office/print/print-copy.ts). Refuses whoever sits at no desk, and a document that is not theirs to see.
 */
export async function printSlip(ctx: Ctx, raw: PrintSlip): Promise<SlipOwed> {
  authorise(ctx, 'print.run')
  const { id, documentId, kind } = parseInput(PrintSlip, raw)
  const desk = deskOf(ctx)
  return inTransaction(ctx, async tx => {
    await oneAtATime(tx, documentId)
    const [entry, printer] = await Promise.all([
      entryOf(tx, documentId, ctx.lang),
      printerOfDesk(tx, desk.id),
    ])
    const paper = paperOf(ctx, entry, kind)
    const printed = entry.printJobs.find(job => job.kind === kind)
    if (printed) return { jobId: printed.id, paper, isNew: false }
    await Promise.all([
      queuePrint(tx, ctx, { id, printerId: printer.id, deskId: desk.id, subjectId: documentId, paper }),
      writeLogbook(tx, ctx, 'print.run', {
        subjectId: documentId,
        facts: { number: entry.number, paper: kind },
      }),
    ])
    return { jobId: id, paper, isNew: true }
  })
}

/** The slip or the label of a document, as it stands in the register. */
export function paperOf(ctx: Ctx, entry: Parameters<typeof slipFacts>[1], kind: 'slip' | 'label'): Paper {
  const facts = slipFacts(ctx, entry)
  const texts = paperTexts(ctx.lang)
  return kind === 'slip' ? slipPaper(facts, texts, ctx.lang) : labelPaper(facts, texts, ctx.lang)
}
