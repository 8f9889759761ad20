import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { printerOfDesk } from '../print/lookup.ts'
import { queuePrint } from '../print/queue-print.ts'
import { inTransaction } from '../transaction.ts'
import { xReport } from './till-report.ts'

const PrintXReport = z.object({
  /** Of the paper's own print job, minted by the door: sent twice, one paper is printed. */
  id: idInput,
  tillId: idInput,
})
export type PrintXReport = z.input<typeof PrintXReport>

/**
 * Owes the X of a till to the printer of the desk where it is asked for, else of the till's own desk. Who may see a till's
 * sums may print them.
 */
export async function printXReport(ctx: Ctx, raw: PrintXReport): Promise<{ title: string }> {
  authorise(ctx, 'tills.print_report')
  const input = parseInput(PrintXReport, raw)
  const { report, paper } = await xReport(ctx, input.tillId)
  const desk = ctx.desk ?? report.desk
  return inTransaction(ctx, async tx => {
    const [[earlier], printer] = await Promise.all([
      tx.select({ title: printJobs.title }).from(printJobs).where(eq(printJobs.id, input.id)),
      printerOfDesk(tx, desk.id),
    ])
    if (earlier) return earlier
    const owed = { id: input.id, printerId: printer.id, deskId: desk.id, subjectId: null, paper }
    await Promise.all([
      queuePrint(tx, ctx, owed),
      writeLogbook(tx, ctx, 'tills.print_report', {
        subjectId: input.tillId,
        facts: { expected_cents: report.sums.expected, payments: report.sums.payments },
      }),
    ])
    return { title: paper.title }
  })
}
