import { eq } from 'drizzle-orm'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { reportsPaper } from '../../rules/papers/report.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { printerOfDesk } from '../print/lookup.ts'
import { queuePrint } from '../print/queue-print.ts'
import { deskOf } from '../tills/open-till.ts'
import { inTransaction } from '../transaction.ts'
import { type ControlAsked, makeControlReport } from './make-report.ts'

/** Owes a report of the control to the printer of the desk. Sent again with the same minted id it is printed once, as it was. */
export async function printControlReport(
  ctx: Ctx,
  id: string,
  asked: ControlAsked,
): Promise<{ title: string }> {
  authorise(ctx, 'control.print')
  const jobId = parseInput(idInput, id)
  const desk = deskOf(ctx)
  const tables = await makeControlReport(ctx, asked)
  return inTransaction(ctx, async tx => {
    const [[earlier], printer] = await Promise.all([
      tx.select({ title: printJobs.title }).from(printJobs).where(eq(printJobs.id, jobId)),
      printerOfDesk(tx, desk.id),
    ])
    if (earlier) return earlier
    const paper = reportsPaper(tables, ctx.town, paperTexts(ctx.lang), ctx.lang)
    await Promise.all([
      queuePrint(tx, ctx, { id: jobId, printerId: printer.id, deskId: desk.id, subjectId: null, paper }),
      writeLogbook(tx, ctx, 'control.print', { subjectId: jobId, facts: { title: paper.title } }),
    ])
    return { title: paper.title }
  })
}
